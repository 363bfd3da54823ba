"""A letter or an agreement: a fillable PDF, and a Word file for those who must change it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.printables.base import PrintableBase
from press.content.printables.blocks import LetterBlock, refuse_block_twins


class Letter(PrintableBase):
    """A letter or an agreement on A4."""

    kind: Literal["letter"] = Field(description="Always `letter`.")
    blocks: tuple[LetterBlock, ...] = Field(
        min_length=1, max_length=30, description="The blocks, from top to bottom."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Letter:
        refuse_block_twins(self.blocks)
        return self
