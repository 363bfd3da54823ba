"""One shared action plan: steps with their days → their order, and what does not hold together.

The limits stand in docs/tools/plan-timeline.yml. A step without an end goes on; one without a start, or
that ends before it starts, has no days and counts in no overlap, gap or drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from press.tools.shape import Input, Result, Rules, Value, day, listed, notice, row, say, twins

_FOREVER = 10_000_000  # as a day number: later than any day that can be filled in
_PARTS = ("owner", "start", "review", "end")
Notice = dict[str, Any]


@dataclass(frozen=True)
class _Days:
    """A step that has days. at: its place among the steps; start and end: day numbers, both included."""

    at: int
    start: int
    end: int


@dataclass(frozen=True)
class _Stretch:
    """Days in a row on which the same steps go on."""

    start: int
    end: int
    steps: tuple[int, ...]


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return the steps in order of start, what to mend first, and what the timeline shows."""
    efforts = given["efforts"]
    if not efforts:
        return {"notices": [notice("note", "no_efforts")], "tables": {}, "picture": None}
    names = [one["what"] or say("unnamed", n=at + 1) for at, one in enumerate(efforts)]
    timed = [d for at, one in enumerate(efforts) for d in _days(at, one)]
    asking = [d for d in timed if efforts[d.at]["demands"] == "yes"]
    busy = [s for s in _stretches(asking) if len(s.steps) >= rules["parallel_from"]]
    gaps = _gaps(timed, rules["gap_over"])
    alone = {at: found for at, one in enumerate(efforts) for found in _alone(at, one, timed)}
    missing = {at: [p for p in _PARTS if not one[p]] for at, one in enumerate(efforts)}
    order = sorted(
        range(len(efforts)), key=lambda at: (not efforts[at]["start"], efforts[at]["start"], at)
    )
    found = [
        *_about_person(given),
        *(n for at in order for n in _about_step(efforts[at], names[at], missing[at])),
        *_about_demands(efforts, names, busy),
        *(
            notice("mind", "gap", **{"from": _iso(a), "to": _iso(b), "n": b - a + 1})
            for a, b in gaps
        ),
        *(_ends_alone(names[at], efforts[at], alone[at]) for at in order if at in alone),
        *_twice(efforts),
    ]
    if not any(one["level"] in ("stop", "mind") for one in found):
        found.append(notice("good", "all_set"))
    found.append(notice("note", "limits", n=rules["gap_over"]))
    return {
        "notices": found,
        "tables": {
            "order": [_told(efforts[at], names[at], missing[at]) for at in order],
            "at_once": [_row_at_once(s, names) for s in busy],
        },
        "picture": _picture(order, efforts, names, timed, busy, gaps) if timed else None,
    }


def _days(at: int, effort: dict[str, Any]) -> Iterator[_Days]:
    if effort["start"] and (not effort["end"] or effort["end"] >= effort["start"]):
        end = _number(effort["end"]) if effort["end"] else _FOREVER
        yield _Days(at, _number(effort["start"]), end)


