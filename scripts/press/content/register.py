"""The register of chapters, docs/chapters.yml: the code that is said aloud and printed for each chapter.

A code that has been printed must land for ever, so lines are added and never taken away.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Annotated

from pydantic import Field, StringConstraints

from press.content.fields import Key, Model
from press.content.frontmatter import Location, Source
from press.content.printed import PrintedLine
from press.content.registers import Trilingual
from press.problems import Problem, did_you_mean

Code = Annotated[
    int,
    Field(
        ge=101,
        le=9999,
        description="Three digits, the first of them the part's; four when a part has used up 99.",
    ),
]
Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+/[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=120),
    Field(description="Part and name, as in the address: `method-guide/old-name`."),
]

# The first digit of a part's codes. Parts may be added; a digit is never given to another part.
DIGITS: Mapping[str, int] = {
    "method-guide": 1,
    "starter-pack": 2,
    "relational-welfare": 3,
    "case-stories": 4,
    "courses": 5,
    "tools": 6,
}


class Retired(Model):
    """What stands in the place of a chapter that is gone."""

    title: Trilingual = Field(description="What it was called.")
    instead: tuple[Code, ...] = Field(
        min_length=1, max_length=12, description="Codes of the chapters to read now."
    )


class Line(Model):
    """One code and where it leads."""

    code: Code
    chapter: Key | None = Field(None, description="Id of the chapter, as it is called today.")
    was: tuple[Slug, ...] = Field(
        (),
        description="Earlier places: `method-guide/old-name`. Their addresses lead to the chapter, "
        "those of a retired one to what to read now.",
    )
    retired: Retired | None = Field(None, description="Stands instead of `chapter`.")


class Register(Model):
    """Every code that has been given out, and where it leads today."""

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

    def instead_of(self, line: Line) -> list[str]:
        """Return the ids of chapters to read instead of a retired one, over others that are gone too."""
        by_code = {line.code: line for line in self.lines}
        found: list[str] = []
        ahead = list(line.retired.instead) if line.retired else []
        for code in ahead:  # grows while it is read; a checked register has no circles
            other = by_code[code]
            if other.chapter:
                found.append(other.chapter)
            elif other.retired:
                ahead += [code for code in other.retired.instead if code not in ahead]
        return list(dict.fromkeys(found))


def codes_of(register: Register) -> Codes:
    """Return what a register says."""
    standing = {line.chapter: line.code for line in register.chapters if line.chapter}
    return Codes(register.chapters, standing)


def numbered(chapters: Mapping[str, str]) -> str:
    """Return the text of a register for a site whose paper nobody has yet.

    chapters: the part of every chapter by its id; codes follow their order.
    """
    highest: dict[int, int] = {}
    lines = []
    for chapter, part in chapters.items():
        code = highest[DIGITS[part]] = next_code(DIGITS[part], highest.get(DIGITS[part]))
        lines.append(f"  - {{code: {code}, chapter: {chapter}}}\n")
    issued = ", ".join(str(code) for _, code in sorted(highest.items()))
    return f"issued: [{issued}]\n\nchapters:\n{''.join(lines)}"


def next_code(digit: int, last: int | None) -> int:
    """Return the code that follows last in the part of that digit: 101 the first, 1001 after 199."""
    if last is None:
        return digit * 100 + 1
    return digit * 1000 + 1 if last == digit * 100 + 99 else last + 1


def free_code(register: Register, part: str) -> int:
    """Return the code that the next new chapter of a part gets."""
    digit = DIGITS[part]
    return next_code(digit, _last(register).get(digit))


def _digit(code: int) -> int:
    return int(str(code)[0])


def part_of(code: int) -> str:
    """Return the part that a code was given out in; its chapter may have moved since."""
    return next(part for part, digit in DIGITS.items() if digit == _digit(code))


def _up_to(last: int) -> Iterator[int]:
    """Yield the codes of a part, from its first to last."""
    code = next_code(_digit(last), None)
    while code <= last:
        yield code
        code = next_code(_digit(last), code)


def check_register(
    source: Source,
    register: Register,
    chapters: Mapping[str, str],
    whole: Container[str],
) -> Iterator[Problem]:
    """Yield what is wrong with a register.

    chapters: the part of every chapter that stands, by its id. whole: ids of those that can be read;
    only they are asked for a code.
    """
    yield from _codes(source, register)
    yield from _lost(source, register)
    for n, line in enumerate(register.chapters):
        yield from _target(source, n, line, chapters)
    yield from _twice(source, register)
    yield from _instead(source, register)
    yield from _earlier_places(source, register, chapters)
    yield from _without_code(source, register, chapters, whole)


def _codes(source: Source, register: Register) -> Iterator[Problem]:
    """Every code is a part's, stands once, and is counted in `issued`."""
    highest = _highest(register)
    for n, code in enumerate(register.issued):
        if not _is_code(code):
            if all(line.code != code for line in register.chapters):  # its line says so itself
                yield source.problem(("issued", n), _NO_CODE.format(code))
        elif highest[_digit(code)] != code:
            message = f"{highest[_digit(code)]} stands here for the same part; keep the higher one"
            yield source.problem(("issued", n), message)
    seen: dict[int, int] = {}
    newest = _last(register)
    for n, line in enumerate(register.chapters):
        at, code = ("chapters", n, "code"), line.code
        first = seen.setdefault(code, n)
        if first != n:
            where = source.line(("chapters", first, "code"))
            message = f"code {code} is taken already, in line {where}; take the next free one"
            yield source.problem(at, message)
        elif not _is_code(code):
            yield source.problem(at, _NO_CODE.format(code))
        elif code > highest.get(_digit(code), 0) and code == newest[_digit(code)]:
            last = highest.get(_digit(code))
            told = f"write {code} instead of {last} there" if last else f"add {code} there"
            yield source.problem(at, f"code {code} is not counted in `issued` above; {told}")


