"""Makes the files of a new chapter in all languages, with its code and its line in the menu.

What its author is to write is marked, and no check lets a mark pass (content/unwritten.py).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from press.content.chapter import Chapter
from press.content.course import COURSE_PAPERS
from press.content.easy import ENDING
from press.content.fields import Key
from press.content.frontmatter import read_data
from press.content.library import PARTS, Library, load, parts_of
from press.content.printables.base import WINDOWS_NAMES
from press.content.register import Register, free_code
from press.content.unwritten import places
from press.content.validate import validate
from press.insertions import with_code, with_page
from press.problems import Problem, ProblemsFound, did_you_mean
from press.project import LANGUAGES, Project
from press.writing import write_all

_REGISTER = "docs/chapters.yml"
_MENU = "mkdocs.yml"
_LONGEST = 55  # characters of an id: that of its checklist is longer and has 60
_EXAMPLE = "method-guide/prepare-the-room"

_CHAPTER = """\
---
id: {id}
title: ((write the title, 45 characters at best))
summary: ((write in one or two sentences what the reader gets to know))
audience: [new-staff] # ((write whom it is for; the same in all languages))
primary_language: sv # the language it is first written in
edition: {today}
facts: [] # ((write the ids of the facts it rests on, or nothing; the same in all languages))
sources: [] # ((write the ids of the texts those facts are from; the same in all languages))
printables:
  - kind: checklist # or another kind; ids of items never change once ticks hang on them
    id: {printable}
    title: ((write what stands on top of the paper))
    summary: ((write in one sentence what the checklist is for))
    edition: {today}
    groups:
      - id: first
        title: ((write a heading over the things to tick))
        items:
          - id: one
            text: ((write one thing to do or to check))
          - id: two
            text: ((write one more))
---
((write how the reader meets this; no heading before it))

## ((write a heading))

((write the text))

[[{printable}]]
"""
_EASY = """\
---
title: ((write an easy title))
summary: ((write one or two short sentences))
---
((write one idea to a sentence))

## ((write a heading; as many in all languages))

