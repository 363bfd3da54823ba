"""Takes out of a page's HTML whatever an author's Markdown could smuggle in.

`press check` refuses such text with its line; this is the second lock on the same door.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from press.content.body import ALIGNED

_ATTRIBUTES = {
    "alt", "aria-hidden", "aria-label", "checked", "class", "colspan", "disabled", "height", "href",
    "id", "lang", "rowspan", "scope", "src", "start", "style", "title", "type", "width",
}  # fmt: skip
_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_TAGS_NEVER = ("script", "style", "iframe", "object", "embed", "form", "link", "meta", "base")


def clean(root: HtmlElement) -> None:
    """Remove active elements, unknown attributes and addresses that are not links."""
    for element in list(root.iter(*_TAGS_NEVER)):
        element.drop_tree()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name in list(element.attrib):
            if not _allowed(name, element.attrib[name]):
                del element.attrib[name]


def _allowed(name: str, value: str) -> bool:
    if name == "src":
        return not _is_elsewhere(value)
    if name == "href":
        return not _is_active(value)
    if name == "style":
        return ALIGNED.fullmatch(value) is not None
    return name in _ATTRIBUTES


def _is_active(address: str) -> bool:
    head = re.split(r"[/?#]", "".join(address.split()).lower(), maxsplit=1)[0]
    return ":" in head and not head.startswith(_SCHEMES)


def _is_elsewhere(address: str) -> bool:
    plain = "".join(address.split())
    return plain.startswith("//") or ":" in re.split(r"[/?#]", plain, maxsplit=1)[0]
