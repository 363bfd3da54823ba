"""Makes many units out of the real ones, for measuring the search: the same build, partly other words.

Running text gains new words as it grows, about as a language does: every sixth word is replaced by an
invented one, common ones often, rare ones once. The same number gives the same pages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import cycle

from press.search.units import Section, Unit

_WORD = re.compile(r"[^\W\d_]{4,}")
_SYLLABLES = [c + v for c in "bdfghjklmnprstv" for v in "aeiouåäö"]
_KINDS = 60_000  # invented words there are
_EVERY = 1 / 6


def many_units(real: Sequence[Unit], pages: int, seed: int = 1) -> list[Unit]:
    """Return units with so many pages among them; the real ones come first."""
    chance = random.Random(seed)
    made, count = [], 0
    for turn, unit in enumerate(cycle(real)):
        if unit.kind == "page":
            if count == pages:
                break
            count += 1
        made.append(unit if turn < len(real) else _other(unit, turn, chance))
    return made


def _other(unit: Unit, turn: int, chance: random.Random) -> Unit:
    sections = [
        Section(
            s.anchor,
            changed(s.title, chance),
            changed(s.text, chance),
            changed(s.lead, chance),
            s.hidden,
        )
        for s in unit.sections
    ]
    url = f"{unit.url}{turn}/"
    return Unit(url, sections[0].title, unit.kind, unit.label, unit.about, sections)


def changed(text: str, chance: random.Random) -> str:
    """Return a text with invented words in it."""
    return _WORD.sub(lambda m: invented(chance) if chance.random() < _EVERY else m[0], text)


def invented(chance: random.Random) -> str:
    """Return an invented word; low numbers come far more often than high ones."""
    number = int(_KINDS ** chance.random())
    own = random.Random(number)
    return "".join(own.choice(_SYLLABLES) for _ in range(own.randint(2, 4))) + own.choice("nrst")
