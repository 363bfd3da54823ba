// Relational coordination: classes of mean answers, and the diagram with arrows and circles. The twin of
// scripts/press/tools/coordination.py; tests/tools/coordination-diagram.yml holds both together.

import { centred, inLines, onRing } from "./tool-drawing.js";
import { say, number, listed, notice, row, twins } from "./tool-values.js";
import { makeTool } from "./tool.js";

function workOut(given, rules) {
  const groups = given.groups.map((group) => group.name);
  const answers = means(given, groups).filter(([from, to]) => groups[from] && groups[to]);
  const arrows = answers.filter(([from, to]) => from !== to)
    .map(([from, to, mean]) => ({ from, to, mean, class: classOf(mean, rules.between) }));
  const circles = answers.filter(([from, to]) => from === to)
    .map(([of, , mean]) => ({ of, mean, class: classOf(mean, rules.inside) }));
  const named = groups.flatMap((name, at) => (name ? [at] : []));
  return {
    notices: [...notices(groups, named, arrows, circles), ...aboutSevens(given, groups)],
    tables: {
      circles: circles.map((one) => row([groups[one.of], number(one.mean, 1), say(one.class)])),
      arrows: arrows.map((one) => row([groups[one.from], groups[one.to], number(one.mean, 1), say(one.class)])),
    },
    picture: answers.length ? { groups: named.map((at) => ({ at, name: groups[at] })), circles, arrows } : null,
  };
}

/** Returns [from, to, mean] of all answers; where a mean is not given itself, that of its seven dimensions. */
function means(given, groups) {
  const found = new Map();
  const keep = (from, to, mean) => found.set(`${from}>${to}`, [from, to, mean]);
  for (const line of given.sevens.filter((one) => isKnown(one, groups) && isWhole(one))) {
    // Tenths do not add up exactly: 3.4999999999999996 would be low where 3.5 is medium.
    const total = Math.floor(values(line).reduce((sum, value) => sum + value, 0) * 1_000_000 + 0.5) / 1_000_000;
    keep(groups.indexOf(line.from), groups.indexOf(line.to), total / 7);
  }
  for (const [pair, mean] of Object.entries(given.means)) keep(...pair.split(">").map(Number), mean);
  return [...found.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

const values = (line) => [1, 2, 3, 4, 5, 6, 7].map((n) => line[`d${n}`]).filter((value) => value !== null);
const isWhole = (line) => values(line).length === 7;
const isKnown = ({ from, to }, groups) => Boolean(from && to && groups.includes(from) && groups.includes(to));

/** Returns which rows of the seven dimensions are not used, and why: none goes missing in silence. */
function aboutSevens({ sevens }, groups) {
  const pairs = sevens.filter((line) => isKnown(line, groups)).map(({ from, to }) => JSON.stringify([from, to]));
  const counts = {
    sevens_part: sevens.filter((line) => !isWhole(line)).length,
    sevens_unknown: sevens.filter((line) => !isKnown(line, groups)).length,
    sevens_twice: pairs.length - new Set(pairs).size,
  };
  return Object.entries(counts).flatMap(([word, n]) => (n ? [notice("mind", word, { n })] : []));
}

function classOf(mean, limits) {
  if (mean > limits.high_above) return "high";
  return mean < limits.low_below ? "low" : "medium";
}

function notices(groups, named, arrows, circles) {
  if (!arrows.length && !circles.length) return [notice("note", "no_means")];
  const found = [notice("mind", "caution")];
  const lows = arrows.filter((one) => one.class === "low");
  if (lows.length) {
    const pairs = lows.map((one) => say("pair", { from: groups[one.from], to: groups[one.to] }));
    found.push(notice("mind", "begin_low", { pairs: listed(pairs) }));
  }
  for (const one of arrows) {
    const other = arrows.find(({ from, to }) => from === one.to && to === one.from);
    if (one.from > one.to || !other) continue;
    if ([one.class, other.class].sort().join() !== "high,low") continue;
    const values = { a: groups[one.from], b: groups[one.to], x: say(one.class), y: say(other.class) };
    found.push(notice("note", "far_apart", values));
  }
  const missing = named.length * (named.length - 1) - arrows.length;
  if (missing) found.push(notice("note", "missing", { n: missing }));
  const silent = named.length - circles.length;
  if (silent) found.push(notice("note", "missing_own", { n: silent }));
  const doubles = twins(groups);
  if (doubles.length) found.push(notice("stop", "twice", { names: listed(doubles) }));
  found.push(notice("note", "limits"));
  return found;
}

// The drawing: groups on a ring, an arrow each way beside the straight line, a circle round each group.
const [MIDDLE, RING, SIZE] = [400, 285, 62];

function draw({ groups, circles, arrows }, kit) {
  const { svg } = kit;
  const ring = onRing(groups.length, [MIDDLE, MIDDLE], [RING, RING]);
  const places = new Map(groups.map(({ at, name }, n) => [at, { x: ring[n][0], y: ring[n][1], name }]));
  const letter = (one) => `${kit.fill(`letter_${one.class}`)} ${kit.show(number(one.mean, 1))}`;
  const label = (x, y, text, kind) => {
    const wide = 14 + text.length * 9;
    return svg("g", { class: `rc-label rc-${kind}` },
      svg("rect", { x: x - wide / 2, y: y - 14, width: wide, height: 28, rx: 6 }),
      svg("text", { x, y: y + 6, "text-anchor": "middle" }, text));
  };
  const lines = [];
  const labels = [];
  for (const one of arrows) {
    const [a, b] = [places.get(one.from), places.get(one.to)];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const long = Math.hypot(dx, dy);
    const [ux, uy] = [dx / long, dy / long];
    const side = 13; // to the right of the way, so that both directions have room
    const at = (share) => [a.x + ux * share - uy * side, a.y + uy * share + ux * side];
    const [[x1, y1], [x2, y2]] = [at(SIZE + 16), at(long - SIZE - 20)];
    const tip = [[x2 + ux * 14, y2 + uy * 14], [x2 - uy * 8, y2 + ux * 8], [x2 + uy * 8, y2 - ux * 8]];
    lines.push(svg("line", { class: `rc-line rc-${one.class}`, x1, y1, x2, y2 }),
      svg("polygon", { class: `rc-tip rc-${one.class}`, points: tip.map((point) => point.join(",")).join(" ") }));
    labels.push(label(...at(SIZE + 16 + (long - 2 * SIZE - 36) * 0.3), letter(one), one.class));
  }
  for (const one of circles) {
    const { x, y } = places.get(one.of);
    lines.push(svg("circle", { class: `rc-ring rc-${one.class}`, cx: x, cy: y, r: SIZE + 9 }));
    const below = y >= MIDDLE - 1;
    labels.push(label(x, below ? y + SIZE + 9 : y - SIZE - 9, letter(one), one.class));
  }
  const nodes = [...places.values()].map(({ x, y, name }) =>
    svg("g", { class: "rc-group" }, svg("circle", { cx: x, cy: y, r: SIZE }), centred(svg, inLines(name, 12, 14).slice(0, 3), [x, y])));
  return svg("svg", { viewBox: "0 -10 800 830", class: "rc" }, ...lines, ...nodes, ...labels);
}

makeTool("coordination-diagram", { workOut, draw });
