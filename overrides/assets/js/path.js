// Learning paths: what has been read is kept in this browser, path by path, and travels as a file.
// Nothing is sent anywhere. Without script a path is a list of chapters, and its boxes lead on all the same.
(() => {
  "use strict";

  const FORMAT = "slingan-path";
  const VERSION = 1;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const { kept, keep } = window.slingan;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const isName = (name) => typeof name === "string" && /^[a-z0-9-]{1,60}$/.test(name);

  /** Returns the day of today where the reader is, as an ISO date. */
  function today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** Returns the chapters of a path that this browser knows to be read, with their days. */
  function recall(path) {
    const read = Object(Object(kept(`path:${path}`)).read);
    return new Map(Object.entries(read).filter(([name, day]) => isName(name) && DAY.test(day)));
  }

  /** Remembers what is read of a path, and that one is on it; returns false where the browser refuses. */
  function remember(path, read) {
    keep(`path:${path}`, read.size ? { read: Object.fromEntries(read) } : null);
    keep("path", path);
    return kept("path") === path;
  }

  /** Forgets a path, and that one is on it. */
  function forget(path) {
    keep(`path:${path}`, null);
    if (kept("path") === path) keep("path", null);
  }

  /** Returns how far one has come, in words. */
  function progress(words, steps, read) {
    const done = steps.filter((step) => read.has(step)).length;
    const text = done === steps.length ? words.all_read : words.progress;
    return fill(text, { done, all: steps.length });
  }

  /** Writes into a status only what is not there yet: the same text once more would be read aloud again. */
  function tell(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  /** Does something now, and again when another window has changed what is kept or the reader comes back. */
  function always(show) {
    show();
    window.addEventListener("storage", show);
    // Also on a page that is loaded anew: on the way back browsers tick boxes as they were left.
    window.addEventListener("pageshow", show);
  }

  // The boxes at the end of a chapter.
  function setUpBoxes(place) {
    const words = JSON.parse(place.dataset.words);
    const chapter = place.dataset.pathBoxes;
    const boxes = [...place.querySelectorAll(".path-box")];
    const others = [...place.querySelectorAll("[data-path-other]")];
    let unkept = null; // what is read though the browser refuses to remember it

    /** Returns the box of the path one is on: what the address says, what is kept, else what suits the text. */
    const chosen = () => {
      const of = (name) => boxes.find((box) => box.dataset.path === name);
      const easy = document.documentElement.dataset.reading === "easy";
      const asked = new URLSearchParams(location.search).get("path");
      return of(asked) ?? of(kept("path")) ?? (easy && boxes.find((box) => "easy" in box.dataset)) ?? boxes[0];
    };

    const show = () => {
      const one = chosen() || boxes[0];
      for (const box of boxes) {
        const path = box.dataset.path;
        const read = unkept?.path === path ? unkept.read : recall(path);
        box.classList.toggle("shown", box === one);
        box.querySelector("[data-read]").setAttribute("aria-pressed", String(read.has(chapter)));
        const said = unkept?.path === path ? words.not_kept : progress(words, JSON.parse(box.dataset.steps), read);
        tell(box.querySelector("[data-progress]"), said);
      }
      for (const item of others) item.hidden = item.dataset.pathOther === one.dataset.path;
    };

    place.addEventListener("click", (event) => {
      const button = event.target.closest("[data-read]");
      if (!button) return;
      const path = button.closest(".path-box").dataset.path;
      const read = unkept?.path === path ? unkept.read : recall(path);
      if (!read.delete(chapter)) read.set(chapter, today());
      unkept = remember(path, read) ? null : { path, read };
      show();
    });
    document.addEventListener("slingan:reading", show);
    always(show);
  }

  /** Returns the text of a file that the reader chooses. */
  function chosenFile() {
    return new Promise((resolve) => {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = "application/json,.json";
      input.addEventListener("change", () => resolve(input.files[0].text()));
      input.click();
    });
  }

  /** Gives the reader a file to keep. */
  function save(name, content) {
    const file = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** Returns what a saved file says is read of a path; throws the name of the words that say what is wrong. */
  function opened(text, path, titles) {
    let data;
    try {
      data = Object(JSON.parse(text));
    } catch {
      throw "wrong_text";
    }
    if (data.format !== FORMAT) throw "wrong_format";
    if (data.version !== VERSION) throw "wrong_version";
    if (data.path !== path) throw Object.hasOwn(titles, data.path) ? "wrong_path" : "wrong_format";
    const isRead = (one) => isName(one?.chapter) && typeof one.date === "string" && DAY.test(one.date);
    if (!Array.isArray(data.read) || !data.read.every(isRead)) throw "wrong_read";
    return new Map(data.read.map((one) => [one.chapter, one.date]));
  }

  // The page of a path.
  function setUpPath(place) {
    const path = place.dataset.path;
    const words = JSON.parse(place.dataset.words);
    const titles = JSON.parse(place.dataset.titles);
    const boxes = [...place.querySelectorAll("[data-step]")];
    const steps = boxes.map((box) => box.dataset.step);
    const start = place.querySelector("[data-begin]");
    const begin = start.textContent;
    const status = place.querySelector("[data-status]");
    let read = recall(path);

    const show = () => {
      for (const box of boxes) box.checked = read.has(box.dataset.step);
      tell(place.querySelector("[data-progress]"), progress(words, steps, read));
      const next = boxes.find((box) => !box.checked) ?? boxes[0];
      const link = next.closest("li").querySelector("a");
      const begun = boxes.some((box) => box.checked);
      start.href = link.href;
      const text = boxes.every((box) => box.checked) ? words.again : words.go_on;
      start.textContent = begun ? fill(text, { title: link.textContent }) : begin;
    };

    /** Shows and remembers; says that it is not remembered rather than what was to be said. */
    const change = (said) => {
      show();
      status.textContent = remember(path, read) ? said : words.not_kept;
    };

    start.addEventListener("click", () => remember(path, read));

    place.addEventListener("change", (event) => {
      if (event.target.checked) read.set(event.target.dataset.step, today());
      else read.delete(event.target.dataset.step);
      change("");
    });

    place.querySelector("[data-export]").addEventListener("click", () => {
      const list = [...read].map(([chapter, date]) => ({ chapter, date }));
      const name = `slingan-${path}.json`;
      save(name, { format: FORMAT, version: VERSION, path, read: list });
      status.textContent = fill(words.saved, { name });
    });

    place.querySelector("[data-import]").addEventListener("click", async () => {
      const text = await chosenFile();
      let found;
      try {
        found = opened(text, path, titles);
      } catch (wrong) {
        const title = wrong === "wrong_path" ? titles[JSON.parse(text).path] : "";
        status.textContent = fill(words[wrong] ?? words.wrong_text, { title });
        return;
      }
      const known = [...found].filter(([name]) => steps.includes(name));
      read = new Map([...known, ...read]); // what is read here already stays read
      const gone = found.size - known.length;
      const said = [words.opened, gone ? fill(words.gone, { n: gone }) : "", progress(words, steps, read)];
      change(said.filter(Boolean).join(" "));
    });

    place.querySelector("[data-forget]").addEventListener("click", () => {
      if (!window.confirm(words.forget_sure)) return;
      read = new Map();
      forget(path);
      show();
      status.textContent = words.forgotten;
    });

    always(() => {
      // A browser that refuses to remember leaves what was ticked on this page as it is.
      if (kept("path") !== null || !read.size) read = recall(path);
      show();
    });
  }

  // The home page: the way back to where one was.
  function setUpHome(place) {
    const words = JSON.parse(place.dataset.words);
    const paths = JSON.parse(place.dataset.pathGoOn);
    const link = place.querySelector("a");
    always(() => {
      const name = kept("path");
      const path = Object.hasOwn(paths, String(name)) ? paths[name] : null;
      link.hidden = !path;
      if (!path) return;
      const read = recall(name);
      const at = path.steps.findIndex((step) => !read.has(step.id));
      const all = path.steps.length;
      const next = path.steps[at];
      link.href = next ? next.href : path.href;
      const text = next ? words.home : words.home_done;
      link.textContent = fill(text, { path: path.title, n: at + 1, all, title: next?.title });
    });
  }

  for (const place of document.querySelectorAll("[data-path-boxes]")) setUpBoxes(place);
  for (const place of document.querySelectorAll(".path[data-path]")) setUpPath(place);
  for (const place of document.querySelectorAll("[data-path-go-on]")) setUpHome(place);
})();
