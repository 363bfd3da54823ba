"""The blocks of worksheets and letters: what is drawn of each, and what its form fields are called.

A field is named `<block>--<part>`; ids hold single hyphens only, so no two names can meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from press.content.markup import to_html
from press.content.printables import blocks as model
from press.render.kinds.base import Data
from press.render.prose import blocks as prose
from press.render.words import Words

_Drawn = tuple[
    Data, dict[str, str]
]  # what a block adds to its data, and its fields with their labels


@dataclass(frozen=True)
class _Hand:
    """What the drawing of a block may use. called: how a screen reader begins its fields' names."""

    words: Words
    easy_read: bool
    called: str

    def label(self, *parts: str) -> str:
        return ", ".join(part for part in (self.called, *parts) if part)


def drawn(blocks: Iterable[model.Block], words: Words, easy_read: bool = False) -> list[Data]:
    """Return blocks as paper data. `fields` in it holds the names of form fields where they stand."""
    return [_draw(block, words, easy_read)[0] for block in blocks]


def labels(blocks: Iterable[model.Block], words: Words) -> dict[str, str]:
    """Return what a screen reader says at each form field of blocks, by the field's name."""
    return {
        name: label
        for block in blocks
        for name, label in _draw(block, words, easy_read=False)[1].items()
    }


def shown(blocks: Iterable[model.Block], words: Words) -> list[Data]:
    """Return blocks as a page on the web shows them: their texts, and prose as HTML."""
    return [
        _draw(block, words, easy_read=False)[0]
        | ({"html": to_html(block.text)} if isinstance(block, model.TextBlock) else {})
        for block in blocks
    ]


def _draw(block: model.Block, words: Words, easy_read: bool) -> _Drawn:
    hand = _Hand(words, easy_read, block.title or "")
    own, fields = _DRAWN[type(block)](block, hand)
    shared = {
        "kind": getattr(block, "kind", ""),
        "id": block.id,
        "title": block.title,
        "help": block.help,
        "new_page": block.new_page,
    }
    return shared | own, {f"{block.id}--{name}": label for name, label in fields.items()}


def _text(block: model.TextBlock, hand: _Hand) -> _Drawn:
    return {"blocks": prose(to_html(block.text), "", keep_lines=hand.easy_read)}, {}


def _lines(block: model.Lines, hand: _Hand) -> _Drawn:
    begin = hand.called or block.help or hand.words["block_notes"]
    named = {str(n): f"{begin}, {n}" for n in range(1, block.lines + 1)}
    return {"lines": block.lines, "fields": _names(block, named)}, named


def _fields(block: model.Fields, hand: _Hand) -> _Drawn:
    named = {field.id: hand.label(field.label) for field in block.fields}
    return {"columns": block.columns, "parts": _parts(block, block.fields)}, named


def _ticks(block: model.Ticks, hand: _Hand) -> _Drawn:
    named = {option.id: hand.label(option.label) for option in block.options}
    return {"parts": _parts(block, block.options)}, named


def _table(block: model.Table, hand: _Hand) -> _Drawn:
    rows: list[Data] = [{"id": row.id, "label": row.label} for row in block.rows]
    first = len(rows) + 1
    rows += [
        {"id": str(n), "label": None, "spoken": f"{hand.words['block_row']} {n}"}
        for n in range(first, first + block.empty_rows)
    ]
    corner = block.corner or hand.words["block_corner"]
    named: dict[str, str] = {}
    for row in rows:
        spoken = row.pop("spoken", None) or row["label"]
        if block.rows and row["label"] is None:
            named[row["id"]] = hand.label(spoken, corner)
            row["field"] = f"{block.id}--{row['id']}"
        cells = {f"{row['id']}--{column.id}": column.label for column in block.columns}
        named |= {name: hand.label(spoken, label) for name, label in cells.items()}
        row["cells"] = _names(block, cells)
    own = {
        "columns": [{"label": column.label, "wide": column.wide} for column in block.columns],
        "corner": corner if block.rows else None,
        "rows": rows,
    }
    return own, named


def _matrix(block: model.Matrix, hand: _Hand) -> _Drawn:
    numbers = range(1, block.size + 1)
    name = hand.words["block_name"]
    down = {f"row-{n}": hand.label(f"{block.rows} {n}", name) for n in numbers}
    across = {f"column-{n}": hand.label(f"{block.columns} {n}", name) for n in numbers}
    cells = {
        f"{row}-{column}": hand.label(f"{block.rows} {row}", f"{block.columns} {column}")
        for row in numbers
        for column in numbers
        if row != column
    }
    own = {
        "size": block.size,
        "rows": block.rows,
        "columns": block.columns,
        "row_fields": _names(block, down),
        "column_fields": _names(block, across),
    }
    return own, down | across | cells


def _bubbles(block: model.Bubbles, hand: _Hand) -> _Drawn:
    numbers = range(1, block.count + 1)
    around = {str(n): hand.label(f"{block.around} {n}") for n in numbers}
    own = {
        "middle": {"label": block.middle, "field": f"{block.id}--middle"},
        "around": block.around,
        "fields": _names(block, around),
    }
    return own, {"middle": hand.label(block.middle)} | around


def _canvas(block: model.Canvas, hand: _Hand) -> _Drawn:
    parts = [
        part | {"prompt": cell.prompt, "wide": min(cell.wide, block.columns)}
        for part, cell in zip(_parts(block, block.cells), block.cells, strict=True)
    ]
    named = {
        cell.id: hand.label(f"{cell.label} ({cell.prompt})" if cell.prompt else cell.label)
        for cell in block.cells
    }
    return {"columns": block.columns, "parts": parts}, named


def _timeline(block: model.Timeline, hand: _Hand) -> _Drawn:
    named = {
        f"{row.id}--{mark.id}": hand.label(row.label, mark.label)
        for row in block.rows
        for mark in block.marks
    }
    rows = [
        {
            "label": row.label,
            "cells": [f"{block.id}--{row.id}--{mark.id}" for mark in block.marks],
        }
        for row in block.rows
    ]
    own = {
        "marks": [mark.label for mark in block.marks],
        "rows": rows,
        "corner": hand.words["block_who"],
    }
    return own, named


def _signatures(block: model.Signatures, hand: _Hand) -> _Drawn:
    date = hand.words["block_date"]
    named = {
        role.id: hand.label(spoken, date)
        for role, spoken in zip(block.roles, _apart([r.label for r in block.roles]), strict=True)
    }
    return {"parts": _parts(block, block.roles), "date": date}, named


def _apart(labels: list[str]) -> list[str]:
    """Return labels with a number behind those that occur more than once: two guides sign alike."""
    return [
        f"{label} {labels[: n + 1].count(label)}" if labels.count(label) > 1 else label
        for n, label in enumerate(labels)
    ]


def _parts(block: model.Block, parts: Iterable[Any]) -> list[Data]:
    return [{"label": part.label, "field": f"{block.id}--{part.id}"} for part in parts]


def _names(block: model.Block, fields: Iterable[str]) -> list[str]:
    return [f"{block.id}--{name}" for name in fields]


_DRAWN: dict[type[model.Block], Callable[[Any, _Hand], _Drawn]] = {
    model.TextBlock: _text,
    model.Lines: _lines,
    model.Fields: _fields,
    model.Ticks: _ticks,
    model.Table: _table,
    model.Matrix: _matrix,
    model.Bubbles: _bubbles,
    model.Canvas: _canvas,
    model.Timeline: _timeline,
    model.Signatures: _signatures,
}
