"""The typeface for the web."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from press.paper.fonts import font_file
from press.paper.store import Store
from press.web.fonts import web_fonts


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store with the typeface in it, and the files by their place in the site."""
    store = Store(tmp_path_factory.mktemp("fonts"))
    return store, web_fonts(store)


def test_the_two_styles_of_pages_have_their_places(made):
    """The style sheet asks for these files and no others."""
    assert list(made[1]) == [
        "assets/fonts/atkinson-regular.woff2",
        "assets/fonts/atkinson-bold.woff2",
    ]


def test_the_web_has_the_same_letters_as_paper(made):
    """The files are WOFF2 and hold what the files for paper hold."""
    for style, path in zip(("Regular", "Bold"), made[1].values(), strict=True):
        font, original = TTFont(BytesIO(path.read_bytes())), TTFont(font_file(style))
        assert font.flavor == "woff2"
        assert font.getBestCmap() == original.getBestCmap()
        assert font.getGlyphOrder() == original.getGlyphOrder()


def test_the_typeface_is_made_once(made):
    """A second build takes the files from the store."""
    store, files = made
    stamps = [path.stat().st_mtime_ns for path in files.values()]
    assert web_fonts(store) == files
    assert [path.stat().st_mtime_ns for path in files.values()] == stamps


def test_the_same_files_come_out_every_time(made, tmp_path):
    """Two builds of the same site are equal to the last byte."""
    again = web_fonts(Store(tmp_path))
    assert {place: path.read_bytes() for place, path in again.items()} == {
        place: path.read_bytes() for place, path in made[1].items()
    }
