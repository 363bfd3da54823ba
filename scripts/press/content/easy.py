"""The easy-read version of a chapter: `<chapter>.easy.md` beside the chapter's own file.

Its Markdown is limited to what an easy-read text needs; our drawings of the model belong to
that. What the text may weigh is in readability.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement
from pydantic import Field

from press.content.body import DRAWINGS, Text, body_of, check_marks, check_text
from press.content.chapter import Summary, Title
from press.content.fields import Model
from press.content.files import hidden_signs
from press.content.frontmatter import Source, read
from press.content.readability import LineFinder, limits
from press.content.unwritten import unwritten
from press.content.validate import validate
from press.problems import Problem
from press.project import Project

ENDING = ".easy.md"

_ALLOWED = ("h2", "p", "ul", "ol", "li", "strong", "a", "br")
_REFUSED = {
    "em": "easy-read text has no italics; write **bold**, or nothing",
    "img": "easy-read text has no pictures yet; the chapter's own text may have them",
    "table": "easy-read text has no tables; write sentences or a list",
    "div": "easy-read text has no boxes; write a heading with ##",
}
_INSIDE = {"thead", "tbody", "tr", "th", "td"}


class EasyRead(Model):
    """A chapter told in easy words, for whoever chooses so on the page."""

    title: Title = Field(description="Heading of the easy-read version.")
    summary: Summary = Field(description="One or two short sentences under the heading.")


@dataclass(frozen=True)
class Easy:
    """An easy-read text as read and checked."""

    model: EasyRead
    source: Source


def is_easy(path: Path) -> bool:
    """Return whether a file below docs/ is an easy-read text and no page of its own."""
    return path.name.endswith(ENDING)


def read_easy(path: Path, language: str, project: Project) -> tuple[Easy | None, list[Problem]]:
    """Return the easy-read text at path, or None when it has no title, and all that is wrong with it."""
    source = read(path, project.relative(path))
    problems = [*hidden_signs(source, source.whole), *unwritten(source)]
    if source.problems:
        return None, [*source.problems, *problems]
    text = body_of(source)
    problems += check_text(text, path, project.docs, project.look)
    problems += check_marks(text, list(DRAWINGS), None)
    problems += _strange(text)
    problems += limits(text, language)
    model, wrong = validate(source, EasyRead)
    return Easy(model, source) if model else None, [*problems, *wrong]


def _strange(text: Text) -> Iterator[Problem]:
    """Yield what an easy-read text may not hold though a chapter may."""
    root, _ = text.read
    lines = LineFinder(text)
    for element in root.iter() if root is not None else ():
        if element is root or not isinstance(element.tag, str):
            continue
        line = lines.of(element.text_content()) if _stands_alone(element) else text.line
        for message in _in_element(element):
            at = _picture_line(text) if element.tag == "img" else line
            yield text.problem(at, message)


def _stands_alone(element: HtmlElement) -> bool:
    """Return whether a finder of lines may go on behind an element: nothing in it is met again."""
    return bool(element.text_content().strip()) and element.tag not in ("ul", "ol", "li", "div")


def _in_element(element: HtmlElement) -> Iterator[str]:
    tag = element.tag
    if re.fullmatch("h[3-6]", tag):
        yield "easy-read text has headings with ## only"
    elif tag in _REFUSED:
        yield _REFUSED[tag]
    elif tag == "a" and not re.match(r"[^:#]+\.md$", element.get("href", "")):
        yield (
            f"the link `{element.get('href')}` must lead to a page of the site, "
            "such as `../part/chapter.md`; easy-read text has no other links"
        )
    elif tag not in _ALLOWED and tag not in _INSIDE and tag != "h1":
        yield f"easy-read text has headings, paragraphs, lists, **bold** and links, no <{tag}>"


def _picture_line(text: Text) -> int:
    return text.line + text.markdown.count("\n", 0, max(0, text.markdown.find("![")))


def headings(easy: Easy) -> list[str]:
    """Return the headings of an easy-read text, in order."""
    root, _ = body_of(easy.source).read
    found = root.iter("h2") if root is not None else ()
    return [" ".join(heading.text_content().split()) for heading in found]


def differences(found: Mapping[str, Easy], first: str) -> Iterator[Problem]:
    """Yield where a chapter's easy-read texts, by language, have other headings than the first."""
    if first not in found:
        return
    original = found[first]
    count = len(headings(original))
    for easy in found.values():
        own = len(headings(easy))
        if own != count:
            message = f"has {own} headings where {original.source.path} has {count}"
            yield Problem(easy.source.path, easy.source.body_line, "", message)
