"""Booklet."""

from __future__ import annotations

from press.content.printables.booklet import Booklet
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _web(printable: Booklet, desk: Desk) -> Data:
    return {}


def _paper(printable: Booklet, desk: Desk) -> Data:
    return {}


def _fields(printable: Booklet, desk: Desk) -> dict[str, str]:
    return {}


BOOKLET = Kind(
    name="booklet", copies=(Copy("", "booklet.typ", "pdf_reading"),), web=_web, paper=_paper, fields=_fields
)
