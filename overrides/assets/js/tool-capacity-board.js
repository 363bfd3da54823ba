// Demand and capacity side by side: where they do not fit. The twin of scripts/press/tools/capacity.py;
// tests/tools/capacity-board.yml holds both together.

import { say, day, listed, notice, row } from "./tool-values.js";
import { makeTool } from "./tool.js";

const UNITS = ["places", "hours", "courses"];
const LEVELS = { more_needed: "mind", nobody_asks: "good", room: "good" };
const DAY = 86_400_000; // ms

const plain = (name) => name.toLowerCase().split(" ").filter(Boolean).join(" ");
const days = (first, last) => Math.round((Date.parse(last) - Date.parse(first)) / DAY);
const dayOf = (iso) => (iso ? day(iso) : null);

function workOut(given, rules, today) {
  const services = servicesOf(given.services, rules.few, today);
  const totals = UNITS.map((unit) => [unit, services.filter((one) => one.unit === unit)]).filter(([, some]) => some.length > 1);
  return {
    notices: notices(given, rules, services, today),
    tables: { board: services.map(boardRow), totals: totals.map(([unit, some]) => totalRow(unit, some)) },
    picture: null,
  };
}

/** Returns what stands in all rows of one type of support that are counted in one unit. */
function servicesOf(rows, few, today) {
  const found = new Map();
  rows.forEach((one, at) => {
    const key = JSON.stringify([plain(one.service) || at, one.unit]);
    if (!found.has(key)) found.set(key, { label: one.service || say("row_n", { n: at + 1 }), unit: one.unit, rows: [] });
    found.get(key).rows.push(one);
  });
  return [...found.values()].map((one) => counted(one, few, today));
}

function counted({ label, unit, rows }, few, today) {
  const [places, free, waiting] = ["places", "free", "waiting"].map((name) => {
    const numbers = rows.map((one) => one[name]).filter((n) => n !== null);
    return numbers.length ? numbers.reduce((sum, n) => sum + n, 0) : null;
  });
  const isFew = unit !== "hours" && waiting >= 1 && waiting <= few;
  const gap = free === null || waiting === null ? null : waiting - free;
  const coming = rows.map((one) => one.from).filter(Boolean).sort();
  const [since = ""] = rows.filter((one) => one.since && one.waiting !== 0).map((one) => one.since).sort();
  return {
    label, unit, rows, places, free, waiting, isFew, gap, since,
    status: statusOf(free, waiting, gap, isFew, few),
    from: coming.find((iso) => iso >= today) ?? coming.at(-1) ?? "",
  };
}

function statusOf(free, waiting, gap, isFew, few) {
  if (gap === null) return "unknown";
  if (isFew && free && free <= few) return "close";
  if (gap > 0) return "more_needed";
  if (gap === 0) return "even";
  return waiting ? "room" : "nobody_asks";
}

function boardRow(one) {
  const notes = one.rows.map((other) => other.note).filter(Boolean).join("; ");
  const few = one.free ? say("few_minus", { free: one.free }) : one.free === null ? null : say("few");
  return row([
    one.label, one.unit ? say(one.unit) : null, one.isFew ? say("few") : one.waiting, one.free, one.isFew ? few : one.gap,
    say(one.status), dayOf(one.since), dayOf(one.from), one.places, notes || null,
  ], LEVELS[one.status] ?? "");
}

function totalRow(unit, some) {
  const [places, free, waiting] = ["places", "free", "waiting"].map((name) => whole(some.map((one) => one[name])));
  if (some.some((one) => one.isFew)) return row([say(unit), say("hidden_few"), free, say("hidden_few"), places]);
  return row([say(unit), waiting, free, free === null || waiting === null ? null : waiting - free, places]);
}

/** Returns numbers added, null where one is missing: a total of a part would mislead. */
const whole = (numbers) => (numbers.includes(null) ? null : numbers.reduce((sum, n) => sum + n, 0));

function notices(given, rules, services, today) {
  if (!services.length) return [notice("note", "nothing")];
  const found = [];
  const tell = (level, word, applies) => {
    const labels = services.filter(applies).map((one) => one.label);
    if (labels.length) found.push(notice(level, word, { services: listed(labels) }));
  };
  const inRow = (applies) => (one) => one.rows.some(applies);
  const age = given.updated ? days(given.updated, today) : null;
  if (age === null) found.push(notice("note", "no_day"));
  else if (age > rules.stale_days) found.push(notice("mind", "stale", { n: age }));
  tell("stop", "too_many_free", inRow((line) => line.free !== null && line.places !== null && line.free > line.places));
  tell("mind", "short", (one) => one.status === "more_needed");
  if (!services.some((one) => ["more_needed", "unknown", "close"].includes(one.status))) found.push(notice("good", "all_even"));
  tell("mind", "both", (one) => one.free && one.waiting);
  tell("mind", "unasked", (one) => one.status === "nobody_asks");
  found.push(...longest(services, today), ...soon(services, rules.soon_days, today));
  tell("mind", "passed", inRow((line) => line.from && line.from < today));
  tell("mind", "since_ahead", inRow((line) => line.since > today));
  tell("note", "incomplete", (one) => one.status === "unknown");
  if (services.length > 1) tell("note", "no_unit", (one) => !one.unit);
  found.push(...onUnits(services));
  if (services.some((one) => one.isFew)) found.push(notice("note", "few_told", { n: rules.few }));
  return found;
}

function longest(services, today) {
  const waits = services.filter((one) => one.waiting && one.since && one.since <= today);
  if (!waits.length) return [];
  const [first] = waits.map((one) => one.since).sort();
  const labels = listed(waits.filter((one) => one.since === first).map((one) => one.label));
  return [notice("note", "longest", { services: labels, day: day(first), weeks: Math.floor(days(first, today) / 7) })];
}

function soon(services, within, today) {
  const parts = services.filter((one) => one.from >= today && days(today, one.from) <= within)
    .map((one) => say("soon_part", { service: one.label, day: day(one.from) }));
  return parts.length ? [notice("note", "soon", { days: within, services: listed(parts) })] : [];
}

/** Returns what to say of services counted in two units, and of totals that hide a lack. */
function onUnits(services) {
  const found = [];
  const named = services.filter((one) => typeof one.label === "string" && one.unit);
  const keys = named.map((one) => plain(one.label));
  const twice = named.filter((_, at) => keys.indexOf(keys[at]) === at && keys.lastIndexOf(keys[at]) !== at).map((one) => one.label);
  if (twice.length) found.push(notice("note", "two_units", { services: listed(twice) }));
  for (const unit of UNITS) {
    const some = services.filter((one) => one.unit === unit);
    const gap = whole(some.map((one) => one.gap));
    const enough = some.length > 1 && gap !== null && gap <= 0 && !some.some((one) => one.isFew);
    if (enough && some.some((one) => one.status === "more_needed")) found.push(notice("mind", "evened_out", { unit: say(unit) }));
  }
  return found;
}

makeTool("capacity-board", { workOut });
