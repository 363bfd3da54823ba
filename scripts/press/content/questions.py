"""Questions at the end of a chapter, for a reader who wants to know whether it has landed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator, model_validator

from press.content.fields import Key, Model, Translated, one_line
from press.content.unique import refuse_twins

MOST_QUESTIONS = 4
MOST_OPTIONS = 5


def _plain(text: str) -> str:
    """Refuse marks: these texts are drawn as they are written."""
    if "[[" in text:
        raise ValueError("marks such as `[[D6]]` are not drawn here; say in words where it is from")
    return text


class Option(Model):
    """One answer to choose."""

    id: Key = Field(description="Name that never changes.")
    text: Annotated[str, one_line(160), Translated()] = Field(
        description="The answer, as the reader would say it."
    )
    right: bool = Field(False, description="`true` where the answer is right.")
    why: Annotated[str, one_line(320), Translated()] = Field(
        description="Why it is right, or what speaks against it; kind, and from the chapter itself."
    )

    @field_validator("text", "why")
    @classmethod
    def _no_marks(cls, text: str) -> str:
        return _plain(text)


class Question(Model):
    """One question: to think about (`answer`), or with answers to choose from (`options`)."""

    id: Key = Field(description="Name that never changes.")
    question: Annotated[str, one_line(240), Translated()] = Field(
        description="The question, best about what the reader will do at work."
    )
    answer: Annotated[str, one_line(700), Translated()] | None = Field(
        None, description="One way to answer a question to think about."
    )
    options: tuple[Option, ...] = Field(
        (),
        min_length=2,
        max_length=MOST_OPTIONS,
        description="Answers to choose from, two to five; at least one right and one not.",
    )

    @field_validator("question", "answer")
    @classmethod
    def _no_marks(cls, text: str | None) -> str | None:
        return text and _plain(text)

    @model_validator(mode="after")
    def _one_kind(self) -> Question:
        if bool(self.answer) == bool(self.options):
            raise ValueError("needs either `answer` or `options`, and not both")
        refuse_twins("option", (option.id for option in self.options))
        right = [option.right for option in self.options]
        if right and not any(right):
            raise ValueError("no option is right; write `right: true` at one or more")
        if right and all(right):
            raise ValueError("every option is right, so there is nothing to choose")
        return self

    @property
    def several(self) -> bool:
        """Return whether more than one option is right."""
        return sum(option.right for option in self.options) > 1
