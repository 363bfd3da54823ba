"""The second lock on what an author's Markdown could smuggle in."""

import pytest

from press.web.clean import clean
from press.web.html import text, tree


def cleaned(html):
    root = tree(html)
    clean(root)
    return text(root)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="how">How</h2>',
        '<a href="../cups/#how" title="x">x</a>',
        '<a href="https://a.example/?a=b:c">x</a>',
        '<a href="mailto:a@b.example">x</a>',
        '<a href="../cups.html#how:much">x</a>',
        '<a href="#fn:1">x</a>',
        '<a href="?a=b:c">x</a>',
        '<a href="cups/a:b/">x</a>',
        '<a href="tel:+4512345678">x</a>',
        '<a href="HTTPS://a.example/">x</a>',
        '<img src="../pot.png" alt="A pot" width="10" height="20">',
        '<em lang="da" class="wide">x</em>',
        '<td style="text-align: right;">1</td>',
        '<th style="text-align:left">1</th>',
        '<ol start="3"><li>x</li></ol>',
        '<input type="checkbox" checked disabled>',
        "<!-- remark --><p>a &amp; b</p>tail",
    ],
)
def test_what_markdown_makes_stays(html):
    """The sound page goes through unchanged."""
    assert cleaned(html) == html


@pytest.mark.parametrize("name", ["script", "style", "iframe", "object", "form", "link", "base"])
def test_active_elements_go_with_all_they_hold(name):
    """No element that runs, loads or sends anything is left, and the text after it stays."""
    assert cleaned(f"<p>a</p><{name}></{name}>b") == "<p>a</p>b"


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="x"',
        'onerror="x"',
        'style="color: red"',
        'style="background: url(//a.example)"',
        'style="text-align:left;position:fixed;background:url(//a.example)"',
        'style="text-align: left; text-align: right"',
        'style=""',
        'target="_blank"',
        'formaction="x"',
        'srcdoc="x"',
        'data-checklist="x"',
        'tabindex="1"',
        'xlink:href="javascript:x"',
    ],
)
def test_unknown_attributes_go(attribute):
    """Only attributes that a page needs are let through."""
    assert cleaned(f'<p id="a" {attribute}>x</p>') == '<p id="a">x</p>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "&#1;javascript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "unknown:x",
        "a:b",
        "a.b-c+d:e",
    ],
)
@pytest.mark.parametrize(
    ("element", "rest"), [('<a href="{}">x</a>', "<a>x</a>"), ('<img src="{}">', "<img>")]
)
def test_addresses_that_are_no_links_go(address, element, rest):
    """However it is spelled, an address that runs a program is taken away."""
    assert cleaned(element.format(address)) == rest


def test_every_level_is_cleaned():
    """Depth hides nothing."""
    html = '<ul><li><blockquote><p onclick="x"><em onclick="y">a</em></p></blockquote></li></ul>'
    assert cleaned(html) == html.replace(' onclick="x"', "").replace(' onclick="y"', "")