def _number(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _iso(number: int) -> dict[str, str]:
    return day(date.fromordinal(number).isoformat())


def _stretches(timed: Sequence[_Days]) -> list[_Stretch]:
    """Return days in order, cut wherever a step begins or ends."""
    cuts = sorted({cut for one in timed for cut in (one.start, one.end + 1)})
    made = []
    for start, stop in pairwise(cuts):
        on = tuple(one.at for one in timed if one.start <= start <= one.end)
        made.append(_Stretch(start, stop - 1, on))
    return made


def _periods(busy: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """Join stretches that follow each other without a day between."""
    joined: list[_Stretch] = []
    for one in busy:
        if joined and joined[-1].end + 1 == one.start:
            last = joined.pop()
            steps = sorted({*last.steps, *one.steps})
            one = _Stretch(last.start, one.end, tuple(steps))
        joined.append(one)
    yield from joined


def _gaps(timed: Sequence[_Days], over: int) -> list[tuple[int, int]]:
    """Return first and last day of each gap that is longer than over days."""
    return [
        (s.start, s.end) for s in _stretches(timed) if not s.steps and s.end - s.start + 1 > over
    ]


def _alone(at: int, effort: dict[str, Any], timed: Sequence[_Days]) -> Iterator[int | None]:
    """Yield the day of the next start, or None, for a step after which nobody is there."""
    own = next((one for one in timed if one.at == at), None)
    if own is None or own.end == _FOREVER or effort["stays"]:
        return
    if any(one.start <= own.end + 1 <= one.end for one in timed):
        return
    later = sorted(one.start for one in timed if one.start > own.end)
    yield later[0] if later else None


def _about_person(given: Input) -> Iterator[Notice]:
    if not given["consent"]:
        yield notice("stop", "no_consent")
    if not given["goals"]:
        yield notice("mind", "no_goals")


def _about_step(effort: dict[str, Any], name: Value, missing: list[str]) -> Iterator[Notice]:
    start, review, end = (effort[part] for part in ("start", "review", "end"))
    if missing == ["end"]:
        yield notice("mind", "no_end", what=name, review=day(review))
    elif missing:
        yield notice("stop", "missing", what=name, parts=listed(say(part) for part in missing))
    if start and end and end < start:
        yield notice("stop", "end_first", what=name, start=day(start), end=day(end))
    elif review and ((start and review < start) or (end and review > end)):
        yield notice("mind", "review_outside", what=name, review=day(review))


def _about_demands(
    efforts: Sequence[dict[str, Any]], names: Sequence[Value], busy: Sequence[_Stretch]
) -> Iterator[Notice]:
    unknown = [names[at] for at, one in enumerate(efforts) if not one["demands"]]
    if unknown:
        yield notice("mind", "demand_unknown", efforts=listed(unknown))
    for one in _periods(busy):
        said = {"from": _iso(one.start), "efforts": listed(names[at] for at in one.steps)}
        if one.end == _FOREVER:
            yield notice("mind", "at_once_open", **said)
        else:
            yield notice("mind", "at_once", **said, to=_iso(one.end))
    if busy and not any(one["waits"] for one in efforts):
        yield notice("mind", "nothing_waits")


def _ends_alone(name: Value, effort: dict[str, Any], following: int | None) -> Notice:
    said = {"what": name, "end": day(effort["end"])}
    if following is None:
        return notice("mind", "alone_last", **said)
    return notice("mind", "alone", **said, next=_iso(following))


def _twice(efforts: Sequence[dict[str, Any]]) -> Iterator[Notice]:
    if doubles := twins(one["what"] for one in efforts):
        yield notice("mind", "twice", names=listed(doubles))


def _told(effort: dict[str, Any], name: Value, missing: list[str]) -> dict[str, Any]:
    ends_first = effort["start"] and effort["end"] and effort["end"] < effort["start"]
    level = "stop" if ends_first or missing not in ([], ["end"]) else "mind" if missing else ""
    return row(
        name,
        effort["owner"] or None,
        *(day(effort[part]) if effort[part] else None for part in ("start", "review", "end")),
        say(effort["demands"]) if effort["demands"] else None,
        effort["waits"] or None,
        effort["stays"] or None,
        level=level,
    )


def _row_at_once(stretch: _Stretch, names: Sequence[Value]) -> dict[str, Any]:
    end = say("no_end_yet") if stretch.end == _FOREVER else _iso(stretch.end)
    return row(_iso(stretch.start), end, listed(names[at] for at in stretch.steps), level="mind")


def _picture(
    order: Sequence[int],
    efforts: Sequence[dict[str, Any]],
    names: Sequence[Value],
    timed: Sequence[_Days],
    busy: Sequence[_Stretch],
    gaps: Sequence[tuple[int, int]],
) -> dict[str, Any]:
    """Return what is drawn; an end that is not known is the empty text."""
    known = {one.at for one in timed}
    return {
        "rows": [
            {
                "name": names[at],
                "demands": efforts[at]["demands"],
                "start": efforts[at]["start"],
                "review": efforts[at]["review"],
                "end": efforts[at]["end"],
            }
            for at in order
            if at in known
        ],
        "busy": [
            {
                "start": _iso(one.start)["date"],
                "end": "" if one.end == _FOREVER else _iso(one.end)["date"],
            }
            for one in _periods(busy)
        ],
        "gaps": [{"start": _iso(a)["date"], "end": _iso(b)["date"]} for a, b in gaps],
    }
