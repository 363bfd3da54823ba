// The network in three steps: how actors see each other, and the map with an arrow each way. The twin of
// scripts/press/tools/network.py; tests/tools/network-map.yml holds both together.

import { centred, inLines, onRing } from "./tool-drawing.js";
import { say, day, listed, notice, row, twins } from "./tool-values.js";
import { makeTool } from "./tool.js";

const GRADES = ["good", "medium", "low"];

function workOut(given, rules, today) {
  const names = given.actors.map((actor) => actor.name);
  const named = names.flatMap((name, at) => (name ? [at] : []));
  const net = { names, named, of: (from, to) => (names[from] && names[to] ? given.views[`${from}>${to}`] : undefined) };
  net.views = named.flatMap((from) => named.flatMap((to) => (net.of(from, to) ? [{ from, to, grade: net.of(from, to) }] : [])));
  net.about = (target) => net.views.filter(({ to }) => to === target).map(({ grade }) => grade);
  const full = named.length * (named.length - 1);
  const pairs = pairsOf(net, rules.worth);
  const least = seenLeast(net);
  const lowest = seenLowest(net, rules.worth);
  const found = twice(names);
  if (named.length < 2) found.push(notice("note", "too_few"));
  else if (!net.views.length) found.push(notice("note", "no_views"));
  else found.push(...ties(net, pairs, full, rules.most_named), ...seats(net, full, least, lowest));
  found.push(...time(net, full, rules.minutes), ...points(given.points, net.views.length > 0, today));
  return {
    notices: found,
    tables: {
      differ: differ(net, pairs),
      seen: net.views.length ? seen(net, [...least, ...lowest]) : [],
      views: net.views.length ? directions(net) : [],
    },
    picture: named.length ? { actors: named.map((at) => ({ at, name: names[at] })), ties: net.views } : null,
  };
}

/** Returns all pairs where both have answered. */
function pairsOf({ named, of }, worth) {
  return named.flatMap((a) => named.flatMap((b) => {
    const [fromA, fromB] = [of(a, b), of(b, a)];
    return a < b && fromA && fromB ? [{ a, b, fromA, fromB, gap: Math.abs(worth[fromA] - worth[fromB]) }] : [];
  }));
}

/** Returns whom fewest have answered about; nobody where all have as many answers. */
function seenLeast({ named, about }) {
  const counts = new Map(named.map((at) => [at, about(at).length]));
  const least = Math.min(...counts.values());
  return named.filter((at) => counts.get(at) === least && least < Math.max(...counts.values()));
}

/** Returns who gets the lowest letters on average; between two actors that says nothing new. */
function seenLowest({ named, about }, worth) {
  if (named.length < 3) return [];
  const means = new Map(named.filter((at) => about(at).length).map((at) =>
    [at, about(at).reduce((sum, grade) => sum + worth[grade], 0) / about(at).length]));
  const lowest = Math.min(...means.values());
  return named.filter((at) => means.get(at) === lowest && lowest < Math.max(...means.values()));
}

function twice(names) {
  const doubles = twins(names);
  return doubles.length ? [notice("stop", "twice", { names: listed(doubles) })] : [];
}

/** Returns as many as one sentence can carry, and how many more there are. */
const some = (said, most) => listed(said.length > most ? [...said.slice(0, most), say("more", { n: said.length - most })] : said);

function ties({ names, views, of }, pairs, full, mostNamed) {
  const found = [notice("note", "letter_is")];
  const between = ({ a, b }) => say("between", { a: names[a], b: names[b] });
  const both = pairs.filter(({ fromA, fromB }) => fromA === "low" && fromB === "low");
  if (both.length) found.push(notice("mind", "low_both", { pairs: some(both.map(between), mostNamed) }));
  const one = views.filter(({ from, to, grade }) => grade === "low" && of(to, from) !== "low")
    .map(({ from, to }) => say("from_to", { from: names[from], to: names[to] }));
  if (one.length) found.push(notice("mind", "low_one", { pairs: some(one, mostNamed) }));
  if (views.length === full && !both.length && !one.length) found.push(notice("good", "low_none"));
  const most = Math.max(0, ...pairs.map(({ gap }) => gap));
  if (most) {
    const furthest = pairs.filter(({ gap }) => gap === most).map(between);
    found.push(notice("mind", "differ_most", { pairs: some(furthest, mostNamed) }));
  } else if (views.length === full) found.push(notice("good", "agree"));
  return found;
}

function seats({ names, named, views, of, about }, full, least, lowest) {
  const found = [];
  if (least.length) {
    const values = { names: listed(least.map((at) => names[at])), all: named.length - 1 };
    found.push(notice("mind", "seen_least", { n: about(least[0]).length, ...values }));
  }
  if (lowest.length) found.push(notice("mind", "seen_lowest", { names: listed(lowest.map((at) => names[at])) }));
  const empty = full - views.length;
  if (empty) {
    const open = named.filter((at) => named.some((other) => other !== at && !of(at, other)));
    found.push(notice("note", "missing", { n: empty, names: listed(open.map((at) => names[at])) }));
  }
  return found;
}

