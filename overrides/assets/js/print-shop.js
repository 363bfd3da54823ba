// Narrows the print shop, or a list of what is found elsewhere, down to what the reader chose. Without script
// everything is shown.
(() => {
  "use strict";

  for (const shop of document.querySelectorAll("[data-print-shop], [data-resources]")) {
    const words = JSON.parse(shop.dataset.words);
    const form = shop.querySelector("[data-filter]");
    const shown = shop.querySelector("[data-shown]");
    const items = [...shop.querySelectorAll(".shelf > li")];
    const choices = [...form.querySelectorAll("select")];

    const fits = (item) =>
      choices.every(({ name, value }) => !value || item.dataset[name].split(" ").includes(value));

    const narrow = () => {
      for (const item of items) item.hidden = !fits(item);
      const count = items.filter((item) => !item.hidden).length;
      const text = words.shown.replace("{n}", count).replace("{all}", items.length);
      shown.textContent = count ? text : words.none;
      keep();
    };

    // The choice stands in the address, so that it can be sent to a colleague.
    const keep = () => {
      const chosen = new URLSearchParams(choices.filter((c) => c.value).map((c) => [c.name, c.value]));
      const query = chosen.toString();
      try {
        history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
      } catch {
        // Some browsers keep the address of a file as it is.
      }
    };

    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      const value = asked.get(choice.name);
      if ([...choice.options].some((option) => option.value === value)) choice.value = value;
    }
    form.addEventListener("change", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(narrow));
    narrow();
  }
})();
