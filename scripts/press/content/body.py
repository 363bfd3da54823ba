"""Checks an author's Markdown: links, pictures, boxes, marks, and what may not stand there.

The text is read as it will be read for the page, and what comes out is checked; then the line is looked
up in the source. So no trick of writing gets past, and the site engine never sees a reference that
leaves docs/ or overrides/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from press.content.frontmatter import Source
from press.content.markup import Unreadable, to_tree
from press.problems import Problem, did_you_mean

BOXES = ("outside", "example", "try", "note")
LINK_SCHEMES = ("https", "http", "mailto", "tel")
OUTSIDE_MARK = re.compile(r"\[\[([DR]\d{1,2})\]\]")

_MARK = re.compile(r"\[\[([^\[\]\n]{1,80})\]\]")
_BLOCK_NAME = re.compile(r"[a-z][a-z0-9-]*")
_CODE = ("code", "pre")
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style"},
}
_EVERYWHERE = {"class", "id", "lang"}
_BARE_BOX = re.compile(r"^\s*\?\?\?")


@dataclass
class Text:
    """One piece of an author's Markdown and where it stands.

    field: the front matter field it is from; empty for the text below the front matter.
    line: the file's line it starts on.
    """

    source: Source
    markdown: str
    line: int
    field: str = ""

    @cached_property
    def read(self) -> tuple[HtmlElement | None, list[str]]:
        """The elements it becomes (None when it cannot be read) and the raw HTML found in it."""
        tags: list[str] = []
        try:
            return to_tree(self.markdown, tags), tags
        except Unreadable:
            return None, tags

    def line_of(self, words: str) -> int:
        """Return the first line that holds words, or the line the text starts on."""
        lines = self.markdown.split("\n")
        found = (number for number, line in enumerate(lines, self.line) if words and words in line)
        return next(found, self.line)

    def problem(self, words: str, message: str) -> Problem:
        """Return a problem at the first line that holds words."""
        return Problem(self.source.path, self.line_of(words), self.field, message)


def body_of(source: Source) -> Text:
    """Return the text below the front matter; read once, however often it is asked for."""
    if source.text is None:
        source.text = Text(source, source.body, source.body_line)
    return source.text


def check_text(
    text: Text, page: Path, docs: Path, look: Path, pictures: bool = True
) -> list[Problem]:
    """Return what is wrong with a text on page; docs and look are the only folders it may use.

    pictures: whether the text may hold pictures; a panel of a leaflet may not.
    """
    root, tags = text.read
    if root is None:
        return [text.problem("", "is nested too deeply to be read")]
    problems = [
        text.problem(
            tag, "has HTML; write Markdown instead (a `<` before a letter is written `\\<`)"
        )
        for tag in tags
    ]
    folders = (docs.resolve(), look.resolve())
    for element in root.iter():
        if isinstance(element.tag, str) and element is not root:
            for words, message in _in_element(element, page.resolve(), folders, pictures):
                problems.append(text.problem(words, message))
    for number, line in enumerate(text.markdown.split("\n"), text.line):
        if _BARE_BOX.match(line):
            message = "boxes that fold (???) are not used here; write !!!"
            problems.append(Problem(text.source.path, number, text.field, message))
    return problems


def _in_element(
    element: HtmlElement, page: Path, folders: tuple[Path, Path], pictures: bool
) -> Iterator[tuple[str, str]]:
    """Yield (words to find the line by, what is wrong) for one element."""
    tag = element.tag
    allowed = _EVERYWHERE | _ATTRIBUTES.get(tag, set())
    for name in sorted(set(element.attrib) - allowed):
        yield name, f"`{name}` is not allowed in braces; only `lang=sv`, `.class` and `#name` are"
    if tag == "h1":
        words = element.text_content()
        yield (
            words,
            "has a heading with one #; the title in the front matter is the heading, use ##",
        )
    if tag == "a":
        target = element.get("href", "")
        for message in check_link(target, page, folders[0]):
            yield target, message
    if tag == "img" and not pictures:
        yield element.get("src", ""), "a picture has no place here"
    elif tag == "img":
        for message in _image(element, page, folders):
            yield element.get("src", ""), message
    if tag == "div" and "admonition" in (element.get("class") or "").split():
        yield from _box(element)


def _box(element: HtmlElement) -> Iterator[tuple[str, str]]:
    kind = next(iter((element.get("class") or "").split()[1:]), "")
    if kind not in BOXES:
        hint = did_you_mean(kind, BOXES) or f"; use {', '.join(BOXES)}"
        yield f"!!! {kind}", f"unknown box `{kind}`{hint}"


def _image(element: HtmlElement, page: Path, folders: tuple[Path, Path]) -> Iterator[str]:
    target = element.get("src", "")
    if not element.get("alt", "").strip():
        yield f"the picture `{target}` has no description; write it between the square brackets"
    if _scheme(target) or target.startswith("//"):
        yield f"the picture `{target}` lies elsewhere; use a file inside docs/ or overrides/"
    else:
        yield from _file(target, page, folders, "picture")
    parent = element.getparent()
    alone = parent.tag == "p" and not parent.text_content().strip()
    if not alone or parent.getparent().getparent() is not None:
        yield f"the picture `{target}` must stand in a paragraph of its own, outside lists and boxes"


def check_link(target: str, page: Path, docs: Path) -> Iterator[str]:
    """Yield what is wrong with a link on page; docs is the resolved docs folder."""
    scheme = _scheme(target)
    if scheme:
        if scheme not in LINK_SCHEMES:
            yield f"the link `{target}` may not start with `{scheme}:`; use a file or https:"
    elif target.startswith("//"):
        yield f"the link `{target}` lacks https:"
    elif not target.startswith("#"):
        yield from _file(target, page, (docs,), "page")


def _scheme(target: str) -> str:
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", "".join(target.split()))
    return match[1].lower() if match else ""


def _file(target: str, page: Path, folders: tuple[Path, ...], what: str) -> Iterator[str]:
    try:
        written = unquote(urlsplit(target).path)
    except ValueError:
        written = ""
    if not written or not written.isprintable() or written[0] == "/" or "\\" in written:
        yield f"`{target}` must be a path seen from this file, such as `../part/chapter.md`"
        return
    path = Path(_normal(page.parent / written))
    if not any(path.is_relative_to(folder) for folder in folders):
        yield f"`{target}` leads out of docs/; use a file inside it"
    elif not _is_file(path):
        yield f"the {what} `{target}` does not exist{_near(path)}"
    elif what == "page" and path.suffix == ".md" and _elsewhere(path, page, folders[0]):
        yield f"`{target}` is in another language; link to the page in this one"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name of a thousand letters
        return False


def _near(path: Path) -> str:
    try:
        names = [found.name for found in path.parent.iterdir()]
    except OSError:
        return ""
    return did_you_mean(path.name, names)


def _normal(path: Path) -> str:
    """Return path with .. taken away by its text alone, so that no link on disk is followed."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    return str(Path(*parts))


