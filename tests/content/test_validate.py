"""From plain values to a model, or to problems in the author's words."""

import datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content.chapter import Chapter, Home, Page
from press.content.frontmatter import parse
from press.content.kinds import KINDS
from press.content.register import Register
from press.content.registers import Glossary
from press.content.validate import validate
from small_site import FIXTURE

TEA = (FIXTURE / "docs/sv/method-guide/tea.md").read_text(encoding="utf-8")
HOME = (FIXTURE / "docs/sv/index.md").read_text(encoding="utf-8")
VALUES = parse(TEA, "tea.md")

ITEM = "printables.0.groups.0.items.0"
CHAPTER_KEYS = (
    "`audience`, `course`, `edition`, `facts`, `id`, `outside_facts`, `primary_language`, "
    "`printables`, `questions`, `sources`, `summary`, `title`, `tool`"
)
AUDIENCES = (
    "`new-staff`, `manager`, `guide`, `course-leader`, `service-user`, `cross-sector-leader`"
)
AS_TEXT = "must be text; put quotes round it"
AS_LIST = "must be a list: one line each, starting with `- `"
AS_BLOCK = "must be a block of `key: value` lines"
AS_DATE = "must be a date such as 2026-11-23, without quotes"
AS_TIME = "must be days or weeks from the start, such as `-6w`, `+2d` or `0d`"
AS_KEY = "must be small letters a-z, digits and single hyphens, such as `book-room`"


def problems_of(text, model=Chapter):
    """Return what validation says about a text, which must be readable YAML."""
    source = parse(text, "tea.md")
    assert source.problems == []
    made, problems = validate(source, model)
    assert (made is None) == bool(problems)
    return [str(problem) for problem in problems]


def changed(old, new, text=TEA):
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(("text", "model"), [(TEA, Chapter), (HOME, Home)])
def test_a_sound_text_becomes_a_model(text, model):
    """The fixture's own pages have nothing to mend."""
    source = parse(text, "tea.md")
    made, problems = validate(source, model)
    assert isinstance(made, model)
    assert problems == []


