"""Checks the Markdown below the front matter: links, pictures, marks, and what may not stand there.

Links and pictures are checked here, not left to the site engine, so that each problem has a line
and the check runs in a second. The engine never sees a reference that leaves docs/ or overrides/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from press.content.frontmatter import Source
from press.problems import Problem, did_you_mean

BOXES = ("outside", "example", "try", "note")
LINK_SCHEMES = ("https", "http", "mailto", "tel")

PRINTABLE_MARK = re.compile(r"^\s*\[\[([a-z][a-z0-9-]*)\]\]\s*$")
OUTSIDE_MARK = re.compile(r"\[\[([DR]\d{1,2})\]\]")

_FENCE = re.compile(r"^\s*(```+|~~~+)")
_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|!\[[^\]]*\]\([^)]*\))*\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_REFERENCE = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?")
_RAW_HTML = re.compile(r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>])|/[A-Za-z]|!|\?)")
_ATTRIBUTES = re.compile(r"\{:?([^{}]*)\}")
_ATTRIBUTE_OK = re.compile(r"""^([.#][\w-]+|lang=(["']?)[a-z]{2}\2)$""")
_BOX = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s*([\w-]+)")
_H1 = re.compile(r"^# ")


def prose_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Yield (line number, text) of the body without code, as far as marks and links are concerned."""
    fence = ""
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        opened = _FENCE.match(line)
        if opened and (not fence or opened[1].startswith(fence)):
            fence = "" if fence else opened[1]
        elif not fence:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def anchored_links(source: Source) -> Iterator[tuple[int, str]]:
    """Yield (line number, target) of links in the body that point to a place inside a page."""
    for number, line in prose_lines(source):
        found = [match[1] for match in _LINK.finditer(line)]
        reference = _REFERENCE.match(line)
        found += [reference[1]] if reference else []
        for target in found:
            if "#" in target and not _scheme(target):
                yield number, target


def check_body(source: Source, page: Path, docs: Path, look: Path) -> list[Problem]:
    """Return what is wrong in the body of page; docs and look are the only folders it may use."""
    folders = (docs.resolve(), look.resolve())
    problems = []
    for number, line in prose_lines(source):
        for message in _in_line(line, page.resolve(), folders):
            problems.append(Problem(source.path, number, "", message))
    return problems


def _in_line(line: str, page: Path, folders: tuple[Path, Path]) -> Iterator[str]:
    for image in _IMAGE.finditer(line):
        yield from _image(image[1], image[2], page, folders)
    for link in _LINK.finditer(line):
        yield from check_link(link[1], page, folders[0])
    reference = _REFERENCE.match(line)
    if reference:
        yield from check_link(reference[1], page, folders[0])
    if _RAW_HTML.search(line):
        yield "has HTML; write Markdown instead (a `<` before a letter is written `\\<`)"
    for block in _ATTRIBUTES.finditer(line):
        for word in block[1].split():
            if not _ATTRIBUTE_OK.match(word):
                yield f"`{word}` is not allowed in braces; only `lang=sv`, `.class` and `#name` are"
    box = _BOX.match(line)
    if box and box[1] not in BOXES:
        yield f"unknown box `{box[1]}`{did_you_mean(box[1], BOXES) or '; use ' + ', '.join(BOXES)}"
    if _H1.match(line):
        yield "has a heading with one #; the title in the front matter is the heading, use ##"


def _image(alt: str, target: str, page: Path, folders: tuple[Path, Path]) -> Iterator[str]:
    if not alt.strip():
        yield f"the picture `{target}` has no description; write it between the square brackets"
    if _scheme(target) or target.startswith("//"):
        yield f"the picture `{target}` lies elsewhere; use a file inside docs/ or overrides/"
    else:
        yield from _file(target, page, folders, "picture")


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
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    return match[1].lower() if match else ""


def _file(target: str, page: Path, folders: tuple[Path, ...], what: str) -> Iterator[str]:
    written = unquote(urlsplit(target).path)
    if not written or written.startswith(("/", "\\")) or "\\" in written or "\0" in written:
        yield f"`{target}` must be a path seen from this file, such as `../part/chapter.md`"
        return
    path = Path(_normal(page.parent / written))
    if not any(path.is_relative_to(folder) for folder in folders):
        yield f"`{target}` leads out of docs/; use a file inside it"
    elif not path.is_file():
        near = [p.name for p in path.parent.glob("*")] if path.parent.is_dir() else []
        yield f"the {what} `{target}` does not exist{did_you_mean(path.name, near)}"
    elif (
        what == "page"
        and path.suffix == ".md"
        and _language(path, folders[0]) != _language(page, folders[0])
    ):
        yield f"`{target}` is in another language; link to the page in this one"


def _normal(path: Path) -> str:
    """Return path with .. taken away by its text alone, so that no link on disk is followed."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    return str(Path(*parts))


def _language(path: Path, docs: Path) -> str:
    return path.relative_to(docs).parts[0]


def check_marks(source: Source, printables: list[str], outside: list[str]) -> list[Problem]:
    """Return problems where `[[…]]` marks and the front matter disagree.

    printables: ids in the front matter; outside: the front matter's `outside_facts`.
    """
    problems: list[Problem] = []
    placed: list[str] = []
    used: set[str] = set()
    for number, line in prose_lines(source):
        used.update(OUTSIDE_MARK.findall(line))
        mark = PRINTABLE_MARK.match(line)
        if not mark:
            continue
        if mark[1] not in printables:
            hint = did_you_mean(mark[1], printables) or "; no printable here has that id"
            problems.append(Problem(source.path, number, "", f"unknown mark `[[{mark[1]}]]`{hint}"))
        elif mark[1] in placed:
            message = f"`[[{mark[1]}]]` stands twice; a printable has one place"
            problems.append(Problem(source.path, number, "", message))
        placed.append(mark[1])
    for fact in sorted(used - set(outside)):
        line = _line_of(source, f"[[{fact}]]")
        message = f"`[[{fact}]]` is used but not listed in `outside_facts`"
        problems.append(Problem(source.path, line, "", message))
    for fact in sorted(set(outside) - used):
        message = f"`{fact}` is listed but never marked with `[[{fact}]]` in the text"
        problems.append(source.problem(("outside_facts",), message))
    return problems


def _line_of(source: Source, text: str) -> int:
    return next((number for number, line in prose_lines(source) if text in line), source.body_line)
