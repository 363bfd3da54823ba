"""A sheet to work on with a pen or on a screen, on A4 or A3."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.printables.base import EasyRead, PrintableBase
from press.content.printables.blocks import WorksheetBlock, refuse_block_twins


class Worksheet(EasyRead, PrintableBase):
    """A sheet of blocks: text, lines, tables, circles to fill in."""

    kind: Literal["worksheet"] = Field(description="Always `worksheet`.")
    paper: Literal["A4", "A3"] = Field("A4", description="Size of the paper.")
    landscape: bool = Field(False, description="`true` turns the paper on its side.")
    blocks: tuple[WorksheetBlock, ...] = Field(
        min_length=1, max_length=30, description="The blocks, from top to bottom."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Worksheet:
        refuse_block_twins(self.blocks)
        return self
