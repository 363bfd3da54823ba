"""The pages that paper leads to: is it the newest, what has changed, where is the new one?"""

import datetime
import re
from dataclasses import replace

import pytest
from lxml import html

from press.build import Build, check
from press.content.printables.base import Change
from press.content.printed import PrintedLine
from press.facts import Facts
from press.project import LANGUAGES
from press.render.arrival import Arrivals, papers
from press.render.fragments import environment
from press.web.policy import breaches
from small_site import make_small

DAY = datetime.date
FIRST, SECOND, THIRD = DAY(2026, 1, 2), DAY(2026, 5, 6), DAY(2026, 11, 23)
CHANGES = (
    Change(edition=THIRD, before=SECOND, changed=("Kaka till.", "Nytt om FoU Sörmland.")),
    Change(edition=SECOND, before=FIRST, changed=("Mer vatten <nu>.",)),
)
GONE = [
    PrintedLine(
        id="old-list",
        editions=[FIRST, DAY(2025, 1, 1)],
        now="tea-list",
        title={"sv": "Gammal lista", "da": "Gammel liste", "en": "Old list"},
    ),
    PrintedLine(
        id="tea-song",
        editions={"sv": [FIRST], "da": [SECOND], "en": [FIRST]},
        chapter=101,
        title={"sv": "Tevisa", "da": "Tevise", "en": "Tea song"},
    ),
    PrintedLine(
        id="lost-song",
        editions=[FIRST],
        chapter=102,
        title={"sv": "Borta", "da": "Væk", "en": "Gone"},
    ),
]


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """The fixture site, whose Swedish list has been changed twice; three printables are gone."""
    project = make_small(tmp_path_factory.mktemp("arrival") / "small")
    library = check(project)
    assert library.problems == []
    entry = library.entries["sv", "method-guide/tea"]
    first, *rest = entry.model.printables
    first = first.model_copy(update={"edition": THIRD, "changes": CHANGES})
    model = entry.model.model_copy(update={"printables": (first, *rest)})
    library.entries["sv", "method-guide/tea"] = replace(entry, model=model)
    library.printed = (*library.printed, *GONE)
    return Build(project, library)


@pytest.fixture(scope="module")
def pages(build):
    """All pages as text, by the folder they lie in."""
    draw = Arrivals(
        environment(build.project),
        build.desks,
        lambda place: Facts(),
        lambda entry, printable: (64, 90),
        build.assets.addresses,
        "<svg></svg>",
    )
    return dict(draw.pages())


def words_of(page):
    """Return what a page says, without its head and foot."""
    return " ".join(html.document_fromstring(page).find(".//article").text_content().split())


def test_every_edition_there_ever_was_has_its_page(pages):
    """In its language, and one page for all editions; also when the printable is gone."""
    swedish = {"2026-11-23", "2026-05-06", "2026-01-02"}
    assert {place.split("/")[3] for place in pages if place.startswith("p/tea-list/sv/")} == {
        "",
        *swedish,
    }
    assert {place for place in pages if place.startswith("p/tea-song/")} == {
        "p/tea-song/sv/", "p/tea-song/sv/2026-01-02/", "p/tea-song/da/", "p/tea-song/da/2026-05-06/",
        "p/tea-song/en/", "p/tea-song/en/2026-01-02/",
    }  # fmt: skip
    assert "p/tea-leaflet/da/2026-01-02/" in pages
    assert "p/old-list/en/2025-01-01/" in pages


def test_paper_that_is_the_newest_is_told_so(pages):
    """First of all; the file can be printed again."""
    said = words_of(pages["p/tea-list/sv/2026-11-23/"])
    assert said.startswith(
        "Telista Ditt papper är aktuellt. Du har den senaste utgåvan, från 23 nov"
    )
    assert "Det här har ändrats" not in said
    assert 'href="../../../../print/sv/tea-list.pdf"' in pages["p/tea-list/sv/2026-11-23/"]
    danish = words_of(pages["p/tea-list/da/2026-01-02/"])
    assert danish.startswith("Teliste Dit papir er den nyeste udgave. Udgaven er fra 2. jan")


def test_old_paper_is_told_all_that_has_changed_since(pages):
    """The newest first; paper in the middle hears of what came after it only."""
    said = words_of(pages["p/tea-list/sv/2026-01-02/"])
    assert "Det finns en nyare utgåva, från 23 november 2026. Ditt papper är från 2 jan" in said
    places = [said.index(part) for part in ("Kaka till.", "6 maj 2026", "Mer vatten <nu>.")]
    assert places == sorted(places)
    middle = words_of(pages["p/tea-list/sv/2026-05-06/"])
    assert "Kaka till." in middle
    assert "Mer vatten" not in middle
    assert "Hämta den nya utgåvan" in middle
    assert "Står en kommuns namn på ditt papper?" in middle


