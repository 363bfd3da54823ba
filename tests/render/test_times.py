"""Relative times in words."""

import pytest

from press.render.times import in_days, relative


@pytest.mark.parametrize(
    ("when", "sv", "da", "en"),
    [
        ("0d", "samma dag", "samme dag", "the same day"),
        ("-1d", "1 dag före", "1 dag før", "1 day before"),
        ("-3d", "3 dagar före", "3 dage før", "3 days before"),
        ("+1d", "1 dag efter", "1 dag efter", "1 day after"),
        ("+10d", "10 dagar efter", "10 dage efter", "10 days after"),
        ("-1w", "1 vecka före", "1 uge før", "1 week before"),
        ("-6w", "6 veckor före", "6 uger før", "6 weeks before"),
        ("+1w", "1 vecka efter", "1 uge efter", "1 week after"),
        ("+999w", "999 veckor efter", "999 uger efter", "999 weeks after"),
    ],
)
def test_times_are_said_in_words(drawing, when, sv, da, en):
    """One is singular, and weeks stay weeks."""
    made = {language: relative(when, words) for language, words in drawing.words.items()}
    assert made == {"sv": sv, "da": da, "en": en}


@pytest.mark.parametrize(
    ("when", "days"), [("0d", 0), ("-1d", -1), ("+2d", 2), ("-6w", -42), ("+999w", 6993)]
)
def test_times_are_counted_in_days(when, days):
    """The page's script turns days into dates."""
    assert in_days(when) == days
