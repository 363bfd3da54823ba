// Tables of the working tools to and from spreadsheets: comma-separated values after RFC 4180, with the
// separator and the decimal sign that the reader's spreadsheet uses.

import * as tool from "./tool-values.js";

const ZIP = "PK\u0003\u0004"; // what the files of spreadsheet programs begin with

/** Returns the rows of a file; what parts the cells is what its first line says (sep=;), else whichever of ; , and
    tab stands most in it. Throws an Error in words. */
function parse(text, { words }) {
  if (text.startsWith(ZIP) || text.includes("\0")) throw new Error(words("no_table"));
  const bared = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const told = /^sep=([;,\t])[^\n]*\n/i.exec(bared);
  const whole = told ? bared.slice(told[0].length) : bared;
  const first = whole.split("\n", 1)[0].replace(/"[^"]*"/g, "");
  const [separator] = told?.[1] ?? [";", ",", "\t"].sort((a, b) => first.split(b).length - first.split(a).length);
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = 0; // the row in which the quotation mark stands that is open
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (whole[at + 1] === '"') cell += whole[(at += 1)];
      else quoted = 0;
    } else if (sign === '"' && !cell) quoted = rows.length + 1;
    else if (sign === separator) endCell();
    else if (sign === "\n") {
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  // All the rows after it would stand in one cell.
  if (quoted) throw new Error(words("open_quote", { n: quoted }));
  endCell();
  rows.push(row);
  return rows.map((cells) => cells.map(bare)).filter((cells) => cells.some(Boolean));
}

