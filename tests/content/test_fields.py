"""The small types that models are built of."""

import pytest
from pydantic import TypeAdapter, ValidationError

from press.content.fields import Edition, Key, Line, Model, Prose, RelativeTime


def accepts(kind, value):
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("key", ["a", "book-room", "a1-2-b", "x" * 60])
def test_a_key_is_small_letters_digits_and_hyphens(key):
    """Keys stand in addresses and file names as they are."""
    assert accepts(Key, key)


@pytest.mark.parametrize(
    "key", ["", "A", "å", "1a", "-a", "a-", "a--b", "a_b", "a b", "a/b", "../a", "a\n", "x" * 61]
)
def test_a_key_is_nothing_else(key):
    """No key can leave its folder or need escaping."""
    assert not accepts(Key, key)


@pytest.mark.parametrize("when", ["0d", "-1d", "+1d", "-6w", "+999w"])
def test_a_relative_time_counts_from_the_start(when):
    """Days and weeks, before and after, and the day itself."""
    assert accepts(RelativeTime, when)


@pytest.mark.parametrize("when", ["", "0w", "+0d", "-0d", "1d", "-1", "-1m", "-01d", "+1000d", "d"])
def test_a_relative_time_has_one_spelling(when):
    """The same time is never written in two ways."""
    assert not accepts(RelativeTime, when)


@pytest.mark.parametrize(
    ("kind", "longest"), [(Line, 300), (Prose, 4000)], ids=["a line", "a text"]
)
def test_texts_have_a_longest_length(kind, longest):
    """The limit itself is allowed, one character more is not, and space around does not count."""
    assert accepts(kind, f" {'x' * longest} ")
    assert not accepts(kind, "x" * (longest + 1))
    assert not accepts(kind, " \n ")


@pytest.mark.parametrize("value", ["2026-13-01", "2026-02-30", "i går", None, [], 2026])
def test_an_edition_is_a_day_that_exists(value):
    """An edition can be printed and compared."""
    assert not accepts(Edition, value)


def test_a_model_stays_as_it_was_read():
    """What was checked cannot be changed afterwards."""

    class Cup(Model):
        size: int

    with pytest.raises(ValidationError):
        Cup(size=1).size = 2
