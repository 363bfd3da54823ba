"""Every printable that was ever printed: the list `printables` of docs/chapters.yml.

Paper is out there with its QR code, so an id stays in the list when the printable is renamed or gone.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from press.content.fields import Day, Key, Model
from press.content.frontmatter import Source
from press.content.registers import Trilingual
from press.problems import Problem, did_you_mean
from press.project import LANGUAGES

Days = Annotated[tuple[Day, ...], Field(min_length=1)]


class Editions(Model):
    """Editions by language."""

    sv: Days = Field(description="In Swedish.")
    da: Days = Field(description="In Danish.")
    en: Days = Field(description="In English.")

    def __getitem__(self, language: str) -> tuple[datetime.date, ...]:
        return {"sv": self.sv, "da": self.da, "en": self.en}[language]


def arrival(name: str, language: str, edition: datetime.date | None = None) -> str:
    """Return where the page lies that paper of an edition leads to; without one, that of all editions.

    name: the printable's id when it was printed. Paper carries the address: it never changes.
    """
    return f"p/{name}/{language}/{edition.isoformat()}/" if edition else f"p/{name}/{language}/"


def _the_same_in_all(value: Any) -> Any:
    if not isinstance(value, list | dict | Editions | None):
        raise ValueError("must be a list, such as `[2026-11-23]`")
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, list) else value


class PrintedLine(Model):
    """One printable, standing or not."""

    id: Key = Field(description="The name on paper; it never changes.")
    editions: Annotated[Editions, BeforeValidator(_the_same_in_all)] = Field(
        description="Editions that are out on paper: the first at least; of one that is gone, all. "
        "A list stands for all three languages."
    )
    now: Key | None = Field(None, description="Of one that is gone: the printable to use instead.")
    chapter: Annotated[int, Field(ge=101, le=9999)] | None = Field(
        None, description="Of one that is gone with nothing in its place: the code of its chapter."
    )
    title: Trilingual | None = Field(None, description="Of one that is gone: what it was called.")

    @property
    def gone(self) -> bool:
        """Whether the line says that the printable is no longer there."""
        return self.now is not None or self.chapter is not None


Standing = Mapping[str, Mapping[str, Sequence[datetime.date]]]  # editions by id and language


def check_printed(
    source: Source,
    lines: Sequence[PrintedLine],
    standing: Standing,
    codes: Collection[int],
    whole: bool = True,
) -> Iterator[Problem]:
    """Yield what is wrong with the list of printables.

    codes: all codes of chapters. whole: false where some text could not be read, so that nobody knows
    whether a printable is gone.
    """
    seen: set[str] = set()
    for n, line in enumerate(lines):
        at = ("printables", n)
        if line.id in seen:
            yield source.problem((*at, "id"), f"`{line.id}` has a line already; keep one")
        seen.add(line.id)
        if line.id in standing and (line.gone or line.title):
            message = f"`{line.id}` is still there; take `now`, `chapter` and `title` away"
            yield source.problem(at, message)
        elif line.gone:
            yield from _leads_on(source, n, line, standing, codes, whole)
        elif line.id not in standing and whole:
            yield source.problem(at, _vanished(line, standing))
    for name, editions in standing.items():
        if name not in seen:
            yield source.problem(
                ("printables",), f"`{name}` has no line; add `{line_of(name, editions)}`"
            )


def _leads_on(
    source: Source,
    n: int,
    line: PrintedLine,
    standing: Standing,
    codes: Collection[int],
    whole: bool,
) -> Iterator[Problem]:
    at = ("printables", n)
    if line.now and line.chapter:
        message = f"`{line.id}` has both `now` and `chapter`; keep `now` if that takes its place"
        yield source.problem(at, message)
    if line.title is None:
        message = "needs `title: {sv: …, da: …, en: …}`: what it was called"
        yield source.problem(at, message)
    if line.now and line.now not in standing and whole:
        hint = did_you_mean(line.now, standing) or "; name one that is there, or write `chapter`"
        yield source.problem((*at, "now"), f"no printable is called `{line.now}`{hint}")
    if line.chapter and line.chapter not in codes:
        yield source.problem((*at, "chapter"), f"{line.chapter} is no code of the register")


def _vanished(line: PrintedLine, standing: Standing) -> str:
    close = did_you_mean(line.id, standing)
    now = close.split("`")[1] if close else "…"
    days = _shown({code: line.editions[code] for code in LANGUAGES})
    return (
        f"`{line.id}` is out on paper and is no longer there; write "
        f"`- {{id: {line.id}, editions: {days}, now: {now}, title: {{sv: …, da: …, en: …}}}}` with what "
        "to use instead, what it was called and all editions it had; where nothing takes its place, "
        "`chapter: 101` instead of `now`, with the code of its chapter"
    )


def line_of(name: str, editions: Mapping[str, Sequence[datetime.date]]) -> str:
    """Return the line of a printable that stands, as it is written in the register."""
    return f"- {{id: {name}, editions: {_shown(editions)}}}"


def _shown(editions: Mapping[str, Sequence[datetime.date]]) -> str:
    """Return editions as they are written in the register, in the order of time."""
    said = {code: f"[{', '.join(map(str, sorted(editions[code])))}]" for code in editions}
    if len(set(said.values())) == 1 and set(said) == set(LANGUAGES):
        return next(iter(said.values()))
    return f"{{{', '.join(f'{code}: {days}' for code, days in said.items())}}}"
