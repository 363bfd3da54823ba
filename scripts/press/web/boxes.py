"""Gives boxes such as `!!! try` their title in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement


def name_boxes(root: HtmlElement, titles: Mapping[str, str]) -> None:
    """Set the title of each box that the author left unnamed; titles by kind of box.

    Python-Markdown writes the kind itself, with a capital, where no title is given. Each box becomes
    a note with that name, so that a listener hears where it begins and ends.
    """
    for box in root.iter("div"):
        kinds = (box.get("class") or "").split()
        title = box.find("p[@class='admonition-title']")
        if "admonition" not in kinds or title is None:
            continue
        kind = next((name for name in kinds if name in titles), None)
        if kind and title.text_content() == kind.capitalize():
            title.text = titles[kind]
        box.set("role", "note")
        box.set("aria-label", title.text_content())
