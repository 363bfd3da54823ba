"""Makes the fixture project: six files in three languages, with this project's own looks."""

from __future__ import annotations

import shutil
from pathlib import Path

from press.project import Project

ROOT = Path(__file__).parent.parent
FIXTURE = ROOT / "tests" / "site" / "fixture"


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
