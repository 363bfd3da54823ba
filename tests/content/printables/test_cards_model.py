"""Cards as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.cards import Cards

FACE = {"title": "Boil", "text": "Water."}


def card(name="boil", **changes):
    return {"id": name, "front": FACE} | changes


def cards(*made, **changes):
    values = {
        "kind": "cards",
        "id": "tea-cards",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "cards": list(made) or [card()],
    }
    return Cards(**(values | changes))


def errors(*made, **changes):
    with pytest.raises(ValidationError) as found:
        cards(*made, **changes)
    return [(error["type"], error["loc"], error["msg"]) for error in found.value.errors()]


def test_what_may_be_left_out():
    """One copy, no back, no fields."""
    made = cards()
    assert (made.back, made.cards[0].back, made.cards[0].copies) == (None, None, 1)
    assert made.cards[0].front.fields == ()


def test_a_side_is_not_empty():
    """A heading alone is no card."""
    found = errors(card(front={"title": "Boil"}))
    assert found[0][1] == ("cards", 0, "front")
    assert "is empty; write `text` or `fields`" in found[0][2]


def test_a_side_may_have_fields_only():
    """A card to write on needs no text."""
    made = cards(card(front={"title": "Order", "fields": [{"id": "name", "label": "Name"}]}))
    assert (made.cards[0].front.text, made.cards[0].front.fields[0].lines) == (None, 1)


def test_cards_may_not_share_an_id():
    """Form fields are named by it."""
    assert "two cards have the id `boil`" in errors(card(), card())[0][2]


def test_fields_of_a_side_may_not_share_an_id():
    """Form fields are named by it."""
    twice = {"title": "Order", "fields": [{"id": "a", "label": "A"}, {"id": "a", "label": "B"}]}
    assert "two fields have the id `a`" in errors(card(front=twice))[0][2]


def test_two_sides_may_share_a_field_id():
    """Their form fields are told apart by card and side."""
    face = {"title": "Order", "fields": [{"id": "a", "label": "A"}]}
    assert cards(card(front=face, back=face), card("cup", front=face), back=face)


@pytest.mark.parametrize("copies", [0, 5])
def test_copies_are_one_to_four(copies):
    """More than a sheet of one card is printed by printing the sheet again."""
    assert errors(card(copies=copies))[0][1] == ("cards", 0, "copies")


@pytest.mark.parametrize("lines", [-1, 9])
def test_a_field_has_no_line_to_eight(lines):
    """None makes it a box to tick."""
    face = {"title": "Order", "fields": [{"id": "a", "label": "A", "lines": lines}]}
    assert errors(card(front=face))[0][1] == ("cards", 0, "front", "fields", 0, "lines")
