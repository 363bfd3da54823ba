// The field on the page of all numbers: opens the chapter of a number that somebody heard.
(() => {
  "use strict";

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
