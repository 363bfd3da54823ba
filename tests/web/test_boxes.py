"""Titles of boxes in the page's language."""

import pytest

from press.web.boxes import name_boxes
from press.web.html import text, tree

TITLES = {"try": "Prova", "outside": "Från annat håll"}


def box(kinds, title, rest="<p>x</p>"):
    return f'<div class="{kinds}"><p class="admonition-title">{title}</p>{rest}</div>'


def named(html):
    root = tree(html)
    name_boxes(root, TITLES)
    return text(root)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (box("admonition try", "Try"), box("admonition try", "Prova")),
        (box("admonition outside", "Outside"), box("admonition outside", "Från annat håll")),
        (
            box("admonition try", "Try", box("admonition outside", "Outside")),
            box("admonition try", "Prova", box("admonition outside", "Från annat håll")),
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
        box("admonition try", "Brew it"),
        box("admonition try", "try"),
        box("admonition note", "Note"),
        box("try", "Try"),
        '<div class="admonition try"><p>Try</p></div>',
        "<p>Try</p>",
    ],
    ids=["own title", "own small title", "no words", "no box", "no title", "no div"],
)
def test_what_the_author_named_stays(html):
    """A title of the author's own, and anything that is no such box, is left alone."""
    assert named(html) == html


def test_a_title_is_text():
    """A word of the interface cannot bring markup into the page."""
    root = tree(box("admonition try", "Try"))
    name_boxes(root, {"try": "<b>&"})
    assert text(root) == box("admonition try", "&lt;b&gt;&amp;")
