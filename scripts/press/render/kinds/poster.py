"""Poster."""

from __future__ import annotations

from press.content.printables.poster import Poster
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _web(printable: Poster, desk: Desk) -> Data:
    return {}


def _paper(printable: Poster, desk: Desk) -> Data:
    return {}


def _fields(printable: Poster, desk: Desk) -> dict[str, str]:
    return {}


POSTER = Kind(
    name="poster", copies=(Copy("", "poster.typ", "pdf_reading"),), web=_web, paper=_paper, fields=_fields
)
