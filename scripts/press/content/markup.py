"""The one way Markdown is read here: on pages, in panels, and when an author's text is checked.

What is checked is what the reader's browser gets, so no trick of writing slips between the two.
mkdocs.yml names the same extensions; a test holds the two lists against each other.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache

from lxml import html
from lxml.html import HtmlElement
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HTML_RE, InlineProcessor

EXTENSIONS = ("admonition", "attr_list", "sane_lists", "tables", "toc", "pymdownx.superfences")
MAX_BRACKETS = 2_000
MAX_DEPTH = 40  # elements inside elements; a list in a box in a list needs eight
SETTINGS = {"toc": {"permalink": False}}


class _Tags(InlineProcessor):
    """Remembers what looks like an HTML tag and leaves it to stand as text."""

    def __init__(self, seen: list[str], md: Markdown) -> None:
        super().__init__(HTML_RE, md)
        self.seen = seen

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        self.seen.append(m[0])
        return None, None, None


class NoHtml(Extension):
    """Takes raw HTML out of Markdown: what looks like a tag is shown as text.

    tags: collects what was taken for a tag, so that the author can be told.
    """

    def __init__(self, tags: list[str] | None = None, **options: object) -> None:
        super().__init__(**options)
        self.tags = [] if tags is None else tags

    def extendMarkdown(self, md: Markdown) -> None:
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "<"]
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Tags(self.tags, md), "html", 90)


def makeExtension(**options: object) -> NoHtml:
    """Return the extension; the name is what Python-Markdown looks for."""
    return NoHtml(**options)


class Unreadable(ValueError):
    """Raised for Markdown that cannot be read at all, such as lists nested a hundred deep."""


def to_html(text: str, tags: list[str] | None = None) -> str:
    """Return the HTML of a Markdown text; tags collects raw HTML that was found. Raises Unreadable."""
    return _known_html(text) if tags is None else _html(text, tags)


@lru_cache(maxsize=4096)  # every municipality's edition is made of the same texts
def _known_html(text: str) -> str:
    return _html(text, None)


def _html(text: str, tags: list[str] | None) -> str:
    if text.count("[") > MAX_BRACKETS:  # the reader's time grows with their square
        raise Unreadable(f"more than {MAX_BRACKETS:,} square brackets")
    parser = Markdown(extensions=[NoHtml(tags), *EXTENSIONS], extension_configs=SETTINGS)
    try:
        return parser.convert(text)
    except (RecursionError, ValueError, AssertionError, IndexError) as error:
        raise Unreadable(str(error)) from error


def to_tree(text: str, tags: list[str] | None = None) -> HtmlElement:
    """Return a Markdown text's elements inside one `div`. Raises Unreadable."""
    try:
        root = html.fragment_fromstring(to_html(text, tags), create_parent="div")
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if any(len(list(element.iterancestors())) > MAX_DEPTH for element in root.iter()):
        raise Unreadable(f"more than {MAX_DEPTH} levels deep")
    return root
