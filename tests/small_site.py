"""Makes small projects for tests, with this project's own looks.

The fixture project has six files in three languages. The workshop adds a chapter for each kind of
printable, `tests/site/workshop/docs/<language>/starter-pack/<kind>.md`, and `pocket` for sheets of A5; a
test takes those it needs.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from press.build import Build, check
from press.content.library import editions_by_id, load, parts_of
from press.content.printed import line_of
from press.content.register import numbered
from press.content.translations import Translations
from press.project import Project
from press.translating import follows, record_missing

ROOT = Path(__file__).parent.parent
FIXTURE = ROOT / "tests" / "site" / "fixture"
WORKSHOP = ROOT / "tests" / "site" / "workshop"


def make_small(root: Path) -> Project:
    """Return the fixture project, copied to root."""
    project = _make(root, "  - Start: index.md\n  - Så går det till: [method-guide/tea.md]\n")
    return project


def make_workshop(root: Path, *kinds: str) -> Project:
    """Return the fixture project with the workshop's chapters for these kinds, or for all."""
    chosen = kinds or tuple(sorted(path.stem for path in WORKSHOP.glob("docs/sv/*/*.md")))
    chapters = ", ".join(f"starter-pack/{kind}.md" for kind in chosen)
    nav = "  - Start: index.md\n  - Så går det till: [method-guide/tea.md]\n"
    project = _make(root, f"{nav}  - Kom i gång: [{chapters}]\n")
    for path in WORKSHOP.rglob("*"):
        # The learning path there has its page in the chapter of plans.
        has_page = path.name != "paths.yml" or "plan" in chosen
        if path.is_file() and has_page and (path.suffix != ".md" or path.stem in chosen):
            target = root / path.relative_to(WORKSHOP)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    write_register(project)
    return project


QUESTIONS = """\
questions:
  - id: how-hot
    question: "How hot is {tea} & who says <so>?"
    options:
      - {{id: cold, text: "Cold.", why: "It was."}}
      - {{id: warm, text: "Warm.", right: true, why: "As the leaflet says."}}
  - id: what-goes-in
    question: "What goes into {tea}?"
    options:
      - {{id: water, text: "Water.", right: true, why: "A litre."}}
      - {{id: leaves, text: "Leaves.", right: true, why: "A few."}}
      - {{id: salt, text: "Salt.", why: "Not here."}}
  - id: who-likes-it
    question: "Who likes {tea}?"
    answer: "Some *do* & some <don't>."
"""
TEA_IN = {"sv": "te", "da": "thé", "en": "tea"}


def add_questions(project: Project) -> Project:
    """Give the fixture's chapter three questions, one of each form, in every language."""
    for language, tea in TEA_IN.items():
        path = project.docs / language / "method-guide" / "tea.md"
        head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
        asked = QUESTIONS.format(tea=tea)
        path.write_text(f"{head}\n{asked}---\n{text}", encoding="utf-8")
    for language in ("da", "en"):
        follows(project, language, "tea", ["questions"])
    return project


def write_register(project: Project, codes: str = "") -> None:
    """Give every printable that is there its line, every chapter a code, and record new translations.

    codes: the register's text down to its printables; without it 101 and on, 201 and on, by their names.
    """
    text = codes or numbered(parts_of(project))
    path = project.docs / "chapters.yml"
    path.write_text(text, encoding="utf-8")
    lines = [f"  {line_of(name, days)}\n" for name, days in editions_by_id(load(project)).items()]
    path.write_text(f"{text}\nprintables:\n{''.join(lines)}", encoding="utf-8")
    record_missing(project)


def replace_in(path: Path, *pairs: tuple[str, str]) -> None:
    """Replace each text once in a file; every one must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, f"{old!r} is not in {path}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def build_of(project: Project) -> Build:
    """Return a build of a project whose texts have no problem; nothing is made yet.

    A test that changes what a printable says need not give it a new edition, nor translate it.
    """
    library = check(project)
    library.translations = Translations()
    build = Build(project, library)
    assert [
        problem for problem in build.library.problems if problem not in build.library.stale
    ] == []
    build.library.problems.clear()
    return build


def _make(root: Path, menu: str) -> Project:
    shutil.copytree(FIXTURE, root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    (root / "scripts").mkdir()
    shutil.copyfile(ROOT / "scripts" / "hooks.py", root / "scripts" / "hooks.py")
    settings = _nobodys((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    before, _, rest = settings.partition("\nnav:\n")
    after = rest.partition("\nvalidation:\n")[2]
    text = f"{before}\nnav:\n{menu}\nvalidation:\n{after}"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(root)


def _nobodys(settings: str) -> str:
    """Return the settings as nobody has filled them in yet: tests do not depend on who runs the site."""
    address = re.sub(r"^site_url:.*$", "site_url: https://slingan.example/", settings, flags=re.M)
    return re.sub(r"^  organisation:.*\n(    .*\n)*", "", address, flags=re.M)
