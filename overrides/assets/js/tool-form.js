// The form of a working tool, drawn from its data file: single answers, rows that come and go, squares.

import * as tool from "./tool-values.js";

let drawn = 0; // for names that are used once on a page

// What waits until a press is over; null when nothing is pressed. What is said beside the field that one leaves by
// pressing a button would move the button away before the press is done, and nothing would happen.
let waiting = null;
document.addEventListener("pointerdown", () => {
  waiting ??= [];
}, true);
for (const over of ["pointerup", "pointercancel", "keydown"]) {
  document.addEventListener(over, () => {
    const now = waiting ?? [];
    waiting = null;
    setTimeout(() => now.forEach((act) => act()));
  }, true);
}
const afterPress = (act) => (waiting ? waiting.push(act) : act());

/** Returns an element; of children, texts become text and null is left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

/** Draws one place to fill in. changed gets its value; what cannot be read is said beside it and counts as none,
    and changed gets it too, as it was typed, so that it (wrong) is still there when the place is drawn anew. */
function control(asked, value, { name, id, words, tells, changed, about, wrong = "" }) {
  const common = { id, "aria-label": name, "aria-describedby": about };
  // Read aloud when it comes: who has left the field by the keyboard would not hear it otherwise.
  const trouble = element("span", { class: "work-trouble", id: `${id}-trouble`, "aria-live": "polite" });
  const complain = (text) => {
    if (trouble.textContent !== text) trouble.textContent = text;
    const said = [about, text ? trouble.id : null].filter(Boolean).join(" ");
    if (said) input.setAttribute("aria-describedby", said);
    else input.removeAttribute("aria-describedby");
  };
  const input = drawInput(asked, value, common, words);
  const read = () => {
    const typed = asked.kind === "tick" ? input.checked : input.value;
    const [good, want] = tool.read(asked, typed, tells);
    changed(want ? tool.emptyOf(asked) : good, want ? typed : "");
    return want;
  };
  input.addEventListener("input", () => {
    const want = read();
    if (!want || input.getAttribute("aria-invalid")) judge(want);
  });
  // Only who has finished typing is told that it will not do.
  input.addEventListener("change", () => {
    const want = read();
    afterPress(() => judge(want));
  });
  const judge = (want) => {
    if (want) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    const personal = ["text", "lines"].includes(asked.kind) && tool.looksPersonal(input.value);
    complain(want ?? (personal ? words.personal : ""));
  };
  if (wrong) {
    input.value = wrong;
    judge(tool.read(asked, wrong, tells)[1]);
  }
  return [input, trouble];
}

function drawInput(asked, value, common, words) {
  if (asked.kind === "choice") {
    const options = [{ id: "", label: words.no_answer }, ...asked.options];
    return element("select", common, options.map((option) =>
      element("option", { value: option.id, selected: option.id === value }, option.label)));
  }
  if (asked.kind === "lines") {
    const area = element("textarea", { ...common, rows: 3 });
    area.value = value;
    return area;
  }
  const made = element("input", { ...common, ...typeOf(asked) });
  if (asked.kind === "tick") made.checked = value;
  else made.value = value === null ? "" : asked.kind === "number" ? comma(value) : value;
  return made;
}

const comma = (value) => (document.documentElement.lang === "en" ? String(value) : String(value).replace(".", ","));

const typeOf = (asked) =>
  ({
    text: { type: "text", autocomplete: "off" },
    number: { type: "text", inputmode: Number.isInteger(asked.step) ? "numeric" : "decimal", autocomplete: "off", class: "work-number" },
    date: { type: "date", min: "1000-01-01", max: "2999-12-31" },
    tick: { type: "checkbox" },
  })[asked.kind];

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Draws the form into place and returns nothing. desk: what tool.js sets up. */
function draw(place, desk) {
  const { spec } = desk;
  const drawOne = (one) => {
    if (one.kind === "table") return drawTable(one, desk);
    return one.kind === "matrix" ? drawSquare(one, desk) : drawField(one, desk);
  };
  place.replaceChildren(...spec.inputs.flatMap((one) => {
    const group = spec.groups.find(({ inputs }) => inputs.includes(one.id));
    if (!group) return [drawOne(one)];
    if (group.inputs[0] !== one.id) return [];
    const inside = spec.inputs.filter(({ id }) => group.inputs.includes(id));
    return [element("fieldset", { class: "work-group" }, element("legend", {}, group.label), inside.map(drawOne))];
  }));
}