def test_space_around_a_text_is_dropped():
    """A text block ends in a line break that no template wants."""
    source = parse("---\nid: a\ntitle: ' Te '\nsummary: |\n  Om te.\n\n---\n", "a.md")
    page, _ = validate(source, Page)
    assert (page.title, page.summary) == ("Te", "Om te.")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # keys
        ("title: Te på träffen\n", "", "2: title: is missing"),
        ("    title: Telista\n", "", "12: printables.0.title: is missing"),
        ("            text: Koka vatten.\n", "", f"26: {ITEM}.text: is missing"),
        ("title: Te på", "titel: x\ntitle: Te på", "3: unknown key `titel`; did you mean `title`?"),
        (
            "title: Te på",
            "zzz: x\ntitle: Te på",
            f"3: unknown key `zzz`; the keys here are {CHAPTER_KEYS}",
        ),
        (
            "    title: Telista\n",
            "    title: Telista\n    panels: {}\n",
            "15: printables.0: unknown key `panels`; did you mean `changes`?",
        ),
        (
            "            role: guides\n",
            "            rol: guides\n",
            f"28: {ITEM}: unknown key `rol`; did you mean `role`?",
        ),
        (
            "        text: |\n          Vila.\n",
            "        text: Vila.\n        contact: [A]\n",
            "62: printables.1.panels.inside_3: unknown key `contact`; the keys here are "
            "`text`, `title`",
        ),
        # one of several words
        (
            "audience: [new-staff, manager]",
            "audience: [new-staff, manger]",
            "5: audience.1: `manger` is not known here; did you mean `manager`?",
        ),
        (
            "audience: [new-staff, manager]",
            "audience: [new-staff, qqq]",
            f"5: audience.1: `qqq` is not known here; write one of {AUDIENCES}",
        ),
        (
            "primary_language: sv",
            "primary_language: xyz",
            "6: primary_language: `xyz` is not known here; write one of `sv`, `da`, `en`",
        ),
        (
            "role: guides",
            "role: guide",
            f"28: {ITEM}.role: `guide` is not known here; did you mean `guides`?",
        ),
        (
            "kind: folder",
            "kind: foldr",
            "39: printables.1: `foldr` is not known here; did you mean `folder`?",
        ),
        (
            "kind: folder",
            "kind: 3",
            f"39: printables.1: `3` is not known here; write one of {', '.join(f'`{k}`' for k in KINDS)}",
        ),
        ("  - kind: folder\n    id", "  - id", "39: printables.1: `kind` is missing"),
        # what kind of value
        ("title: Te på träffen", "title: 3", f"3: title: {AS_TEXT} (you wrote 3)"),
        ("title: Te på träffen", "title: no", f"3: title: {AS_TEXT} (you wrote no)"),
        ("title: Te på träffen", "title:", f"3: title: {AS_TEXT} (you left it empty)"),
        ("title: Te på träffen", "title: [a]", f"3: title: {AS_TEXT} (you wrote a list)"),
        (
            "audience: [new-staff, manager]",
            "audience: manager",
            f"5: audience: {AS_LIST} (you wrote manager)",
        ),
        ("facts: [fourum-01]", "facts:", f"8: facts: {AS_LIST} (you left it empty)"),
        ("facts: [fourum-01]", "facts: {a: b}", f"8: facts: {AS_LIST} (you wrote a block)"),
        (
            "  - kind: folder",
            "  - te\n  - kind: folder",
            f"39: printables.1: {AS_BLOCK} (you wrote te)",
        ),
        (
            "          - id: cups\n            text: Ställ fram koppar.\n",
            "          - koppar\n",
            f"31: printables.0.groups.0.items.1: {AS_BLOCK} (you wrote koppar)",
        ),
        # how long
        (
            "title: Te på träffen",
            f"title: {'x' * 81}",
            "3: title: is too long: 81 characters, 80 at the most",
        ),
        (
            "summary: Koka te före träffen.",
            f"summary: {'x' * 221}",
            "4: summary: is too long: 221 characters, 220 at the most",
        ),
        (
            "text: Koka vatten.",
            f"text: {'x' * 161}",
            f"27: {ITEM}.text: is too long: 161 characters, 160 at the most",
        ),
        (
            "title: Te på träffen",
            'title: ""',
            "3: title: is empty; write a text or leave the key out",
        ),
        (
            "title: Te på träffen",
            'title: "  "',
            "3: title: is empty; write a text or leave the key out",
        ),
        (
            "audience: [new-staff, manager]",
            "audience: []",
            "5: audience: is empty; write at least one",
        ),
        (
            "      - id: room\n        label: Rum\n",
            "".join(f"      - {{id: f{n}, label: F}}\n" for n in range(4)),
            "19: printables.0.fields: has 4 entries; 3 at the most",
        ),
        # how it is written
        ("when: -1d", "when: imorgon", f"29: {ITEM}.when: {AS_TIME} (you wrote imorgon)"),
        ("when: -1d", "when: 6w", f"29: {ITEM}.when: {AS_TIME} (you wrote 6w)"),
        ("when: -1d", "when: -1", f"29: {ITEM}.when: {AS_TEXT} (you wrote -1)"),
        ("id: tea\n", "id: Tea\n", f"2: id: {AS_KEY} (you wrote Tea)"),
        ("id: boil", "id: boil_it", f"26: {ITEM}.id: {AS_KEY} (you wrote boil_it)"),
        ("edition: 2026-01-02", "edition: igår", f"7: edition: {AS_DATE} (you wrote igår)"),
        ("edition: 2026-01-02", "edition: 2026", f"7: edition: {AS_DATE} (you wrote 2026)"),
        ("edition: 2026-01-02", "edition: true", f"7: edition: {AS_DATE} (you wrote true)"),
        ("edition: 2026-01-02", "edition:", f"7: edition: {AS_DATE} (you left it empty)"),
        ("edition: 2026-01-02", "edition: 0", f"7: edition: {AS_DATE} (you wrote 0)"),
        (
            "edition: 2026-01-02",
            "edition: 2026-01-02 10:00:00",
            f"7: edition: {AS_DATE} (you wrote 2026-01-02 10:00:00)",
        ),
        # what YAML takes for something else
        (
            "primary_language: sv",
            "primary_language: no",
            "6: primary_language: `no` is not known here; write one of `sv`, `da`, `en`",
        ),
        (
            "audience: [new-staff, manager]",
            "audience: [manager, ~]",
            f"5: audience.1: must be one of {AUDIENCES} (you left it empty)",
        ),
        (
            "title: Te på träffen",
            f"title: 0x{'f' * 4000}",
            f"3: title: {AS_TEXT} (you wrote 0x{'f' * 35}…)",
        ),
        (
            "title: Te på träffen",
            f"title: {'9' * 4000}",
            f"3: title: {AS_TEXT} (you wrote {'9' * 37}…)",
        ),
        (
            "when: -1d",
            f"when: 0x{'f' * 4000}",
            f"29: {ITEM}.when: {AS_TEXT} (you wrote 0x{'f' * 35}…)",
        ),
        # one wrong entry does not make a list empty
        (
            "audience: [new-staff, manager]",
            "audience: [manger]",
            "5: audience.0: `manger` is not known here; did you mean `manager`?",
        ),
        (
            "          - id: wash\n            text: Diska.\n            when: +2w\n",
            "          - wash\n",
            f"36: printables.0.groups.1.items.0: {AS_BLOCK} (you wrote wash)",
        ),
        # signs that nobody can see
        ("when: -1d", 'when: "a\\nb"', f"29: {ITEM}.when: {AS_TIME} (you wrote a␤b)"),
        (
            "title: Te på",
            '"a\\n\\eb": 1\ntitle: Te på',
            f"3: unknown key `a␤\N{REPLACEMENT CHARACTER}b`; the keys here are {CHAPTER_KEYS}",
        ),
        # what fits together
        (
            "    start: träffens dag\n",
            "",
            "12: printables.0: `start` is missing: say what day the items' `when` is counted from",
        ),
        (
            "id: wash",
            "id: boil",
            "12: printables.0: two items have the id `boil`; give one of them another id",
        ),
        (
            "      - id: after\n",
            "      - id: before\n",
            "33: printables.0.groups.1: two groups have the id `before`; give one of them another id",
        ),
        (
            "id: tea-leaflet",
            "id: tea-list",
            "39: printables.1: two printables have the id `tea-list`; give one of them another id",
        ),
    ],
)
def test_a_mistake_is_said_in_the_authors_words(old, new, expected):
    """One mistake gives one line that names the place and the remedy."""
    assert problems_of(changed(old, new)) == [f"tea.md:{expected}"]


