"""The tools of this project and what their rules must come to, for Python and for the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from press.content.tools import Tool, load_tools, tool_sources
from press.project import Project

ROOT = Path(__file__).parent.parent
ANY_DAY = "2027-01-01"


@cache
def tools() -> dict[str, Tool]:
    """Return the tools of this project by id."""
    found, problems = load_tools(tool_sources(Project(ROOT)))
    assert not problems
    return found


def vectors(tool: str) -> list[dict[str, Any]]:
    """Return what must come of what, for one tool; nothing as long as it has no file."""
    path = ROOT / "tests/tools" / f"{tool}.yml"
    if not path.exists():
        return []  # test_every_tool_has_enough_vectors tells of it
    read: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def day_of(vector: dict[str, Any]) -> str:
    """Return the day that a vector counts as today."""
    return str(vector.get("today", ANY_DAY))
