// Runs the working tools: form, result, files, print. A tool's own rules stand in tool-<id>.js, which calls
// makeTool. Nothing is sent, and nothing is kept unless the reader ticks the box for it.

import { drawAnswer, drawFilled, summary, svg } from "./tool-answer.js";
import * as csv from "./tool-csv.js";
import { ask, save } from "./tool-files.js";
import { draw, element } from "./tool-form.js";
import * as tool from "./tool-values.js";

const MOST_BACK = 20; // versions that can be brought back
const WAIT = 250; // ms after the last key before the result is drawn anew

const holdsAny = (value) => (Object(value) === value ? Object.values(value).some(holdsAny) : Boolean(value));
const copy = (value) => JSON.parse(JSON.stringify(value));

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function setUp(section, own) {
  const spec = JSON.parse(section.dataset.spec);
  const words = JSON.parse(section.dataset.words);
  const language = document.documentElement.lang;
  const tells = tool.teller(spec, words, language);
  const place = section.querySelector("[data-place]");
  const kept = `tool:${spec.id}`;
  const form = element("div", { class: "work-form" });
  const status = element("p", { class: "work-status", role: "status" });
  // The same for the eye beside the buttons: the status lies many screens away from them on a phone.
  const [above, below] = [1, 2].map(() => element("p", { class: "work-told", "aria-hidden": "true" }));
  const answer = element("div", { class: "work-answer" });
  const title = section.getAttribute("aria-label"); // the heading of the page may hold an easy-read one too
  let before = []; // versions of what stood here until something took its place, the latest last
  let waiting = null;
  let elsewhere = null; // what another tab wrote last
  let done = []; // what is to be said with the next result
  let canUndo = false; // whether the reader is to be told of the button that brings back what was taken away
  let said = "";
  const undo = tool.replace(words.undo, { button: words.back });

  /** Draws at once what was to be drawn in a moment. */
  function settle() {
    if (waiting === null) return;
    clearTimeout(waiting);
    waiting = null;
    showChanged();
  }

  /** Says what a press of a button came to, after what was typed before it. */
  const say = (text) => {
    settle();
    above.textContent = below.textContent = "";
    status.textContent = text;
  };
  const sayAt = (place) => (text) => {
    say(text);
    place.textContent = text;
  };
  const [sayAbove, sayBelow] = [above, below].map(sayAt);

  // Everything there, so that fields can be drawn; rows may be empty until the rules get them.
  const empty = () => Object.fromEntries(spec.inputs.map((one) =>
    [one.id, one.kind === "table" ? [] : one.kind === "matrix" ? {} : tool.emptyOf(one)]));

  const desk = {
    spec, words, tells, say, given: empty(), squares: new Map(),
    wrong: new WeakMap(), // of each row, what was typed that will not do
    wrongFields: {},
    wrongSquares: {},
    wrongIn: (square) => (desk.wrongSquares[square] ??= {}),
    /** Asks for a new result. text: what was done, if the fields do not say it; it is read aloud with the result. */
    changed(text = "", isKept = false) {
      if (text) done.push(text);
      canUndo ||= isKept;
      clearTimeout(waiting);
      waiting = setTimeout(settle, WAIT);
    },
    /** Keeps what stands there, and returns whether there was anything of the reader's own to keep. */
    remember() {
      return push(version());
    },
    redrawSquares(table) {
      for (const [one, redraw] of desk.squares) if (one.of === table) redraw();
    },
    renamed(table, column) {
      for (const [one, redraw] of desk.squares) if (one.of === table && one.by === column) redraw();
    },
    /** Takes a row out of squares; those behind it move up. */
    dropFromSquares(table, at) {
      for (const one of spec.inputs.filter((input) => input.kind === "matrix" && input.of === table)) {
        const without = (answers) => Object.fromEntries(Object.entries(answers).flatMap(([pair, value]) => {
          const ends = pair.split(">").map(Number);
          return ends.includes(at) ? [] : [[ends.map((end) => end - (end > at)).join(">"), value]];
        }));
        desk.given[one.id] = without(desk.given[one.id]);
        desk.wrongSquares[one.id] = without(desk.wrongIn(one.id));
      }
    },
  };

  const clean = () => tool.clean(spec, desk.given, tells);

  // What was typed and will not do; null when nothing is wrong.
  const typed = () => {
    const rows = spec.inputs.filter(({ kind }) => kind === "table")
      .map(({ id }) => [id, desk.given[id].map((row) => ({ ...desk.wrong.get(row) }))]);
    const wrong = { fields: desk.wrongFields, rows: Object.fromEntries(rows), squares: desk.wrongSquares };
    return holdsAny(wrong) ? copy(wrong) : null;
  };
  const version = () => (typed() ? { given: copy(desk.given), wrong: typed() } : { given: clean(), wrong: null });

  /** Keeps a version, so that it can be brought back; returns whether there was anything of the reader's own. */
  function push(now) {
    // The example is one press away, and would push out what the reader wrote.
    if (!now.wrong && (isEmpty(now.given) || isSame(now.given, tool.clean(spec, spec.example, tells)))) return false;
    before = [...before.filter((old) => !isSame(old, now)), now].slice(-MOST_BACK);
    back.hidden = false;
    return true;
  }

  /** Returns a text, and if so that something in the form is not with. */
  const andLeftOut = (text) => (typed() ? `${text} ${words.left_out}` : text);
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const isEmpty = (given) => isSame(given, tool.clean(spec, {}, tells));

  const kit = {
    svg, save, say: sayBelow, language, tells,
    fill: (word, values) => tells.fill(word, values),
    show: (value) => tells.tell(value),
    page: location.href.split(/[?#]/)[0],
  };
  const sight = { spec, words, tells, own, kit, title };

  /** Returns a notice of the fields with something that will not do: the rules take them for empty. */
  function unusable() {
    const fields = [...form.querySelectorAll("[aria-invalid]")].map((field) => field.getAttribute("aria-label") ?? field.labels[0].textContent);
    return fields.length ? [{ level: "stop", say: tool.replace(words.unusable, { fields: tells.tell({ list: fields }) }) }] : [];
  }

  /** Draws what comes of what stands in the form, and returns it; notices are all that are shown. */
  function show() {
    const given = clean();
    const found = isEmpty(given) ? { notices: [], tables: null, picture: null } : own.workOut(given, spec.rules, today());
    const result = { ...found, notices: [...unusable(), ...found.notices] };
    drawAnswer(answer, result, sight);
    return result;
  }

  function showChanged() {
    const now = summary(show(), sight);
    if (keep.checked) window.slingan.keep(kept, clean());
    // The same once more is not written again: it would be read aloud at every key.
    if (now !== said || done.length) say([...done, now, ...(canUndo ? [undo] : [])].join(" "));
    said = now;
    done = [];
    canUndo = false;
  }

  function fill({ given, wrong }) {
    desk.given = copy(given);
    desk.squares.clear();
    desk.wrongFields = { ...wrong?.fields };
    desk.wrongSquares = copy(wrong?.squares ?? {});
    for (const [table, rows] of Object.entries(wrong?.rows ?? {})) {
      rows.forEach((told, at) => desk.wrong.set(desk.given[table][at], { ...told }));
    }
    draw(form, desk);
  }

  /** Puts other values into the form; what stood there can be brought back. wrong: what else was typed there. */
  function take(given, text, { keepBefore = true, wrong = null, hint = undo, tell = sayAbove } = {}) {
    const next = tool.clean(spec, given, tells);
    const isKept = keepBefore && Boolean(typed() || !isSame(clean(), next)) && desk.remember();
    clearTimeout(waiting);
    waiting = null;
    fill({ given: wrong ? given : next, wrong });
    show();
    if (keep.checked) window.slingan.keep(kept, clean());
    said = "";
    done = [];
    canUndo = false;
    tell(isKept && hint ? `${text} ${hint}` : text);
  }

  const button = (text, press, attributes = {}) => {
    const made = element("button", { type: "button", class: "button", ...attributes }, text);
    made.addEventListener("click", press);
    return made;
  };

  const back = button(words.back, () => {
    const old = before.pop();
    const now = before;
    take(old.given, words.brought, { wrong: old.wrong, hint: "" });
    // What stood here a moment ago comes last, so that pressing goes through all of it.
    if (before !== now) before = [before[before.length - 1], ...before.slice(0, -1)];
    if (before.length) return;
    back.hidden = true;
    example.focus();
  }, { hidden: true });
  const example = button(words.example, () => take(spec.example, words.shown_example), { "data-example": true });
  const buttons = [
    example,
    button(words.open, () => ask(".json,application/json", { words, say: sayAbove }, (name, text) => {
      const file = JSON.parse(text);
      if (file?.slingan !== spec.id || Array.isArray(file.input)) throw new Error(words.other_file);
      take(file.input, tool.replace(words.opened, { name }));
    })),
    button(words.clear, () => take({}, words.cleared)),
    back,
    element("a", { class: "work-ahead", href: "#work-answer" }, words.to_answer),
  ];

  const saved = (name) => sayBelow(andLeftOut(tool.replace(words.saved, { name })));
  const after = [
    button(words.print, () => {
      root.dataset.printing = "tool";
      window.print();
    }),
    button(words.save, () => {
      const name = `${spec.id}.json`;
      save(name, "application/json", `${JSON.stringify({ slingan: spec.id, version: 1, input: clean() }, null, 1)}\n`);
      saved(name);
    }),
    ...(own.actions ?? []).map((action) => button(tells.fill(action.word), () => action.run(clean(), own.workOut(clean(), spec.rules, today()), kit))),
  ];

  const saveTable = (name, rows) => {
    save(name, "text/csv;charset=utf-8", csv.write(rows, language));
    saved(name);
  };
  const inOut = spec.inputs.filter(({ kind }) => kind === "table" || kind === "matrix").flatMap((one) => [
    button(tool.replace(words.csv_open, { what: one.label }), () => ask(".csv,.txt,.tsv,text/csv", { words, say: sayBelow }, (name, text) =>
      take(csv.withRows(one, csv.parse(text, tells), clean(), tells, spec.inputs.filter(({ kind, of }) => kind === "matrix" && of === one.id)), tool.replace(words.opened, { name }), { tell: sayBelow }))),
    button(tool.replace(words.csv_save, { what: one.label }), () => saveTable(`${spec.id}-${one.id}.csv`, csv.rowsOf(one, clean(), tells))),
  ]);
  const out = (spec.results ?? []).map((table) => button(tool.replace(words.csv_save, { what: table.title }), () => {
    const rows = own.workOut(clean(), spec.rules, today()).tables[table.id] ?? [];
    saveTable(`${spec.id}-${table.id}.csv`, [table.columns.map(({ label }) => label), ...rows.map((row) => row.cells.map(tells.tell))]);
  }));
  const tables = inOut.length + out.length
    ? element("details", { class: "work-files" }, element("summary", {}, inOut.length ? words.tables : words.tables_out), element("p", { class: "buttons" }, inOut, out))
    : null;

  const keep = element("input", { type: "checkbox", id: "work-keep" });
  keep.addEventListener("change", () => {
    const other = keep.checked ? window.slingan.kept(kept) : null;
    if (other) push(tool.salvage(spec, other, tells)); // written in another tab, or by an older copy of the site
    window.slingan.keep(kept, keep.checked ? clean() : null);
    const isRefused = keep.checked && !window.slingan.kept(kept);
    if (isRefused) keep.checked = false;
    sayBelow(isRefused ? words.not_kept : keep.checked ? andLeftOut(words.kept) : words.forgotten);
  });

  // Two tabs that both remember would take turns in overwriting each other: the one left alone follows.
  window.addEventListener("storage", ({ key }) => {
    if (!keep.checked || (key !== null && key !== `slingan:${kept}`)) return;
    const other = window.slingan.kept(kept);
    try {
      if (!other) throw new Error(words.forgotten);
      take(other, words.elsewhere, { keepBefore: Boolean(typed()) || !isSame(clean(), elsewhere) });
      elsewhere = clean();
    } catch {
      keep.checked = false;
      sayBelow(words.forgotten);
    }
  });
  // What was typed last is remembered also when the page is left at once.
  window.addEventListener("pagehide", settle);

  const filled = element("div", { class: "work-filled" });
  const root = document.documentElement;
  window.addEventListener("beforeprint", () => {
    settle();
    drawFilled(filled, clean(), today(), sight);
  });
  window.addEventListener("afterprint", () => delete root.dataset.printing);

  place.replaceChildren(
    element("div", { class: "work-buttons buttons", role: "group", "aria-label": words.tools }, buttons),
    above,
    form,
    status,
    filled,
    element("section", { class: "work-result", "aria-labelledby": "work-answer" }, answer),
    element("p", { class: "work-buttons buttons" }, after),
    ...(tables ? [tables] : []),
    element("p", { class: "work-keep" }, keep, " ", element("label", { for: "work-keep" }, words.keep)),
    below,
  );
  section.querySelector("[data-without-script]")?.remove();
  const old = window.slingan.kept(kept);
  // What an older copy of the site kept may not fit: it stands in its place with what is wanted, and is not overwritten.
  const restored = tool.salvage(spec, old ?? {}, tells);
  keep.checked = Boolean(old) && !restored.wrong;
  fill(restored.wrong ? restored : { given: tool.clean(spec, restored.given, tells), wrong: null });
  show();
  if (restored.wrong) sayAbove(words.kept_partly);
  section.dataset.ready = "";
  // For the tests that hold a tool's twins together.
  section.workOut = (given, day) => own.workOut(tool.clean(spec, given, tells), spec.rules, day);
}

/** Makes a tool of the rules in own (workOut, draw, actions) wherever the page has its place. */
function makeTool(id, own) {
  for (const section of document.querySelectorAll(`[data-tool="${id}"]`)) setUp(section, own);
}

export { makeTool };
