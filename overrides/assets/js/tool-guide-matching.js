// Guide exchange: requests and pairs on offer, who could lead for whom. The twin of scripts/press/tools/matching.py
// and placing.py; tests/tools/guide-matching.yml holds both together.

import { say, day, listed, notice, row, twins } from "./tool-values.js";
import { makeTool } from "./tool.js";

const REASONS = ["no_unit", "tied", "untold", "field", "period", "language", "no_loops", "full", "met"];
const LEAST_ALIKE = 3; // letters; a shorter name stands inside too many others
const DAY = 86_400_000; // ms

const add = (numbers) => numbers.reduce((sum, n) => sum + n, 0);
const loops = (n) => (n === 1 ? say("one_loop") : say("loops", { n }));

function workOut(given, rules) {
  const requests = given.requests.map((one, at) => ({
    label: one.id || say("request_n", { n: at + 1 }), given: one, loops: one.loops ?? 1, unit: plain(one.unit), needs: parts(one.needs),
  }));
  const offers = given.offers.map((one, at) => ({
    label: one.pair || say("pair_n", { n: at + 1 }), given: one, loops: one.loops ?? 1, tied: tiedOf(one, given.offers), knows: names(one.knows),
  }));
  const refused = requests.map((request) => offers.map((offer) => reasons(request, offer, given.strict, rules.least_days)));
  const costs = requests.map((request, r) => offers.map((offer, o) =>
    (refused[r][o].length ? null : Number(usedTo(request, offer) === false))));
  const placed = place(requests.map((one) => one.loops), offers.map((one) => one.loops), costs);
  const done = placed.map(add);
  const busy = offers.map((_, o) => add(placed.map((some) => some[o])));
  requests.forEach((_, r) => offers.forEach((offer, o) => {
    if (costs[r][o] !== null && !placed[r][o]) refused[r][o] = [say(busy[o] === offer.loops ? "full" : "met")];
  }));
  const each = (make) => requests.flatMap((request, r) => offers.flatMap((offer, o) => make(request, offer, r, o)));
  return {
    notices: notices(given, rules, requests, offers, placed, done, busy),
    tables: {
      proposal: each((request, offer, r, o) => (placed[r][o] ? [proposed(request, offer, placed[r][o])] : [])),
      unmet: requests.flatMap((one, r) => (done[r] < one.loops ? [unmet(one, done[r], refused[r])] : [])),
      idle: offers.flatMap((one, o) =>
        (one.loops > busy[o] ? [row([one.label, one.given.municipality, one.loops, busy[o], one.loops - busy[o]])] : [])),
      refused: each((request, offer, r, o) =>
        (refused[r][o].length ? [row([request.label, offer.label, listed(refused[r][o])])] : [])),
    },
    picture: null,
  };
}

/** Returns a name as it is held against others: small letters, single spaces. */
const plain = (name) => name.toLowerCase().split(/[ \t\u00a0]+/).filter(Boolean).join(" ");
/** Returns what stands between commas, as it was typed. */
const parts = (text) => text.split(/[,;]/).filter(plain).map((part) => part.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, ""));
const names = (text) => parts(text).map(plain);

/** Returns what tells a pair from others. */
const who = (one) => JSON.stringify([plain(one.pair), plain(one.municipality)]);

/** Returns what a pair is tied to by any of its rows: it may stand in one for each time it is free. */
const tiedOf = (one, everyone) =>
  everyone.filter((other) => other === one || (one.pair && who(other) === who(one))).flatMap((other) => names(other.tied));

function reasons(request, offer, strict, leastDays) {
  const found = [];
  if (!request.unit) found.push(say("no_unit"));
  if (offer.tied.includes(request.unit)) found.push(say("tied"));
  // Every guide works somewhere: untold, nobody knows whether they are independent (sormland-16).
  if (!offer.tied.length) found.push(say("untold"));
  if (strict && usedTo(request, offer) === false) found.push(say("field"));
  if (!hasTime(...common(request.given, offer.given), leastDays)) found.push(say("period"));
  const lacks = request.needs.filter((need) => !offer.knows.includes(plain(need)));
  if (lacks.length) found.push(say("lacks", { what: listed(lacks) }));
  if (!offer.loops) found.push(say("no_loops"));
  return found;
}

