"""Easy-read texts and the chapters they belong to."""

import shutil

import pytest
from pydantic import ValidationError

from press.content.easy import EasyRead, headings, is_easy, read_easy
from press.content.library import load
from press.project import LANGUAGES, Project
from small_site import FIXTURE


@pytest.fixture
def texts(tmp_path):
    """The fixture's texts alone, without looks."""
    root = tmp_path / "texts"
    shutil.copytree(FIXTURE, root)
    (root / "mkdocs.yml").write_text("site_url: https://a.example/\n")
    return Project(root)


def test_an_easy_read_text_belongs_to_its_chapter(texts):
    """It is no page of its own."""
    library = load(texts)
    assert library.problems == []
    for language in LANGUAGES:
        entry = library.entries[language, "method-guide/tea"]
        assert entry.easy.source.path == f"docs/{language}/method-guide/tea.easy.md"
        assert len(headings(entry.easy)) == 1
    assert {slug for _, slug in library.entries} == {"", "method-guide/tea"}


def test_a_chapter_needs_none(texts):
    """In no language, then."""
    for path in texts.docs.rglob("*.easy.md"):
        path.unlink()
    library = load(texts)
    assert library.problems == []
    assert library.entries["sv", "method-guide/tea"].easy is None


def test_the_ending_tells(texts):
    """Only `.easy.md` does; a chapter may be called easy."""
    assert is_easy(texts.docs / "sv/method-guide/tea.easy.md")
    assert not is_easy(texts.docs / "sv/method-guide/easy.md")


def test_headings_are_read_in_order(texts):
    """Parity counts them."""
    path = texts.docs / "sv/method-guide/tea.easy.md"
    path.write_text("---\ntitle: A\nsummary: B.\n---\n## Ett\n\n## Två **ord**\n", encoding="utf-8")
    easy, problems = read_easy(path, "sv", texts)
    assert problems == []
    assert headings(easy) == ["Ett", "Två ord"]


def test_it_may_show_our_drawings(texts):
    """They are not words, so they weigh nothing; a drawing we do not have is told."""
    path = texts.docs / "sv/method-guide/tea.easy.md"
    path.write_text(
        "---\ntitle: A\nsummary: B.\n---\nEtt.\n\n[[drawing-loop]]\n\n[[drawing-tea]]\n"
    )
    easy, problems = read_easy(path, "sv", texts)
    assert easy is not None
    assert [(problem.line, "drawing-tea" in problem.message) for problem in problems] == [(9, True)]


def test_front_matter_is_title_and_summary():
    """All else is the chapter's."""
    assert EasyRead(title="A", summary="B").model_dump() == {"title": "A", "summary": "B"}
    with pytest.raises(ValidationError):
        EasyRead(title="A", summary="B", id="c")


def test_a_broken_chapter_is_told_once(texts):
    """Its easy-read text is not blamed for what is wrong in the chapter."""
    path = texts.docs / "sv/method-guide/tea.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Te", "titel: Te", 1))
    assert {problem.path for problem in load(texts).problems} == {"docs/sv/method-guide/tea.md"}


def test_a_hidden_sign_is_told(texts):
    """Easy-read texts are checked like chapters."""
    path = texts.docs / "sv/method-guide/tea.easy.md"
    path.write_text(path.read_text(encoding="utf-8") + "te\u202ex\n", encoding="utf-8")
    said = [str(problem) for problem in load(texts).problems]
    assert said == [
        "docs/sv/method-guide/tea.easy.md:13: has a hidden sign, U+202E RIGHT-TO-LEFT OVERRIDE; "
        "delete it"
    ]
