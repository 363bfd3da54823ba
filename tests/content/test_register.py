"""The register of chapters: what it says and when it is sound. Messages: golden/problems.yml."""

import pytest

from press.content.frontmatter import read_data
from press.content.library import PARTS, load, parts_of
from press.content.register import DIGITS, Codes, Register, check_register, codes_of, numbered
from press.content.validate import validate
from small_site import make_workshop, replace_in

TITLE = "title: {sv: Kaffe, da: Kaffe, en: Coffee}"


def read(folder, text):
    """Return the file as read and the register it holds."""
    path = folder / "chapters.yml"
    path.write_text(text, encoding="utf-8")
    source = read_data(path, "docs/chapters.yml")
    register, problems = validate(source, Register)
    assert problems == []
    return source, register


def said(folder, text, chapters):
    """Return what is wrong with a register, given the part of each chapter."""
    source, register = read(folder, text)
    return [problem.message for problem in check_register(source, register, chapters, chapters)]


def lines(issued, *rows):
    """Return a register of these lines."""
    return f"issued: [{issued}]\nchapters:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def gone(code, *instead):
    """Return the line of a retired chapter."""
    codes = ", ".join(map(str, instead))
    return f"code: {code}, was: [method-guide/x{code}], retired: {{{TITLE}, instead: [{codes}]}}"


def test_every_part_has_a_digit_of_its_own():
    """A part without one could have no chapters; two with the same would share their codes."""
    assert set(PARTS) <= set(DIGITS)
    assert len(set(DIGITS.values())) == len(DIGITS)
    assert all(1 <= digit <= 9 for digit in DIGITS.values())


def test_the_real_register_is_sound_and_gives_every_chapter_its_code(project):
    """What stands on paper today; these lines never change."""
    library = load(project)
    assert [problem for problem in library.problems if "chapters.yml" in problem.path] == []
    codes = library.codes.by_chapter
    assert codes.keys() == {entry.name for entry in library.chapters("sv")}
    printed = {"what-is-dmo": 101, "before-the-decision": 107, "information-leaflet": 204}
    assert {name: codes[name] for name in printed} == printed


def test_a_chapter_may_move_to_another_part_and_keeps_its_code(tmp_path):
    """When the register says where it stood; without that the code would be a slip of the pen."""
    moved = "code: 101, chapter: tea, was: [method-guide/tea]"
    assert said(tmp_path, lines(101, moved), {"tea": "starter-pack"}) == []
    told = said(tmp_path, lines(101, "code: 101, chapter: tea"), {"tea": "starter-pack"})
    assert told == [
        "codes of starter-pack begin with 2 (you wrote 101); if `tea` has moved there, "
        "say where it stood under `was`"
    ]


def test_instead_of_a_retired_chapter_one_reads_chapters_that_stand(tmp_path):
    """Over others that were retired later, each once, and a way that forks and meets is no circle."""
    text = lines(
        105, gone(101, 102, 103), gone(102, 104), gone(103, 105, 104),
        "code: 104, chapter: tea", "code: 105, chapter: coffee",
    )  # fmt: skip
    assert said(tmp_path, text, {"tea": "method-guide", "coffee": "method-guide"}) == []
    codes = codes_of(read(tmp_path, text)[1])
    assert [codes.instead_of(line) for line in codes.lines] == [
        ["tea", "coffee"], ["tea"], ["coffee", "tea"], [], [],
    ]  # fmt: skip
    assert codes.by_chapter == {"tea": 104, "coffee": 105}


def test_a_circle_is_told_at_those_that_are_in_it(tmp_path):
    """A line that only leads into the circle is mended with it."""
    text = lines(104, gone(101, 102), gone(102, 103), gone(103, 102), "code: 104, chapter: tea")
    assert said(tmp_path, text, {"tea": "method-guide"}) == [
        "goes round in a circle: from 103 one comes back to 102",
        "goes round in a circle: from 102 one comes back to 103",
    ]


