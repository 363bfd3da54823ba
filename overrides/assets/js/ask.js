// Questions with answers to choose from: shows what each answer is worth, beside it, when the reader asks.
// Nothing is counted, kept or sent: whoever leaves the page leaves no choice behind.
(() => {
  "use strict";

  /** Returns one sentence on what was chosen; nothing is held against the one who chose nothing. */
  function judge(options, words) {
    const chosen = options.filter((one) => one.input.checked);
    if (!chosen.length) return words.shown;
    if (options.every((one) => one.input.checked === one.isRight)) return words.all_right;
    return chosen.some((one) => one.isRight) ? words.partly : words.wrong;
  }

  function setUp(ask) {
    const words = JSON.parse(ask.closest("[data-words]").dataset.words);
    const button = ask.querySelector("[data-see]");
    const label = button.querySelector("[data-label]");
    const verdict = ask.querySelector("[data-verdict]");
    const see = label.textContent;
    const options = [...ask.querySelectorAll("[data-option]")].map((place) => ({
      place,
      input: place.querySelector("input"),
      isRight: "right" in place.dataset,
      why: ask.querySelector(`[data-why="${place.dataset.option}"]`),
    }));

    /** Shows or hides the answer. While it is shown nothing can be chosen, so that it fits what was. */
    function show(isShown) {
      for (const one of options) {
        const isChosen = isShown && one.input.checked;
        one.why.hidden = !isShown;
        one.why.querySelector("[data-chosen]").textContent = isChosen ? `${words.chosen} ` : "";
        one.place.classList.toggle("is-chosen", isChosen);
        one.input.disabled = isShown;
      }
      label.textContent = isShown ? words.again : see;
    }

    /** Says how it went, and to a screen reader also what stands beside the chosen answer and the right ones. */
    function say() {
      verdict.textContent = judge(options, words);
      for (const one of options.filter((one) => one.isRight || one.input.checked)) {
        const heard = document.createElement("span");
        heard.className = "visually-hidden";
        heard.textContent = ` ${one.place.querySelector("label").textContent.trim()} – ${one.why.textContent.trim()}`;
        verdict.append(heard);
      }
    }

    function startOver() {
      show(false);
      verdict.textContent = "";
      for (const one of options) one.input.checked = false;
    }

    button.addEventListener("click", () => {
      if (options[0].input.disabled) {
        startOver();
        options[0].input.focus();
      } else {
        show(true);
        say();
      }
    });

    for (const one of options) one.place.append(one.why);
    // Some browsers fill in again what was chosen before a page was left or loaded anew.
    startOver();
    window.addEventListener("pagehide", startOver);
  }

  for (const ask of document.querySelectorAll("[data-ask]")) setUp(ask);
})();
