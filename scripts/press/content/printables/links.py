"""A link sheet: chapters with their numbers, short addresses and QR codes on one sheet of paper."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Model
from press.content.printables.base import Label, PrintableBase
from press.content.unique import refuse_twins

MOST_LINKS = 24  # what one side of an A4 holds with codes that a phone reads at arm's length


class LinkList(Model):
    """Chapters that stand together on the sheet."""

    id: Key = Field(description="Name that never changes.")
    title: Label | None = Field(
        None, description="Heading over them; may be left out on a sheet of one list."
    )
    chapters: tuple[Key, ...] = Field(
        min_length=1, max_length=MOST_LINKS, description="Ids of the chapters, in order."
    )


class Links(PrintableBase):
    """A sheet of QR codes to chapters, for a table or to send; titles and numbers are theirs."""

    kind: Literal["links"] = Field(description="Always `links`.")
    lists: tuple[LinkList, ...] = Field(
        min_length=1, max_length=6, description=f"The chapters, {MOST_LINKS} in all at the most."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Links:
        refuse_twins("list", (one.id for one in self.lists))
        names = [name for one in self.lists for name in one.chapters]
        if len(names) > MOST_LINKS:
            raise ValueError(f"has {len(names)} chapters; {MOST_LINKS} at the most on one sheet")
        for n, name in enumerate(names):
            if name in names[:n]:
                raise ValueError(f"names the chapter `{name}` twice; take one away")
        for one in self.lists:
            if one.title is None and len(self.lists) > 1:
                raise ValueError(f"the list `{one.id}` needs a `title`, as there are several")
        return self