def test_all_mistakes_are_told_at_once():
    """The author does not learn of the second mistake only after mending the first."""
    text = changed("title: Te på träffen", "title: 3")
    text = changed("edition: 2026-01-02", "edition: igår", text)
    text = changed("role: guides", "role: guide", text)
    assert [line.split(" ")[0] for line in problems_of(text)] == [
        "tea.md:3:",
        "tea.md:7:",
        "tea.md:28:",
    ]


@pytest.mark.parametrize(
    ("length", "shown"), [(40, "x" * 40), (41, "x" * 37 + "…"), (900, "x" * 37 + "…")]
)
def test_what_the_author_wrote_is_shown_in_short(length, shown):
    """A long text does not hide what is said about it."""
    text = changed("when: -1d", f"when: {'x' * length}")
    assert problems_of(text) == [f"tea.md:29: {ITEM}.when: {AS_TIME} (you wrote {shown})"]


def test_the_kind_of_a_printable_is_no_step_of_the_path():
    """Authors see `printables.0.title`, not the names that the program gives to branches."""
    lines = problems_of(changed("title: Tefolder", "title: 3"))
    assert lines == [f"tea.md:41: printables.1.title: {AS_TEXT} (you wrote 3)"]


def test_an_empty_home_page_says_what_it_lacks():
    """Each missing key has its own line."""
    assert problems_of("---\nid: home\n---\n", Home) == [
        "tea.md:2: title: is missing",
        "tea.md:2: summary: is missing",
        "tea.md:2: tagline: is missing",
        "tea.md:2: doors: is missing",
    ]


def test_registers_are_validated_like_chapters():
    """The glossary's problems read like those of a chapter."""
    text = "---\nterms:\n  - id: loop\n    sv: {term: slinga, txt: x}\n---\n"
    lines = problems_of(text, Glossary)
    assert "tea.md:4: terms.0.sv: unknown key `txt`; did you mean `text`?" in lines
    assert "tea.md:3: terms.0.da: is missing" in lines


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.text(max_size=50)
    | st.binary(max_size=8)
)
KEYS = st.sampled_from(
    ["id", "kind", "title", "text", "items", "groups", "panels", "when", "0", "checklist", "folder"]
) | st.text(max_size=8)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
PLACES = sorted((place for place in VALUES.lines if place), key=str)


def put(values, place, new):
    """Return values with what stands at place replaced by new."""
    if not place:
        return new
    step, *rest = place
    copy = dict(values) if isinstance(values, dict) else list(values)
    copy[step] = put(values[step], rest, new)
    return copy


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(place=st.sampled_from(PLACES), value=ANYTHING)
def test_no_value_in_a_chapter_makes_validation_raise(place, value):
    """Whatever an author puts at any place, there is a chapter or a problem with a line."""
    block = yaml.safe_dump(put(VALUES.values, place, value), allow_unicode=True)
    source = parse(f"---\n{block}---\n", "tea.md")
    if source.problems:
        return
    made, problems = validate(source, Chapter)
    assert (made is None) == bool(problems)
    last = block.count("\n") + 1
    assert all(1 <= problem.line <= last and problem.message for problem in problems)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.text())
def test_no_front_matter_makes_validation_raise(text):
    """Any text between the dashes is read, checked and answered with problems."""
    source = parse(f"---\n{text}\n---\n", "tea.md")
    made, problems = validate(source, Chapter)
    assert made is None
    assert problems


def test_dates_stay_dates():
    """An edition is a day, so that it can be compared and written out."""
    chapter, _ = validate(VALUES, Chapter)
    assert chapter.edition == datetime.date(2026, 1, 2)


def test_a_day_far_off_is_a_slip_of_the_pen():
    """Days are counted on from every day, and none may lie beyond those that can be counted."""
    for day in ("0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"):
        found = problems_of(changed("edition: 2026-01-02", f"edition: {day}"))
        assert found == ["tea.md:7: edition: must be a day of the years 2000 to 2099"]


def test_the_same_is_said_once():
    """A list that stands for three languages is wrong once."""
    text = "---\nissued: []\nchapters: []\nprintables:\n  - {id: a, editions: [soon, 9999-12-31]}\n---\n"
    assert problems_of(text, Register) == [
        f"tea.md:5: printables.0.editions.0: {AS_DATE} (you wrote soon)",
        "tea.md:5: printables.0.editions.1: must be a day of the years 2000 to 2099",
    ]
