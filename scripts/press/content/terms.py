"""Words that our texts do not use, by language, and what to write instead: docs/terms.yml.

A rule finds whole words, however they are capitalized; `*` stands for any letters, none too. It leaves
alone what a reader sees is only named: one to three words in quotation marks or in *emphasis*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from press.content.easy import ENDING as EASY
from press.content.fields import Language, Model, Short
from press.content.files import hidden_signs
from press.content.frontmatter import Source, read_data
from press.content.passages import Passage
from press.content.validate import validate
from press.problems import Problem
from press.project import Project

FILE = "docs/terms.yml"

_MOST_NAMED = 3  # words in quotation marks that name a word and quote nobody
_QUOTED = re.compile(r"[”“\"»‘]([^”“\"»«’‘]{1,60})[”\"«’“]")

_WORD = r"\*?[^\W\d_]+(?:-[^\W_]+)*\*?"


def _phrase(text: str) -> str:
    """Refuse what finds nothing, or nearly everything."""
    if not re.fullmatch(rf"{_WORD}(?: {_WORD})*", text) or len(text.strip("*")) < 2:
        raise ValueError(f"`{text}` is no word: write letters, and * where any letters may stand")
    return text


Phrase = Annotated[Short, AfterValidator(_phrase)]


class Avoid(Model):
    """One rule: words that are not written, and what to write instead."""

    language: Language
    words: tuple[Phrase, ...] = Field(min_length=1)
    write: Short
    why: Short
    unless: tuple[Phrase, ...] = ()  # phrases in which the word is right
    files: tuple[Short, ...] = ()  # files in which the word is right
    easy_read: bool = False  # only easy-read texts are looked at

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the rule finds."""
        return _any_of(self.words)

    @cached_property
    def right(self) -> re.Pattern[str] | None:
        """Phrases in which it finds nothing."""
        return _any_of(self.unless) if self.unless else None


class Terms(Model):
    """docs/terms.yml."""

    avoid: tuple[Avoid, ...]


@dataclass(frozen=True)
class Register:
    """The rules, and the file they stand in."""

    rules: tuple[Avoid, ...]
    source: Source


def load_terms(project: Project) -> tuple[Register | None, list[Problem]]:
    """Return the rules, or None where there are none, and what is wrong with them."""
    path = project.root / FILE
    if not path.exists():
        return None, []
    source = read_data(path, FILE)
    problems = [*hidden_signs(source, source.whole), *source.problems]
    if source.problems:
        return None, problems
    terms, wrong = validate(source, Terms)
    if terms is None:
        return None, [*problems, *wrong]
    problems += _lost_files(project.root, terms.avoid, source)
    return Register(terms.avoid, source), problems


def _lost_files(root: Path, rules: Iterable[Avoid], source: Source) -> Iterator[Problem]:
    for number, rule in enumerate(rules):
        for n, name in enumerate(rule.files):
            if not _is_ours(root, name):
                message = f"there is no file `{name}`; write it as in docs/sv/about.md"
                yield source.problem(("avoid", number, "files", n), message)


def _is_ours(root: Path, name: str) -> bool:
    """Return whether a file of the site is written so."""
    if name.startswith("/") or ".." in name.split("/"):
        return False
    try:
        return (root / name).is_file()
    except (OSError, ValueError):  # a name that no system has room for
        return False


def lint(register: Register, texts: Iterable[Passage]) -> Iterator[Problem]:
    """Yield where texts use words that they should not."""
    rules = [
        (rule, register.source.line(("avoid", number)))
        for number, rule in enumerate(register.rules)
    ]
    # One search tells whether there is anything in a passage at all.
    quick = {
        language: _any_of(
            word for rule, _ in rules if rule.language == language for word in rule.words
        )
        for language in {rule.language for rule, _ in rules}
    }
    for passage in texts:
        first = quick.get(passage.language)
        if passage.role != "ours" or first is None or not first.search(passage.text):
            continue
        for rule, line in rules:
            if _applies(rule, passage):
                yield from _found(rule, line, passage)


def _applies(rule: Avoid, passage: Passage) -> bool:
    if rule.language != passage.language or passage.path in rule.files:
        return False
    return not rule.easy_read or passage.path.endswith(EASY)


def _found(rule: Avoid, line: int, passage: Passage) -> Iterator[Problem]:
    text = passage.text
    spared = [found.span() for found in rule.right.finditer(text)] if rule.right else []
    spared += [found.span(1) for found in named_in(text)]
    for found in rule.pattern.finditer(text):
        if any(start <= found.start() and found.end() <= end for start, end in spared):
            continue
        message = f"“{found[0]}”: write {rule.write}. {rule.why} ({FILE}:{line})"
        yield Problem(passage.path, passage.line_of(found.start()), passage.field, message)


def named_in(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in quotation marks and is short enough to be a word that is named."""
    for found in _QUOTED.finditer(text):
        if len(found[1].split()) <= _MOST_NAMED:
            yield found


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    written = "|".join(_as_pattern(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{written})(?![\w])", re.IGNORECASE)


def _as_pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
