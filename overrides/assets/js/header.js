// Lets the header's buttons work the theme's hidden check boxes, and tells what is open.

for (const button of document.querySelectorAll("[data-opens]")) {
  const box = document.getElementById(button.dataset.opens);
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  button.addEventListener("click", () => {
    box.click();
    // The theme shows the field after a moment; a hidden field cannot take focus.
    if (box.checked && box.id === "__search") {
      setTimeout(() => document.querySelector("[data-md-component=search-query]").focus(), 60);
    }
  });
  box.addEventListener("change", tell);
  tell();
}

for (const button of document.querySelectorAll("[data-picks]")) {
  button.addEventListener("click", () => {
    const other = document.getElementById(button.dataset.picks);
    other.click();
    // The theme now hides this button and shows the one after the picked radio.
    setTimeout(() => other.nextElementSibling.focus(), 60);
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

document.addEventListener("keydown", (event) => {
  const drawer = document.getElementById("__drawer");
  if (event.key === "Escape" && drawer.checked) {
    drawer.click();
    document.querySelector("[data-opens=__drawer]").focus();
  }
});
