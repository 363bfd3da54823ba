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
from press.content.pictures import SUFFIXES
from press.problems import Problem, did_you_mean

BOXES = ("outside", "example", "try", "note")
LINK_SCHEMES = ("https", "http", "mailto", "tel")
# Our drawings of the model, which any page may show; overrides/web/drawings.html.
DRAWINGS = ("drawing-model", "drawing-loop", "drawing-ring")
OUTSIDE_MARK = re.compile(r"\[\[([DR]\d{1,2})\]\]")

_MARK = re.compile(r"\[\[([^\[\]\n]{1,80})\]\]")
_BLOCK_NAME = re.compile(r"[a-z][a-z0-9-]*")
_CODE = ("code", "pre")
_NO_MARKS = ("a", "h1", "h2", "h3", "h4", "h5", "h6")
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style"},
}
_PANEL = ("p", "ul", "ol", "li", "strong", "em", "br")
_EVERYWHERE = {"class", "id", "lang"}
_FOLDING = re.compile(r"\s*\?\?\?\+?[ \t]*\w+")
ALIGNED = re.compile(r"text-align: ?(left|right|center);?")


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

    def problem(self, line: int, message: str) -> Problem:
        """Return a problem on a line of the file."""
        return Problem(self.source.path, line, self.field, message)


class _Lines:
    """Finds the lines of things that are met in the order in which they stand in a text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.found: dict[str, int] = {}  # where to look for a pattern the next time

    def next(self, pattern: str) -> int:
        """Return the file's line of the next match of pattern, or the line the text starts on."""
        start = self.found.get(pattern, 0)
        search = re.compile(pattern, re.M).search
        # What is written once may be met twice: a reference at the foot of the text.
        match = search(self.text.markdown, start) or search(self.text.markdown)
        if match is None:
            return self.text.line
        self.found[pattern] = match.end()
        return self.text.line + self.text.markdown.count("\n", 0, match.end())


def body_of(source: Source) -> Text:
    """Return the text below the front matter; read once, however often it is asked for."""
    if source.text is None:
        source.text = Text(source, source.body, source.body_line)
    return source.text


def check_text(
    text: Text, page: Path, docs: Path, look: Path, panel: bool = False
) -> list[Problem]:
    """Return what is wrong with a text on page; docs and look are the only folders it may use.

    panel: whether the text is a short one inside a printable, which is paragraphs, lists and words.
    """
    root, tags = text.read
    if root is None:
        return [
            text.problem(
                text.line, "cannot be read: it is nested too deeply or has too many brackets"
            )
        ]
    lines = _Lines(text)
    folders = (docs.resolve(), look.resolve())
    level = 1  # the title
    found = [text.problem(lines.next(re.escape(tag.split("\n")[0])), _HTML) for tag in tags]
    for element in _prose(root):
        line = lines.next(_pattern(element)) if element.tag in _PATTERNS else text.line
        for message in _in_element(element, page.resolve(), folders, panel):
            found.append(text.problem(line, message))
        if re.fullmatch("h[2-6]", element.tag):
            at = lines.next(r"^#{" + element.tag[1] + r"}(?!#)|^.+(?=\n-+[ \t]*$)")
            found += [text.problem(at, message) for message in _heading(element, level)]
            level = int(element.tag[1])
        for name in _strange_attributes(element):
            at = lines.next(r"\{[^{}\n]*" + re.escape(name))
            found.append(text.problem(at, f"`{name}` {_BRACES}"))
        for words, message in _in_words(element):
            found.append(text.problem(lines.next(re.escape(words)), message))
    return list(dict.fromkeys(found))


