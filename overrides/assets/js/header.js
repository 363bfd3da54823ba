// Lets the header's buttons work the theme's hidden check boxes, and tells what is open.
(() => {
  "use strict";

  /** Gives an element focus as soon as the theme has made it visible, which takes it a moment. */
  function focusWhenShown(element, tries = 40) {
    if (element.checkVisibility({ visibilityProperty: true })) element.focus();
    if (document.activeElement !== element && tries) {
      requestAnimationFrame(() => focusWhenShown(element, tries - 1));
    }
  }

  for (const button of document.querySelectorAll("[data-opens]")) {
    const box = document.getElementById(button.dataset.opens);
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    button.addEventListener("click", () => {
      box.click();
      if (box.checked) {
        focusWhenShown(document.querySelector(".menu-close"));
      }
    });
    box.addEventListener("change", tell);
    tell();
  }

  for (const button of document.querySelectorAll("[data-picks]")) {
    // The theme switches on Enter too, and would put focus on a radio button that nobody sees.
    button.addEventListener("keydown", (event) => event.stopPropagation());
    button.addEventListener("click", () => {
      const other = document.getElementById(button.dataset.picks);
      other.click();
      // The theme now hides this button and shows the one after the picked radio.
      focusWhenShown(other.nextElementSibling);
    });
  }

  // The theme jumps about on single letters (n, p, s, f, …), which voice control triggers by
  // accident and nobody can switch off (WCAG 2.1.4). In fields the keys type as they should.
  window.addEventListener(
    "keydown",
    (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
      if (!typing && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.stopImmediatePropagation();
      }
    },
    true,
  );

  function close(id) {
    const box = document.getElementById(id);
    if (!box.checked) return;
    box.click();
    focusWhenShown(document.querySelector(`[data-opens=${id}]`), 10);
  }

  for (const button of document.querySelectorAll("[data-closes]")) {
    button.addEventListener("click", () => close(button.dataset.closes));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close("__drawer");
  });
})();
