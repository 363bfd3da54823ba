"""A printable that says something else than its edition did, and what its author is told to write."""

import datetime
from typing import Annotated

import pytest
import yaml
from pydantic import Field

from press.content.fields import Line
from press.content.frontmatter import parse
from press.content.printables.checklist import Checklist
from press.content.printables.poster import Poster
from press.content.stamp import (
    Drawn,
    Part,
    Stamped,
    changes_since,
    check_stamp,
    editions_of,
    stamp,
)

DAY = datetime.date
TODAY = DAY(2027, 2, 1)
LIST = {
    "kind": "checklist",
    "id": "tea-list",
    "title": "Tea",
    "summary": "What you need.",
    "edition": DAY(2026, 11, 23),
    "groups": [
        {"id": "before", "title": "Before", "items": [{"id": "boil", "text": "Boil water."}]}
    ],
}


def a_list(**changed):
    return Checklist.model_validate(LIST | changed)


def judged(*, drawn=None, issued=(), new_part="New: “{title}”.", **changed):
    """Return what is said of a list, as the author sees it."""
    printable = a_list(**changed)
    plain = printable.model_dump(mode="json", exclude_unset=True)
    text = yaml.safe_dump({"printables": [plain]}, sort_keys=False)
    source = parse(f"---\n{text}---\n", "docs/sv/tea.md")
    one = Stamped(printable, source, ("printables", 0), drawn or Drawn(), issued, new_part)
    found = check_stamp(one, TODAY)
    return str(found) if found else None


def change(edition, before, *changed):
    return {"edition": edition, "before": before, "changed": changed or ("The water.",)}


STAMP = stamp(a_list())
FIRST, SECOND = DAY(2026, 11, 23), DAY(2027, 1, 15)


def test_a_stamp_is_eight_letters_that_yaml_always_reads_as_text():
    """A hash in digits would now and then be a number, or a date."""
    stamps = {stamp(a_list(title=f"Tea {n}")) for n in range(200)}
    assert len(stamps) == 200
    for one in stamps:
        assert len(one) == 8
        assert yaml.safe_load(one) == one
        assert a_list(content=one).content == one


@pytest.mark.parametrize(
    "written",
    [
        "title: Tea\nsummary: What you need.\ngroups:\n- {id: before, title: Before, items: "
        '[{id: boil, text: "Boil water."}]}',
        "groups:\n  - items:\n      - text: 'Boil water.'\n        id: boil\n    title: Before\n"
        "    id: before\nsummary: >-\n  What you\n  need.\ntitle: |\n  Tea\n",
    ],
)
def test_a_stamp_does_not_depend_on_how_it_is_written(written):
    """Order of keys, quotes and blocks are the author's own business."""
    head = {"kind": "checklist", "id": "tea-list", "edition": FIRST}
    assert stamp(Checklist.model_validate(head | yaml.safe_load(written))) == STAMP


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "old-list"},
        {"edition": TODAY},
        {"content": "bcdfghjk"},
        {"changes": [change(TODAY, FIRST)]},
        {"readers": ["guide"]},
        {"stages": ["before"]},
        {"start": None},
        {"fields": []},
    ],
)
def test_a_stamp_knows_what_is_not_on_paper(changed):
    """Another name, another shelf of the shop, a default that is written out: the paper is the same."""
    assert stamp(a_list(**changed)) == STAMP


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "tea"},
        {"summary": "What you need"},
        {"start": "the day"},
        {"notes": "Notes"},
        {"fields": [{"id": "room", "label": "Room"}]},
        {"groups": [LIST["groups"][0], LIST["groups"][0] | {"id": "after", "items": [
            {"id": "wash", "text": "Wash up."}]}]},
    ],
)  # fmt: skip
def test_a_stamp_changes_with_what_is_on_paper(changed):
    """Every letter counts."""
    assert stamp(a_list(**changed)) != STAMP


def test_a_field_that_a_model_gets_later_changes_no_stamp():
    """Else a new field of ours would stop every author's build."""

    class Later(Checklist):
        colour: Annotated[str, Field(description="New.")] = "blue"
        motto: Line | None = None
        marks: tuple[str, ...] = ()

    assert stamp(Later.model_validate(LIST)) == STAMP
    assert stamp(Later.model_validate(LIST | {"colour": "red"})) != STAMP