def _prose(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements below root in order; of code only the outermost element."""
    for child in root:
        if isinstance(child.tag, str):
            yield child
            if child.tag not in _CODE:
                yield from _prose(child)


_HTML = "has HTML; write Markdown instead (a `<` before a letter is written `\\<`)"
_BRACES = "is not allowed in braces; only `lang=sv`, `.class` and `#name` are"

# How an author wrote what became an element, so that its line can be found.
_PATTERNS: dict[str, str] = {
    "a": r"(?:\]\(\s*<?|\]:\s*<?|<){}(?![^\s)>])",
    "img": r"(?:\]\(\s*<?|\]:\s*<?){}(?![^\s)>])",
    "h1": r"^#(?!#)|^.+(?=\n=+[ \t]*$)",
    "div": r"^[ \t]*!!![ \t]*(?i:{})\b",
}


def _heading(element: HtmlElement, before: int) -> Iterator[str]:
    """Yield what is wrong with a heading; before is the level of the one above it."""
    level = int(element.tag[1])
    if not element.text_content().strip():
        yield "has a heading without words"
    if level > before + 1:
        yield f"has a heading with {'#' * level} under one with {'#' * before}; use {'#' * (before + 1)}"


def _pattern(element: HtmlElement) -> str:
    words = {
        "a": element.get("href", ""),
        "img": element.get("src", ""),
        "div": _kind(element),
    }.get(element.tag, "")
    return _PATTERNS[element.tag].replace("{}", re.escape(words))


def _kind(element: HtmlElement) -> str:
    """Return which box an element is, or nothing when it is none."""
    names = (element.get("class") or "").split()
    return names[1] if len(names) > 1 and names[0] == "admonition" else ""


def _strange_attributes(element: HtmlElement) -> Iterator[str]:
    allowed = _EVERYWHERE | _ATTRIBUTES.get(element.tag, set())
    for name, value in sorted(element.attrib.items()):
        if name == "lang" and not re.fullmatch("[a-z]{2}", value):
            yield f"lang={value}"
        elif (
            (name in ("id", "class") and not re.fullmatch(r"[\w -]+", value))
            or name not in allowed
            or (name == "style" and not ALIGNED.fullmatch(value))
        ):
            yield name


def _in_words(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield (words, what is wrong) for signs that Markdown left standing in running text."""
    folding = _FOLDING.match(element.text or "") if element.tag == "p" else None
    if folding:
        yield folding[0].strip(), "boxes that fold (???) are not used here; write !!!"
    for words in ("" if element.tag in _CODE else element.text or "", element.tail or ""):
        if "<!--" in words:
            yield "<!--", _HTML


def _in_element(
    element: HtmlElement, page: Path, folders: tuple[Path, Path], panel: bool
) -> Iterator[str]:
    tag = element.tag
    if tag == "h1":
        yield "has a heading with one #; the title in the front matter is the heading, use ##"
    elif tag == "a" and panel and not _scheme(element.get("href", "")):
        yield f"the link `{element.get('href')}` must be a whole address here, with https:"
    elif tag == "a":
        yield from check_link(element.get("href", ""), page, folders[0])
    elif panel and tag not in _PANEL:
        yield f"only paragraphs, lists, **bold**, *emphasis* and links may stand here, no <{tag}>"
    elif tag == "img":
        yield from _image(element, page, folders)
    elif tag == "div" and _kind(element) and _kind(element) not in BOXES:
        kind = _kind(element)
        hint = did_you_mean(kind, BOXES) or f"; use {', '.join(BOXES)}"
        yield f"unknown box `{kind}`{hint}"


def _image(element: HtmlElement, page: Path, folders: tuple[Path, Path]) -> Iterator[str]:
    target = element.get("src", "")
    if not element.get("alt", "").strip():
        yield f"the picture `{target}` has no description; write it between the square brackets"
    if _scheme(target) or target.startswith("//"):
        yield f"the picture `{target}` lies elsewhere; use a file inside docs/assets/"
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
        elif not _is_address(target):
            yield f"the link `{target}` is not an address"
    elif target.startswith("//"):
        yield f"the link `{target}` lacks https:"
    elif not target.startswith("#"):
        yield from _file(target, page, (docs,), "page")


def _is_address(target: str) -> bool:
    try:
        return bool(urlsplit(target).path or urlsplit(target).netloc)
    except ValueError:  # such as a bracket where a host should be
        return False


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
    elif what == "picture" and not path.is_relative_to(folders[0] / "assets"):
        yield f"the picture `{target}` must lie in docs/assets/"
    elif what == "page" and path.suffix not in (".md", *SUFFIXES):
        yield f"`{target}` is not a page"
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
    lines = _Lines(text)
    for element in _prose(root) if root is not None else ():
        if element.tag == "a":
            line, target = lines.next(_pattern(element)), element.get("href", "")
            if "#" in target and not _scheme(target):
                yield line, target


def check_marks(text: Text, blocks: list[str], outside: list[str] | None) -> list[Problem]:
    """Return problems where `[[…]]` marks and the front matter disagree.

    blocks: what may stand on a line of its own. outside: the front matter's `outside_facts`, or None
    on a page that has no such facts.
    """
    root, _ = text.read
    if root is None:
        return []
    lines = _Lines(text)
    problems: list[Problem] = []
    placed: set[str] = set()
    used: dict[str, int] = {}
    for name, place, alone in _marks(root):
        shown = f"[[{name}]]"
        line = lines.next(re.escape(shown))
        if OUTSIDE_MARK.fullmatch(shown):
            used.setdefault(name, line)
            if place in _NO_MARKS:
                message = f"`{shown}` may not stand in a link or a heading; put it after"
                problems.append(text.problem(line, message))
        elif name not in blocks:
            problems.append(text.problem(line, _unknown(name, blocks)))
        elif not alone:
            message = f"`{shown}` must stand alone, with an empty line before and after it"
            problems.append(text.problem(line, message))
        elif name in placed:
            message = f"`{shown}` stands twice; a printable has one place"
            problems.append(text.problem(line, message))
        placed.add(name)
    return problems + _outside(text, used, outside)


def _marks(root: HtmlElement) -> Iterator[tuple[str, str, bool]]:
    """Yield (name, tag it stands in, whether it is alone in an outermost paragraph) of each mark."""
    for words, element in _words(root):
        for mark in _MARK.finditer(words):
            outermost = element.tag == "p" and element.getparent() is root
            yield mark[1], str(element.tag), outermost and element.text_content().strip() == mark[0]


def _words(element: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield each piece of text outside code, in reading order, with the element it stands in."""
    yield element.text or "", element
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _CODE:
            yield from _words(child)
        yield child.tail or "", element


def _unknown(name: str, blocks: list[str]) -> str:
    if OUTSIDE_MARK.fullmatch(f"[[{name.upper()}]]"):
        return f"unknown mark `[[{name}]]`; did you mean `{name.upper()}`?"
    hint = did_you_mean(name.lower(), blocks)
    if not hint and not _BLOCK_NAME.fullmatch(name):
        hint = "; a mark is a name in small letters, or D1, R1"
    return f"unknown mark `[[{name}]]`{hint or '; nothing here has that name'}"


def _outside(text: Text, used: dict[str, int], outside: list[str] | None) -> list[Problem]:
    if outside is None:
        return [
            text.problem(line, f"`[[{fact}]]` may stand in the text of chapters only")
            for fact, line in sorted(used.items())
        ]
    problems = [
        text.problem(used[fact], f"`[[{fact}]]` is used but not listed in `outside_facts`")
        for fact in sorted(set(used) - set(outside))
    ]
    for fact in sorted(set(outside) - set(used)):
        message = f"`{fact}` is listed but never marked with `[[{fact}]]` in the text"
        problems.append(text.source.problem(("outside_facts",), message))
    return problems


def is_box_title(element: HtmlElement) -> bool:
    """Return whether a paragraph is the title of a box, which the site writes and not the author."""
    return "admonition-title" in (element.get("class") or "").split()
