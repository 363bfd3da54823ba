"""Posters as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.poster import Poster


def point(name, **changes):
    return {"id": name, "title": "Boil", "text": "Water."} | changes


def poster(**changes):
    values = {
        "kind": "poster",
        "id": "tea-poster",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "lead": "Everybody can make tea.",
        "drawing": "loop",
        "points": [point("a"), point("b")],
    }
    return Poster(**(values | changes))


def errors(**changes):
    with pytest.raises(ValidationError) as found:
        poster(**changes)
    return [(error["type"], error["loc"], error["msg"]) for error in found.value.errors()]


def test_points_are_numbered_unless_said_otherwise():
    """What comes in order has numbers."""
    assert poster().numbered
    assert not poster(numbered=False).numbered


@pytest.mark.parametrize("count", [1, 7])
def test_there_are_two_to_six_points(count):
    """More cannot be read in passing."""
    found = errors(points=[point(f"p{n}") for n in range(count)])
    assert found[0][1] == ("points",)


def test_points_may_not_share_an_id():
    """A point is found in another language by its id."""
    assert "two points have the id `a`" in errors(points=[point("a"), point("a")])[0][2]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"lead": "x" * 111}, ("lead",)),
        ({"points": [point("a", text="x" * 111), point("b")]}, ("points", 0, "text")),
        ({"points": [point("a", title="x" * 41), point("b")]}, ("points", 0, "title")),
        ({"drawing": "square"}, ("drawing",)),
    ],
    ids=["lead", "text", "title", "drawing"],
)
def test_texts_are_short_and_drawings_are_ours(changes, where):
    """A poster is read from two metres away."""
    assert errors(**changes)[0][1] == where
