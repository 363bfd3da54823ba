// What this browser remembers, put on the page before it is shown so that nothing flashes. A browser that
// refuses to remember counts as one that remembers nothing. The choices are listed by assets/js/remembered.js.
(() => {
  "use strict";

  window.slinganMemory = {
    /** Returns what is kept under a name, or null. */
    get(name) {
      try {
        return localStorage.getItem(`slingan:${name}`);
      } catch {
        return null;
      }
    },

    /** Keeps a text under a name; null takes it away. */
    set(name, value) {
      try {
        if (value === null) localStorage.removeItem(`slingan:${name}`);
        else localStorage.setItem(`slingan:${name}`, value);
      } catch {
        // It is not remembered; the page works all the same.
      }
    },
  };

  const page = document.documentElement;
  page.dataset.script = "";
  const scheme = window.slinganMemory.get("scheme");
  if (scheme === "dark" || scheme === "light") page.dataset.scheme = scheme;
})();
