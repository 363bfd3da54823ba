// What comes of what was filled in, as it is shown and printed: sentences, a drawing, tables. `at` is what tool.js
// knows of its page: spec, words, tells, own, kit, title.

import * as csv from "./tool-csv.js";
import { element } from "./tool-form.js";
import { day, replace } from "./tool-values.js";

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Returns an element of a drawing; texts among children become text. */
function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
}

const drawNotices = (notices, { words, tells }) =>
  notices.length
    ? [element("ul", { class: "work-notices" }, notices.map((found) =>
        element("li", { class: `work-${found.level}` }, element("strong", {}, `${words[`level_${found.level}`]}:`), ` ${tells.fill(found.say, found.with)}`)))]
    : [];

const drawTable = (name, columns, rows) =>
  element("div", { class: "table-wrap" }, element("table", { class: "table" },
    name ? element("caption", {}, name) : null,
    columns ? element("thead", {}, element("tr", {}, columns.map((column) =>
      column ? element("th", { scope: "col" }, column) : element("td")))) : null,
    element("tbody", {}, rows.map(({ cells, level: kind }) =>
      element("tr", { class: kind ? `work-${kind}` : null }, cells.map((cell, at) =>
        at ? element("td", {}, cell) : element("th", { scope: "row" }, cell)))))));

const drawTables = (tables, { spec, tells }) =>
  spec.results?.flatMap((table) => {
    const rows = (tables[table.id] ?? []).map(({ cells, level: kind }) => ({ cells: cells.map(tells.tell), level: kind }));
    return rows.length ? [drawTable(table.title, table.columns.map(({ label }) => label), rows)] : [];
  }) ?? [];

const drawPicture = (picture, { own, kit, tells }) => {
  const made = picture && own.draw?.(picture, kit);
  if (!made) return [];
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", tells.fill("picture"));
  return [element("div", { class: "work-picture" }, made)];
};

/** Draws what comes of something into its place, below a heading; without tables, that there is nothing yet. */
function drawAnswer(place, { notices, picture, tables }, at) {
  const { words } = at;
  place.replaceChildren(
    element("h2", { id: "work-answer" }, words.result),
    ...drawNotices(notices, at),
    ...(tables ? [...drawPicture(picture, at), ...drawTables(tables, at)] : [element("p", {}, words.nothing)]),
  );
  // A table or a drawing that does not fit is moved by the arrow keys.
  for (const wrap of place.querySelectorAll(".table-wrap, .work-picture")) {
    if (wrap.scrollWidth <= wrap.clientWidth) continue;
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "group");
    wrap.setAttribute("aria-label", wrap.querySelector("caption")?.textContent ?? words.drawing);
  }
}

/** Returns what there is in a result, in a few words: what to change and think about, else how long its tables are. */
function summary({ notices, tables }, { spec, words }) {
  const count = (kind) => notices.filter((found) => found.level === kind).length;
  const asked = [["stop", words.to_change], ["mind", words.to_think]].filter(([kind]) => count(kind))
    .map(([kind, text]) => replace(text, { n: count(kind) }));
  if (!tables) return [...asked, words.nothing].join(" ");
  const rows = asked.length ? [] : (spec.results ?? []).filter(({ id }) => tables[id]?.length)
    .map(({ id, title: what }) => replace(words.rows_in, { what, n: tables[id].length }));
  return [words.updated, ...asked, ...rows].join(" ");
}

/** Draws what was filled in as tables for paper, where a field would cut off what is longer than itself. today: as an ISO day. */
function drawFilled(place, given, today, { spec, tells, own, kit, title }) {
  const single = spec.inputs.filter(({ kind }) => kind !== "table" && kind !== "matrix")
    .map((one) => ({ cells: [one.label, tells.answered(one, given[one.id])] })).filter(({ cells }) => cells[1]);
  // What the drawing shows, or a square has in its heads, is not told once more.
  const isDrawn = (one) => own.draw && (one.kind === "matrix" || (one.columns.length === 1 && spec.inputs.some(({ of }) => of === one.id)));
  const rest = spec.inputs.filter((one) =>
    (one.kind === "table" || one.kind === "matrix") && Object.keys(given[one.id]).length && !isDrawn(one));
  place.replaceChildren(
    element("p", { class: "work-printed-title" }, title),
    element("p", { class: "work-printed-from" }, `${kit.page.replace(/^https?:\/\//, "")} · ${tells.tell(day(today))}`),
    ...(single.length ? [drawTable("", null, single)] : []),
    ...rest.map((one) => {
      const [heads, ...rows] = csv.rowsOf(one, given, tells, tells.answered);
      return drawTable(one.label, heads, rows.map((cells) => ({ cells })));
    }),
  );
}

export { drawAnswer, drawFilled, summary, svg };
