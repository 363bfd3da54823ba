"""A participation loop with its days: first day, rhythm → plan, checklist.

The order comes from outside sources (D6), the times from the printables booking-list and
count-back-list; all numbers stand in docs/tools/loop-planner.yml. Days are plain days without a
clock, so nothing moves when clocks change.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from press.tools.shape import Input, Result, Rules, day, listed, notice, row, say

Days = dict[str, date]
Notices = list[dict[str, Any]]

_LEVELS = ("stop", "mind", "good", "note")
_DEPENDENCE = ("works", "manages", "decides", "related")


def work_out(given: Input, rules: Rules, today: str) -> Result:
    """Return the plan and the checklist in days, and what in them breaks a rule."""
    found = _about_guides(given) + _about_groups(given) + _about_moves(given, rules)
    if not given["first_day"]:
        return _result([*found, notice("note", "no_day")])
    days = _meetings(given, rules)
    decision = date.fromisoformat(given["decision"]) if given["decision"] else None
    tasks = _tasks(days, decision, rules)
    now = date.fromisoformat(today)
    begun = days["information"] < now
    found += _about_decision(days["joint"], decision, rules)
    found += _about_days(given, days, rules)
    if not given["guides"]:
        found.append(notice("mind", "no_guides"))
    if not given["manager_end"]:
        found.append(notice("mind", "manager_missing"))
    if begun:
        found.append(notice("note", "begun"))
    elif any(when < now for _, when in tasks):
        found.append(notice("mind", "passed"))
    if len(given["guides"]) == 2 and not any(one["level"] in ("stop", "mind") for one in found):
        found.append(notice("good", "all_good"))
    found.append(notice("note", "calendar_limits"))
    plan = _plan(days, decision)
    return {
        **_result(found),
        "tables": {
            "plan": [_plan_row(name, when, days, given) for name, when in plan],
            "tasks": [_task_row(task, when, now, begun) for task, when in tasks],
        },
        "picture": {
            "meetings": [{"id": name, "day": when.isoformat()} for name, when in plan],
            "tasks": [{"id": task["id"], "day": when.isoformat()} for task, when in tasks],
        },
    }


def _result(found: Notices) -> Result:
    ordered = [one for level in _LEVELS for one in found if one["level"] == level]
    return {"notices": ordered, "tables": {}, "picture": None}


def _moves(given: Input) -> dict[str, date]:
    """Return the new day of each meeting that was moved; of two, the last."""
    whole = (move for move in given["moved"] if move["meeting"] and move["day"])
    return {move["meeting"]: date.fromisoformat(move["day"]) for move in whole}


def _meetings(given: Input, rules: Rules) -> Days:
    """Return the day of each meeting and follow-up, in the order of the method."""
    moved = _moves(given)
    rhythm = given["rhythm"] or rules["rhythm_days"]
    first = when = date.fromisoformat(given["first_day"])
    days: Days = {}
    for at, name in enumerate(rules["meetings"]):
        if at:
            # Whoever was told needs time to think before the first talk, however quick the rhythm.
            gap = max(rhythm, rules["think_days"]) if at == 1 else rhythm
            when = when + timedelta(days=gap)
        days[name] = moved.get(name, when) if at else first
    for at, weeks in enumerate(rules["follow_weeks"], start=1):
        name = f"follow_{at}"
        days[name] = moved.get(name, days["joint"] + timedelta(weeks=weeks))
    return days


def _plan(days: Days, decision: date | None) -> list[tuple[str, date]]:
    """Return meetings in the method's order, and the decision before the first that lies after it."""
    plan = list(days.items())
    if decision:
        after = [at for at, (_, when) in enumerate(plan) if when > decision]
        plan.insert(after[0] if after else len(plan), ("decision", decision))
    return plan


def _tasks(days: Days, decision: date | None, rules: Rules) -> list[tuple[dict[str, Any], date]]:
    """Return what is to be done and by which day, the earliest first."""
    joint = days["joint"]
    known: Days = dict(days)
    if decision and decision > joint:
        known["decision"] = decision
    else:
        known["no_decision"] = joint
    found = []
    for task in rules["tasks"]:
        if task["from"] in known:
            when = known[task["from"]] + timedelta(weeks=task["weeks"])
            # Nobody can work with proposals that have not been made.
            found.append((task, max(when, joint) if task["from"] == "decision" else when))
    return sorted(found, key=lambda one: one[1])  # stable: of one day, as in the data file


def _in_words(when: date) -> dict[str, Any]:
    return say(f"day_{when.isoweekday()}", day=day(when.isoformat()))


def _is_weekend(when: date) -> bool:
    return when.isoweekday() > 5


def _plan_row(name: str, when: date, days: Days, given: Input) -> dict[str, Any]:
    who = "who_joint_manager" if name == "joint" and given["manager_end"] else f"who_{name}"
    cells = (
        say(f"m_{name}"),
        _in_words(when),
        when.isocalendar().week,
        say(who),
        _people(name, given),
    )
    return row(*cells, level=_plan_level(name, when, days, given))


