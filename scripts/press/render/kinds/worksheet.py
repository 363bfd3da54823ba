"""Worksheet: a sheet to work on, with a pen or on a screen, on A4, A3 or A5."""

from __future__ import annotations

from press.content.printables.worksheet import Worksheet
from press.render.desk import Desk
from press.render.kinds.a5 import a5_copies, is_a5, is_larger
from press.render.kinds.base import Copy, Data, Kind
from press.render.kinds.blocks import drawn, labels, shown


def _web(sheet: Worksheet, desk: Desk) -> Data:
    return {"blocks": shown(sheet.blocks, desk.words), "paper": _size(sheet)}


def _paper(sheet: Worksheet, desk: Desk) -> Data:
    return {
        "paper": sheet.paper.lower(),
        "landscape": sheet.landscape,
        "easy_read": sheet.easy_read,
        "blocks": drawn(sheet.blocks, desk.words, sheet.easy_read),
    }


def _fields(sheet: Worksheet, desk: Desk) -> dict[str, str]:
    return labels(sheet.blocks, desk.words)


def _way(sheet: Worksheet) -> str:
    if sheet.paper == "A3":
        return "_a3"
    if is_a5(sheet):
        return "_a5"
    return "_landscape" if sheet.landscape else ""


def _size(sheet: Worksheet) -> str:
    return sheet.paper


WORKSHEET = Kind(
    name="worksheet",
    copies=(
        Copy("", "worksheet.typ", "pdf_worksheet", only=is_larger),
        *a5_copies("worksheet.typ"),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
    size=_size,
    way=_way,
)