// A spreadsheet would take what begins so for a formula: an apostrophe before it keeps it a text.
const FORMULA = /^[=+\-@\t]/;
const safe = (text) => (FORMULA.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text);
const bare = (text) => (/^'[=+\-@\t]/.test(text) ? text.slice(1) : text).trim();

/** Returns rows of texts as a file; Swedish and Danish spreadsheets part cells by semicolons. */
function write(rows, language) {
  const separator = language === "en" ? "," : ";";
  const cell = (text) => {
    const kept = safe(text.replace(/^−(?=\d)/, "-")); // a spreadsheet counts with a hyphen
    return /["\n;,\t]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}

/** Returns an answer as a cell that can be read again. */
const asCell = (asked, value, tells) => {
  if (asked.kind === "date") return value;
  return asked.kind === "tick" ? tells.tell(value) : tells.answered(asked, value);
};

const squareHeads = (words) => [words("csv_from"), words("csv_to"), words("csv_value")];

/** Returns the rows of a table or a square that was filled in, heads first; written: how an answer is told. */
function rowsOf(one, given, tells, written = asCell) {
  if (one.kind === "table") {
    const heads = one.columns.map((column) => column.label);
    const cells = (row) => one.columns.map((column) => written(column, row[column.id], tells));
    return [heads, ...given[one.id].map(cells)];
  }
  const { words } = tells;
  const names = tool.numbered(given[one.of].map((row) => row[one.by]));
  const pairs = Object.entries(given[one.id]).map(([pair, value]) => {
    const [from, to] = pair.split(">").map((at) => names[at]);
    return [from, to, written(one.cell, value, tells)];
  });
  return [squareHeads(words), ...pairs];
}

const SQUARE_IDS = ["from", "to", "value"]; // heads that every language knows
const same = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Returns what was filled in with a table or a square taken from a file's rows; answers in squares of the table
    go with the names of its rows. Throws an Error in words. */
function withRows(one, rows, given, tells, squares = []) {
  const { words } = tells;
  if (rows.length < 2) throw new Error(words("empty_file"));
  return one.kind === "table" ? withTable(one, rows, given, tells, squares) : withSquare(one, rows, given, tells);
}

function value(asked, text, n, column, tells) {
  const [good, want] = tool.read(asked, text, tells);
  if (want) throw new Error(tells.words("bad_cell", { n, column, value: tool.short(text), want }));
  return good;
}

/** Returns the Error that says which column is not known, or that a cell stands under none. */
const strange = (head, known, { words }) =>
  new Error(head ? words("bad_column", { column: tool.short(head), known }) : words("no_head", { known }));

/** Throws an Error when two columns have the same head: one of them would be lost. */
function refuseTwins(heads, { words }) {
  const [column] = tool.twins(heads);
  if (column) throw new Error(words("two_columns", { column }));
}

function withTable(one, [heads, ...rows], given, tells, squares) {
  const wide = Math.max(heads.length, ...rows.slice(0, one.most).map((cells) => cells.length));
  const isUsed = (place) => rows.slice(0, one.most).some((cells) => cells[place]);
  const columns = Array.from({ length: wide }, (_, place) => {
    const head = heads[place] ?? "";
    const found = one.columns.find(({ id, label }) => same(head, id) || same(head, label));
    const known = one.columns.map((column) => column.label).join(", ");
    // What stands under no head, or one that nobody knows, would be lost.
    if (!found && (head || isUsed(place))) throw strange(head, known, tells);
    return found;
  });
  refuseTwins(columns.map((column) => column?.label), tells);
  if (rows.length > one.most) throw new Error(tells.words("too_many", { most: one.most, n: rows.length }));
  const made = rows.map((cells, at) =>
    Object.fromEntries(columns.flatMap((column, place) =>
      column ? [[column.id, value(column, cells[place] ?? "", at + 2, column.label, tells)]] : [])));
  const moved = squares.map((square) => [square.id, movedIn(square, given[one.id], made, given[square.id])]);
  return { ...given, ...Object.fromEntries(moved), [one.id]: made };
}

/** Returns the answers of a square after its rows came in another order. A row with a new name stands for the old
    one in its place, if that is not named any more. */
function movedIn(square, before, after, answers) {
  const namesOf = (rows) => tool.numbered(rows.map((row) => row[square.by] ?? "")).map((name) => name.toLowerCase());
  const [old, now] = [namesOf(before), namesOf(after)];
  const place = old.map((name, at) => {
    const found = now.indexOf(name);
    return found < 0 && at < now.length && !old.includes(now[at]) ? at : found;
  });
  return Object.fromEntries(Object.entries(answers).flatMap(([pair, answer]) => {
    const ends = pair.split(">").map((end) => place[end]);
    return ends.some((end) => end < 0) ? [] : [[ends.join(">"), answer]];
  }));
}

function withSquare(one, [heads, ...rows], given, tells) {
  const { words } = tells;
  refuseTwins(heads.map((head) => head.toLowerCase()), tells);
  const known = squareHeads(words);
  const columns = known.map((wanted, at) => heads.findIndex((head) => same(head, wanted) || same(head, SQUARE_IDS[at])));
  // What stands under no head, or one that nobody knows, would be lost.
  const wide = Math.max(...[heads, ...rows].map((cells) => cells.findLastIndex(Boolean) + 1));
  const places = Array.from({ length: wide }, (_, at) => at);
  const odd = places.filter((at) => !columns.includes(at)).map((at) => heads[at] ?? "")[0] ?? known.find((_, at) => columns[at] < 0);
  if (odd !== undefined) throw strange(odd, known.join(", "), tells);
  const table = given[one.of].map((row) => ({ ...row }));
  const seats = new Map(tool.numbered(table.map((row) => row[one.by])).map((name, place) => [name.toLowerCase(), place]));
  const at = (name, n) => {
    if (!name) throw new Error(words("bad_cell", { n, column: one.label, value: name, want: words("want_known") }));
    const key = name.trim().toLowerCase();
    if (!seats.has(key)) seats.set(key, table.push({ [one.by]: name }) - 1);
    return seats.get(key);
  };
  const square = {};
  rows.forEach((cells, line) => {
    const [from, to, answer] = columns.map((place) => cells[place] ?? "");
    const pair = `${at(from, line + 2)}>${at(to, line + 2)}`;
    square[pair] = value(one.cell, answer, line + 2, one.label, tells);
  });
  return { ...given, [one.of]: table, [one.id]: square };
}

export { parse, write, rowsOf, withRows };
