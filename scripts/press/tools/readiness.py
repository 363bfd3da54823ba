"""Readiness: answers to twelve statements → advice on what makes work stall (fourum-21).

Nothing is counted and nothing graded: the answers only choose which advice is given, and in which
order. The statements are those of the printable readiness-check; they and the order stand in
docs/tools/readiness-advice.yml.
"""

from __future__ import annotations

from typing import Any

from press.tools.shape import Input, Result, Rules, notice, row, say

_MISSING = ("partly", "lacks", "unknown")


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return what to do first, advice for each risk, and what is in place already."""
    points = [point for risk in rules["risks"] for point in risk["points"]]
    first = [point for point in rules["order"] if given[point] in _MISSING][: rules["first_most"]]
    tables = {
        risk["id"]: [
            _advice_row(point, given) for point in risk["points"] if given[point] in _MISSING
        ]
        for risk in rules["risks"]
    }
    stands = [row(say(f"p_{point}")) for point in points if given[point] == "stands"]
    return {
        "notices": _notices(given, rules, points),
        "tables": {
            "first": [row(_advice(point, given), say(f"p_{point}")) for point in first],
            **tables,
            "stands": stands,
        },
        "picture": None,
    }


def _advice(point: str, given: Input) -> dict[str, Any]:
    answer = given[point]
    if answer == "unknown":
        return say(f"ask_{point}")
    if answer == "lacks":
        return say(f"do_{point}")
    # Of a question that is half open, one part can still be the theme.
    return say("half_open") if point == "question_open" else say("rest", do=say(f"do_{point}"))


def _advice_row(point: str, given: Input) -> dict[str, Any]:
    closed = point == "question_open" and given[point] == "lacks"
    return row(
        say(f"p_{point}"), say(given[point]), _advice(point, given), level="stop" if closed else ""
    )


def _notices(given: Input, rules: Rules, points: list[str]) -> list[dict[str, Any]]:
    answers = [given[point] for point in points]
    found = []
    if given["question_open"] == "lacks":
        found.append(notice("stop", "closed"))
    if given["question_open"] == "partly":
        found.append(notice("mind", "half_open"))
    if given["question_open"] == "unknown":
        found.append(notice("mind", "maybe_open"))
    if given["filled_on"] and given["next_check"] and given["next_check"] <= given["filled_on"]:
        found.append(notice("mind", "check_order"))
    kept = [(risk["id"], [given[point] for point in risk["points"]]) for risk in rules["risks"]]
    found += [
        notice("mind", f"weak_{risk}")
        for risk, said in kept
        if any(answer in _MISSING for answer in said)
    ]
    found += [
        notice("good", f"strong_{risk}")
        for risk, said in kept
        if all(answer == "stands" for answer in said)
    ]
    if not any(answers):
        return [*found, notice("note", "nothing_yet")]
    if "unknown" in answers:
        found.append(notice("note", "ask_around"))
    if given["question_open"] == "stands" and any(answer in _MISSING for answer in answers):
        found.append(notice("note", "may_begin"))
    if "" in answers:
        found.append(notice("note", "unanswered"))
    found.append(notice("note", "no_grade"))
    return found
