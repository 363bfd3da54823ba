"""The places inside a page that a link may point to."""

import pytest

from press.content.anchors import anchors
from press.content.frontmatter import Source
from press.content.library import load
from small_site import make_small


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The fixture's pages."""
    return load(make_small(tmp_path_factory.mktemp("anchors") / "small"))


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("", set()),
        ("Text.", set()),
        ("## Så gör du", {"sa-gor-du"}),
        ("## One\n\n### Two\n\n## Three\n", {"one", "two", "three"}),
        ("## One\n\n## One\n", {"one", "one_1"}),
        ("## Long heading {#short}", {"short"}),
        ("!!! try\n    ## Inside\n", {"inside"}),
        ("    ## code\n", set()),
        ("```\n# x\n\n## code\n```\n", set()),
        ("```\n## code\n```\n\n## Text\n", {"text"}),
        ("One\n===\n\nTwo\n---\n", {"one", "two"}),
        ("## A `code` and *more*\n", {"a-code-and-more"}),
        ("Text.\n{: #here }\n", {"here"}),
        ("A **word**{: #there } here.\n", {"there"}),
        ("## One {#two}\n\n## Two\n", {"two", "two_1"}),
    ],
)
def test_headings_and_named_places_are_places(body, names):
    """The names are those that the site engine will give, and code has none."""
    assert anchors(Source("a.md", body=body), None, None, None) == names


def test_printables_and_facts_are_places_of_a_chapter(library):
    """A chapter shows them, with or without a mark in the text."""
    entry = library.entries["sv", "method-guide/tea"]
    assert anchors(entry.source, entry.model, library.sources, library.glossary) == {
        "sa-gor-du",
        "tea-list",
        "tea-leaflet",
        "d6",
        "sources-of-this-page",
        "from-elsewhere",
    }


def test_a_chapter_that_rests_on_nothing_has_no_such_headings(library):
    """The headings at the foot of a chapter are there only with something below them."""
    entry = library.entries["sv", "method-guide/tea"]
    model = entry.model.model_copy(update={"sources": (), "outside_facts": (), "printables": ()})
    assert anchors(entry.source, model, library.sources, library.glossary) == {"sa-gor-du"}


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("[[glossary]]", {"loop"}),
        ("[[sources]]", {"fourum", "d6"}),
        ("nothing", set()),
    ],
)
def test_registers_are_places_where_a_page_shows_them(library, body, names):
    """A term or a source can be linked to on the page that lists it."""
    made = anchors(Source("a.md", body=body), None, library.sources, library.glossary)
    assert made == names


@pytest.mark.parametrize("body", ["[[glossary]]", "[[sources]]"])
def test_registers_that_cannot_be_read_have_no_places(body):
    """A broken register has its own problem."""
    assert anchors(Source("a.md", body=body), None, None, None) == set()
