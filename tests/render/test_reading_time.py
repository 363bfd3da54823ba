"""How long a chapter takes to read."""

from press.render.reading_time import WORDS_A_MINUTE, minutes


def _text(small, words):
    path = small.docs / "en" / "method-guide" / "tea.md"
    head = path.read_text(encoding="utf-8").rpartition("---\n")[0]
    path.write_text(f"{head}---\n{'word ' * words}\n\n[[tea-list]]\n\n[[D6]]", encoding="utf-8")


def test_minutes_are_whole_and_never_none(draw_again, small):
    """A text of three words takes a minute, one of four minutes' words four."""
    for words, expected in ((3, 1), (4 * WORDS_A_MINUTE, 4)):
        _text(small, words)
        assert minutes(draw_again().chapter("en")) == expected
