// Readiness: answers to twelve statements give advice, nothing is counted. The twin of
// scripts/press/tools/readiness.py; tests/tools/readiness-advice.yml holds both together.

import { say, notice, row } from "./tool-values.js";
import { makeTool } from "./tool.js";

const MISSING = ["partly", "lacks", "unknown"];

function workOut(given, rules) {
  const points = rules.risks.flatMap((risk) => risk.points);
  const missing = (point) => MISSING.includes(given[point]);
  const first = rules.order.filter(missing).slice(0, rules.first_most);
  return {
    notices: notices(given, rules, points),
    tables: {
      first: first.map((point) => row([advice(point, given), say(`p_${point}`)])),
      ...Object.fromEntries(rules.risks.map((risk) =>
        [risk.id, risk.points.filter(missing).map((point) => adviceRow(point, given))])),
      stands: points.filter((point) => given[point] === "stands").map((point) => row([say(`p_${point}`)])),
    },
    picture: null,
  };
}

function advice(point, given) {
  if (given[point] === "unknown") return say(`ask_${point}`);
  if (given[point] === "lacks") return say(`do_${point}`);
  // Of a question that is half open, one part can still be the theme.
  return point === "question_open" ? say("half_open") : say("rest", { do: say(`do_${point}`) });
}

function adviceRow(point, given) {
  const closed = point === "question_open" && given[point] === "lacks";
  return row([say(`p_${point}`), say(given[point]), advice(point, given)], closed ? "stop" : "");
}

function notices(given, rules, points) {
  const answers = points.map((point) => given[point]);
  const found = [];
  if (given.question_open === "lacks") found.push(notice("stop", "closed"));
  if (given.question_open === "partly") found.push(notice("mind", "half_open"));
  if (given.question_open === "unknown") found.push(notice("mind", "maybe_open"));
  if (given.filled_on && given.next_check && given.next_check <= given.filled_on) found.push(notice("mind", "check_order"));
  for (const risk of rules.risks) {
    if (risk.points.some((point) => MISSING.includes(given[point]))) found.push(notice("mind", `weak_${risk.id}`));
  }
  for (const risk of rules.risks) {
    if (risk.points.every((point) => given[point] === "stands")) found.push(notice("good", `strong_${risk.id}`));
  }
  if (!answers.some(Boolean)) return [...found, notice("note", "nothing_yet")];
  if (answers.includes("unknown")) found.push(notice("note", "ask_around"));
  if (given.question_open === "stands" && answers.some((answer) => MISSING.includes(answer))) {
    found.push(notice("note", "may_begin"));
  }
  if (answers.includes("")) found.push(notice("note", "unanswered"));
  found.push(notice("note", "no_grade"));
  return found;
}

makeTool("readiness-advice", { workOut });
