"""Link sheets as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.links import Links

READ = {"id": "read", "title": "Read", "chapters": ["tea", "milk"]}


def links(**changes):
    values = {
        "kind": "links",
        "id": "tea-links",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "lists": [READ],
    }
    return Links(**(values | changes))


def errors(**changes):
    with pytest.raises(ValidationError) as found:
        links(**changes)
    return [(error["loc"], error["msg"]) for error in found.value.errors()]


def names(count, start=1):
    return [f"c{n}" for n in range(start, start + count)]


def test_one_list_needs_no_heading():
    """The sheet's own title says it all."""
    assert links(lists=[{"id": "all", "chapters": ["tea"]}]).lists[0].title is None


def test_one_of_several_lists_needs_one():
    """Else its chapters seem to belong to the list above."""
    ((_, told),) = errors(lists=[READ, {"id": "all", "chapters": ["cake"]}])
    assert "the list `all` needs a `title`, as there are several" in told


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ([READ, READ | {"chapters": ["cake"]}], "two lists have the id `read`"),
        ([READ | {"chapters": ["tea", "tea"]}], "names the chapter `tea` twice; take one away"),
        ([READ, READ | {"id": "b", "chapters": ["milk"]}], "names the chapter `milk` twice"),
        (
            [READ | {"chapters": names(20)}, READ | {"id": "b", "chapters": names(5, 30)}],
            "has 25 chapters; 24 at the most on one sheet",
        ),
    ],
    ids=["id", "in a list", "in two lists", "too many"],
)
def test_what_does_not_go_together(lists, told):
    """Each chapter stands once, and all of them have room on a sheet."""
    ((_, message),) = errors(lists=lists)
    assert told in message


@pytest.mark.parametrize(
    ("lists", "where"),
    [
        ([], ("lists",)),
        ([READ | {"id": f"g{n}", "chapters": [f"c{n}"]} for n in range(7)], ("lists",)),
        ([READ | {"chapters": []}], ("lists", 0, "chapters")),
        ([READ | {"chapters": names(25)}], ("lists", 0, "chapters")),
        ([READ | {"chapters": ["../tea"]}], ("lists", 0, "chapters", 0)),
        ([READ | {"chapters": ["https://a.example/"]}], ("lists", 0, "chapters", 0)),
        ([READ | {"title": ""}], ("lists", 0, "title")),
        ([READ | {"title": "x" * 41}], ("lists", 0, "title")),
    ],
)
def test_what_is_missing_or_too_much(lists, where):
    """A chapter to 24 in one list to six; ids only, never addresses."""
    assert errors(lists=lists)[0][0] == where
