"""The Markdown below the front matter, and in it."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.content.anchors import anchors
from press.content.body import (
    Text,
    anchored_links,
    body_of,
    check_link,
    check_marks,
    check_text,
)
from press.content.frontmatter import Source, parse
from small_site import FIXTURE

HTML = "has HTML; write Markdown instead (a `<` before a letter is written `\\<`)"
H1 = "has a heading with one #; the title in the front matter is the heading, use ##"
AS_PATH = "must be a path seen from this file, such as `../part/chapter.md`"
FOLDS = "boxes that fold (???) are not used here; write !!!"
DEEP = "cannot be read: it is nested too deeply or has too many brackets"


def braces(name):
    return f"`{name}` is not allowed in braces; only `lang=sv`, `.class` and `#name` are"


def elsewhere(target):
    return f"the picture `{target}` lies elsewhere; use a file inside docs/assets/"


def leads_out(target):
    return f"`{target}` leads out of docs/; use a file inside it"


def nameless(target):
    return f"the picture `{target}` has no description; write it between the square brackets"


def not_alone(target):
    return f"the picture `{target}` must stand in a paragraph of its own, outside lists and boxes"


def scheme(target, word):
    return f"the link `{target}` may not start with `{word}:`; use a file or https:"


def lost(target, hint=""):
    return f"the page `{target}` does not exist{hint}"


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
        text = body_of(Source("tea.md", body=body, body_line=10))
        problems = check_text(text, tree, root / "docs", root / "overrides")
        assert all(problem.path == "tea.md" and not problem.field for problem in problems)
        return [(problem.line, problem.message) for problem in problems]

    return check


@pytest.mark.parametrize(
    "text",
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
        "[a page][ref] and [another][]\n\n[ref]: cups.md\n[another]: https://a.example/",
        "<https://a.example/> and <a@example.org>",
        "![A pot](../../assets/pot.png)",
        '![A pot](../../assets/pot.png "Title")',
        "![A pot][pot]\n\n[pot]: ../../assets/pot.png",
        "A *word*{lang=da}, *one*{: lang='en' } and **two**{ .wide #name lang=\"sv\" }",
        "## A heading",
        "## A heading\n\n### A smaller heading {#name}",
        "| A | B |\n| --- | ---: |\n| a | 1 |",
        "3. three\n4. four",
        "!!! outside\n    Text.",
        '!!! example "With a title"\n    Text.',
        "!!! try\n    - a\n\n    !!! note\n        Text.",
        "`<b>`, `[x](lost-page.md)` and ``a ` <i>`` are code",
        "What ??? is this and **what** ??? is that",
        "<3 and a </b",
    ],
)
def test_what_authors_need_is_allowed(messages, text):
    """Links, pictures, boxes, tables and languages are written without a complaint."""
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](lost-page.md)", [lost("lost-page.md")]),
        ("[x](cup.md)", [lost("cup.md", "; did you mean `cups.md`?")]),
        ("[x](lost-page.md#how)", [lost("lost-page.md#how")]),
        ("[x](../part/lost-page.md)", [lost("../part/lost-page.md")]),
        ("[a [b] c](lost-page.md)", [lost("lost-page.md")]),
        ("[a\nb](lost-page.md)", [lost("lost-page.md")]),
        ("[x](<lost page.md>)", [lost("lost page.md")]),
        ("- a\n\n    > [x](lost-page.md)", [lost("lost-page.md")]),
        ("| A |\n| --- |\n| [x](lost-page.md) |", [lost("lost-page.md")]),
        ("## [x](lost-page.md)", [lost("lost-page.md")]),
        (
            "[x](../../da/method-guide/tea.md)",
            ["`../../da/method-guide/tea.md` is in another language; link to the page in this one"],
        ),
        ("[x](javascript:alert(1))", [scheme("javascript:alert(1)", "javascript")]),
        ("[x](JavaScript:alert)", [scheme("JavaScript:alert", "javascript")]),
        ("[x]( javascript:alert)", [scheme("javascript:alert", "javascript")]),
        ("[x](&#106;avascript:alert)", [scheme("javascript:alert", "javascript")]),
        ("[x](javascript&colon;alert)", [scheme("javascript:alert", "javascript")]),
        ("[x](data:text/html,hi)", [scheme("data:text/html,hi", "data")]),
        ("[x](file:///etc/passwd)", [scheme("file:///etc/passwd", "file")]),
        ("<ftp://a.example/>", [scheme("ftp://a.example/", "ftp")]),
        ("[x](\x01javascript:alert)", [lost("\x01javascript:alert")]),
        ("[x](//a.example/)", ["the link `//a.example/` lacks https:"]),
        ("[x](/index.md)", [f"`/index.md` {AS_PATH}"]),
        ("[x]()", [f"`` {AS_PATH}"]),
        ("[x](?a=b)", [f"`?a=b` {AS_PATH}"]),
        ("[x](..\\index.md)", [f"`..\\index.md` {AS_PATH}"]),
        ("[x](cups.md%00)", [f"`cups.md%00` {AS_PATH}"]),
        ("[x](\x01//[)", [f"`\x01//[` {AS_PATH}"]),
        ("[x](../../../secret.md)", [leads_out("../../../secret.md")]),
        ("[x](%2e%2e/%2e%2e/%2E%2E/secret.md)", [leads_out("%2e%2e/%2e%2e/%2E%2E/secret.md")]),
        (
            "[x](../../../overrides/assets/logo.svg)",
            [leads_out("../../../overrides/assets/logo.svg")],
        ),
        ("![x](https://a.example/b.png)", [elsewhere("https://a.example/b.png")]),
        ("![x](//a.example/b.png)", [elsewhere("//a.example/b.png")]),
        ("![x](data:image/png;base64,AA)", [elsewhere("data:image/png;base64,AA")]),
        ("![a [b] c](https://a.example/b.png)", [elsewhere("https://a.example/b.png")]),
        ("![a\nb](https://a.example/b.png)", [elsewhere("https://a.example/b.png")]),
        ("![x](../../../secret.md)", [leads_out("../../../secret.md")]),
        ("![x](..%2f..%2F..%2fsecret.md)", [leads_out("..%2f..%2F..%2fsecret.md")]),
        ("![x](%2e%2e/%2e%2e/%2e%2e/secret.md)", [leads_out("%2e%2e/%2e%2e/%2e%2e/secret.md")]),
        (
            "![x](../../assets/pots.png)",
            ["the picture `../../assets/pots.png` does not exist; did you mean `pot.png`?"],
        ),
        ("![](../../assets/pot.png)", [nameless("../../assets/pot.png")]),
        (
            "![ ](https://a.example/b.png)",
            [nameless("https://a.example/b.png"), elsewhere("https://a.example/b.png")],
        ),
        ("See ![x](../../assets/pot.png)", [not_alone("../../assets/pot.png")]),
        ("![x](../../assets/pot.png) A caption.", [not_alone("../../assets/pot.png")]),
        ("- ![x](../../assets/pot.png)", [not_alone("../../assets/pot.png")]),
        ("!!! note\n    ![x](../../assets/pot.png)", [not_alone("../../assets/pot.png")]),
        ("[![x](../../assets/pot.png)](cups.md)", [not_alone("../../assets/pot.png")]),
        ("a <b>word", [HTML]),
        ("<script>", [HTML]),
        ("<br/>", [HTML]),
        ("<!-- a remark -->", [HTML]),
        ("<?php x ?>", [HTML]),
        ('<img src="x" onerror="y">', [HTML]),
        ("- a\n\n    <b>", [HTML]),
        ('**x**{: onclick="alert(1)" }', [braces("onclick")]),
        ("**a**{: onclick=alert(1){.x }", [braces("onclick")]),
        ("**x**{ .a onclick=b style=c }", [braces("onclick"), braces("style")]),
        ("Text.\n{: onclick=b }", [braces("onclick")]),
        ("[x](cups.md){: href=javascript:a }", [scheme("javascript:a", "javascript")]),
        (
            "![x](../../assets/pot.png){: src=//a.example/b.png }",
            [elsewhere("//a.example/b.png")],
        ),
        ("| A |\n| --- |\n| a {: style=position:fixed } |", [braces("style")]),
        ("## A heading {: onclick=b }", [braces("onclick")]),
        ("**x**{lang=swe}", [braces("lang=swe")]),
        (
            "!!! warning\n    Text.",
            ["unknown box `warning`; use outside, example, try, note"],
        ),
        ("!!! outsid\n    Text.", ["unknown box `outsid`; did you mean `outside`?"]),
        (
            "- a\n\n    !!! tip\n        Text.",
            ["unknown box `tip`; use outside, example, try, note"],
        ),
        ("??? note\n    Text.", [FOLDS]),
        ("???+ note\n    Text.", [FOLDS]),
        ("# A title", [H1]),
        ("#A title", [H1]),
        ("A title\n=======", [H1]),
    ],
)
def test_what_would_break_or_leave_the_site_is_a_problem(messages, text, expected):
    """Whatever cannot stand is told with a remedy, and nothing is told twice."""
    assert [message for _, message in messages(f"Fine.\n\n{text}\n\nFine.")] == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n[x](lost-page.md)", 12),
        ("a\nb [x](lost-page.md) c\nd", 11),
        ("a [b\nc](lost-page.md)", 11),
        ("[x][y]\n\n[y]: lost-page.md", 12),
        ("[x][y]\n\n[y]:\n  lost-page.md", 13),
        ("- a\n- b\n    - [x](lost-page.md)", 12),
        ("a\n\n<b>", 12),
        ("a\n\n!!! tip\n    b", 12),
        ("a\n\n??? note\n    b", 12),
        ("a\n\n# B", 12),
        ("a\n\nB\n===", 12),
        ("a\n\n**x**{: onclick=b }", 12),
        # Words that stand elsewhere too
        ("Tea is warm.\n\n# Tea", 12),
        ("[x](lost-page.md)\n\n[y](page.md)", 12),
        ("[x](lost.md#a)\n\n[y](lost.md)", 12),
        ("[x](https://a.example/)\n\n[y](#a) [z](lost.md)", 12),
        ("onclick\n\n**x**{: onclick=b }", 12),
        ("!!! note\n    b\n\n!!! no\n    b", 13),
        # Words that stand there in another form
        ("a\n\n# B *and* c", 12),
        ("a\n\n!!! Tip\n    b", 12),
        ("a\n\n!!!tip\n    b", 12),
        ("a\n\n<!-- b\nc -->", 12),
        ("a\n\n<b\ntitle='c'>", 12),
    ],
)
def test_a_problem_stands_on_the_line_an_author_looks_at(messages, text, line):
    """The line is that of the place itself, wherever else the same words stand."""
    assert messages(text)[-1][0] == line


def test_the_same_mistake_in_two_places_has_two_lines(messages):
    """An author who has mended the first place knows of the second."""
    assert messages("[x](lost-page.md)\n\na\n\n[y](lost-page.md)") == [
        (10, lost("lost-page.md")),
        (14, lost("lost-page.md")),
    ]


def test_a_reference_used_twice_has_one_line(messages):
    """What is to be mended is the one place where the address stands."""
    assert messages("[x][y]\n\n[z][y]\n\n[y]: lost-page.md") == [(14, lost("lost-page.md"))]


def test_a_line_with_an_opening_and_a_closing_tag_is_told_once(messages):
    """Two equal lines would say no more than one."""
    assert messages("a <b>word</b>") == [(10, HTML)]


def test_the_remedy_for_html_is_one(messages):
    """A `<` that is written as the message says is no HTML, and reaches the reader as `<`."""
    text = body_of(Source("a.md", body="5 \\<b>"))
    assert messages("5 \\<b>") == []
    assert text.read[0].text_content().strip() == "5 <b>"


def test_a_remark_over_several_paragraphs_is_not_published_without_a_word(messages):
    """Whoever hides a part of a page in the way of HTML learns that it is not hidden."""
    assert messages("a\n\n<!-- b\n\nc -->") == [(12, HTML)]


def test_one_line_may_have_several_problems(messages):
    """Every link and picture of a line is looked at."""
    assert [message for _, message in messages("[a](x1.md), [b](x2.md) and ![c](x3.png)")] == [
        lost("x1.md"),
        lost("x2.md"),
        "the picture `x3.png` does not exist",
        not_alone("x3.png"),
    ]


def test_a_name_too_long_for_a_file_is_a_page_that_does_not_exist(messages):
    """The system's own limits are no reason to stop."""
    name = "a" * 300 + ".md"
    assert messages(f"[x]({name})") == [(10, lost(name))]


