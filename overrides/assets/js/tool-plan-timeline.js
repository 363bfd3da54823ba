// One shared action plan: the order of its steps, what does not hold together, and the timeline. The twin of
// scripts/press/tools/plan.py; tests/tools/plan-timeline.yml holds both together.

import { inLines } from "./tool-drawing.js";
import { say, day, listed, notice, row, twins, LOCALES } from "./tool-values.js";
import { makeTool } from "./tool.js";

const FOREVER = 10_000_000; // as a day number: later than any day that can be filled in
const PARTS = ["owner", "start", "review", "end"];
const DAY = 86_400_000;

const toNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const toIso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function workOut(given, rules) {
  const { efforts } = given;
  if (!efforts.length) return { notices: [notice("note", "no_efforts")], tables: {}, picture: null };
  const names = efforts.map((one, at) => one.what || say("unnamed", { n: at + 1 }));
  const timed = efforts.flatMap(daysOf);
  const asking = timed.filter(({ at }) => efforts[at].demands === "yes");
  const busy = stretches(asking).filter(({ steps }) => steps.length >= rules.parallel_from);
  const gaps = stretches(timed).filter(({ start, end, steps }) => !steps.length && end - start + 1 > rules.gap_over);
  const missing = efforts.map((one) => PARTS.filter((part) => !one[part]));
  const order = efforts.map((_, at) => at).sort((a, b) =>
    !efforts[a].start - !efforts[b].start || compare(efforts[a].start, efforts[b].start) || a - b);
  const found = [
    ...aboutPerson(given),
    ...order.flatMap((at) => aboutStep(efforts[at], names[at], missing[at])),
    ...aboutDemands(efforts, names, busy),
    ...gaps.map(({ start, end }) => notice("mind", "gap", { from: day(toIso(start)), to: day(toIso(end)), n: end - start + 1 })),
    ...order.flatMap((at) => endsAlone(at, efforts[at], names[at], timed)),
    ...twice(efforts),
  ];
  if (!found.some(({ level }) => level === "stop" || level === "mind")) found.push(notice("good", "all_set"));
  found.push(notice("note", "limits", { n: rules.gap_over }));
  return {
    notices: found,
    tables: {
      order: order.map((at) => told(efforts[at], names[at], missing[at])),
      at_once: busy.map(({ start, end, steps }) =>
        row([day(toIso(start)), end === FOREVER ? say("no_end_yet") : day(toIso(end)), listed(steps.map((at) => names[at]))], "mind")),
    },
    picture: timed.length ? pictureOf(order, efforts, names, timed, busy, gaps) : null,
  };
}

/** Returns [the step with its days], both included; nothing of one without a start or that ends before it. */
const daysOf = ({ start, end }, at) =>
  start && (!end || end >= start) ? [{ at, start: toNumber(start), end: end ? toNumber(end) : FOREVER }] : [];

/** Returns days in order, cut wherever a step begins or ends. */
function stretches(timed) {
  const cuts = [...new Set(timed.flatMap(({ start, end }) => [start, end + 1]))].sort((a, b) => a - b);
  return cuts.slice(1).map((next, n) => {
    const start = cuts[n];
    const steps = timed.filter((one) => one.start <= start && start <= one.end).map(({ at }) => at);
    return { start, end: next - 1, steps };
  });
}

/** Joins stretches that follow each other without a day between. */
function periods(busy) {
  const joined = [];
  for (const one of busy) {
    const last = joined.at(-1);
    if (last && last.end + 1 === one.start) {
      last.end = one.end;
      last.steps = [...new Set([...last.steps, ...one.steps])].sort((a, b) => a - b);
    } else {
      joined.push({ ...one });
    }
  }
  return joined;
}

function aboutPerson(given) {
  const found = given.consent ? [] : [notice("stop", "no_consent")];
  return given.goals ? found : [...found, notice("mind", "no_goals")];
}

function aboutStep({ start, review, end }, what, missing) {
  const found = [];
  if (missing.join() === "end") found.push(notice("mind", "no_end", { what, review: day(review) }));
  else if (missing.length) found.push(notice("stop", "missing", { what, parts: listed(missing.map((part) => say(part))) }));
  if (start && end && end < start) {
    found.push(notice("stop", "end_first", { what, start: day(start), end: day(end) }));
  } else if (review && ((start && review < start) || (end && review > end))) {
    found.push(notice("mind", "review_outside", { what, review: day(review) }));
  }
  return found;
}

