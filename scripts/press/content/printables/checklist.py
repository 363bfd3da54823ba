"""A list to tick off: boxes on the web page, a fillable PDF on A4 or A5."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Line, Model, RelativeTime, Role, Translated, one_line
from press.content.printables.base import FillIn, PrintableBase
from press.content.unique import refuse_twins


class Item(Model):
    """One thing to tick."""

    id: Key = Field(description="Name that never changes; remembered ticks hang on it.")
    text: Annotated[str, one_line(160), Translated()] = Field(
        description="What to do or to check; one thing, 160 characters at the most."
    )
    role: Role | None = Field(None, description="Who does it.")
    when: RelativeTime | None = Field(None, description="When, counted from the start day.")
    note: Annotated[str, one_line(240), Translated()] | None = Field(
        None, description="A short explanation under the text."
    )


class Group(Model):
    """Items that belong together, such as before, during and after."""

    id: Key = Field(description="Name that never changes.")
    title: Line = Field(description="Heading over the items.")
    items: tuple[Item, ...] = Field(min_length=1, description="The things to tick, in order.")


class Checklist(PrintableBase):
    """A list to tick off, in groups."""

    kind: Literal["checklist"] = Field(description="Always `checklist`.")
    paper: Literal["A4", "A5"] = Field(
        "A4", description="Size of the paper; `A5` is printed two on an A4, to cut apart."
    )
    start: Line | None = Field(
        None, description="What day `when` is counted from; needed when an item has `when`."
    )
    fields: tuple[FillIn, ...] = Field(
        (), max_length=3, description="Lines to fill in at the top, three at the most."
    )
    groups: tuple[Group, ...] = Field(min_length=1, description="Groups of items, in order.")
    notes: Line | None = Field(
        None, description="Heading over empty lines at the foot of the paper, to write on."
    )

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for group in self.groups for item in group.items)

    @model_validator(mode="after")
    def _consistent(self) -> Checklist:
        refuse_twins("group", (group.id for group in self.groups))
        refuse_twins("item", (item.id for item in self.items))
        refuse_twins("field", (field.id for field in self.fields))
        if self.start is None and any(item.when for item in self.items):
            raise ValueError("`start` is missing: say what day the items' `when` is counted from")
        return self
