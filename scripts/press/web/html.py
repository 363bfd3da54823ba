"""Reads a piece of a page as a tree and writes it back, for the passes in this room."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement


def tree(fragment: str) -> HtmlElement:
    """Return the fragment's elements inside one `div`."""
    return html.fragment_fromstring(fragment, create_parent="div")


def text(root: HtmlElement) -> str:
    """Return what stands inside the `div` that tree() made."""
    made = html.tostring(root, encoding="unicode", method="html")
    return made[len("<div>") : -len("</div>")]


def replace(element: HtmlElement, fragment: str) -> None:
    """Put the elements of a fragment where element stands; the text after it stays."""
    parent = element.getparent()
    place = parent.index(element)
    new = list(tree(fragment))
    if element.tail and new:
        new[-1].tail = (new[-1].tail or "") + element.tail
    parent.remove(element)
    for offset, child in enumerate(new):
        parent.insert(place + offset, child)
