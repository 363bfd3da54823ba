"""Marks names of another language, so that a voice says them as they are said there (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

# Names that stand in running text of all three languages. Titles and short texts hold no Markdown, so an
# author cannot mark them there; where an author has, nothing is marked twice.
NAMES = {
    "Delaktighetsmodellen": "sv",
    "FoU Sörmland": "sv",
    "FoU Välfärd": "sv",
    "Kommunförbundet Skåne": "sv",
    "Myndigheten för digital förvaltning": "sv",
    "Digitaliseringsstyrelsen": "da",
}
_NAME = re.compile(rf"\b({'|'.join(map(re.escape, NAMES))})\b")
_SILENT = ("script", "style", "title", "option", "svg", "code", "textarea")


def mark_foreign(root: HtmlElement, language: str) -> None:
    """Put each name that is foreign to a page's language into `<span lang="…">`."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or _is_silent(element):
            continue
        spoken = _language_of(element, language)
        element.text, made = _split(element.text or "", spoken)
        for offset, child in enumerate(made):
            element.insert(offset, child)
        for child in list(element):
            if child in made:
                continue
            child.tail, after = _split(child.tail or "", spoken)
            place = element.index(child) + 1
            for offset, one in enumerate(after):
                element.insert(place + offset, one)


def mark_foreign_text(text: str, language: str) -> str:
    """Return a text of the interface, which holds no markup, with its foreign names marked."""
    return _NAME.sub(
        lambda name: (
            f'<span lang="{NAMES[name[1]]}">{name[1]}</span>'
            if NAMES[name[1]] != language
            else name[1]
        ),
        text,
    )


def _is_silent(element: HtmlElement) -> bool:
    return any(one.tag in _SILENT for one in (element, *element.iterancestors()))


def _language_of(element: HtmlElement, language: str) -> str:
    found = (one.get("lang") for one in (element, *element.iterancestors()))
    return next((code for code in found if code), language)


def _split(text: str, spoken: str) -> tuple[str, list[HtmlElement]]:
    """Return the text before the first foreign name, and an element for each with the text after it."""
    pieces = list(_pieces(text, spoken))
    made = []
    for name, after in zip(pieces[1::2], pieces[2::2], strict=True):
        span = html.Element("span", lang=NAMES[name])
        span.text, span.tail = name, after
        made.append(span)
    return pieces[0], made


def _pieces(text: str, spoken: str) -> Iterator[str]:
    """Yield text and foreign names in turn; the first and the last are text."""
    kept, start = "", 0
    for name in _NAME.finditer(text):
        kept += text[start : name.start()]
        start = name.end()
        if NAMES[name[1]] == spoken:
            kept += name[1]
            continue
        yield kept
        yield name[1]
        kept = ""
    yield kept + text[start:]
