// The page of all numbers: the reader's own language comes first, and the field opens the chapter of a number
// that somebody heard.
(() => {
  "use strict";

  for (const number of document.querySelectorAll(".codes dt")) {
    const titles = [...number.parentElement.querySelectorAll("dd")];
    const wanted = window.slingan.wanted ?? [];
    const own = wanted.map((code) => titles.find((title) => title.lang === code)).find(Boolean);
    if (own) number.after(own);
  }

  for (const form of document.querySelectorAll("[data-codes]")) {
    const field = form.querySelector("input");
    const unknown = form.querySelector("[data-unknown]");
    const words = [...unknown.children].map((line) => [line, line.textContent]);
    unknown.replaceChildren();

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const code = field.value.replace(/\D/g, "");
      const link = code && document.querySelector(`a[data-code="${code}"]`);
      if (link) {
        location.assign(link.href + location.search);
        return;
      }
      const written = field.value.trim();
      const fitting = words.filter(([line]) => line.dataset.when === (written ? "unknown" : "empty"));
      unknown.replaceChildren(
        ...fitting.map(([line, text]) => {
          line.textContent = text.replace("{code}", code || written);
          return line;
        }),
      );
      field.setAttribute("aria-invalid", "true");
      field.focus();
      field.select();
    });
    field.addEventListener("input", () => {
      field.removeAttribute("aria-invalid");
      unknown.replaceChildren();
    });
  }
})();
