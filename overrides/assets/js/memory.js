// What this browser remembers, put on the page before anything of it is drawn, so that nothing flashes and
// nothing moves. Every name is listed in words by assets/js/remembered.js.
(() => {
  "use strict";

  const root = document.documentElement;

  // A browser that refuses to remember counts as one that remembers nothing.
  window.slingan = {
    kept(name) {
      try {
        return JSON.parse(localStorage.getItem(`slingan:${name}`));
      } catch {
        return null;
      }
    },

    /** Keeps a value, or forgets it when there is none. */
    keep(name, value) {
      try {
        if (value === null) localStorage.removeItem(`slingan:${name}`);
        else localStorage.setItem(`slingan:${name}`, JSON.stringify(value));
      } catch {
        // It is not remembered; the page works all the same.
      }
    },

    /** Returns which version of a chapter is to be shown: the one the address asks for, else the chosen one. */
    reading() {
      const asked = new URLSearchParams(location.search).get("read");
      if (asked === "easy" || asked === "full") return asked;
      return window.slingan.kept("reading") === "easy" ? "easy" : "full";
    },
  };

  root.dataset.script = "";
  if (window.speechSynthesis) root.dataset.speech = "";
  root.dataset.reading = window.slingan.reading();
  // The home page keeps a place for the way back to a learning path only where one was begun.
  if (window.slingan.kept("path")) root.dataset.onPath = "";
  const scheme = window.slingan.kept("scheme");
  if (scheme === "dark" || scheme === "light") root.dataset.scheme = scheme;
})();
