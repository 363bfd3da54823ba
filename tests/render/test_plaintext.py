"""Chapters as plain Markdown, and the list of them."""

import pytest
from lxml import html

from press.content.markup import to_html
from press.project import LANGUAGES
from press.render.plaintext import _Writer, chapter_text, llms_text, text_file
from press.render.prose import blocks
from small_site import add_questions, build_of

A = "https://a.example/"


def written(markdown):
    return _Writer(A).blocks(blocks(to_html(markdown), f"{A}x/", lambda src: {
        "kind": "picture", "path": f"/docs/{src}"
    }))  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "## A heading",
        "**Strong**, *leaning*, `code` and [a link](https://b.example/).",
        "[**strong link**](https://b.example/)",
        "- one\n- two",
        "1. one\n2. two",
        "- one\n\n    more of one\n\n- two",
        "- one\n    - inside\n- two",
        "> said\n>\n> more",
        "```\ncode < & *\n```",
        "| a | b |\n| --- | --- |\n| c | d |",
        r"Stars \*, brackets \[x\], tags \<b> & quotes ` \" `.",
        r"\# no heading",
        r"\- no list",
        r"1\. no list",
        "First line  \nsecond line.",
        "![A pot](assets/pot.png)",
    ],
)
def test_what_is_written_reads_as_it_was(text):
    """Read again as Markdown, the text has the same words in the same elements."""

    def shape(markdown):
        root = html.fragment_fromstring(to_html(markdown), create_parent="div")
        inner = [e.tag for e in root.iter() if e.tag != "p"]
        return inner, " ".join(root.text_content().split())

    assert shape(written(text)) == shape(text)


def test_a_box_is_paragraphs_with_its_label():
    """Its label stands before its first words, or alone above what is no paragraph."""
    assert written("!!! try\n    One.\n\n    Two.") == "**Try:** One.\n\nTwo."
    assert written("!!! try\n    - one\n    - two") == "**Try:**\n\n- one\n- two"


def test_links_and_pictures_are_whole():
    """The text lies nowhere near the page: no address in it is relative."""
    assert written("[x](y/)") == "[x](https://a.example/x/y/)"
    assert written("![A pot](assets/pot.png)") == "![A pot](https://a.example/assets/pot.png)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapters_text_says_what_the_page_says(small, language):
    """Title, summary, readers, text, boxes with their label, printables, sources, edition, language."""
    build = build_of(small)
    entry = build.library.entries[language, "method-guide/tea"]
    words, chapter = build.words[language], entry.model
    text = chapter_text(entry, build.desks[language])
    first = text.split("\n\n")
    assert first[:2] == [f"# {chapter.title}", chapter.summary]
    for part in (
        words["audience_new-staff"],
        f"({language})",
        "2026-01-02",
        f"https://slingan.example/{entry.url}\n",
        f"**{words['box_outside']}:** ",
        f"**{words['box_try']}:** ",
        "\u00a0(D6)",
        "| Assam | 4 |",
        f"- [{chapter.printables[1].title}](https://slingan.example/print/{language}/tea-leaflet.pdf): ",
        f"## {words['sources_label']}",
        "- D6: ",
    ):
        assert part in text, part
    assert "[[" not in text
    assert "](.." not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_questions_stand_with_their_answers(small):
    """Who reads the plain text gets what the page would show, signs and all."""
    build = build_of(add_questions(small))
    text = chapter_text(build.library.entries["en", "method-guide/tea"], build.desks["en"])
    asked = text.partition("## Check yourself\n")[2].partition("\n## ")[0]
    assert "**1. How hot is tea & who says \\<so>?**" in asked
    assert "- Cold. **Not right.** It was.\n- Warm. **Right.** As the leaflet says.\n" in asked
    assert "One way to answer: Some \\*do\\* & some \\<don't>." in asked


def test_a_title_with_signs_of_markdown_stays_a_title(small, edit):
    """What an author writes in front matter is text here too."""
    edit("docs/en/method-guide/tea.md", "title: Tea at the meeting", "title: 'A *b* [c](d) <e>'")
    build = build_of(small)
    text = chapter_text(build.library.entries["en", "method-guide/tea"], build.desks["en"])
    assert html.fromstring(to_html(text.split("\n")[0])).text_content() == "A *b* [c](d) <e>"


def test_the_list_has_every_chapter_in_every_language(small):
    """One heading of level 1, a quoted summary, a heading for each language, links with a summary."""
    build = build_of(small)
    text = llms_text(build.desks)
    assert text.startswith("# Slingan\n\n> An open and independent site")
    assert text.count("\n## ") == 3
    for language in LANGUAGES:
        entry = build.library.entries[language, "method-guide/tea"]
        link = f"[{entry.model.title}](https://slingan.example/{text_file(entry)})"
        assert f"- {link}: {entry.model.summary}" in text.split("\n")
