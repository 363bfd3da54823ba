"""What the papers of a course are drawn from."""

from __future__ import annotations

from typing import Any

from press.content.chapter import Chapter
from press.content.library import Entry
from press.render.behind import withheld_line
from press.render.course import course_data, course_of
from press.render.desk import Desk, qr
from press.render.kinds import KINDS
from press.render.paperdata import shared_data

Data = dict[str, Any]

_DATE, _PLACE = "date", "place"


def handout_data(entry: Entry, desk: Desk) -> Data:
    """Return the data of the participants' programme: each session with a QR code to its place."""
    data = _paper(entry, desk, "handout")
    for session in data["course"]["sessions"]:
        session["qr"] = qr(session["address"], session["title"])
        session["field"] = f"{_DATE}-{session['id']}"
    # What one hears at the fields to fill in; a session whose day is settled has none.
    dates = {
        session["field"]: f"{session['title']}: {desk.words['course_paper_date']}"
        for session in data["course"]["sessions"]
        if session["date"] is None
    }
    return data | {"labels": dates | {_PLACE: desk.words["course_paper_place"]}}


def wall_data(entry: Entry, desk: Desk) -> Data:
    """Return the data of the sheet for the wall: the course and the chapters that it uses most."""
    data = _paper(entry, desk, "wall")
    course = data["course"]
    course["qr"] = qr(course["address"], course["title"])
    for chapter in course["chapters"]:
        chapter["qr"] = qr(chapter["address"], chapter["title"])
    return data


def front_data(entry: Entry, desk: Desk) -> Data:
    """Return the data of the page that lies before all papers of the course."""
    data = _paper(entry, desk, "printables")
    missing = [name for name in course_of(entry).printables if desk.is_withheld(name)]
    if missing:
        data["missing"] = [withheld_line(desk.printable(name)[1], desk) for name in missing]
    for one in data["course"]["printables"]:
        one |= _print(one["id"], desk)
    return data | {"title": f"{data['course']['title']}: {desk.words['course_paper_bundle']}"}


def _print(name: str, desk: Desk) -> Data:
    """Return the size of a printable in words, and what its own file for printing is called, if any."""
    printable = desk.printable(name)[1]
    kind, words = KINDS[printable.kind], desk.words
    size = kind.size(printable)
    if kind.way(printable) == "_landscape":
        size = words.fill("course_paper_landscape", size=size)
    # A poster is printed from its reading copy; four sheets to join are for who has no A3.
    own = next((c for c in kind.copies_of(printable) if c.suffix and not c.part_of_page), None)
    apart = words.fill("course_paper_apart", copy=words[own.label]) if own else ""
    return {"size": size, "apart": apart}


def _paper(entry: Entry, desk: Desk, paper: str) -> Data:
    chapter = entry.model
    assert isinstance(chapter, Chapter)
    return shared_data(entry, desk) | {
        "id": f"{chapter.id}-{paper}",
        "title": chapter.title,
        "summary": chapter.summary,
        "edition": chapter.edition.isoformat(),
        "course": _published(course_data(entry, desk)),
        "said": desk.words.starting("course_"),
        "labels": {},
    }


def _published(course: Data) -> Data:
    """Return a course without the printables that are not published in its language."""
    for block in (course, *course["steps"]):
        block["printables"] = [one for one in block["printables"] if "withheld" not in one]
    return course
