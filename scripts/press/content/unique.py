"""Refuses two things with the same name."""

from __future__ import annotations

from collections.abc import Iterable


def refuse_twins(what: str, names: Iterable[str]) -> None:
    """Raise ValueError naming the first of names that occurs twice; `what` says what they name."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"two {what}s have the id `{name}`; give one of them another id")
        seen.add(name)
