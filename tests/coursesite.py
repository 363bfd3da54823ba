"""A copy of the project's own texts and looks, whose courses a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from press.project import Project
from small_site import ROOT

COURSES = (
    "guide-training-programme",
    "managers-half-day",
    "one-day-knowledge-course",
    "regional-guide-meetings",
)
START = "2027-03-09"


def make_copy(root: Path) -> Project:
    """Return this project's texts and looks, copied to root, with nothing made yet."""
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return Project(root)


def settle(project: Project, course: str, start: str = START) -> None:
    """Write the day on which a course starts into all three languages."""
    for path in project.docs.glob(f"*/courses/{course}.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("\ncourse:\n", f"\ncourse:\n  start: {start}\n", 1), encoding="utf-8"
        )


def dates() -> list[dict]:
    """Return the days that both calendars must get right."""
    return yaml.safe_load((ROOT / "tests/course-dates.yml").read_text(encoding="utf-8"))["dates"]