def _plan_level(name: str, when: date, days: Days, given: Input) -> str:
    if name == "decision":
        return "stop" if when <= days["joint"] else ""
    names = list(days)
    at = names.index(name)
    if at and when <= days[names[at - 1]]:
        return "stop"
    if _is_weekend(when) or (name == "joint" and not given["manager_end"]):
        return "mind"
    return ""


def _people(name: str, given: Input) -> int | None:
    """Return for how many the room must do; nothing while a group's size is not known."""
    groups = {
        "user_1": ("users",),
        "staff": ("staff",),
        "user_2": ("users",),
        "joint": ("users", "staff"),
    }.get(name)
    if not groups or any(given[group] is None for group in groups):
        return None
    total = max(2, len(given["guides"]))
    for group in groups:
        total += given[group]
    return total + 1 if name == "joint" and given["manager_end"] else total


def _task_row(task: dict[str, Any], when: date, now: date, begun: bool) -> dict[str, Any]:
    late = when < now and not begun
    said = say("passed_day", day=_in_words(when)) if late else _in_words(when)
    return row(say(f"t_{task['id']}"), say(task["role"]), said, level="mind" if late else "")


def _about_guides(given: Input) -> Notices:
    """Two of them (sormland-14), on whom nobody depends (fourum-07, sormland-16), trained."""
    guides = given["guides"]
    names = [one["role"] or say("guide_n", n=at) for at, one in enumerate(guides, start=1)]
    found = []
    if len(guides) == 1:
        found.append(notice("stop", "one_guide"))
    if len(guides) > 2:
        found.append(notice("mind", "many_guides", n=len(guides)))
    for one, name in zip(guides, names, strict=True):
        reasons = [say(f"r_{reason}") for reason in _DEPENDENCE if one[reason]]
        if reasons:
            found.append(notice("stop", "not_independent", guide=name, reasons=listed(reasons)))
    roles = [one["role"] for one in guides if one["role"]]
    twice = [
        role for at, role in enumerate(roles) if roles.count(role) > 1 and roles.index(role) == at
    ]
    if twice:
        found.append(notice("mind", "same_guide", names=listed(twice)))
    untrained = [name for one, name in zip(guides, names, strict=True) if not one["trained"]]
    if untrained:
        found.append(notice("mind", "untrained", guides=listed(untrained)))
    return found


def _about_groups(given: Input) -> Notices:
    users, staff = given["users"], given["staff"]
    found = []
    if 1 in (users, staff):
        found.append(notice("mind", "one_in_group"))
    if users is not None and staff is not None and staff > users:
        found.append(notice("mind", "staff_more"))
    return found


def _about_moves(given: Input, rules: Rules) -> Notices:
    found = []
    if any(not (move["meeting"] and move["day"]) for move in given["moved"]):
        found.append(notice("mind", "moved_half"))
    moved = [move["meeting"] for move in given["moved"] if move["meeting"] and move["day"]]
    names = [*rules["meetings"], "follow_1", "follow_2"]
    twice = [say(f"m_{name}") for name in names if moved.count(name) > 1]
    if twice:
        found.append(notice("mind", "moved_twice", meetings=listed(twice)))
    return found


def _about_decision(joint: date, decision: date | None, rules: Rules) -> Notices:
    """A loop comes before the decision (fourum-27); how long before is our advice."""
    if decision is None:
        return [notice("note", "no_decision")]
    if decision <= joint:
        values = {"decision": _in_words(decision), "joint": _in_words(joint)}
        return [notice("stop", "decision_before", **values)]
    left = (decision - joint).days
    if left < rules["decision_days"]:
        return [notice("mind", "decision_close", days=left, least=rules["decision_days"])]
    return [notice("good", "decision_good", days=left)]


def _about_days(given: Input, days: Days, rules: Rules) -> Notices:
    found = []
    names = list(days)
    for earlier, later in pairwise(names):
        if days[later] <= days[earlier]:
            values = {"earlier": say(f"m_{earlier}"), "later": say(f"m_{later}")}
            found.append(notice("stop", "order_broken", **values))
    weekend = [
        say("meeting_on", meeting=say(f"m_{name}"), day=_in_words(when))
        for name, when in days.items()
        if _is_weekend(when)
    ]
    if weekend:
        found.append(notice("mind", "weekend", meetings=listed(weekend)))
    span = (days["joint"] - days["information"]).days
    if span > 7 * rules["span_weeks"]:
        found.append(notice("mind", "span_long", days=span, weeks=rules["span_weeks"]))
    think = (days["user_1"] - days["information"]).days
    if 0 < think < rules["think_days"]:
        found.append(notice("mind", "think_short", days=think, least=rules["think_days"]))
    rhythm = given["rhythm"]
    if rhythm is None:
        found.append(notice("note", "rhythm_missing", days=rules["rhythm_days"]))
    elif rhythm < rules["think_days"] and "user_1" not in _moves(given):
        found.append(notice("note", "think_note", days=rules["think_days"]))
    return found
