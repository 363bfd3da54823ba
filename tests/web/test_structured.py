"""What programs read of a page."""

import json
from dataclasses import replace

import pytest

from press.web.structured import Lesson, PageFacts, Printed, Site, Version, dump, graph

SITE = Site("Slingan", "https://a.example/", "Om", ("sv", "da", "en"))
HOME = PageFacts("https://a.example/", "Hem", "Allt", "sv", "https://a.example/cards/sv.png")
CHAPTER = replace(
    HOME,
    url="https://a.example/p/tea/",
    crumbs=(("Hem", HOME.url), ("Del", None), ("Te", "https://a.example/p/tea/")),
    lesson=Lesson(
        ("chefer",), "kapitel", 3, "2026-01-02", "https://a.example/p/tea/index.html.md",
        (Printed("Lista", "Kort", "Checklista", "https://a.example/print/sv/l.pdf"),),
        (("En artikel", "Utgivare"),),
    ),
)  # fmt: skip
DANISH = Version("da", "Te", "https://a.example/da/p/tea/")


def of_type(page, name, site=SITE):
    found = graph(page, site)["@graph"]
    return next(one for one in found if name in [one["@type"], *one["@type"]])


def test_the_home_page_tells_what_the_site_is():
    """It has no way to it, so no breadcrumbs."""
    site = of_type(HOME, "WebSite")
    assert (site["name"], site["url"]) == ("Slingan", "https://a.example/")
    assert site["inLanguage"] == ["sv", "da", "en"]
    assert "BreadcrumbList" not in str(graph(HOME, SITE))


def test_a_chapter_is_something_to_learn_from():
    """Free, with the time it takes, for whom, when changed, and what can be printed."""
    made = of_type(CHAPTER, "LearningResource")
    assert made["@type"] == ["LearningResource", "Article"]
    assert made["timeRequired"] == "PT3M"
    assert made["isAccessibleForFree"] is True
    assert made["dateModified"] == "2026-01-02"
    assert [one["educationalRole"] for one in made["audience"]] == ["chefer"]
    assert made["isPartOf"]["@id"] == of_type(HOME, "WebSite")["@id"]
    document = made["hasPart"][0]
    assert document["@type"] == "DigitalDocument"
    assert document["encodingFormat"] == "application/pdf"
    assert document["url"] == "https://a.example/print/sv/l.pdf"
    assert "educationalLevel" not in made


def test_a_part_without_a_page_is_no_step_of_the_way():
    """Search engines ask an address of every step; the numbers have no gap."""
    steps = of_type(CHAPTER, "BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Hem", "https://a.example/"), (2, "Te", "https://a.example/p/tea/"),
    ]  # fmt: skip


def test_an_original_has_translations_and_a_translation_its_original():
    """schema.org has a word for each direction."""
    original = replace(CHAPTER, lesson=replace(CHAPTER.lesson, translations=(DANISH,)))
    made = of_type(original, "LearningResource")
    assert [one["url"] for one in made["workTranslation"]] == [DANISH.url]
    assert "translationOfWork" not in made
    translated = replace(CHAPTER, lesson=replace(CHAPTER.lesson, original=DANISH))
    made = of_type(translated, "LearningResource")
    assert made["translationOfWork"]["inLanguage"] == "da"
    assert "workTranslation" not in made


@pytest.mark.parametrize("page", [HOME, CHAPTER])
def test_a_publisher_is_named_only_where_there_is_one(page):
    """Nobody is made up."""
    assert "publisher" not in graph(page, SITE)["@graph"][0]
    known = graph(page, replace(SITE, publisher="Exempelby"))["@graph"][0]
    assert known["publisher"] == {"@type": "Organization", "name": "Exempelby"}


def test_nothing_can_end_the_script_it_stands_in():
    """A title with a tag in it is still the same title when it is read."""
    title = "</script><!-- & \u2028 \" ' å"
    text = dump(graph(replace(CHAPTER, title=title), SITE))
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == title


def test_the_same_page_gives_the_same_text():
    """Keys are sorted."""
    text = dump({"b": 1, "a": {"d": 1, "c": 2}})
    assert text == '{"a":{"c":2,"d":1},"b":1}'
