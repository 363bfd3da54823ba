"""What can be found: pages with their sections, printables, and words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from press.content.body import BOXES, body_of, is_box_title
from press.content.chapter import Chapter, Home
from press.content.kinds import Printable
from press.content.library import PARTS, Entry, Library
from press.content.markup import to_tree
from press.content.resources import PAGE as RESOURCES_PAGE
from press.content.schema import texts_in
from press.project import LANGUAGES
from press.render.words import Words
from press.search.synonyms import term_words

PAGE, PRINTABLE, TERM = "page", "printable", "term"

_HEADINGS = ("h2", "h3", "h4")
_BLOCKS = ("p", "li", "td", "th", "dt", "dd", "div", "br", *_HEADINGS)
_MARK = re.compile(r"\[\[[^\[\]\n]{1,80}\]\]")
_SPACE = re.compile(r"\s+")


@dataclass
class Section:
    """A place that a hit may lead to.

    anchor: its name after `#`; empty for the top of the page.
    lead: what counts for more than text: a summary.
    hidden: words by which it is found though they are not shown in a hit.
    names: other names for it, worth almost as much as the title, and not shown either.
    """

    anchor: str
    title: str
    text: str = ""
    lead: str = ""
    hidden: str = ""
    names: tuple[str, ...] = ()


@dataclass
class Unit:
    """A thing that has to have all words of a question, in one section or another.

    label: what a hit is marked with, such as `Checklist`; empty for a page.
    about: the title of the page it is on; empty for a page.
    has_own_name: it leads on, but is looked for by its own name: a part, a course, a tool.
    leads_on: it says little itself but where to read: the home page, the page of a part, a course, a
        tool, a path and its plan, a link sheet.
    """

    url: str
    title: str
    kind: str
    label: str = ""
    about: str = ""
    sections: list[Section] = field(default_factory=list)
    leads_on: bool = False
    has_own_name: bool = False


def units_of(library: Library, words: Words) -> list[Unit]:
    """Return all that can be found: pages in the order of their addresses, and what is on them."""
    language, found = words.language, []
    entries = [entry for (code, _), entry in library.entries.items() if code == language]
    for entry in sorted(entries, key=lambda entry: entry.url):
        found.append(_page(entry, library, words))
        found += _on_page(entry, library, words)
    return found


def _page(entry: Entry, library: Library, words: Words) -> Unit:
    top = Section("", entry.model.title, lead=entry.model.summary, hidden=_readers(entry, words))
    course = entry.model.course if isinstance(entry.model, Chapter) else None
    is_path = bool(library.path_of_page(entry.model.id))
    is_part = entry.slug in PARTS
    has_own_name = is_part or library.page_kind(entry.model) in ("course", "tool")
    leads_on = isinstance(entry.model, Home) or is_path or has_own_name
    unit = Unit(
        entry.url,
        entry.model.title,
        PAGE,
        sections=[top],
        leads_on=leads_on,
        has_own_name=has_own_name,
    )
    root, _ = body_of(entry.source).read
    if root is not None:
        unit.sections += _sections(root, top)
    if course:
        unit.sections += [Section(s.id, s.title, _joined(*s.aims)) for s in course.sessions]
        unit.sections += [Section(task.id, task.title, task.text) for task in course.tasks]
    if isinstance(entry.model, Home):
        doors = " ".join(f"{door.title}. {door.text}" for door in entry.model.doors)
        top.text = _joined(entry.model.tagline, top.text, doors)
    if entry.slug == "print-shop":
        top.names = (words["find_to_print"],)
    if entry.model.id == RESOURCES_PAGE:
        unit.sections += _resources(library, entry.language)
    if entry.slug == "sources" and library.sources:
        unit.sections += _sources(library, entry.language)
    return unit


def _readers(entry: Entry, words: Words) -> str:
    """Return whom a chapter is for; in English also what its address says."""
    if not isinstance(entry.model, Chapter):
        return ""
    address = entry.model.id.replace("-", " ") if entry.language == "en" else ""
    return _joined(*(words[f"audience_{name}"] for name in entry.model.audience), address)


def _sections(root: HtmlElement, top: Section) -> Iterator[Section]:
    """Yield a section for each heading; what stands before the first goes to the top."""
    current = top
    for element in root:
        if element.tag in _HEADINGS and element.get("id"):
            current = Section(element.get("id"), plain_text(element))
            yield current
        else:
            current.text = _joined(current.text, plain_text(element))


def plain_text(root: HtmlElement) -> str:
    """Return what a reader reads of an element, without marks and the names of boxes."""
    pieces: list[str] = []
    for event, element in _walk(root):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            if element.tag in _BLOCKS:
                pieces.append(" ")
            if not _is_box_name(element):
                pieces.append(element.text or "")
        else:
            pieces.append(" " if element.tag in _BLOCKS else "")
            pieces.append((element.tail or "") if element is not root else "")
    return _SPACE.sub(" ", _MARK.sub(" ", "".join(pieces))).strip()


def _walk(element: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    yield "start", element
    for child in element:
        yield from _walk(child)
    yield "end", element


def _is_box_name(element: HtmlElement) -> bool:
    """Return whether an element is the name Python-Markdown gives a box without a title."""
    return is_box_title(element) and (element.text or "").lower() in BOXES


def _resources(library: Library, language: str) -> Iterator[Section]:
    for one in library.resources:
        address = one.address or ""
        yield Section(
            f"resource-{one.id}", one.called(language), one.about[language], hidden=address
        )


def _sources(library: Library, language: str) -> Iterator[Section]:
    assert library.sources
    for source in library.sources.sources:
        yield Section(
            source.id, source.title[language], source.note[language], hidden=source.publisher
        )
    for fact in library.sources.outside:
        text = _joined(fact.text[language], fact.where[language])
        yield Section(fact.id.lower(), fact.id, text)


def _on_page(entry: Entry, library: Library, words: Words) -> Iterator[Unit]:
    """Yield the units that lie on a page but are hits of their own."""
    if isinstance(entry.model, Chapter):
        for printable in entry.model.printables:
            if not library.translations.is_withheld(entry.language, printable.id):
                yield _printable(entry, printable, words)
    if entry.slug == "glossary" and library.glossary:
        for term in library.glossary.terms:
            own = term[entry.language]
            unit = Unit(entry.url, own.term, TERM, words["search_term"], entry.model.title)
            others = (term[code].term for code in LANGUAGES if code != entry.language)
            names = (*own.also, *(name for other in others for name in term_words(other)))
            unit.sections.append(Section(term.id, own.term, own.text, names=names))
            yield unit


def _printable(entry: Entry, printable: Printable, words: Words) -> Unit:
    kind = words[f"kind_{printable.kind}"]
    easy = words["shop_easy"] if getattr(printable, "easy_read", False) else ""
    text = _joined(*(_read(text, markup) for text, markup in texts_in(printable)))
    hidden = _joined(
        entry.model.title,
        *(words[f"audience_{name}"] for name in printable.readers),
        words["find_to_print"],
        words[f"find_also_{printable.kind}"],
    )
    section = Section(
        printable.id,
        printable.title,
        text.removeprefix(_joined(printable.title, printable.summary)).strip(),
        lead=_joined(printable.summary, kind, easy),
        hidden=hidden,
    )
    leads_on = printable.kind in ("plan", "links")
    return Unit(entry.url, printable.title, PRINTABLE, kind, entry.model.title, [section], leads_on)


def _read(text: str, markup: bool) -> str:
    return plain_text(to_tree(text)) if markup else text


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)
