"""The citizen's organisation: what is around one person → counts, what to keep track of.

relwelf-20 turns the organisation chart round; it names no numbers. From how many on a question is put
is our suggestion, and stands in docs/tools/citizens-map.yml. Staff are people: they are in circle 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from press.tools.shape import Input, Result, Rules, listed, notice, row, say

_Thing = dict[str, Any]


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return how many there are of each kind, what to think about, and what the map shows."""
    things = [thing for thing in given["things"] if thing["kind"]]
    in_circle = {
        circle: [thing for thing in things if _circle_of(thing) == circle]
        for circle in rules["circles"]
    }
    amounts = _amounts(things, rules)
    return {
        "notices": [
            *_left_out(given["things"], things, rules),
            *(_told(things, amounts, rules) if things else []),
            *_agreed(given["agreed"], bool(things)),
        ],
        "tables": {
            "counts": _counts(in_circle, things, amounts, rules) if things else [],
            "keep": _of_kinds(things, rules["keep"]),
            "rest": _of_kinds(things, rules["rest"]),
        },
        "picture": {
            "circles": [
                {
                    "circle": circle,
                    "month": _times(inside),
                    "things": [{"what": t["what"], "staff": t["kind"] == "staff"} for t in inside],
                }
                for circle, inside in in_circle.items()
            ]
        }
        if things
        else None,
    }


def _circle_of(thing: _Thing) -> str:
    return "people" if thing["kind"] == "staff" else str(thing["kind"])


def _times(things: Iterable[_Thing]) -> float | None:
    """Return how often things are in a month together, or None where none of them says."""
    total: float | None = None
    for thing in things:
        if thing["month"] is not None:
            total = (total or 0) + thing["month"]
    return total


def _of(things: list[_Thing], *kinds: str) -> list[_Thing]:
    return [thing for thing in things if thing["kind"] in kinds]


def _amounts(things: list[_Thing], rules: Rules) -> dict[str, float]:
    """Return what is held against the numbers from which a question is put."""
    return {
        "staff": len(_of(things, "staff")),
        "plans": len(_of(things, "plans")),
        "money": len(_of(things, "money")),
        "meetings": _times(_of(things, "meetings")) or 0,
        "contacts": _times(_of(things, *rules["often"])) or 0,
    }


def _left_out(whole: list[_Thing], things: list[_Thing], rules: Rules) -> list[dict[str, Any]]:
    found = []
    if len(whole) > len(things):
        found.append(notice("mind", "no_kind", n=len(whole) - len(things)))
    silent = [thing for thing in _of(things, *rules["often"]) if thing["month"] is None]
    if silent:
        found.append(notice("note", "no_often", n=len(silent)))
    named = [(thing["kind"], thing["what"]) for thing in things if thing["what"]]
    doubles = sorted({what for kind, what in named if named.count((kind, what)) > 1})
    if doubles:
        found.append(notice("note", "twice", what=listed(doubles)))
    return found


def _told(things: list[_Thing], amounts: dict[str, float], rules: Rules) -> list[dict[str, Any]]:
    many = rules["many"]
    much = {name: amounts[name] for name in ("staff", "plans", "meetings")}
    found = [notice("note", "so_much", **much), notice("note", "no_score")]
    asked = [
        notice("mind", f"many_{name}", n=amounts[name])
        for name in ("staff", "plans", "money", "meetings", "contacts")
        if amounts[name] >= many[name]
    ]
    return [*found, *asked, *([notice("note", "limits", **many)] if asked else [])]


def _agreed(rows: list[dict[str, str]], is_begun: bool) -> list[dict[str, Any]]:
    if not rows:
        return [notice("note", "choose_one")] if is_begun else []
    found = []
    for n, one in enumerate(rows, 1):
        lacks = [say(part) for part in ("what", "who") if not one[part]]
        if lacks:
            found.append(notice("mind", "agreed_lacks", n=n, lacks=listed(lacks)))
    return found or [notice("good", "agreed_ready")]


def _counts(
    in_circle: dict[str, list[_Thing]],
    things: list[_Thing],
    amounts: dict[str, float],
    rules: Rules,
) -> list[dict[str, Any]]:
    def line(word: str, name: str, inside: list[_Thing]) -> dict[str, Any]:
        is_many = name in rules["many"] and amounts[name] >= rules["many"][name]
        return row(say(word), len(inside), _times(inside), level="mind" if is_many else "")

    return [
        *(line(f"circle_{circle}", circle, inside) for circle, inside in in_circle.items()),
        line("of_them_staff", "staff", _of(things, "staff")),
        line("all", "all", things),
    ]


def _of_kinds(things: list[_Thing], kinds: list[str]) -> list[dict[str, Any]]:
    """Return a row for each thing of these kinds; both tables hold all that the drawing shows."""
    return [
        row(thing["what"] or say("unnamed"), say(kind), thing["month"])
        for kind in kinds
        for thing in _of(things, kind)
    ]
