"""What all tests share: this project, and small projects made for one test."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from press.project import Project

ROOT = Path(__file__).parent.parent
FIXTURE = ROOT / "tests" / "site" / "fixture"


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
        path = small.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def make_small(root: Path) -> Project:
    """Return the fixture project, copied to root."""
    shutil.copytree(FIXTURE, root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("*.pyc"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    before, _, rest = settings.partition("\nnav:\n")
    after = rest.partition("\nvalidation:\n")[2]
    nav = "\nnav:\n  - Start: index.md\n  - Så går det till: [method-guide/tea.md]\n"
    (root / "mkdocs.yml").write_text(f"{before}{nav}\nvalidation:\n{after}", encoding="utf-8")
    return Project(root)
