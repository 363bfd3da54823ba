"""What may lie in docs/."""

import pytest
from PIL import Image

from press.build import check
from press.content.files import check_files, hidden_signs
from press.content.frontmatter import parse


def _said(project):
    return [str(problem) for problem in check_files(project)]


def test_pages_registers_and_pictures_may_lie_there(small):
    """The ordinary case."""
    (small.docs / "assets").mkdir()
    Image.new("RGB", (2, 2)).save(small.docs / "assets" / "a.png")
    assert _said(small) == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("sv/evil.html", "does not belong here"),
        ("sv/method-guide/tea/index.html", "does not belong here"),
        ("404.html", "does not belong here"),
        ("CNAME", "does not belong here"),
        ("sv/a.MD", "does not belong here"),
        ("other.yml", "does not belong here"),
        ("assets/js/header.js", "must be one of .png"),
        ("assets/css/slingan.css", "must be one of .png"),
        ("sv/picture.png", "is a picture; put it into docs/assets/"),
    ],
)
def test_what_would_be_published_as_it_is_may_not(small, name, says):
    """Everything in docs/ reaches the site, so scripts, pages and styles may not stand there."""
    path = small.docs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert any(line.startswith(f"docs/{name}:1: {says}") for line in _said(small))


def test_a_picture_may_not_take_the_place_of_one_of_ours(small):
    """The site's sign is served from the same folder."""
    (small.docs / "assets").mkdir()
    (small.docs / "assets" / "favicon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert _said(small) == [
        "docs/assets/favicon.svg:1: has the same name as overrides/assets/favicon.svg; "
        "give it another name"
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x1b", "\ufeff"])
def test_hidden_signs_are_named_with_their_line(sign):
    """What nobody sees should not change what is read aloud."""
    whole = f"---\ntitle: a\n---\nb{sign}c\n"
    lines = [str(problem) for problem in hidden_signs(parse(whole, "f.md"), whole)]
    assert len(lines) == 1
    assert lines[0].startswith(f"f.md:4: has a hidden sign, U+{ord(sign):04X}")


def test_hidden_signs_are_found_behind_escapes_too():
    """YAML can write them without showing them."""
    whole = '---\ntitle: "a\\u202eb"\n---\n'
    lines = [str(problem) for problem in hidden_signs(parse(whole, "f.md"), whole)]
    assert lines == ["f.md:2: title: has a hidden sign, U+202E RIGHT-TO-LEFT OVERRIDE; delete it"]


def test_a_page_in_no_menu_and_a_menu_without_page_are_named(small):
    """The menu is part of the site."""
    settings = small.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("method-guide/tea.md", "method-guide/te.md")
    settings.write_text(text, encoding="utf-8")
    assert [str(problem) for problem in check(small).problems] == [
        "mkdocs.yml:1: nav: `method-guide/te.md` does not exist; did you mean `method-guide/tea.md`?",
        "mkdocs.yml:1: nav: `method-guide/tea.md` is in no menu; add `- method-guide/tea.md`",
    ]


def test_the_home_page_cannot_go_missing(small):
    """Not even in all languages at once."""
    for language in ("sv", "da", "en"):
        (small.docs / language / "index.md").unlink()
    said = [str(problem) for problem in check(small).problems]
    assert "docs/sv/index.md:1: is missing" in said


@pytest.mark.parametrize("name", ["terms.yaml", "TERMS.YML", "Terms.yml"])
def test_a_register_with_another_name_is_told_its_own(small, name):
    """A program that saves another ending, or a system that does not tell capitals apart."""
    (small.docs / name).write_text("a")
    said = [str(problem) for problem in check_files(small)]
    assert said == [f"docs/{name}:1: does not belong here; did you mean `terms.yml`?"]


@pytest.mark.parametrize("name", ["tea (conflicted copy).md", "my tea.md", "tea.Easy.md"])
def test_a_page_with_an_odd_name_is_one_problem(small, name):
    """No code, no language and no menu is asked for what is only a copy."""
    (small.docs / "en" / "method-guide" / name).write_text("---\nid: tea\n---\n")
    (problem,) = check(small).problems
    assert str(problem).startswith(f"docs/en/method-guide/{name}:1: has a name that no page can")