def _elsewhere(path: Path, page: Path, docs: Path) -> bool:
    return path.relative_to(docs).parts[0] != page.relative_to(docs).parts[0]


def anchored_links(text: Text) -> Iterator[tuple[int, str]]:
    """Yield (line number, target) of links that point to a place inside a page."""
    root, _ = text.read
    for element in root.iter("a") if root is not None else ():
        target = element.get("href", "")
        if "#" in target and not _scheme(target):
            yield text.line_of(target), target


def check_marks(text: Text, blocks: list[str], outside: list[str] | None) -> list[Problem]:
    """Return problems where `[[…]]` marks and the front matter disagree.

    blocks: what may stand on a line of its own. outside: the front matter's `outside_facts`, or None
    on a page that has no such facts.
    """
    root, _ = text.read
    if root is None:
        return []
    problems: list[Problem] = []
    placed: list[str] = []
    used: list[str] = []
    for name, alone in _marks(root):
        shown = f"[[{name}]]"
        if OUTSIDE_MARK.fullmatch(shown):
            used.append(name)
        elif name not in blocks:
            problems.append(text.problem(shown, _unknown(name, blocks)))
        elif not alone:
            message = f"`{shown}` must stand alone, with an empty line before and after it"
            problems.append(text.problem(shown, message))
        elif name in placed:
            message = f"`{shown}` stands twice; a printable has one place"
            problems.append(text.problem(shown, message))
        placed.append(name)
    return problems + _outside(text, used, outside)


def _marks(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is alone in an outermost paragraph) of each mark outside code."""
    for element in root.iter():
        inside = "" if element.tag in _CODE else element.text or ""
        for words in (inside, element.tail or ""):
            for mark in _MARK.finditer(words):
                alone = (
                    element.tag == "p"
                    and element.getparent() is root
                    and element.text_content().strip() == mark[0]
                )
                yield mark[1], alone


def _unknown(name: str, blocks: list[str]) -> str:
    if not _BLOCK_NAME.fullmatch(name):
        known = did_you_mean(name.lower(), blocks)
        fact = OUTSIDE_MARK.fullmatch(f"[[{name.upper()}]]")
        hint = f"; did you mean `{name.upper()}`?" if fact else known
        return (
            f"unknown mark `[[{name}]]`{hint or '; a mark is a name in small letters, or D1, R1'}"
        )
    hint = did_you_mean(name, blocks)
    return f"unknown mark `[[{name}]]`{hint or '; nothing here has that name'}"


def _outside(text: Text, used: list[str], outside: list[str] | None) -> list[Problem]:
    if outside is None:
        return [
            text.problem(f"[[{fact}]]", f"`[[{fact}]]` may stand in chapters only")
            for fact in sorted(set(used))
        ]
    problems = [
        text.problem(f"[[{fact}]]", f"`[[{fact}]]` is used but not listed in `outside_facts`")
        for fact in sorted(set(used) - set(outside))
    ]
    for fact in sorted(set(outside) - set(used)):
        message = f"`{fact}` is listed but never marked with `[[{fact}]]` in the text"
        problems.append(text.source.problem(("outside_facts",), message))
    return problems
