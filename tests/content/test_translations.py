"""The registers of translations, and what is held against them."""

import pytest

from press.content.library import load
from press.content.pieces import Piece
from press.content.translations import (
    Line,
    Pair,
    Translations,
    compare,
    parse_register,
    written,
)
from press.translating import record_missing
from small_site import make_workshop, replace_in

HEAD = "tea:\n  title: bcdfghjk\n"
TEA = "docs/sv/method-guide/tea.md"


def told(text):
    _, problems = parse_register(text, "docs/translations/da.yml")
    return [str(problem) for problem in problems]


def section(name, mark="bcdfghjk", line=1):
    return Piece(name, mark, "x.md", line)


def behind(source, own, record):
    """Return (name, state, own name) of what is behind; source and record are {name: mark}."""
    pieces = [section(name, mark) for name, mark in source.items()]
    pair = Pair("da", "tea", pieces, lambda: [section(name) for name in own], "da.md", "sv.md")
    lines = {name: Line(mark) for name, mark in record.items()}
    return [(one.name, one.state, one.own) for one in compare(pair, lines)]


def test_a_register_comes_back_as_it_was_written(small):
    """Its pages in the order of their names, each text on a line."""
    said = '  summary: {was: bcdfghjk, accepted: gone, by: "A: b", day: 2027-02-01, why: "Å {ä} # ö"}\n'
    register, problems = parse_register(HEAD + said, "docs/translations/da.yml")
    assert problems == []
    again, problems = parse_register(written(register, "da"), "docs/translations/da.yml")
    assert problems == [] and again.pages == register.pages
    assert register.pages["tea"]["summary"].accepted.why == "Å {ä} # ö"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f"{HEAD}<<<<<<< HEAD\n", 3, "cannot be read; a line is a page"),
        (f"{HEAD}  summary: abc\n", 3, "cannot be read"),
        (f"{HEAD}    summary: bcdfghjk\n", 3, 'run `make translated TEXT="da tea"`'),
        ("  title: bcdfghjk\n", 1, 'run `make translated TEXT="da PAGE"`'),
        (f"{HEAD}  title: bcdfghjk\n", 3, "`title` of `tea` stands twice; keep one"),
        (f"{HEAD}\n{HEAD}", 4, "`tea` has a block already, in line 1; keep one"),
        (f"{HEAD}  summary: {{accepted: bcdfghjk}}\n", 3, "an accepted text is written"),
        (f"{HEAD}  summary: {{accepted: [}}\n", 3, "an accepted text is written"),
    ],
)
def test_a_broken_register_is_one_clear_line(text, line, said):
    """File, line, and what a line looks like; the rest of the file is not blamed."""
    (found,) = told(text)
    assert found.startswith(f"docs/translations/da.yml:{line}: ")
    assert said in found


