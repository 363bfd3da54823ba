"""The blocks that worksheets and letters are built of: text, and places to write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Line, Model, Prose
from press.content.printables.base import FillIn, Label, Short
from press.content.unique import refuse_twins


class Block(Model):
    """What all blocks share."""

    id: Key = Field(description="Name that never changes; form fields are named by it.")
    title: Line | None = Field(None, description="Heading over the block.")
    help: Line | None = Field(None, description="One or two sentences on how to fill it in.")
    new_page: bool = Field(False, description="`true` starts a new page here.")


class Part(Model):
    """A named part of a block: a column, a row, a mark, a box to tick."""

    id: Key = Field(description="Name that never changes.")
    label: Short = Field(description="What stands there; 120 characters at the most.")


class TextBlock(Block):
    """Text to read."""

    kind: Literal["text"] = Field(description="Always `text`.")
    text: Prose = Field(description="Simple Markdown: paragraphs, lists, **bold**.")


class Lines(Block):
    """Room to write freely."""

    kind: Literal["lines"] = Field(description="Always `lines`.")
    lines: int = Field(3, ge=1, le=20, description="How many lines.")


class Fields(Block):
    """Short lines to fill in, side by side."""

    kind: Literal["fields"] = Field(description="Always `fields`.")
    columns: int = Field(2, ge=1, le=3, description="How many stand side by side.")
    fields: tuple[FillIn, ...] = Field(min_length=1, max_length=12, description="The lines.")


class Ticks(Block):
    """Boxes to tick."""

    kind: Literal["ticks"] = Field(description="Always `ticks`.")
    options: tuple[Part, ...] = Field(min_length=1, max_length=16, description="The boxes.")


class Column(Part):
    """A column of a table."""

    wide: int = Field(1, ge=1, le=4, description="How wide it is, compared with the others.")


class Table(Block):
    """A table to fill in, with named rows or with empty ones."""

    kind: Literal["table"] = Field(description="Always `table`.")
    columns: tuple[Column, ...] = Field(min_length=1, max_length=7, description="The columns.")
    rows: tuple[Part, ...] = Field((), max_length=14, description="Rows with a name.")
    corner: Label | None = Field(None, description="What stands over the rows' names.")
    empty_rows: int = Field(0, ge=0, le=16, description="How many rows without a name.")

    @model_validator(mode="after")
    def _has_rows(self) -> Table:
        if not self.rows and not self.empty_rows:
            raise ValueError("has no rows; write `rows` or `empty_rows`")
        return self


class Matrix(Block):
    """Everybody against everybody: rows see, columns are seen; the diagonal is closed."""

    kind: Literal["matrix"] = Field(description="Always `matrix`.")
    size: int = Field(ge=2, le=8, description="How many there are.")
    rows: Label = Field(description="What a row is, such as `Seen from`.")
    columns: Label = Field(description="What a column is, such as `Looking at`.")


class Bubbles(Block):
    """Circles round a middle, to write names in and to draw lines between."""

    kind: Literal["bubbles"] = Field(description="Always `bubbles`.")
    count: int = Field(8, ge=3, le=8, description="How many circles.")
    middle: Label = Field(description="What the circle in the middle is for.")
    around: Label = Field(description="What the circles around it are for.")


class Cell(Part):
    """One box of a canvas."""

    prompt: Short | None = Field(None, description="A question that helps to begin.")
    wide: int = Field(1, ge=1, le=4, description="How many columns it takes.")


class Canvas(Block):
    """Boxes side by side, each with a question."""

    kind: Literal["canvas"] = Field(description="Always `canvas`.")
    columns: int = Field(2, ge=1, le=4, description="How many boxes stand side by side.")
    cells: tuple[Cell, ...] = Field(min_length=2, max_length=12, description="The boxes.")


class Timeline(Block):
    """A line of time with marks, and a row to write in for each who does something."""

    kind: Literal["timeline"] = Field(description="Always `timeline`.")
    marks: tuple[Part, ...] = Field(min_length=2, max_length=10, description="Points in time.")
    rows: tuple[Part, ...] = Field(min_length=1, max_length=6, description="Who or what.")


class Signatures(Block):
    """Lines to sign on, with place for a date."""

    kind: Literal["signatures"] = Field(description="Always `signatures`.")
    roles: tuple[Part, ...] = Field(min_length=1, max_length=6, description="Who signs, by role.")


WorksheetBlock = Annotated[
    TextBlock | Lines | Fields | Ticks | Table | Matrix | Bubbles | Canvas | Timeline | Signatures,
    Field(discriminator="kind"),
]
LetterBlock = Annotated[
    TextBlock | Lines | Fields | Ticks | Table | Signatures, Field(discriminator="kind")
]

_PARTS = ("fields", "options", "columns", "rows", "cells", "marks", "roles")


def refuse_block_twins(blocks: tuple[Block, ...]) -> None:
    """Raise ValueError when two blocks, or two parts of a block, have the same id."""
    refuse_twins("block", (block.id for block in blocks))
    for block in blocks:
        for name in _PARTS:
            parts = getattr(block, name, ())
            if isinstance(parts, tuple):
                refuse_twins(f"`{name}` entry", (part.id for part in parts))
