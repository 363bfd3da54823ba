// Explains a word where it is first used: when it is pressed, tapped or pointed at; without script it is a link.
// Not by focus alone: screen readers that move it while they read would break into the sentence.
(() => {
  "use strict";

  const WAIT = 250; // milliseconds that a pointer rests
  const GAP = 6; // pixels between word and explanation
  const list = document.querySelector("[data-terms]");
  let open = null; // { term, note, kept }: kept was pressed, and stays
  let timer;

  /** Puts the explanation below its word, or above where only there is room, within the text's width. */
  function place() {
    const { term, note } = open;
    const base = note.offsetParent.getBoundingClientRect();
    const lines = [...term.getClientRects()];
    const last = lines.at(-1);
    const below = last.bottom + GAP;
    const above = lines[0].top - GAP - note.offsetHeight;
    const top = below + note.offsetHeight > innerHeight && above > 0 ? above : below;
    note.style.left = `${Math.max(0, Math.min(last.left - base.left, base.width - note.offsetWidth))}px`;
    note.style.top = `${top - base.top}px`;
  }

  function hide() {
    clearTimeout(timer);
    open?.note.replaceChildren();
    open?.term.setAttribute("aria-expanded", "false");
    open = null;
  }

  function show(term, note, kept) {
    clearTimeout(timer);
    if (open?.term !== term) {
      hide();
      const [word, text] = list.querySelector(`[data-word="${term.dataset.term}"]`).cloneNode(true).children;
      const name = document.createElement("strong");
      const more = document.createElement("a");
      name.append(...word.childNodes, ":");
      more.href = term.href;
      more.textContent = list.dataset.terms;
      note.append(name, " ", ...text.childNodes, " ", more);
      term.setAttribute("aria-expanded", "true");
    }
    open = { term, note, kept: kept || open?.kept };
    place();
    if (kept) note.scrollIntoView({ block: "nearest" });
  }

  for (const term of document.querySelectorAll("a[data-term]")) {
    // Here from the start, so that a screen reader says what comes into it.
    const note = document.createElement("span");
    note.className = "term-note";
    note.setAttribute("role", "status");
    term.after(note);
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");

    term.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (open?.term === term && open.kept) hide();
      else show(term, note, true);
    });
    term.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      term.click();
    });

    const rest = (act) => (event) => {
      // Passing over a word takes nothing away that was pressed.
      if (event.pointerType !== "mouse" || open?.kept) return;
      clearTimeout(timer);
      timer = setTimeout(act, WAIT);
    };
    for (const part of [term, note]) {
      part.addEventListener("pointerenter", rest(() => show(term, note)));
      part.addEventListener("pointerleave", rest(hide));
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    if (open.note.contains(document.activeElement)) open.term.focus();
    hide();
  });
  // Who goes on elsewhere is done with it. Pressing an explanation's text moves the focus to what is around it.
  const leave = ({ target, type }) => {
    if (!open || open.term.contains(target) || open.note.contains(target)) return;
    if (type === "pointerdown" || !target.contains(open.note)) hide();
  };
  document.addEventListener("pointerdown", leave);
  document.addEventListener("focusin", leave);
  document.addEventListener("slingan:reading", hide);
  window.addEventListener("resize", () => open && place());
})();
