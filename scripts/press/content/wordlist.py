"""The project's own words for the speller: docs/words-<language>.txt, and the glossary's terms.

A list has one word a line, in the order of the alphabet; `#` begins a comment. Names that are the same in
every language stand in docs/words-names.txt. A word with capitals must be written so in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from press.content.files import hidden_signs
from press.content.frontmatter import Source, read_text
from press.content.readability import words_in
from press.content.registers import Glossary
from press.problems import Problem
from press.project import Project

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Lists, and the letters that come after z in each; the first is for all languages.
NAMES = "names"
LISTS = {NAMES: "åäöæø", "sv": "åäö", "da": "æøå", "en": ""}
_VOWELS = "aeoiuyåäöæø"

# Endings that a listed word may take. One that does not fit a word does no harm.
_ENDINGS = {
    "sv": "s n ns en ens et ets t ts a as e es r rs ar ars arna arnas er ers erna ernas or ors orna "
    "ornas na nas ne nes d de des",
    "da": "s n ns en ens et ets t ts e es r rs er ers erne ernes ne nes rne rnes d de des te",
    "en": "s es d ed ing",
}
_LONGEST_ENDING = 5
_SHORTEST_STEM = 3


@dataclass(frozen=True)
class Vocabulary:
    """Words that are known, and what is left of them before an ending."""

    words: frozenset[str]
    stems: frozenset[str]
    endings: frozenset[str]

    def knows(self, word: str) -> bool:
        """Return whether a word is listed, or a listed one with a usual ending."""
        return self._has(word) or self._has(word.lower())

    def _has(self, word: str) -> bool:
        if word in self.words:
            return True
        cuts = range(1, min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1)
        return any(word[-cut:] in self.endings and word[:-cut] in self.stems for cut in cuts)


def vocabulary(language: str, *lists: Collection[str]) -> Vocabulary:
    """Return the vocabulary of a language's words."""
    words = frozenset().union(*lists)
    # Slinga, slingor: the last vowel goes before another comes.
    without = (word[:-1] for word in words if word[-1] in _VOWELS)
    stems = words | {word for word in without if len(word) >= _SHORTEST_STEM}
    return Vocabulary(words, frozenset(stems), frozenset(_ENDINGS[language].split()))


def terms_of(glossary: Glossary | None, language: str) -> frozenset[str]:
    """Return every word of a glossary's terms, and of what readers type for them."""
    entries = [entry[language] for entry in glossary.terms] if glossary else []
    names = [name for entry in entries for name in (entry.term, *entry.also)]
    return frozenset(part for name in names for word in words_in(name) for part in word.split("-"))


def list_file(name: str) -> str:
    """Return the path of a list, by its name in LISTS, as problems say it."""
    return f"docs/words-{name}.txt"


def read_list(project: Project, name: str) -> tuple[frozenset[str] | None, list[Problem]]:
    """Return the words of a list, None where there is none or none can be read, and what is wrong."""
    file = list_file(name)
    if not (project.root / file).exists():
        return None, []
    whole, problem = read_text(project.root / file, file)
    if problem:
        return None, [problem]
    lines = _entries(whole)
    problems = [*hidden_signs(Source(file), whole), *_faults(lines, name)]
    return frozenset(word for _, word in lines), problems


def _entries(whole: str) -> list[tuple[int, str]]:
    """Return (line number, word) of a list's text."""
    cut = ((n, line.partition("#")[0].strip()) for n, line in enumerate(whole.split("\n"), 1))
    return [(number, word) for number, word in cut if word]


def _faults(lines: list[tuple[int, str]], name: str) -> Iterator[Problem]:
    file, before = list_file(name), ""
    for number, word in lines:
        if not _WORD.fullmatch(word):
            message = (
                f"`{word}` is no single word; of a word with hyphens only the parts are looked at"
            )
            yield Problem(file, number, "", message)
        elif word == before:
            yield Problem(file, number, "", f"`{word}` stands twice")
        elif before and alphabet(word, name) < alphabet(before, name):
            message = f"`{word}` must stand before `{before}`: the list is in alphabetical order"
            yield Problem(file, number, "", message)
        before = word


def alphabet(word: str, name: str) -> list[int]:
    """Return a key that sorts words by a list's alphabet, capitals among small letters."""
    last = LISTS[name]
    return [0x10000 + last.index(sign) if sign in last else ord(sign) for sign in word.lower()]
