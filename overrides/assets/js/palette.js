// Puts the reader's choice of light or dark on the page before it is shown. Who has chosen nothing gets
// what the device asks for; the theme's own script comes to the same answer a moment later.
(() => {
  "use strict";

  const names = ["media", "scheme", "primary", "accent"];
  const kept = window.__md_get("__palette")?.color;
  const options = [...document.querySelectorAll("input[name=__palette]")];
  const fitting = options.find((option) => window.matchMedia(option.dataset.mdColorMedia).matches);

  for (const name of names) {
    const value = kept?.[name] ?? fitting?.getAttribute(`data-md-color-${name}`);
    if (typeof value === "string") document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();