function labelled(one, value, desk, set, name = null, wrong = "") {
  const id = `work-${(drawn += 1)}`;
  const hint = one.hint ? element("span", { class: "work-hint", id: `${id}-hint` }, one.hint) : null;
  const [input, trouble] = control(one, value, {
    ...desk, name, id, wrong, about: hint?.id ?? null, changed: (good, typed) => {
      set(good, typed);
      desk.changed();
    },
  });
  const label = element("label", { for: id, class: "work-label" }, one.label);
  const inner = one.kind === "tick" ? [input, " ", label, " ", hint] : [label, hint, input];
  return element("div", { class: `work-field work-field-${one.kind}` }, inner, trouble);
}

const drawField = (one, desk) =>
  labelled(one, desk.given[one.id], desk, (good, typed) => {
    desk.given[one.id] = good;
    desk.wrongFields[one.id] = typed;
  }, null, desk.wrongFields[one.id]);

// Said when one comes into the table or the square.
const hintOf = (one) => (one.hint ? element("p", { class: "work-hint", id: `work-${(drawn += 1)}-hint` }, one.hint) : null);

function drawTable(one, desk) {
  const { words, given } = desk;
  const rows = element("div", { class: "work-rows" });
  const add = element("button", { type: "button", class: "button" }, tool.replace(words.add, { row: one.row }));
  // For the eye, beside the button: what is read aloud stands many screens further down on a phone.
  const told = element("p", { class: "work-trouble", "aria-hidden": "true" });
  const blank = () => Object.fromEntries(one.columns.map((column) => [column.id, tool.emptyOf(column)]));
  const redraw = () => {
    told.textContent = "";
    rows.replaceChildren(...given[one.id].map((row, at) => drawRow(one, row, at, desk, moves)));
    desk.redrawSquares(one.id);
  };
  const remove = (at) => {
    const [gone] = given[one.id].slice(at, at + 1);
    const isTyped = Object.values(desk.wrong.get(gone) ?? {}).some(Boolean);
    const isFilled = isTyped || one.columns.some((column) => gone[column.id] !== tool.emptyOf(column));
    const isKept = isFilled && desk.remember();
    given[one.id].splice(at, 1);
    desk.dropFromSquares(one.id, at);
    if (!given[one.id].length) given[one.id].push(blank());
    redraw();
    desk.changed(tool.replace(words.removed, { row: one.row, n: at + 1 }), isKept);
    const next = rows.children[Math.min(at, rows.children.length - 1)];
    next.querySelector("input, select, textarea").focus();
  };
  const moveUp = (at) => {
    const [row] = given[one.id].splice(at, 1);
    given[one.id].splice(at - 1, 0, row);
    redraw();
    desk.changed(tool.replace(words.moved, { row: upper(one.row), other: one.row, n: at + 1, to: at }));
    // The row on top has no such button: what comes next in it is its first field.
    const now = rows.children[at - 1];
    (now.querySelector("[data-up]") ?? now.querySelector("input, select, textarea")).focus();
  };
  const moves = { remove, moveUp };
  add.addEventListener("click", () => {
    if (given[one.id].length >= one.most) {
      desk.say(words.full);
      told.textContent = words.full;
      return;
    }
    const row = blank();
    given[one.id].push(row);
    rows.append(drawRow(one, row, given[one.id].length - 1, desk, moves));
    rows.lastElementChild.querySelector("input, select, textarea").focus();
  });
  const filled = given[one.id].length > 0;
  while (given[one.id].length < one.begin) given[one.id].push(blank());
  rows.replaceChildren(...given[one.id].map((row, at) => drawRow(one, row, at, desk, moves)));
  const legend = element("legend", {}, one.label);
  const hint = hintOf(one);
  const inner = [hint, rows, element("p", { class: "buttons" }, add), told];
  const columns = `work-table work-columns-${Math.min(one.columns.length, 6)}`;
  if (one.folded) return element("details", { class: columns, open: filled, "aria-label": one.label, "aria-describedby": hint?.id ?? null }, element("summary", {}, one.label), inner);
  return element("fieldset", { class: columns, "aria-describedby": hint?.id ?? null }, legend, inner);
}

