"""`press translated` and `press translations`: what is recorded, what is refused, what is shown."""

import datetime

import pytest

from press.build import check
from press.content.library import load
from press.problems import ProblemsFound
from press.translating import Reason, follows, record_missing, table
from small_site import replace_in

TEA = "docs/sv/method-guide/tea.md"
ROOM = "printables.tea-list.groups.after.items.wash.text"
REASON = Reason("Only a finer word: really", "Anna Berg", datetime.date(2027, 2, 1))


@pytest.fixture
def behind(small, edit):
    """A site whose Swedish chapter has another title, another line to tick and another section."""
    edit(TEA, "title: Te på träffen", "title: Te")
    edit(TEA, "text: Diska.", "text: Diska allt.")
    edit(TEA, "## Så gör du", "## Så gör ni")
    return small


def names(project, language):
    return [one.name for one in load(project).translations.open if one.language == language]


def refused(*arguments):
    with pytest.raises(ProblemsFound) as found:
        follows(*arguments)
    return str(found.value)


def test_a_page_is_recorded_as_following(behind):
    """Its texts are no longer listed; the other language's still are, and nothing else is written."""
    before = {p: p.read_text(encoding="utf-8") for p in behind.docs.rglob("*.*")}
    assert names(behind, "da") == ["title", ROOM, "text.så-gör-ni"]
    assert follows(behind, "da", "tea", ()) == ["title", ROOM, "text.så-gör-ni"]
    assert names(behind, "da") == []
    assert names(behind, "en") == ["title", ROOM, "text.så-gör-ni"]
    changed = [p.name for p in before if p.read_text(encoding="utf-8") != before[p]]
    assert changed == ["da.yml"]
    assert follows(behind, "da", "tea", ()) == []


def test_single_texts_and_blocks_can_be_recorded(behind):
    """A block stands for all below it; the others stay behind."""
    assert follows(behind, "da", "tea", ["printables.tea-list"]) == [ROOM]
    assert names(behind, "da") == ["title", "text.så-gör-ni"]
    assert follows(behind, "da", "tea", ["text.så-gör-ni"]) == ["text.så-gör-ni"]
    assert names(behind, "da") == ["title"]
    lines = (behind.docs / "translations" / "da.yml").read_text(encoding="utf-8").split("\n")
    assert lines == [
        line for n, line in enumerate(lines) if line not in lines[:n] or not line.strip()
    ]
    assert not any("så-gör-du" in line and "easy" not in line for line in lines)


def test_a_reason_lets_a_text_stay_behind_in_one_line(behind):
    """With who says so and when; the register is read back, and the list shows it."""
    follows(behind, "da", "tea", [ROOM], REASON)
    library = check(behind)
    assert not [p for p in library.problems if "translations" in p.path]
    assert ("da", "tea-list") not in library.translations.withheld
    text = (behind.docs / "translations" / "da.yml").read_text(encoding="utf-8")
    (line,) = [line for line in text.split("\n") if "accepted:" in line]
    assert line.startswith(f"  {ROOM}: {{was: ")
    assert line.endswith("by: Anna Berg, day: 2027-02-01, why: 'Only a finer word: really'}")
    assert "accepted     Anna Berg, 2027-02-01: Only a finer word: really" in table(library)
    assert follows(behind, "da", "tea", [ROOM]) == [ROOM]
    assert "accepted:" not in (behind.docs / "translations" / "da.yml").read_text(encoding="utf-8")


def test_only_what_is_behind_can_be_accepted(behind):
    """What follows its source stays as it is, whatever the reason."""
    assert follows(behind, "da", "tea", (), REASON) == ["title", ROOM, "text.så-gör-ni"]


@pytest.mark.parametrize(
    ("language", "page", "texts", "said"),
    [
        ("no", "tea", (), "no language is called `no`; write one of sv, da, en"),
        ("da", "te", (), "no page is called `te`; did you mean `tea`?"),
        ("sv", "tea", (), "`tea` was written in `sv` first; the others follow it"),
        ("da", "tea", ("titel",), "`tea` has no `titel`; did you mean `title`?"),
        ("da", "tea", ("printables.tealist",), "did you mean `printables.tea-list`?"),
    ],
)
def test_a_slip_of_the_pen_is_told(small, language, page, texts, said):
    """Nothing is written then."""
    assert said in refused(small, language, page, texts)
    assert load(small).translations.behind == ()


def test_a_reason_has_room_on_its_line(behind):
    """A longer one would be a text of its own."""
    reason = Reason("x\ny", "A", datetime.date(2027, 2, 1))
    assert "each one line" in refused(behind, "da", "tea", (), reason)


def test_a_broken_register_is_not_written_over(small):
    """What somebody has written is not lost by a command."""
    path = small.docs / "translations" / "da.yml"
    replace_in(path, ("\ntea:\n", "\ntea\n"))
    before = path.read_bytes()
    assert "cannot be read" in refused(small, "da", "tea", ())
    assert path.read_bytes() == before


def test_a_new_page_is_recorded_language_by_language(small):
    """With names only these: what nobody has read stays behind."""
    for register in (small.docs / "translations").iterdir():
        register.unlink()
    follows(small, "da", "tea", ["title", "printables"])
    assert [problem.path for problem in load(small).problems] == [
        "docs/da/index.md",
        "docs/en/index.md",
        "docs/en/method-guide/tea.md",
    ]
    found = [one for one in load(small).translations.open if one.page == "tea"]
    assert {one.state for one in found} == {"new"}
    assert {"summary", "text", "easy.title"} <= {one.name for one in found}
    assert record_missing(small) == ["docs/translations/da.yml", "docs/translations/en.yml"]
    assert record_missing(small) == []


def test_a_section_that_is_gone_is_told_until_it_is_recorded(small, edit):
    """The translation may still have it."""
    text = (small.root / TEA).read_text(encoding="utf-8")
    (small.root / TEA).write_text(text.replace("## Så gör du\n", "", 1), encoding="utf-8")
    assert "text.så-gör-du" in names(small, "da")
    follows(small, "da", "tea", ["text"])
    assert names(small, "da") == []


def test_the_table_says_it_all(behind):
    """Language by language: text, both marks, both files with lines, and the command."""
    said = table(load(behind))
    title = next(one for one in load(behind).translations.open if one.name == "title")
    assert "sv: 0 translated pages, 0 texts" in said
    assert 'tea   make translated TEXT="da tea"' in said
    assert f"{title.was} → {title.now}  changed in the source" in said
    assert "translation  docs/da/method-guide/tea.md:3" in said
    assert f"source       {TEA}:3" in said
    (behind.docs / "translations" / "en.yml").unlink()
    missing = table(load(behind))
    assert "Nobody has said what these follow:" in missing
    assert 'docs/en/method-guide/tea.md  (make translated TEXT="en tea")' in missing


def test_a_hidden_sign_in_a_reason_is_refused(behind):
    """The register would be refused with it."""
    reason = Reason("x\u202ey", "A", datetime.date(2027, 2, 1))
    assert "has a hidden sign, U+202E" in refused(behind, "da", "tea", (), reason)


def test_a_source_that_cannot_be_read_is_named(small):
    """And the translation is not said to be the first."""
    (small.docs / "sv" / "method-guide" / "tea.md").write_text("x")
    assert "docs/sv/method-guide/tea.md:1: has no front matter" in refused(small, "da", "tea", ())