def test_a_broken_register_makes_nothing_stale(small):
    """Nobody knows then what follows what: one message, not one for each page."""
    path = small.docs / "translations" / "da.yml"
    path.write_text("x\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    library = load(small)
    assert [problem.path for problem in library.problems] == ["docs/translations/da.yml"]
    assert library.translations.behind == ()


def test_a_page_without_a_record_stops_with_the_command(small):
    """It cannot be forgotten: each language says so for itself."""
    path = small.docs / "translations" / "en.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("\ntea:")] + "\n", encoding="utf-8")
    assert [str(problem) for problem in load(small).problems] == [
        "docs/en/method-guide/tea.md:1: nothing says what this text follows; when it says the same as "
        'docs/sv/method-guide/tea.md, run `make translated TEXT="en tea"`'
    ]


def test_a_register_that_is_lost_is_noticed(small):
    """Taking the file away does not turn the check off."""
    (small.docs / "translations" / "da.yml").unlink()
    assert {problem.path for problem in load(small).problems} == {
        "docs/da/index.md",
        "docs/da/method-guide/tea.md",
    }


def test_a_block_of_no_page_is_told(small):
    """A renamed chapter keeps what is known of it only when its name is mended."""
    path = small.docs / "translations" / "da.yml"
    replace_in(path, ("\ntea:\n", "\nteas:\n"))
    found = [str(problem) for problem in load(small).problems if problem.path.endswith("yml")]
    assert len(found) == 1
    assert "no page is called `teas`; did you mean `tea`?; write its new name here" in found[0]


def test_a_changed_source_is_listed_and_no_problem(small, edit):
    """With the line of the translation and that of the source; the Swedish page itself is not behind."""
    edit(TEA, "summary: ", "summary: Nytt. ")
    library = load(small)
    assert library.problems == []
    line = 4
    assert [str(one) for one in library.translations.open] == [
        f"docs/{language}/method-guide/tea.md:{line}: summary: is older than {TEA}:{line}"
        for language in ("da", "en")
    ]
    assert (
        "da: 1 text behind on 1 page; en: 1 text behind on 1 page" in library.translations.summary()
    )


def test_a_printable_that_is_behind_is_withheld(small, edit):
    """In the languages that follow, and only that one."""
    edit(TEA, "text: Diska.", "text: Diska allt.")
    library = load(small)
    assert library.translations.withheld == {("da", "tea-list"), ("en", "tea-list")}
    assert [one.id for _, one in library.published("da")] == ["tea-leaflet"]
    assert [one.id for _, one in library.published("sv")] == ["tea-list", "tea-leaflet"]
    assert [one.id for _, one in library.withheld("en")] == ["tea-list"]
    assert library.translations.of_page("da", "tea") == []


def test_the_source_is_the_primary_language(small, edit):
    """A chapter written in Danish first makes the Swedish one stale."""
    for language in ("sv", "da", "en"):
        edit(f"docs/{language}/method-guide/tea.md", "primary_language: sv", "primary_language: da")
    record_missing(small)
    path = small.docs / "translations" / "en.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("\ntea:")] + "\n", encoding="utf-8")
    record_missing(small)
    assert load(small).translations.behind == ()
    edit("docs/da/method-guide/tea.md", "title: ", "title: Ny ")
    found = load(small).translations.open
    assert [(one.language, one.name) for one in found] == [("sv", "title"), ("en", "title")]


def test_an_easy_read_version_counts_with_its_chapter(small, edit):
    """Its own texts, under `easy`, with the line in its own file."""
    edit("docs/sv/method-guide/tea.easy.md", "title: ", "title: Mer ")
    first, *_ = load(small).translations.open
    assert (first.name, first.path) == ("easy.title", "docs/da/method-guide/tea.easy.md")


@pytest.mark.parametrize(
    ("source", "own", "record", "expected"),
    [
        # A section changes: it is known in the translation by its place.
        ({"text.a": "x", "text.b": "y"}, ["text.å", "text.ø"], {"text.a": "x", "text.b": "z"},
         [("text.b", "changed", "text.ø")]),
        # A heading changes: the same section, though its name is another.
        ({"text.a": "x", "text.c": "y"}, ["text.å", "text.ø"], {"text.a": "x", "text.b": "z"},
         [("text.c", "changed", "text.ø")]),
        # One comes, one goes; and one comes that the translator has written already.
        ({"text.a": "x", "text.n": "n", "text.b": "y"}, ["text.å", "text.ø"],
         {"text.a": "x", "text.b": "y"}, [("text.n", "new", "")]),
        ({"text.a": "x", "text.n": "n"}, ["text.å", "text.ny"], {"text.a": "x"},
         [("text.n", "new", "text.ny")]),
        ({"text.a": "x"}, ["text.å", "text.ø"], {"text.a": "x", "text.b": "y"},
         [("text.b", "gone", "text.ø")]),
        # A field that is gone is parity's; one that is new is nobody's word yet.
        ({"title": "x", "lead": "y"}, ["title", "lead"], {"title": "x", "old": "z"},
         [("lead", "new", "lead")]),
        ({"title": "x"}, ["title"], {"title": "x"}, []),
    ],
)  # fmt: skip
def test_what_has_become_of_a_source_is_seen(source, own, record, expected):
    """Changed, new or gone, and where the reader finds it in the translation."""
    assert behind(source, own, record) == expected


def test_what_was_accepted_is_not_told_until_the_source_changes_again(small, edit):
    """The line holds for one state of the source."""
    edit(TEA, "text: Diska.", "text: Diska allt.")
    (one, _) = load(small).translations.open
    path = small.docs / "translations" / "da.yml"
    line = f"{{was: {one.was}, accepted: {one.now}, by: A, day: 2027-02-01, why: W}}"
    replace_in(path, (f"{one.name}: {one.was}", f"{one.name}: {line}"))
    library = load(small)
    assert library.problems == []
    assert library.translations.withheld == {("en", "tea-list")}
    assert len(library.translations.behind) == 2
    assert "(1 accepted)" in library.translations.summary()
    edit(TEA, "text: Diska allt.", "text: Diska ingenting.")
    assert ("da", "tea-list") in load(small).translations.withheld


def test_nothing_behind_is_said_in_one_line(small):
    """The line of a build where all is well."""
    assert Translations().summary() == "Translations: all follow their sources."
    assert load(small).translations.behind == ()


def test_a_binders_stamp_does_not_ask_for_an_edition_because_a_translation_is_late(tmp_path):
    """A letter that is withheld in Danish leaves the Danish binder's edition as it is."""
    from press.build import check

    project = make_workshop(tmp_path / "shop", "binder", "letter", "worksheet", "booklet")
    path = project.docs / "sv" / "starter-pack" / "letter.md"
    text = path.read_text(encoding="utf-8")
    at = text.index("    summary: ")
    path.write_text(
        text[:at] + "    summary: Ny. " + text[at + len("    summary: ") :], encoding="utf-8"
    )
    library = check(project)
    assert library.translations.withheld
    assert {problem.path for problem in library.problems} == {"docs/sv/starter-pack/letter.md"}


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("accepted: gone, by: A, day: 2026-02-30, why: B", "there is no such day as `2026-02-30`"),
        ("accepted: gone, by: A, day: '2026-02-01', why: B", "day: must be a date such as"),
        ("accepted: gone, by: A, day: 2026-02-01", "why: is missing"),
        ("accepted: gone, by: A, by: B, day: 2026-02-01, why: B", "the key `by` stands twice"),
        ("accepted: &a gone, by: *a, day: 2026-02-01, why: B", "anchors and aliases"),
        ('accepted: gone, by: "a\\0b", day: 2026-02-01, why: B', "has a hidden sign, U+0000"),
        ('accepted: gone, by: "\\U00110000", day: 2026-02-01, why: B', "cannot be read"),
        ("a: " + "[" * 900 + "]" * 900, "is nested too deeply"),
        ("was: " + "9" * 4900, "cannot be read"),
    ],
)
def test_what_is_wrong_with_an_accepted_text_is_said(note, said):
    """One line with what is wrong, and how it is written."""
    _, (problem,) = parse_register(f"tea:\n  title: {{{note}}}\n", "docs/translations/da.yml")
    assert str(problem).startswith("docs/translations/da.yml:2: ")
    assert said in str(problem)
    assert "an accepted text is written `{was:" in str(problem)


def test_a_lost_register_of_many_pages_is_one_problem(tmp_path):
    """Nobody is told to record page by page what stood there yesterday."""
    small = make_workshop(tmp_path / "small")
    (small.docs / "translations" / "da.yml").unlink()
    (problem,) = load(small).problems
    assert str(problem).startswith("docs/translations/da.yml:1: is missing or empty")
