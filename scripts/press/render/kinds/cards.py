"""Cards."""

from __future__ import annotations

from press.content.printables.cards import Cards
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind


def _web(printable: Cards, desk: Desk) -> Data:
    return {}


def _paper(printable: Cards, desk: Desk) -> Data:
    return {}


def _fields(printable: Cards, desk: Desk) -> dict[str, str]:
    return {}


CARDS = Kind(
    name="cards", copies=(Copy("", "cards.typ", "pdf_reading"),), web=_web, paper=_paper, fields=_fields
)
