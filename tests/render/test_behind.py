"""What readers are told of translations that are older than their source."""

import pytest
from lxml import html

from press.build import Build, check
from press.content.library import load
from press.render.behind import note, sentence, withheld_line
from press.render.words import load_words
from small_site import add_questions, make_small, replace_in

TEA = "sv/method-guide/tea.md"


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """The fixture site, whose Swedish chapter is newer in many places."""
    project = add_questions(make_small(tmp_path_factory.mktemp("behind") / "small"))
    replace_in(
        project.docs / TEA,
        ("edition: 2026-01-02", "edition: 2027-02-01"),
        ("title: Te på träffen", "title: Te"),
        ("Cold.", "Cold!"),
        ("text: Diska.", "text: Diska allt."),
        ("## Så gör du", "## Så gör ni"),
    )
    path = project.docs / TEA
    path.write_text(path.read_text(encoding="utf-8") + "\n## Mer\n\nText.\n", encoding="utf-8")
    replace_in(project.docs / "sv/method-guide/tea.easy.md", ("title: ", "title: Mer "))
    library = check(project)
    assert [p for p in library.problems if p not in library.stale] == []
    return Build(project, library)


def page(build, language):
    entry = build.library.entries[language, "method-guide/tea"]
    from press.content.markup import to_html

    return html.fromstring(build.page(entry, to_html(entry.source.body)))


def test_the_note_says_since_when_and_what(build):
    """The source, its day, each part once in the reader's words and the page's order, and the way."""
    entry = build.library.entries["da", "method-guide/tea"]
    found = note(entry, build.desks["da"])
    assert found["said"] == (
        "Den svenske tekst er nyere end denne oversættelse. Den er fra 1. februar 2027."
    )
    assert (found["href"], found["code"]) == ("../../../method-guide/tea/", "sv")
    own = [(part["title"], part["href"], part["lang"]) for part in found["parts"]]
    headings = page(build, "da").xpath("//div[contains(@class, 'reading-full')]//h2[@id]")
    heading = next(h for h in headings if h.text_content() == own[1][0])
    assert own == [
        ("Overskriften og indledningen", "", ""),
        (heading.text_content(), f"#{heading.get('id')}", ""),
        ("Mer", "../../../method-guide/tea/#mer", "sv"),
        ("Den letlæste tekst", "?read=easy", ""),
        ("Test dig selv", "#check-yourself", ""),
    ]


def test_the_note_stands_on_top_of_the_page(build):
    """In the head of the chapter, with no colour or role that would alarm; the source has none."""
    (box,) = page(build, "en").xpath("//header//div[@class='behind']")
    assert "The Swedish text is newer than this translation." in box.text_content()
    assert box.xpath(".//a[@hreflang='sv']")
    assert not page(build, "sv").xpath("//*[@class='behind']")


def test_without_a_later_edition_no_day_is_told(small, edit):
    """Nobody knows it then."""
    edit(f"docs/{TEA}", "title: Te på träffen", "title: Te")
    library = load(small)
    desk = Build(small, library).desks["en"]
    entry = library.entries["en", "method-guide/tea"]
    assert sentence(entry, desk) == "The Swedish text is newer than this translation."
    assert sentence(library.entries["en", ""], desk) == ""


def test_a_withheld_printable_keeps_its_place(build):
    """Links to it lead there; its files are not named, and the languages that have it are."""
    whole = page(build, "da")
    (place,) = whole.xpath("//section[@id='tea-list']")
    assert "Findes ikke på dansk lige nu." in place.text_content()
    (link,) = place.xpath(".//a")
    assert link.get("href") == "../../../method-guide/tea/#tea-list"
    assert link.get("hreflang") == "sv" and link.xpath("./span[@lang='sv']")
    assert not whole.xpath("//a[contains(@href, 'print/da/tea-list')]")
    (name,) = whole.xpath("//div[@class='to-print']//a[@href='#tea-list']")
    assert name.text_content().endswith(" (oversættelsen er ikke klar)")
    assert whole.xpath("//div[@class='to-print']//a[@href='#tea-leaflet']")
    assert not page(build, "sv").xpath("//section[contains(@class, 'withheld')]")


def test_the_arrival_page_of_withheld_paper_says_so(build):
    """It has no file to offer, but the way to the languages that have it."""
    from press.render.arrival import Arrivals
    from press.render.fragments import environment

    draw = Arrivals(
        environment(build.project),
        build.desks,
        build.facts,
        lambda entry, printable: (1, 1),
        build.assets.addresses,
        "<svg></svg>",
    )
    pages = dict(draw.pages())
    da = html.fromstring(pages["p/tea-list/da/2026-01-02/"])
    assert da.xpath("//article/@data-paper") == ["withheld"]
    said = da.xpath("//div[contains(@class, 'verdict')]")[0].text_content()
    assert "Den svenske tekst er nyere end dette papir." in said
    assert da.xpath("//article//a[@hreflang='sv']/@href") == [
        "../../../../method-guide/tea/#tea-list"
    ]
    assert not da.xpath("//a[contains(@href, '.pdf')]")
    sv = html.fromstring(pages["p/tea-list/sv/2026-01-02/"])
    assert sv.xpath("//article/@data-paper") != ["withheld"]


def test_what_is_found_of_a_withheld_printable(build):
    """The search does not lead to it in the language that has it not."""
    from press.search.units import PRINTABLE, units_of

    for language, expected in (("sv", 2), ("da", 1)):
        units = units_of(build.library, build.words[language])
        assert sum(unit.kind == PRINTABLE for unit in units) == expected


def test_plain_text_and_paper_are_told_in_one_line(build):
    """Title, languages, and an address to type."""
    from press.render.plaintext import chapter_text

    desk = build.desks["en"]
    printable = desk.printable("tea-list")[1]
    line = withheld_line(printable, desk)
    assert line.startswith(f"“{printable.title}” is left out")
    assert line.endswith("Available in Swedish: slingan.example/k/101/")
    text = chapter_text(build.library.entries["en", "method-guide/tea"], desk)
    assert "The Swedish text is newer than this translation. It is from 1 February 2027." in text
    assert "/print/en/tea-list.pdf" not in text


def test_every_source_has_its_words(project):
    """A reader is told in one of three languages of any other."""
    for words in load_words(project).values():
        for code in ("sv", "da", "en"):
            for start in ("behind_", "behind_read_", "withheld_", "arrival_withheld_"):
                assert words[start + code]
