"""Two things with one name are refused."""

import pytest

from press.content.unique import refuse_twins


def test_different_names_pass():
    """Nothing is said about names that differ."""
    assert refuse_twins("item", ["a", "b", "aa"]) is None


def test_no_names_pass():
    """An empty list has no twins."""
    assert refuse_twins("item", iter(())) is None


def test_the_first_twin_is_named():
    """The author learns which name to change."""
    with pytest.raises(
        ValueError, match=r"^two items have the id `b`; give one of them another id$"
    ):
        refuse_twins("item", ["a", "b", "b", "a"])
