"""Marks in a page, and what is put in their place."""

import pytest

from press.web.html import text, tree
from press.web.marks import put_fragments, put_outside_marks

FRAGMENTS = {"tea-list": '<section id="tea-list">List</section>', "two": "<h3>A</h3><p>B</p>"}


def placed(html):
    root = tree(html)
    return put_fragments(root, FRAGMENTS), text(root)


@pytest.mark.parametrize(
    ("html", "names", "made"),
    [
        ("<p>[[tea-list]]</p>", ["tea-list"], '<section id="tea-list">List</section>'),
        (
            "<p>a</p>\n<p> [[tea-list]]\n</p>\n<p>b</p>",
            ["tea-list"],
            '<p>a</p>\n<section id="tea-list">List</section>\n<p>b</p>',
        ),
        ("<p>[[two]]</p>after", ["two"], "<h3>A</h3><p>B</p>after"),
        (
            "<p>[[two]]</p><p>[[tea-list]]</p>",
            ["two", "tea-list"],
            '<h3>A</h3><p>B</p><section id="tea-list">List</section>',
        ),
        (
            "<div><p>x</p><p>[[tea-list]]</p></div>",
            ["tea-list"],
            '<div><p>x</p><section id="tea-list">List</section></div>',
        ),
    ],
)
def test_a_paragraph_that_is_a_mark_becomes_its_fragment(html, names, made):
    """The fragment takes the paragraph's place, and the names of placed fragments are known."""
    assert placed(html) == (names, made)


@pytest.mark.parametrize(
    "html",
    [
        "<p>see [[tea-list]]</p>",
        "<p>[[tea-list]] here</p>",
        "<p>[[gone]]</p>",
        "<p><em>[[tea-list]]</em></p>",
        "<p><code>[[tea-list]]</code></p>",
        "<pre><code>[[tea-list]]</code></pre>",
        "<h2>[[tea-list]]</h2>",
        "<p>[[Tea-list]]</p>",
        "<p>[[D6]]</p>",
        "",
    ],
)
def test_nothing_else_is_replaced(html):
    """A mark within a text, in code or without a fragment stays as it is."""
    assert placed(html) == ([], html)


def with_facts(html):
    root = tree(html)
    put_outside_marks(root, lambda fact: f'<sup><a href="#{fact.lower()}">{fact}</a></sup>')
    return text(root)


D6 = '<sup><a href="#d6">D6</a></sup>'
R12 = '<sup><a href="#r12">R12</a></sup>'


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>Four. [[D6]]</p>", f"<p>Four.{D6}</p>"),
        ("<p>Four\n[[D6]] of them.</p>", f"<p>Four{D6} of them.</p>"),
        ("<p>Four[[D6]].</p>", f"<p>Four{D6}.</p>"),
        ("<p>[[D6]] first</p>", f"<p>{D6} first</p>"),
        ("<p>a [[D6]] [[R12]]</p>", f"<p>a{D6} {R12}</p>"),
        ("<p><em>a</em> b [[D6]] <b>c</b></p>", f"<p><em>a</em> b{D6} <b>c</b></p>"),
        ("<p><em>a [[D6]]</em> b [[R12]]</p>", f"<p><em>a{D6}</em> b{R12}</p>"),
        ("<p><code>x</code> a [[D6]]</p>", f"<p><code>x</code> a{D6}</p>"),
        (
            "<p><code>[[D6]]</code> a [[D6]] b</p>",
            f"<p><code>[[D6]]</code> a{D6} b</p>",
        ),
        ("<pre>x</pre>a [[D6]]", f"<pre>x</pre>a{D6}"),
        ("<!-- x -->a [[D6]]", f"<!-- x -->a{D6}"),
        ("<ul><li>a [[D6]]</li></ul>", f"<ul><li>a{D6}</li></ul>"),
        ("<table><tr><td>a [[D6]]</td></tr></table>", f"<table><tr><td>a{D6}</td></tr></table>"),
        ("<h2>a [[D6]]</h2>", f"<h2>a{D6}</h2>"),
        ("loose [[D6]]", f"loose{D6}"),
    ],
)
def test_a_mark_of_a_fact_becomes_a_small_link(html, made):
    """The link clings to the word before it, and the text after it stays."""
    assert with_facts(html) == made


@pytest.mark.parametrize(
    "html",
    [
        "<p>no marks</p>",
        "<p><code>[[D6]]</code></p>",
        "<pre><code>[[D6]]</code></pre>",
        "<pre><span></span><code><span>[[D6]]</span> [[D6]]</code></pre>",
        "<p>[[d6]] [[D]] [[D123]] [[X1]] [D6]</p>",
        "<!-- [[D6]] -->",
    ],
)
def test_code_and_other_marks_stay(html):
    """What is shown as code is not a mark."""
    assert with_facts(html) == html
