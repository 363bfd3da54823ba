"""Relational coordination: what groups answer about each other and themselves → levels, a diagram.

The limits stand in docs/tools/coordination-diagram.yml. Between groups the source leaves a gap, 3.9 to
4.0; as inside a group, a limit itself counts as medium. Means are held against limits as they are, never
rounded before.
"""

from __future__ import annotations

from typing import Any

from press.tools.shape import Input, Result, Rules, listed, notice, number, row, say, twins


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return the class of every answer, what to look at first, and what the diagram shows."""
    groups = [group["name"] for group in given["groups"]]
    answers = {
        (origin, target): mean
        for pair, mean in _means(given, groups).items()
        for origin, target in [pair]
        if groups[origin] and groups[target]
    }
    arrows = [
        {"from": origin, "to": target, "mean": mean, "class": _class(mean, rules["between"])}
        for (origin, target), mean in answers.items()
        if origin != target
    ]
    circles = [
        {"of": origin, "mean": mean, "class": _class(mean, rules["inside"])}
        for (origin, target), mean in answers.items()
        if origin == target
    ]
    named = [at for at, name in enumerate(groups) if name]
    return {
        "notices": _notices(groups, named, arrows, circles),
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


def _means(given: Input, groups: list[str]) -> dict[tuple[int, int], float]:
    """Return each group's mean answer; where it is not given itself, the mean of its seven dimensions."""
    found: dict[tuple[int, int], float] = {}
    for line in given["sevens"]:
        if line["from"] in groups and line["to"] in groups:
            values = [line[f"d{n}"] for n in range(1, 8) if line[f"d{n}"] is not None]
            if values:
                total = 0.0
                for value in values:
                    total += value
                pair = (groups.index(line["from"]), groups.index(line["to"]))
                found[pair] = total / len(values)
    for pair, mean in given["means"].items():
        origin, target = pair.split(">")
        found[int(origin), int(target)] = mean
    return dict(sorted(found.items()))


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
    doubles = twins(groups)
    if doubles:
        found.append(notice("stop", "twice", names=listed(doubles)))
    found.append(notice("note", "limits"))
    return found
