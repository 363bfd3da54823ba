"""From HTML that Markdown made to blocks for paper."""

import pytest

from press.render.prose import Unprintable, blocks

ADDRESS = "https://a.example/method-guide/tea/"


def text(words, **style):
    return {"kind": "text", **style, "text": words}


def paragraph(*runs):
    return {"kind": "paragraph", "runs": list(runs)}


def listing(*items, ordered=False, tight=True):
    return {"kind": "list", "ordered": ordered, "tight": tight, "items": list(items)}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("<p>Tea.</p>\n<p>Cups.</p>", [paragraph(text("Tea.")), paragraph(text("Cups."))]),
        ("<h2>How</h2>", [{"kind": "heading", "level": 2, "runs": [text("How")]}]),
        ("<h6>How</h6>", [{"kind": "heading", "level": 6, "runs": [text("How")]}]),
        ("<hr>", []),
        ("<blockquote><p>a</p></blockquote>", [{"kind": "quote", "blocks": [paragraph(text("a"))]}]),
        ("<pre><code>a\n  b\n</code></pre>", [{"kind": "code", "text": "a\n  b"}]),
        ("<div><p>a</p></div>", [paragraph(text("a"))]),
        ("loose <b>text</b><p>a</p>", [
            paragraph(text("loose "), text("text", strong=True)), paragraph(text("a")),
        ]),
        ("<!-- remark --><p>a<!-- remark -->b</p>", [paragraph(text("a"), text("b"))]),
        ("<p>a</p> tail", [paragraph(text("a")), paragraph(text("tail"))]),
    ],
)  # fmt: skip
def test_blocks_come_in_the_order_of_the_page(html, expected):
    """Each block has its kind, and what only the screen needs is left out."""
    assert blocks(html, ADDRESS) == expected


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        (
            "<strong>a</strong> <em>b</em>",
            [text("a", strong=True), text(" "), text("b", emph=True)],
        ),
        (
            "<strong>a <em>b</em></strong>",
            [text("a ", strong=True), text("b", strong=True, emph=True)],
        ),
        ("<b>a</b><i>b</i>", [text("a", strong=True), text("b", emph=True)]),
        ("a<sup>2</sup>", [text("a"), text("2", sup=True)]),
        ("<code>a</code>", [{"kind": "code", "text": "a"}]),
        ('<span lang="da">te</span>', [text("te", lang="da")]),
        ('<em lang="da">te</em>', [text("te", emph=True, lang="da")]),
        ("a<br>b", [text("a"), {"kind": "break"}, text("b")]),
        ("  a\nb\n", [text("a b")]),
        ("a<a class='headerlink' href='#x'>¶</a>", [text("a")]),
        ("<input type='checkbox'>a", [text("a")]),
        ("<sub>2</sub>", [text("2")]),
        ("<abbr title='x'>a</abbr>", [text("a")]),
        ("a &amp; b &lt;c&gt;", [text("a & b <c>")]),
    ],
)
def test_running_text_keeps_its_style(html, runs):
    """Styles add up, and languages and line breaks reach the paper."""
    assert blocks(f"<p>{html}</p>", ADDRESS) == [paragraph(*runs)]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("../cups/", "https://a.example/method-guide/cups/"),
        ("../../", "https://a.example/"),
        ("#how", "https://a.example/method-guide/tea/#how"),
        ("https://b.example/x", "https://b.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_on_paper_are_public_addresses(href, address):
    """A relative link leads nowhere once it is printed."""
    assert blocks(f'<p><a href="{href}">x</a></p>', ADDRESS) == [paragraph(text("x", href=address))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
            listing([paragraph(text("a"))], [paragraph(text("b"))]),
        ),
        ("<ol><li>a</li></ol>", listing([paragraph(text("a"))], ordered=True)),
        (
            "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
            listing([paragraph(text("a"))], [paragraph(text("b"))], tight=False),
        ),
        (
            "<ul><li>a<ol><li>b</li></ol></li></ul>",
            listing([paragraph(text("a")), listing([paragraph(text("b"))], ordered=True)]),
        ),
    ],
)
def test_lists_keep_their_depth_and_their_air(html, expected):
    """A list whose items are paragraphs is set with space between them."""
    assert blocks(html, ADDRESS) == [expected]


