"""The Markdown below the front matter."""

import pytest

from press.content.body import anchored_links, check_body, check_link, check_marks, prose_lines
from press.content.frontmatter import Source, parse

HTML = "has HTML; write Markdown instead (a `<` before a letter is written `\\<`)"
H1 = "has a heading with one #; the title in the front matter is the heading, use ##"
AS_PATH = "must be a path seen from this file, such as `../part/chapter.md`"


def braces(word):
    return f"`{word}` is not allowed in braces; only `lang=sv`, `.class` and `#name` are"


def elsewhere(target):
    return f"the picture `{target}` lies elsewhere; use a file inside docs/ or overrides/"


def leads_out(target):
    return f"`{target}` leads out of docs/; use a file inside it"


@pytest.fixture
def tree(tmp_path):
    """Folders with a few pages and pictures; returns the page that is checked."""
    names = [
        "secret.md",
        "docs/sv/method-guide/tea.md",
        "docs/sv/method-guide/cups.md",
        "docs/sv/index.md",
        "docs/da/method-guide/tea.md",
        "docs/assets/pot.png",
        "overrides/assets/logo.svg",
    ]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "docs/sv/method-guide/tea.md"


@pytest.fixture
def messages(tree):
    """Check a body that stands from line 10 on and return the problems' lines and messages."""
    root = tree.parents[3]

    def check(body):
        source = Source("tea.md", body=body, body_line=10)
        problems = check_body(source, tree, root / "docs", root / "overrides")
        assert all(problem.path == "tea.md" and not problem.field for problem in problems)
        return [(problem.line, problem.message) for problem in problems]

    return check


