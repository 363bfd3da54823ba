"""What all tests share: this project, and small projects made for one test."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from press.project import Project
from small_site import ROOT, make_small, replace_in


def pytest_configure() -> None:
    """Answer Ctrl-C in a run in the background too, which shells tell to ignore it: tests send it."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def project() -> Project:
    """This very project."""
    return Project(ROOT)


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