function aboutDemands(efforts, names, busy) {
  const found = [];
  const unknown = names.filter((_, at) => !efforts[at].demands);
  if (unknown.length) found.push(notice("mind", "demand_unknown", { efforts: listed(unknown) }));
  for (const { start, end, steps } of periods(busy)) {
    const said = { from: day(toIso(start)), efforts: listed(steps.map((at) => names[at])) };
    if (end === FOREVER) found.push(notice("mind", "at_once_open", said));
    else found.push(notice("mind", "at_once", { ...said, to: day(toIso(end)) }));
  }
  if (busy.length && efforts.every(({ waits }) => !waits)) found.push(notice("mind", "nothing_waits"));
  return found;
}

/** Returns what is said of a step after which nobody is there. */
function endsAlone(at, effort, what, timed) {
  const own = timed.find((one) => one.at === at);
  if (!own || own.end === FOREVER || effort.stays) return [];
  if (timed.some(({ start, end }) => start <= own.end + 1 && own.end + 1 <= end)) return [];
  const later = timed.map(({ start }) => start).filter((start) => start > own.end).sort((a, b) => a - b);
  const said = { what, end: day(effort.end) };
  return [later.length ? notice("mind", "alone", { ...said, next: day(toIso(later[0])) }) : notice("mind", "alone_last", said)];
}

function twice(efforts) {
  const doubles = twins(efforts.map(({ what }) => what));
  return doubles.length ? [notice("mind", "twice", { names: listed(doubles) })] : [];
}

function told(effort, what, missing) {
  const endsFirst = effort.start && effort.end && effort.end < effort.start;
  const level = endsFirst || (missing.length && missing.join() !== "end") ? "stop" : missing.length ? "mind" : "";
  const days = ["start", "review", "end"].map((part) => (effort[part] ? day(effort[part]) : null));
  const demands = effort.demands ? say(effort.demands) : null;
  return row([what, effort.owner || null, ...days, demands, effort.waits || null, effort.stays || null], level);
}

function pictureOf(order, efforts, names, timed, busy, gaps) {
  const known = new Set(timed.map(({ at }) => at));
  const ended = ({ start, end }) => ({ start: toIso(start), end: end === FOREVER ? "" : toIso(end) });
  return {
    rows: order.filter((at) => known.has(at)).map((at) => {
      const { demands, start, review, end } = efforts[at];
      return { name: names[at], demands, start, review, end };
    }),
    busy: periods(busy).map(ended),
    gaps: gaps.map(ended),
  };
}

// The drawing: a row for each step with its bar and the day of review, and rows below for what to mend.
const [LEFT, RIGHT, ROW, TOP] = [226, 794, 54, 44];

