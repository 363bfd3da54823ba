// Goals for loops in the operational plan: how each unit stands, whether pairs are enough, words for the plan. The
// twin of scripts/press/tools/goals.py; tests/tools/loop-goals.yml holds both together.

import { say, listed, notice, row, twins } from "./tool-values.js";
import { makeTool } from "./tool.js";

const QUARTERS = [1, 2, 3, 4];
const add = (numbers) => numbers.reduce((sum, n) => sum + (n ?? 0), 0);
const loops = (n) => (n === 1 ? say("one_loop") : say("loops", { n }));

function workOut(given, rules, today) {
  const now = Number(today.slice(0, 4));
  const year = given.year || now;
  const isNow = year === now;
  const over = isNow ? Math.floor((Number(today.slice(5, 7)) - 1) / 3) : year < now ? 4 : 0;
  const units = given.units.map((one, at) => unitOf(one, at + 1, over));
  const planned = add(units.map((unit) => unit.planned));
  const capacity = given.pairs === null || given.each === null ? null : given.pairs * given.each;
  return {
    notices: notices(given, year, units, over, capacity, isNow),
    tables: {
      sentence: sentence(given, year, units, planned),
      capacity: capacityRow(given, capacity, planned),
      units: unitRows(units),
      quarters: units.length ? quarterRows(units, over, isNow) : [],
    },
    picture: null,
  };
}

function unitOf(one, n, over) {
  const goals = QUARTERS.map((at) => one[`p${at}`] ?? 0);
  const held = QUARTERS.map((at) => one[`d${at}`]);
  return {
    label: one.unit || say("unnamed", { n }), field: one.field, goals, held,
    planned: add(goals), made: add(held), due: add(goals.slice(0, over)),
  };
}

function sentence(given, year, units, planned) {
  if (!planned) return [];
  const parts = units.filter((unit) => unit.planned)
    .map((unit) => say("part", { unit: unit.label, loops: loops(unit.planned), when: when(unit) }));
  const rows = [row([say("sentence", { year, loops: loops(planned), parts: listed(parts) })])];
  if (given.weeks !== null) rows.push(row([given.weeks === 1 ? say("answers_one") : say("answers", { n: given.weeks })]));
  if (given.owner) rows.push(row([say("owner_is", { owner: given.owner })]));
  return rows;
}

/** Returns the quarters of a unit's goals; with their numbers where one has more than one loop. */
function when({ goals }) {
  const named = goals.flatMap((n, at) => (n ? [[n, say(`q${at + 1}`)]] : []));
  if (named.length > 1 && Math.max(...goals) > 1) return listed(named.map(([n, quarter]) => say("many_in", { n, quarter })));
  return listed(named.map(([, quarter]) => quarter));
}

function capacityRow(given, capacity, planned) {
  if (capacity === null) return [];
  const left = capacity - planned;
  return [row([given.pairs, given.each, capacity, planned, left], left < 0 ? "mind" : "")];
}

function unitRows(units) {
  const rows = units.map((unit) => {
    const [status, level] = statusOf(unit);
    return row([unit.label, unit.field ? say(unit.field) : null, unit.planned, unit.due, unit.made, status], level);
  });
  if (units.length > 1) {
    const all = (of) => add(units.map((unit) => unit[of]));
    rows.push(row([say("all_units"), null, all("planned"), all("due"), all("made"), null]));
  }
  return rows;
}

function statusOf({ planned, made, due }) {
  if (!planned) return [say(made ? "beyond" : "no_goal"), ""];
  if (made >= planned) return [say("reached"), "good"];
  return made < due ? [say("behind_by", { n: due - made }), "mind"] : [say("on_track"), "good"];
}

const quarterRows = (units, over, isNow) =>
  QUARTERS.map((n, at) => {
    const stage = at < over ? "over" : isNow && at === over ? "now" : "to_come";
    return row([say(`q${n}`), add(units.map(({ goals }) => goals[at])), add(units.map(({ held }) => held[at])), say(stage)]);
  });

function notices(given, year, units, over, capacity, isNow) {
  const planned = add(units.map((unit) => unit.planned));
  const found = given.year ? [] : [notice("note", "no_year", { year })];
  if (!planned) return [notice("note", "no_plan"), ...found];
  found.push(...onCapacity(capacity, planned, given.each));
  const behind = units.filter(({ made, due }) => made < due);
  if (behind.length) {
    const parts = behind.map(({ label, made, due }) => say("part_behind", { unit: label, n: due - made }));
    found.push(notice("mind", "behind", { units: listed(parts) }));
  } else if (over) found.push(notice("good", "none_behind"));
  const labels = (is) => listed(units.filter(is).map(({ label }) => label));
  const tell = (level, word, is) => units.some(is) && found.push(notice(level, word, { units: labels(is) }));
  tell("mind", "ahead_of_time", ({ held }) => held.slice(isNow ? over + 1 : over).some(Boolean));
  tell("note", "blank", ({ goals, held }) => held.slice(0, over).some((n, at) => goals[at] && n === null));
  const doubles = twins(given.units.map((one) => one.unit));
  if (doubles.length) found.push(notice("mind", "twice", { units: listed(doubles) }));
  if (given.weeks === null) found.push(notice("note", "no_answer_time"));
  return found;
}

function onCapacity(capacity, planned, each) {
  if (capacity === null) return [notice("note", "no_capacity")];
  if (capacity < planned) {
    const short = planned - capacity;
    const found = [notice("mind", "shortage", { planned, can: capacity, short: loops(short) })];
    return each ? [...found, notice("note", "more_pairs", { n: Math.ceil(short / each) })] : found;
  }
  if (capacity === planned) return [notice("mind", "no_margin")];
  return [notice("good", "room", { left: loops(capacity - planned) })];
}

makeTool("loop-goals", { workOut });