def test_the_stamps_of_today_stay():
    """A change of how stamps are made would stop every author's build: this one is kept for ever."""
    poster = Poster.model_validate(
        {
            "kind": "poster",
            "id": "tea-poster",
            "title": "Te på träffen",
            "summary": "Så går det till.",
            "edition": FIRST,
            "lead": "Te åt alla.",
            "drawing": "ring",
            "points": [
                {"id": "a", "title": "Koka", "text": "Koka vatten."},
                {"id": "b", "title": "Häll", "text": "Häll upp."},
            ],
        }
    )
    assert (STAMP, stamp(poster)) == ("rjssmkld", "nnfnrdbq")


def test_letters_are_the_same_however_they_are_put_together():
    """Some programs write å as two signs, a and a ring."""
    assert stamp(a_list(title="Te på")) == stamp(a_list(title="Te pa\u030a"))


def test_what_it_is_put_together_of_is_part_of_it():
    """An edition of a chapter, and a word of the glossary, are printed too."""
    part = Part("tea", "Tea", FIRST)
    own, with_part = Drawn(), Drawn((part,))
    newer = Drawn((Part("tea", "Tea", SECOND),))
    renamed = Drawn((Part("tea", "Another title", FIRST),))
    words = Drawn((part,), ("Loop: meetings.",))
    stamps = [stamp(a_list(), drawn) for drawn in (own, with_part, newer, words)]
    assert len(set(stamps)) == 4
    assert stamp(a_list(), renamed) == stamps[1]  # a title that changes comes with an edition


def test_editions_and_changes_are_told_newest_first():
    """What a reader with old paper must know is everything since."""
    third = DAY(2027, 1, 30)
    one = a_list(edition=third, changes=[change(third, SECOND), change(SECOND, FIRST)])
    assert editions_of(one) == [third, SECOND, FIRST]
    assert [c.edition for c in changes_since(one, FIRST)] == [third, SECOND]
    assert [c.edition for c in changes_since(one, SECOND)] == [third]
    assert changes_since(one, third) == []


def test_a_printable_with_its_stamp_is_left_alone():
    """Nothing to say is the usual case."""
    assert judged(content=STAMP) is None
    assert judged(content=STAMP, issued=[FIRST]) is None
    assert (
        judged(content=STAMP, edition=SECOND, changes=[change(SECOND, FIRST)], issued=[FIRST])
        is None
    )


