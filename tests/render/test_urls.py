"""Addresses inside the site."""

import pytest

from press.render.kinds import KINDS
from press.render.urls import chapter_pdf, picture_file, printable_file, relative


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("", "", "./"),
        ("", "da/", "../"),
        ("", "method-guide/tea/", "../../"),
        ("da/", "", "da/"),
        ("da/", "da/", "./"),
        ("method-guide/tea/", "", "method-guide/tea/"),
        ("method-guide/tea/", "method-guide/cups/", "../tea/"),
        ("da/method-guide/tea/", "method-guide/tea/", "../../da/method-guide/tea/"),
        ("print/sv/tea.pdf", "", "print/sv/tea.pdf"),
        ("print/sv/tea.pdf", "da/method-guide/tea/", "../../../print/sv/tea.pdf"),
    ],
)
def test_addresses_are_relative_to_the_page(target, page, address):
    """The site works in any folder of any server, and pages keep their slash."""
    assert relative(target, page) == address


def test_printables_lie_by_language_and_id(drawing):
    """A printable's address never changes as long as its id does not."""
    checklist, leaflet = drawing.chapter("da").model.printables
    assert [
        printable_file("da", printable, copy)
        for printable in (checklist, leaflet)
        for copy in KINDS[printable.kind].copies_of(printable)
    ] == ["print/da/tea-list.pdf", "print/da/tea-leaflet.pdf", "print/da/tea-leaflet-print.pdf"]
    assert picture_file("da", leaflet) == "print/da/tea-leaflet.webp"


@pytest.mark.parametrize(
    ("language", "place"),
    [("sv", "method-guide/tea/tea.pdf"), ("en", "en/method-guide/tea/tea.pdf")],
)
def test_a_chapters_pdf_lies_beside_its_page(drawing, language, place):
    """Whoever has the page's address can guess the paper's."""
    assert chapter_pdf(drawing.chapter(language)) == place
