"""What every printable has, whatever its kind."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from press.content.fields import (
    Audience,
    Day,
    Edition,
    Key,
    Model,
    OwnInEachLanguage,
    Translated,
    one_line,
)

_COPY = re.compile(r"-(print|tiles|spine)$")
WINDOWS_NAMES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{n}{k}" for n in ("com", "lpt") for k in range(10)),
}

# When in the work with a loop a printable is used; the print shop can be narrowed down by it.
Stage = Literal["start", "before", "during", "after"]

Label = Annotated[str, one_line(40), Translated()]
Short = Annotated[str, one_line(120), Translated()]


# Consonants only: never a number, a date or a word to YAML, and no word to people.
Stamp = Annotated[str, StringConstraints(pattern=r"^[bcdfghjklmnpqrst]{8}$")]


class FillIn(Model):
    """A line to fill in."""

    id: Key = Field(description="Name that never changes.")
    label: Label = Field(description="What to fill in, such as `Unit`.")


class Change(Model):
    """What a new edition says that the one before it did not."""

    edition: Day = Field(description="The new edition.")
    before: Day = Field(description="The edition before it.")
    changed: Annotated[tuple[Annotated[str, one_line(300)], ...], Translated()] = Field(
        min_length=1,
        max_length=12,
        description="What has changed, a sentence each, for somebody who holds the old paper.",
    )


class PrintableBase(Model):
    """The keys all kinds share."""

    id: Key = Field(description="Name that never changes and is unique in the whole site.")
    title: Annotated[str, one_line(70), Translated()] = Field(
        description="What stands on top of the paper; 70 characters at the most."
    )
    summary: Annotated[str, one_line(170), Translated()] = Field(
        description="One sentence: what it is for."
    )
    edition: Edition
    content: Annotated[Stamp, OwnInEachLanguage()] | None = Field(
        None,
        description="Eight letters by which the press notices that the content has changed. "
        "`make check` says what to write.",
    )
    changes: Annotated[tuple[Change, ...], OwnInEachLanguage()] = Field(
        (), description="What each new edition has changed, the newest first."
    )
    readers: tuple[Audience, ...] = Field(
        (), description="Who uses it; left out, it is whom the chapter is for."
    )
    stages: tuple[Stage, ...] = Field(
        (), description="When it is used; left out, it is of use at any time."
    )

    @field_validator("id")
    @classmethod
    def _names_a_file(cls, value: str) -> str:
        if _COPY.search(value):
            raise ValueError(
                f"may not end in `{_COPY.search(value)[0]}`: copies to print are called so"
            )
        if value in WINDOWS_NAMES:
            raise ValueError(f"`{value}` is no name for a file on Windows; choose another")
        return value


class EasyRead(Model):
    """The key of kinds that can be set as easy-read text."""

    easy_read: bool = Field(
        False,
        description="`true` sets the text in 14 points, one line of yours to a line of print. "
        "Break lines where a reader would pause; 55 characters at the most.",
    )