WRONG = "bbbbbbbb"
WHERE = "docs/sv/tea.md:"
LINE = "- {edition: 2027-02-01, before: 2026-11-23, changed: ["
MESSAGES = [
    (
        "a new printable",
        {},
        f"{WHERE}6: printables.0.edition: `content` is missing; write `content: {STAMP}` "
        "below `edition`",
    ),
    (
        "changed since its edition",
        {"content": WRONG},
        f"{WHERE}6: printables.0.edition: the content has changed since edition 2026-11-23; write "
        f"`edition: 2027-02-01`, `content: {STAMP}` and below it `changes:` with "
        f'`{LINE}"…"]}}`, saying what has changed',
    ),
    (
        "changed once more",
        {
            "content": WRONG,
            "edition": SECOND,
            "changes": [change(SECOND, FIRST)],
        },
        f"{WHERE}6: printables.0.edition: the content has changed since edition 2027-01-15; write "
        f"`edition: 2027-02-01`, `content: {STAMP}` and first under `changes:` "
        '`- {edition: 2027-02-01, before: 2027-01-15, changed: ["…"]}`, saying what has changed',
    ),
    (
        "all written but the stamp",
        {"content": WRONG, "edition": TODAY, "changes": [change(TODAY, FIRST)]},
        f"{WHERE}7: printables.0.content: the content is another than this stamp says; write "
        f"`content: {STAMP}`. If paper of edition 2027-02-01 is out already, write `edition: "
        "2027-02-02` too, and first under `changes:` `- {edition: 2027-02-02, before: 2027-02-01, "
        'changed: ["…"]}`, saying what has changed',
    ),
    (
        "changed on its first day",
        {"content": WRONG, "edition": TODAY},
        f"{WHERE}7: printables.0.content: the content is another than this stamp says; write "
        f"`content: {STAMP}`. If paper of edition 2027-02-01 is out already, write `edition: "
        "2027-02-02` too, and below it `changes:` with `- {edition: 2027-02-02, before: 2027-02-01, "
        'changed: ["…"]}`, saying what has changed',
    ),
    (
        "a part has a new edition",
        {
            "content": WRONG,
            "drawn": Drawn((Part("tea", "Tea", FIRST), Part("mugs", 'The "mugs"', SECOND))),
        },
        f"{WHERE}6: printables.0.edition: since edition 2026-11-23 it has got newer parts: `mugs` of "
        "2027-01-15; write `edition: 2027-02-01`, `content: {with_parts}` and below it `changes:` "
        f'with `{LINE}"New: “The \\"mugs\\"”."]}}`, saying what has changed',
    ),
    (
        "words of the glossary",
        {"content": WRONG, "drawn": Drawn((), ("Loop: meetings.",))},
        f"{WHERE}6: printables.0.edition: the content has changed since edition 2026-11-23 (its own, "
        "or what it prints from elsewhere); write `edition: 2027-02-01`, `content: "
        "{with_parts}` and below it `changes:` with "
        f'`{LINE}"…"]}}`, saying what has changed',
    ),
    (
        "a new edition that says nothing",
        {"content": STAMP, "edition": TODAY, "issued": [FIRST]},
        f"{WHERE}6: printables.0.edition: does not say what has changed since edition 2026-11-23; "
        f'write below it `changes:` with `{LINE}"…"]}}`, saying what has changed',
    ),
    (
        "a new edition that says nothing, and has no stamp",
        {"content": WRONG, "edition": TODAY, "changes": [change(SECOND, FIRST)]},
        f"{WHERE}6: printables.0.edition: does not say what has changed since edition 2027-01-15; "
        f"write `content: {STAMP}` and first under `changes:` `- {{edition: 2027-02-01, before: "
        '2027-01-15, changed: ["…"]}`, saying what has changed',
    ),
    (
        "older than its changes",
        {"content": STAMP, "changes": [change(SECOND, FIRST)]},
        f"{WHERE}6: printables.0.edition: is older than the newest under `changes`; write `edition: "
        "2027-01-15`",
    ),
    (
        "a change that goes backwards",
        {"content": STAMP, "changes": [change(FIRST, SECOND)]},
        f"{WHERE}10: printables.0.changes.0.before: must be earlier than 2026-11-23, the edition that "
        "came after it",
    ),
    (
        "changes that do not follow each other",
        {
            "content": STAMP,
            "edition": TODAY,
            "changes": [change(TODAY, FIRST), change(SECOND, FIRST)],
        },
        f"{WHERE}10: printables.0.changes.0.before: must be 2027-01-15, the edition of the next line "
        "below",
    ),
    (
        "a sentence that is not written",
        {"content": STAMP, "edition": TODAY, "changes": [change(TODAY, FIRST, "…")]},
        f"{WHERE}12: printables.0.changes.0.changed.0: say in a sentence what has changed, in the "
        "place of …",
    ),
    (
        "an edition that is out and forgotten",
        {
            "content": STAMP,
            "edition": TODAY,
            "changes": [change(TODAY, SECOND)],
            "issued": [FIRST],
        },
        f"{WHERE}8: printables.0.changes: edition 2026-11-23 has been printed and is missing here; "
        'write last `- {edition: 2027-01-15, before: 2026-11-23, changed: ["…"]}`',
    ),
    (
        "an edition that fell out of the middle",
        {
            "content": STAMP,
            "edition": TODAY,
            "changes": [change(TODAY, FIRST)],
            "issued": [FIRST, SECOND],
        },
        f"{WHERE}8: printables.0.changes: edition 2027-01-15 has been printed and is missing here; "
        "put its line back",
    ),
    (
        "older than what is out",
        {"content": STAMP, "issued": [SECOND]},
        f"{WHERE}6: printables.0.edition: edition 2027-01-15 has been printed; this one cannot be "
        "older",
    ),
]


@pytest.mark.parametrize(
    ("changed", "said"), [row[1:] for row in MESSAGES], ids=[row[0] for row in MESSAGES]
)
def test_the_author_is_told_what_to_write(changed, said):
    """The lines can be copied as they stand."""
    with_parts = stamp(a_list(), changed.get("drawn"))
    found = judged(**changed)
    assert found == said.replace("{with_parts}", with_parts)
    assert len(found) < 600  # longer ones would be cut


def test_many_new_parts_are_not_all_named():
    """A message of a thousand letters helps nobody."""
    parts = tuple(Part(f"part-{n}", "A title of seventy letters " * 2, SECOND) for n in range(9))
    found = judged(content=WRONG, drawn=Drawn(parts))
    assert "`part-2` of 2027-01-15 and more;" in found
    assert found.endswith('"…"]}`, saying what has changed')