def test_without_an_edition_all_editions_are_told(pages):
    """Somebody types the address without the date."""
    page = pages["p/tea-list/sv/"]
    said = words_of(page)
    assert "Den senaste utgåvan är från 23 november 2026." in said
    assert "Kaka till." in said and "Mer vatten" in said
    links = re.findall(r'href="(20[\d-]+/)"', page)
    assert links == ["2026-11-23/", "2026-05-06/", "2026-01-02/"]


def test_a_renamed_printable_is_found_by_its_old_paper(pages):
    """The same edition is still the newest; one that the new name never had is replaced."""
    said = words_of(pages["p/old-list/da/2026-01-02/"])
    assert said.startswith("Gammel liste Dit papir er den nyeste udgave.")
    assert "Det hedder nu ”Teliste”." in said
    older = words_of(pages["p/old-list/sv/2026-01-02/"])
    assert "Det finns en nyare utgåva" in older
    assert "Mer vatten" in older
    before = words_of(pages["p/old-list/en/2025-01-01/"])
    assert "This paper has been replaced by ‘Tea list’, from 2 January 2026." in before
    assert "../../../../print/en/tea-list.pdf" in pages["p/old-list/en/2025-01-01/"]


def test_a_printable_that_is_gone_leads_to_its_chapter(pages):
    """Or to the page of its code, when the chapter is gone as well."""
    page = pages["p/tea-song/da/2026-05-06/"]
    assert words_of(page).startswith("Tevise Dette papir bruges ikke længere.")
    assert 'href="../../../../da/method-guide/tea/"' in page
    assert "nummer 101 og adressen slingan.example/k/101/" in words_of(page)
    assert 'href="../../../../k/102/sv/"' in pages["p/lost-song/sv/2026-01-02/"]


def test_the_chapter_is_linked_where_the_printable_stands(pages):
    """With its number, which can be said aloud, and its short address."""
    page = pages["p/tea-list/en/2026-01-02/"]
    assert 'href="../../../../en/method-guide/tea/#tea-list"' in page
    assert "number is 101 and its address is slingan.example/k/101/" in words_of(page)


def test_the_other_languages_are_a_link_away(pages):
    """The same edition where that language has it, else its own page of editions."""

    def languages(place):
        nav = html.document_fromstring(pages[place]).find(".//nav[@class='languages']")
        return {link.get("lang"): link.get("href") for link in nav.iter("a")}

    assert languages("p/tea-list/sv/2026-01-02/")["da"] == "../../da/2026-01-02/"
    assert languages("p/tea-list/sv/2026-11-23/")["da"] == "../../da/"
    assert languages("p/tea-list/da/")["sv"] == "../sv/"


def test_pages_keep_the_policy_stay_out_of_search_engines_and_are_small(pages):
    """No script of their own, nothing from elsewhere; every text in its language."""
    for place, page in pages.items():
        assert breaches(page) == [], place
        assert '<meta name="robots" content="noindex">' in page
        assert f'<html lang="{place.split("/")[2]}">' in page
        assert len(page.encode()) < 8_000, place
        assert page.count("<h1>") == 1
        assert '<script src="../../' in page
        assert page.count("<script") == 1
        assert not re.search(r'(href|src)="(/|https?:)', page), place  # it works below a folder


def test_words_of_another_language_are_marked(pages):
    """A voice says a Swedish name as Swedes do."""
    assert "FoU Sörmland" in pages["p/tea-list/sv/"]
    assert '<span lang="sv">' not in pages["p/tea-list/sv/"].partition("<article")[2]


def test_what_authors_write_is_text(pages):
    """A sentence with a sign of HTML is shown as it was written."""
    assert "Mer vatten &lt;nu&gt;." in pages["p/tea-list/sv/2026-01-02/"]


def test_a_build_makes_the_pages(build):
    """Each lies in its folder, with the policy."""
    build.make_arrivals()
    made = {place for place in build.files if place.startswith("p/")}
    assert all(place.endswith("/index.html") for place in made)
    assert len(made) == sum(
        1 + len(paper.editions)
        for language in LANGUAGES
        for paper in papers(build.library, language)
    )
    page = build.files["p/tea-list/sv/index.html"].read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
