// Two positions in one case: the six rows told back, each with a question. Nothing is counted. The twin of
// scripts/press/tools/positions.py; tests/tools/two-positions.yml holds both together.

import { say, listed, notice, row } from "./tool-values.js";
import { makeTool } from "./tool.js";

function workOut(given, { rows }) {
  const answered = rows.filter((name) => given[name] || given[`${name}_note`]);
  const about = given.case ? [row([say("the_case"), given.case, null, null])] : [];
  return {
    notices: notices(given, rows),
    tables: { rows: [...about, ...answered.map((name) => told(name, given[name], given[`${name}_note`]))] },
    picture: null,
  };
}

function told(name, position, note) {
  if (!position) return row([say(name), null, note, say("open_ask")]);
  const means = position === "both"
    ? say("two", { a: say(`${name}_authority`), b: say(`${name}_enabling`) })
    : say(`${name}_${position}`);
  const stood = say("stood", { position: say(position), means });
  return row([say(name), stood, note || null, say(`${name}_ask_${position}`)]);
}

function notices(given, rows) {
  const chosen = rows.filter((name) => given[name]);
  if (!chosen.length) return [notice("note", "no_rows")];
  const made = [notice("note", "both_needed")];
  if (given.aim) made.push(notice("note", "room"));
  if (given.relation === "enabling" || given.relation === "both") made.push(notice("note", "brackets"));
  const places = new Set(chosen.map((name) => given[name]));
  if (chosen.length === rows.length && places.size === 1 && !places.has("both")) made.push(notice("note", "same_place"));
  const unanswered = rows.filter((name) => !given[name]);
  if (unanswered.length) made.push(notice("note", "unanswered", { rows: listed(unanswered.map((name) => say(name))) }));
  made.push(given.aloud ? notice("good", "agreed", { aloud: given.aloud }) : notice("note", "say_aloud"));
  return made;
}

makeTool("two-positions", { workOut });