/** Returns whether a pair is used to a request's field; null where no field is asked for. */
const usedTo = (request, offer) => (request.given.field ? offer.given[request.given.field] : null);

/** Returns the first and last day that both have, "" where neither names one. */
function common(request, offer) {
  const [first] = [request.from, offer.from].sort().reverse();
  const [last = ""] = [request.to, offer.to].filter(Boolean).sort();
  return [first, last];
}

const hasTime = (first, last, leastDays) =>
  !first || !last || Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1 >= leastDays;

function proposed(request, offer, n) {
  const [first, last] = common(request.given, offer.given);
  const used = usedTo(request, offer);
  return row([
    request.label, request.given.unit, offer.label, n, first ? day(first) : null, last ? day(last) : null,
    used === null ? null : say(used ? "used" : "unused"), request.given.municipality, offer.given.municipality,
  ]);
}

function unmet(one, done, refused) {
  const kinds = new Set(refused.flat().map((reason) => (reason.say === "lacks" ? "language" : reason.say)));
  const why = listed(REASONS.filter((kind) => kinds.has(kind)).map((kind) => say(kind)));
  return row([one.label, one.given.unit, one.given.municipality, one.loops, one.loops - done, why], "mind");
}

function notices(given, rules, requests, offers, placed, done, busy) {
  const found = [];
  if (!requests.length) found.push(notice("note", "no_requests"));
  if (!offers.length) found.push(notice("note", "no_offers"));
  found.push(...mistakes(given, requests, offers));
  if (!requests.length || !offers.length) return found;
  const [total, wanted] = [add(done), add(requests.map((one) => one.loops))];
  if (total === wanted) found.push(notice("good", "all_placed", { placed: loops(total) }));
  else found.push(notice("mind", "some_placed", { placed: total, asked: loops(wanted) }));
  const outside = add(placed.map((some, r) => add(some.map((n, o) => (usedTo(requests[r], offers[o]) === false ? n : 0)))));
  if (outside) found.push(notice("mind", "outside", { loops: loops(outside) }));
  const idle = offers.filter((one, o) => one.loops > busy[o]).map((one) => one.label);
  if (idle.length) found.push(notice("note", "idle", { pairs: listed(idle) }));
  if (total) found.push(notice("note", "ask_first"));
  found.push(notice("note", "how", { days: rules.least_days }));
  return found;
}

/** Returns what in the tables may lead to a wrong proposal. */
function mistakes(given, requests, offers) {
  const found = [];
  const everyone = [...requests, ...offers];
  const tell = (level, word, name, values) => values.length && found.push(notice(level, word, { [name]: listed(values) }));
  const labels = (rows) => rows.map((one) => one.label);
  tell("stop", "unit_missing", "requests", labels(requests.filter((one) => !one.unit)));
  tell("stop", "wrong_days", "rows", labels(everyone.filter((one) => one.given.from && one.given.to && one.given.to < one.given.from)));
  tell("mind", "near", "pairs", requests.flatMap((request) => offers
    .filter((offer) => !offer.tied.includes(request.unit) && offer.tied.some((tied) => areNear(request.unit, tied)))
    .map((offer) => say("name_pair", { pair: offer.label, unit: request.given.unit }))));
  tell("stop", "tied_missing", "pairs", labels(offers.filter((one) => !one.tied.length)));
  const known = new Set(offers.flatMap((one) => one.knows));
  const strange = new Map();
  for (const need of requests.flatMap((one) => one.needs)) {
    if (!known.has(plain(need)) && !strange.has(plain(need))) strange.set(plain(need), need);
  }
  if (offers.length) tell("mind", "unknown_needs", "needs", [...strange.keys()].sort().map((name) => strange.get(name)));
  tell("mind", "twice", "ids", twins(given.requests.map((one) => one.id)));
  const keys = given.offers.map(who);
  const several = given.offers.filter((_, at) => keys.indexOf(keys[at]) !== keys.lastIndexOf(keys[at]));
  tell("note", "pair_twice", "pairs", twins(several.map((one) => one.pair)));
  const uncounted = everyone.filter((one) => one.given.loops === null).length;
  if (uncounted) found.push(notice("note", "counted_one", { n: uncounted }));
  return found;
}

