"""The front matter of chapters and of the few pages around them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from press.content.course import Course
from press.content.fields import Audience, Edition, Key, Language, Line, Model, Translated, one_line
from press.content.kinds import Printable
from press.content.questions import MOST_QUESTIONS, Question
from press.content.unique import refuse_twins

Title = Annotated[str, one_line(80), Translated()]
Summary = Annotated[str, one_line(220), Translated()]


class Page(Model):
    """A page that is not a chapter: about, glossary, sources."""

    id: Key = Field(description="Name of the page; the same in all languages.")
    title: Title = Field(description="Heading of the page.")
    summary: Summary = Field(description="One or two sentences, shown in search results.")


class Door(Model):
    """One way in from the home page, for one kind of reader."""

    id: Key = Field(description="Name that never changes.")
    audience: Audience = Field(description="Whom the door is for.")
    title: Line = Field(description="In the reader's own voice, such as `I am new here`.")
    text: Line = Field(description="What the reader finds there.")
    link: str = Field(description="The chapter's file, seen from the home page.")


class Home(Page):
    """The home page."""

    tagline: Line = Field(description="One line under the title.")
    doors: tuple[Door, ...] = Field(min_length=1, description="The ways in, in order.")


class Chapter(Page):
    """One chapter of the material."""

    audience: tuple[Audience, ...] = Field(min_length=1, description="Who the chapter is for.")
    primary_language: Language = Field(description="The language it was first written in.")
    edition: Edition
    facts: tuple[str, ...] = Field(description="Ids of the source facts the chapter rests on.")
    outside_facts: tuple[str, ...] = Field(
        (), description="Ids of facts from outside the five sources; each is marked in the text."
    )
    sources: tuple[str, ...] = Field(description="Ids of the sources those facts come from.")
    printables: tuple[Printable, ...] = Field(description="What can be printed; may be `[]`.")
    course: Course | None = Field(None, description="Makes the chapter the page of a course.")
    tool: bool = Field(
        False, description="`true` makes it the page of the tool in docs/tools/ of the same name."
    )
    questions: tuple[Question, ...] = Field(
        (), max_length=MOST_QUESTIONS, description="Questions at the end of the text, four at most."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Chapter:
        refuse_twins("printable", (printable.id for printable in self.printables))
        refuse_twins("question", (question.id for question in self.questions))
        return self
