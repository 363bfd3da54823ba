"""Cards of A6, four to an A4 sheet, to cut out."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Model, Prose
from press.content.printables.base import Label, PrintableBase, Short
from press.content.unique import refuse_twins


class CardField(Model):
    """A place to write on a card, or a box to tick."""

    id: Key = Field(description="Name that never changes.")
    label: Short = Field(description="What to write, or what the tick means.")
    lines: int = Field(1, ge=0, le=8, description="How many lines; 0 makes it a box to tick.")


class Face(Model):
    """One side of a card."""

    title: Label = Field(description="Heading of this side.")
    text: Prose | None = Field(None, description="Simple Markdown: paragraphs, lists, **bold**.")
    fields: tuple[CardField, ...] = Field((), max_length=8, description="Places to write.")

    @model_validator(mode="after")
    def _consistent(self) -> Face:
        refuse_twins("field", (field.id for field in self.fields))
        if self.text is None and not self.fields:
            raise ValueError("is empty; write `text` or `fields`")
        return self


class Card(Model):
    """One card."""

    id: Key = Field(description="Name that never changes.")
    front: Face = Field(description="The side that lies up.")
    back: Face | None = Field(None, description="The other side; left out, it is `back` below.")
    copies: int = Field(1, ge=1, le=4, description="How many of it come on the sheets to cut.")


class Cards(PrintableBase):
    """Cards to cut out."""

    kind: Literal["cards"] = Field(description="Always `cards`.")
    cards: tuple[Card, ...] = Field(min_length=1, max_length=40, description="The cards.")
    back: Face | None = Field(None, description="Back of all cards that have none of their own.")

    @model_validator(mode="after")
    def _consistent(self) -> Cards:
        refuse_twins("card", (card.id for card in self.cards))
        return self
