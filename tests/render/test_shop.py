"""What the print shop tells of each printable, and where it lies in the ZIP."""

import re
from types import SimpleNamespace

import pytest

from press.facts import Facts
from press.project import LANGUAGES
from press.render.desk import Desk
from press.render.kinds import KINDS
from press.render.shop import (
    AT_ANY_TIME,
    STAGES,
    contents_text,
    copies_of,
    first_stage,
    in_words,
    readers_of,
    shelf,
    zip_folder,
    zip_place,
)
from press.render.words import load_words


@pytest.fixture(scope="module")
def desks(project):
    """Desks with the real words and nothing else."""
    words = load_words(project)
    return {language: Desk(None, words[language], "", lambda path: []) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (Facts(24, 310_400), {"sv": "24 sidor, 310 kB", "en": "24 pages, 310 kB"}),
        (Facts(1, 100), {"sv": "1 sida, 1 kB", "da": "1 side, 1 kB", "en": "1 page, 1 kB"}),
        (Facts(0, 36_500), {"sv": "36 kB", "en": "36 kB"}),
        (Facts(2, 999_499), {"en": "2 pages, 999 kB"}),
        (Facts(2, 999_500), {"en": "2 pages, 1.0 MB"}),
        (Facts(2, 1_260_000), {"da": "2 sider, 1,3 MB", "en": "2 pages, 1.3 MB"}),
        (Facts(), {"sv": "", "da": "", "en": ""}),
    ],
)  # fmt: skip
def test_pages_and_size_are_said_in_words(desks, facts, said):
    """One is singular, the comma is the language's, and what is not there says nothing."""
    assert {language: in_words(facts, desks[language]) for language in said} == said


@pytest.mark.parametrize(
    ("stages", "first"),
    [((), AT_ANY_TIME), (("after",), "after"), (("after", "before"), "before"), (STAGES, "start")],
)
def test_a_printable_lies_in_the_folder_of_its_first_stage(stages, first):
    """In the order of the work, however the author wrote them."""
    assert first_stage(SimpleNamespace(stages=stages)) == first


def test_folders_of_the_zip_are_in_the_order_of_the_work_and_plain(desks):
    """Any computer can unpack them, and they sort as they are used."""
    for desk in desks.values():
        folders = [zip_folder(stage, desk) for stage in (*STAGES, AT_ANY_TIME)]
        assert sorted(folders) == folders
        assert len(set(folders)) == 5
        assert all(re.fullmatch(r"[1-5]-[a-z0-9]+(-[a-z0-9]+)*", folder) for folder in folders)


def test_the_zip_is_named_by_its_language():
    """Three of them may lie in one folder of downloads."""
    assert zip_place("da") == "print/da/slingan-da.zip"


def find(drawing, language, name):
    """Return a printable of the fixture site with its chapter."""
    return drawing.desks[language].printable(name)


def test_readers_are_the_printables_own_or_the_chapters(drawing, workshop_drawing):
    """An author says it once where it is the same."""
    assert readers_of(*find(drawing, "sv", "tea-list")) == ("new-staff", "manager")
    assert readers_of(*find(workshop_drawing, "sv", "tea-booklet")) == ("guide",)


def test_links_lead_to_the_files_from_where_the_page_lies(workshop_drawing):
    """With label, type, and what is known of the file."""
    desk = workshop_drawing.desks["en"]
    _, letter = desk.printable("tea-letter")
    asked = []
    found = copies_of(letter, "en/print-shop/", desk, lambda p: asked.append(p) or Facts(3, 9000))
    assert [copy["href"] for copy in found] == [
        "../../print/en/tea-letter.pdf",
        "../../print/en/tea-letter.docx",
    ]
    assert asked == ["print/en/tea-letter.pdf", "print/en/tea-letter.docx"]
    assert [copy["type"].rpartition(".")[2] for copy in found] == ["application/pdf", "document"]
    assert all(copy["about"].endswith("9 kB") and copy["label"].endswith(" en") for copy in found)


def test_a_printable_of_any_time_is_found_under_every_stage(drawing):
    """Whoever filters by stage sees it; what is said is that it is of use at any time."""
    entry, printable = find(drawing, "sv", "tea-list")
    shown = shelf(entry, printable, "", drawing.desks["sv"], lambda place: Facts())
    assert shown["stages"] == list(STAGES)
    assert shown["stages_said"] == "stage_any sv"
    assert shown["chapter"] == {
        "said": "read_more_chapter sv",
        "title": "Te på träffen",
        "href": f"{entry.url}#tea-list",
    }


def test_a_printable_of_a_stage_is_found_there_only(workshop_drawing):
    """The booklet is handed out before."""
    entry, printable = find(workshop_drawing, "da", "tea-booklet")
    shown = shelf(entry, printable, "", workshop_drawing.desks["da"], lambda place: Facts())
    assert (shown["stages"], shown["stages_said"]) == (["before"], "stage_before da")
    assert (shown["paper"], shown["easy_read"]) == ("A5", False)


@pytest.mark.parametrize("name", ["tea-pocket", "tea-slip"])
def test_a_sheet_of_a5_is_offered_alone_and_two_on_an_a4(workshop_drawing, name):
    """The shop's filter knows its size, and how to print it is told for the file to print."""
    entry, printable = find(workshop_drawing, "en", name)
    shown = shelf(entry, printable, "", workshop_drawing.desks["en"], lambda place: Facts())
    assert shown["paper"] == "A5"
    assert shown["how"] == f"how_to_print_{printable.kind}_a5 en"
    assert [(copy["href"], copy["label"]) for copy in shown["copies"]] == [
        (f"print/en/{name}.pdf", "pdf_a5 en"),
        (f"print/en/{name}-print.pdf", "pdf_two_on_a4 en"),
    ]


def test_the_zips_list_names_every_file_and_how_to_print_it(drawing):
    """In a text that Windows' own editor shows with its lines."""
    desk = drawing.desks["sv"]
    entry, printable = desk.printable("tea-list")
    copy = KINDS["checklist"].copies[0]
    text = contents_text([(entry, printable, [("1-a/tea-list.pdf", copy)])], desk)
    assert text.replace("\r\n", "").count("\n") == 0
    lines = text.split("\r\n")
    assert lines[:3] == ["zip_title sv", "", "zip_intro sv"]
    assert "Telista" in lines
    assert f"  1-a/tea-list.pdf: {copy.label} sv" in lines
    assert any("how_to_print_checklist sv" in line for line in lines)
