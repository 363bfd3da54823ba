"""What the print shop tells of each printable, and in what folder of the ZIP it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

from press.content.chapter import Chapter
from press.content.fields import Audience
from press.content.kinds import Printable
from press.content.library import Entry
from press.content.printed import arrival
from press.facts import Facts
from press.render.desk import Desk
from press.render.kinds import KINDS, Copy
from press.render.paperdata import audience
from press.render.times import long_date
from press.render.urls import picture_file, printable_file, relative, small_picture_file

Data = dict[str, Any]
FactsOf = Callable[[str], Facts]  # by where a file lies in the site
STAGES = ("start", "before", "during", "after")
AT_ANY_TIME = "any"
READERS: tuple[str, ...] = get_args(Audience)
PAPERS = ("A3", "A4", "A5", "A6")


def readers_of(entry: Entry, printable: Printable) -> tuple[str, ...]:
    """Return who uses a printable: those it names, else those its chapter is for."""
    assert isinstance(entry.model, Chapter)
    return printable.readers or entry.model.audience


def first_stage(printable: Printable) -> str:
    """Return the stage in whose folder a printable lies."""
    return next((stage for stage in STAGES if stage in printable.stages), AT_ANY_TIME)


def copies_of(printable: Printable, page: str, desk: Desk, facts: FactsOf) -> list[Data]:
    """Return links to a printable's files as seen from a page, with pages and size in words."""
    found = []
    for copy in KINDS[printable.kind].copies_of(printable):
        place = printable_file(desk.language, printable, copy)
        found.append(
            {
                "href": relative(place, page),
                "label": desk.words[copy.label],
                "about": in_words(facts(place), desk),
                "type": _TYPES[copy.ending],
            }
        )
    return found


_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def in_words(facts: Facts, desk: Desk) -> str:
    """Return pages and size, such as `24 pages, 310 kB`; empty for a file that is not there."""
    parts = []
    if facts.pages:
        key = "pages_one" if facts.pages == 1 else "pages_many"
        parts.append(desk.words.fill(key, n=facts.pages))
    if facts.bytes >= 999_500:  # no "1000 kB"
        number = f"{facts.bytes / 1e6:.1f}"
        parts.append(f"{number if desk.language == 'en' else number.replace('.', ',')} MB")
    elif facts.bytes:
        parts.append(f"{max(1, round(facts.bytes / 1e3))} kB")
    return ", ".join(parts)


def edition_of(printable: Printable, page: str, desk: Desk) -> Data:
    """Return the edition as a day in words, and where to read what has changed if something has."""
    href = relative(arrival(printable.id, desk.language), page) if printable.changes else ""
    day = printable.edition
    return {"iso": day.isoformat(), "said": long_date(day, desk.language), "href": href}


def how_to_print(printable: Printable, desk: Desk) -> str:
    """Return in one sentence or two how to print a printable."""
    kind = KINDS[printable.kind]
    return desk.words[f"how_to_print_{kind.name}{kind.way(printable)}"]


def shelf(entry: Entry, printable: Printable, page: str, desk: Desk, facts: FactsOf) -> Data:
    """Return what the print shop shows of a printable, as seen from page."""
    words, kind = desk.words, KINDS[printable.kind]
    readers = readers_of(entry, printable)
    stages = printable.stages
    return {
        "id": printable.id,
        "title": printable.title,
        "summary": printable.summary,
        "kind": words[f"kind_{printable.kind}"],
        "easy_read": getattr(printable, "easy_read", False),
        "paper": kind.size(printable),
        "readers": list(readers),
        "readers_said": ", ".join(audience(readers, words)),
        "stages": list(stages or STAGES),
        "stages_said": _listed(words[f"stage_{stage}"] for stage in stages or (AT_ANY_TIME,)),
        "how": how_to_print(printable, desk),
        "edition": edition_of(printable, page, desk),
        "copies": copies_of(printable, page, desk, facts),
        "picture": relative(picture_file(desk.language, printable), page),
        "small_picture": relative(small_picture_file(desk.language, printable), page),
        "chapter": {
            "said": words[f"read_more_{desk.library.page_kind(entry.model)}"],
            "title": entry.model.title,
            "href": f"{relative(entry.url, page)}#{printable.id}",
        },
    }


def _listed(names: Iterable[str]) -> str:
    """Return names as a list in running text: only the first begins with a capital letter."""
    first, *rest = names
    return ", ".join([first, *(name[0].lower() + name[1:] for name in rest)])


def in_order(found: Iterable[tuple[Entry, Printable]]) -> list[tuple[Entry, Printable]]:
    """Return printables in the order in which they are needed; the menu's order within a stage."""
    order = (*STAGES, AT_ANY_TIME)
    return sorted(found, key=lambda pair: order.index(first_stage(pair[1])))


def zip_place(language: str) -> str:
    """Return where the ZIP of everything lies in the site."""
    return f"print/{language}/slingan-{language}.zip"


def zip_folder(stage: str, desk: Desk) -> str:
    """Return the folder of a stage inside the ZIP: `1-kom-i-gang`."""
    number = (*STAGES, AT_ANY_TIME).index(stage) + 1
    return f"{number}-{_plain(desk.words[f'stage_{stage}'])}"


_PLAIN = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", " ": "-"})


def _plain(text: str) -> str:
    made = text.lower().translate(_PLAIN)
    return "".join(c for c in made if c.isascii() and (c.isalnum() or c == "-"))


def contents_text(
    found: list[tuple[Entry, Printable, list[tuple[str, Copy]]]],
    desk: Desk,
    missing: Iterable[str] = (),
) -> str:
    """Return the text file that lies in the ZIP: what each file is and how to print it.

    missing: what is said of printables that are not published.
    """
    words = desk.words
    lines = [words["zip_title"], "", words["zip_intro"], ""]
    for _, printable, files in found:
        lines += [printable.title, f"  {printable.summary}"]
        lines += [f"  {name}: {words[copy.label]}" for name, copy in files]
        lines += [f"  {how_to_print(printable, desk)}", ""]
    lines += [line for said in missing for line in (said, "")]
    return "\r\n".join(lines)  # Windows' editor shows it too
