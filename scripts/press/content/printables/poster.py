"""A poster on A3, to be read from two metres away."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Model, Translated, one_line
from press.content.printables.base import Label, PrintableBase
from press.content.unique import refuse_twins

PosterLine = Annotated[str, one_line(110), Translated()]


class Point(Model):
    """One thing the poster says."""

    id: Key = Field(description="Name that never changes.")
    title: Label = Field(description="A few words.")
    text: PosterLine = Field(description="One sentence; 110 characters at the most.")


class Poster(PrintableBase):
    """A poster with a drawing and a few points."""

    kind: Literal["poster"] = Field(description="Always `poster`.")
    lead: PosterLine = Field(description="The sentence under the title.")
    drawing: Literal["loop", "groups", "ring"] = Field(
        description="Our drawing: the questions' way between the groups (`loop`), the two groups "
        "with the guides between (`groups`), everybody in one ring (`ring`)."
    )
    points: tuple[Point, ...] = Field(
        min_length=2, max_length=6, description="What it says, in order."
    )
    numbered: bool = Field(True, description="`false` leaves out the points' numbers.")

    @model_validator(mode="after")
    def _consistent(self) -> Poster:
        refuse_twins("point", (point.id for point in self.points))
        return self
