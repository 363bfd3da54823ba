// Checklists remember their ticks in this browser, count dates from a start day, and travel as a file.
// Nothing is sent anywhere. Without script the boxes can still be ticked.
(() => {
  "use strict";

  const KEY = "slingan:checklist:";
  const FORMAT = "slingan-checklist";

  /** Reads what this browser remembers; anything unreadable counts as nothing. */
  function recall(id) {
    try {
      return sane(JSON.parse(localStorage.getItem(KEY + id)) ?? {});
    } catch {
      return sane({});
    }
  }

  /** Returns only what a checklist can hold, whatever the file or the browser said. */
  function sane(state) {
    const ticked = Array.isArray(state.ticked) ? state.ticked.filter((name) => typeof name === "string") : [];
    const start = /^\d{4}-\d{2}-\d{2}$/.test(state.start) ? state.start : "";
    return { ticked, start };
  }

  /** Remembers state; returns false where the browser does not allow it. */
  function keep(id, state) {
    try {
      if (state.ticked.length || state.start) localStorage.setItem(KEY + id, JSON.stringify(state));
      else localStorage.removeItem(KEY + id);
      return true;
    } catch {
      return false;
    }
  }

  /** Returns the day that lies `days` after an ISO date, in words of the page's language. */
  function dayFrom(start, days, language) {
    const [year, month, day] = start.split("-").map(Number);
    const date = new Date(Date.UTC(year, month - 1, day + days));
    const form = { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return date.toLocaleDateString(language === "en" ? "en-GB" : language, form);
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  }

  function setUp(list) {
    const id = list.dataset.checklist;
    const words = JSON.parse(list.dataset.words);
    const language = document.documentElement.lang;
    const boxes = [...list.querySelectorAll("[data-item]")];
    const start = list.querySelector("[data-start]");
    const status = list.querySelector("[data-status]");
    const say = (text) => {
      status.textContent = text;
    };

    const read = () => ({
      ticked: boxes.filter((box) => box.checked).map((box) => box.dataset.item),
      start: start?.value ?? "",
    });

    const count = () => {
      const done = boxes.filter((box) => box.checked).length;
      const text = fill(words.progress, { done, all: boxes.length });
      const place = list.querySelector("[data-progress]");
      if (place.textContent !== text) place.textContent = text; // else it would be read aloud once more
    };

    const dates = () => {
      for (const place of list.querySelectorAll("[data-days]")) {
        place.dataset.relative ??= place.textContent;
        const day = start?.value ? dayFrom(start.value, Number(place.dataset.days), language) : "";
        place.textContent = day ? `${place.dataset.relative}: ${day}` : place.dataset.relative;
      }
    };

    const show = (state) => {
      for (const box of boxes) box.checked = state.ticked.includes(box.dataset.item);
      if (start) start.value = state.start;
      count();
      dates();
    };

    const changed = () => {
      count();
      dates();
      say(keep(id, read()) ? "" : words.not_kept);
    };

    list.addEventListener("change", (event) => {
      changed();
      if (event.target === start && !status.textContent) say(start.value ? words.dated : words.undated);
    });

    list.querySelector("[data-export]").addEventListener("click", () => {
      const file = new Blob([JSON.stringify({ format: FORMAT, checklist: id, ...read() }, null, 2)], {
        type: "application/json",
      });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = `${id}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      say(fill(words.saved, { name: link.download }));
    });

    list.querySelector("[data-import]").addEventListener("click", () => {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = "application/json,.json";
      input.addEventListener("change", async () => {
        try {
          const data = JSON.parse(await input.files[0].text());
          if (data.format !== FORMAT || data.checklist !== id) throw new Error("another list");
          show(sane(data));
          keep(id, read());
          say(fill(words.imported, { n: read().ticked.length }));
        } catch {
          say(words.wrong_file);
        }
      });
      input.click();
    });

    list.querySelector("[data-reset]").addEventListener("click", () => {
      if (!window.confirm(words.reset_sure)) return;
      show(sane({}));
      keep(id, read());
      say(words.wiped);
    });

    show(recall(id));
  }

  for (const list of document.querySelectorAll("[data-checklist]")) setUp(list);
})();
