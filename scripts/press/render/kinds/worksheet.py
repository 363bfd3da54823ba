"""Worksheet."""

from __future__ import annotations

from press.content.printables.worksheet import Worksheet
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _web(printable: Worksheet, desk: Desk) -> Data:
    return {}


def _paper(printable: Worksheet, desk: Desk) -> Data:
    return {}


def _fields(printable: Worksheet, desk: Desk) -> dict[str, str]:
    return {}


WORKSHEET = Kind(
    name="worksheet", copies=(Copy("", "worksheet.typ", "pdf_reading"),), web=_web, paper=_paper, fields=_fields
)
