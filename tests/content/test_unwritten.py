"""Places left to an author are found wherever they stand."""

import pytest

from press.build import check
from press.content.frontmatter import parse
from press.content.unwritten import places, unwritten

TEA = "docs/sv/method-guide/tea.md"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: ((write the title))", "the title"),
        ("audience: [guide] # ((write whom it is for))", "whom it is for"),
        ("## ((Write a heading))", "a heading"),
        ("(( write  the text ))", "the text"),
        ("begins here ((write a text that goes", "a text that goes"),
        ("ends at once ((write", ""),
    ],
)
def test_a_mark_is_found_however_it_is_written(text, what):
    """In capitals, with spaces, in a comment, or broken by an editor that fills lines."""
    assert list(places(f"first\n{text}\nlast")) == [(2, what)]


def test_two_marks_of_a_line_are_two():
    """Each is told."""
    assert [what for _, what in places("((write one)) and ((write two))")] == ["one", "two"]


@pytest.mark.parametrize(
    "text", ["(write to us)", "((a note))", "we write ((now))", "((writers))", ""]
)
def test_ordinary_words_are_no_mark(text):
    """Brackets and the word alone may stand in any text."""
    assert list(places(text)) == []


def test_a_problem_names_the_line_of_the_file():
    """Also where nothing but the mark is left of it."""
    found = unwritten(parse("---\ntitle: ((write the title))\n---\n((write", "docs/a.md"))
    assert [str(problem) for problem in found] == [
        "docs/a.md:2: still to be written: the title",
        "docs/a.md:4: still to be written",
    ]


@pytest.mark.parametrize("name", ["tea.md", "tea.easy.md", "../index.md"])
def test_no_page_with_a_mark_passes(small, edit, name):
    """Chapters, easy-read versions and the pages around them."""
    file = f"docs/da/method-guide/{name}"
    title = next(
        line
        for line in (small.root / file).read_text(encoding="utf-8").split("\n")
        if line.startswith("title: ")
    )
    edit(file, title, f"{title} ((write more))")
    told = [str(problem) for problem in check(small).problems]
    assert len(told) == 1
    assert told[0].endswith("still to be written: more")


def test_a_broken_front_matter_hides_no_mark(small, edit):
    """Both are told, in a chapter and in its easy-read version."""
    for name in (TEA, TEA.replace(".md", ".easy.md")):
        edit(name, "title: ", "title: ((write it)) : ")
    told = [str(problem) for problem in check(small).problems]
    assert sum(line.endswith("still to be written: it") for line in told) == 2
    assert any("cannot be read as YAML" in line for line in told)