function drawRow(one, row, at, desk, { remove, moveUp }) {
  const { words } = desk;
  if (!desk.wrong.has(row)) desk.wrong.set(row, {});
  const wrong = desk.wrong.get(row);
  const title = tool.replace(words.row, { row: upper(one.row), n: at + 1 });
  const fields = one.columns.map((column) => {
    const name = tool.replace(words.cell, { row: upper(one.row), n: at + 1, column: column.label });
    return labelled(column, row[column.id], desk, (good, typed) => {
      const before = row[column.id];
      row[column.id] = good;
      wrong[column.id] = typed;
      // A square that is drawn anew takes away the field that one is just pressing.
      if (good !== before) desk.renamed(one.id, column.id);
    }, name, wrong[column.id]);
  });
  const press = (name, text, act, attributes = {}) => {
    const button = element("button", { type: "button", class: "work-remove", "aria-label": tool.replace(name, { row: one.row, n: at + 1 }), ...attributes }, text);
    button.addEventListener("click", () => act(at));
    return button;
  };
  const up = one.ordered && at ? press(words.move_up, words.move_up_short, moveUp, { "data-up": true }) : null;
  return element("div", { class: "work-row", role: "group", "aria-label": title }, fields, element("div", { class: "work-row-buttons" }, up, press(words.remove, words.remove_short, remove)));
}

/** Draws a square; it stands in a box that desk.redrawSquares draws anew when rows come, go or are renamed. */
function drawSquare(one, desk) {
  const box = element("div", { "data-square": one.id });
  const legend = element("legend", {}, one.label);
  const hint = hintOf(one);
  desk.squares.set(one, () => box.replaceChildren(squareOf(one, desk)));
  box.append(squareOf(one, desk));
  return element("fieldset", { class: "work-square", "aria-describedby": hint?.id ?? null }, legend, hint, box);
}

function squareOf(one, desk) {
  const { spec, words, given } = desk;
  const names = tool.numbered(given[one.of].map((row) => row[one.by]));
  const named = names.flatMap((name, at) => (name ? [[name, at]] : []));
  const wrong = desk.wrongIn(one.id);
  if (named.length < 2) {
    const what = spec.inputs.find(({ id }) => id === one.of).label;
    return element("p", { class: "work-hint" }, tool.replace(words.name_first, { what }));
  }
  const heads = named.map(([name]) => element("th", { scope: "col" }, name));
  const rows = named.map(([from, at]) => {
    const cells = named.map(([to, other]) => {
      if (at === other && !one.own) return element("td", { class: "work-none" });
      const pair = `${at}>${other}`;
      const about = at === other ? one.about_own ?? one.about : one.about;
      const [input, trouble] = control(one.cell, given[one.id][pair] ?? tool.emptyOf(one.cell), {
        ...desk,
        name: tool.replace(about, { from, to }),
        id: `work-${(drawn += 1)}`,
        about: null,
        wrong: wrong[pair],
        changed: (good, typed) => {
          given[one.id][pair] = good;
          wrong[pair] = typed;
          desk.changed();
        },
      });
      return element("td", {}, input, trouble);
    });
    return element("tr", {}, element("th", { scope: "row" }, from), cells);
  });
  const head = element("thead", {}, element("tr", {}, element("td"), heads));
  const table = element("table", { class: "table", "aria-label": one.label }, head, element("tbody", {}, rows));
  return element("div", { class: "table-wrap" }, table);
}

export { draw, element };
