"""The small types that every model is built of; what they refuse, they explain."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints

Language = Literal["sv", "da", "en"]

# Readers as domain outline names them; their words for the page stand in overrides/words.yml.
Audience = Literal[
    "new-staff", "manager", "guide", "course-leader", "service-user", "cross-sector-leader"
]

# Who does a thing on a checklist.
Role = Literal[
    "manager",
    "guides-manager",
    "host-manager",
    "guides",
    "staff",
    "participants",
    "course-leader",
    "head-of-department",
]


class Translated:
    """Marks a field whose words differ between languages; all other fields must be the same."""


class OwnInEachLanguage:
    """Marks a field that every language has for itself: languages are not compared in it."""


class Markup:
    """Marks a field that holds Markdown, which is checked like the text of a page."""


Key = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="Small letters a-z, digits and single hyphens, such as `book-room`."),
]
# A text of one line holds no sign that would begin another.
_ONE_LINE = r"^[^\n\r\t\v\f\x85\u2028\u2029]*$"


def one_line(most: int) -> StringConstraints:
    """Return what a text of one line must be; most: how many characters it may have."""
    return StringConstraints(
        strip_whitespace=True, min_length=1, max_length=most, pattern=_ONE_LINE
    )


Short = Annotated[str, one_line(400)]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"'<>]+$", max_length=200)]
MAIL = re.compile(r"[\w.+-]+@[A-Za-zÅÄÖÆØåäöæø0-9-]+(\.[A-Za-zÅÄÖÆØåäöæø0-9-]+)+")
PHONE = re.compile(r"[+0-9][0-9 ()-]{2,24}")
Line = Annotated[str, one_line(300), Translated()]
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000),
    Translated(),
    Markup(),
]
_YEARS = range(2000, 2100)


def _nearby(day: datetime.date) -> datetime.date:
    """Refuse a day far off: it is a slip of the pen, and days are counted on from each."""
    if day.year not in _YEARS:
        raise ValueError(f"must be a day of the years {_YEARS[0]} to {_YEARS[-1]}")
    return day


Day = Annotated[datetime.date, Strict(), AfterValidator(_nearby)]
Edition = Annotated[
    Day,
    Translated(),
    Field(description="The day this text was last changed, such as `2026-11-23`."),
]
RelativeTime = Annotated[
    str,
    StringConstraints(pattern=r"^([+-][1-9]\d{0,2}[dw]|0d)$"),
    Field(
        description="Days or weeks from the start: `-6w` six weeks before, `+2d` two days after, "
        "`0d` the day itself."
    ),
]


def in_days(when: str) -> int:
    """Return a relative time in days from the start; negative is before."""
    return int(when[:-1]) * (7 if when.endswith("w") else 1)


class Model(BaseModel):
    """A block of front matter: fixed once read, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
