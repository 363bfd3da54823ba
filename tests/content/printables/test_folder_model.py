"""Leaflets as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.folder import Folder, Panels

NAMES = ("cover", "inside_1", "inside_2", "inside_3", "flap", "back")


def panels(**changes):
    made = {name: {"title": name, "text": "Text."} for name in NAMES}
    made["back"]["contact"] = ["Unit"]
    return made | changes


def folder(**changes):
    values = {
        "kind": "folder",
        "id": "tea-leaflet",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "panels": panels(),
    }
    return Folder(**(values | changes))


def errors(**changes):
    with pytest.raises(ValidationError) as found:
        folder(**changes)
    return [(error["type"], error["loc"]) for error in found.value.errors()]


def test_a_sheet_folded_in_three_has_six_panels():
    """Three on each side, named by where they end up."""
    assert tuple(Panels.model_fields) == NAMES
    assert folder().panels.back.contact == ("Unit",)


@pytest.mark.parametrize("name", NAMES)
def test_no_panel_may_be_missing(name):
    """An empty third of a sheet looks like a mistake."""
    assert errors(panels={k: v for k, v in panels().items() if k != name}) == [
        ("missing", ("panels", name))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_panel_may_be_empty(name):
    """Each panel has a heading and a text."""
    blank = {"title": "T", "text": " ", **({"contact": ["Unit"]} if name == "back" else {})}
    assert errors(panels=panels(**{name: blank})) == [
        ("string_too_short", ("panels", name, "text"))
    ]


def test_only_the_back_has_a_contact_box():
    """The municipality's stamp has one place."""
    cover = {"title": "T", "text": "x", "contact": ["Unit"]}
    assert errors(panels=panels(cover=cover)) == [
        ("extra_forbidden", ("panels", "cover", "contact"))
    ]


@pytest.mark.parametrize(
    ("contact", "error"),
    [
        ([], ("too_short", ("panels", "back", "contact"))),
        (["a", "b", "c", "d", "e"], ("too_long", ("panels", "back", "contact"))),
        (["x" * 31], ("string_too_long", ("panels", "back", "contact", 0))),
        ([""], ("string_too_short", ("panels", "back", "contact", 0))),
    ],
    ids=["none", "five", "long", "empty"],
)
def test_the_contact_box_has_one_to_four_short_labels(contact, error):
    """The box is small, and a box without labels is no box."""
    assert error in errors(panels=panels(back={"title": "T", "text": "x", "contact": contact}))
