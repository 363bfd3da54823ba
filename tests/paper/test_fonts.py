"""The typeface that paper is set in."""

from press.paper import fonts


def test_the_typeface_has_the_letters_of_the_three_languages():
    """Swedish, Danish and English can be written, with their quotation marks and dashes."""
    assert set("åäöæøéÅÄÖÆØÉ”“»«’–—…•·½") <= fonts.characters()


def test_signs_that_the_typeface_lacks_are_known_to_be_missing():
    """Ticks and arrows are drawn, never typed."""
    assert not set("☐✓→") & fonts.characters()


def test_every_style_is_a_file():
    """The package holds the four styles under the names we use."""
    assert all(fonts.font_file(style).is_file() for style in fonts.STYLES)