def test_a_link_on_disk_is_not_followed_out_of_docs(messages, tree):
    """`..` is taken by its text, so a link on disk does not change where a path leads."""
    (tree.parent / "away").symlink_to(tree.parents[3])
    assert messages("[x](away/../cups.md)") == []


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "``` python", "``` "])
def test_code_blocks_are_not_checked(messages, fence):
    """What is shown as code is neither link nor HTML nor heading."""
    end = fence.split(" ")[0]
    body = f"{fence}\n[y](lost.md)\n<b>\n# x\n!!! tip\n{end}\n\n[x](lost-page.md)"
    assert messages(body) == [(17, lost("lost-page.md"))]


def test_a_box_that_folds_may_be_shown_as_code(messages):
    """Three question marks in code are no box."""
    assert messages("```\n??? x\n```\n\n    ??? x") == []


@pytest.mark.parametrize("body", ["    [x](lost-page.md)\n    <b>", "````\n```\n<b>\n````"])
def test_indented_code_and_code_with_fences_is_code(messages, body):
    """Four spaces make code, and a block fenced with four signs may show three."""
    assert messages(body) == []


@pytest.mark.parametrize(
    ("body", "line"),
    [("    ```\n[x](lost-page.md)\n    ```", 11), ("``` \n\n[x](lost-page.md)", 12)],
)
def test_what_only_looks_like_code_is_checked(messages, body, line):
    """A fence within indented code and a fence that never ends hide nothing."""
    assert messages(body) == [(line, lost("lost-page.md"))]


