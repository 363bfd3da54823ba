"""Colours: contrast to white as WCAG counts it, and the nearest colour that can be read."""

import colorsys

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from press.content.colour import ENOUGH, contrast, nearest_readable, parse, shown

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def hue_and_strength(colour):
    """Return hue in degrees and how far a colour is from grey."""
    hue, _, _ = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    return hue * 360, max(colour) - min(colour)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#ffffff", 1.0),
        ("#000000", 21.0),
        ("#767676", 4.54),  # the lightest grey that passes, by WCAG's own examples
        ("#777777", 4.48),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
        ("#00ff00", 1.37),
    ],
)
def test_contrast_is_what_wcag_says(colour, ratio):
    """Known values of known colours."""
    assert round(contrast(parse(colour)), 2) == ratio


def test_contrast_does_not_ask_which_colour_is_the_ground():
    """Dark on light is light on dark."""
    assert contrast((1, 2, 3), (200, 100, 0)) == contrast((200, 100, 0), (1, 2, 3))


@pytest.mark.parametrize("text", ["", "#fff", "14506b#", "#14506b0", "#gg0000", "x14506b"])
def test_what_is_no_colour_is_refused(text):
    """Six digits after a #."""
    with pytest.raises(ValueError):
        parse(text)


@given(COLOURS)
def test_a_colour_is_written_as_it_is_read(colour):
    """Back and forth nothing is lost."""
    assert parse(shown(colour)) == colour
    assert parse(shown(colour).upper()) == colour


@settings(derandomize=True, database=None, deadline=None)
@given(COLOURS)
def test_the_suggested_colour_can_be_read(colour):
    """What the press suggests it does not refuse."""
    assert contrast(nearest_readable(colour)) >= ENOUGH


@settings(derandomize=True, database=None, deadline=None)
@given(COLOURS)
def test_a_readable_colour_stays(colour):
    """Nobody's colour is changed without need."""
    assume(contrast(colour) >= ENOUGH)
    assert nearest_readable(colour) == colour


@settings(derandomize=True, database=None, deadline=None)
@given(COLOURS)
def test_the_suggestion_keeps_its_hue(colour):
    """A yellow becomes a dark yellow and no brown-grey; grey stays grey."""
    better = nearest_readable(colour)
    (hue, strength), (new, left) = hue_and_strength(colour), hue_and_strength(better)
    if strength == 0:
        assert left == 0
    elif left > 12:  # nearer to grey, rounding to whole numbers turns the hue
        turned = abs(hue - new) % 360
        assert min(turned, 360 - turned) <= 90 / min(strength, left)


@settings(derandomize=True, database=None, deadline=None)
@given(COLOURS)
def test_the_suggestion_is_darkened_no_more_than_needed(colour):
    """The nearest is just over the line."""
    assume(contrast(colour) < ENOUGH)
    assert contrast(nearest_readable(colour)) < ENOUGH * 1.02
