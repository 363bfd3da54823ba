// The citizen's organisation: counts, what to keep track of, and the map with the citizen in the middle. The twin of
// scripts/press/tools/citizen.py; tests/tools/citizens-map.yml holds both together.

import { inLines, onRing } from "./tool-drawing.js";
import { say, listed, notice, row } from "./tool-values.js";
import { makeTool } from "./tool.js";

function workOut(given, rules) {
  const things = given.things.filter(({ kind }) => kind);
  const circles = rules.circles.map((circle) => {
    const inside = things.filter(({ kind }) => (kind === "staff" ? "people" : kind) === circle);
    return { circle, inside, month: times(inside) };
  });
  const counted = amounts(things, rules);
  return {
    notices: [
      ...leftOut(given.things, things, rules),
      ...(things.length ? told(counted, rules.many) : []),
      ...agreed(given.agreed, things.length > 0),
    ],
    tables: {
      counts: things.length ? counts(circles, things, counted, rules.many) : [],
      keep: ofKinds(things, rules.keep),
      rest: ofKinds(things, rules.rest),
    },
    picture: things.length
      ? { circles: circles.map(({ circle, inside, month }) => ({ circle, month, things: inside.map(({ what, kind }) => ({ what, staff: kind === "staff" })) })) }
      : null,
  };
}

const of = (things, kinds) => things.filter(({ kind }) => kinds.includes(kind));

/** Returns a row for each thing of these kinds; both tables together hold all that the drawing shows. */
const ofKinds = (things, kinds) =>
  kinds.flatMap((kind) => of(things, [kind]).map(({ what, month }) => row([what || say("unnamed"), say(kind), month])));

/** Returns how often things are in a month together, or null where none of them says. */
const times = (things) =>
  things.reduce((total, { month }) => (month === null ? total : (total ?? 0) + month), null);

/** Returns what is held against the numbers from which a question is put. */
const amounts = (things, rules) => ({
  staff: of(things, ["staff"]).length,
  plans: of(things, ["plans"]).length,
  money: of(things, ["money"]).length,
  meetings: times(of(things, ["meetings"])) ?? 0,
  contacts: times(of(things, rules.often)) ?? 0,
});

function leftOut(whole, things, rules) {
  const found = [];
  if (whole.length > things.length) found.push(notice("mind", "no_kind", { n: whole.length - things.length }));
  const silent = of(things, rules.often).filter(({ month }) => month === null);
  if (silent.length) found.push(notice("note", "no_often", { n: silent.length }));
  const first = (one) => things.findIndex(({ kind, what }) => kind === one.kind && what === one.what);
  const doubles = things.filter((one, at) => one.what && first(one) !== at).map(({ what }) => what);
  if (doubles.length) found.push(notice("note", "twice", { what: listed([...new Set(doubles)].sort()) }));
  return found;
}

function told(counted, many) {
  const { staff, plans, meetings } = counted;
  const asked = ["staff", "plans", "money", "meetings", "contacts"].filter((name) => counted[name] >= many[name])
    .map((name) => notice("mind", `many_${name}`, { n: counted[name] }));
  const found = [notice("note", "so_much", { staff, plans, meetings }), notice("note", "no_score"), ...asked];
  return asked.length ? [...found, notice("note", "limits", many)] : found;
}

function agreed(rows, isBegun) {
  if (!rows.length) return isBegun ? [notice("note", "choose_one")] : [];
  const found = rows.flatMap((one, at) => {
    const lacks = ["what", "who"].filter((part) => !one[part]).map((part) => say(part));
    return lacks.length ? [notice("mind", "agreed_lacks", { n: at + 1, lacks: listed(lacks) })] : [];
  });
  return found.length ? found : [notice("good", "agreed_ready")];
}

function counts(circles, things, counted, many) {
  const line = (word, name, inside) =>
    row([say(word), inside.length, times(inside)], name in many && counted[name] >= many[name] ? "mind" : "");
  return [
    ...circles.map(({ circle, inside }) => line(`circle_${circle}`, circle, inside)),
    line("of_them_staff", "staff", of(things, ["staff"])),
    line("all", "all", things),
  ];
}

// The drawing: the citizen in the middle, six circles around, what is in them written inside.
const [X, Y, WIDE, HIGH, SIZE, MINE] = [450, 505, 330, 340, 155, 78];
const [LINE, MOST] = [24, 10]; // height of a line, lines in a circle

function draw({ circles }, kit) {
  const { svg } = kit;
  const spokes = [];
  const ring = onRing(circles.length, [X, Y], [WIDE, HIGH]);
  const rounds = circles.map((one, n) => {
    const [x, y] = ring[n];
    const kind = one.things.length ? "full" : "empty";
    spokes.push(svg("line", { class: `cm-spoke cm-${kind}`, x1: X, y1: Y, x2: x, y2: y }));
    return svg("g", { class: `cm-round cm-${kind}` }, svg("circle", { cx: x, cy: y, r: SIZE }), inside(one, x, y, kit));
  });
  const me = svg("g", { class: "cm-me" }, svg("circle", { cx: X, cy: Y, r: MINE }),
    svg("text", { x: X, y: Y + 9, "text-anchor": "middle" }, kit.fill("me")));
  const legend = circles.some(({ things }) => things.some(({ staff }) => staff))
    ? [svg("text", { x: 10, y: 1026 }, kit.fill("marked"))]
    : [];
  return svg("svg", { viewBox: "0 5 900 1030", class: "cm" }, ...spokes, ...rounds, me, ...legend);
}

/** Returns the heading of a circle, how often, and as many of its things as there is room for. */
function inside({ circle, month, things }, x, y, kit) {
  const often = month === null ? [] : [kit.fill("times", { n: month })];
  const room = MOST - 1 - often.length;
  const lines = [];
  let shown = 0;
  for (const { what, staff } of things) {
    const more = inLines(`${staff ? "■ " : ""}${what || kit.fill("unnamed")}`, 22, 26);
    const isLast = shown === things.length - 1;
    if (lines.length + more.length > room - (isLast ? 0 : 1)) break;
    lines.push(...more);
    shown += 1;
  }
  if (shown < things.length) lines.push(kit.fill("more", { n: things.length - shown }));
  const whole = [kit.fill(`circle_${circle}`), ...often, ...lines];
  const top = y - ((whole.length - 1) * LINE) / 2 + 6;
  return kit.svg("text", { "text-anchor": "middle" }, ...whole.map((line, n) =>
    kit.svg("tspan", { x, y: top + n * LINE, class: n ? (n <= often.length ? "cm-often" : "cm-thing") : "cm-head" }, line)));
}

makeTool("citizens-map", { workOut, draw });
