"""The one way Markdown is read: on pages, in panels, and when a text is checked."""

import markdown
import pytest
import yaml

from press.content.markup import (
    EXTENSIONS,
    SETTINGS,
    NoHtml,
    Unreadable,
    makeExtension,
    to_html,
    to_tree,
)
from small_site import ROOT


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("[x](../a.md)", '<p><a href="../a.md">x</a></p>'),
        ("*ord*{lang=sv}", '<p><em lang="sv">ord</em></p>'),
        ("Tea & cake", "<p>Tea &amp; cake</p>"),
        ("5 < 6", "<p>5 &lt; 6</p>"),
        ("[[tea-list]]", "<p>[[tea-list]]</p>"),
        ("## Så gör du", '<h2 id="sa-gor-du">Så gör du</h2>'),
        (
            "!!! try\n    Brew.",
            '<div class="admonition try">\n<p class="admonition-title">Try</p>\n<p>Brew.</p>\n</div>',
        ),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
    ],
)
def test_markdown_becomes_html(text, html):
    """Paragraphs, lists, emphasis, links, languages, headings, boxes and code."""
    made = to_html(text)
    # Code comes with a wrapper for colours that nobody here asks for.
    made = made.replace('<div class="highlight">', "").replace("<span></span>", "")
    assert made.removesuffix("</div>" if "<pre>" in made else "") == html


def test_a_table_becomes_a_table():
    """Alignment is the one style that Markdown itself writes."""
    made = to_html("| A | B |\n| --- | ---: |\n| a | 1 |")
    assert '<th style="text-align: right;">B</th>' in made
    assert "<td>a</td>" in made


@pytest.mark.parametrize(
    ("text", "html", "tags"),
    [
        (
            "<script>alert(1)</script>",
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
            ["<script>", "</script>"],
        ),
        ("a <b>word</b>", "<p>a &lt;b&gt;word&lt;/b&gt;</p>", ["<b>", "</b>"]),
        (
            "<div>\n\ntext\n\n</div>",
            "<p>&lt;div&gt;</p>\n<p>text</p>\n<p>&lt;/div&gt;</p>",
            ["<div>", "</div>"],
        ),
        (
            '<img src="x" onerror="y">',
            '<p>&lt;img src="x" onerror="y"&gt;</p>',
            ['<img src="x" onerror="y">'],
        ),
        ("<!-- remark -->", "<p>&lt;!-- remark --&gt;</p>", ["<!-- remark -->"]),
        ("<?php x ?>", "<p>&lt;?php x ?&gt;</p>", ["<?php x ?>"]),
        ("a<br>b", "<p>a&lt;br&gt;b</p>", ["<br>"]),
        ("a </b", "<p>a &lt;/b</p>", []),
        ("a \\<b> c", "<p>a &lt;b&gt; c</p>", []),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>", []),
        ("<https://a.example/>", '<p><a href="https://a.example/">https://a.example/</a></p>', []),
    ],
)
def test_html_is_shown_as_text_and_remembered(text, html, tags):
    """What looks like a tag reaches the reader as written, never the browser as a tag."""
    seen = []
    assert to_html(text, seen) == html
    assert seen == tags


def test_a_text_can_be_looked_at_as_elements():
    """What is checked is what comes out, not what was typed."""
    seen = []
    root = to_tree("a\n\n- [x](b.md)\n\n<b>", seen)
    assert root.tag == "div"
    assert [element.tag for element in root] == ["p", "ul", "p"]
    assert root.xpath("ul/li/a/@href") == ["b.md"]
    assert seen == ["<b>"]
    assert len(to_tree("")) == 0


@pytest.mark.parametrize(
    "text",
    ["\n".join("    " * n + "- a" for n in range(250)), "> " * 300 + "a"],
    ids=["lists in lists", "quotes in quotes"],
)
def test_a_text_that_is_nested_without_end_is_unreadable(text):
    """Nothing is read by halves: what is too deep to be checked is refused as a whole."""
    with pytest.raises(Unreadable):
        to_tree(text)


def test_the_site_engine_finds_the_extension_by_its_module():
    """mkdocs.yml names the module, and pages follow the same rule as printables."""
    assert isinstance(makeExtension(), NoHtml)
    made = markdown.markdown("a <b>word</b>", extensions=["press.content.markup"])
    assert made == "<p>a &lt;b&gt;word&lt;/b&gt;</p>"


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; what its own tags mean does not matter here."""


Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def test_the_site_engine_reads_markdown_in_the_same_way():
    """A text is checked with the very extensions and settings that draw the page."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.load(text, Loader=Loader)["markdown_extensions"]
    settings = {}
    for entry in listed:
        settings |= entry if isinstance(entry, dict) else {entry: {}}
    assert list(settings) == ["press.content.markup", *EXTENSIONS]
    assert {name: given for name, given in settings.items() if given} == SETTINGS


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_every_text_of_the_site_can_be_read(language):
    """No text that is there is too deep, and none has HTML."""
    for path in (ROOT / "docs" / language).rglob("*.md"):
        seen = []
        to_tree(path.read_text(encoding="utf-8").split("\n---\n", 1)[1], seen)
        assert seen == [], path
