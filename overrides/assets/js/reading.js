// The switch between a chapter's own text and its easy-read version. memory.js has put the choice on <html>
// already; the style sheet shows one of the two. Without script both are there, the easy one below.
(() => {
  "use strict";

  const tools = document.querySelector("[data-reading-tools]");
  const easy = document.querySelector(".reading-easy");
  const full = document.querySelector(".reading-full");
  const button = tools?.querySelector("[data-read-easy]");
  if (!button || !easy || !full) return;

  const root = document.documentElement;
  const words = JSON.parse(tools.dataset.words);
  const status = tools.querySelector("[data-reading-status]");
  const toPrint = easy.querySelector("[data-to-print]");

  /** Shows a version. Printables of the whole text stay, so the easy text moves in front of them. */
  function show(version) {
    const isEasy = version === "easy";
    if (isEasy) full.before(easy);
    else full.after(easy);
    if (toPrint) toPrint.hidden = !isEasy;
    button.setAttribute("aria-pressed", String(isEasy));
    root.dataset.reading = version;
    root.dataset.readingReady = "";
    document.dispatchEvent(new Event("slingan:reading"));
  }

  /** Takes the question for a version out of the address: from here on the reader's own choice counts. */
  function forgetAsked() {
    const asked = new URLSearchParams(location.search);
    if (!asked.has("read")) return;
    asked.delete("read");
    const query = asked.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  /** Returns what the address leads to, if anything. */
  function place() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // somebody cut an address in the middle of a sign
    }
  }

  /** Shows the whole text when the address leads to a place that only that has. */
  function followHash() {
    const target = place();
    if (!target || root.dataset.reading !== "easy" || target.checkVisibility?.() !== false) return;
    if (!full.contains(target) && !target.closest("article .in-full")) return;
    show("full");
    target.scrollIntoView();
  }

  button.addEventListener("click", () => {
    const version = root.dataset.reading === "easy" ? "full" : "easy";
    window.slingan.keep("reading", version === "easy" ? "easy" : null);
    forgetAsked();
    show(version);
    status.textContent = version === "easy" ? words.is_easy : words.is_full;
  });

  show(root.dataset.reading);
  followHash();
  window.addEventListener("hashchange", followHash);
  // A page that one comes back to shows what was chosen meanwhile.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && window.slingan.reading() !== root.dataset.reading) show(window.slingan.reading());
  });
})();
