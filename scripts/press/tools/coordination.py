"""Relational coordination: what groups answer about each other and themselves → levels, a diagram.

The limits stand in docs/tools/coordination-diagram.yml. Between groups the source leaves a gap, 3.9 to
4.0; as inside a group, a limit itself counts as medium. Means are held against limits as they are, never
rounded before.
"""

from __future__ import annotations

import math
from typing import Any

from press.tools.shape import Input, Result, Rules, listed, notice, number, row, say, twins

Pair = tuple[int, int]


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return the class of every answer, what to look at first, and what the diagram shows."""
    groups = [group["name"] for group in given["groups"]]
    answers = {
        (origin, target): mean
        for pair, mean in (_means_of_sevens(given, groups) | _means(given)).items()
        for origin, target in [pair]
        if groups[origin] and groups[target]
    }
    arrows = [
        {"from": origin, "to": target, "mean": mean, "class": _class(mean, rules["between"])}
        for (origin, target), mean in sorted(answers.items())
        if origin != target
    ]
    circles = [
        {"of": origin, "mean": mean, "class": _class(mean, rules["inside"])}
        for (origin, target), mean in sorted(answers.items())
        if origin == target
    ]
    named = [at for at, name in enumerate(groups) if name]
    return {
        "notices": [
            *_notices(groups, named, arrows, circles),
            *_about_sevens(given, groups),
        ],
        "tables": {
            "circles": [
                row(groups[c["of"]], number(c["mean"], 1), say(c["class"])) for c in circles
            ],
            "arrows": [
                row(groups[a["from"]], groups[a["to"]], number(a["mean"], 1), say(a["class"]))
                for a in arrows
            ],
        },
        "picture": {
            "groups": [{"at": at, "name": groups[at]} for at in named],
            "circles": circles,
            "arrows": arrows,
        }
        if answers
        else None,
    }


def _means(given: Input) -> dict[Pair, float]:
    """Return the means that are given themselves."""
    found: dict[Pair, float] = {}
    for pair, mean in given["means"].items():
        origin, target = pair.split(">")
        found[int(origin), int(target)] = mean
    return found


def _means_of_sevens(given: Input, groups: list[str]) -> dict[Pair, float]:
    """Return the mean of each row that has all seven dimensions and two known groups."""
    found: dict[Pair, float] = {}
    for line in given["sevens"]:
        if _is_known(line, groups) and _is_whole(line):
            total = 0.0
            for value in _values(line):
                total += value
            # Tenths do not add up exactly: 3.4999999999999996 would be low where 3.5 is medium.
            total = math.floor(total * 1_000_000 + 0.5) / 1_000_000
            found[groups.index(line["from"]), groups.index(line["to"])] = total / 7
    return found


def _values(line: Input) -> list[float]:
    return [line[f"d{n}"] for n in range(1, 8) if line[f"d{n}"] is not None]


def _is_whole(line: Input) -> bool:
    return len(_values(line)) == 7


def _is_known(line: Input, groups: list[str]) -> bool:
    return bool(line["from"] in groups and line["to"] in groups and line["from"] and line["to"])


def _about_sevens(given: Input, groups: list[str]) -> list[dict[str, Any]]:
    """Tell which rows of the seven dimensions are not used, and why: none goes missing in silence."""
    lines = given["sevens"]
    found = []
    part = sum(1 for line in lines if not _is_whole(line))
    if part:
        found.append(notice("mind", "sevens_part", n=part))
    strange = sum(1 for line in lines if not _is_known(line, groups))
    if strange:
        found.append(notice("mind", "sevens_unknown", n=strange))
    pairs = [(line["from"], line["to"]) for line in lines if _is_known(line, groups)]
    again = len(pairs) - len(set(pairs))
    if again:
        found.append(notice("mind", "sevens_twice", n=again))
    return found


def _class(mean: float, limits: dict[str, float]) -> str:
    if mean > limits["high_above"]:
        return "high"
    return "low" if mean < limits["low_below"] else "medium"


def _notices(
    groups: list[str],
    named: list[int],
    arrows: list[dict[str, Any]],
    circles: list[dict[str, Any]],
) -> list[dict[str, Any]]:
    if not arrows and not circles:
        return [notice("note", "no_means")]
    found = [notice("mind", "caution")]
    lows = [a for a in arrows if a["class"] == "low"]
    if lows:
        pairs = listed(
            say("pair", **{"from": groups[a["from"]], "to": groups[a["to"]]}) for a in lows
        )
        found.append(notice("mind", "begin_low", pairs=pairs))
    by_pair = {(a["from"], a["to"]): a for a in arrows}
    for (origin, target), one in by_pair.items():
        other = by_pair.get((target, origin))
        if other and origin < target and {one["class"], other["class"]} == {"low", "high"}:
            values = {"a": groups[origin], "b": groups[target]}
            said = {"x": say(one["class"]), "y": say(other["class"])}
            found.append(notice("note", "far_apart", **values, **said))
    missing = len(named) * (len(named) - 1) - len(arrows)
    if missing:
        found.append(notice("note", "missing", n=missing))
    if silent := len(named) - len(circles):
        found.append(notice("note", "missing_own", n=silent))
    doubles = twins(groups)
    if doubles:
        found.append(notice("stop", "twice", names=listed(doubles)))
    found.append(notice("note", "limits"))
    return found
