"""Relative times in words."""

import datetime

import pytest

from press.render.times import in_days, long_date, on_date, relative
from press.render.words import Words, load_words

WORDS = Words(
    "en",
    {
        "when_same_day": "same day",
        "when_days_before_one": "day before",
        "when_days_before": "{n} days before",
        "when_days_after_one": "day after",
        "when_days_after": "{n} days after",
        "when_weeks_before_one": "week before",
        "when_weeks_before": "{n} weeks before",
        "when_weeks_after_one": "week after",
        "when_weeks_after": "{n} weeks after",
    },
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("0d", "same day"),
        ("-1d", "day before"),
        ("-3d", "3 days before"),
        ("+1d", "day after"),
        ("+10d", "10 days after"),
        ("-1w", "week before"),
        ("-6w", "6 weeks before"),
        ("+1w", "week after"),
        ("+999w", "999 weeks after"),
    ],
)
def test_times_are_said_in_words(when, said):
    """One is singular, and weeks stay weeks."""
    assert relative(when, WORDS) == said


@pytest.mark.parametrize("when", ["0d", "-1d", "-2d", "+1d", "+2d", "-1w", "-2w", "+1w", "+2w"])
def test_every_language_has_words_for_every_time(project, when):
    """No time that authors may write is without words."""
    for words in load_words(project).values():
        assert relative(when, words)


@pytest.mark.parametrize(
    ("when", "days"), [("0d", 0), ("-1d", -1), ("+2d", 2), ("-6w", -42), ("+999w", 6993)]
)
def test_times_are_counted_in_days(when, days):
    """The page's script turns days into dates."""
    assert in_days(when) == days


@pytest.mark.parametrize(
    ("language", "said"),
    [("sv", "1 februari 2027"), ("da", "1. februar 2027"), ("en", "1 February 2027")],
)
def test_a_day_is_written_as_one_does_in_the_language(language, said):
    """Month in words, no noughts before the day."""
    assert long_date(datetime.date(2027, 2, 1), language) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("0d", "1 March 2028"),
        ("-1d", "29 February 2028"),
        ("+2d", "3 March 2028"),
        ("-6w", "19 January 2028"),
        ("+44w", "3 January 2029"),
    ],
)
def test_a_time_from_the_start_becomes_a_day(when, said):
    """Over months, years and leap days."""
    assert on_date(when, "2028-03-01", "en") == said