/** Tells how long it takes, as long as there are boxes to fill. */
function time({ named, views }, full, minutes) {
  const n = named.length;
  if (n < 2 || views.length === full) return [];
  const { actors: first, seat: each, points: last } = minutes;
  return [notice("note", "time", { n, minutes: first + n * each + last, first, each, last })];
}

function points(rows, isBegun, today) {
  if (!rows.length) return isBegun ? [notice("note", "no_points")] : [];
  const found = rows.flatMap((point, at) => {
    const n = at + 1;
    const lacks = ["what", "who", "when"].filter((part) => !point[part]).map((part) => say(part));
    const late = point.when && point.when < today;
    return [
      ...(lacks.length ? [notice("mind", "point_lacks", { n, lacks: listed(lacks) })] : []),
      ...(late ? [notice("mind", "point_past", { n, day: day(point.when) })] : []),
    ];
  });
  return found.length ? found : [notice("good", "points_ready")];
}

const differ = ({ names }, pairs) =>
  pairs.filter(({ fromA, fromB }) => fromA !== fromB)
    .sort((one, other) => other.gap - one.gap || one.a - other.a || one.b - other.b)
    .map((pair) => row([names[pair.a], names[pair.b], say(pair.fromA), say(pair.fromB)], pair.gap > 1 ? "mind" : ""));

const seen = ({ names, named, about }, marked) =>
  named.map((at) => {
    const counts = GRADES.map((wanted) => about(at).filter((grade) => grade === wanted).length);
    return row([names[at], ...counts, named.length - 1 - about(at).length], marked.includes(at) ? "mind" : "");
  });

const directions = ({ names, named, of }) =>
  named.flatMap((a) => named.filter((b) => b !== a).map((b) =>
    row([names[a], names[b], say(of(a, b) ?? "empty"), say(of(b, a) ?? "empty")], of(a, b) === "low" ? "mind" : "")));

// The drawing: actors on a ring, an arrow each way to the right of the straight line, its letter by its seat.
const [MIDDLE, RING, WIDE, HIGH, SIDE] = [400, 300, 78, 50, 12];

function draw({ actors, ties: arrows }, kit) {
  const { svg } = kit;
  const ring = onRing(actors.length, [MIDDLE, MIDDLE], [RING, RING]);
  const places = new Map(actors.map(({ at, name }, n) => [at, { x: ring[n][0], y: ring[n][1], name }]));
  const lines = [];
  const letters = [];
  for (const { from, to, grade } of arrows) {
    const [a, b] = [places.get(from), places.get(to)];
    const long = Math.hypot(b.x - a.x, b.y - a.y);
    const [ux, uy] = [(b.x - a.x) / long, (b.y - a.y) / long];
    const on = (share) => [a.x + ux * share - uy * SIDE, a.y + uy * share + ux * SIDE];
    const edge = (WIDE * HIGH) / Math.hypot(HIGH * ux, WIDE * uy); // from the middle of a bubble to its rim
    lines.push(...arrow(svg, on(edge + 2), on(long - edge - 4), [ux, uy], grade));
    letters.push(letter(svg, on(Math.max(edge + 22, 96)), kit.fill(`letter_${grade}`), grade));
  }
  const bubbles = [...places.values()].map(({ x, y, name }) =>
    svg("g", { class: "nm-actor" }, svg("ellipse", { cx: x, cy: y, rx: WIDE, ry: HIGH }), inBubble(svg, [x, y], name)));
  const size = actors.length > 5 ? "nm nm-many" : "nm";
  return svg("svg", { viewBox: "0 40 800 810", class: size }, ...lines, ...bubbles, ...letters, ...legend(kit));
}

function arrow(svg, [x1, y1], [x2, y2], [ux, uy], grade) {
  const tip = [[x2, y2], [x2 - ux * 16 - uy * 8, y2 - uy * 16 + ux * 8], [x2 - ux * 16 + uy * 8, y2 - uy * 16 - ux * 8]];
  return [
    svg("line", { class: `nm-line nm-${grade}`, x1, y1, x2: x2 - ux * 16, y2: y2 - uy * 16 }),
    svg("polygon", { class: `nm-tip nm-${grade}`, points: tip.map((point) => point.join(",")).join(" ") }),
  ];
}

const letter = (svg, [x, y], text, grade) =>
  svg("g", { class: `nm-letter nm-${grade}` }, svg("circle", { cx: x, cy: y, r: 12 }), svg("text", { x, y: y + 6, "text-anchor": "middle" }, text));

const legend = (kit) => [
  ...GRADES.flatMap((grade, n) => {
    const x = 40 + n * 262;
    return [...arrow(kit.svg, [x, 800], [x + 56, 800], [1, 0], grade), kit.svg("text", { x: x + 64, y: 806 }, kit.fill(`legend_${grade}`))];
  }),
  kit.svg("text", { x: 40, y: 836 }, kit.fill("near")),
];

/** Returns a name in up to three lines that fit a bubble; long words are written smaller. */
function inBubble(svg, place, name) {
  const lines = inLines(name, 15, 22).slice(0, 3);
  return centred(svg, lines, place, lines.some((line) => line.length > 16) ? "nm-small" : "");
}

makeTool("network-map", { workOut, draw });
