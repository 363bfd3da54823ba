"""Booklet: chapters and texts on A5, to read, and imposed two by two to fold and staple."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from press.content.chapter import Chapter
from press.content.markup import to_html
from press.content.printables.booklet import Booklet, ChapterPart, TextPart
from press.content.registers import GlossaryEntry
from press.content.stamp import Drawn
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind
from press.render.paperdata import behind_data, chapter_blocks, outside_data, outside_of, sources_of
from press.render.prose import Block, blocks
from press.render.relative import relative
from press.render.words import alphabetical

_MAX_TERMS = 24
_BESIDES = re.compile(r"\([^)]*\)|†")  # what a glossary entry says beside the word itself


def _chapters(booklet: Booklet, desk: Desk) -> list[Chapter]:
    named = [part.id for part in booklet.parts if isinstance(part, ChapterPart)]
    found = [desk.chapter(name).model for name in named]
    return [model for model in found if isinstance(model, Chapter)]


def _web(booklet: Booklet, desk: Desk) -> Data:
    here = desk.printable(booklet.id)[0].url
    return {"parts": [_web_part(part, here, desk) for part in booklet.parts]}


def _web_part(part: ChapterPart | TextPart, here: str, desk: Desk) -> Data:
    if isinstance(part, ChapterPart):
        entry = desk.chapter(part.id)
        return {"title": entry.model.title, "href": relative(entry.url, here)}
    fields = [field.label for field in part.fields]
    return {"title": part.title, "href": "", "html": to_html(part.text), "fields": fields}


def _paper(booklet: Booklet, desk: Desk) -> Data:
    parts = [_part(part, booklet, desk) for part in booklet.parts]
    return {
        "subtitle": booklet.subtitle,
        "contact": list(booklet.contact),
        "easy_read": booklet.easy_read,
        "parts": parts,
        "terms": _terms(booklet, parts, desk),
        "rests_on": _sources(booklet, desk),
        "outside": _outside(booklet, desk),
    }


def _part(part: ChapterPart | TextPart, booklet: Booklet, desk: Desk) -> Data:
    if isinstance(part, TextPart):
        return {
            "title": part.title,
            "summary": "",
            "blocks": blocks(to_html(part.text), "", keep_lines=booklet.easy_read),
            "fields": [
                {"name": f"{part.id}--{field.id}", "label": field.label} for field in part.fields
            ],
            "qr": None,
        }
    entry = desk.chapter(part.id)
    return {
        "title": entry.model.title,
        "summary": entry.model.summary,
        "blocks": without_itself(
            without_onward_links(chapter_blocks(entry, desk, with_rest=False)), booklet
        ),
        "fields": [],
        **behind_data(entry, desk),
        "qr": desk.chapter_qr(entry),
        "short": desk.short_text(part.id),
    }


def without_onward_links(tree: list[Block]) -> list[Block]:
    """Return blocks without sections that hold nothing but a list of links: paper cannot follow them."""
    kept: list[Block] = []
    for section in _sections(tree):
        rest = section[1:]
        only_links = len(rest) == 1 and rest[0]["kind"] == "list" and _all_links(rest[0])
        if not (section[0]["kind"] == "heading" and only_links):
            kept += section
    return kept


def without_itself(tree: list[Block], booklet: Booklet) -> list[Block]:
    """Return blocks without the offer of the booklet itself: whoever reads them has it in hand."""
    own = f"#{booklet.id}"
    return [b for b in tree if not (b["kind"] == "printable" and b["address"].endswith(own))]


def _sections(tree: list[Block]) -> Iterator[list[Block]]:
    section: list[Block] = []
    for block in tree:
        if block["kind"] == "heading" and section:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _all_links(block: Block) -> bool:
    return all(item and item[0].get("runs", [{}])[0].get("href") for item in block["items"])


def _sources(booklet: Booklet, desk: Desk) -> list[str]:
    found = [
        source.title[desk.language]
        for chapter in _chapters(booklet, desk)
        for source in sources_of(chapter, desk.library)
    ]
    return list(dict.fromkeys(found))


def _outside(booklet: Booklet, desk: Desk) -> list[Data]:
    facts = {
        fact.id: fact
        for chapter in _chapters(booklet, desk)
        for fact in outside_of(chapter, desk.library)
    }
    order = sorted(facts, key=lambda name: (name[0], int(name[1:])))
    return [outside_data(facts[name], desk.language, desk.words) for name in order]


def _words(parts: Iterable[Data]) -> str:
    """Return all that is said in the parts, small letters, to look words up in."""
    said: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            said.extend(str(value[k]) for k in ("text", "title", "summary") if k in value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for part in parts:
        walk(part)
    return " ".join(said).lower()


def _terms(booklet: Booklet, parts: list[Data], desk: Desk) -> list[Data]:
    """Return the words explained at the end: none in easy read, which explains its own as it goes."""
    return [] if booklet.easy_read else terms_in(_words(parts), desk)


def terms_in(text: str, desk: Desk) -> list[Data]:
    """Return the glossary's terms that a text uses most, in alphabetical order, with what they mean.

    A term counts where a word of the text begins with it, so that `slingan` counts for `slinga`.
    """
    assert desk.library.glossary is not None
    counted = [(_count(entry, text, desk), entry) for entry in desk.library.glossary.terms]
    used = sorted((c for c in counted if c[0]), key=lambda c: -c[0])[:_MAX_TERMS]
    found = [
        {"term": entry[desk.language].term, "text": entry[desk.language].text} for _, entry in used
    ]
    return sorted(found, key=lambda term: alphabetical(term["term"], desk.language))


def _count(entry: GlossaryEntry, text: str, desk: Desk) -> int:
    words = _BESIDES.sub("", entry[desk.language].term.lower()).split(",")
    return sum(
        len(re.findall(rf"\b{re.escape(word.strip())}", text))
        for word in words
        if len(word.strip()) > 3
    )


def _fields(booklet: Booklet, desk: Desk) -> dict[str, str]:
    own = {
        f"{part.id}--{field.id}": field.label
        for part in booklet.parts
        if isinstance(part, TextPart)
        for field in part.fields
    }
    return own | {f"contact-{n}": label for n, label in enumerate(booklet.contact, 1)}


def _drawn(booklet: Booklet, desk: Desk) -> Drawn:
    """Return the chapters, and what the registers say at the end: words and facts from elsewhere."""
    named = [part.id for part in booklet.parts if isinstance(part, ChapterPart)]
    parts = [_part(part, booklet, desk) for part in booklet.parts]
    said = [f"{term['term']}: {term['text']}" for term in _terms(booklet, parts, desk)]
    said += [f"{fact['id']}: {fact['text']} {fact['where']}" for fact in _outside(booklet, desk)]
    return Drawn(tuple(desk.chapter_part(name) for name in named), tuple(said))


BOOKLET = Kind(
    name="booklet",
    copies=(
        Copy("", "booklet.typ", "pdf_booklet"),
        Copy("print", "booklet-print.typ", "pdf_print_booklet", duplex="short-edge", imposed=True),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
    size=lambda booklet: "A5",
    drawn=_drawn,
    pages_by=4,
)