((write the text in easy words))
"""
_AFTERWARDS = (
    "No checklist? Write `printables: []` in the place of the block, and delete the line with [[…]].",
    "At last run `make check`: it names what is still to be written, and then gives the line with",
    "`make translated` for each language. Then run `make stamp`. Until then the site is not built.",
)


@dataclass(frozen=True)
class Made:
    """A new chapter: its code, its files with what they say, and the files that got a line."""

    code: int
    files: Mapping[str, str]
    changed: tuple[str, ...]


def new_chapter(project: Project, place: str, today: datetime.date, easy: bool = False) -> Made:
    """Make a chapter at `part/id`, in all languages; easy: its easy-read versions too.

    Raises ProblemsFound, with nothing made and nothing changed.
    """
    part, name = _place(place)
    library = load(project)
    _stop(_taken(project, library, part, name))
    register = _register(project, library)
    code = free_code(register, part)
    files = _files(library, part, name, today, easy)
    lines = _with_lines(project, part, name, code)
    texts = {project.root / path: text.encode() for path, text in (files | lines).items()}
    try:
        write_all(texts)
    except OSError as error:
        where = Path(error.filename).parent if error.filename else project.docs
        message = f"cannot be written to ({error.strerror}); nothing was made"
        raise ProblemsFound([Problem(project.relative(where), 1, "", message)]) from error
    return Made(code, files, tuple(lines))


def told(made: Made) -> list[str]:
    """Return in lines what was made, what is to be written and where, and what comes then."""
    lines = [f"Chapter {made.code} is to be written in:", *(f"  {path}" for path in made.files)]
    lines += ["", f"A line was added in {' and in '.join(made.changed)}."]
    if _MENU in made.changed:
        lines += ["Move the one in mkdocs.yml to where the chapter is to stand in the menu."]
    for which, easy in (("chapter", False), ("easy-read version", True)):
        first = next((path for path in made.files if path.endswith(ENDING) == easy), None)
        if first:
            lines += ["", f"In each {which}, in the place of ((write …)):"]
            lines += [f"  line {n}: {what}" for n, what in places(made.files[first])]
    return [*lines, "", *_AFTERWARDS]


def _place(place: str) -> tuple[str, str]:
    """Return part and id of a place such as `method-guide/prepare-the-room`."""
    part, slash, name = place.partition("/")
    if not slash or not part or not name:
        wrote = f" (you wrote {place})" if place else ""
        _stop([_refused(f"say which chapter to make, part/name, such as {_EXAMPLE}{wrote}")])
    if part not in PARTS:
        hint = did_you_mean(part, PARTS) or f"; the parts are {', '.join(PARTS)}"
        _stop([_refused(f"unknown part `{part}`{hint}")])
    try:
        TypeAdapter(Key).validate_python(name)
    except ValidationError:
        if len(name) <= _LONGEST:
            rule = "must be small letters a-z, digits and single hyphens, such as `book-room`"
            _stop([_refused(f"the name of a chapter {rule} (you wrote {name})")])
    if len(name) > _LONGEST:
        message = f"the name of a chapter has {_LONGEST} characters at the most ({len(name)} here)"
        _stop([_refused(message)])
    if name == "index" or name in WINDOWS_NAMES:
        why = "the page of a part is called so" if name == "index" else "Windows has no such file"
        _stop([_refused(f"a chapter cannot be called `{name}`: {why}; choose another name")])
    return part, name


def _refused(message: str) -> Problem:
    return Problem("docs", 1, "", message)


def _stop(problems: Iterator[Problem] | list[Problem]) -> None:
    found = list(problems)
    if found:
        raise ProblemsFound(found[:1])


def _taken(project: Project, library: Library, part: str, name: str) -> Iterator[Problem]:
    """Yield why a chapter cannot stand there: files, other pages, and what old paper leads to."""
    for language in LANGUAGES:
        for folder in (project.docs / language, project.docs / language / part):
            if folder.is_symlink():  # what is written there would lie elsewhere
                message = "is a link to another place on this computer; put the folder itself here"
                yield Problem(project.relative(folder), 1, "", message)
        for ending in (".md", ENDING):
            path = project.docs / language / part / f"{name}{ending}"
            if path.exists() or path.is_symlink():
                yield Problem(project.relative(path), 1, "", "is there already")
    other = parts_of(project).get(name)
    if other:
        message = f"a chapter is called `{name}` already, in {other}; choose another name"
        yield _refused(message)
    if any(entry.model.id == name for entry in library.entries.values()):
        yield _refused(f"a page is called `{name}` already; choose another name")
    for line in library.codes.lines:
        if f"{part}/{name}" in line.was or line.chapter == name:
            told = (
                f"leads to chapter {line.code}: {part}/{name} is on old paper; choose another name"
            )
            yield Problem(_REGISTER, 1, "chapters", told)


def _register(project: Project, library: Library) -> Register:
    """Return the register of chapters; what is wrong with it is to be mended first."""
    # Lines of printables are no concern of a new chapter: another may be waiting for its stamps.
    wrong = [
        problem
        for problem in library.problems
        if problem.path == _REGISTER and not problem.field.startswith("printables")
    ]
    if wrong:
        raise ProblemsFound(wrong)
    register, problems = validate(read_data(project.root / _REGISTER, _REGISTER), Register)
    if register is None:
        raise ProblemsFound(problems)
    return register


def _files(
    library: Library, part: str, name: str, today: datetime.date, easy: bool
) -> dict[str, str]:
    values = {"id": name, "printable": _free_id(library, name), "today": today.isoformat()}
    text = re.sub(r"\{(id|printable|today)\}", lambda found: values[found[1]], _CHAPTER)
    files = {f"docs/{language}/{part}/{name}.md": text for language in LANGUAGES}
    if easy:
        files |= {f"docs/{language}/{part}/{name}{ENDING}": _EASY for language in LANGUAGES}
    return files


def _free_id(library: Library, name: str) -> str:
    """Return an id for the checklist that no printable has, nor had on paper that is out there."""
    taken = {printable.id for code in LANGUAGES for _, printable in library.printables(code)}
    taken |= {line.id for line in library.printed}
    for entry in library.entries.values():
        if isinstance(entry.model, Chapter) and entry.model.course:
            taken |= {f"{entry.model.id}-{paper}" for paper in COURSE_PAPERS}
    first = f"{name}-list"
    others = (f"{first}-{n}" for n in count(2))
    return next(free for free in chain([first], others) if free not in taken)


def _with_lines(project: Project, part: str, name: str, code: int) -> dict[str, str]:
    """Return the register and the menu with the chapter's lines; a site may have no menu of its own."""
    changed = {_REGISTER: with_code(_text(project, _REGISTER), code, name)}
    if project.order:
        changed[_MENU] = with_page(_text(project, _MENU), part, f"{part}/{name}.md")
    for path, text in changed.items():
        if text is None:
            what = f"`nav:` has no page of {part}; write one there first, such as {part}/index.md"
            where = f"has no list to add `- {{code: {code}, chapter: {name}}}` to"
            _stop([Problem(path, 1, "", what if path == _MENU else where)])
    return {path: text for path, text in changed.items() if text is not None}


def _text(project: Project, name: str) -> str:
    """Return a file's text with its own line ends."""
    return (project.root / name).read_bytes().decode("utf-8")
