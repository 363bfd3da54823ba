"""Puts drawn fragments where the text says `[[booking-list]]`, and small links where it says `[[D6]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml.html import HtmlElement

from press.content.body import OUTSIDE_MARK
from press.web.html import replace, tree

_BLOCK = re.compile(r"^\s*\[\[([a-z][a-z0-9-]*)\]\]\s*$")
_CODE = {"code", "pre", "script", "style"}


def put_fragments(root: HtmlElement, fragments: Mapping[str, str]) -> list[str]:
    """Replace each paragraph that is one mark by its fragment; return the names that were placed."""
    placed = []
    for paragraph in list(root.iter("p")):
        mark = _BLOCK.match(paragraph.text_content()) if len(paragraph) == 0 else None
        if mark and mark[1] in fragments:
            replace(paragraph, fragments[mark[1]])
            placed.append(mark[1])
    return placed


def put_outside_marks(root: HtmlElement, draw: Callable[[str], str]) -> None:
    """Turn each `[[D6]]` in running text into what draw makes of `D6`."""
    for element in list(root.iter()):
        if element.text and OUTSIDE_MARK.search(element.text) and _is_prose(element):
            before, made = _split(element.text, draw)
            element.text = before
            _insert(element, 0, made)
        parent = element.getparent()
        if parent is None or not element.tail or not OUTSIDE_MARK.search(element.tail):
            continue
        if _is_prose(parent):
            before, made = _split(element.tail, draw)
            element.tail = before
            _insert(parent, parent.index(element) + 1, made)


def _is_prose(element: HtmlElement) -> bool:
    """Return whether what stands in an element is running text: no code, no comment."""
    line = (element, *element.iterancestors())
    return isinstance(element.tag, str) and not any(above.tag in _CODE for above in line)


def _insert(parent: HtmlElement, place: int, children: list[HtmlElement]) -> None:
    for offset, child in enumerate(children):
        parent.insert(place + offset, child)


def _split(text: str, draw: Callable[[str], str]) -> tuple[str, list[HtmlElement]]:
    """Return the text before the first mark and the elements for each mark, with the text after it."""
    before, *rest = OUTSIDE_MARK.split(text)
    made = []
    for fact, after in zip(rest[::2], rest[1::2], strict=True):
        element = next(iter(tree(draw(fact))))
        element.tail = after
        made.append(element)
    # A mark belongs to the word before it: no space, so that it never starts a line.
    return before.rstrip(" \n"), made
