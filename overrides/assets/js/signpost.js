// The pages of short links send the reader on, before anything of them is drawn: to the one place they know, or
// to the chapter in the language that fits. What the address asks for, and the place in the page, go along.
// The page of all numbers asks only which language that is.
(() => {
  "use strict";

  const ways = [...document.querySelectorAll("link[data-way]")];
  // Whoever reads Norwegian, in either form, reads written Danish most easily of our three.
  const near = { nb: "da", nn: "da", no: "da" };
  const language = (tag) => {
    const code = String(tag).toLowerCase().split("-")[0];
    return near[code] ?? code;
  };
  const wanted = [window.slingan.kept("language"), ...(navigator.languages ?? [])].map(language);
  window.slingan.wanted = wanted;
  if (!ways.length) return;
  const fits = wanted.map((code) => ways.find((way) => way.hreflang === code)).find(Boolean);
  location.replace((fits ?? ways[0]).href + location.search + location.hash);
})();
