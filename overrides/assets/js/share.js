// Copies the short links of a chapter. Where the browser refuses, the link is marked, ready to be copied by hand.
(() => {
  "use strict";

  for (const box of document.querySelectorAll("[data-share]")) {
    const status = box.querySelector("[role=status]");

    const mark = (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    };

    for (const button of box.querySelectorAll("[data-copy]")) {
      const address = button.parentElement.querySelector("[data-address]");
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(address.textContent);
          status.textContent = box.dataset.copied;
        } catch {
          mark(address);
          status.textContent = box.dataset.selected;
        }
      });
    }
  }
})();
