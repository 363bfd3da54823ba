"""Recognises the glossary's words in running text, in every form; of two that overlap the longer wins."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from press.content.registers import Glossary, GlossaryEntry, Term
from press.search.compounds import Splitter
from press.search.synonyms import Keys, term_words
from press.search.words import fold, key, stem

_WORD = re.compile(r"[^\W_]+")
_GENITIVE = re.compile(r"['’:]s(?![^\W_])")
_JOINED = re.compile(r"-[^\W_]")
_BETWEEN = re.compile(r"[\s-]+")


@dataclass(frozen=True)
class Use:
    """A notion and where in a text its word begins and ends."""

    start: int
    end: int
    entry: GlossaryEntry


class Lexicon:
    """Knows the words of all notions in one language."""

    def __init__(self, glossary: Glossary, language: str) -> None:
        self.language = language
        self.known: defaultdict[Keys, list[tuple[Keys, GlossaryEntry]]] = defaultdict(list)
        splitter = _splitter(glossary, language)
        for entry in glossary.terms:
            term = entry[language]
            for text in (*term_words(term.term), *short_forms(term, splitter)):
                written = tuple(fold(word, language) for word in _WORD.findall(text))
                keys = tuple(stem(word, language) for word in written)
                self.known[keys].append((written, entry))
        self.longest = max((len(keys) for keys in self.known), default=0)

    def uses(self, text: str) -> Iterator[Use]:
        """Yield every use of a notion, in order; none overlaps another."""
        found = list(_WORD.finditer(text))
        at = 0
        while at < len(found):
            use, words = self._longest(text, found[at : at + self.longest])
            if use:
                yield use
            at += words

    def _longest(self, text: str, found: Sequence[re.Match[str]]) -> tuple[Use | None, int]:
        """Return the longest use that begins with the first of some words, and how many words it has."""
        for words in range(_apart(text, found), 0, -1):
            entry = self._entry([one[0] for one in found[:words]])
            start, end = found[0].start(), found[words - 1].end()
            if entry and not _is_part(text, start, end):
                own = _GENITIVE.match(text, end)
                return Use(start, own.end() if own else end, entry), words
        return None, 1

    def _entry(self, words: list[str]) -> GlossaryEntry | None:
        keys = tuple(key(word, self.language) for word in words)
        for written, entry in self.known.get(keys, ()):
            pairs = zip((fold(word, self.language) for word in words), written, strict=True)
            if all(self._is_form(word, own) for word, own in pairs):
                return entry
        return None

    def _is_form(self, word: str, own: str) -> bool:
        """Return whether a word, whose stem is the same, is also the same noun.

        Stems bring more together than forms, which suits a search: `vägleder` and `vägledare`, `back` and
        `backing`. A form is no shorter than the word itself and begins like it.
        """
        if self.language == "en":
            return word.startswith(own.removesuffix("y"))
        return len(word) >= len(own) and word.startswith(own[:-1])


def short_forms(term: Term, splitter: Splitter) -> Iterator[str]:
    """Yield those of a term's other words that are what its compound ends with: `sløjfe`.

    A name has none: `modellen` may be any model.
    """
    for word in term_words(term.term):
        parts = splitter.parts(fold(word, splitter.language)) if word.islower() else ()
        for other in term.also:
            folded = fold(other, splitter.language)
            if stem(folded, splitter.language) in parts and fold(word, splitter.language).endswith(
                folded
            ):
                yield other


def _splitter(glossary: Glossary, language: str) -> Splitter:
    """Return what takes compounds apart by the words that the glossary itself has."""
    said = (
        text for entry in glossary.terms for text in (entry[language].term, *entry[language].also)
    )
    words = [fold(word, language) for text in said for word in _WORD.findall(text)]
    return Splitter(Counter(words), language)


def _apart(text: str, found: Sequence[re.Match[str]]) -> int:
    """Return how many of some words follow each other with nothing but a space or a hyphen between."""
    for n, (one, other) in enumerate(pairwise(found), 1):
        if not _BETWEEN.fullmatch(text, one.end(), other.start()):
            return n
    return len(found)


def _is_part(text: str, start: int, end: int) -> bool:
    """Return whether what stands there is part of a longer word with hyphens, `DMO-guide`."""
    before = start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()
    return before or _JOINED.match(text, end) is not None