def test_a_page_without_body_has_no_problems(messages):
    """Nothing written is nothing wrong."""
    assert messages("") == []


@pytest.mark.parametrize(
    "body",
    ["\n".join("    " * n + "- a" for n in range(60)), "> " * 300 + "[x](javascript:a)"],
    ids=["lists in lists", "quotes in quotes"],
)
def test_a_text_without_bottom_is_one_problem(body):
    """What cannot be read to its end is refused, and has neither marks nor links nor places."""
    text = body_of(Source("tea.md", body=body, body_line=10))
    problems = check_text(text, FIXTURE / "tea.md", FIXTURE, FIXTURE)
    assert [str(problem) for problem in problems] == [f"tea.md:10: {DEEP}"]
    assert check_marks(text, [], ["D6"]) == []
    assert list(anchored_links(text)) == []
    assert anchors(text.source, None, None, None) == set()


def test_many_open_brackets_take_little_time():
    """A text that makes other readers try every combination is read in about a second."""
    code = (
        "from pathlib import Path; from press.content.body import *\n"
        "for body in ('![a](', '[a](', 'a`'):\n"
        "    text = body_of(Source('a.md', body=body * 700))\n"
        "    check_text(text, Path('a.md'), Path(), Path())"
    )
    subprocess.run([sys.executable, "-c", code], timeout=20, check=True)


