// The values of the working tools: what rules return, how it is told in words, and what may be filled in.
// Twins: scripts/press/tools/shape.py, tools/state.py and render/tools.py.

const LOCALES = { sv: "sv-SE", da: "da-DK", en: "en-GB" };

// What rules are written with.
const say = (word, values) => (values ? { say: word, with: values } : { say: word });
const number = (value, digits) => ({ number: value, digits });
const day = (iso) => ({ date: iso });
const listed = (values) => ({ list: values });
const notice = (level, word, values = {}) => ({ level, say: word, with: values });
const row = (cells, level = "") => ({ cells, level });

// A hyphen before a number is passed over by some voices; a minus is read.
const minus = (text) => text.replace("-", "−");

const replace = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** Returns what tells values in the words of a tool, in the language of its page. */
function teller(spec, words, language) {
  const locale = LOCALES[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  const fill = (word, values = {}) =>
    replace(
      spec.words[word] ?? word,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tell(value)])),
    );

  function tell(value) {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (typeof value === "number") return minus(plain.format(value));
    if (typeof value !== "object") return String(value);
    if ("say" in value) return fill(value.say, value.with);
    if ("number" in value) {
      const digits = { minimumFractionDigits: value.digits, maximumFractionDigits: value.digits };
      return minus(new Intl.NumberFormat(locale, digits).format(value.number));
    }
    if ("date" in value) return long.format(new Date(`${value.date}T00:00:00Z`));
    return list.format(value.list.map(tell));
  }

  /** Returns an answer as it is read: the label of what was chosen, a day in words. */
  const answered = (asked, value) => {
    if (value === null || value === "") return "";
    if (asked.kind === "choice") return asked.options.find((option) => option.id === value)?.label ?? "";
    return tell(asked.kind === "date" ? day(value) : value);
  };

  return { fill, tell, answered, words: (word, values = {}) => replace(words[word], values), plain };
}

/** Returns the beginning of what stands in a file, for a message that is read aloud. */
const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const EMPTY = { number: null, tick: false };
const emptyOf = (asked) => (asked.kind in EMPTY ? EMPTY[asked.kind] : "");

