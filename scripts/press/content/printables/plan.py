"""The plan of a learning path on paper: its steps, each with a date, a signature and a QR code."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Line, Prose
from press.content.printables.base import EasyRead, FillIn, PrintableBase
from press.content.unique import refuse_twins


class Plan(EasyRead, PrintableBase):
    """A learning path to fill in and sign. The steps come from docs/paths.yml."""

    kind: Literal["plan"] = Field(description="Always `plan`.")
    path: Key = Field(description="Id of the path in docs/paths.yml.")
    fields: tuple[FillIn, ...] = Field(
        (), max_length=4, description="Lines to fill in at the top, four at the most."
    )
    how_title: Line = Field(description="Heading over what to do.")
    how: Prose = Field(description="What to do at every step, in simple Markdown.")
    signed_by: tuple[FillIn, ...] = Field(
        min_length=1, max_length=3, description="Who signs at the end, such as `Manager`."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Plan:
        refuse_twins("field", (field.id for field in self.fields))
        refuse_twins("`signed_by` entry", (who.id for who in self.signed_by))
        return self
