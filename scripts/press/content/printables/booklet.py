"""A booklet on A5, put together of chapters and of texts of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from press.content.fields import Key, Line, Model, Prose
from press.content.printables.base import EasyRead, FillIn, Label, PrintableBase
from press.content.unique import refuse_twins


class ChapterPart(Model):
    """A chapter of the site, as it stands there; links that only lead on are left out."""

    kind: Literal["chapter"] = Field(description="Always `chapter`.")
    id: Key = Field(description="The chapter's id.")


class TextPart(Model):
    """A text of the booklet's own, with lines to fill in."""

    kind: Literal["text"] = Field(description="Always `text`.")
    id: Key = Field(description="Name that never changes.")
    title: Line = Field(description="Heading of the page.")
    text: Prose = Field(description="Simple Markdown: paragraphs, lists, **bold**.")
    fields: tuple[FillIn, ...] = Field((), max_length=8, description="Lines to fill in.")


BookletPart = Annotated[ChapterPart | TextPart, Field(discriminator="kind")]


class Booklet(EasyRead, PrintableBase):
    """A booklet to fold and staple."""

    kind: Literal["booklet"] = Field(description="Always `booklet`.")
    subtitle: Line = Field(description="One line on the cover, under the title.")
    contact: tuple[Label, ...] = Field(
        (), max_length=4, description="Labels of the blank contact box on the back."
    )
    parts: tuple[BookletPart, ...] = Field(
        min_length=1, max_length=24, description="Chapters and texts, in order."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Booklet:
        refuse_twins("part", (part.id for part in self.parts))
        for part in self.parts:
            if isinstance(part, TextPart):
                refuse_twins("field", (field.id for field in part.fields))
        return self
