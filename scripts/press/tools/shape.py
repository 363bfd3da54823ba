"""The shapes of what goes into a tool's rules and what comes out: plain values that JSON can hold.

Words are named, not written: `say("high")` is the word `high` of the tool's data file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal

Input = Mapping[str, Any]
Rules = Mapping[str, Any]
Result = dict[str, Any]
Value = Any
Level = Literal["stop", "mind", "good", "note"]


def say(word: str, **values: Value) -> dict[str, Any]:
    """Return a word of the tool, filled in with values."""
    return {"say": word, "with": values} if values else {"say": word}


def number(value: float, digits: int) -> dict[str, Any]:
    """Return a number to be shown with so many decimals."""
    return {"number": value, "digits": digits}


def day(iso: str) -> dict[str, str]:
    """Return a day to be shown in words."""
    return {"date": iso}


def listed(values: Iterable[Value]) -> dict[str, list[Value]]:
    """Return values to be shown one after the other, with an "and" before the last."""
    return {"list": list(values)}


def notice(level: Level, word: str, **values: Value) -> dict[str, Any]:
    """Return a sentence of the result. stop: a rule is broken; mind: think again; good; note: to know."""
    return {"level": level, "say": word, "with": values}


def row(*cells: Value, level: str = "") -> dict[str, Any]:
    """Return a row of a table of the result."""
    return {"cells": list(cells), "level": level}


def twins(names: Iterable[str]) -> list[str]:
    """Return the names that stand there more than once, in order; no name is none."""
    counts = Counter(name for name in names if name)
    return sorted(name for name, n in counts.items() if n > 1)


def words_used(result: Any) -> set[str]:
    """Return the names of all words that a result says."""
    found: set[str] = set()
    if isinstance(result, Mapping):
        if isinstance(result.get("say"), str):
            found.add(result["say"])
        for inner in result.values():
            found |= words_used(inner)
    elif isinstance(result, list):
        for inner in result:
            found |= words_used(inner)
    return found
