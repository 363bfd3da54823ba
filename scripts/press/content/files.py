"""What may lie in docs/: pages, registers, pictures. All of it is published, so nothing else may."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from press.content.frontmatter import Location, Source, hidden
from press.content.pictures import SUFFIXES, faults
from press.problems import Problem, did_you_mean
from press.project import LANGUAGES, Project

REGISTERS = (
    "sources.yml",
    "glossary.yml",
    "chapters.yml",
    "paths.yml",
    "resources.yml",
    "terms.yml",
    "words-names.txt",
    "words-sv.txt",
    "words-da.txt",
    "words-en.txt",
    "accessibility.yml",
    "accessibility-report.yml",
    *(f"translations/{language}.yml" for language in LANGUAGES),
)
ASSETS = "assets"


def check_files(project: Project) -> Iterator[Problem]:
    """Yield problems of files that may not be where they are, or are not what they seem."""
    for folder in (project.docs, project.look):
        for path in sorted(folder.rglob("*")):
            if path.is_symlink():
                message = "is a link to another place on this computer; put the file itself here"
                yield Problem(project.relative(path), 1, "", message)
            elif folder == project.docs and not path.is_dir():
                for message in _file(path, path.relative_to(folder).parts, project):
                    yield Problem(project.relative(path), 1, "", message)


def _file(path: Path, parts: tuple[str, ...], project: Project) -> Iterator[str]:
    if not path.is_file():
        yield "is not an ordinary file; take it away"
    elif parts[0] == ASSETS:
        yield from faults(path)
        if (project.look / Path(*parts)).exists():
            yield f"has the same name as overrides/{'/'.join(parts)}; give it another name"
    elif path.suffix.lower() in SUFFIXES:
        yield "is a picture; put it into docs/assets/"
    elif path.suffix != ".md" and not _is_register(parts):
        near = did_you_mean("/".join(parts).lower(), REGISTERS)
        holds = "; docs/ holds pages (.md), registers and, in docs/assets, pictures"
        yield f"does not belong here{near or holds}"


def _is_register(parts: tuple[str, ...]) -> bool:
    is_tool = len(parts) == 2 and parts[0] == "tools" and parts[1].endswith(".yml")
    return is_tool or "/".join(parts) in REGISTERS


def hidden_signs(source: Source, whole: str) -> Iterator[Problem]:
    """Yield problems of characters that nobody sees but that change what is read.

    whole: the file's text. Control signs, marks of writing direction and the like reach screen readers
    and can make a text say another thing than it shows.
    """
    written = set(whole)
    signs = {c for c in written if is_hidden(c)}
    for number, line in enumerate(whole.split("\n") if signs else (), 1):
        for sign in sorted(signs.intersection(line)):
            yield Problem(source.path, number, "", hidden(sign))
    for location, text in texts_in(source.values):
        for sign in sorted(c for c in set(text) - written if is_hidden(c)):
            yield source.problem(location, hidden(sign))


def is_hidden(character: str) -> bool:
    """Return whether a character is a control or formatting sign, other than a tab or line break."""
    category = unicodedata.category(character)
    return category in ("Cc", "Cf", "Cs", "Co") and character not in "\n\t\u00ad"


def texts_in(value: Any, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield every text in values of front matter, with its path from the top."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts_in(part, (*at, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from texts_in(part, (*at, number))
