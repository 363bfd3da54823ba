"""A leaflet on A4 landscape, folded in three: six panels."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from press.content.fields import Line, Model, Prose, Translated, one_line
from press.content.printables.base import EasyRead, PrintableBase

Label = Annotated[str, one_line(30), Translated()]


class Panel(Model):
    """One side of one third of the sheet."""

    title: Line = Field(description="Heading of the panel.")
    text: Prose = Field(
        description="Simple Markdown: paragraphs, lists, **bold**. Too long for the panel stops "
        "the build and says by how many millimetres."
    )


class BackPanel(Panel):
    """The back, with a box that the municipality stamps or writes in."""

    contact: tuple[Label, ...] = Field(
        min_length=1, max_length=4, description="Labels of the blank contact box."
    )


class Panels(Model):
    """The six panels, named by where they end up when the sheet is folded."""

    cover: Panel = Field(description="Front, seen first.")
    inside_1: Panel = Field(description="Left panel of the opened leaflet.")
    inside_2: Panel = Field(description="Middle panel of the opened leaflet.")
    inside_3: Panel = Field(description="Right panel of the opened leaflet.")
    flap: Panel = Field(description="The part folded in; a little narrower than the others.")
    back: BackPanel = Field(description="Back of the folded leaflet.")


class Folder(EasyRead, PrintableBase):
    """A leaflet folded in three."""

    kind: Literal["folder"] = Field(description="Always `folder`.")
    panels: Panels = Field(description="The six panels.")