@pytest.mark.parametrize(
    "line",
    [
        "Plain text, with *stars*, 3 < 4, a <- b and R&D.",
        "[a page](cups.md)",
        "[this page](tea.md)",
        "[a page by another way](../method-guide/cups.md)",
        "[a page](<cups.md>)",
        '[a page](cups.md "Title")',
        "[a place](cups.md#how)",
        "[a place here](#how)",
        "[the first page](../index.md)",
        "[a file](../../assets/pot.png)",
        "[elsewhere](https://a.example/b?c=d:e#f)",
        "[mail](mailto:a@example.org) and [call](tel:+4512345678)",
        "[ref]: cups.md",
        "[ref]: https://a.example/",
        "<https://a.example/>",
        "![A pot](../../assets/pot.png)",
        "![A logo](../../../overrides/assets/logo.svg)",
        "[![A pot](../../assets/pot.png)](cups.md)",
        "A word{lang=da}, *one*{: lang='en' } and **two**{ .wide #name lang=\"sv\" }",
        "## A heading",
        "### A smaller heading {#name}",
        "!!! outside",
        '!!! example "With a title"',
        "!!! try",
        "!!! note",
        "`<b>`, `[x](lost-page.md)` and ``a ` <i>`` are code",
    ],
)
def test_what_authors_need_is_allowed(messages, line):
    """Links, pictures, boxes and languages are written without a complaint."""
    assert messages(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[x](lost-page.md)", ["the page `lost-page.md` does not exist"]),
        ("[x](cup.md)", ["the page `cup.md` does not exist; did you mean `cups.md`?"]),
        ("[x](lost-page.md#how)", ["the page `lost-page.md#how` does not exist"]),
        ("[x](../part/lost-page.md)", ["the page `../part/lost-page.md` does not exist"]),
        ("[ref]: lost-page.md", ["the page `lost-page.md` does not exist"]),
        ("[ref]: <lost-page.md>", ["the page `lost-page.md` does not exist"]),
        (
            "[x](../../da/method-guide/tea.md)",
            ["`../../da/method-guide/tea.md` is in another language; link to the page in this one"],
        ),
        (
            "[x](javascript:alert(1))",
            [
                "the link `javascript:alert(1` may not start with `javascript:`; use a file or https:"
            ],
        ),
        (
            "[x](JavaScript:alert)",
            ["the link `JavaScript:alert` may not start with `javascript:`; use a file or https:"],
        ),
        (
            "[x](data:text/html,hi)",
            ["the link `data:text/html,hi` may not start with `data:`; use a file or https:"],
        ),
        (
            "[x](file:///etc/passwd)",
            ["the link `file:///etc/passwd` may not start with `file:`; use a file or https:"],
        ),
        ("[x](//a.example/)", ["the link `//a.example/` lacks https:"]),
        ("[x](/index.md)", [f"`/index.md` {AS_PATH}"]),
        ("[x]()", [f"`` {AS_PATH}"]),
        ("[x](?a=b)", [f"`?a=b` {AS_PATH}"]),
        ("[x](..\\index.md)", [f"`..\\index.md` {AS_PATH}"]),
        ("[x](cups.md%00)", [f"`cups.md%00` {AS_PATH}"]),
        ("[x](../../../secret.md)", [leads_out("../../../secret.md")]),
        ("[x](%2e%2e/%2e%2e/%2E%2E/secret.md)", [leads_out("%2e%2e/%2e%2e/%2E%2E/secret.md")]),
        (
            "[x](../../../overrides/assets/logo.svg)",
            [leads_out("../../../overrides/assets/logo.svg")],
        ),
        ("![x](https://a.example/b.png)", [elsewhere("https://a.example/b.png")]),
        ("![x](//a.example/b.png)", [elsewhere("//a.example/b.png")]),
        ("![x](data:image/png;base64,AA)", [elsewhere("data:image/png;base64,AA")]),
        ("![x](../../../secret.md)", [leads_out("../../../secret.md")]),
        ("![x](..%2f..%2F..%2fsecret.md)", [leads_out("..%2f..%2F..%2fsecret.md")]),
        ("![x](%2e%2e/%2e%2e/%2e%2e/secret.md)", [leads_out("%2e%2e/%2e%2e/%2e%2e/secret.md")]),
        (
            "![x](../../assets/pots.png)",
            ["the picture `../../assets/pots.png` does not exist; did you mean `pot.png`?"],
        ),
        (
            "![](../../assets/pot.png)",
            [
                "the picture `../../assets/pot.png` has no description; "
                "write it between the square brackets"
            ],
        ),
        (
            "![ ](https://a.example/b.png)",
            [
                "the picture `https://a.example/b.png` has no description; "
                "write it between the square brackets",
                elsewhere("https://a.example/b.png"),
            ],
        ),
        (
            "[![x](../../assets/gone.jpeg)](lost-page.md)",
            [
                "the picture `../../assets/gone.jpeg` does not exist",
                "the page `lost-page.md` does not exist",
            ],
        ),
        ("a <b>word</b>", [HTML]),
        ("<script>", [HTML]),
        ("<br/>", [HTML]),
        ("a </b", [HTML]),
        ("<!-- a remark -->", [HTML]),
        ("<?php", [HTML]),
        ('<img src="x" onerror="y">', [HTML]),
        ('**x**{: onclick="alert(1)" }', [braces('onclick="alert(1)"')]),
        ("**x**{ .a onclick=b style=c }", [braces("onclick=b"), braces("style=c")]),
        ("**x**{lang=swe}", [braces("lang=swe")]),
        ("!!! warning", ["unknown box `warning`; use outside, example, try, note"]),
        ("!!! outsid", ["unknown box `outsid`; did you mean `outside`?"]),
        ("    !!! tip", ["unknown box `tip`; use outside, example, try, note"]),
        ("# A title", [H1]),
    ],
)
def test_what_would_break_or_leave_the_site_is_a_problem(messages, line, expected):
    """Each line that cannot stand is shown with its number and a remedy."""
    assert messages(f"Fine.\n{line}\nFine.") == [(11, message) for message in expected]


def test_one_line_may_have_several_problems(messages):
    """Every link and picture of a line is looked at."""
    assert [message for _, message in messages("[a](x1.md), [b](x2.md) and ![c](x3.png)")] == [
        "the picture `x3.png` does not exist",
        "the page `x1.md` does not exist",
        "the page `x2.md` does not exist",
    ]


def test_a_link_on_disk_is_not_followed_out_of_docs(messages, tree):
    """`..` is taken by its text, so a link on disk does not change where a path leads."""
    (tree.parent / "away").symlink_to(tree.parents[3])
    assert messages("[x](away/../cups.md)") == []


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "``` python"])
def test_code_blocks_are_not_checked(messages, fence):
    """What is shown as code is neither link nor HTML."""
    end = fence.split(" ")[0]
    body = f"{fence}\n[x](lost-page.md)\n<b>\n# x\n{end}\n[y](lost-page.md)"
    assert messages(body) == [(15, "the page `lost-page.md` does not exist")]