def test_a_text_in_front_matter_names_its_field_and_takes_no_pictures(tree):
    """A panel of a leaflet is checked like the page, and has no place for pictures."""
    root = tree.parents[3]
    text = Text(Source("tea.md"), "a\n![A pot](../../assets/pot.png)", 40, "printables.1.text")
    problems = check_text(text, tree, root / "docs", root / "overrides", panel=True)
    assert [str(problem) for problem in problems] == [
        "tea.md:41: printables.1.text: only paragraphs, lists, **bold**, *emphasis* and links "
        "may stand here, no <img>"
    ]


def test_a_body_is_read_once():
    """Four checks look at the same elements."""
    source = Source("a.md", body="a\n\nb", body_line=7)
    assert body_of(source) is body_of(source)
    assert body_of(source).read is body_of(source).read


def test_links_to_places_are_found_with_their_lines():
    """Links into a page are collected; links elsewhere and in code are not."""
    body = "[a](b.md#c) [d](#e)\n`[x](y.md#z)`\n[f][]\n[i](https://a.example/#j) [k](l.md)\n\n[f]: g.md#h"
    assert list(anchored_links(body_of(Source("a.md", body=body, body_line=7)))) == [
        (7, "b.md#c"),
        (7, "#e"),
        (12, "g.md#h"),
    ]