_NO_CODE = "{} is no code of any part; codes are such as 101 or 204"


def _is_code(code: int) -> bool:
    """Return whether a part may give out the code: 204 or 2001, but not 200, 2000 or 904."""
    return _digit(code) in DIGITS.values() and code in _up_to(code)


def _highest(register: Register) -> dict[int, int]:
    """Return the highest code given out, by first digit."""
    return {_digit(code): code for code in sorted(register.issued)}


def _lost(source: Source, register: Register) -> Iterator[Problem]:
    codes = {line.code for line in register.chapters}
    for most in filter(_is_code, _highest(register).values()):
        for there, run in groupby(_up_to(most), key=codes.__contains__):
            if not there:
                yield source.problem(("issued",), _gone(list(run)))


def _gone(codes: list[int]) -> str:
    """Return what to do about codes that follow one another and have no line."""
    first, last = codes[0], codes[-1]
    if first == last:
        return (
            f"code {first} has been given out and its line is gone; put it back "
            "(a chapter that is gone gets `retired`)"
        )
    return (
        f"codes {first} to {last} have been given out and their {len(codes)} lines are gone; "
        "put them back (a chapter that is gone gets `retired`), or mend the number here"
    )


def _target(source: Source, n: int, line: Line, chapters: Mapping[str, str]) -> Iterator[Problem]:
    if line.chapter and line.retired:
        message = f"code {line.code} has both `chapter` and `retired`; keep the one that is true"
        yield source.problem(("chapters", n), message)
    elif not line.chapter and not line.retired:
        message = f"code {line.code} leads nowhere; it needs `chapter` or `retired`"
        yield source.problem(("chapters", n), message)
    elif line.chapter and line.chapter not in chapters:
        message = (
            f"no chapter is called `{line.chapter}`; one with a new name gets it here and "
            f"`was: [part/{line.chapter}]`, one that is gone gets `retired`"
            f"{did_you_mean(line.chapter, chapters)}"
        )
        yield source.problem(("chapters", n, "chapter"), message)
    elif line.chapter:
        yield from _wrong_digit(source, n, line, chapters[line.chapter])
    elif line.retired and not line.was:
        message = (
            f"code {line.code} lacks `was`: say where the chapter stood, such as "
            "`was: [method-guide/old-name]`, for that address is printed, too"
        )
        yield source.problem(("chapters", n), message)