function draw({ rows, busy, gaps }, kit) {
  const { svg } = kit;
  const format = (iso, options) =>
    new Intl.DateTimeFormat(LOCALES[kit.language], { ...options, timeZone: "UTC" }).format(toNumber(iso) * DAY);
  const short = (iso) => format(iso, { day: "numeric", month: "short" });
  const days = rows.flatMap(({ start, review, end }) => [start, review, end].filter(Boolean).map(toNumber));
  const first = Math.min(...days);
  const open = rows.some(({ end }) => !end);
  const last = Math.max(...days) + 1 + (open ? Math.max(30, (Math.max(...days) - first) / 8) : 0);
  const x = (number) => LEFT + ((RIGHT - LEFT) * (number - first)) / (last - first);
  const from = (iso) => x(toNumber(iso));
  const to = (iso) => (iso ? x(toNumber(iso) + 1) : RIGHT);

  const lanes = [
    ...(busy.length ? [["legend_at_once", "busy", busy]] : []),
    ...(gaps.length ? [["legend_gap", "gap", gaps]] : []),
  ];
  const bottom = TOP + ROW * (rows.length + lanes.length);

  const months = monthsOf(first, last).map((iso) => {
    const at = from(iso);
    const text = iso.slice(5, 7) === "01" ? format(iso, { month: "short", year: "numeric" }) : format(iso, { month: "short" });
    return svg("g", { class: "plan-month" },
      svg("line", { x1: at, x2: at, y1: TOP - 10, y2: bottom }),
      at < RIGHT - 45 ? svg("text", { x: at + 5, y: TOP - 16 }, text) : "");
  });
  const label = (text, y) => {
    const lines = wrapped(text);
    const top = y + ROW / 2 + 6 - (lines.length - 1) * 10;
    return svg("text", { class: "plan-name" }, ...lines.map((line, n) => svg("tspan", { x: 4, y: top + n * 20 }, line)));
  };
  const bars = rows.map(({ name, demands, start, review, end }, n) => {
    const y = TOP + n * ROW;
    const [a, b] = [from(start), to(end)];
    const said = end ? `${short(start)} – ${short(end)}` : `${short(start)} –`;
    const wide = said.length * 8;
    const inside = a + wide < RIGHT ? { x: a, "text-anchor": "start" } : { x: RIGHT, "text-anchor": "end" };
    return svg("g", {},
      svg("line", { class: "plan-rule", x1: 0, x2: RIGHT, y1: y, y2: y }),
      label(kit.show(name), y),
      svg("text", { class: "plan-days", ...inside, y: y + 18 }, said),
      svg("rect", { class: `plan-bar plan-${demands || "unknown"}`, x: a, y: y + 24, width: Math.max(b - a, 4), height: 20, rx: end ? 4 : 0 }),
      review ? diamond(svg, x(toNumber(review) + 0.5), y + 34) : "");
  });
  const below = lanes.map(([word, kind, spans], n) => {
    const y = TOP + (rows.length + n) * ROW;
    let taken = 0;
    return svg("g", {},
      svg("line", { class: "plan-rule plan-strong", x1: 0, x2: RIGHT, y1: y, y2: y }),
      label(kit.fill(word), y),
      ...spans.flatMap(({ start, end }) => {
        const said = end ? `${short(start)} – ${short(end)}` : `${short(start)} –`;
        const left = Math.min(from(start), RIGHT - said.length * 8);
        const room = left > taken; // else the table says it
        if (room) taken = left + said.length * 8;
        return [
          room ? svg("text", { class: "plan-days", x: left, y: y + 18 }, said) : "",
          svg("rect", { class: `plan-span plan-${kind}`, x: from(start), y: y + 26, width: Math.max(to(end) - from(start), 4), height: 14 }),
        ];
      }));
  });
  return svg("svg", { viewBox: `0 0 800 ${bottom + 46}`, class: "plan-line" }, ...months, ...bars, ...below, legend(kit, rows, bottom + 16));
}

const diamond = (svg, x, y) =>
  svg("polygon", { class: "plan-review", points: `${x},${y - 13} ${x + 10},${y} ${x},${y + 13} ${x - 10},${y}` });

/** Returns what the bars and the mark mean, of those that are drawn. */
function legend(kit, rows, y) {
  const { svg } = kit;
  const kinds = ["yes", "no", "unknown"].filter((kind) => rows.some(({ demands }) => (demands || "unknown") === kind));
  const items = [
    ...kinds.map((kind) => [kit.fill(`legend_${kind}`), (at) => svg("rect", { class: `plan-bar plan-${kind}`, x: at, y, width: 34, height: 18, rx: 4 })]),
    ...(rows.some(({ review }) => review) ? [[kit.fill("legend_review"), (at) => diamond(svg, at + 17, y + 9)]] : []),
  ];
  let at = 4;
  return svg("g", { class: "plan-legend" }, ...items.flatMap(([text, mark]) => {
    const drawn = [mark(at), svg("text", { x: at + 42, y: y + 15 }, text)];
    at += 62 + text.length * 9;
    return drawn;
  }));
}

/** Returns the first days of months within days, at most a dozen or so: every month, quarter, half year or year. */
function monthsOf(first, last) {
  const [year, month] = toIso(first).split("-").map(Number);
  const all = Math.ceil((last - first) / 30.4);
  const step = [1, 2, 3, 6, 12].find((one) => all / one <= 12) ?? 12 * Math.ceil(all / 144);
  const made = [];
  for (let n = step === 1 ? month - 1 : 0; ; n += step) {
    const start = Date.UTC(year, n, 1) / DAY;
    if (start >= last) return made;
    if (start >= first) made.push(toIso(start));
  }
}

/** Returns a name in up to two lines that fit before the bars. */
function wrapped(name) {
  const lines = inLines(name, 24, 25);
  return lines.length > 2 ? [lines[0], inLines(`${lines[1]} …`, 99, 25)[0]] : lines;
}

makeTool("plan-timeline", { workOut, draw });
