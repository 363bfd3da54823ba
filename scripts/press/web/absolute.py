"""Makes the addresses in a text whole, for paper: a sheet lies nowhere in the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote

from lxml.html import HtmlElement

Locate = Callable[[str], str | None]


def make_absolute(root: HtmlElement, file: str, locate: Locate) -> None:
    """Turn links to other files into public addresses, and pictures' addresses into paths from docs/.

    file: the text's own path below docs/, such as `sv/method-guide/what-is-dmo.md`.
    locate: gives the public address of a page by its path below docs/, or None for no page.
    """
    folder = posixpath.dirname(file)
    for link in root.iter("a"):
        target, mark, anchor = (link.get("href") or "").partition("#")
        path = posixpath.normpath(posixpath.join(folder, unquote(target))) if target else file
        address = locate(path)
        if address:
            link.set("href", f"{address}{mark}{anchor}")
    for picture in root.iter("img"):
        picture.set(
            "src", posixpath.normpath(posixpath.join(folder, unquote(picture.get("src", ""))))
        )
