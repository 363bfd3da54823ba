"""Everything that readers read, piece by piece, with its language and where it stands.

What is written in another language and marked so (`{: lang=sv }`), code, addresses and marks such as
`[[D6]]` are left out; `…` stands in their place, so that no phrase reaches across. A word in *emphasis*
comes in quotation marks: it is named there, not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lxml.html import HtmlElement

from press.content.body import Text, body_of, is_box_title
from press.content.frontmatter import Location, Source, read_data
from press.content.library import Library
from press.content.readability import LineFinder, plain
from press.content.schema import texts_at
from press.project import LANGUAGES, Project

Role = Literal["ours", "typed", "cited"]

# Texts of all languages stand in these; `docs/accessibility-report.yml` is written by a program.
_REGISTERS = (
    "docs/accessibility.yml",
    "docs/chapters.yml",
    "docs/glossary.yml",
    "docs/paths.yml",
    "docs/resources.yml",
    "docs/sources.yml",
    "overrides/words.yml",
)
# What is not in our own words: what readers type to find a page, and what others call their pages.
_ROLES: dict[tuple[str, str], Role] = {
    ("docs/glossary.yml", "also"): "typed",
    ("overrides/words.yml", "find_same"): "typed",
    ("docs/sources.yml", "where"): "cited",
}

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th")
_INSIDE = (*_BLOCKS, "ul", "ol", "table", "thead", "tbody", "tr", "pre", "div", "blockquote")
_LEFT_OUT = ("code", "pre")
_GAP = " … "
_FILLED_IN = re.compile(r"\{\w*\}")


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph, list item, cell or field, as it is read.

    path, field: where it stands, as problems name it. text: in one line.
    role: whether the words are our own, what readers type when they search, or names of others' pages.
    """

    path: str
    language: str
    text: str
    field: str = ""
    role: Role = "ours"
    line: int = 1
    prose: Prose | None = None
    number: int = 0  # of the block inside the prose

    def line_of(self, place: int) -> int:
        """Return the file's line of what stands at a place in the text."""
        return self.line if self.prose is None else self.prose.line_of(self.number, place)


@dataclass(frozen=True)
class Prose:
    """A piece of Markdown as the blocks that are read one by one."""

    source: Text
    blocks: tuple[str, ...]

    def line_of(self, number: int, place: int) -> int:
        """Return the file's line of a place in a block; only asked where something is wrong."""
        finder = LineFinder(self.source)
        for block in (*self.blocks[:number], self.blocks[number][:place]):
            finder.of(block)
        return finder.of(self.blocks[number][place:])


def passages(project: Project, library: Library) -> Iterator[Passage]:
    """Yield all that readers read: pages, easy-read texts, front matter, registers."""
    for entry in library.entries.values():
        yield from _page(entry.source, entry.model, entry.language)
        if entry.easy:
            yield from _page(entry.easy.source, entry.easy.model, entry.language)
    for source in library.tool_sources.values():
        yield from registered(source)
    for name in _REGISTERS:
        if (project.root / name).exists():
            yield from registered(read_data(Path(project.root / name), name))


def _page(source: Source, model: object, language: str) -> Iterator[Passage]:
    for at, text, markup in texts_at(model):
        line = source.starts.get(at, source.line(at))
        field = ".".join(map(str, at))
        if markup:
            yield from written(Text(source, text, line, field), language)
        else:
            yield Passage(source.path, language, plain(text), field, line=line)
    yield from written(body_of(source), language)


def written(text: Text, language: str) -> Iterator[Passage]:
    """Yield the passages of a piece of Markdown."""
    root, _ = text.read
    if root is None:
        return
    found = (plain(_own(one, language)) for one in root.iter(*_BLOCKS) if not is_box_title(one))
    prose = Prose(text, tuple(block for block in found if block))
    for number, block in enumerate(prose.blocks):
        yield Passage(text.source.path, language, block, text.field, prose=prose, number=number)


def registered(source: Source) -> Iterator[Passage]:
    """Yield the passages of a register: every text below a key that names a language."""
    yield from _below(source, source.values, (), "", "ours")


def _below(
    source: Source, value: Any, at: Location, language: str, role: Role
) -> Iterator[Passage]:
    if isinstance(value, dict):
        for key, inner in value.items():
            own = key if key in LANGUAGES and not language else language
            yield from _below(source, inner, (*at, key), own, _ROLES.get((source.path, key), role))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _below(source, inner, (*at, number), language, role)
    elif isinstance(value, str) and language:
        text = plain(_FILLED_IN.sub(_GAP, value))
        field = ".".join(map(str, at))
        yield Passage(source.path, language, text, field, role, source.line(at))


def _own(element: HtmlElement, language: str) -> str:
    """Return an element's text without that of blocks inside it, of code and of other languages."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _INSIDE:
            pieces.append(_inline(child, language))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _inline(element: HtmlElement, language: str) -> str:
    if element.tag in _LEFT_OUT or element.get("lang", language) != language:
        return _GAP
    if element.tag == "br":
        return "\n"
    inner = _own(element, language)
    return f"“{inner}”" if element.tag == "em" else inner
