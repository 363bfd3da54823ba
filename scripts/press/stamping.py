"""Writes what a new printable needs beside its edition: its `content:`, and its line in the register.

Only what is missing is written, and nothing for a file whose author has not finished it yet. A stamp that
no longer agrees stays as it is: a new edition wants a sentence, and nobody but its author can write that.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press.build import Build
from press.content.frontmatter import read_data
from press.content.library import editions_by_id, load
from press.content.printed import line_of
from press.content.stamp import stamp
from press.content.unwritten import unwritten
from press.problems import ProblemsFound
from press.project import Project
from press.render.stamped import stamped

_REGISTER = "docs/chapters.yml"


def write_missing(project: Project) -> list[str]:
    """Write missing stamps and lines of the register; return the files that were changed."""
    build = Build(project, load(project))
    below: dict[str, dict[int, str]] = {}  # what to write below which line of which file
    for desk in build.desks.values():
        for one in stamped(desk):
            if one.printable.content is None and not any(unwritten(one.source)):
                line = one.source.line((*one.at, "edition"))
                text = f"content: {stamp(one.printable, one.drawn)}"
                below.setdefault(one.source.path, {})[line] = text
    for name, lines in below.items():
        _write(project.root / name, lines)
    return [*below, *([_REGISTER] if _register(project, build) else [])]


def _write(path: Path, below: Mapping[int, str]) -> None:
    """Write texts below lines of a file, as far to the right as those."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, text in sorted(below.items(), reverse=True):
        above = lines[number - 1]
        lines.insert(number, " " * (len(above) - len(above.lstrip())) + text)
    path.write_text("\n".join(lines), encoding="utf-8")


def _register(project: Project, build: Build) -> bool:
    known = {line.id for line in build.library.printed}
    standing = editions_by_id(build.library).items()
    new = [line_of(name, editions) for name, editions in standing if name not in known]
    if not new:
        return False
    path = project.root / _REGISTER
    source = read_data(path, _REGISTER)
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
