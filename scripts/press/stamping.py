"""Writes what a new printable needs beside its edition: its `content:`, and its line in the register.

Only what is missing is written, and nothing for a file whose author has not finished it yet. A stamp that
no longer agrees stays as it is: a new edition wants a sentence, and nobody but its author can write that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from press.build import Build
from press.content.frontmatter import Location, parse, read_data
from press.content.library import editions_by_id, load
from press.content.printed import line_of
from press.content.stamp import stamp
from press.content.unwritten import unwritten
from press.problems import Problem, ProblemsFound
from press.project import Project
from press.render.stamped import stamped
from press.writing import write_all

_REGISTER = "docs/chapters.yml"


def write_missing(project: Project) -> list[str]:
    """Write missing stamps and lines of the register; return the files that were changed."""
    build = Build(project, load(project))
    below: dict[str, dict[Location, str]] = {}  # what to write below which edition of which file
    for desk in build.desks.values():
        for one in stamped(desk):
            if one.printable.content is None and not any(unwritten(one.source)):
                mark = stamp(one.printable, one.drawn)
                below.setdefault(one.source.path, {})[(*one.at, "edition")] = mark
    texts = {name: _with_marks(project.root / name, name, marks) for name, marks in below.items()}
    write_all({project.root / name: text.encode() for name, text in texts.items()})
    return [*below, *([_REGISTER] if _register(project, build) else [])]


def _with_marks(path: Path, shown: str, marks: Mapping[Location, str]) -> str:
    """Return a file's text with `content:` below editions, with its own line ends.

    Raises ProblemsFound where that would not be read as meant: the edition stands in a block in { }, say.
    """
    text = path.read_bytes().decode("utf-8")
    source = parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), shown)
    lines, end = text.split("\n"), "\r" if "\r\n" in text else ""
    for at, mark in sorted(marks.items(), key=lambda one: source.line(one[0]), reverse=True):
        number = source.line(at)
        above = lines[number - 1]
        lines.insert(number, " " * (len(above) - len(above.lstrip())) + f"content: {mark}{end}")
    made = "\n".join(lines)
    read = parse(made.removeprefix("\ufeff").replace("\r\n", "\n"), shown)
    wrong = [
        at for at, mark in marks.items() if _value(read.values, at[:-1]).get("content") != mark
    ]
    if read.problems or wrong:
        raise ProblemsFound(_by_hand(source.problem(at, ""), marks[at]) for at in wrong or marks)
    return made


def _value(values: Any, at: Location) -> dict[str, Any]:
    for step in at:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return values if isinstance(values, dict) else {}


def _by_hand(where: Problem, mark: str) -> Problem:
    return replace(
        where, message=f"there is no room below this line; write `content: {mark}` yourself"
    )


def _register(project: Project, build: Build) -> bool:
    known = {line.id for line in build.library.printed}
    standing = editions_by_id(build.library).items()
    new = [line_of(name, editions) for name, editions in standing if name not in known]
    if not new:
        return False
    path = project.root / _REGISTER
    source = read_data(path, _REGISTER)
    if source.problems:
        raise ProblemsFound(source.problems)
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    if "printables" not in source.values:
        lines += ["", "printables:", *(f"  {line}" for line in new)]
    else:
        count = len(source.values["printables"] or ())
        at = source.line(("printables", count - 1)) if count else source.line(("printables",))
        last = lines[at - 1]
        if not (last.lstrip().startswith("- ") if count else last.strip() == "printables:"):
            message = (
                "cannot be added to; write a line for each, starting with `- `, not one in [ ]"
            )
            raise ProblemsFound([source.problem(("printables",), message)])
        indent = " " * (len(last) - len(last.lstrip())) if count else "  "
        new = [indent + line for line in new]
        while at < len(lines) and lines[at].startswith((" ", "#")):
            at += 1
        lines[at:at] = new
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return True
