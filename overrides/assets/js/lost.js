// A host with one 404 page for all languages: the address that was asked for begins with the language.
(() => {
  "use strict";

  const lost = document.querySelector("[data-lost]");
  const base = new URL(lost.dataset.lost || "/", location).pathname.replace(/\/?$/, "/");
  const asked = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : "";
  const [first, ...more] = asked.split("/");
  const own = lost.querySelector(`:scope > section:not(:first-child)[lang="${CSS.escape(first)}"]`);
  if (!own || !more.length) return;

  const heading = document.createElement("h1");
  heading.textContent = own.querySelector("h2").textContent;
  own.querySelector("h2").replaceWith(heading);
  lost.replaceChildren(own);
  document.title = document.title.replace(/^.*(?= – )/, heading.textContent);
})();
