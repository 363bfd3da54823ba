// The buttons of the head: the menu, the languages, and light or dark.
(() => {
  "use strict";

  const page = document.documentElement;
  const menu = document.getElementById("menu");
  const opener = document.querySelector("[data-menu-open]");

  function show(open) {
    menu.toggleAttribute("data-open", open);
    opener.setAttribute("aria-expanded", String(open));
  }

  opener.addEventListener("click", () => {
    show(!menu.hasAttribute("data-open"));
    if (menu.hasAttribute("data-open")) menu.querySelector("[aria-current], a").focus();
  });
  for (const place of [menu, opener]) {
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.hasAttribute("data-open")) return;
      show(false);
      opener.focus();
    });
  }

  // The languages are plain links; which one was taken is remembered for the short links (signpost.js).
  document.querySelector(".languages").addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (link) window.slingan.keep("language", link.hreflang);
  });

  // A table is a stop for the keyboard, and said to roll, only where there is something to roll to.
  const asked = ["role", "tabindex", "aria-label"];
  const tables = new Map();
  const watch = new ResizeObserver(() => {
    for (const [table, values] of tables) {
      const rolls = table.scrollWidth > table.clientWidth;
      asked.forEach((name, n) => (rolls ? table.setAttribute(name, values[n]) : table.removeAttribute(name)));
    }
  });
  for (const table of document.querySelectorAll(".table-wrap")) {
    tables.set(table, asked.map((name) => table.getAttribute(name)));
    watch.observe(table);
    watch.observe(table.firstElementChild);
  }

  const scheme = document.querySelector("[data-scheme-switch]");
  const device = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.scheme ?? (device.matches ? "dark" : "light")) === "dark";
  const name = () => scheme.setAttribute("aria-label", isDark() ? scheme.dataset.light : scheme.dataset.dark);

  name();
  device.addEventListener("change", name);
  scheme.addEventListener("click", () => {
    page.dataset.scheme = isDark() ? "light" : "dark";
    window.slingan.keep("scheme", page.dataset.scheme);
    name();
  });
})();
