"""What is made for search engines, social networks and programs."""

import io
import json

import pytest
from PIL import Image

from press.content.chapter import Page
from press.content.library import Entry
from press.outward import Outward, card_file, card_is_made, make_card
from press.project import LANGUAGES
from press.render.prose import Unprintable
from small_site import build_of


def test_every_chapter_and_every_language_has_a_picture(small):
    """1200 by 630 pixels with a palette, 60 kB at the most; made once, then found."""
    build = build_of(small)
    entry = build.library.entries["da", "method-guide/tea"]
    assert not card_is_made(build, entry)
    Outward(build).make()
    assert card_is_made(build, entry)
    assert build.problems == []
    places = [*(f"cards/{c}.png" for c in LANGUAGES), *(f"cards/{c}/tea.png" for c in LANGUAGES)]
    for place in places:
        data = build.files[place].read_bytes()
        picture = Image.open(io.BytesIO(data))
        assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
        assert len(data) <= 60_000
        assert picture.convert("RGB").getpixel((5, 5)) == (0x14, 0x50, 0x6B)
    again = build_of(small)
    Outward(again).make()
    assert again.press.made == 0
    assert again.files == build.files


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Kortlægning af samarbejdet mellem kommune, civilsamfund og borgere i tre trin", ""),
        ("Tilgængelighedserklæringsvejledning for ledere", ""),
        ("W" * 80, "title: has a word that is too long for the picture"),
        ("Www www " * 10, ""),
    ],
)
def test_a_long_title_gets_smaller_until_there_is_no_room(small, edit, title, says):
    """What has no room even in the smallest size is told with file, line and what to do."""
    edit("docs/da/method-guide/tea.md", "title: Te på mødet", f"title: {title}")
    build = build_of(small)
    entry = build.library.entries["da", "method-guide/tea"]
    make_card(build, entry)
    shown = [str(problem) for problem in build.problems]
    if not says:
        assert shown == []
        assert card_file(entry) in build.files
    else:
        assert len(shown) == 1
        assert shown[0].startswith(f"docs/da/method-guide/tea.md:3: {says}")
        assert shown[0].endswith("shorten it")


def test_windows_are_told_apart_across_languages(small, edit):
    """The same title in Swedish and Danish does not give the same window."""
    edit("docs/da/method-guide/tea.md", "title: Te på mødet", "title: Te på träffen")
    titles = Outward(build_of(small)).titles
    every = [title for found in titles.values() for title in found.values()]
    assert len(every) == 6
    assert len(set(every)) == 6


def test_the_way_to_a_page_leads_over_its_part(small):
    """Home, part, page. A part without a page has no address, and search engines are not told of it."""
    build = build_of(small)
    made, entry = Outward(build), build.library.entries["da", "method-guide/tea"]
    assert made.crumbs(entry) == [("Sådan foregår det", None)]
    assert made.crumbs(build.library.entries["da", ""]) == []
    assert _steps(made, entry) == ["Hjem", "Te på mødet"]
    part = Page(id="method-guide", title="Så & så", summary="S.")
    page = Entry("da", "", "method-guide", part, entry.source)
    build.library.entries["da", "method-guide"] = page
    made = Outward(build)
    assert made.crumbs(entry) == [("Så & så", "da/method-guide/")]
    assert _steps(made, entry) == ["Hjem", "Så & så", "Te på mødet"]
    assert _steps(made, page) == ["Hjem", "Så & så"]


def _steps(made, entry):
    found = json.loads(made.head(entry).structured)["@graph"][1]["itemListElement"]
    assert [step["position"] for step in found] == list(range(1, len(found) + 1))
    assert all(step["item"].startswith("https://slingan.example/da/") for step in found)
    return [step["name"] for step in found]


def test_only_the_original_has_translations(small):
    """The chapter's front matter says which language it was first written in."""
    build = build_of(small)
    for language in LANGUAGES:
        entry = build.library.entries[language, "method-guide/tea"]
        made = json.loads(Outward(build).head(entry).structured)["@graph"][0]
        if language == "sv":
            assert [one["inLanguage"] for one in made["workTranslation"]] == ["da", "en"]
        else:
            assert made["translationOfWork"]["inLanguage"] == "sv"


def test_what_cannot_be_written_as_text_is_told(small, monkeypatch):
    """A problem with the file, never a traceback."""

    def refuse(entry, desk):
        raise Unprintable("video")

    monkeypatch.setattr("press.outward.chapter_text", refuse)
    build = build_of(small)
    Outward(build).make()
    assert str(min(build.problems)).startswith("docs/da/method-guide/tea.md:")
    assert "there is no way to write <video> as plain text" in str(min(build.problems))
