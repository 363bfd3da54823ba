"""What readers are told of a translation that is older than its source, on pages and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from press.content.anchors import QUESTIONS
from press.content.body import body_of
from press.content.chapter import Chapter
from press.content.course import PLACE
from press.content.kinds import Printable
from press.content.library import Entry
from press.content.pieces import EASY, TEXT, Piece, pieces_of
from press.content.translations import Behind
from press.project import LANGUAGES
from press.render.desk import Desk
from press.render.relative import relative
from press.render.times import long_date

Data = dict[str, Any]

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def sentence(entry: Entry, desk: Desk) -> str:
    """Return that a page's source is newer, and from when where that is known; empty where it is not."""
    if not desk.library.translations.of_page(entry.language, entry.model.id):
        return ""
    source = desk.library.source_of(entry)
    said = desk.words[f"behind_{source.language}"]
    theirs, ours = source.model, entry.model
    if isinstance(theirs, Chapter) and isinstance(ours, Chapter) and theirs.edition > ours.edition:
        date = long_date(theirs.edition, desk.language)
        said = f"{said} {desk.words.fill('behind_since', date=date)}"
    return said


def note(entry: Entry, desk: Desk, page: str | None = None) -> Data | None:
    """Return the note on top of a page, or None where the page follows its source.

    page: where another page lies that shows the note; it has none of the places.
    """
    said = sentence(entry, desk)
    if not said:
        return None
    source = desk.library.source_of(entry)
    found = desk.library.translations.of_page(entry.language, entry.model.id)
    return {
        "said": said,
        "parts": list(_parts(found, entry, source, desk)) if page is None else [],
        "read": desk.words[f"behind_read_{source.language}"],
        "href": relative(source.url, entry.url if page is None else page),
        "code": source.language,
    }


def _parts(found: Iterable[Behind], entry: Entry, source: Entry, desk: Desk) -> Iterator[Data]:
    """Yield what of a page is behind, each thing once: its name, and the place where it stands."""
    seen: set[str] = set()
    ours, theirs = _Headings(entry), _Headings(source)
    # As they stand on the page, where the questions come last.
    for one in sorted(found, key=lambda one: one.name.startswith("questions")):
        first, _, rest = one.name.partition(".")
        if first == TEXT and rest:
            part = ours.of(one.own)
            if part is None and one.now and (part := theirs.of(one.name)):
                part |= {
                    "href": f"{relative(source.url, entry.url)}{part['href']}",
                    "lang": source.language,
                }
        else:
            part = _named(first, entry, desk)
        if part and part["title"] not in seen:
            seen.add(part["title"])
            yield part


def _named(first: str, entry: Entry, desk: Desk) -> Data:
    """Return what a reader knows a text of the front matter by."""
    words = desk.words
    known = {
        TEXT: (words["behind_text"], ""),
        "questions": (words["ask_heading"], f"#{QUESTIONS}"),
        "course": (words["behind_course"], f"#{PLACE}"),
        "doors": (words["behind_doors"], ""),
        EASY: (words["behind_easy"], "?read=easy"),
    }
    title, href = known.get(first, (words["behind_top"], ""))
    return {"title": title, "href": href, "lang": ""}


class _Headings:
    """The headings of a page by the names of its sections; the page is read when one is asked for."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.known: dict[str, Data] | None = None

    def of(self, name: str) -> Data | None:
        if self.known is None:
            self.known = self._read()
        found = self.known.get(name)
        return dict(found) if found else None

    def _read(self) -> dict[str, Data]:
        pieces = pieces_of(self.entry.model, self.entry.source)
        sections = [piece for piece in pieces if piece.name.startswith(f"{TEXT}.")]
        root, _ = body_of(self.entry.source).read
        headings = [e for e in root if e.tag in _HEADINGS] if root is not None else []
        if len(headings) != len(sections):
            return {}
        pairs = zip(sections, headings, strict=True)
        return {piece.name: _heading(piece, heading) for piece, heading in pairs}


def _heading(piece: Piece, heading: HtmlElement) -> Data:
    title = " ".join(heading.text_content().split())
    return {"title": title, "href": f"#{heading.get('id')}", "lang": ""}


def elsewhere(name: str, desk: Desk) -> list[tuple[Entry, Printable]]:
    """Return a printable in the other languages that publish it."""
    return [
        (entry, printable)
        for code in LANGUAGES
        if code != desk.language
        for entry, printable in desk.library.published(code)
        if printable.id == name
    ]


def withheld(entry: Entry, printable: Printable, page: str, desk: Desk) -> Data:
    """Return what a page says in the place of a printable that is not published in its language."""
    return {
        "id": printable.id,
        "title": printable.title,
        "said": withheld_said(entry, desk),
        "why": desk.words[f"withheld_{desk.library.source_of(entry).language}"],
        "elsewhere": [
            {
                "title": other.title,
                "href": f"{relative(there.url, page)}#{other.id}",
                "code": there.language,
                "language": desk.words[f"lang_{there.language}"],
            }
            for there, other in elsewhere(printable.id, desk)
        ],
    }


def withheld_said(entry: Entry, desk: Desk) -> str:
    """Return why something of a page is not published in its language."""
    source = desk.library.source_of(entry).language
    return f"{desk.words['withheld_heading']}. {desk.words[f'withheld_{source}']}"


def withheld_line(printable: Printable, desk: Desk) -> str:
    """Return in one line, for paper and plain text, that a printable is left out, and where it is."""
    found = elsewhere(printable.id, desk)
    names = [desk.words[f"lang_{entry.language}"] for entry, _ in found]
    return desk.words.fill(
        "withheld_line",
        title=printable.title,
        languages=f" {desk.words['withheld_and']} ".join(names),
        address=desk.short_text(found[0][0].model.id) if found else desk.site_url,
    )
