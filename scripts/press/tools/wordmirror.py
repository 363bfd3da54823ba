"""The mirror of our words: a description, twice → words to pause at, each with a question.

The list stands in docs/tools/word-mirror.yml. It only hints: nothing is rewritten, counted or graded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from press.tools.shape import Input, Result, Rules, listed, notice, row, say

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")  # as in the browser: the letters of our three languages
_PLACES = ("usual", "again", "own_usual", "own_again")


@dataclass(frozen=True)
class _Found:
    """A word of the list in a text. place: in which field; said: as it was written."""

    place: str
    said: str
    ask: str


def work_out(given: Input, rules: Rules, _today: str) -> Result:
    """Return the words of the list that were written, with their questions, and what is left to do."""
    found = [one for place in _PLACES for one in _in_text(place, given[place], rules["hints"])]
    return {
        "notices": list(_notices(given, found)),
        "tables": {"hints": [row(one.said, say(f"in_{one.place}"), one.ask) for one in found]},
        "picture": None,
    }


def _in_text(place: str, text: str, hints: list[dict[str, Any]]) -> Iterator[_Found]:
    """Yield what a text has of the list, in the order of the text; the same words only once."""
    # Text from some files has å as two signs: a, and a ring.
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    small = [word.lower() for word in words]
    seen: set[str] = set()
    for at in range(len(words)):
        for hint in hints:
            long = next((n for p in hint["match"] if (n := _fits(p, small, at))), 0)
            name = " ".join(small[at : at + long])
            if long and name not in seen:
                seen.add(name)
                yield _Found(place, " ".join(words[at : at + long]), hint["ask"])


def _fits(pattern: str, words: list[str], at: int) -> int:
    """Return how many words from a place on fit a pattern; 0 when they do not."""
    parts = pattern.split(" ")
    here = words[at : at + len(parts)]
    fit = len(here) == len(parts) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(parts, here, strict=True)
    )
    return len(parts) if fit else 0


def _notices(given: Input, found: list[_Found]) -> Iterator[dict[str, Any]]:
    if not any(given[place] for place in _PLACES):
        yield notice("note", "begin")
    elif found:
        yield notice("note", "words_found")
    else:
        yield notice("note", "none_found")
    still = [one.said for one in found if one.place in ("again", "own_again")]
    if still:
        yield notice("mind", "still_there", words=listed(still))
    if given["usual"] and not given["again"]:
        yield notice("note", "write_again")
    if given["again"] and not (given["own_usual"] and given["own_again"]):
        yield notice("note", "ourselves")
    if given["stop"] and given["start"]:
        yield notice("good", "agreed", stop=given["stop"], start=given["start"])
    elif given["again"]:
        yield notice("note", "choose")
    if given["again"]:
        yield notice("note", "real_life")
