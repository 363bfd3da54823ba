"""Learning paths, docs/paths.yml: which chapters a reader takes, in which order and when.

A path is data about chapters. A chapter that is written later joins by one line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import Field, model_validator

from press.content.fields import Key, Model
from press.content.frontmatter import Location, Source
from press.content.registers import Trilingual
from press.content.unique import refuse_twins
from press.problems import Problem, did_you_mean

FILE = "docs/paths.yml"
_PAGE = "path-"  # what the id of a path's page begins with, unless the path names another


class PathStage(Model):
    """Steps that belong to one time, such as the first week."""

    id: Key
    title: Trilingual | None = Field(
        None, description="Its heading; may be left out in a path of one stage."
    )
    chapters: Annotated[tuple[Key, ...], Field(min_length=1, max_length=40)] = Field(
        description="Ids of the chapters, one a line, in the order they are read."
    )


class LearningPath(Model):
    """One way through the chapters for one kind of reader. Whom it is for, its page says."""

    id: Key
    easy: bool = Field(False, description="`true` leads to the easy-read version of each chapter.")
    page: Key | None = Field(
        None, description="Id of the chapter that is its page; left out, `path-<id>`."
    )
    stages: tuple[PathStage, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _consistent(self) -> LearningPath:
        refuse_twins("stage", (stage.id for stage in self.stages))
        return self

    @property
    def page_id(self) -> str:
        """The id of the chapter that is the path's page."""
        return self.page or f"{_PAGE}{self.id}"

    @property
    def chapters(self) -> tuple[str, ...]:
        """The ids of all its chapters, in order: the steps."""
        return tuple(name for stage in self.stages for name in stage.chapters)


class PathFile(Model):
    """docs/paths.yml."""

    paths: tuple[LearningPath, ...]

    @model_validator(mode="after")
    def _consistent(self) -> PathFile:
        refuse_twins("path", (path.id for path in self.paths))
        refuse_twins("page", (path.page_id for path in self.paths))
        return self


def check_paths(
    source: Source,
    paths: tuple[LearningPath, ...],
    chapters: Collection[str],
    easy: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with paths that are sound by themselves.

    chapters: ids of all chapters that stand. easy: ids of those that have an easy-read version.
    """
    pages = {path.page_id: path.id for path in paths}
    for n, path in enumerate(paths):
        if path.page_id not in chapters:
            yield source.problem(("paths", n, "page" if path.page else "id"), _no_page(path))
        yield from _titles(source, n, path)
        seen: dict[str, Location] = {}
        for at, name in _named(n, path):
            message = _wrong(name, path, chapters, easy, pages)
            first = seen.setdefault(name, at)
            if message is None and at != first:
                message = f"`{name}` is a step of this path already, in line {source.line(first)}"
            if message:
                yield source.problem(at, message)


def _no_page(path: LearningPath) -> str:
    where = f"docs/<language>/courses/{path.page_id}.md"
    return f"the path has no page; write {where}, with `[[path]]` where its steps stand"


def _titles(source: Source, n: int, path: LearningPath) -> Iterator[Problem]:
    """Stages that have no name cannot be told apart."""
    for k, stage in enumerate(path.stages if len(path.stages) > 1 else ()):
        if stage.title is None:
            yield source.problem(
                ("paths", n, "stages", k), "needs a `title`, as the path has several stages"
            )


def _named(n: int, path: LearningPath) -> Iterator[tuple[Location, str]]:
    for k, stage in enumerate(path.stages):
        for m, name in enumerate(stage.chapters):
            yield ("paths", n, "stages", k, "chapters", m), name


def _wrong(
    name: str,
    path: LearningPath,
    chapters: Collection[str],
    easy: Collection[str],
    pages: dict[str, str],
) -> str | None:
    if name in pages:
        return f"`{name}` is the page of a path and cannot be a step of one"
    if name not in chapters:
        return f"no chapter is called `{name}`{did_you_mean(name, chapters)}"
    if path.easy and name not in easy:
        return (
            f"`{name}` has no easy-read version, and the path is `easy`; "
            f"write docs/<language>/…/{name}.easy.md or take the step away"
        )
    return None
