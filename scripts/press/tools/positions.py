"""Two positions in one case: where somebody stood in six rows → the rows told back with a question.

Nothing is counted, and no answer is better than another: both positions are needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from press.tools.shape import Input, Result, Rules, listed, notice, row, say


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return the rows that were answered, each with what its position says and a question."""
    rows = rules["rows"]
    return {
        "notices": list(_notices(given, rows)),
        "tables": {
            "rows": [
                *([row(say("the_case"), given["case"], None, None)] if given["case"] else []),
                *(
                    _told(name, given[name], given[f"{name}_note"])
                    for name in rows
                    if given[name] or given[f"{name}_note"]
                ),
            ]
        },
        "picture": None,
    }


def _told(name: str, position: str, note: str) -> dict[str, Any]:
    if not position:
        return row(say(name), None, note, say("open_ask"))
    means = say(f"{name}_{position}")
    if position == "both":
        means = say("two", a=say(f"{name}_authority"), b=say(f"{name}_enabling"))
    stood = say("stood", position=say(position), means=means)
    return row(say(name), stood, note or None, say(f"{name}_ask_{position}"))


def _notices(given: Input, rows: list[str]) -> Iterator[dict[str, Any]]:
    chosen = {name: given[name] for name in rows if given[name]}
    if not chosen:
        yield notice("note", "no_rows")
        return
    yield notice("note", "both_needed")
    if "aim" in chosen:
        yield notice("note", "room")
    if chosen.get("relation") in ("enabling", "both"):
        yield notice("note", "brackets")
    if len(chosen) == len(rows) and set(chosen.values()) in ({"authority"}, {"enabling"}):
        yield notice("note", "same_place")
    unanswered = [name for name in rows if name not in chosen]
    if unanswered:
        yield notice("note", "unanswered", rows=listed(say(name) for name in unanswered))
    if given["aloud"]:
        yield notice("good", "agreed", aloud=given["aloud"])
    else:
        yield notice("note", "say_aloud")
