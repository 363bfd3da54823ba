// The search: a button opens a dialog with a field and a list of hits. Nothing of the index, and not even
// the program that reads it, is loaded before. Without script there is no button.
// A classic script: modules do not load from file://.
"use strict";

(() => {
  const dialog = document.querySelector("[data-search]");
  if (!dialog?.showModal) return;
  const root = new URL("../../", document.currentScript.src);
  const index = new URL(dialog.dataset.search, root);
  const said = JSON.parse(dialog.dataset.words);
  const programs = JSON.parse(dialog.dataset.programs);
  const part = (name) => dialog.querySelector(`[data-search-${name}]`);
  const [form, field, status, list, more] = ["form", "field", "status", "hits", "more"].map(part);
  const SHOWN = 8;
  const PAUSE = 250; // milliseconds after the last letter
  const SAID = 600; // milliseconds from the hits to what is heard of them: who types slowly is not interrupted
  const AROUND = 70; // characters of text before and after a marked word

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  function loadScript(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", done);
      script.addEventListener("error", () => failed(new Error(`${address} cannot be loaded`)));
      document.head.append(script);
    });
  }

  const arrived = new Map(); // what the files of the index held
  const asked = new Map(); // promises of them
  window.slinganIndex = (name, data) => arrived.set(name, data);

  /** Returns a promise of the index file of that name; one that failed is tried again the next time. */
  function load(name) {
    if (!asked.has(name)) {
      const coming = loadScript(new URL(`${name}.js`, index)).then(() => arrived.get(name));
      coming.catch(() => asked.delete(name));
      asked.set(name, coming);
    }
    return asked.get(name);
  }

  let asker;
  async function ready() {
    const [words, ask] = programs;
    if (!window.slinganWords) await loadScript(new URL(words, root));
    if (!window.slinganAsk) await loadScript(new URL(ask, root));
    asker ??= new window.slinganAsk.Asker(load, await load("head"));
    return asker;
  }

  const WORD = /[\p{L}\p{N}]+/gu;

  /** Returns a piece of text around the first marked word; the whole when it is short. */
  function piece(text, isMarked) {
    const first = [...text.matchAll(WORD)].find(([word]) => isMarked(word))?.index ?? 0;
    let start = Math.max(0, first - AROUND);
    let end = Math.min(text.length, first + 2 * AROUND);
    if (start > 0) start = text.indexOf(" ", start) + 1 || start;
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), first + 1);
    return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  }

  /** Returns an element that holds a text with its marked words in <mark>. */
  function marked(tag, text, isMarked, style = "") {
    const element = document.createElement(tag);
    if (style) element.className = style;
    let last = 0;
    for (const found of text.matchAll(WORD)) {
      if (!isMarked(found[0])) continue;
      const mark = document.createElement("mark");
      mark.textContent = found[0];
      element.append(text.slice(last, found.index), mark);
      last = found.index + found[0].length;
    }
    element.append(text.slice(last));
    return element;
  }

  const plain = (tag, text, style) => marked(tag, text, () => false, style);

  /** Returns the address of a page; a folder has no page of its own where no server adds it. */
  function address(url) {
    const made = new URL(url, root);
    if (made.protocol === "file:" && made.pathname.endsWith("/")) made.pathname += "index.html";
    return made.href;
  }

  function item(hit, isMarked) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = address(hit.url);
    link.append(marked("span", hit.heading || hit.title, isMarked, "search-name"));
    if (hit.label) link.append(" ", plain("span", hit.label, "search-kind"));
    made.append(link);
    const page = hit.about || (hit.heading === hit.title ? "" : hit.title);
    if (page) made.append(plain("p", fill(said.on, { title: page }), "search-page"));
    if (hit.text) made.append(marked("p", piece(hit.text, isMarked), isMarked, "search-text"));
    return made;
  }

  let turn = 0; // an answer that comes after the next question is not shown
  let present = { question: "", hits: [], isMarked: () => false };

  async function showMore(own) {
    const from = list.childElementCount;
    const next = present.hits.slice(from, from + SHOWN);
    const found = await Promise.all(next.map((hit) => asker.shown(hit)));
    if (own !== turn) return false;
    list.append(...found.map((hit) => item(hit, present.isMarked)));
    more.hidden = list.childElementCount >= present.hits.length;
    return true;
  }

  function summary({ hits, complete, missing }) {
    if (!hits.length) return said.none;
    const count = hits.length === 1 ? said.one : fill(said.many, { n: hits.length });
    if (complete) return count;
    const absent = missing.length ? ` ${fill(said.missing, { words: missing.join(", ") })}` : "";
    return missing.length ? `${count}.${absent}` : fill(said.some, { n: count });
  }

  async function search() {
    const question = field.value.trim();
    if (question === present.question) return;
    const own = ++turn;
    present = { question, hits: [], isMarked: () => false };
    try {
      const answer = question.length > 1 ? await (await ready()).ask(question) : null;
      if (own !== turn) return;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      if (!answer) return;
      present = { question, ...answer };
      if (!(await showMore(own))) return;
      status.dataset.for = question;
      // Heard once the reader has paused; with one or two letters there is nothing to say yet.
      const heard = question.length > 2 || answer.hits.length ? summary(answer) : "";
      setTimeout(() => own === turn && (status.textContent = heard), SAID);
    } catch {
      if (own !== turn) return;
      present.question = "";
      status.textContent = said.failed;
    }
  }

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  more.addEventListener("click", async () => {
    const first = list.childElementCount;
    if (await showMore(turn)) list.children[first]?.querySelector("a").focus();
  });

  /** Moves focus between the field and the hits by the arrow keys. */
  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const places = [field, ...list.querySelectorAll("a")];
    const at = places.indexOf(document.activeElement);
    const next = places[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  dialog.addEventListener("keydown", (event) => {
    move(event);
    if (event.key === "Escape") dialog.close(); // a search field would only be emptied
  });
  dialog.addEventListener("click", (event) => {
    // Beside the dialog, on its button, or on a hit that may lie on this very page.
    if (event.target === dialog || event.target.closest("[data-search-close], a")) dialog.close();
  });

  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", () => {
      dialog.showModal();
      field.focus();
      field.select();
      ready().catch(() => {
        status.textContent = said.failed;
      });
    });
  }
})();
