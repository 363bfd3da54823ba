// A participation loop with its days: plan, checklist and calendar. The twin of scripts/press/tools/loop.py;
// tests/tools/loop-planner.yml holds both together.

import { calendar, weekOf } from "./calendar.js";
import { say, day, listed, notice, row } from "./tool-values.js";
import { makeTool } from "./tool.js";

const LEVELS = ["stop", "mind", "good", "note"];
const DEPENDENCE = ["works", "manages", "decides", "related"];
const DAY = 86400000;

// Days are times in UTC, where every day is as long as the others.
const timeOf = (text) => Date.parse(`${text}T00:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const weekday = (time) => new Date(time).getUTCDay() || 7;
const isWeekend = (time) => weekday(time) > 5;
const inWords = (time) => say(`day_${weekday(time)}`, { day: day(iso(time)) });

function workOut(given, rules, today) {
  const found = [...aboutGuides(given), ...aboutGroups(given), ...aboutMoves(given, rules)];
  if (!given.first_day) return result([...found, notice("note", "no_day")]);
  const days = meetings(given, rules);
  const decision = given.decision ? timeOf(given.decision) : null;
  const tasks = tasksOf(days, decision, rules);
  const now = timeOf(today);
  const begun = days.get("information") < now;
  found.push(...aboutDecision(days.get("joint"), decision, rules), ...aboutDays(given, days, rules));
  if (!given.guides.length) found.push(notice("mind", "no_guides"));
  if (!given.manager_end) found.push(notice("mind", "manager_missing"));
  if (begun) found.push(notice("note", "begun"));
  else if (tasks.some(([, when]) => when < now)) found.push(notice("mind", "passed"));
  if (given.guides.length === 2 && !found.some(({ level }) => level === "stop" || level === "mind")) {
    found.push(notice("good", "all_good"));
  }
  found.push(notice("note", "calendar_limits"));
  const plan = planOf(days, decision);
  return {
    ...result(found),
    tables: {
      plan: plan.map(([name, when]) => planRow(name, when, days, given)),
      tasks: tasks.map(([task, when]) => taskRow(task, when, now, begun)),
    },
    picture: {
      meetings: plan.map(([name, when]) => ({ id: name, day: iso(when) })),
      tasks: tasks.map(([task, when]) => ({ id: task.id, day: iso(when) })),
    },
  };
}

const result = (found) => ({
  notices: LEVELS.flatMap((level) => found.filter((one) => one.level === level)),
  tables: {},
  picture: null,
});

/** Returns the new day of each meeting that was moved; of two, the last. */
const moves = (given) =>
  new Map(given.moved.filter((move) => move.meeting && move.day).map((move) => [move.meeting, timeOf(move.day)]));

/** Returns the day of each meeting and follow-up, in the order of the method. */
function meetings(given, rules) {
  const moved = moves(given);
  const rhythm = given.rhythm ?? rules.rhythm_days;
  let when = timeOf(given.first_day);
  const days = new Map([["information", when]]);
  rules.meetings.slice(1).forEach((name, at) => {
    // Whoever was told needs time to think before the first talk, however quick the rhythm.
    when += (at ? rhythm : Math.max(rhythm, rules.think_days)) * DAY;
    days.set(name, moved.get(name) ?? when);
  });
  rules.follow_weeks.forEach((weeks, at) => {
    const name = `follow_${at + 1}`;
    days.set(name, moved.get(name) ?? days.get("joint") + weeks * 7 * DAY);
  });
  return days;
}

/** Returns meetings in the method's order, and the decision before the first that lies after it. */
function planOf(days, decision) {
  const plan = [...days];
  if (decision !== null) {
    const after = plan.findIndex(([, when]) => when > decision);
    plan.splice(after < 0 ? plan.length : after, 0, ["decision", decision]);
  }
  return plan;
}

/** Returns what is to be done and by which day, the earliest first. */
function tasksOf(days, decision, rules) {
  const joint = days.get("joint");
  const known = new Map(days);
  if (decision !== null && decision > joint) known.set("decision", decision);
  else known.set("no_decision", joint);
  return rules.tasks.filter((task) => known.has(task.from)).map((task) => {
    const when = known.get(task.from) + task.weeks * 7 * DAY;
    // Nobody can work with proposals that have not been made.
    return [task, task.from === "decision" ? Math.max(when, joint) : when];
  }).sort(([, a], [, b]) => a - b);
}

function planRow(name, when, days, given) {
  const who = name === "joint" && given.manager_end ? "who_joint_manager" : `who_${name}`;
  const cells = [say(`m_${name}`), inWords(when), weekOf(when)[1], say(who), people(name, given)];
  return row(cells, planLevel(name, when, days, given));
}

function planLevel(name, when, days, given) {
  if (name === "decision") return when <= days.get("joint") ? "stop" : "";
  const names = [...days.keys()];
  const at = names.indexOf(name);
  if (at && when <= days.get(names[at - 1])) return "stop";
  return isWeekend(when) || (name === "joint" && !given.manager_end) ? "mind" : "";
}

const GROUPS = { user_1: ["users"], staff: ["staff"], user_2: ["users"], joint: ["users", "staff"] };

/** Returns for how many the room must do; nothing while a group's size is not known. */
function people(name, given) {
  const groups = GROUPS[name];
  if (!groups || groups.some((group) => given[group] === null)) return null;
  const total = groups.reduce((sum, group) => sum + given[group], Math.max(2, given.guides.length));
  return name === "joint" && given.manager_end ? total + 1 : total;
}

function taskRow(task, when, now, begun) {
  const late = when < now && !begun;
  const said = late ? say("passed_day", { day: inWords(when) }) : inWords(when);
  return row([say(`t_${task.id}`), say(task.role), said], late ? "mind" : "");
}

/** Two of them (sormland-14), on whom nobody depends (fourum-07, sormland-16), trained. */
function aboutGuides({ guides }) {
  const names = guides.map((one, at) => one.role || say("guide_n", { n: at + 1 }));
  const found = [];
  if (guides.length === 1) found.push(notice("stop", "one_guide"));
  if (guides.length > 2) found.push(notice("mind", "many_guides", { n: guides.length }));
  guides.forEach((one, at) => {
    const reasons = DEPENDENCE.filter((reason) => one[reason]).map((reason) => say(`r_${reason}`));
    if (reasons.length) found.push(notice("stop", "not_independent", { guide: names[at], reasons: listed(reasons) }));
  });
  const roles = guides.map((one) => one.role).filter(Boolean);
  const twice = roles.filter((role, at) => roles.indexOf(role) === at && roles.lastIndexOf(role) > at);
  if (twice.length) found.push(notice("mind", "same_guide", { names: listed(twice) }));
  const untrained = names.filter((_, at) => !guides[at].trained);
  if (untrained.length) found.push(notice("mind", "untrained", { guides: listed(untrained) }));
  return found;
}

function aboutGroups({ users, staff }) {
  const found = [];
  if (users === 1 || staff === 1) found.push(notice("mind", "one_in_group"));
  if (users !== null && staff !== null && staff > users) found.push(notice("mind", "staff_more"));
  return found;
}

function aboutMoves(given, rules) {
  const found = [];
  if (given.moved.some((move) => !(move.meeting && move.day))) found.push(notice("mind", "moved_half"));
  const moved = given.moved.filter((move) => move.meeting && move.day).map((move) => move.meeting);
  const names = [...rules.meetings, "follow_1", "follow_2"];
  const twice = names.filter((name) => moved.indexOf(name) !== moved.lastIndexOf(name)).map((name) => say(`m_${name}`));
  if (twice.length) found.push(notice("mind", "moved_twice", { meetings: listed(twice) }));
  return found;
}

/** A loop comes before the decision (fourum-27); how long before is our advice. */
function aboutDecision(joint, decision, rules) {
  if (decision === null) return [notice("note", "no_decision")];
  if (decision <= joint) {
    return [notice("stop", "decision_before", { decision: inWords(decision), joint: inWords(joint) })];
  }
  const left = (decision - joint) / DAY;
  if (left < rules.decision_days) {
    return [notice("mind", "decision_close", { days: left, least: rules.decision_days })];
  }
  return [notice("good", "decision_good", { days: left })];
}

function aboutDays(given, days, rules) {
  const found = [];
  const all = [...days];
  all.slice(1).forEach(([later, when], at) => {
    const [earlier, before] = all[at];
    if (when > before) return;
    found.push(notice("stop", "order_broken", { earlier: say(`m_${earlier}`), later: say(`m_${later}`) }));
  });
  const weekend = all.filter(([, when]) => isWeekend(when))
    .map(([name, when]) => say("meeting_on", { meeting: say(`m_${name}`), day: inWords(when) }));
  if (weekend.length) found.push(notice("mind", "weekend", { meetings: listed(weekend) }));
  const span = (days.get("joint") - days.get("information")) / DAY;
  if (span > 7 * rules.span_weeks) found.push(notice("mind", "span_long", { days: span, weeks: rules.span_weeks }));
  const think = (days.get("user_1") - days.get("information")) / DAY;
  if (think > 0 && think < rules.think_days) {
    found.push(notice("mind", "think_short", { days: think, least: rules.think_days }));
  }
  if (given.rhythm === null) found.push(notice("note", "rhythm_missing", { days: rules.rhythm_days }));
  else if (given.rhythm < rules.think_days && !moves(given).has("user_1")) {
    found.push(notice("note", "think_note", { days: rules.think_days }));
  }
  return found;
}

// The calendar: whole days, for the tool knows no clock.

/** Returns a short name of a loop, so that two loops with the same first day do not mix in a calendar. */
function nameOf({ unit, theme }) {
  let sum = 5381;
  for (const letter of `${unit}|${theme}`) sum = (sum * 33 + letter.codePointAt(0)) % 0xffffffff;
  return sum.toString(36);
}

/** Returns the address of this page on the web; a copy opened from a folder has none of its own to give away. */
const address = (kit) => document.querySelector('link[rel="canonical"]')?.href ?? (kit.page.startsWith("http") ? kit.page : "");

const fetcher = (part, word, kind) => ({
  word,
  run(given, { picture, tables }, kit) {
    if (!picture) {
      kit.say(kit.fill("no_day"));
      return;
    }
    const start = timeOf(given.first_day);
    const url = address(kit);
    const who = part === "meetings" ? 3 : 1; // the column of the table that says who
    const happenings = picture[part].map(({ id, day: when }, at) => {
      const days = Math.round((timeOf(when) - start) / DAY);
      const what = kit.fill(`${kind}_${id}`).replace(/\.$/, "");
      return {
        id, url, day: days, last: days, at: null, minutes: 0,
        title: kit.fill(given.theme ? "event_theme" : "event", { what, theme: given.theme }),
        about: [given.unit, kit.show(tables[part === "meetings" ? "plan" : "tasks"][at].cells[who])].filter(Boolean).join("\n"),
      };
    });
    const plan = {
      id: `loop-planner-${nameOf(given)}`,
      title: kit.fill(given.theme ? "loop_theme" : "loop", { theme: given.theme }),
      language: kit.language,
      host: url ? new URL(url).hostname : "localhost",
      zone: kit.language === "da" ? "Europe/Copenhagen" : "Europe/Stockholm",
      happenings,
    };
    const stamp = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    const name = `${part === "meetings" ? "loop" : "loop-checklist"}-${given.first_day}.ics`;
    kit.save(name, "text/calendar;charset=utf-8", calendar(plan, start, stamp));
    kit.say(kit.fill("fetched", { name }));
  },
});

makeTool("loop-planner", {
  workOut,
  actions: [fetcher("meetings", "fetch_meetings", "m"), fetcher("tasks", "fetch_tasks", "t")],
});
