"""What stands in a page's head."""

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html

from press.web.head import Head, window_titles
from small_site import ROOT

SIGNS = "A \"b\" 'c' <img src=x> & </title></script> {{ 7*7 }}"


def head_of(**changes):
    given = {
        "title": SIGNS, "name": SIGNS, "site": SIGNS, "description": SIGNS, "url": SIGNS,
        "language": "da", "alternates": (("sv", SIGNS), ("da", SIGNS), ("x-default", SIGNS)),
        "kind": "article", "card": SIGNS, "card_alt": SIGNS, "modified": "2026-01-02",
        "text": SIGNS, "text_title": SIGNS, "structured": "{}",
    }  # fmt: skip
    return Head(**given | changes)


@pytest.fixture(scope="module")
def drawn():
    """The template, drawn as the site engine does: without escaping by itself."""
    loader = FileSystemLoader(ROOT / "overrides" / "partials")
    env = Environment(loader=loader, autoescape=False)
    env.filters["url"] = lambda address: address
    template = env.get_template("head.html")
    return lambda head, **more: template.render(head=head, config={"site_name": SIGNS}, **more)


def test_every_value_survives_as_text(drawn):
    """Quotes, tags and signs of templates come out of the head as they went in."""
    root = html.document_fromstring(f"<head>{drawn(head_of())}</head><body>")
    assert root.findtext(".//title") == SIGNS
    assert len(root.findall(".//script")) == 1
    assert root.find(".//img") is None
    values = [e.get("content") or e.get("href") for e in root.iter("meta", "link")]
    odd = [v for v in values if v not in (SIGNS, None)]
    assert odd == [
        "width=device-width,initial-scale=1", "article", "da_DK", "sv_SE", "image/png", "1200", "630",
        "2026-01-02", "summary_large_image", "#fdfaf5", "#11191e", "assets/favicon.svg",
    ]  # fmt: skip


def test_a_page_without_a_head_is_not_for_search_engines(drawn):
    """The 404 page, and what a preview shows of a page that cannot be read."""
    shown = html.document_fromstring(drawn(None, page={"title": "A"}))
    assert shown.findtext(".//title") == SIGNS
    lost = drawn(None, page=None, language="da", lost_words={"da": {"title": "<b>"}})
    assert html.document_fromstring(lost).findtext(".//title") == f"<b> – {SIGNS}"
    assert '<meta name="robots" content="noindex">' in lost


def test_a_chapter_says_when_it_changed_and_another_page_does_not(drawn):
    """What nobody wrote down is not told."""
    other = drawn(head_of(kind="website", modified="", text=""))
    assert "modified_time" not in other
    assert "text/markdown" not in other


def test_no_two_windows_have_the_same_title():
    """The same title twice, in two languages, or with the site's name in it: still told apart."""
    pages = [
        ("", "Slingan", ""), ("about", "Om Slingan", ""), ("a/x", "DMO", "Del a"),
        ("a/y", "Te", "Del a"), ("b/y", "Te", "Del b"), ("a/z", "Ö", "Del a"), ("a/q", "Ö", "Del a"),
        ("glossary", "Ordlista", ""),
    ]  # fmt: skip
    titles = window_titles(pages, {"Om Slingan", "DMO"}, "Slingan", "Modellen på svenska")
    assert titles == {
        "": "Slingan – Modellen på svenska",
        "about": "Om Slingan – Modellen på svenska",
        "a/x": "DMO – Modellen på svenska",
        "a/y": "Te (Del a) – Slingan",
        "b/y": "Te (Del b) – Slingan",
        "a/z": "Ö (a/z) – Slingan",
        "a/q": "Ö (a/q) – Slingan",
        "glossary": "Ordlista – Slingan",
    }
