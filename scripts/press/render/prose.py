"""Turns a piece of HTML that Markdown made into a small tree of blocks for paper.

A block is a dict with `kind` (heading, paragraph, list, box, quote, table, code, picture); running
text is a list of runs (`text` with `strong`, `emph`, `sup`, `href`, `lang`). Typst draws the tree
(overrides/print/prose.typ). What paper has no place for, such as permalinks, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

Block = dict[str, Any]
Run = dict[str, Any]

INLINE = {"a", "strong", "b", "em", "i", "code", "sup", "sub", "span", "br", "abbr", "input"}
_STYLES = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph", "sup": "sup"}


class Unprintable(ValueError):
    """Raised for HTML that has no form on paper; says which element."""


def blocks(
    fragment: str,
    address: str,
    picture: Callable[[str], Block] | None = None,
    keep_lines: bool = False,
) -> list[Block]:
    """Return the blocks of an HTML fragment.

    address: the page's public address, against which relative links become absolute.
    picture: gives the block for an `img` by its `src`; without it pictures are refused.
    keep_lines: every line of the author's is a line of print, as easy-read text wants it.
    Raises Unprintable for elements that Markdown does not make.
    """
    if not fragment.strip():
        return []
    root = html.fragment_fromstring(fragment, create_parent="div")
    return _Reader(address, picture, keep_lines).blocks(root)


class _Reader:
    def __init__(
        self, address: str, picture: Callable[[str], Block] | None, keep_lines: bool
    ) -> None:
        self.address, self.picture, self.keep_lines = address, picture, keep_lines

    def blocks(self, parent: HtmlElement) -> list[Block]:
        found: list[Block] = []
        loose: list[Run] = list(self._text(parent.text, {}))
        for child in parent:
            if isinstance(child.tag, str):
                if child.tag in INLINE:
                    loose += self.runs_of(child, {})
                else:
                    self._flush(loose, found)
                    found += self.block(child)
            loose += self._text(child.tail, {})
        self._flush(loose, found)
        return found

    def _flush(self, loose: list[Run], found: list[Block]) -> None:
        if any(run.get("text", "").strip() for run in loose):
            found.append({"kind": "paragraph", "runs": self._finish(loose)})
        loose.clear()

    def block(self, element: HtmlElement) -> list[Block]:
        tag = element.tag
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return [{"kind": "heading", "level": int(tag[1]), "runs": self.runs(element)}]
        if tag == "p":
            return self._paragraph(element)
        if tag in ("ul", "ol"):
            return [self._list(element)]
        if tag == "div":
            return self._division(element)
        if tag == "table":
            return [self._table(element)]
        if tag == "blockquote":
            return [{"kind": "quote", "blocks": self.blocks(element)}]
        if tag == "pre":
            return [{"kind": "code", "text": element.text_content().rstrip()}]
        if tag == "hr":
            return []
        raise Unprintable(tag)

    def _paragraph(self, element: HtmlElement) -> list[Block]:
        images = element.findall("img")
        if images and self.picture and not element.text_content().strip():
            return [
                {**self.picture(image.get("src", "")), "alt": image.get("alt", "")}
                for image in images
            ]
        if images:
            raise Unprintable("img")
        return [{"kind": "paragraph", "runs": self.runs(element)}]

    def _list(self, element: HtmlElement) -> Block:
        items = [self.blocks(item) for item in element.findall("li")]
        tight = all(len(item) <= 1 or item[0]["kind"] == "paragraph" for item in items)
        loose = any(item.find("p") is not None for item in element.findall("li"))
        return {
            "kind": "list",
            "ordered": element.tag == "ol",
            "tight": tight and not loose,
            "items": items,
        }

    def _division(self, element: HtmlElement) -> list[Block]:
        names = (element.get("class") or "").split()
        if "admonition" not in names:
            return self.blocks(element)
        title = element.find("p[@class='admonition-title']")
        heading = "" if title is None else title.text_content()
        if title is not None:
            element.remove(title)
        name = next((name for name in names if name != "admonition"), "note")
        return [{"kind": "box", "name": name, "title": heading, "blocks": self.blocks(element)}]

    def _table(self, element: HtmlElement) -> Block:
        rows = [[self.runs(cell) for cell in row.iter("th", "td")] for row in element.iter("tr")]
        return {"kind": "table", "columns": len(rows[0]), "head": rows[0], "rows": rows[1:]}

    def runs(self, element: HtmlElement) -> list[Run]:
        return self._finish(list(self._inside(element, {})))

    def runs_of(self, element: HtmlElement, style: Run) -> list[Run]:
        """Return the runs of an inline element itself, with its own style added to style."""
        if element.tag == "br":
            return [{"kind": "break"}]
        if "headerlink" in (element.get("class") or "") or element.tag == "input":
            return []
        own = dict(style)
        if element.tag in _STYLES:
            own[_STYLES[element.tag]] = True
        if element.tag == "code":
            own["kind"] = "code"
        if element.get("lang"):
            own["lang"] = element.get("lang")
        if element.tag == "a" and element.get("href"):
            own["href"] = urljoin(self.address, element.get("href"))
        return list(self._inside(element, own))

    def _inside(self, element: HtmlElement, style: Run) -> Iterator[Run]:
        yield from self._text(element.text, style)
        for child in element:
            if isinstance(child.tag, str):
                if child.tag not in INLINE:
                    raise Unprintable(child.tag)
                yield from self.runs_of(child, style)
            yield from self._text(child.tail, style)

    def _text(self, text: str | None, style: Run) -> Iterator[Run]:
        if text:
            yield {"kind": "text", **style, "text": text if self.keep_lines else _on_one_line(text)}

    def _finish(self, runs: list[Run]) -> list[Run]:
        return _broken(runs) if self.keep_lines else _trim(runs)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _broken(runs: list[Run]) -> list[Run]:
    """Return runs with a break wherever the author began a new line, and none at the ends."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for n, text in enumerate(run.get("text", "\n").split("\n")):  # a break has no text
            if n:
                lines.append([])
            if text:
                lines[-1].append({**run, "text": text})
    kept = [line for line in map(_trim, lines) if line]
    return [run for n, line in enumerate(kept) for run in [{"kind": "break"}] * (n > 0) + line]


def _trim(runs: list[Run]) -> list[Run]:
    """Return runs without white space at the outer ends, where the HTML only had line breaks."""
    runs = [dict(run) for run in runs]
    while runs and not runs[0].get("text", "x").strip():
        runs.pop(0)
    while runs and not runs[-1].get("text", "x").strip():
        runs.pop()
    if runs and "text" in runs[0]:
        runs[0]["text"] = runs[0]["text"].lstrip()
    if runs and "text" in runs[-1]:
        runs[-1]["text"] = runs[-1]["text"].rstrip()
    return runs
