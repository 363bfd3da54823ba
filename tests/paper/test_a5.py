"""Sheets of A5, read back: one by one to fill in, two on an A4 to cut apart."""

from collections import Counter

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import readback
from press.paper.inspect import qr_codes
from press.project import LANGUAGES
from small_site import build_of, make_workshop, replace_in

MM = 72 / 25.4
NAMES = ["tea-pocket", "tea-slip"]
PAGES = {"tea-pocket": 1, "tea-slip": 2}


@pytest.fixture
def files(workshop):
    """The workshop's chapter of small sheets: files by place."""
    return workshop("pocket").files


def halves(path):
    """Return the words of each sheet's left half and of its right."""
    found = []
    for sheet in pypdfium2.PdfDocument(path):
        words = sheet.get_textpage()
        left = words.get_text_bounded(0, 0, 148.5 * MM, 210 * MM).split()
        found.append((left, words.get_text_bounded(148.5 * MM, 0, 297 * MM, 210 * MM).split()))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_reading_copy_is_tagged_a5(files, language, name):
    """One sheet upright to a page, and an independent checker agrees that it is PDF/UA-1."""
    path = files[f"print/{language}/{name}.pdf"]
    assert readback.sizes(path) == [(148, 210)] * PAGES[name]
    assert readback.breaches(path) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_reading_copy_can_be_filled_in(files, name):
    """Boxes and lines as on A4; on a sheet to cut apart each would be there twice."""
    with pikepdf.open(files[f"print/sv/{name}.pdf"]) as pdf:
        assert len(pdf.Root.AcroForm.Fields) > 5
    with pikepdf.open(files[f"print/sv/{name}-print.pdf"]) as pdf:
        assert "/AcroForm" not in pdf.Root


@pytest.mark.parametrize("name", NAMES)
def test_a_printed_sheet_has_the_same_page_twice(files, language, name):
    """Each half of an A4 on its side is a whole page; a second page makes a second sheet."""
    path = files[f"print/{language}/{name}-print.pdf"]
    assert readback.sizes(path) == [(297, 210)] * PAGES[name]
    pages = [
        page.get_textpage().get_text_bounded().split()
        for page in pypdfium2.PdfDocument(files[f"print/{language}/{name}.pdf"])
    ]
    assert halves(path) == [(page, page) for page in pages]


def test_both_halves_have_the_code_of_the_edition(files):
    """After the cut each is a paper of its own."""
    assert len(qr_codes(files["print/en/tea-pocket-print.pdf"])) == 2
    assert len(set(qr_codes(files["print/en/tea-pocket-print.pdf"]))) == 1


def test_the_cut_is_drawn_in_the_middle(files):
    """A fine dashed line, away from the edges that printers cannot reach."""
    sheet = pypdfium2.PdfDocument(files["print/sv/tea-slip-print.pdf"])[1]
    lines = [thing.get_bounds() for thing in sheet.get_objects(max_depth=1)]
    cut = [box for box in lines if abs(box[0] - 148.5 * MM) < 1 and abs(box[2] - box[0]) < 2]
    assert len(cut) == 1
    assert cut[0][1] > 4.5 * MM and cut[0][3] < 205.5 * MM


def test_a_sheet_is_turned_over_the_short_edge(files):
    """Only so does page two lie upright behind page one."""
    with pikepdf.open(files["print/sv/tea-slip-print.pdf"]) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"


def test_text_is_as_large_as_on_a4(files, tmp_path):
    """A smaller paper has less on it, not smaller letters."""
    larger = files_on_a4(tmp_path)
    for name in NAMES:
        assert f"print/sv/{name}-print.pdf" not in larger
        place = f"print/sv/{name}.pdf"
        assert letters_of(files[place]) == letters_of(larger[place])


def letters_of(path):
    """Return how often each letter stands in a file in each size; dots part time from role on A5."""
    found = Counter()
    for sheet in pypdfium2.PdfDocument(path):
        words = sheet.get_textpage()
        for n in range(words.count_chars()):
            letter = words.get_text_range(n, 1).strip()
            if letter and letter != "·":
                found[letter, round(pdfium.FPDFText_GetFontSize(words, n), 1)] += 1
    return found


def files_on_a4(tmp_path):
    """Return the files of the same chapter with its printables on A4."""
    project = make_workshop(tmp_path / "site", "pocket")
    for language in LANGUAGES:
        path = project.docs / language / "starter-pack" / "pocket.md"
        replace_in(path, ("    paper: A5\n", ""), ("    paper: A5\n", ""))
    build = build_of(project)
    build.make_printables()
    return build.files
