"""Titles of boxes in the page's language."""

import pytest

from press.web.boxes import name_boxes
from press.web.html import text, tree

TITLES = {"try": "Prova", "outside": "Från annat håll"}


def box(kinds, title, rest="<p>x</p>", role=""):
    return f'<div class="{kinds}"{role}><p class="admonition-title">{title}</p>{rest}</div>'


def note(name):
    return f' role="note" aria-label="{name}"'


def named(html):
    root = tree(html)
    name_boxes(root, TITLES)
    return text(root)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (box("admonition try", "Try"), box("admonition try", "Prova", role=note("Prova"))),
        (
            box("admonition outside", "Outside"),
            box("admonition outside", "Från annat håll", role=note("Från annat håll")),
        ),
        (
            box("admonition try", "Try", box("admonition outside", "Outside")),
            box(
                "admonition try",
                "Prova",
                box("admonition outside", "Från annat håll", role=note("Från annat håll")),
                role=note("Prova"),
            ),
        ),
    ],
    ids=["try", "outside", "one in another"],
)
def test_a_box_without_a_title_gets_one(before, after):
    """Readers do not see the word that authors write after the three signs."""
    assert named(before) == after


@pytest.mark.parametrize(
    "html",
    [
        box("try", "Try"),
        '<div class="admonition try"><p>Try</p></div>',
        "<p>Try</p>",
    ],
    ids=["no box", "no title", "no div"],
)
def test_what_is_no_box_stays(html):
    """Anything that is no such box is left alone."""
    assert named(html) == html


@pytest.mark.parametrize("title", ["Brew it", "try"])
def test_what_the_author_named_stays(title):
    """A title of the author's own is kept, and is what a listener hears."""
    after = box("admonition try", title, role=note(title))
    assert named(box("admonition try", title)) == after


def test_a_title_is_text():
    """A word of the interface cannot bring markup into the page."""
    root = tree(box("admonition try", "Try"))
    name_boxes(root, {"try": "<b>&"})
    made = text(root)
    assert "<b>" not in made.replace('aria-label="<b>&amp;"', "")
    assert "&lt;b&gt;&amp;</p>" in made
