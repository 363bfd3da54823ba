"""A binder: register, tab sheets, spine labels, and the documents behind each tab."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Line, Model, Translated, one_line
from press.content.printables.base import Label, PrintableBase
from press.content.printables.checklist import Checklist
from press.content.printables.letter import Letter
from press.content.printables.links import Links
from press.content.printables.worksheet import Worksheet
from press.content.unique import refuse_twins


class Tab(Model):
    """One tab and what lies behind it."""

    id: Key = Field(description="Name that never changes.")
    title: Label = Field(description="What stands on the tab.")
    note: Line | None = Field(None, description="What the tab is for.")
    chapters: tuple[Key, ...] = Field((), description="Ids of chapters to lay behind it.")
    printables: tuple[Key, ...] = Field((), description="Ids of printables on A4 to lay behind it.")
    own: tuple[Line, ...] = Field((), max_length=6, description="What the reader adds.")


class Binder(PrintableBase):
    """A binder for A4 with up to twelve tabs."""

    kind: Literal["binder"] = Field(description="Always `binder`.")
    spine: Annotated[str, one_line(32), Translated()] = Field(
        description="What stands on the spine; 32 characters at the most."
    )
    tabs: tuple[Tab, ...] = Field(min_length=2, max_length=12, description="The tabs, in order.")

    @model_validator(mode="after")
    def _consistent(self) -> Binder:
        refuse_twins("tab", (tab.id for tab in self.tabs))
        for tab in self.tabs:
            for name in _twice(tab.chapters) + _twice(tab.printables):
                raise ValueError(f"`{name}` lies behind the tab `{tab.id}` twice; take one away")
        return self


def _twice(names: tuple[str, ...]) -> list[str]:
    return [name for n, name in enumerate(names) if name in names[:n]]


def fits_binder(printable: PrintableBase) -> bool:
    """Return whether a printable's reading copy is on A4, upright or on its side."""
    if isinstance(printable, Checklist | Worksheet):
        return printable.paper == "A4"
    return isinstance(printable, Letter | Links)
