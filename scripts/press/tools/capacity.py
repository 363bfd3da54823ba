"""Demand and capacity: what is free and what is waiting, by type of support → what does not fit.

Rows of the same type counted in the same unit are added; numbers of other units never are. Where only
a few persons are waiting their number is not told, nor anything it could be worked out from. The
limits stand in docs/tools/capacity-board.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from press.tools.shape import Input, Result, Rules, day, listed, notice, row, say

_UNITS = ("places", "hours", "courses")
_LEVELS = {"more_needed": "mind", "nobody_asks": "good", "room": "good"}


@dataclass(frozen=True)
class _Service:
    """What stands in all rows of one type of support that are counted in one unit."""

    label: Any
    unit: str
    rows: Sequence[Input]
    few: int

    def total(self, name: str) -> int | None:
        """Return a column's numbers added, None where no row has one."""
        found = [int(one[name]) for one in self.rows if one[name] is not None]
        return sum(found) if found else None

    @property
    def is_few(self) -> bool:
        """Whether so few persons are waiting that their number is not told."""
        return self.unit != "hours" and 1 <= (self.total("waiting") or 0) <= self.few

    @property
    def gap(self) -> int | None:
        """How much more is waiting than is free."""
        free, waiting = self.total("free"), self.total("waiting")
        return None if free is None or waiting is None else waiting - free

    @property
    def status(self) -> str:
        free, waiting, gap = self.total("free"), self.total("waiting"), self.gap
        if gap is None:
            return "unknown"
        if self.is_few and free and free <= self.few:
            return "close"
        if gap > 0:
            return "more_needed"
        if gap == 0:
            return "even"
        return "room" if waiting else "nobody_asks"

    def first(self, name: str, today: str) -> str:
        """Return the first day of a column from today on, otherwise the last before; "" without any."""
        days = sorted(one[name] for one in self.rows if one[name])
        coming = [one for one in days if one >= today]
        return (coming or days[-1:] or [""])[0]

    @property
    def since(self) -> str:
        days = sorted(one["since"] for one in self.rows if one["since"] and one["waiting"] != 0)
        return days[0] if days else ""


def work_out(given: Input, rules: Rules, today: str) -> Result:
    """Return the board, its totals by unit, and what to look at first."""
    services = _services(given["services"], rules["few"])
    return {
        "notices": _notices(given, rules, services, today),
        "tables": {
            "board": [_board_row(one, today) for one in services],
            "totals": [
                _total_row(unit, found) for unit in _UNITS if len(found := _of(services, unit)) > 1
            ],
        },
        "picture": None,
    }


def _services(rows: Iterable[Input], few: int) -> list[_Service]:
    found: dict[tuple[Any, str], list[tuple[Any, Input]]] = {}
    for n, one in enumerate(rows, 1):
        name = _plain(one["service"])
        label = one["service"] or say("row_n", n=n)
        found.setdefault((name or n, one["unit"]), []).append((label, one))
    return [
        _Service(some[0][0], unit, [one for _label, one in some], few)
        for (_name, unit), some in found.items()
    ]


def _of(services: Iterable[_Service], unit: str) -> list[_Service]:
    return [one for one in services if one.unit == unit]


def _day(iso: str) -> Any:
    return day(iso) if iso else None


def _board_row(one: _Service, today: str) -> Any:
    waiting, gap, free = one.total("waiting"), one.gap, one.total("free")
    if one.is_few:
        gap = None if free is None else say("few_minus", free=free) if free else say("few")
        waiting = say("few")
    notes = "; ".join(other["note"] for other in one.rows if other["note"])
    return row(
        one.label,
        say(one.unit) if one.unit else None,
        waiting,
        free,
        gap,
        say(one.status),
        _day(one.since),
        _day(one.first("from", today)),
        one.total("places"),
        notes or None,
        level=_LEVELS.get(one.status, ""),
    )


