"""Pieces of a page as trees."""

import pytest

from press.web.html import replace, text, tree


@pytest.mark.parametrize(
    "html",
    [
        "",
        "text only",
        "<p>a</p>",
        "<p>a</p>tail",
        "lead<p>a</p>\n<p>b</p>\n",
        "<p>å ä ö æ ø – “x”</p>",
        "<p>a<br>b</p><hr>",
        "<p>a &amp; b &lt;c&gt;</p>",
        "<!-- remark --><p>a</p>",
        "<div>a</div>",
        '<input type="checkbox" checked>',
        "<pre>a\n  b</pre>",
    ],
)
def test_reading_and_writing_changes_nothing(html):
    """A page that no pass has to do with comes out as it went in."""
    assert text(tree(html)) == html


def test_what_is_not_closed_is_closed():
    """Each piece is whole, so that pieces can be put together."""
    assert text(tree("<p>a<em>b")) == "<p>a<em>b</em></p>"


@pytest.mark.parametrize(
    ("html", "fragment", "made"),
    [
        ("<p>x</p>", "<b>1</b>", "<b>1</b>"),
        ("<p>x</p>", "<b>1</b><i>2</i>", "<b>1</b><i>2</i>"),
        ("<p>x</p> tail", "<b>1</b>", "<b>1</b> tail"),
        ("<p>x</p> tail", "<b>1</b> end", "<b>1</b> end tail"),
        ("<h2>a</h2><p>x</p><h2>b</h2>", "<b>1</b>", "<h2>a</h2><b>1</b><h2>b</h2>"),
        ("<h2>a</h2><p>x</p>", "", "<h2>a</h2>"),
    ],
)
def test_elements_take_the_place_of_another(html, fragment, made):
    """Order is kept, and the text after the old element comes after the new ones."""
    root = tree(html)
    replace(root.find("p"), fragment)
    assert text(root) == made
