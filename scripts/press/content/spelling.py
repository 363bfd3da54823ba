"""Finds misspelt words with Hunspell, the speller of LibreOffice and Firefox, and its dictionaries.

A word is known to the dictionary or to the project's own vocabulary (wordlist.py). Where words of all
languages may stand, in quotation marks and in names of other pages, a word of any of the three is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from press.content.hunspell import Speller
from press.content.passages import Passage
from press.content.terms import named_in
from press.content.wordlist import Vocabulary, list_file
from press.problems import Problem

# Letters only: a hyphen parts words, and what follows a colon (DMO:s) is an ending.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?::[^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s$")
_NO_WORDS = re.compile(
    r"(?<![\w.])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/[^\s)]*)?(?!\.?\w)"  # names of hosts: a.example/b
    r"|\w*\d\w*"  # A4, 2x
    r"|(?<!\w)[-–][^\W\d_]+"  # endings of files: -print
    r"|[^\W\d_]+-(?![\w])"  # half of a word: hälso- och sjukvård
    r"|(?<!\w)\.[a-z]+"  # kinds of files: .zip
)
_MOST_INITIALS = 5  # letters of an abbreviation in capitals, which no dictionary has
_SUGGESTED = 2


@dataclass(frozen=True)
class Language:
    """What is known of a language: by its dictionary and by the project."""

    code: str
    speller: Speller
    own: Vocabulary

    def unknown(self, words: Collection[str]) -> set[str]:
        """Return those of these words that are not known."""
        return self.speller.unknown({word for word in words if not self.own.knows(word)})


@dataclass(frozen=True)
class _Use:
    """A word where it stands; free: whether a word of any language may stand there."""

    word: str
    passage: Passage
    place: int
    free: bool


def misspelt(texts: Iterable[Passage], languages: Mapping[str, Language]) -> Iterator[Problem]:
    """Yield a problem for each word in each file that nobody knows."""
    read = list(texts)
    for code, language in languages.items():
        own = [passage for passage in read if passage.language == code]
        # All at once first: nearly every word is known, and then nobody need ask where it stands.
        unknown = language.unknown(_all_words("\n".join(passage.text for passage in own)))
        near = re.compile("|".join(map(re.escape, unknown)) or "(?!)")
        uses = [use for one in own if near.search(one.text) for use in _uses(one, unknown)]
        strange = {use.word for use in uses if use.free}
        for other in languages.values():
            strange = other.unknown(strange)
        yield from _told([use for use in uses if not use.free or use.word in strange], language)


def _all_words(text: str) -> set[str]:
    return {_bare(word) for word in set(_WORD.findall(_only_words(text))) if not _is_skipped(word)}


def _uses(passage: Passage, unknown: Collection[str]) -> Iterator[_Use]:
    """Yield the places of unknown words in a passage."""
    named = [found.span(1) for found in named_in(passage.text)]
    for found in _WORD.finditer(_only_words(passage.text)):
        word, place = _bare(found[0]), found.start()
        if word in unknown and not _is_skipped(found[0]):
            quoted = any(start <= place < end for start, end in named)
            yield _Use(word, passage, place, quoted or passage.role == "cited")


def _only_words(text: str) -> str:
    """Return a text with blanks in the place of what is no word, so that places stay."""
    return _NO_WORDS.sub(lambda found: " " * len(found[0]), text)


def _bare(word: str) -> str:
    """Return a word without what a colon or a possessive adds."""
    return _POSSESSIVE.sub("", word.partition(":")[0])


def _is_skipped(word: str) -> bool:
    bare = _bare(word)
    return len(bare) < 2 or (bare.isupper() and len(bare) <= _MOST_INITIALS)


def _told(uses: list[_Use], language: Language) -> Iterator[Problem]:
    """Yield one problem for a word in a file, at the first place."""
    times = Counter((use.passage.path, use.word) for use in uses)
    suggested = language.speller.suggestions({use.word for use in uses})
    told = set()
    for use in uses:
        key = (use.passage.path, use.word)
        if key in told:
            continue
        told.add(key)
        near = " or ".join(f"“{word}”" for word in suggested.get(use.word, ())[:_SUGGESTED])
        message = f"“{use.word}” is in no dictionary"
        message += f" ({times[key]} times in this file)" if times[key] > 1 else ""
        message += f"; did you mean {near}?" if near else "."
        message += f" If it is right, write it into {list_file(language.code)}"
        line = use.passage.line_of(use.place)
        yield Problem(use.passage.path, line, use.passage.field, message)
