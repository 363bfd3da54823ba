"""The network in three steps: how actors see each other → differences, weak ties, what is agreed.

relwelf-25 to 28: three grades, judged from each actor's seat. A view belongs to its seat, so A about B
and B about A are two answers. The tool asks for each actor's own relations only. How long the steps
take is our suggestion.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from press.tools.shape import Input, Result, Rules, day, listed, notice, row, say, twins


class _Pair(NamedTuple):
    """Two actors by their numbers, and how each sees the other."""

    a: int
    b: int
    from_a: str
    from_b: str
    gap: int


def work_out(given: Input, rules: Rules, today: str) -> Result:
    """Return what to talk about first, how everyone is seen, and what the map shows."""
    names = [actor["name"] for actor in given["actors"]]
    named = [at for at, name in enumerate(names) if name]
    views = {
        (origin, target): grade
        for origin in named
        for target in named
        if (grade := given["views"].get(f"{origin}>{target}"))
    }
    worth = rules["worth"]
    pairs = _pairs(named, views, worth)
    least = _seen_least(named, views)
    lowest = _seen_lowest(named, views, worth)
    found = _twice(names)
    if len(named) < 2:
        found.append(notice("note", "too_few"))
    elif not views:
        found.append(notice("note", "no_views"))
    else:
        found += _ties(names, named, views, pairs, rules["most_named"])
        found += _seats(names, named, views, least, lowest)
    found += _time(named, views, rules["minutes"])
    found += _points(given["points"], bool(views), today)
    return {
        "notices": found,
        "tables": {
            "differ": _differ(names, pairs),
            "seen": _seen(names, named, views, {*least, *lowest}),
            "views": _views(names, named, views),
        },
        "picture": {
            "actors": [{"at": at, "name": names[at]} for at in named],
            "ties": [{"from": a, "to": b, "grade": grade} for (a, b), grade in views.items()],
        }
        if named
        else None,
    }


_Views = dict[tuple[int, int], str]


def _pairs(named: list[int], views: _Views, worth: dict[str, int]) -> list[_Pair]:
    """Return all pairs where both have answered."""
    found = []
    for a in named:
        for b in named:
            if a < b and (a, b) in views and (b, a) in views:
                one, other = views[a, b], views[b, a]
                found.append(_Pair(a, b, one, other, abs(worth[one] - worth[other])))
    return found


def _about(named: list[int], views: _Views, target: int) -> list[str]:
    return [views[origin, target] for origin in named if (origin, target) in views]


def _seen_least(named: list[int], views: _Views) -> list[int]:
    """Return whom fewest have answered about; nobody where all have as many answers."""
    counts = {target: len(_about(named, views, target)) for target in named}
    least = min(counts.values(), default=0)
    return [at for at in named if counts[at] == least and least < max(counts.values())]


def _seen_lowest(named: list[int], views: _Views, worth: dict[str, int]) -> list[int]:
    """Return who gets the lowest letters on average; between two actors that says nothing new."""
    means = {}
    for target in named:
        total = 0
        grades = _about(named, views, target)
        for grade in grades:
            total += worth[grade]
        if grades:
            means[target] = total / len(grades)
    lowest = min(means.values(), default=0)
    if len(named) < 3:
        return []
    return [at for at in named if at in means and means[at] == lowest < max(means.values())]


def _twice(names: list[str]) -> list[dict[str, Any]]:
    doubles = twins(names)
    return [notice("stop", "twice", names=listed(doubles))] if doubles else []


def _ties(
    names: list[str], named: list[int], views: _Views, pairs: list[_Pair], most_named: int
) -> list[dict[str, Any]]:
    found = [notice("note", "letter_is")]
    both = [pair for pair in pairs if pair.from_a == pair.from_b == "low"]
    if both:
        said = [_between(names, pair) for pair in both]
        found.append(notice("mind", "low_both", pairs=_some(said, most_named)))
    one = [
        say("from_to", **{"from": names[a], "to": names[b]})
        for (a, b), grade in views.items()
        if grade == "low" and views.get((b, a)) != "low"
    ]
    if one:
        found.append(notice("mind", "low_one", pairs=_some(one, most_named)))
    is_full = len(views) == len(named) * (len(named) - 1)
    if is_full and not both and not one:
        found.append(notice("good", "low_none"))
    most = max((pair.gap for pair in pairs), default=0)
    if most:
        said = [_between(names, pair) for pair in pairs if pair.gap == most]
        found.append(notice("mind", "differ_most", pairs=_some(said, most_named)))
    elif is_full:
        found.append(notice("good", "agree"))
    return found


def _some(said: list[Any], most: int) -> dict[str, list[Any]]:
    """Return as many as one sentence can carry, and how many more there are."""
    left = len(said) - most
    return listed([*said[:most], say("more", n=left)] if left > 0 else said)


def _between(names: list[str], pair: _Pair) -> dict[str, Any]:
    return say("between", a=names[pair.a], b=names[pair.b])


def _seats(
    names: list[str], named: list[int], views: _Views, least: list[int], lowest: list[int]
) -> list[dict[str, Any]]:
    found = []
    others = len(named) - 1
    if least:
        values = {"names": listed(names[at] for at in least), "all": others}
        found.append(notice("mind", "seen_least", n=len(_about(named, views, least[0])), **values))
    if lowest:
        found.append(notice("mind", "seen_lowest", names=listed(names[at] for at in lowest)))
    empty = len(named) * others - len(views)
    if empty:
        seats = [
            names[at]
            for at in named
            if any((at, other) not in views for other in named if other != at)
        ]
        found.append(notice("note", "missing", n=empty, names=listed(seats)))
    return found


def _time(named: list[int], views: _Views, minutes: dict[str, int]) -> list[dict[str, Any]]:
    """Tell how long it takes, as long as there are boxes to fill."""
    n = len(named)
    if n < 2 or len(views) == n * (n - 1):
        return []
    first, each, last = minutes["actors"], minutes["seat"], minutes["points"]
    whole = first + n * each + last
    return [notice("note", "time", n=n, minutes=whole, first=first, each=each, last=last)]


def _points(points: list[dict[str, str]], is_begun: bool, today: str) -> list[dict[str, Any]]:
    if not points:
        return [notice("note", "no_points")] if is_begun else []
    found = []
    for n, point in enumerate(points, 1):
        lacks = [say(part) for part in ("what", "who", "when") if not point[part]]
        if lacks:
            found.append(notice("mind", "point_lacks", n=n, lacks=listed(lacks)))
        if point["when"] and point["when"] < today:
            found.append(notice("mind", "point_past", n=n, day=day(point["when"])))
    return found or [notice("good", "points_ready")]


def _differ(names: list[str], pairs: list[_Pair]) -> list[dict[str, Any]]:
    apart = [pair for pair in pairs if pair.from_a != pair.from_b]
    return [
        row(names[p.a], names[p.b], say(p.from_a), say(p.from_b), level="mind" if p.gap > 1 else "")
        for p in sorted(apart, key=lambda pair: (-pair.gap, pair.a, pair.b))
    ]


def _seen(
    names: list[str], named: list[int], views: _Views, marked: set[int]
) -> list[dict[str, Any]]:
    rows = []
    for at in named if views else ():
        grades = _about(named, views, at)
        counts = [grades.count(grade) for grade in ("good", "medium", "low")]
        empty = len(named) - 1 - len(grades)
        rows.append(row(names[at], *counts, empty, level="mind" if at in marked else ""))
    return rows


def _views(names: list[str], named: list[int], views: _Views) -> list[dict[str, Any]]:
    rows = []
    for a in named if views else ():
        for b in named:
            if a != b:
                grade, back = views.get((a, b), "empty"), views.get((b, a), "empty")
                level = "mind" if grade == "low" else ""
                rows.append(row(names[a], names[b], say(grade), say(back), level=level))
    return rows
