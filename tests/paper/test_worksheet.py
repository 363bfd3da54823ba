"""Worksheets, read back: fields with names, tables with headers, and what does not fit."""

import pikepdf
import pypdfium2
import pytest

import readback
from small_site import build_of, make_workshop, replace_in

SHEETS = ["tea-sheet.pdf", "tea-map.pdf", "tea-easy.pdf"]
SMALL = {
    "sv": "Är pappret aktuellt? Skanna koden. Kapitlet: slingan.example/k/201/ "
    "tea-easy · utgåva 2026-01-02 · Källor: Utgivare tea-easy · utgåva 2026-01-02 Sida 1 av 1",
    "da": "Nyeste udgave? Scan koden. Kapitlet: slingan.example/k/201/ "
    "tea-easy · udgave 2026-01-02 · Kilder: Utgivare tea-easy · udgave 2026-01-02 Side 1 af 1",
    "en": "Is this up to date? Scan the code. The chapter: slingan.example/k/201/ "
    "tea-easy · edition 2026-01-02 · Sources: Utgivare tea-easy · edition 2026-01-02 Page 1 of 1",
}


@pytest.fixture
def sheet(workshop):
    """Return the file of a sheet by its place."""
    return lambda place: workshop("worksheet").files[f"print/{place}"]


def _names(path):
    with pikepdf.open(path) as pdf:
        return {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}


def _rows(path):
    """Return the structure types of each table row's cells, with the scope of headers."""
    with pikepdf.open(path) as pdf:
        return [
            [_cell(cell) for cell in thing.K]
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TR"
        ]


def _cell(cell):
    scopes = [str(a.Scope) for a in cell.get("/A", []) if "/Scope" in a]
    return str(cell.S) + "".join(scopes)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_pdf_ua_in_our_typeface(sheet, language, name):
    """An independent checker agrees, and headings start with one of level 1."""
    path = sheet(f"{language}/{name}")
    assert readback.breaches(path) == []
    assert readback.headings(path)[0] == "/H1"
    assert readback.headings(path).count("/H1") == 1
    assert all(font.startswith("Atkinson") for font in readback.fonts(path))


def test_the_paper_is_what_the_author_said(sheet):
    """A4 upright is the rule; A3 on its side for large drawings."""
    assert readback.sizes(sheet("sv/tea-sheet.pdf")) == [(210, 297)] * 2
    assert readback.sizes(sheet("da/tea-map.pdf")) == [(420, 297)]


def test_every_field_has_a_spoken_name(sheet):
    """A screen reader says the block, then the row, then the column."""
    names = _names(sheet("en/tea-sheet.pdf"))
    expected = {
        "head--unit": "Unit",
        "why--1": "Why tea?, 1",
        "why--2": "Why tea?, 2",
        "kinds--green": "Which tea?, Green tea",
        "who--boil--name": "Who does what?, Boil water, Initials",
        "who--3": "Who does what?, Row 3, Task",
        "who--3--when": "Who does what?, Row 3, When",
        "see--row-1": "How does it look?, Seen from 1, name of the function",
        "see--column-3": "How does it look?, Towards 3, name of the function",
        "see--1-3": "How does it look?, Seen from 1, Towards 3",
        "taste--good": "Two boxes, It is good (What does it taste of?)",
        "time--guest--before": "Line of time, The guest, Before",
        "sign--guest": "Signatures, The guest, Date",
    }
    assert {name: names.get(name) for name in expected} == expected
    assert "see--2-2" not in names
    around = _names(sheet("en/tea-map.pdf"))
    assert around["ring--middle"] == "Who drinks tea?, The teapot"
    assert around["ring--8"] == "Who drinks tea?, Guest 8"


def test_tables_have_headers_for_columns_and_rows(sheet):
    """Whoever fills in a cell by ear hears both."""
    rows = _rows(sheet("sv/tea-sheet.pdf"))
    assert ["/TH/Row", "/TD", "/TD"] in rows
    assert ["/TH/Column"] * 3 in rows
    assert ["/TH/Row", "/TD", "/TD", "/TD"] in rows  # the matrix
    assert ["/TD", "/TD", "/TD"] in rows  # a row without a name


def test_circles_do_not_touch(sheet):
    """There must be white between them for arrows."""
    with pikepdf.open(sheet("sv/tea-map.pdf")) as pdf:
        places = [
            [float(n) for n in field.Rect]
            for field in pdf.Root.AcroForm.Fields
            if str(field.T).startswith("ring--")
        ]
    centres = [((a + c) / 2, (b + d) / 2) for a, b, c, d in places]
    width = places[1][2] - places[1][0]
    gaps = [abs(complex(*a) - complex(*b)) for a in centres for b in centres if a < b]
    assert len(centres) == 9
    assert min(gaps) > 1.5 * width / 0.84


def test_easy_read_is_large_and_keeps_its_lines(sheet, language):
    """Fourteen points at the least, and a line of the author's is a line of print.

    Smaller are only the colophon and the foot of the page.
    """
    page = pypdfium2.PdfDocument(sheet(f"{language}/tea-easy.pdf"))[0].get_textpage()
    lines = page.get_text_bounded().splitlines()
    firsts = {"sv": "Du väljer själv", "da": "Du vælger selv,", "en": "You choose"}
    assert firsts[language] in [line.strip() for line in lines]
    large, small = readback.by_size(sheet(f"{language}/tea-easy.pdf"), 13.99)
    assert small == "".join(SMALL[language].split())
    assert "".join(firsts[language].split()) in large


def _problems(tmp_path, language, old, new):
    project = make_workshop(tmp_path / "site", "worksheet")
    path = project.root / f"docs/{language}/starter-pack/worksheet.md"
    replace_in(path, (old, new))
    build = build_of(project)
    build.make_printables()
    return [str(problem) for problem in build.problems]


@pytest.mark.parametrize(
    ("old", "new", "at", "named"),
    [
        (
            "Te er en varm drik.",
            "Te er en varm drik, som mange holder af at drikke sammen om eftermiddagen.",
            "printables.2.blocks.0.text: the text is ",
            "too wide for `text` of `tea-easy` (dansk)",
        ),
        (
            "label: Initialer",
            "label: Ansvarshavendemedarbejderrepræsentantinitialer",
            "printables.0.blocks.4.columns.0.label: the text is ",
            "too wide for `label` of `tea-sheet` (dansk)",
        ),
        (
            "around: Gæst",
            "around: Samarbejdspartnerrepræsentantgæst",
            "printables.1.blocks.0.around: the text is ",
            "too wide for `around` of `tea-map` (dansk)",
        ),
        (
            "- **V** varmt: hel linje",
            "- **V** varmt: hel linje\n" + "          - En linje til, som fylder.\n" * 40,
            "printables.1.blocks.2: the text is ",
            "too tall for `blocks.2` of `tea-map` (dansk)",
        ),
    ],
    ids=["easy-read line", "column", "circle", "beside circles"],
)
def test_what_does_not_fit_is_named(tmp_path, old, new, at, named):
    """File, language, place and by how much."""
    problems = _problems(tmp_path, "da", old, new)
    assert any(
        problem.startswith("docs/da/starter-pack/worksheet.md:")
        and at in problem
        and named in problem
        for problem in problems
    ), problems


def test_a_longer_text_flows_on(tmp_path):
    """What has no fixed place takes the room it needs."""
    longer = "Hvorfor er det egentlig te, vi skal drikke, når vi mødes om eftermiddagen?"
    assert _problems(tmp_path, "da", "Hvorfor te?", longer) == []
