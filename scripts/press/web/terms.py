"""Marks the first use of each notion that a chapter explains, so that a reader can ask what it means.

The rule is a calm one, for each underlined word is a small disturbance: only notions that the glossary
says are to be explained, once on a page, few on a page and fewer in a paragraph, in running text only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from lxml import html
from lxml.html import HtmlElement

from press.content.body import is_box_title
from press.content.registers import GlossaryEntry
from press.search.lexicon import Use

MOST = 6  # on a page
MOST_TOGETHER = 2  # in a paragraph or an item of a list

_BLOCKS = ("p", "li", "dd")
_NEVER = (
    "a", "button", "code", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre",
    "section", "sup", "table",
)  # fmt: skip
_WHOLE = ("em", "strong", "i", "b", "span")

Place = tuple[HtmlElement, Literal["text", "tail"]]


def mark_terms(
    root: HtmlElement,
    uses: Callable[[str], Iterable[Use]],
    address: Callable[[str], str],
    language: str,
    chapter: str,
) -> list[GlossaryEntry]:
    """Turn first uses into links to the glossary; return the notions, in the order of the text.

    uses: finds notions in a text. address: where a notion is explained, by its id.
    chapter: the id of the one that root is the text of.
    """
    chosen, found = _chosen(root, uses, language, chapter)
    # From the end: what stands further back keeps its place.
    for (element, where), picked in reversed(chosen):
        _mark(element, where, picked, address)
    return found


def _chosen(
    root: HtmlElement, uses: Callable[[str], Iterable[Use]], language: str, chapter: str
) -> tuple[list[tuple[Place, list[Use]]], list[GlossaryEntry]]:
    """Return for each piece of text the uses to mark in it, and their notions in order."""
    chosen, found = [], []
    together: Counter[HtmlElement] = Counter()
    for (element, where), block, foreign in _pieces(root, language):
        text = getattr(element, where)
        picked = []
        for use in uses(text):
            free = len(found) < MOST and together[block] < MOST_TOGETHER
            told = not use.entry.explain or chapter in use.entry.told_in or use.entry in found
            if told or not free or (foreign and not _is_whole(element, where, use)):
                continue
            picked.append(use)
            found.append(use.entry)
            together[block] += 1
        if picked:
            chosen.append(((element, where), picked))
    return chosen, found


def _pieces(root: HtmlElement, language: str) -> Iterator[tuple[Place, HtmlElement, bool]]:
    """Yield the pieces of running text, each with its block and whether it is in another language."""
    for element in root.iter():
        if element.text and isinstance(element.tag, str):
            yield from _piece(element, "text", element, language)
        if element.tail and element is not root:
            yield from _piece(element, "tail", element.getparent(), language)


def _piece(
    element: HtmlElement, where: Literal["text", "tail"], inside: HtmlElement, language: str
) -> Iterator[tuple[Place, HtmlElement, bool]]:
    line = [inside, *inside.iterancestors()]
    block = next((one for one in line if one.tag in _BLOCKS), None)
    if block is None or any(one.tag in _NEVER or is_box_title(one) for one in line):
        return
    if block.text_content().lstrip().startswith("[["):  # a mark, `[[relay-cards]]`
        return
    spoken = next((one.get("lang") for one in line if one.get("lang")), language)
    yield (element, where), block, spoken != language


def _is_whole(element: HtmlElement, where: str, use: Use) -> bool:
    """Return whether a use is all that an element such as `<em lang="sv">` holds."""
    if where != "text" or len(element) or element.tag not in _WHOLE:
        return False
    return (element.text or "")[use.start : use.end] == (element.text or "").strip()


def _mark(
    element: HtmlElement,
    where: Literal["text", "tail"],
    uses: list[Use],
    address: Callable[[str], str],
) -> None:
    if _is_whole(element, where, uses[0]):
        _wrap(element, _link(uses[0].entry, address))
        return
    text = getattr(element, where)
    made = []
    for use, after in zip(uses, [*(use.start for use in uses[1:]), len(text)], strict=True):
        link = _link(use.entry, address)
        link.text, link.tail = text[use.start : use.end], text[use.end : after]
        made.append(link)
    setattr(element, where, text[: uses[0].start])
    parent = element if where == "text" else element.getparent()
    first = 0 if where == "text" else parent.index(element) + 1
    for offset, link in enumerate(made):
        parent.insert(first + offset, link)


def _wrap(element: HtmlElement, link: HtmlElement) -> None:
    """Put an element into a link: what is said of it, such as its language, stays with the word."""
    parent = element.getparent()
    link.tail, element.tail = element.tail, None
    parent.replace(element, link)
    link.append(element)
    if language := element.get("lang"):  # who moves to the link hears it in its own language
        link.set("lang", language)


def _link(entry: GlossaryEntry, address: Callable[[str], str]) -> HtmlElement:
    return html.Element("a", {"class": "term", "href": address(entry.id), "data-term": entry.id})
