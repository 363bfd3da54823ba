"""Plans of learning paths as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.plan import Plan


def plan(**changes):
    values = {
        "kind": "plan",
        "id": "tea-plan",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "path": "tea",
        "how_title": "What to do",
        "how": "1. Read.",
        "signed_by": [{"id": "reader", "label": "Reader"}],
    }
    return Plan(**(values | changes))


def test_little_is_needed():
    """Lines to fill in are the author's choice; text is not easy unless said so."""
    assert plan().fields == ()
    assert not plan().easy_read


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"signed_by": []}, ("signed_by",)),
        ({"signed_by": [{"id": f"w{n}", "label": "W"} for n in range(4)]}, ("signed_by",)),
        ({"fields": [{"id": f"f{n}", "label": "F"} for n in range(5)]}, ("fields",)),
        ({"fields": [{"id": "a", "label": "F"}] * 2}, ()),
        ({"signed_by": [{"id": "a", "label": "F"}] * 2}, ()),
        ({"path": "No Id"}, ("path",)),
    ],
)
def test_what_a_plan_refuses(changes, where):
    """Nobody signs what nobody has read, and there is room for three."""
    with pytest.raises(ValidationError) as found:
        plan(**changes)
    assert found.value.errors()[0]["loc"] == where