/** Returns whether one name stands inside the other without being it. */
const areNear = (a, b) => a !== b && Math.min([...a].length, [...b].length) >= LEAST_ALIKE && (a.includes(b) || b.includes(a));

// Who leads how many loops for whom: as many as can be, then at least cost, then in the order of the tables. Arcs of
// the net lie in twos, each with its way back beside it (number ^ 1).

/** Returns how many loops each offer leads for each request; costs: null where that may not be. */
function place(asked, can, costs) {
  const net = { origin: [], target: [], left: [], cost: [], size: asked.length + can.length + 2 };
  const [start, end] = [net.size - 2, net.size - 1];
  const arc = (from, to, most, cost) => {
    net.origin.push(from, to);
    net.target.push(to, from);
    net.left.push(most, 0);
    net.cost.push(cost, -cost);
    return net.origin.length - 2;
  };
  asked.forEach((n, r) => arc(start, r, n, 0));
  can.forEach((n, o) => arc(asked.length + o, end, n, 0));
  const arcs = costs.map((some, r) => some.map((cost, o) =>
    (cost === null ? null : arc(r, asked.length + o, Math.min(asked[r], can[o]), cost))));
  net.into = Array.from({ length: net.size }, () => []);
  net.target.forEach((node, at) => net.into[node].push(at));
  const flow = net.left.map(() => 0);
  fill(net, start, end, flow);
  settle(net, arcs, flow);
  return arcs.map((some) => some.map((at) => (at === null ? 0 : flow[at])));
}

/** Sends as much as can be from start to end, each time by the cheapest way. */
function fill(net, start, end, flow) {
  for (;;) {
    const costs = new Array(net.size).fill(Infinity);
    const came = new Array(net.size).fill(null);
    costs[start] = 0;
    lower(net, costs, came);
    if (came[end] === null) return;
    const way = [];
    for (let node = end; node !== start; node = net.origin[came[node]]) way.push(came[node]);
    push(net, way, flow);
  }
}

/** Lowers what it costs to reach each node until no arc does it for less. */
function lower(net, costs, came = []) {
  for (let changed = true; changed;) {
    changed = false;
    net.left.forEach((left, at) => {
      const reached = costs[net.origin[at]] + net.cost[at];
      if (left && reached < costs[net.target[at]]) {
        costs[net.target[at]] = reached;
        came[net.target[at]] = at;
        changed = true;
      }
    });
  }
}

function push(net, way, flow) {
  const n = Math.min(...way.map((at) => net.left[at]));
  for (const at of way) {
    net.left[at] -= n;
    net.left[at ^ 1] += n;
    flow[at & ~1] += at & 1 ? -n : n;
  }
}

/** Turns a flow into the one as good that gives the first request most from the first offer, and so on. */
function settle(net, arcs, flow) {
  const heights = new Array(net.size).fill(0);
  lower(net, heights);
  const even = net.left.map((_, at) => heights[net.origin[at]] + net.cost[at] === heights[net.target[at]]);
  arcs.forEach((some, request) => {
    let ways = null; // to the request; null: to be found anew
    for (const at of some.filter((one) => one !== null)) {
      if (net.left[at ^ 1]) {
        net.left[at ^ 1] = 0; // what it has got it keeps
        ways = null;
      }
      while (even[at] && net.left[at]) {
        ways ??= waysTo(net, request, even);
        if (!ways.has(net.target[at])) break;
        const circle = [at];
        for (let node = net.target[at]; node !== request; node = net.target[ways.get(node)]) circle.push(ways.get(node));
        push(net, circle, flow);
        net.left[at ^ 1] = 0;
        ways = null;
      }
    }
  });
}

/** Returns the arc to take next from each node that can reach a request at no cost. */
function waysTo(net, request, even) {
  const ways = new Map();
  const todo = [request];
  for (const node of todo) {
    for (const at of net.into[node]) {
      const from = net.origin[at];
      if (!net.left[at] || !even[at] || from === request || ways.has(from)) continue;
      ways.set(from, at);
      todo.push(from);
    }
  }
  return ways;
}

makeTool("guide-matching", { workOut });
