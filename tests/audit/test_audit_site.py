"""What a built site is made of."""

import pytest

from audit.site import kind_of, language_of, sheets_of
from broken_site import make_site, write
from small_site import make_workshop


def test_pages_are_addresses(tmp_path):
    """A folder's page has the folder's address; any other page its name."""
    site = make_site(tmp_path, {"": "", "da/about/": "", "da/404.html": ""})
    write(tmp_path / "print" / "a.pdf", "")
    assert set(site.pages) == {"", "da/about/", "da/404.html"}
    assert site.file("da/about/") == tmp_path / "da" / "about" / "index.html"
    assert site.file("da/about") is None


@pytest.mark.parametrize(
    ("page", "language", "kind"),
    [
        ("", "sv", "home"),
        ("en/", "en", "home"),
        ("print-shop/", "sv", "print-shop"),
        ("da/404.html", "da", "404"),
        ("da/method-guide/tea/", "da", "chapter"),
        ("method-guide/tea/", "sv", "chapter"),
        ("da/courses/tea/leader/", "da", "leader"),
        ("enough/", "sv", "enough"),
        ("k/", "sv", "short-link"),
        ("k/102/da/", "da", "short-link"),
    ],
)
def test_an_address_tells_language_and_kind(page, language, kind):
    """One place decides what is compared with what."""
    assert (language_of(page), kind_of(page)) == (language, kind)


def test_a_page_that_sends_its_reader_on_is_not_looked_at_in_a_browser(tmp_path):
    """The browser would be elsewhere before anything could be looked at."""
    on = '<html><head><link rel="alternate" hreflang="sv" href="../../" data-way></head></html>'
    site = make_site(tmp_path, {"": "", "k/": "", "k/101/sv/": on})
    assert set(site.pages) == {"", "k/", "k/101/sv/"}
    assert set(site.shown) == {"", "k/"}


def test_sheets_for_paper_are_known_by_their_printables(tmp_path):
    """Copies to fold, cut or put on a binder's back; never a copy to read."""
    sheets = sheets_of(make_workshop(tmp_path / "site", "poster", "booklet"))
    assert {name.split("/")[1] for name in sheets} == {"sv", "da", "en"}
    assert any(name.endswith("-tiles.pdf") for name in sheets)
    assert all(name.rpartition("/")[2].count("-") for name in sheets)