const isDay = (text) => {
  const time = /^[12]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** Returns [value] of what stands in a field or a file, or [null, what is wanted instead]. */
function read(asked, typed, tells) {
  const text = String(typed ?? "").trim();
  const { words } = tells;
  if (asked.kind === "tick") {
    if (typeof typed === "boolean") return [typed];
    const lower = text.toLowerCase();
    if (["", "0", "no", "false", words("no")].includes(lower)) return [false];
    return ["1", "x", "yes", "true", words("yes")].includes(lower) ? [true] : [null, words("want_tick")];
  }
  if (!text) return [emptyOf(asked)];
  if (asked.kind === "number") return readNumber(asked, text, tells);
  if (asked.kind === "date") return isDay(text) ? [text] : [null, words("want_date")];
  if (asked.kind === "choice") {
    const lower = text.toLowerCase();
    const found = asked.options.find(({ id, label }) => id === text || label.toLowerCase() === lower);
    const known = asked.options.map((option) => option.label).join(", ");
    return found ? [found.id] : [null, words("want_choice", { known })];
  }
  const one = asked.kind === "text" ? text.replace(/\s*\n\s*/g, " ") : text;
  return one.length <= asked.most ? [one] : [null, words("want_short", { most: asked.most })];
}

function readNumber(asked, text, { words, plain }) {
  const value = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
  const [low, high] = [asked.low ?? -Infinity, asked.high ?? Infinity];
  const whole = Number.isInteger(asked.step);
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return [value];
  if (asked.low === undefined || asked.high === undefined) return [null, words("want_any_number")];
  const limits = { low: plain.format(low), high: plain.format(high) };
  return [null, words(whole ? "want_whole" : "want_number", limits)];
}

/** Returns whether a text looks like somebody's address, number or civic number (Swedish or Danish). */
const looksPersonal = (text) =>
  /[\w.+-]+@[\w-]+\.\w/.test(text) || /(^|\D)(\d{6}|\d{8})[-+ ]?\d{4}(\D|$)/.test(text) ||
  /(^|[^\d-])(\+|00?)\d([ -]?\d){6,}/.test(text);

/** Returns the names that stand there more than once, in order. */
const twins = (names) => [...new Set(names.filter((name, at) => name && names.indexOf(name) !== at))].sort();

/** Returns names of which none is there twice: the second of the same is numbered. Empty ones stay empty. */
function numbered(names) {
  const taken = new Set();
  return names.map((name) => {
    let own = name;
    for (let n = 2; own && taken.has(own.toLowerCase()); n += 1) own = `${name} (${n})`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Returns what a browser remembers as far as it fits today's form, and of the rest what was typed in each place (wrong:
    of fields, of the rows of tables, of squares); wrong is null when all of it fits. */
function salvage(spec, raw, tells) {
  const wrong = { fields: {}, rows: {}, squares: {} };
  let isWhole = Object(raw) === raw && !Array.isArray(raw);
  const old = isWhole ? raw : {};
  const fit = (asked, value, told, place) => {
    const isPlain = typeof value !== "object" || value === null;
    const [good, want] = isPlain ? read(asked, value, tells) : [null, "nothing that could be shown"];
    if (!want) return good;
    isWhole = false;
    if (isPlain) told[place] = String(value);
    return emptyOf(asked);
  };
  const entries = spec.inputs.map((one) => {
    if (one.kind === "table") {
      const rows = (Array.isArray(old[one.id]) ? old[one.id] : []).slice(0, one.most).map(Object);
      wrong.rows[one.id] = rows.map(() => ({}));
      return [one.id, rows.map((row, at) => Object.fromEntries(one.columns.map((column) =>
        [column.id, fit(column, row[column.id], wrong.rows[one.id][at], column.id)])))];
    }
    if (one.kind !== "matrix") return [one.id, fit(one, old[one.id], wrong.fields, one.id)];
    const told = (wrong.squares[one.id] = {});
    return [one.id, Object.fromEntries(Object.entries(Object(old[one.id])).map(([pair, value]) =>
      [pair, fit(one.cell, value, told, pair)]))];
  });
  const given = Object.fromEntries(entries);
  try {
    clean(spec, old, tells);
  } catch {
    isWhole = false;
  }
  return { given, wrong: isWhole ? null : wrong };
}

/** Returns what was filled in as rules want it: every place there, no empty rows, squares numbered anew.
    Throws an Error that says what cannot stand there. */
function clean(spec, raw, tells) {
  const made = {};
  const kept = {}; // of each table, which rows hold anything
  const known = new Set(spec.inputs.map((one) => one.id));
  if (Array.isArray(raw) || Object(raw) !== raw) throw new Error(tells.words("other_file"));
  if (Object.keys(raw).some((name) => !known.has(name))) throw new Error(tells.words("other_file"));
  const answer = (asked, value, column, n = 0) => { // n: of the row, where there are rows
    if (typeof value === "object" && value !== null) throw new Error(tells.words("other_file"));
    const [good, want] = read(asked, value, tells);
    if (want) throw new Error(tells.words(n ? "bad_cell" : "bad_field", { n, column, value: short(String(value)), want }));
    return good;
  };
  for (const one of spec.inputs) {
    if (one.kind === "table") {
      made[one.id] = [];
      kept[one.id] = [];
      const rows = raw[one.id] ?? [];
      const columns = one.columns.map(({ id }) => id);
      // What is left out unsaid would be lost.
      const fits = (given) => Object(given) === given && Object.keys(given).every((name) => columns.includes(name));
      if (!Array.isArray(rows) || !rows.every(fits)) throw new Error(tells.words("other_file"));
      rows.forEach((given, at) => {
        const whole = Object.fromEntries(one.columns.map((column) =>
          [column.id, answer(column, given[column.id], column.label, at + 1)]));
        if (one.columns.every((column) => whole[column.id] === emptyOf(column))) return;
        made[one.id].push(whole);
        kept[one.id].push(at);
      });
      const n = made[one.id].length;
      if (n > one.most) throw new Error(tells.words("too_many", { most: one.most, n }));
    } else if (one.kind !== "matrix") {
      made[one.id] = answer(one, raw[one.id], one.label);
    }
  }
  for (const one of spec.inputs.filter(({ kind }) => kind === "matrix")) {
    const found = [];
    for (const [pair, value] of Object.entries(Object(raw[one.id]))) {
      const [from, to] = pair.split(">").map((old) => kept[one.of].indexOf(Number(old)));
      const good = answer(one.cell, value, one.label);
      const stands = from >= 0 && to >= 0 && (from !== to || one.own);
      if (stands && good !== emptyOf(one.cell)) found.push([from, to, good]);
    }
    found.sort(([a, b], [c, d]) => a - c || b - d);
    made[one.id] = Object.fromEntries(found.map(([from, to, good]) => [`${from}>${to}`, good]));
  }
  return Object.fromEntries(spec.inputs.map((one) => [one.id, made[one.id]]));
}

export {
  say, number, day, listed, notice, row, teller, read, emptyOf, looksPersonal, clean, salvage, replace, numbered, short, twins, LOCALES,
};
