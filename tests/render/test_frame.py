"""What the skeleton of every page is told."""

import pytest

from press.build import check
from press.render.frame import BESIDE, HOMES, MENU, alternates, foot_links, near, siblings


@pytest.fixture
def library(small):
    """The library of the small site."""
    return check(small)


def test_a_page_leads_to_itself_in_the_other_languages(library):
    """And to the home page of a language that lacks it."""
    entry = library.entries["da", "method-guide/tea"]
    assert siblings(entry, library) == {
        "sv": "method-guide/tea/",
        "da": "da/method-guide/tea/",
        "en": "en/method-guide/tea/",
    }
    del library.entries["en", "method-guide/tea"]
    assert siblings(entry, library)["en"] == HOMES["en"] == "en/"
    assert siblings(library.entries["da", ""], library)["sv"] == "."


def test_alternates_are_absolute_and_name_a_default(library):
    """hreflang wants whole addresses, and one for readers of any other language."""
    entry = library.entries["en", "method-guide/tea"]
    found = dict(alternates(entry, library, "https://a.example/"))
    assert found.keys() == {"sv", "da", "en", "x-default"}
    assert found["x-default"] == found["sv"] == "https://a.example/method-guide/tea/"


def test_the_foot_leads_only_to_pages_that_exist(library):
    """A site without a statement has no link to one."""
    assert all(path.endswith("/") for _, path in foot_links("sv", library))


@pytest.mark.parametrize(("at", "first"), [(0, 0), (5, 0), (100, 90), (299, 279)])
def test_a_menu_does_not_grow_with_its_part(at, first):
    """Of many chapters it shows the present one and those before and after it."""
    shown = near(range(300), lambda item: item == at)
    assert len(shown) == 2 * BESIDE + 1
    assert shown[0] == first
    assert at in shown


def test_a_part_of_common_size_is_shown_whole():
    """Nobody has to guess what else there is."""
    assert near(range(MENU), lambda item: False) == range(MENU)
