"""Checklists as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.checklist import Checklist


def checklist(**changes):
    """Return a checklist of two groups with some keys changed."""
    values = {
        "kind": "checklist",
        "id": "tea-list",
        "title": "Tea",
        "summary": "What you need.",
        "edition": datetime.date(2026, 1, 2),
        "groups": [
            {"id": "before", "title": "Before", "items": [{"id": "boil", "text": "Boil."}]},
            {
                "id": "after",
                "title": "After",
                "items": [{"id": "wash", "text": "Wash."}, {"id": "rest", "text": "Rest."}],
            },
        ],
    }
    return Checklist(**(values | changes))


def errors(**changes):
    with pytest.raises(ValidationError) as found:
        checklist(**changes)
    return [error["msg"] for error in found.value.errors()]


def group(*items, name="g"):
    return {"id": name, "title": "G", "items": list(items)}


def test_items_are_those_of_all_groups_in_order():
    """Form fields and ticks follow the order on the paper."""
    assert [item.id for item in checklist().items] == ["boil", "wash", "rest"]


def test_what_may_be_left_out_is_empty():
    """The shortest checklist has no lines to fill in, no start and no times."""
    made = checklist()
    assert (made.fields, made.start, made.paper) == ((), None, "A4")
    assert [(item.role, item.when, item.note) for item in made.items] == [(None, None, None)] * 3


@pytest.mark.parametrize(
    ("groups", "where"),
    [
        ([], ("groups",)),
        ([group(), group({"id": "a", "text": "A"}, name="h")], ("groups", 0, "items")),
    ],
    ids=["no groups", "no items"],
)
def test_a_checklist_has_something_to_tick(groups, where):
    """Empty paper is refused."""
    with pytest.raises(ValidationError) as found:
        checklist(groups=groups)
    assert [(error["type"], error["loc"]) for error in found.value.errors()] == [
        ("too_short", where)
    ]


def test_items_of_two_groups_may_not_share_an_id():
    """Remembered ticks hang on the item's id alone."""
    item = {"id": "boil", "text": "Boil."}
    groups = [group(item, name="a"), group(item, name="b")]
    assert errors(groups=groups) == [
        "Value error, two items have the id `boil`; give one of them another id"
    ]


def test_groups_may_not_share_an_id():
    """A group is found in another language by its id."""
    groups = [group({"id": "a", "text": "A"}), group({"id": "b", "text": "B"})]
    assert errors(groups=groups) == [
        "Value error, two groups have the id `g`; give one of them another id"
    ]


def test_lines_to_fill_in_may_not_share_an_id():
    """Each form field of the PDF has its own name."""
    fields = [{"id": "room", "label": "Room"}, {"id": "room", "label": "Hall"}]
    assert errors(fields=fields) == [
        "Value error, two fields have the id `room`; give one of them another id"
    ]


def test_an_item_and_a_line_may_share_an_id():
    """Their form fields are told apart by what stands before the id."""
    assert checklist(fields=[{"id": "boil", "label": "Boil"}]).fields[0].id == "boil"


def test_times_need_a_start():
    """`-1d` says nothing as long as nobody says from what day."""
    groups = [group({"id": "a", "text": "A", "when": "-1d"})]
    assert errors(groups=groups) == [
        "Value error, `start` is missing: say what day the items' `when` is counted from"
    ]
    assert checklist(groups=groups, start="the day").start == "the day"


def test_a_start_without_times_is_allowed():
    """A text may be written before its times are."""
    assert checklist(start="the day").start == "the day"


def test_unknown_roles_are_refused():
    """Who does a thing is one of a few words that every language has."""
    with pytest.raises(ValidationError, match="guides-manager"):
        checklist(groups=[group({"id": "a", "text": "A", "role": "boss"})])