def _total_row(unit: str, services: Sequence[_Service]) -> Any:
    cells = {
        name: _whole(one.total(name) for one in services) for name in ("places", "free", "waiting")
    }
    if any(one.is_few for one in services):
        hidden = say("hidden_few")
        return row(say(unit), hidden, cells["free"], hidden, cells["places"])
    free, waiting = cells["free"], cells["waiting"]
    gap = None if free is None or waiting is None else waiting - free
    return row(say(unit), waiting, free, gap, cells["places"])


def _whole(numbers: Iterable[int | None]) -> int | None:
    """Return numbers added, None where one is missing: a total of a part would mislead."""
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _notices(given: Input, rules: Rules, services: Sequence[_Service], today: str) -> list[Any]:
    if not services:
        return [notice("note", "nothing")]
    found = _on_age(given["updated"], rules["stale_days"], today)

    def tell(level: Any, word: str, applies: Callable[[_Service], bool], **more: Any) -> None:
        labels = [one.label for one in services if applies(one)]
        if labels:
            found.append(notice(level, word, services=listed(labels), **more))

    tell("stop", "too_many_free", lambda one: any(_overflows(line) for line in one.rows))
    tell("mind", "short", lambda one: one.status == "more_needed")
    if all(one.status not in ("more_needed", "unknown", "close") for one in services):
        found.append(notice("good", "all_even"))
    tell("mind", "both", lambda one: bool(one.total("free") and one.total("waiting")))
    tell("mind", "unasked", lambda one: one.status == "nobody_asks")
    found += _longest(services, today)
    found += _coming(services, rules["soon_days"], today)
    tell(
        "mind",
        "passed",
        lambda one: any(line["from"] and line["from"] < today for line in one.rows),
    )
    tell("mind", "since_ahead", lambda one: any(line["since"] > today for line in one.rows))
    tell("note", "incomplete", lambda one: one.status == "unknown")
    if len(services) > 1:
        tell("note", "no_unit", lambda one: not one.unit)
    found += _on_units(services)
    if any(one.is_few for one in services):
        found.append(notice("note", "few_told", n=rules["few"]))
    return found


def _overflows(line: Input) -> bool:
    return line["free"] is not None and line["places"] is not None and line["free"] > line["places"]


def _on_age(updated: str, most: int, today: str) -> list[Any]:
    if not updated:
        return [notice("note", "no_day")]
    age = _days(updated, today)
    return [notice("mind", "stale", n=age)] if age > most else []


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _longest(services: Sequence[_Service], today: str) -> list[Any]:
    waits = [one for one in services if one.total("waiting") and one.since and one.since <= today]
    if not waits:
        return []
    first = min(one.since for one in waits)
    labels = listed(one.label for one in waits if one.since == first)
    weeks = _days(first, today) // 7
    return [notice("note", "longest", services=labels, day=day(first), weeks=weeks)]


def _coming(services: Sequence[_Service], within: int, today: str) -> list[Any]:
    parts = []
    for one in services:
        first = one.first("from", today)
        if first >= today and _days(today, first) <= within:
            parts.append(say("soon_part", service=one.label, day=day(first)))
    return [notice("note", "soon", days=within, services=listed(parts))] if parts else []


def _on_units(services: Sequence[_Service]) -> list[Any]:
    """Return what to say of services counted in two units, and of totals that hide a lack."""
    found = []
    by_name: dict[str, list[_Service]] = {}
    for one in services:
        if isinstance(one.label, str) and one.unit:
            by_name.setdefault(_plain(one.label), []).append(one)
    twice = [some[0].label for some in by_name.values() if len(some) > 1]
    if twice:
        found.append(notice("note", "two_units", services=listed(twice)))
    for unit in _UNITS:
        some = _of(services, unit)
        gap = _whole(one.gap for one in some)
        enough = len(some) > 1 and gap is not None and gap <= 0
        short = any(one.status == "more_needed" for one in some)
        if enough and short and not any(one.is_few for one in some):
            found.append(notice("mind", "evened_out", unit=say(unit)))
    return found


def _plain(name: str) -> str:
    """Return a name as it is held against others: small letters, single spaces."""
    return " ".join(part for part in name.lower().split(" ") if part)
