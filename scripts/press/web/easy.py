"""Makes the HTML of an easy-read text ready to stand on the page of its chapter."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote

from lxml.html import HtmlElement

# In front of every name inside the easy-read text: the chapter's own text may have the same. No printable
# is ever named with an underscore.
PREFIX = "easy__"


def prepare_easy(root: HtmlElement, file: str, locate: Callable[[str], str | None]) -> None:
    """Give names their prefix, and turn links to files into links to pages.

    file: the text's own path below docs/. locate: gives the address of a page by its path below docs/, as
    seen from the page that the text stands on.
    """
    folder = posixpath.dirname(file)
    for element in root.iter():
        if element.get("id"):
            element.set("id", f"{PREFIX}{element.get('id')}")
    for link in root.iter("a"):
        path = posixpath.normpath(posixpath.join(folder, unquote(link.get("href", ""))))
        address = locate(path)
        if address:
            link.set("href", address)
