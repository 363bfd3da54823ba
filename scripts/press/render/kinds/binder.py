"""Binder."""

from __future__ import annotations

from press.content.printables.binder import Binder
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _web(printable: Binder, desk: Desk) -> Data:
    return {}


def _paper(printable: Binder, desk: Desk) -> Data:
    return {}


def _fields(printable: Binder, desk: Desk) -> dict[str, str]:
    return {}


BINDER = Kind(
    name="binder", copies=(Copy("", "binder.typ", "pdf_reading"),), web=_web, paper=_paper, fields=_fields
)