def test_the_same_place_may_be_linked_to_from_two_lines():
    """Each link has the line it stands on."""
    text = body_of(Source("a.md", body="[a](#b)\n[c](d.md)\n\n[e](#b)", body_line=7))
    assert list(anchored_links(text)) == [(7, "#b"), (10, "#b")]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("cups.md", []),
        ("#how", []),
        ("https://a.example/", []),
        ("lost-page.md", [lost("lost-page.md")]),
        ("ftp://a.example/", [scheme("ftp://a.example/", "ftp")]),
    ],
)
def test_a_link_is_checked_by_itself(tree, target, expected):
    """All that a link needs is the page it stands on and the folder it may not leave."""
    assert list(check_link(target, tree, tree.parents[2])) == expected


MARKED = "Text. [[D6]]\n\n[[tea-list]]\n"
LISTED = "a.md:3: outside_facts: `D6` is listed but never marked with `[[D6]]` in the text"


def marks(body, blocks=("tea-list", "tea-leaflet"), outside=("D6",)):
    source = parse(f"---\nid: tea\noutside_facts: []\n---\n{body}", "a.md")
    found = check_marks(body_of(source), list(blocks), None if outside is None else list(outside))
    return [str(problem) for problem in found]


def alone(line, name="tea-list"):
    return f"a.md:{line}: `[[{name}]]` must stand alone, with an empty line before and after it"


