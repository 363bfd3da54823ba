"""Every kind of printable is complete: model, drawing, templates and words."""

import re

import pytest

from press.content.kinds import KINDS as MODELS
from press.project import Project
from press.render.kinds import KINDS
from press.render.paperdata import PAPER_WORDS
from press.render.words import load_words


def test_every_model_has_its_drawing():
    """A kind that authors can write is a kind that can be drawn, and the other way round."""
    assert KINDS.keys() == MODELS.keys()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_has_its_templates(project: Project, kind):
    """One for the page, one for each copy on paper."""
    assert (project.look / "web" / f"{kind.name}.html").is_file()
    for copy in kind.copies:
        assert copy.ending == "docx" or (project.look / "print" / copy.template).is_file()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_has_its_words(project: Project, kind):
    """Its name, how to print it, and what each link is called."""
    words = load_words(project)["sv"]
    for key in (f"kind_{kind.name}", f"how_to_print_{kind.name}", *(c.label for c in kind.copies)):
        assert words[key]


def test_templates_on_paper_use_the_words_they_get(project: Project):
    """A word that no template uses would make all paper be drawn anew for nothing."""
    texts = (path.read_text(encoding="utf-8") for path in (project.look / "print").glob("*.typ"))
    used = set(re.findall(r"words\.([a-z_]+)", " ".join(texts)))
    assert used == set(PAPER_WORDS)
