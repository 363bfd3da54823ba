"""Which source text every translation follows: docs/translations/<language>.yml, and what is behind.

A page's source is its file in its `primary_language`; of pages that have none it is the Swedish one. The
register keeps the mark of every text as it was when it was translated. Its lines are read one by one and
not as YAML, which they also are: there are thousands, and a merge that went wrong is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, StringConstraints

from press.content.fields import Day, Model, one_line
from press.content.files import hidden_signs
from press.content.frontmatter import read_block, read_text
from press.content.pieces import EASY, TEXT, Piece, is_section
from press.content.printables.base import Stamp
from press.content.validate import validate
from press.problems import Problem, did_you_mean
from press.project import LANGUAGES, Project

FOLDER = "docs/translations"
GONE = "gone"  # in the place of a mark: the source no longer has this text

_PAGE = re.compile(r"([a-z][a-z0-9-]*):")
_PIECE = re.compile(r"  ([^\s:{}]+): (?:([bcdfghjklmnpqrst]{8})|(\{.*\}))")
_IN_ENGLISH = {"sv": "Swedish", "da": "Danish", "en": "English"}

State = Literal["changed", "new", "gone"]


class Accepted(Model):
    """A text that is behind and may stay so, for a reason that somebody gives."""

    was: Stamp | None = Field(None, description="What the translation follows.")
    accepted: Annotated[str, StringConstraints(pattern=rf"^([bcdfghjklmnpqrst]{{8}}|{GONE})$")] = (
        Field(description="The source as it was when this was written; a later change counts anew.")
    )
    by: Annotated[str, one_line(80)] = Field(description="Who answers for it.")
    day: Day = Field(description="When.")
    why: Annotated[str, one_line(300)] = Field(description="Why readers can do with the old text.")


@dataclass(frozen=True)
class Line:
    """What the register says of one text. mark: empty for one of which only an acceptance is known."""

    mark: str
    accepted: Accepted | None = None


@dataclass
class Register:
    """One language's register: pages by their ids, and the line of the file each begins on."""

    path: str
    pages: dict[str, dict[str, Line]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Behind:
    """One text that does not follow its source.

    was, now: marks of the source, then and today; empty where it was not there then, or is not today.
    path, line: where the translation stands. own: the name of its piece, where one is known.
    """

    language: str
    page: str
    name: str
    state: State
    was: str
    now: str
    path: str
    line: int
    source_path: str
    source_line: int
    own: str = ""
    accepted: Accepted | None = None

    @property
    def printable(self) -> str:
        """The id of the printable it belongs to; empty for what stands on the page itself."""
        first, _, rest = self.name.partition(".")
        return rest.partition(".")[0] if first == "printables" else ""

    def __str__(self) -> str:
        """Return in a line where the translation stands and what to read."""
        source = f"{self.source_path}:{self.source_line}"
        said = {
            "changed": f"is older than {source}",
            "new": f"nobody has said that it follows {source}",
            "gone": f"is gone from {self.source_path}",
        }[self.state]
        return f"{self.path}:{self.line}: {self.name}: {said}"


@dataclass(frozen=True)
class Translations:
    """What is known of all translations. behind: also what was accepted."""

    behind: tuple[Behind, ...] = ()
    registers: Mapping[str, Register] = field(default_factory=dict)

    @cached_property
    def open(self) -> tuple[Behind, ...]:
        """What is behind and nobody has accepted."""
        return tuple(one for one in self.behind if one.accepted is None)

    @cached_property
    def _by_page(self) -> dict[tuple[str, str], list[Behind]]:
        found: dict[tuple[str, str], list[Behind]] = {}
        for one in self.open:
            found.setdefault((one.language, one.page), []).append(one)
        return found

    @cached_property
    def withheld(self) -> frozenset[tuple[str, str]]:
        """(language, id) of the printables that are not published."""
        return frozenset((one.language, one.printable) for one in self.open if one.printable)

    def is_withheld(self, language: str, printable: str) -> bool:
        """Return whether the printable of that id is not published in a language."""
        return (language, printable) in self.withheld

    def of_page(self, language: str, page: str) -> list[Behind]:
        """Return what a reader of a page is told of: all that is behind but its printables."""
        return [one for one in self._by_page.get((language, page), ()) if not one.printable]

    def is_course_behind(self, language: str, page: str) -> bool:
        """Return whether something is behind that the papers of a course are drawn from."""
        return any(one.name.startswith("course.") for one in self.of_page(language, page))

    def summary(self) -> str:
        """Return in one line how the translations stand."""
        said = [self._said(language) for language in LANGUAGES if self._texts(language)]
        accepted = len(self.behind) - len(self.open)
        also = f" ({accepted} accepted)" if accepted else ""
        if not said:
            return f"Translations: all follow their sources{also}."
        return f"Translations: {'; '.join(said)}{also}. More: `make translations`"

    def _texts(self, language: str) -> list[Behind]:
        return [one for one in self.open if one.language == language]

    def _said(self, language: str) -> str:
        found = self._texts(language)
        pages = len({one.page for one in found})
        papers = len({one.printable for one in found if one.printable})
        left = f", {_count(papers, 'printable')} not published" if papers else ""
        return f"{language}: {_count(len(found), 'text')} behind on {_count(pages, 'page')}{left}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def command(language: str, page: str, *names: str) -> str:
    """Return what to write so that translations are recorded as following their source."""
    return f'make translated TEXT="{" ".join((language, page, *names))}"'


def register_path(language: str) -> str:
    """Return where a language's register lies."""
    return f"{FOLDER}/{language}.yml"


def read_register(project: Project, language: str) -> tuple[Register, list[Problem]]:
    """Return a language's register and what is wrong with it; one that is not there is empty."""
    shown = register_path(language)
    path = project.root / shown
    if not path.exists():
        return Register(shown), []
    text, problem = read_text(path, shown)
    return (Register(shown), [problem]) if problem else parse_register(text, shown)


def parse_register(text: str, shown: str) -> tuple[Register, list[Problem]]:
    """Read a register up to the first line that cannot be read: one fault gives one message."""
    register = Register(shown)
    page = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        message = ""
        if found := _PAGE.fullmatch(line):
            page = found[1]
            if page in register.pages:
                message = f"`{page}` has a block already, in line {register.lines[page]}; keep one"
            register.lines.setdefault(page, number)
            register.pages.setdefault(page, {})
        elif page and (found := _PIECE.fullmatch(line)):
            if found[1] in register.pages[page]:
                message = f"`{found[1]}` of `{page}` stands twice; keep one"
            else:
                line_or_message = _line(found[2], found[3], shown)
                if isinstance(line_or_message, str):
                    message = line_or_message
                else:
                    register.pages[page][found[1]] = line_or_message
        else:
            message = (
                "cannot be read; a line is a page (`what-is-dmo:`) or, two spaces in, a text and eight "
                "letters (`  title: bcdfghjk`). Undo the change, or take the line away and run "
                f"`{command(shown[-6:-4], page or 'PAGE')}`"
            )
        if message:
            return register, [Problem(shown, number, "", message)]
    return register, []


def _line(mark: str | None, block: str | None, shown: str) -> Line | str:
    """Return what a line says, or what is wrong with it."""
    if mark:
        return Line(mark)
    source = read_block(block or "", shown, 1)
    accepted, wrong = validate(source, Accepted) if not source.problems else (None, source.problems)
    wrong = [*wrong, *hidden_signs(source, source.whole)]
    if accepted is None or wrong:
        field = f"{wrong[0].field}: " if wrong[0].field else ""
        return (
            f"{field}{wrong[0].message}; an accepted text is written `{{was: bcdfghjk, accepted: "
            'dkfbtrmq, by: Anna Berg, day: 2027-02-01, why: "…"}`'
        )
    return Line(accepted.was or "", accepted)


@dataclass(frozen=True)
class Pair:
    """A translated page with its source, each as its pieces.

    own: gives the translation's, which are asked for only where something is behind.
    """

    language: str
    page: str
    source: Sequence[Piece]
    own: Callable[[], Sequence[Piece]]
    path: str  # of the translation
    source_path: str


def compare(pair: Pair, record: Mapping[str, Line]) -> Iterator[Behind]:
    """Yield what of a translated page does not follow its source."""
    now = {piece.name: piece for piece in pair.source}
    earlier = renamed(pair.source, record)
    lines_of = {**record, **{name: record[old] for name, old in earlier.items()}}
    left = [name for name in record if name not in now and name not in earlier.values()]
    easy = any(name.startswith(f"{EASY}.") for name in now)  # parity sees to it that both have one
    gone = [n for n in left if is_section(n) and (easy or not n.startswith(f"{EASY}."))]
    behind = [name for name, piece in now.items() if _mark(lines_of, name) != piece.mark]
    if not behind and not gone:
        return
    theirs = pair.own()
    own = _own_names(theirs, pair.source, record)
    own |= {name: own[old] for name, old in earlier.items() if old in own}
    places = {piece.name: (piece.path, piece.line) for piece in theirs}
    for name in (*behind, *gone):
        piece, was = now.get(name), _mark(lines_of, name)
        accepted = lines_of[name].accepted if name in lines_of else None
        if accepted and accepted.accepted != (piece.mark if piece else GONE):
            accepted = None
        yield Behind(
            pair.language,
            pair.page,
            name,
            "gone" if piece is None else "changed" if was else "new",
            was,
            piece.mark if piece else "",
            *places.get(own.get(name, ""), (pair.path, 1)),
            piece.path if piece else pair.source_path,
            piece.line if piece else 1,
            own.get(name, ""),
            accepted,
        )


def renamed(source: Sequence[Piece], record: Mapping[str, Line]) -> dict[str, str]:
    """Return sections that have got another heading in the source, each with its name in the record.

    They stand in the same place between sections that have kept theirs.
    """
    found: dict[str, str] = {}
    for start in (TEXT, f"{EASY}.{TEXT}"):
        today = _sections((piece.name for piece in source), start)
        before = _sections(record, start)
        if today == before:
            continue
        for what, a, b, c, d in SequenceMatcher(None, before, today, False).get_opcodes():
            if what == "replace":  # what is new beside it comes after it more often than before
                pairs = zip(today[c:d], before[a:b], strict=False)
                found |= {new: old for new, old in pairs if new not in before and old not in today}
    return found


def _mark(record: Mapping[str, Line], name: str) -> str:
    return record[name].mark if name in record else ""


def _own_names(
    own: Sequence[Piece], source: Sequence[Piece], record: Iterable[str]
) -> dict[str, str]:
    """Return what each of the source's pieces is called in the translation, as far as one can know.

    Sections are called by their headings, so they are paired in their order: with those that the
    translation was made from, or else with those of today.
    """
    names = {piece.name: piece.name for piece in own if not is_section(piece.name)}
    for start in (TEXT, f"{EASY}.{TEXT}"):
        mine = _sections((piece.name for piece in own), start)
        today = _sections((piece.name for piece in source), start)
        for theirs in (_sections(record, start), today):
            if len(mine) == len(theirs):
                names |= dict(zip(theirs, mine, strict=True))
                break
    return names


def _sections(names: Iterable[str], start: str) -> list[str]:
    return [name for name in names if name == start or name.startswith(f"{start}.")]


def without_record(language: str, page: str, path: str, source_path: str) -> Problem:
    """Return the problem of a translation of which nothing is known."""
    message = (
        f"nothing says what this text follows; when it says the same as {source_path}, "
        f"run `{command(language, page)}`"
    )
    return Problem(path, 1, "", message)


def lost_register(register: Register, pages: int) -> Problem:
    """Return the problem of a register that is gone, though there are translations."""
    message = (
        f"is missing or empty; it says what {pages} translated pages follow. Get it back as it "
        f"was, or run `{command(register.path[-6:-4], 'PAGE')}` for each page that somebody has read"
    )
    return Problem(register.path, 1, "", message)


def left_over(register: Register, known: Iterable[str]) -> Iterator[Problem]:
    """Yield the problem of a block whose page is no longer there. known: ids of all pages."""
    known = set(known)
    for page, line in register.lines.items():
        if page not in known:
            hint = did_you_mean(page, known)
            message = (
                f"no page is called `{page}`{hint}; write its new name here, or take the block away "
                "when it is gone"
            )
            yield Problem(register.path, line, "", message)


HEAD = """\
# What the texts in {language} were translated from: for each text eight letters that change with its
# source. Written by `make translated`; see "Translations" in guide/authors.md. Where a merge leaves
# two lines for a text, keep the one that came with the translation that is kept.
"""


def written(register: Register, language: str) -> str:
    """Return a register as text, its pages in the order of their names."""
    lines = [HEAD.format(language=_IN_ENGLISH[language])]
    for page, record in sorted(register.pages.items()):
        lines += [f"{page}:", *(f"  {name}: {_shown(line)}" for name, line in record.items()), ""]
    return "\n".join(lines)


def _shown(line: Line) -> str:
    if line.accepted is None:
        return line.mark
    values: dict[str, Any] = line.accepted.model_dump(exclude_none=True)
    dumped = yaml.safe_dump(
        values, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    )
    return dumped.strip()
