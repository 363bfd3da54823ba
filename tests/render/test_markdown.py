"""Short Markdown texts inside printables."""

import markdown
import pytest

from press.render.markdown import NoHtml, makeExtension, to_html


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
    ],
)
def test_simple_markdown_becomes_html(text, html):
    """Paragraphs, lists, emphasis, links and languages are all that a panel needs."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b>word</b>", "<p>a &lt;b&gt;word&lt;/b&gt;</p>"),
        ("<div>\n\ntext\n\n</div>", "<p>&lt;div&gt;</p>\n<p>text</p>\n<p>&lt;/div&gt;</p>"),
        ('<img src="x" onerror="y">', '<p>&lt;img src="x" onerror="y"&gt;</p>'),
        ("<!-- remark -->", "<p>&lt;!-- remark --&gt;</p>"),
        ("<?php x ?>", "<p>&lt;?php x ?&gt;</p>"),
        ("a<br>b", "<p>a&lt;br&gt;b</p>"),
    ],
)
def test_html_is_shown_as_text(text, html):
    """What looks like a tag reaches the reader as written, never the browser as a tag."""
    assert to_html(text) == html


def test_the_site_engine_finds_the_extension_by_its_module():
    """mkdocs.yml names the module, and pages follow the same rule as printables."""
    assert isinstance(makeExtension(), NoHtml)
    made = markdown.markdown("a <b>word</b>", extensions=["press.render.markdown"])
    assert made == "<p>a &lt;b&gt;word&lt;/b&gt;</p>"