@pytest.mark.parametrize(
    "body",
    [
        MARKED,
        "Text. [[D6]]\n",
        "[[D6]]\n\n  [[tea-list]]  \n",
        "**[[D6]]**\n\n- a [[D6]]\n\n| A [[D6]] |\n| --- |\n| a [[D6]] |\n",
        "[[D6]] `[[zzz]]`\n\n    [[zzz]]\n\n```\n[[zzz]]\n```\n",
        '[[D6]]\n\n```yaml\n- "[[zzz]]"\n```\n',
        "[[D6]] [[]] [a] [[a](https://a.example/)]\n",
    ],
)
def test_marks_that_agree_are_no_problem(body):
    """A printable without a mark is put at the end of its chapter, and code has no marks."""
    assert marks(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "[[D6]]\n\n[[tea-lst]]\n",
            ["a.md:7: unknown mark `[[tea-lst]]`; did you mean `tea-list`?"],
        ),
        ("[[D6]]\n\n[[zzz]]\n", ["a.md:7: unknown mark `[[zzz]]`; nothing here has that name"]),
        (
            "[[D6]]\n\n[[Tea-list]]\n",
            ["a.md:7: unknown mark `[[Tea-list]]`; did you mean `tea-list`?"],
        ),
        (
            "[[D6]]\n\nText. [[r12]]\n",
            ["a.md:7: unknown mark `[[r12]]`; did you mean `R12`?"],
        ),
        (
            "[[D6]] [[D 7]]\n",
            ["a.md:5: unknown mark `[[D 7]]`; a mark is a name in small letters, or D1, R1"],
        ),
        (
            "[[D6]]\n\n  [[tea-list]]  \n\n[[tea-list]]\n",
            ["a.md:9: `[[tea-list]]` stands twice; a printable has one place"],
        ),
        ("[[D6]]\n\nThe list:\n[[tea-list]]\n", [alone(8)]),
        ("[[D6]]\n\nSee [[tea-list]].\n", [alone(7)]),
        ("[[D6]]\n\n**[[tea-list]]**\n", [alone(7)]),
        ("[[D6]]\n\n- [[tea-list]]\n", [alone(7)]),
        ("[[D6]]\n\n!!! note\n    [[tea-list]]\n", [alone(8)]),
        ("[[D6]]\n\n## [[tea-list]]\n", [alone(7)]),
        ("[[D6]]\n\n`a` [[tea-list]]\n", [alone(7)]),
        (
            "Text. [[D6]]\n\nMore. [[R12]]\n",
            ["a.md:7: `[[R12]]` is used but not listed in `outside_facts`"],
        ),
        ("Text.\n", [LISTED]),
        ("```\n[[D6]]\n[[zzz]]\n```\n`[[D6]]`\n", [LISTED]),
    ],
)
def test_marks_and_front_matter_agree(body, expected):
    """A mark stands for something that is there, and each fact from elsewhere is marked."""
    assert marks(body) == expected


def test_a_page_that_is_no_chapter_has_no_marks_of_facts():
    """Facts from elsewhere are listed in the front matter, which such a page has not."""
    assert marks("a [[R7]] b [[D6]]\n\n[[doors]]\n", ["doors"], None) == [
        "a.md:5: `[[D6]]` may stand in the text of chapters only",
        "a.md:5: `[[R7]]` may stand in the text of chapters only",
    ]


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


SIGNS = (
    "[ ] ( ) ![ [[ ]] [[D6]] [[zzz]] < > <b> </b> <!-- --> & &amp; { } {: {.a} #a {:lang=sv} ` ``` ~~~ "
    "* ** _ | - > # ## 1. !!! ??? :// //[ %zz [a]: [TOC] \\ \" ' = | --- \0 \2 \3 \ufffe \u2028"
)
SPACES = ["\n", "\n\n", "    ", "\t", " ", "- ", "!!! note\n    ", "|a|\n|-|\n"]
PIECES = st.sampled_from([*SIGNS.split(), *SPACES])
MARKDOWN = st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(MARKDOWN)
def test_no_text_makes_the_checks_raise(body):
    """Whatever an author types, there are problems with lines or there are none."""
    text = body_of(Source("a.md", body=body, body_line=10))
    page, docs = FIXTURE / "docs/sv/method-guide/tea.md", FIXTURE / "docs"
    problems = check_text(text, page, docs, FIXTURE) + check_marks(text, ["tea-list"], [])
    last = 10 + body.count("\n")
    assert all(10 <= problem.line <= last and problem.message for problem in problems)
    assert all(10 <= line <= last for line, _ in anchored_links(text))
    assert "" not in anchors(text.source, None, None, None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("### a", ["has a heading with ### under one with #; use ##"]),
        ("## a\n\n#### b", ["has a heading with #### under one with ##; use ###"]),
        ("## a\n\n### b\n\n## c", []),
        ("##", ["has a heading without words"]),
    ],
)
def test_headings_go_down_one_step_at_a_time(messages, body, expected):
    """A listener goes by the levels, and PDF/UA-1 does not allow gaps."""
    assert [message for _, message in messages(body)] == expected
