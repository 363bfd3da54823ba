"""Booklets as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.booklet import Booklet, ChapterPart, TextPart

TEXT = {"kind": "text", "id": "why", "title": "Why", "text": "Tea."}


def booklet(**changes):
    values = {
        "kind": "booklet",
        "id": "tea-booklet",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "subtitle": "For us",
        "parts": [TEXT, {"kind": "chapter", "id": "tea"}],
    }
    return Booklet(**(values | changes))


def errors(**changes):
    with pytest.raises(ValidationError) as found:
        booklet(**changes)
    return [(error["type"], error["loc"], error["msg"]) for error in found.value.errors()]


def test_what_may_be_left_out():
    """Neither contact nor fields, and no easy read."""
    made = booklet()
    assert (made.contact, made.easy_read, made.parts[0].fields) == ((), False, ())


def test_parts_are_chapters_and_texts_in_the_authors_order():
    """The kind of a part says which it is."""
    assert [type(part) for part in booklet().parts] == [TextPart, ChapterPart]
    assert errors(parts=[{"kind": "poster", "id": "tea"}])[0][0] == "union_tag_invalid"


def test_a_chapter_has_no_text_of_its_own_here():
    """It stands in the booklet as it stands on the web."""
    found = errors(parts=[{"kind": "chapter", "id": "tea", "text": "More."}])
    assert found[0][:2] == ("extra_forbidden", ("parts", 0, "chapter", "text"))


@pytest.mark.parametrize("first", ["text", "chapter"])
def test_parts_may_not_share_an_id(first):
    """Form fields are named by it, and a chapter twice is a mistake."""
    twin = TEXT | {"id": "tea"} if first == "text" else {"kind": "chapter", "id": "tea"}
    (found,) = errors(parts=[twin, {"kind": "chapter", "id": "tea"}])
    assert "two parts have the id `tea`" in found[2]


def test_two_parts_may_share_a_field_id():
    """Their form fields are told apart by the part."""
    field = [{"id": "name", "label": "Name"}]
    assert booklet(parts=[TEXT | {"fields": field}, TEXT | {"id": "own", "fields": field}])


def test_fields_of_a_part_may_not_share_an_id():
    """They would be one field in the finished file."""
    twice = [{"id": "name", "label": "Name"}, {"id": "name", "label": "Unit"}]
    assert "two fields have the id `name`" in errors(parts=[TEXT | {"fields": twice}])[0][2]


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [
        ("parts", [], ("parts",)),
        ("parts", [TEXT | {"id": f"p{n}"} for n in range(25)], ("parts",)),
        ("contact", list("abcde"), ("contact",)),
        ("contact", ["x" * 41], ("contact", 0)),
        ("subtitle", "", ("subtitle",)),
        ("title", "x" * 71, ("title",)),
        ("parts", [TEXT | {"text": ""}], ("parts", 0, "text", "text")),
        (
            "parts",
            [TEXT | {"fields": [{"id": f"f{n}", "label": "A"} for n in range(9)]}],
            ("parts", 0, "text", "fields"),
        ),
    ],
)
def test_what_is_missing_or_too_much(key, value, at):
    """One part to 24, four lines in the contact box, eight fields a part."""
    assert errors(**{key: value})[0][1] == at
