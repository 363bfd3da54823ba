// Shows what this browser remembers of the site, in words, and lets the reader take it away.
(() => {
  "use strict";

  const CHECKLIST = "slingan:checklist:";
  const PATH = "slingan:path:";
  const TOOL = "slingan:tool:";

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  /** Returns what is kept under a name, or nothing when it cannot be read. */
  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  /** Returns the names of all that this site has kept; another site at the same host is left alone. */
  function keys() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith("slingan:"))
        .sort();
    } catch {
      return null;
    }
  }

  function setUp(place) {
    const words = JSON.parse(place.dataset.words);
    const lists = JSON.parse(place.dataset.lists);
    const paths = JSON.parse(place.dataset.paths);
    const tools = JSON.parse(place.dataset.tools);
    const shown = place.querySelector("[data-kept]");
    const all = place.querySelector("[data-forget-all]");
    const status = place.querySelector("[data-status]");

    const inWords = (key) => {
      const kept = read(key);
      if (key.startsWith(CHECKLIST)) {
        const name = key.slice(CHECKLIST.length);
        const ticks = Array.isArray(kept.ticked) ? kept.ticked.length : 0;
        const text = fill(words.checklist, { title: lists[name] ?? name, n: ticks });
        return kept.start ? `${text}, ${fill(words.start, { date: kept.start })}` : text;
      }
      if (key.startsWith(PATH)) {
        const name = key.slice(PATH.length);
        return fill(words.path, { title: paths[name] ?? name, n: Object.keys(Object(kept.read)).length });
      }
      if (key.startsWith(TOOL)) {
        const name = key.slice(TOOL.length);
        return fill(words.tool, { title: tools[name] ?? name });
      }
      if (key === "slingan:path") return fill(words.on_path, { title: paths[kept] ?? kept });
      if (key === "slingan:scheme") return kept === "dark" ? words.dark : words.light;
      if (key === "slingan:reading" && kept === "easy") return words.easy;
      if (key === "slingan:language") return words[`lang_${kept}`] ?? fill(words.other, { key });
      if (key === "slingan:speed") return words[kept] ?? fill(words.other, { key });
      return fill(words.other, { key });
    };

    const line = (key) => {
      const item = document.createElement("li");
      const text = document.createElement("span");
      const button = document.createElement("button");
      text.textContent = inWords(key);
      button.type = "button";
      button.className = "button";
      button.textContent = words.delete;
      button.setAttribute("aria-label", `${words.delete}: ${text.textContent}`);
      button.addEventListener("click", () => forget(key, text.textContent, item));
      item.append(text, " ", button);
      return item;
    };

    const show = () => {
      const found = keys();
      shown.replaceChildren(...(found ?? []).map(line));
      shown.hidden = all.hidden = !found?.length;
      return found;
    };

    /** Takes one thing away; focus goes to the button that stands there now, or to what is said. */
    const forget = (key, text, item) => {
      const at = [...shown.children].indexOf(item);
      localStorage.removeItem(key);
      show();
      const next = shown.children[Math.min(at, shown.children.length - 1)];
      const left = shown.children.length ? "" : ` ${words.none}`;
      status.textContent = fill(words.deleted, { what: text }) + left;
      (next?.querySelector("button") ?? status).focus();
    };

    all.addEventListener("click", () => {
      if (!window.confirm(words.delete_all_sure)) return;
      for (const key of keys() ?? []) localStorage.removeItem(key);
      show();
      status.textContent = words.deleted_all;
      status.focus();
    });

    place.querySelector("[data-without-script]").remove();
    const found = show();
    if (!found?.length) status.textContent = found ? words.none : words.refused;
    // Another window of the site may have kept something meanwhile, and so may the page one comes back to.
    window.addEventListener("storage", show);
    window.addEventListener("pageshow", (event) => event.persisted && show());
  }

  for (const place of document.querySelectorAll("[data-remembered]")) setUp(place);
})();
