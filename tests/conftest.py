"""What all tests share: this project, and small projects made for one test."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from press.content.library import Library, load
from press.project import Project
from small_site import ROOT, make_small, replace_in


def pytest_configure() -> None:
    """Answer Ctrl-C in the background too, where shells tell to ignore it: tests send it."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # A small site is made before a second process has begun to help, and tests run side by side already.
    os.environ.setdefault("PRESS_PROCESSES", "1")


# What the browser tests look at is made first; other tests fill the minutes it takes. tests/audit starts
# browsers of its own, which it cannot while tests/browser has one running in the same process.
_FIRST = ("site/test_real_site.py", "audit", "content", "paper", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in an order that keeps all processes busy; the rest follow as they were."""

    def place(item: pytest.Item) -> int:
        path = item.path.relative_to(ROOT / "tests")
        found = [n for n, name in enumerate(_FIRST) if path.is_relative_to(name)]
        return found[0] if found else len(_FIRST)

    items.sort(key=place)


@pytest.fixture(scope="session")
def project() -> Project:
    """This very project."""
    return Project(ROOT)


@pytest.fixture(scope="session")
def own_library(project: Project) -> Library:
    """What stands in this project's texts, read once a process; no test may change it."""
    return load(project)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A project of six files in three languages, with this project's looks, free to be broken."""
    return make_small(tmp_path / "small")


@pytest.fixture
def edit(small: Project) -> Callable[[str, str, str], None]:
    """Replace a text in a file of the small project; the text must be there."""

    def change(name: str, old: str, new: str) -> None:
        replace_in(small.root / name, (old, new))

    return change
