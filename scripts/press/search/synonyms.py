"""Which words readers type for which: the glossary's terms, their other words, other languages' terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import permutations

from press.content.registers import Glossary, GlossaryEntry
from press.project import LANGUAGES
from press.search.words import fold, stem, stop_words, words

Keys = tuple[str, ...]

_ASIDE = re.compile(r"\(([^()]*)\)")
_NOTE = re.compile(r"^[^:]*:\s*")  # "også: bruger"
_SHORT = re.compile(r"[A-Z]{2,}")


def synonyms(
    glossary: Glossary | None, language: str, known: Collection[str], same: str = ""
) -> dict[str, list[tuple[Keys, Keys]]]:
    """Return for a word's key what it stands for: (the words that must follow it, the words meant).

    known: the keys that texts in this language hold; a word of another language that is not among
    them leads to the own word. same: more words that stand for each other, `möte, träff; rum, lokal`.
    """
    pairs = list(_same(same, language))
    for entry in glossary.terms if glossary else ():
        pairs += _pairs(entry, language, known)
    found: dict[str, dict[tuple[Keys, Keys], None]] = {}
    for typed, meant in pairs:
        if typed != meant:
            found.setdefault(typed[0], {})[typed[1:], meant] = None
    return {key: list(targets) for key, targets in sorted(found.items())}


def _same(text: str, language: str) -> Iterator[tuple[Keys, Keys]]:
    for ring in text.split(";"):
        keys = [_keys(word, language) for word in ring.split(",")]
        yield from permutations(dict.fromkeys(one for one in keys if one), 2)


def _pairs(
    entry: GlossaryEntry, language: str, known: Collection[str]
) -> Iterator[tuple[Keys, Keys]]:
    own = variants(entry, language, language)
    yield from permutations(own, 2)
    there = [keys for keys in own if all(key in known for key in keys)]
    for other in LANGUAGES:
        if other == language:
            continue
        for typed in variants(entry, other, language):
            if not all(key in known for key in typed):
                yield from ((typed, meant) for meant in there)


def variants(entry: GlossaryEntry, of: str, language: str) -> list[Keys]:
    """Return an entry's terms in language `of`, as keys of an index in `language`."""
    term = entry[of]
    texts = [*term_words(term.term), *term.also]
    found = (_keys(text, language) for text in texts)
    return list(dict.fromkeys(keys for keys in found if keys))


def term_words(term: str) -> list[str]:
    """Return the single words or phrases of a term: `borger (også: bruger)` has two.

    What stands in brackets is another name when a note says so or when it is an abbreviation.
    """
    found = _ASIDE.findall(term)
    asides = [
        _NOTE.sub("", aside) for aside in found if _NOTE.match(aside) or _SHORT.fullmatch(aside)
    ]
    plain = _ASIDE.sub("", term)
    return [text.strip() for whole in (plain, *asides) for text in whole.split(",") if text.strip()]


def _keys(text: str, language: str) -> Keys:
    folded = [fold(word, language) for word in words(text, language)]
    return tuple(stem(word, language) for word in folded if word not in stop_words(language))
