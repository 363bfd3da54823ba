"""The register of chapters, docs/chapters.yml: the code that is said aloud and printed for each chapter.

A code that has been printed must land for ever, so lines are added and never taken away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, StringConstraints

from press.content.fields import Key, Model
from press.content.frontmatter import Source
from press.content.printed import PrintedLine
from press.content.registers import Trilingual
from press.problems import Problem, did_you_mean

Code = Annotated[int, Field(ge=101, le=999, description="Three digits; the first is the part's.")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=120)]

# The first digit of a part's codes. Parts may be added; a digit is never given to another part.
DIGITS: Mapping[str, int] = {
    "method-guide": 1,
    "starter-pack": 2,
    "relational-welfare": 3,
    "case-stories": 4,
    "courses": 5,
}


class Retired(Model):
    """A chapter that is no longer there."""

    title: Trilingual = Field(description="What it was called.")
    instead: tuple[Code, ...] = Field(
        min_length=1, description="Codes of the chapters to read now."
    )


class Line(Model):
    """One code and where it leads."""

    code: Code
    chapter: Key | None = Field(None, description="Id of the chapter, as it is called today.")
    was: tuple[Slug, ...] = Field(
        (), description="Earlier places: `method-guide/old-name`; they forward to the chapter."
    )
    retired: Retired | None = Field(None, description="Stands instead of `chapter`.")


class Register(Model):
    """docs/chapters.yml."""

    issued: tuple[Code, ...] = Field(
        description="The highest code given out in each part, so that a lost line is noticed."
    )
    chapters: tuple[Line, ...] = Field(description="One line for each code; add, never remove.")
    printables: tuple[PrintedLine, ...] = Field(
        (), description="One line for each printable that was ever printed; add, never remove."
    )


@dataclass(frozen=True)
class Codes:
    """What the register says, ready to be asked.

    by_chapter: the code of each chapter that stands, by its id.
    """

    lines: tuple[Line, ...] = ()
    by_chapter: Mapping[str, int] = field(default_factory=dict)


def codes_of(register: Register) -> Codes:
    """Return what a register says."""
    standing = {line.chapter: line.code for line in register.chapters if line.chapter}
    return Codes(register.chapters, standing)


def check_register(
    source: Source, register: Register, chapters: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield what is wrong with a register.

    chapters: the part of every chapter that stands, by its id.
    """
    yield from _codes(source, register)
    yield from _targets(source, register, chapters)
    yield from _lost(source, register)
    yield from _without_code(source, register, chapters)


def _codes(source: Source, register: Register) -> Iterator[Problem]:
    seen: dict[int, int] = {}
    for n, line in enumerate(register.chapters):
        first = seen.setdefault(line.code, n)
        if first != n:
            where = source.line(("chapters", first))
            message = f"code {line.code} is taken already, in line {where}; take the next free one"
            yield source.problem(("chapters", n, "code"), message)
        if line.code > _highest(register).get(line.code // 100, 0):
            message = f"code {line.code} is higher than `issued` says; write {line.code} there"
            yield source.problem(("chapters", n, "code"), message)


def _highest(register: Register) -> dict[int, int]:
    """Return the highest code given out, by first digit."""
    return {code // 100: code for code in sorted(register.issued)}


def _targets(source: Source, register: Register, chapters: Mapping[str, str]) -> Iterator[Problem]:
    codes = {line.code for line in register.chapters}
    seen: dict[str, int] = {}
    for n, line in enumerate(register.chapters):
        at = ("chapters", n)
        if (line.chapter is None) == (line.retired is None):
            yield source.problem(at, "needs either `chapter` or `retired`")
        elif line.chapter is not None:
            yield from _chapter(source, n, line, chapters)
            first = seen.setdefault(line.chapter, line.code)
            if first != line.code:
                message = f"`{line.chapter}` has code {first} already; a chapter has one code"
                yield source.problem((*at, "chapter"), message)
        elif line.retired is not None:
            for k, code in enumerate(line.retired.instead):
                if code not in codes or code == line.code:
                    message = f"{code} is no other code of the register"
                    yield source.problem((*at, "retired", "instead", k), message)


def _chapter(source: Source, n: int, line: Line, chapters: Mapping[str, str]) -> Iterator[Problem]:
    assert line.chapter is not None
    at = ("chapters", n, "chapter")
    if line.chapter not in chapters:
        hint = did_you_mean(line.chapter, chapters)
        message = (
            f"no chapter is called `{line.chapter}`{hint}; a renamed one gets its new name here and its "
            "old place under `was`, one that is gone gets `retired`"
        )
        yield source.problem(at, message)
        return
    parts = {chapters[line.chapter], *(slug.split("/")[0] for slug in line.was)}
    if line.code // 100 not in {DIGITS.get(part) for part in parts}:
        digit = DIGITS[chapters[line.chapter]]
        message = f"codes of {chapters[line.chapter]} begin with {digit} (you wrote {line.code})"
        yield source.problem(("chapters", n, "code"), message)


def _lost(source: Source, register: Register) -> Iterator[Problem]:
    codes = {line.code for line in register.chapters}
    for digit, most in _highest(register).items():
        for code in range(digit * 100 + 1, most + 1):
            if code not in codes:
                message = (
                    f"code {code} has been given out and is gone; put its line back "
                    "(a chapter that is gone gets `retired`)"
                )
                yield source.problem(("chapters",), message)


def _without_code(
    source: Source, register: Register, chapters: Mapping[str, str]
) -> Iterator[Problem]:
    known = {line.chapter for line in register.chapters}
    free = _highest(register)
    for chapter, part in chapters.items():
        if chapter in known or part not in DIGITS:
            continue
        digit = DIGITS[part]
        code = free.get(digit, digit * 100) + 1
        free[digit] = code
        message = (
            f"`{chapter}` has no code; add `- {{code: {code}, chapter: {chapter}}}` "
            f"and write {code} under `issued`"
        )
        yield source.problem(("chapters",), message)