def test_a_part_that_has_used_up_its_codes_goes_on_with_four_digits(tmp_path):
    """After 199 comes 1001, and lost lines are noticed there as well."""
    chapters = {f"c{n}": "method-guide" for n in range(101)} | {"other": "starter-pack"}
    text = numbered(chapters)
    assert said(tmp_path, text, chapters) == []
    codes = codes_of(read(tmp_path, text)[1]).by_chapter
    assert [codes[name] for name in ("c0", "c98", "c99", "c100", "other")] == [
        101, 199, 1001, 1002, 201,
    ]  # fmt: skip
    told = said(tmp_path, text.replace("  - {code: 1001, chapter: c99}\n", ""), chapters)
    assert [message.partition(";")[0] for message in told] == [
        "code 1001 has been given out and its line is gone",
        "`c99` has no code",
    ]
    told = said(tmp_path, text, chapters | {"new": "method-guide"})
    assert told == [
        "`new` has no code; add `- {code: 1003, chapter: new}` and write 1003 under `issued`"
    ]


def test_several_new_chapters_are_given_different_codes(tmp_path):
    """Whoever adds two at once can copy both lines as they are told."""
    chapters = dict.fromkeys(("tea", "milk", "cups"), "method-guide")
    told = said(tmp_path, lines(101, "code: 101, chapter: tea"), chapters)
    assert [message.partition("add ")[2][:15] for message in told] == [
        "`- {code: 102, ",
        "`- {code: 103, ",
    ]


def test_a_chapter_that_cannot_be_read_is_there_all_the_same(small):
    """One mistake, one message: nothing is said of its code."""
    replace_in(small.docs / "sv" / "method-guide" / "tea.md", ("title: ", "titel: "))
    for language in ("da", "en"):
        replace_in(small.docs / language / "method-guide" / "tea.md", ("title: ", "titel: "))
    paths = {problem.path for problem in load(small).problems}
    assert "docs/chapters.yml" not in paths


def test_the_register_that_tests_write_is_sound(tmp_path):
    """Every chapter of the workshop has a code of its part; easy texts and parts' pages have none."""
    project = make_workshop(tmp_path / "shop")
    assert "tea.easy" not in parts_of(project)
    codes = load(project).codes.by_chapter
    assert codes["tea"] == 101
    assert sorted(code for name, code in codes.items() if name != "tea") == list(range(201, 210))


@pytest.mark.parametrize("codes", [Codes(), codes_of(Register(issued=(), chapters=()))])
def test_a_site_without_chapters_has_no_codes(codes):
    """Nothing is said, and nothing breaks."""
    assert codes.by_chapter == {}
    assert codes.lines == ()


@pytest.mark.parametrize(
    ("issued", "told"),
    [
        (199, "codes 102 to 199 have been given out and their 98 lines are gone; put them back "
         "(a chapter that is gone gets `retired`), or mend the number here"),
        (9999, "9999 is no code of any part; codes are such as 101 or 204"),
        (200, "200 is no code of any part; codes are such as 101 or 204"),
    ],
)  # fmt: skip
def test_a_slip_in_the_highest_code_is_one_problem(tmp_path, issued, told):
    """It is not told once for every code that seems to be lost."""
    codes = {code // 100: code for code in (101, issued)}
    text = "issued: [{}]\n\nchapters:\n  - {{code: 101, chapter: tea}}\n".format(
        ", ".join(map(str, codes.values()))
    )
    assert said(tmp_path, text, {"tea": "method-guide"}) == [told]


def test_only_the_highest_code_is_to_be_counted(tmp_path):
    """Whoever lost the list of the highest codes is told one for each part."""
    text = "issued: []\n\nchapters:\n" + "".join(
        f"  - {{code: {code}, chapter: {name}}}\n" for code, name in ((101, "tea"), (102, "milk"))
    )
    assert said(tmp_path, text, dict.fromkeys(("tea", "milk"), "method-guide")) == [
        "code 102 is not counted in `issued` above; add 102 there"
    ]


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("methodguide/old", "; did you mean `method-guide`?"),
        ("about/old", "; write its part and its name"),
        ("k/old", "; write its part and its name"),
        ("method-guide/index", "; write its part and its name"),
    ],
)
def test_an_earlier_place_lay_in_a_part(tmp_path, place, hint):
    """A slip in the part would leave the printed address without a page."""
    text = lines(101, f"code: 101, chapter: tea, was: [{place}]")
    assert said(tmp_path, text, {"tea": "method-guide"}) == [
        f"no chapter has stood at `{place}`{hint}"
    ]
