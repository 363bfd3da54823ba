"""Letter."""

from __future__ import annotations

from press.content.printables.letter import Letter
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _web(printable: Letter, desk: Desk) -> Data:
    return {}


def _paper(printable: Letter, desk: Desk) -> Data:
    return {}


def _fields(printable: Letter, desk: Desk) -> dict[str, str]:
    return {}


LETTER = Kind(
    name="letter", copies=(Copy("", "letter.typ", "pdf_reading"),), web=_web, paper=_paper, fields=_fields
)
