"""A page's texts one by one, each with a short mark that changes with its words.

Translations are held against them: content/translations.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from press.content.frontmatter import Location, Source
from press.content.schema import is_own, is_translated
from press.content.stamp import letters_of

# The text below the front matter; a section of it is `text.` and its heading in small letters.
TEXT = "text"
EASY = "easy"  # what stands in the chapter's easy-read version

_HEADING = re.compile(r"#{2,6}[ \t]+(.+?)[ \t#]*$")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_BRACES = re.compile(r"\{:?[^{}]*\}")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Piece:
    """One text of a page.

    name: the field's path with ids in it, `printables.booking-list.items.room.text`, or `text.who-books`.
    mark: eight letters. line: where it stands in its file.
    """

    name: str
    mark: str
    path: str
    line: int


def pieces_of(model: BaseModel, source: Source) -> list[Piece]:
    """Return all texts of a page or of an easy-read version, in the order in which they stand.

    A text counts by its words: line breaks and spaces change no mark.
    """
    fields = [
        Piece(name, _mark(value), source.path, source.line(at))
        for name, at, value in _fields(model, "", ())
    ]
    return fields + [
        Piece(name, _mark(text), source.path, line) for name, line, text in _sections(source)
    ]


def is_section(name: str) -> bool:
    """Return whether a piece is a part of a text below the front matter."""
    return name.removeprefix(f"{EASY}.").partition(".")[0] == TEXT


def _mark(value: Any) -> str:
    if isinstance(value, str):
        return letters_of(" ".join(value.split()))
    return letters_of(json.dumps([" ".join(str(text).split()) for text in value]))


@lru_cache(maxsize=256)
def _known_fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that languages are compared in, and whether their words differ."""
    return tuple(
        (name, is_translated(model, name)) for name in model.model_fields if not is_own(model, name)
    )


def _fields(value: BaseModel, name: str, at: Location) -> Iterator[tuple[str, Location, Any]]:
    """Yield (name, place, text or texts) of every field whose words differ between languages."""
    for key, translated in _known_fields(type(value)):
        inner, path, place = getattr(value, key), f"{name}{key}", (*at, key)
        if isinstance(inner, BaseModel):
            yield from _fields(inner, f"{path}.", place)
        elif isinstance(inner, tuple) and inner and isinstance(inner[0], BaseModel):
            for n, block in enumerate(inner):
                step = getattr(block, "id", n)
                yield from _fields(block, f"{path}.{step}.", (*place, n))
        elif translated and inner and isinstance(inner, str | tuple):
            yield path, place, inner


def _sections(source: Source) -> Iterator[tuple[str, int, str]]:
    """Yield (name, line, Markdown) of what stands before the first heading and below each."""
    seen: dict[str, int] = {}
    for title, line, text in _divided(source):
        if not text.strip():
            continue
        name = f"{TEXT}.{_plain(title)}" if title else TEXT
        seen[name] = seen.get(name, 0) + 1
        yield (f"{name}-{seen[name]}" if seen[name] > 1 else name), line, text


def _divided(source: Source) -> Iterator[tuple[str, int, str]]:
    title, first, kept, in_code = "", source.body_line, [], False
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        in_code ^= bool(_FENCE.match(line))
        found = None if in_code else _HEADING.match(line)
        if found:
            yield title, first, "\n".join(kept)
            title, first, kept = found[1], number, []
        kept.append(line)
    yield title, first, "\n".join(kept)


def _plain(title: str) -> str:
    """Return a heading as a name: small letters and hyphens."""
    return _BETWEEN_WORDS.sub("-", _BRACES.sub("", title).lower()).strip("-") or "-"
