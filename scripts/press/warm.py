"""Makes all paper ahead of a build, on every core; the build then finds it in the store."""

from __future__ import annotations

import os
from pathlib import Path

from press.build import Build, has_course
from press.content.library import Library, load
from press.outward import card_is_made, make_card
from press.pool import spread
from press.project import LANGUAGES, Project
from press.shortlinks import ShortLinks

_Task = tuple[str, str, str]  # what, language, id


def warm(project: Project, library: Library) -> None:
    """Make what is not in the store yet. What goes wrong here is told by the build that follows."""
    build = Build(project, library)
    tasks = [task for task in _tasks(library) if not _is_made(build, task)]
    for _ in spread(_work, tasks, _start, (str(project.root),), "paper"):
        pass


def _tasks(library: Library) -> list[_Task]:
    found: list[_Task] = []
    for language in LANGUAGES:
        if _with_chapters():
            found += [("chapter", language, entry.slug) for entry in library.chapters(language)]
        found += [("printable", language, one.id) for _, one in library.published(language)]
        found += [
            ("course", language, entry.slug)
            for entry in library.chapters(language)
            if has_course(entry)
        ]
        found += [("card", language, entry.slug) for entry in library.chapters(language)]
        found += [("slide", language, entry.slug) for entry in library.chapters(language)]
    return found


def _with_chapters() -> bool:
    """Return whether the build puts a PDF on each chapter's page; the switch is read in mkdocs.yml."""
    return os.environ.get("PDF_EXPORT", "true").lower() not in ("false", "no", "off")


def _is_made(build: Build, task: _Task) -> bool:
    what, language, name = task
    if what == "chapter":
        return build.chapter_is_made(build.library.entries[language, name])
    if what == "course":
        return build.course_is_made(build.library.entries[language, name])
    if what == "card":
        return card_is_made(build, build.library.entries[language, name])
    if what == "slide":
        return ShortLinks(build).slide_is_made(build.library.entries[language, name])
    return build.is_made(*build.desks[language].printable(name))


class _Worker:
    """What a process keeps between two tasks."""

    build: Build


def _start(root: str) -> None:
    project = Project(Path(root))
    _Worker.build = Build(project, load(project))


def _work(task: _Task) -> None:
    what, language, name = task
    build = _Worker.build
    if what == "chapter":
        build.chapter_pdf(build.library.entries[language, name])
    elif what == "course":
        build.make_course(build.library.entries[language, name])
    elif what == "card":
        make_card(build, build.library.entries[language, name])
    elif what == "slide":
        ShortLinks(build).make_slide(build.library.entries[language, name])
    else:
        build.make(*build.desks[language].printable(name))
