"""Learning paths as pages and paper show them: steps with titles, minutes and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from press.content.library import Entry
from press.content.paths import LearningPath, PathStage
from press.render.desk import Desk
from press.render.prose import Block
from press.render.reading_time import easy_minutes, minutes
from press.render.relative import relative

Data = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One chapter of a path, in one language; number is counted from 1 through all stages."""

    path: LearningPath
    stage: PathStage
    number: int
    entry: Entry

    @property
    def id(self) -> str:
        return self.entry.model.id

    @property
    def title(self) -> str:
        easy = self.entry.easy if self.path.easy else None
        return easy.model.title if easy else self.entry.model.title

    @property
    def summary(self) -> str:
        easy = self.entry.easy if self.path.easy else None
        return easy.model.summary if easy else self.entry.model.summary

    @property
    def minutes(self) -> int:
        return easy_minutes(self.entry) if self.path.easy else minutes(self.entry)

    @property
    def question(self) -> str:
        """What stands behind the chapter's address, so that the path goes on there."""
        return f"?{'read=easy&' if self.path.easy else ''}path={self.path.id}"

    def href(self, page: str) -> str:
        """Return the step's address seen from page."""
        return relative(self.entry.url, page) + self.question


class Ways:
    """The learning paths of one language."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.paths = desk, desk.library.paths
        self._steps: dict[str, list[Step]] = {}

    @cached_property
    def _chapters(self) -> dict[str, Entry]:
        return {entry.model.id: entry for entry in self.desk.library.chapters(self.desk.language)}

    def of(self, chapter: str) -> list[LearningPath]:
        """Return the paths that a chapter is a step of, in the order of docs/paths.yml."""
        return [path for path in self.paths if chapter in path.chapters]

    def path(self, name: str) -> LearningPath:
        """Return the path of that id. Raises KeyError."""
        for path in self.paths:
            if path.id == name:
                return path
        raise KeyError(name)

    def page(self, path: LearningPath) -> Entry | None:
        """Return the path's own page; None only where a text is broken."""
        return self._chapters.get(path.page_id)

    def title(self, path: LearningPath) -> str:
        """Return what the path is called: the title of its page."""
        page = self.page(path)
        return page.model.title if page else path.id

    def steps(self, path: LearningPath) -> list[Step]:
        """Return a path's steps in order."""
        if path.id not in self._steps:
            named = [(stage, name) for stage in path.stages for name in stage.chapters]
            found = [
                (stage, self._chapters[name]) for stage, name in named if name in self._chapters
            ]
            self._steps[path.id] = [
                Step(path, stage, n, entry) for n, (stage, entry) in enumerate(found, 1)
            ]
        return self._steps[path.id]

    def stage_title(self, stage: PathStage) -> str:
        """Return a stage's heading; empty where it has none."""
        return stage.title[self.desk.language] if stage.title else ""

    def length(self, path: LearningPath) -> str:
        """Return how long a path is: `6 chapters, about 35 min`."""
        steps, words = self.steps(path), self.desk.words
        chapters = words.fill("chapters_one" if len(steps) == 1 else "chapters_many", n=len(steps))
        total = sum(step.minutes for step in steps)
        return words.fill("path_length", chapters=chapters, n=total)

    def titles(self) -> dict[str, str]:
        """Return what each path is called, by its id."""
        return {path.id: self.title(path) for path in self.paths}

    def box(self, path: LearningPath, entry: Entry) -> Data:
        """Return what the box of a path says on the page of one of its chapters."""
        steps, words = self.steps(path), self.desk.words
        here = next(n for n, step in enumerate(steps) if step.id == entry.model.id)
        after = steps[here + 1] if here + 1 < len(steps) else None
        page, title = self.page(path), self.title(path)
        counted = {"title": title, "n": here + 1, "all": len(steps)}
        return {
            "id": path.id,
            "heading": words.fill("path_box", **counted),
            "short": words.fill("path_step", **counted),
            "stage": self.stage_title(steps[here].stage),
            "easy": path.easy,
            "steps": [step.id for step in steps],
            "next": self._link(after, entry.url) if after else None,
            "page": relative(page.url, entry.url) if page else "",
        }

    def _link(self, step: Step, page: str) -> Data:
        return {
            "id": step.id,
            "n": step.number,
            "title": step.title,
            "summary": step.summary,
            "minutes": self.desk.words.fill("minutes", n=step.minutes),
            "href": step.href(page),
        }

    def stages(self, path: LearningPath, page: str) -> list[Data]:
        """Return a path's stages with their steps, as seen from page."""
        return [
            {
                "title": self.stage_title(stage),
                "steps": [self._link(s, page) for s in self.steps(path) if s.stage is stage],
            }
            for stage in path.stages
        ]

    def to_go_on(self, page: str) -> dict[str, Data]:
        """Return by path what the home page needs to say where a reader was."""
        return {
            path.id: {
                "title": self.title(path),
                "href": relative(own.url, page),
                "steps": [
                    {"id": s.id, "title": s.title, "href": s.href(page)} for s in self.steps(path)
                ],
            }
            for path in self.paths
            if (own := self.page(path))
        }


def steps_table(path: LearningPath, ways: Ways) -> Block:
    """Return a path's steps as a table for paper and plain text."""
    words, desk = ways.desk.words, ways.desk
    has_stages = any(stage.title for stage in path.stages)
    head = [words["path_column_step"], words["path_column_chapter"], words["reading_time"]]
    rows = []
    for step in ways.steps(path):
        link = {
            "kind": "text",
            "text": step.title,
            "href": desk.address(step.entry) + step.question,
        }
        rows.append(
            [[_run(str(step.number))], [link], [_run(words.fill("minutes", n=step.minutes))]]
        )
        if has_stages:
            rows[-1].insert(2, [_run(ways.stage_title(step.stage))])
    if has_stages:
        head.insert(2, words["path_column_stage"])
    heads = [[_run(text)] for text in head]
    return {"kind": "table", "columns": len(head), "head": heads, "rows": rows}


def _run(text: str) -> Data:
    return {"kind": "text", "text": text}
