"""Letter: a fillable A4, and a Word file for those who must change its text."""

from __future__ import annotations

from press.content.printables.letter import Letter
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind
from press.render.kinds.blocks import drawn, labels, shown


def _web(letter: Letter, desk: Desk) -> Data:
    return {"blocks": shown(letter.blocks, desk.words)}


def _head(desk: Desk) -> dict[str, str]:
    return {"place": desk.words["block_place"], "date": desk.words["block_date"]}


def _paper(letter: Letter, desk: Desk) -> Data:
    head = [{"field": name, "label": label} for name, label in _head(desk).items()]
    return {"head": head, "blocks": drawn(letter.blocks, desk.words)}


def _fields(letter: Letter, desk: Desk) -> dict[str, str]:
    return _head(desk) | labels(letter.blocks, desk.words)


LETTER = Kind(
    name="letter",
    copies=(
        Copy("", "letter.typ", "pdf_letter"),
        Copy("", "", "word_letter", ending="docx"),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
)
