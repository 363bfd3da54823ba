"""The list of all that was ever printed: nothing falls out of it, and what is gone leads on."""

import datetime

import pytest

from press.content.frontmatter import parse
from press.content.library import load
from press.content.printed import PrintedLine, arrival, check_printed, line_of
from press.content.register import Register
from press.content.validate import validate
from small_site import replace_in

FIRST, SECOND = datetime.date(2026, 1, 2), datetime.date(2027, 2, 1)
STANDING = {"tea-list": {"sv": [FIRST], "da": [FIRST], "en": [FIRST]}}
LINE = "{id: tea-list, editions: [2026-01-02]}"
TITLE = "title: {sv: Te, da: Te, en: Tea}"


def said(*lines, standing=STANDING, whole=True):
    """Return what is said of a register with these lines of printables."""
    text = "".join(f"  - {line}\n" for line in lines)
    source = parse(f"---\nissued: []\nchapters: []\nprintables:\n{text}---\n", "docs/chapters.yml")
    register, problems = validate(source, Register)
    if register is None:
        return [str(problem) for problem in problems]
    found = check_printed(source, register.printables, standing, {101}, whole)
    return [str(problem).removeprefix("docs/chapters.yml:") for problem in found]


def test_a_list_of_what_stands_is_sound():
    """Editions may be told once for all languages, or for each."""
    assert said(LINE) == []
    each = "{sv: [2026-01-02], da: [2026-01-02], en: [2026-01-02]}"
    assert said(f"{{id: tea-list, editions: {each}}}") == []


def test_a_new_printable_is_told_its_line():
    """The line can be copied as it stands; where languages differ, each has its editions."""
    assert said(LINE, standing=STANDING | {"mug": STANDING["tea-list"]}) == [
        "4: printables: `mug` has no line; add `- {id: mug, editions: [2026-01-02]}`"
    ]
    differ = {"sv": [SECOND, FIRST], "da": [FIRST], "en": [FIRST]}
    line = (
        "- {id: mug, editions: {sv: [2026-01-02, 2027-02-01], da: [2026-01-02], en: [2026-01-02]}}"
    )
    assert said(LINE, standing=STANDING | {"mug": differ}) == [
        f"4: printables: `mug` has no line; add `{line}`"
    ]
    assert said(LINE, line.removeprefix("- "), standing=STANDING | {"mug": differ}) == []


def test_one_that_is_gone_must_say_where_its_readers_go():
    """A name that is nearly the same is proposed: it has probably been renamed."""
    (found,) = said(LINE, "{id: old-sheet, editions: [2026-01-02]}")
    assert found == (
        "6: printables.1: `old-sheet` is out on paper and is no longer there; write `- {id: old-sheet, "
        "editions: [2026-01-02], now: …, title: {sv: …, da: …, en: …}}` with what to use instead, what "
        "it was called and all editions it had; where nothing takes its place, `chapter: 101` instead "
        "of `now`, with the code of its chapter"
    )
    (found,) = said(LINE, "{id: tea-lists, editions: [2026-01-02]}")
    assert "now: tea-list, title" in found
    assert len(found) < 550


def test_nothing_is_called_gone_while_a_text_cannot_be_read():
    """It may stand in the very file that has a mistake."""
    assert said(LINE, "{id: old-sheet, editions: [2026-01-02]}", whole=False) == []
    there = f"{{id: old, editions: [2026-01-02], now: mug, {TITLE}}}"
    assert said(LINE, there, whole=False) == []


@pytest.mark.parametrize("to", ["now: tea-list", "chapter: 101"])
def test_one_that_is_gone_leads_on(to):
    """To what took its place, or to its chapter."""
    assert said(LINE, f"{{id: old-sheet, editions: [2026-01-02], {to}, {TITLE}}}") == []


MISTAKES = [
    (
        f"{{id: old, editions: [2026-01-02], now: tea-lost, {TITLE}}}",
        "6: printables.1.now: no printable is called `tea-lost`; did you mean `tea-list`?",
    ),
    (
        f"{{id: old, editions: [2026-01-02], now: zzz, {TITLE}}}",
        "6: printables.1.now: no printable is called `zzz`; name one that is there, or write "
        "`chapter`",
    ),
    (
        f"{{id: old, editions: [2026-01-02], chapter: 102, {TITLE}}}",
        "6: printables.1.chapter: 102 is no code of the register",
    ),
    (
        "{id: old, editions: [2026-01-02], chapter: 101}",
        "6: printables.1: needs `title: {sv: …, da: …, en: …}`: what it was called",
    ),
    (LINE, "6: printables.1.id: `tea-list` has a line already; keep one"),
]


@pytest.mark.parametrize(("line", "message"), MISTAKES)
def test_a_mistake_is_told(line, message):
    """With the line, and what to write instead."""
    assert said(LINE, line) == [message]


def test_one_that_stands_is_not_called_gone():
    """Somebody took a printable back in."""
    assert said(f"{{id: tea-list, editions: [2026-01-02], chapter: 101, {TITLE}}}") == [
        "5: printables.0: `tea-list` is still there; take `now`, `chapter` and `title` away"
    ]


def test_editions_are_days():
    """A line without editions would make no page."""
    (found,) = said("{id: tea-list, editions: []}", standing={})[:1]
    assert "editions" in found


def test_a_line_is_written_as_it_is_read():
    """What the message proposes is what the model takes."""
    assert line_of("tea-list", STANDING["tea-list"]) == f"- {LINE}"


def test_the_address_on_paper():
    """It stands on paper that is out there: this test is never changed."""
    assert arrival("tea-list", "da", FIRST) == "p/tea-list/da/2026-01-02/"
    assert arrival("tea-list", "sv") == "p/tea-list/sv/"


def test_everything_that_is_printed_stands_in_the_register(project):
    """The real one; and each of its editions is known to the printable."""
    library = load(project)
    assert [str(p) for p in library.problems if "chapters.yml" in p.path] == []
    assert len(library.printed) >= 19
    assert all(isinstance(line, PrintedLine) for line in library.printed)


def test_the_register_is_held_against_the_site(small):
    """A printable that is taken out of its chapters is noticed."""
    for language in ("sv", "da", "en"):
        path = small.docs / language / "method-guide" / "tea.md"
        replace_in(path, ("id: tea-list", "id: tea-sheet"), ("[[tea-list]]", "[[tea-sheet]]"))
    found = [str(p) for p in load(small).problems if p.path.endswith("chapters.yml")]
    assert [line.split(": ")[2].split(" ")[0] for line in found] == ["`tea-sheet`", "`tea-list`"]


def test_editions_are_a_list():
    """One day alone is told so once, and not that it should be a block."""
    (found,) = said("{id: tea-list, editions: 2026-01-02}")
    assert found.endswith("5: printables.0.editions: must be a list, such as `[2026-11-23]`")


def test_one_that_is_gone_leads_to_one_place():
    """Of two ways on, a reader would be shown but one."""
    old = f"{{id: old, editions: [2026-01-02], now: tea-list, chapter: 101, {TITLE}}}"
    assert said(LINE, old) == [
        "6: printables.1: `old` has both `now` and `chapter`; keep `now` if that takes its place"
    ]


def test_one_that_stands_needs_no_title():
    """A title alone says that somebody has forgotten the rest."""
    assert said(f"{{id: tea-list, editions: [2026-01-02], {TITLE}}}") == [
        "5: printables.0: `tea-list` is still there; take `now`, `chapter` and `title` away"
    ]
