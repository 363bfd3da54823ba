// What the theme remembers, and where: its own script asks for these four names. Loaded before everything
// else. A browser that refuses to remember counts as one that remembers nothing.
(() => {
  "use strict";

  const scope = new URL(document.currentScript.dataset.base, location);
  const store = (given) => given ?? window.localStorage;

  window.__md_scope = scope;

  /** Returns a short number for a text, the same for the same text. */
  window.__md_hash = (text) => [...text].reduce((sum, sign) => ((sum << 5) - sum + sign.charCodeAt(0)) | 0, 0);

  window.__md_get = (key, given, at = scope) => {
    try {
      return JSON.parse(store(given).getItem(`${at.pathname}.${key}`));
    } catch {
      return null;
    }
  };

  // The theme writes down light or dark on every page; only a reader's own choice is worth keeping.
  let chosen = false;
  document.addEventListener(
    "click",
    (event) => {
      if (event.target.closest?.("[data-picks]")) chosen = true;
    },
    true,
  );
  const nobodys = (key) => key === "__palette" && !chosen && !window.__md_get(key);

  window.__md_set = (key, value, given, at = scope) => {
    if (nobodys(key)) return;
    try {
      store(given).setItem(`${at.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // It is not remembered; the page works all the same.
    }
  };

  // What our own scripts keep. A browser that refuses to remember counts here too as one that has nothing.
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
  // Before anything is drawn, so that no reader sees the other version first.
  document.documentElement.dataset.reading = window.slingan.reading();
})();
