"""A course: its sessions, what they are made of, and what is done between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from press.content.fields import (
    Day,
    Key,
    Line,
    Model,
    RelativeTime,
    Role,
    Translated,
    in_days,
    one_line,
)
from press.content.frontmatter import Location
from press.content.unique import refuse_twins

Clock = Annotated[
    str,
    StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$"),
    Field(description='A time of day, in quotes, such as `"09:00"`.'),
]
Title = Annotated[str, one_line(90), Translated()]
Notes = Annotated[str, one_line(700), Translated()]
# The files of a course are called by its id and one of these; no printable may be called so.
COURSE_PAPERS = ("handout", "wall", "printables")
# Where the page of a course shows its sessions.
PLACE = "course"


class Item(Model):
    """One thing on a session's timetable; a break is one too."""

    id: Key = Field(description="Name that never changes.")
    title: Title = Field(description="What is done.")
    minutes: int = Field(ge=1, le=600, description="How long it takes.")
    notes: Notes | None = Field(None, description="What only the leader's page says.")
    chapters: tuple[Key, ...] = Field((), description="Ids of chapters that are used.")


class Session(Model):
    """One meeting of the course."""

    id: Key = Field(description="Name that never changes; it is the place's name in the address.")
    title: Title = Field(description="What the session is about.")
    day: RelativeTime = Field(description="The day, counted from the first session.")
    at: Clock | None = Field(None, description="When it begins, if not as `starts` says.")
    minutes: int = Field(ge=5, le=720, description="How long it is, breaks included.")
    aims: tuple[Line, ...] = Field(
        min_length=1, max_length=6, description="What the participants can do afterwards."
    )
    before: tuple[Key, ...] = Field((), description="Ids of chapters to read before.")
    after: tuple[Key, ...] = Field((), description="Ids of chapters to read after.")
    printables: tuple[Key, ...] = Field((), description="Ids of printables to bring.")
    items: tuple[Item, ...] = Field(
        min_length=1, description="The timetable; its minutes add up to those of the session."
    )

    @property
    def days(self) -> int:
        """Days from the first session."""
        return in_days(self.day)

    @property
    def during(self) -> tuple[str, ...]:
        """Ids of the chapters that the items use, each once, in order."""
        return tuple(dict.fromkeys(name for item in self.items for name in item.chapters))

    @model_validator(mode="after")
    def _consistent(self) -> Session:
        refuse_twins("item", (item.id for item in self.items))
        total = sum(item.minutes for item in self.items)
        if total != self.minutes:
            raise ValueError(
                f"the items of `{self.id}` take {total} minutes together, but the session has "
                f"{self.minutes}; change one of them"
            )
        return self


class Task(Model):
    """What is done outside the sessions: preparations, recorded lectures, a loop."""

    id: Key = Field(description="Name that never changes; it is the place's name in the address.")
    title: Title = Field(description="What is to be done.")
    text: Line = Field(description="How, in a sentence or two.")
    role: Role | None = Field(None, description="Who does it; left out, it is the participants.")
    opens: RelativeTime = Field(description="First day, counted from the first session.")
    closes: RelativeTime = Field(description="Last day, counted from the first session.")
    chapters: tuple[Key, ...] = Field((), description="Ids of chapters that help.")
    printables: tuple[Key, ...] = Field((), description="Ids of printables that help.")

    @model_validator(mode="after")
    def _consistent(self) -> Task:
        if in_days(self.opens) > in_days(self.closes):
            raise ValueError(f"`{self.id}` closes ({self.closes}) before it opens ({self.opens})")
        return self


class Course(Model):
    """A course that others can lead: sessions in order, and what is done between them."""

    starts: Clock = Field(
        "09:00", description="When sessions begin that have no `at` of their own."
    )
    start: Day | None = Field(
        None,
        description="Day of the first session, where it is settled; it gives dates everywhere.",
    )
    sessions: tuple[Session, ...] = Field(
        min_length=1, max_length=20, description="The sessions, in order; the first on day `0d`."
    )
    tasks: tuple[Task, ...] = Field((), max_length=12, description="What is done outside them.")

    def begins(self, session: Session) -> int:
        """Return when a session begins, in minutes after midnight."""
        hours, minutes = (session.at or self.starts).split(":")
        return int(hours) * 60 + int(minutes)

    @property
    def printables(self) -> tuple[str, ...]:
        """Ids of all printables of the course, each once, in the order they are needed."""
        blocks = (*self.sessions, *self.tasks)
        return tuple(dict.fromkeys(name for block in blocks for name in block.printables))

    @property
    def papers(self) -> tuple[str, ...]:
        """The files that are made of the course; without printables there is nothing to put together."""
        return tuple(p for p in COURSE_PAPERS if p != "printables" or self.printables)

    @property
    def places(self) -> tuple[str, ...]:
        """Names of the places on its page that links may lead to."""
        return (PLACE, *(block.id for block in (*self.sessions, *self.tasks)))

    @model_validator(mode="after")
    def _consistent(self) -> Course:
        refuse_twins("place", self.places)
        first = self.sessions[0]
        if first.days != 0:
            raise ValueError(f"`{first.id}` is the first session; its `day` must be `0d`")
        for session in self.sessions:
            if self.begins(session) + session.minutes > 24 * 60:
                raise ValueError(f"`{session.id}` goes on past midnight; let it begin earlier")
        for one, other in pairwise(self.sessions):
            if self._at(one) + one.minutes > self._at(other):
                raise ValueError(f"`{other.id}` begins before `{one.id}` is over")
        return self

    def _at(self, session: Session) -> int:
        return session.days * 24 * 60 + self.begins(session)


def named_by(course: Course) -> Iterator[tuple[Location, str, str]]:
    """Yield where a course names a chapter or printable, which of the two, and its id."""
    for n, session in enumerate(course.sessions):
        at: Location = ("course", "sessions", n)
        for key in ("before", "after"):
            for k, name in enumerate(getattr(session, key)):
                yield (*at, key, k), "chapter", name
        for k, item in enumerate(session.items):
            for m, name in enumerate(item.chapters):
                yield (*at, "items", k, "chapters", m), "chapter", name
        for k, name in enumerate(session.printables):
            yield (*at, "printables", k), "printable", name
    for n, task in enumerate(course.tasks):
        for key, what in (("chapters", "chapter"), ("printables", "printable")):
            for k, name in enumerate(getattr(task, key)):
                yield ("course", "tasks", n, key, k), what, name