def _wrong_digit(source: Source, n: int, line: Line, part: str) -> Iterator[Problem]:
    """A code keeps its first digit when its chapter moves; then `was` tells of the part it came from."""
    parts = {part, *(slug.partition("/")[0] for slug in line.was)}
    if _digit(line.code) not in {DIGITS.get(part) for part in parts}:
        message = (
            f"codes of {part} begin with {DIGITS[part]} (you wrote {line.code}); "
            f"if `{line.chapter}` has moved there, say where it stood under `was`"
        )
        yield source.problem(("chapters", n, "code"), message)


def _twice(source: Source, register: Register) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for n, line in enumerate(register.chapters):
        first = seen.setdefault(line.chapter, line.code) if line.chapter else line.code
        if first != line.code:
            message = f"`{line.chapter}` has code {first} already; a chapter has one code"
            yield source.problem(("chapters", n, "chapter"), message)


def _instead(source: Source, register: Register) -> Iterator[Problem]:
    """Instead of a retired chapter one reads chapters that stand, perhaps over other retired ones."""
    retired = {line.code: line.retired.instead for line in register.chapters if line.retired}
    codes = {line.code for line in register.chapters}
    for n, line in enumerate(register.chapters):
        for k, code in enumerate(line.retired.instead if line.retired else ()):
            at: Location = ("chapters", n, "retired", "instead", k)
            if code == line.code:
                yield source.problem(at, f"{code} is the retired chapter itself; write another")
            elif code not in codes:
                yield source.problem(at, f"no line has the code {code}")
            elif line.code in _reached(code, retired):
                message = f"goes round in a circle: from {code} one comes back to {line.code}"
                yield source.problem(at, message)


def _reached(code: int, retired: Mapping[int, tuple[int, ...]]) -> set[int]:
    """Return all codes that one is sent to from code, itself included."""
    found: set[int] = set()
    ahead = [code]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += retired.get(here, ())
    return found


def _earlier_places(
    source: Source, register: Register, chapters: Mapping[str, str]
) -> Iterator[Problem]:
    standing = {f"{part}/{chapter}" for chapter, part in chapters.items()}
    seen: dict[str, int] = {}
    for n, line in enumerate(register.chapters):
        for k, slug in enumerate(line.was):
            at: Location = ("chapters", n, "was", k)
            first, part = seen.setdefault(slug, n), slug.partition("/")[0]
            if slug in standing:
                yield source.problem(at, f"a chapter stands at `{slug}` today; take this away")
            elif part not in DIGITS or slug.endswith("/index"):
                close = "" if part in DIGITS else did_you_mean(part, DIGITS)
                message = f"no chapter has stood at `{slug}`"
                yield source.problem(at, message + (close or "; write its part and its name"))
            elif first != n or slug in line.was[:k]:
                where = source.line(("chapters", first, "was"))
                yield source.problem(at, f"`{slug}` stands already in line {where}")


def _without_code(
    source: Source, register: Register, chapters: Mapping[str, str], whole: Container[str]
) -> Iterator[Problem]:
    known = {line.chapter for line in register.chapters}
    # A line whose chapter is not there tells of a new name, or of a chapter that is gone.
    homeless = sorted(
        (line.code, line.chapter)
        for line in register.chapters
        if line.chapter and line.chapter not in chapters
    )
    last = _last(register)
    for chapter, part in chapters.items():
        if chapter in known or chapter not in whole:
            continue
        code = last[DIGITS[part]] = next_code(DIGITS[part], last.get(DIGITS[part]))
        new = f"add `- {{code: {code}, chapter: {chapter}}}` and write {code} under `issued`"
        if homeless:
            old = ", ".join(f"{code} (`{name}`)" for code, name in homeless)
            new = f"is it a new name for {old}? Then mend that line; if it is new, {new}"
        yield source.problem(("chapters",), f"`{chapter}` has no code; {new}")


def _last(register: Register) -> dict[int, int]:
    """Return the highest code there is, given out or in a line, by first digit."""
    codes = chain(register.issued, (line.code for line in register.chapters))
    return {_digit(code): code for code in sorted(codes)}
