"""Letters, read back: the PDF to fill in and the Word file to change."""

import zipfile

import pikepdf
import pytest
from docx import Document
from PIL import Image

import readback
from press.build import Build, check
from press.paper.word import word_file
from press.render.printable import printable_data
from small_site import make_workshop

LOCAL = {
    "name": "Tekommunen",
    "unit": "Kaffeenheten",
    "colour": "#5b2d82",
    "logo": None,
    "contact": [],
    "welcome": None,
}


@pytest.fixture
def letter(workshop):
    """Return the file of the letter by language and ending."""
    return lambda language, end: workshop("letter").files[f"print/{language}/tea-letter.{end}"]


def _word(letter, language):
    return Document(str(letter(language, "docx")))


def _data(workshop, language, local=None):
    build = workshop("letter")
    entry, printable = build.desks[language].printable("tea-letter")
    return printable_data(entry, printable, build.desks[language]) | {"local": local}


def test_the_pdf_is_pdf_ua(letter, language):
    """An independent checker agrees; the paper is A4."""
    path = letter(language, "pdf")
    assert readback.breaches(path) == []
    assert set(readback.sizes(path)) == {(210, 297)}


def test_place_date_and_signatures_are_fields(letter):
    """What can be typed in has a name; who signs does so by hand."""
    with pikepdf.open(letter("en", "pdf")) as pdf:
        names = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert (names["place"], names["date"]) == ("Place", "Date")
    assert names["sign--host"] == "Signatures, The host, Date"


def test_a_municipality_signs_with_its_own_name(tmp_path, workshop, language):
    """Its name stands on the PDF when it prints its own copies."""
    project = make_workshop(tmp_path / "site", "letter")
    build = Build(project, check(project), local=dict.fromkeys(("sv", "da", "en"), LOCAL))
    build.make(*build.desks[language].printable("tea-letter"))
    assert build.problems == []
    assert "Tekommunen" in readback.text(build.files[f"print/{language}/tea-letter.pdf"])


@pytest.mark.parametrize(("language", "code"), [("sv", "sv-SE"), ("da", "da-DK"), ("en", "en-GB")])
def test_word_knows_title_author_and_language(letter, language, code):
    """What an accessible document says about itself."""
    document = _word(letter, language)
    about = document.core_properties
    titles = {"sv": "Avtal om te", "da": "Aftale om te", "en": "Agreement on tea"}
    assert about.title == titles[language]
    assert (about.author, about.language) == ("Slingan", code)
    assert f'w:val="{code}"' in document.styles["Normal"].element.xml


def test_word_has_real_headings(letter):
    """One of level 1, and one of level 2 for each block with a title."""
    found = [p for p in _word(letter, "en").paragraphs if p.style.name.startswith("Heading")]
    assert [p.text for p in found if p.style.name == "Heading 1"] == ["Agreement on tea"]
    assert [p.text for p in found if p.style.name == "Heading 2"] == [
        "Our agreement", "Why tea?", "Which tea?", "Who does what?", "Signatures",
    ]  # fmt: skip


def test_word_has_tables_with_header_rows_and_boxes_to_tick(letter):
    """The header is repeated and said; a box can be ticked by a click."""
    document = _word(letter, "sv")
    table = next(t for t in document.tables if t.cell(0, 0).text == "Uppgift")
    assert [cell.text for cell in table.rows[0].cells] == ["Uppgift", "Initialer", "När"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert table.cell(1, 0).text == "Koka vatten"
    whole = document.element.xml
    assert whole.count("w14:checkbox>") == 2 * 2
    assert whole.count("\N{BALLOT BOX}") == 2


def test_word_says_what_the_pdf_says(letter, language):
    """No text of the one lacks in the other."""
    document = _word(letter, language)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    word = " ".join([p.text for p in document.paragraphs] + cells)
    pdf = set(readback.text(letter(language, "pdf")).split())
    own = {"1.", "2.", "•", "1", "av", "af", "of", "Sida", "Side", "Page"}
    assert pdf - set(word.split()) - own == set()


def test_word_carries_the_name_and_the_logo(workshop, tmp_path):
    """A drawing (SVG) is left out, since Word shows it in new versions only."""
    Image.new("RGB", (600, 200), "#5b2d82").save(tmp_path / "logo.png")
    logo = {"kind": "picture", "path": "/logo.png", "alt": "Tekommunens logotyp"}
    data = _data(workshop, "sv", LOCAL | {"logo": logo})
    (tmp_path / "a.docx").write_bytes(word_file(data, tmp_path))
    document = Document(str(tmp_path / "a.docx"))
    assert "Tekommunen" in document.paragraphs[1].text
    assert 'descr="Tekommunens logotyp"' in document.element.xml
    drawn = LOCAL | {"logo": logo | {"path": "/logo.svg"}}
    (tmp_path / "b.docx").write_bytes(word_file(_data(workshop, "sv", drawn), tmp_path))
    assert "Tekommunen" in Document(str(tmp_path / "b.docx")).paragraphs[0].text


def test_the_same_letter_gives_the_same_bytes(workshop, tmp_path):
    """Nothing in the file tells when it was made."""
    data = _data(workshop, "da")
    first, second = word_file(data, tmp_path), word_file(data, tmp_path)
    assert first == second
    (tmp_path / "a.docx").write_bytes(first)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