def test_a_table_has_a_head_and_rows():
    """The first row is the head, and cells hold running text."""
    html = (
        "<table><thead><tr><th>A</th><th><em>B</em></th></tr></thead>"
        "<tbody><tr><td>1</td><td></td></tr></tbody></table>"
    )
    assert blocks(html, ADDRESS) == [
        {
            "kind": "table",
            "columns": 2,
            "head": [[text("A")], [text("B", emph=True)]],
            "rows": [[[text("1")], []]],
        }
    ]


@pytest.mark.parametrize(
    ("title", "heading"), [('<p class="admonition-title">Try</p>', "Try"), ("", "")]
)
def test_a_box_keeps_its_kind_and_title(title, heading):
    """On paper a box looks like its kind."""
    html = f'<div class="admonition try">{title}<p>Brew.</p></div>'
    assert blocks(html, ADDRESS) == [
        {"kind": "box", "name": "try", "title": heading, "blocks": [paragraph(text("Brew."))]}
    ]


def test_pictures_are_drawn_by_whoever_knows_their_files():
    """The reader of HTML does not open files; it hands over `src` and keeps the description."""
    made = blocks(
        '<p><img src="a.png" alt="A pot"> <img src="b.png" alt=""></p>',
        ADDRESS,
        lambda source: {"kind": "picture", "path": f"/{source}"},
    )
    assert made == [
        {"kind": "picture", "path": "/a.png", "alt": "A pot"},
        {"kind": "picture", "path": "/b.png", "alt": ""},
    ]


@pytest.mark.parametrize(
    ("html", "element"),
    [
        ("<details><p>a</p></details>", "details"),
        ("<p>a <video></video></p>", "video"),
        ('<p><img src="a.png"></p>', "img"),
        ("<ul><li><iframe></iframe></li></ul>", "iframe"),
        ("<form></form>", "form"),
    ],
)
def test_what_has_no_form_on_paper_is_refused_by_name(html, element):
    """Nothing disappears from paper without a word."""
    with pytest.raises(Unprintable) as found:
        blocks(html, ADDRESS)
    assert str(found.value) == element


@pytest.mark.parametrize(
    "html",
    [
        '<p>see <img src="a.png"></p>',
        '<p><img src="a.png" alt="b"> A caption</p>',
        '<p><a href="b"><img src="a.png" alt="b"></a></p>',
        '<ul><li><img src="a.png" alt="b"></li></ul>',
    ],
    ids=["in a sentence", "with a caption", "in a link", "in a list"],
)
def test_a_picture_that_does_not_stand_by_itself_is_refused(html):
    """No word beside a picture gets lost, because paper takes pictures by themselves only."""
    with pytest.raises(Unprintable, match=r"^img$"):
        blocks(html, ADDRESS, lambda source: {"kind": "picture"})


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One line.\nAnother <b>line</b>\nhere.</p>", ["One line.", "Another line", "here."]),
        ("<p>One.<br />\nTwo.\n</p>", ["One.", "Two."]),
        ("<p><b>One\n  two</b> three</p>", ["One", "two three"]),
    ],
)
def test_an_easy_read_text_keeps_the_lines_of_its_author(html, lines):
    """Where the author pauses, print pauses; nowhere else and never twice."""
    (made,) = blocks(html, ADDRESS, keep_lines=True)
    text = "".join(run.get("text", "\n") for run in made["runs"])
    assert text.split("\n") == lines


def test_lines_are_kept_in_lists_too():
    """An item's second line is a line of its own."""
    (made,) = blocks("<ol><li>a\nb</li><li>c</li></ol>", ADDRESS, keep_lines=True)
    first, _ = made["items"]
    assert first == [paragraph(text("a"), {"kind": "break"}, text("b"))]
