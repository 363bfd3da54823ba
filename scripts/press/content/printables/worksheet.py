"""A sheet to work on with a pen or on a screen, on A4, A3 or A5."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.printables.base import EasyRead, PrintableBase
from press.content.printables.blocks import Bubbles, Matrix, WorksheetBlock, refuse_block_twins

_A5_MATRIX = 5  # more, and a cell is narrower than the narrowest on A4


class Worksheet(EasyRead, PrintableBase):
    """A sheet of blocks: text, lines, tables, circles to fill in."""

    kind: Literal["worksheet"] = Field(description="Always `worksheet`.")
    paper: Literal["A4", "A3", "A5"] = Field(
        "A4",
        description="Size of the paper; `A5` is printed two on an A4, to cut apart, and has no room "
        "for circles.",
    )
    landscape: bool = Field(
        False, description="`true` turns the paper on its side; A5 stands upright."
    )
    blocks: tuple[WorksheetBlock, ...] = Field(
        min_length=1, max_length=30, description="The blocks, from top to bottom."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Worksheet:
        refuse_block_twins(self.blocks)
        if self.paper == "A5":
            self._refuse_what_a5_is_too_small_for()
        return self

    def _refuse_what_a5_is_too_small_for(self) -> None:
        if self.landscape:
            raise ValueError(
                "a sheet on A5 stands upright; take `landscape` away, or write another `paper`"
            )
        for block in self.blocks:
            if isinstance(block, Bubbles):
                raise ValueError(
                    f"the circles of `{block.id}` are too small on A5; write `paper: A4` or `A3`"
                )
            if isinstance(block, Matrix) and block.size > _A5_MATRIX:
                raise ValueError(
                    f"the cells of `{block.id}` are too narrow on A5, which has room for a matrix of "
                    f"{_A5_MATRIX}; write `paper: A4` or `A3`"
                )
