"""Writes the index as small scripts that a browser loads one by one, also from file://.

head.js      stop words, the first key of each shard, the first unit of each text file
w<n>.js      a shard: keys in order, with their forms, postings and synonyms
t<n>.js      what hits show: titles, addresses and texts of a run of units

Every script calls slinganIndex(name, data). overrides/assets/js/search-ask.js reads them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from press.search.index import Index, Posting
from press.search.synonyms import Keys
from press.search.units import Unit
from press.search.words import stop_words

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
SYNONYMS = "="  # stands among a key's forms
SHARD, TEXTS = 9_000, 7_000  # characters a file holds before the next begins

_LEAST, _STEPS = 0.05, 5.0  # a worth is a digit: least times 2 to the digit by steps


def write(index: Index) -> dict[str, str]:
    """Return the files of an index by name."""
    shards = list(_filled(_entries(index), SHARD))
    texts = list(_filled(enumerate(map(_shown, index.units)), TEXTS))
    head = {
        "language": index.language,
        "stop": " ".join(sorted(stop_words(index.language))),
        "keys": [first for (first, _), *_ in shards],
        "texts": [first for (first, _), *_ in texts],
    }
    files = {"head": head}
    files |= {f"w{n}": dict(shard) for n, shard in enumerate(shards)}
    files |= {f"t{n}": [shown for _, shown in run] for n, run in enumerate(texts)}
    return {f"{name}.js": _script(name, data) for name, data in files.items()}


def _script(name: str, data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'slinganIndex("{name}",{text})\n'


def _filled(things: Iterable[tuple[Any, Any]], size: int) -> Iterator[list[tuple[Any, Any]]]:
    """Yield runs of (name, data) that are as long as size allows; a longer thing is alone."""
    run: list[tuple[Any, Any]] = []
    length = 0
    for name, data in things:
        own = len(json.dumps(data, ensure_ascii=False))
        if run and length + own > size:
            yield run
            run, length = [], 0
        run.append((name, data))
        length += own
    if run:
        yield run


def _entries(index: Index) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in sorted({*index.forms, *index.synonyms}):
        entry: dict[str, Any] = {
            form: pack(postings) for form, postings in index.forms.get(key, {}).items()
        }
        if key in index.synonyms:
            entry[SYNONYMS] = [_target(*target) for target in index.synonyms[key]]
        yield key, entry


def _target(following: Keys, meant: Keys) -> str:
    return f"{' '.join(following)}>{' '.join(meant)}"


def _shown(unit: Unit) -> list[Any]:
    sections = [[s.anchor, s.title, f"{s.lead} {s.text}".strip()] for s in unit.sections]
    return [unit.url, unit.title, unit.kind, unit.label, unit.about, sections]


def pack(postings: Sequence[Posting]) -> str:
    """Return postings as text: for each unit the distance from the one before, then section and worth.

    A worth is one digit. A distance is digits of five bits, those before the last with a sixth set; in
    the place of a distance of 0 stands the next section of the same unit.
    """
    made, last = [], -1
    for unit, found in groupby(postings, key=lambda posting: posting[0]):
        for n, (_, section, worth) in enumerate(found):
            made.append("0" if n else _number(unit - last))
            made.append(DIGITS[section] + DIGITS[digit(worth)])
        last = unit
    return "".join(made)


def unpack(text: str) -> list[Posting]:
    """Return what pack() wrote."""
    found, at, unit = [], 0, -1
    while at < len(text):
        distance, shift = 0, 0
        while True:
            bits = DIGITS.index(text[at])
            at += 1
            distance |= (bits & 31) << shift
            shift += 5
            if bits < 32:
                break
        unit += distance
        section, worth = DIGITS.index(text[at]), DIGITS.index(text[at + 1])
        at += 2
        found.append((unit, section, _LEAST * 2 ** (worth / _STEPS)))
    return found


@lru_cache(maxsize=100_000)
def digit(worth: float) -> int:
    """Return the number of the step nearest to a worth."""
    step = round(_STEPS * math.log2(max(worth, _LEAST) / _LEAST))
    return max(0, min(len(DIGITS) - 1, step))


@lru_cache(maxsize=10_000)
def _number(value: int) -> str:
    made = ""
    while value > 31:
        made += DIGITS[(value & 31) | 32]
        value >>= 5
    return made + DIGITS[value]
