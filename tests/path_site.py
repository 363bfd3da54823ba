"""A small site with learning paths: one in two stages, and an easy-read one through a single chapter."""

from __future__ import annotations

import shutil
from pathlib import Path

from press.project import LANGUAGES, Project
from press.stamping import write_missing
from small_site import ROOT, make_small, replace_in, write_register

PATHS = """\
paths:
  - id: new
    stages:
      - id: day
        title: {sv: Dagen, da: Dagen, en: The day}
        chapters:
          - tea
          - cake
      - id: week
        title: {sv: Veckan, da: Ugen, en: The week}
        chapters:
          - milk
  - id: calm
    easy: true
    stages:
      - id: all
        chapters:
          - tea
"""
_CHAPTER = """\
---
id: {name}
title: {title}
summary: {title} till te.
audience: [new-staff]
primary_language: sv
edition: 2026-01-02
facts: []
sources: []
printables: []
---
{title} passar till te.
"""
_PAGE = """\
---
id: path-{name}
title: {title}
summary: {title}, steg för steg.
audience: [new-staff]
primary_language: sv
edition: 2026-01-02
facts: []
sources: []
printables:
  - kind: plan
    id: path-{name}
    title: Plan {title}
    summary: Att skriva under.
    edition: 2026-01-02
    path: {name}
    easy_read: {easy}
    fields: [{{id: who, label: Namn}}]
    how_title: Gör så här
    how: |
      1. Läs.
      2. Prata.
    signed_by: [{{id: reader, label: Läsare}}, {{id: mentor, label: Handledare}}]
---
Välkommen.

## Stegen

[[path]]
"""


def make_path_site(root: Path) -> Project:
    """Return a project with three chapters, of which tea has an easy-read version, and two paths."""
    project = make_small(root)
    for language in LANGUAGES:
        docs = root / "docs" / language
        (docs / "courses").mkdir()
        for name, title in (("cake", f"Kaka {language}"), ("milk", f"Mjölk {language}")):
            text = _CHAPTER.format(name=name, title=title)
            (docs / "method-guide" / f"{name}.md").write_text(text, encoding="utf-8")
        for name, title, easy in (
            ("new", f"Ny {language}", "false"),
            ("calm", f"Lugn {language}", "true"),
        ):
            text = _PAGE.format(name=name, title=title, easy=easy)
            (docs / "courses" / f"path-{name}.md").write_text(text, encoding="utf-8")
        shutil.copyfile(ROOT / "docs" / language / "privacy.md", docs / "privacy.md")
    (root / "docs" / "paths.yml").write_text(PATHS, encoding="utf-8")
    pages = "[method-guide/tea.md, method-guide/cake.md, method-guide/milk.md]"
    paths = "  - Vägar: [courses/path-new.md, courses/path-calm.md]\n  - privacy.md\n"
    replace_in(root / "mkdocs.yml", ("[method-guide/tea.md]\n", f"{pages}\n{paths}"))
    write_register(project)
    write_missing(project)
    return project
