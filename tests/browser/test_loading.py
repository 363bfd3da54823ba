"""A first visit on a slow line: little is fetched, and nothing moves while it comes."""

import pytest

from audit.loading import MOST_KB, first_visit
from audit.server import serving
from audit.site import Site

CHAPTERS = [
    "method-guide/what-is-dmo/", "method-guide/what-is-dmo/?read=easy",
    "da/starter-pack/book-the-meetings/", "en/method-guide/loop-step-by-step/",
    "da/starter-pack/readiness-and-stall-risks/", "courses/path-manager/", "da/tools/loop-planner/",
]  # fmt: skip
WIDTHS = ["narrow", "wide"] * 4  # each page in one of them; `make audit` tries both on all
OTHERS = ["", "en/easy-read/", "da/glossary/", "privacy/", "method-guide/", "print-shop/"]


@pytest.fixture(scope="module")
def served(site):
    """The address of the real site as a good host serves it: text is compressed."""
    with serving(Site(site, "https://slingan.example/")) as there:
        yield there.address


@pytest.mark.parametrize(("path", "width"), list(zip(CHAPTERS, WIDTHS, strict=False)))
def test_a_chapter_is_light_and_still(browser, served, path, width):
    """At most 110 kB with fonts and all that the page shows, and no layout shift."""
    visit = first_visit(browser, served, path, width)
    assert 20 < visit.kb <= MOST_KB
    assert visit.shift < 0.005


@pytest.mark.parametrize(("path", "width"), list(zip(OTHERS, WIDTHS, strict=False)))
def test_other_pages_are_still_too(browser, served, path, width):
    """Scripts that come late find their place kept."""
    assert first_visit(browser, served, path, width).shift < 0.005