def test_a_shorter_fence_does_not_end_a_code_block():
    """A block fenced with four signs may show three."""
    source = Source("a.md", body="````\n```\n````\ntext", body_line=5)
    assert list(prose_lines(source)) == [(8, "text")]


def test_code_in_a_line_becomes_spaces():
    """The rest of the line keeps its place."""
    assert list(prose_lines(Source("a.md", body="a `b` c"))) == [(1, "a     c")]


def test_lines_count_from_the_top_of_the_file():
    """An editor's line number counts the front matter too."""
    source = parse("---\nid: a\n---\none\n\ntwo", "a.md")
    assert list(prose_lines(source)) == [(4, "one"), (5, ""), (6, "two")]


def test_a_page_without_body_has_no_problems(messages):
    """Nothing written is nothing wrong."""
    assert messages("") == []


def test_links_to_places_are_found_with_their_lines():
    """Links into a page are collected; links elsewhere and in code are not."""
    body = "[a](b.md#c) [d](#e)\n`[x](y.md#z)`\n[f]: g.md#h\n[i](https://a.example/#j) [k](l.md)"
    assert list(anchored_links(Source("a.md", body=body, body_line=7))) == [
        (7, "b.md#c"),
        (7, "#e"),
        (9, "g.md#h"),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("cups.md", []),
        ("#how", []),
        ("https://a.example/", []),
        ("lost-page.md", ["the page `lost-page.md` does not exist"]),
        (
            "ftp://a.example/",
            ["the link `ftp://a.example/` may not start with `ftp:`; use a file or https:"],
        ),
    ],
)
def test_a_link_in_front_matter_follows_the_same_rules(tree, target, expected):
    """The home page's doors are checked like links in a text."""
    assert list(check_link(target, tree, tree.parents[2])) == expected


MARKED = "Text. [[D6]]\n\n[[tea-list]]\n"


def marks(body, printables=("tea-list", "tea-leaflet"), outside=("D6",)):
    source = parse(f"---\nid: tea\noutside_facts: []\n---\n{body}", "a.md")
    return [str(problem) for problem in check_marks(source, list(printables), list(outside))]


def test_marks_that_agree_are_no_problem():
    """A printable without a mark is put at the end of its chapter, so it need not have one."""
    assert marks(MARKED) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "[[D6]]\n\n[[tea-lst]]\n",
            ["a.md:7: unknown mark `[[tea-lst]]`; did you mean `tea-list`?"],
        ),
        ("[[D6]]\n\n[[zzz]]\n", ["a.md:7: unknown mark `[[zzz]]`; no printable here has that id"]),
        (
            "[[D6]]\n\n  [[tea-list]]  \n\n[[tea-list]]\n",
            ["a.md:9: `[[tea-list]]` stands twice; a printable has one place"],
        ),
        (
            "Text. [[D6]]\n\nMore. [[R12]]\n",
            ["a.md:7: `[[R12]]` is used but not listed in `outside_facts`"],
        ),
        (
            "Text.\n",
            [
                "a.md:3: outside_facts: `D6` is listed but never marked with `[[D6]]` in the text",
            ],
        ),
        (
            "```\n[[D6]]\n[[zzz]]\n```\n`[[D6]]`\n",
            [
                "a.md:3: outside_facts: `D6` is listed but never marked with `[[D6]]` in the text",
            ],
        ),
    ],
)
def test_marks_and_front_matter_agree(body, expected):
    """A mark stands for something that is there, and each fact from elsewhere is marked."""
    assert marks(body) == expected


def test_a_fact_may_be_marked_more_than_once():
    """Two sentences can rest on the same fact."""
    assert marks("One. [[D6]] Two. [[D6]]\n") == []


def test_facts_are_told_in_order():
    """The same mistakes give the same lines in the same order every time."""
    body = "[[R2]] [[D9]] [[D10]]\n"
    assert [line.split("`")[1] for line in marks(body, outside=["R1", "D1"])] == [
        "[[D10]]",
        "[[D9]]",
        "[[R2]]",
        "D1",
        "R1",
    ]
