"""Poster: a page of A3, and the same page on four sheets of A4 to put together."""

from __future__ import annotations

from press.content.printables.poster import Poster
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _points(poster: Poster) -> list[Data]:
    return [
        {
            "id": point.id,
            "number": str(n) if poster.numbered else None,
            "title": point.title,
            "text": point.text,
        }
        for n, point in enumerate(poster.points, 1)
    ]


def _web(poster: Poster, desk: Desk) -> Data:
    return {"lead": poster.lead, "points": _points(poster), "numbered": poster.numbered}


def _paper(poster: Poster, desk: Desk) -> Data:
    return {
        "lead": poster.lead,
        "drawing": poster.drawing,
        "points": _points(poster),
    }


def _a3(poster: Poster) -> str:
    return "A3"


POSTER = Kind(
    name="poster",
    copies=(
        Copy("", "poster.typ", "pdf_poster"),
        Copy(
            "tiles",
            "poster-tiles.typ",
            "pdf_tiles",
            tagged=False,
            duplex="one-side",
            imposed=True,
            part_of_page=True,
        ),
    ),
    web=_web,
    paper=_paper,
    size=_a3,
)
