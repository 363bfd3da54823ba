"""Goals for loops in the operational plan: planned and held by quarter → how it stands.

Due are the goals of quarters that are over on the day; who has held fewer than that is behind. Loops
held count wherever in the year they stand. Pairs times loops that one pair can lead in a year is what
can be held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from press.tools.shape import Input, Result, Rules, listed, notice, row, say, twins

_QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class _Unit:
    """One row: its name as it is shown, its goals and what was held, both by quarter."""

    label: Any
    field: str
    goals: list[int]
    held: list[int | None]

    @property
    def planned(self) -> int:
        return sum(self.goals)  # whole numbers add alike everywhere

    @property
    def made(self) -> int:
        return sum(n or 0 for n in self.held)


def work_out(given: Input, _rules: Rules, today: str) -> Result:
    """Return how each unit stands on a day, whether pairs are enough, and words for the plan."""
    year = int(given["year"] or today[:4])
    over = _quarters_over(year, today)
    units = [_unit(one, at) for at, one in enumerate(given["units"], 1)]
    planned = sum(unit.planned for unit in units)
    capacity = _capacity(given)
    return {
        "notices": _notices(given, year, units, over, capacity, int(today[:4]) == year),
        "tables": {
            "sentence": _sentence(given, year, units),
            "capacity": _capacity_row(given, capacity, planned),
            "units": _unit_rows(units, over),
            "quarters": _quarter_rows(units, over, int(today[:4]) == year) if units else [],
        },
        "picture": None,
    }


def _unit(one: Input, at: int) -> _Unit:
    goals = [int(one[f"p{n}"] or 0) for n in _QUARTERS]
    held = [None if one[f"d{n}"] is None else int(one[f"d{n}"]) for n in _QUARTERS]
    return _Unit(one["unit"] or say("unnamed", n=at), one["field"], goals, held)


def _quarters_over(year: int, today: str) -> int:
    now = int(today[:4])
    if year != now:
        return 4 if year < now else 0
    return (int(today[5:7]) - 1) // 3


def _capacity(given: Input) -> int | None:
    if given["pairs"] is None or given["each"] is None:
        return None
    return int(given["pairs"]) * int(given["each"])


def _loops(n: int) -> Any:
    return say("one_loop") if n == 1 else say("loops", n=n)


def _sentence(given: Input, year: int, units: list[_Unit]) -> list[Any]:
    planned = sum(unit.planned for unit in units)
    if not planned:
        return []
    parts = listed(
        say("part", unit=unit.label, loops=_loops(unit.planned), when=_when(unit))
        for unit in units
        if unit.planned
    )
    rows = [row(say("sentence", year=year, loops=_loops(planned), parts=parts))]
    if given["weeks"] is not None:
        weeks = given["weeks"]
        rows.append(row(say("answers_one") if weeks == 1 else say("answers", n=weeks)))
    if given["owner"]:
        rows.append(row(say("owner_is", owner=given["owner"])))
    return rows


def _when(unit: _Unit) -> Any:
    """Return the quarters of a unit's goals; with their numbers where one has more than one loop."""
    named = [(n, say(f"q{at}")) for at, n in enumerate(unit.goals, 1) if n]
    if len(named) > 1 and max(unit.goals) > 1:
        return listed(say("many_in", n=n, quarter=quarter) for n, quarter in named)
    return listed(quarter for _n, quarter in named)


def _capacity_row(given: Input, capacity: int | None, planned: int) -> list[Any]:
    if capacity is None:
        return []
    left = capacity - planned
    level = "mind" if left < 0 else ""
    return [row(given["pairs"], given["each"], capacity, planned, left, level=level)]


def _unit_rows(units: list[_Unit], over: int) -> list[Any]:
    if not units:
        return []
    rows = []
    for unit in units:
        field = say(unit.field) if unit.field else None
        due = sum(unit.goals[:over])
        status, level = _status(unit, due)
        rows.append(row(unit.label, field, unit.planned, due, unit.made, status, level=level))
    if len(units) > 1:
        planned, due = sum(u.planned for u in units), sum(sum(u.goals[:over]) for u in units)
        rows.append(row(say("all_units"), None, planned, due, sum(u.made for u in units), None))
    return rows


def _status(unit: _Unit, due: int) -> tuple[Any, str]:
    if not unit.planned:
        return say("beyond" if unit.made else "no_goal"), ""
    if unit.made >= unit.planned:
        return say("reached"), "good"
    if unit.made < due:
        return say("behind_by", n=due - unit.made), "mind"
    return say("on_track"), "good"


def _quarter_rows(units: list[_Unit], over: int, is_now: bool) -> list[Any]:
    rows = []
    for at in range(4):
        stage = "over" if at < over else "now" if is_now and at == over else "to_come"
        goals = sum(unit.goals[at] for unit in units)
        held = sum(unit.held[at] or 0 for unit in units)
        rows.append(row(say(f"q{at + 1}"), goals, held, say(stage)))
    return rows


def _notices(
    given: Input, year: int, units: list[_Unit], over: int, capacity: int | None, is_now: bool
) -> list[Any]:
    planned = sum(unit.planned for unit in units)
    found = [] if given["year"] else [notice("note", "no_year", year=year)]
    if not planned:
        return [notice("note", "no_plan"), *found]
    found += _on_capacity(capacity, planned, given["each"])
    behind = [(u, sum(u.goals[:over]) - u.made) for u in units if u.made < sum(u.goals[:over])]
    if behind:
        parts = listed(say("part_behind", unit=unit.label, n=n) for unit, n in behind)
        found.append(notice("mind", "behind", units=parts))
    elif over:
        found.append(notice("good", "none_behind"))
    begun = over + 1 if is_now else over
    early = [unit.label for unit in units if any(unit.held[begun:])]
    if early:
        found.append(notice("mind", "ahead_of_time", units=listed(early)))
    blank = [u.label for u in units if any(u.goals[n] and u.held[n] is None for n in range(over))]
    if blank:
        found.append(notice("note", "blank", units=listed(blank)))
    if doubles := twins(one["unit"] for one in given["units"]):
        found.append(notice("mind", "twice", units=listed(doubles)))
    if given["weeks"] is None:
        found.append(notice("note", "no_answer_time"))
    return found


def _on_capacity(capacity: int | None, planned: int, each: int | None) -> list[Any]:
    if capacity is None:
        return [notice("note", "no_capacity")]
    if capacity < planned:
        short = planned - capacity
        found = [
            notice("mind", "shortage", planned=planned, can=capacity, short=_loops(short)),
        ]
        if each:
            found.append(notice("note", "more_pairs", n=-(-short // int(each))))
        return found
    if capacity == planned:
        return [notice("mind", "no_margin")]
    return [notice("good", "room", left=_loops(capacity - planned))]
