"""Finished booklets, read back: what stands where, and sheets that become the booklet when folded."""

import re

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from PIL import ImageChops

import readback
from press.project import LANGUAGES
from small_site import WORKSHOP, build_of, make_workshop, replace_in

NAMES = ["tea-booklet", "tea-easy-booklet"]
SCALE = 4  # pixels to a millimetre
SAME = 0.0015  # of the pixels may differ; two pages of empty lines differ by 0.0026
MM = 72 / 25.4
PARTS = {
    "sv": ["Varför te?", "Te på träffen", "Tehäfte", "Er egen tekväll"],
    "da": ["Hvorfor te?", "Te på mødet", "Tehæfte", "Jeres egen teaften"],
    "en": ["Why tea?", "Tea at the meeting", "Tea booklet", "Your own tea evening"],
}
AFTER = {
    "sv": ["Ord i häftet", "Källor"],
    "da": ["Ord i hæftet", "Kilder"],
    "en": ["Words used in this booklet", "Sources"],
}


@pytest.fixture(scope="module")
def booklets(workshop):
    """The workshop's booklets: files by place."""
    return workshop("booklet").files


def pages(path):
    """Return each page's lines of text."""
    return [
        [" ".join(line.split()) for line in sheet.get_textpage().get_text_bounded().splitlines()]
        for sheet in pypdfium2.PdfDocument(path)
    ]


def picture(document, number):
    """Return a page in grey, SCALE pixels to a millimetre."""
    return document[number].render(scale=SCALE / MM * 0.9995, grayscale=True).to_pil()


def letters(path, below=193, above=17):
    """Return (page, letter, size in points) between two heights in millimetres, from the top."""
    found = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(path)):
        text, high = sheet.get_textpage(), sheet.get_height()
        for n in range(text.count_chars()):
            letter = text.get_text_range(n, 1)
            down = (high - text.get_charbox(n)[3]) / MM
            if letter.strip() and above < down < below:
                found.append((number, letter, pdfium.FPDFText_GetFontSize(text, n)))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_booklet_is_tagged_a5_in_whole_sheets(booklets, language, name):
    """An independent checker agrees that it is PDF/UA-1; four pages make a sheet."""
    path = booklets[f"print/{language}/{name}.pdf"]
    sizes = readback.sizes(path)
    assert set(sizes) == {(148, 210)}
    assert len(sizes) == {"tea-booklet": 12, "tea-easy-booklet": 8}[name]
    assert readback.breaches(path) == []
    assert readback.headings(path)[:2] == ["/H1", "/H2"]
    assert readback.headings(path).count("/H1") == 1
    assert all(font.startswith("Atkinson") for font in readback.fonts(path))


def test_the_contents_page_tells_where_each_part_begins(booklets, language):
    """The number on the contents page is the number at the foot of the page with the heading."""
    found = pages(booklets[f"print/{language}/tea-booklet.pdf"])
    expected = [*PARTS[language], *AFTER[language]]
    listed = dict(
        re.fullmatch(r"(.+?) (\d+)", line).groups() for line in found[1] if line[-1:].isdigit()
    )
    assert list(listed) == expected
    for title, number in listed.items():
        page = found[int(number) - 1]
        assert number in (page[-1].split()[0], page[-1].split()[-1]), page
        assert title in page
        before = [line for earlier in found[2 : int(number) - 1] for line in earlier]
        assert title not in before


def test_the_outline_leads_where_the_contents_page_says(booklets, language):
    """Who reads on screen jumps to the same pages."""
    document = pypdfium2.PdfDocument(booklets[f"print/{language}/tea-booklet.pdf"])
    aims = {item.get_title(): item.get_dest().get_index() + 1 for item in document.get_toc()}
    wanted = [*PARTS[language], *AFTER[language]]
    assert [aims[title] for title in wanted] == [3, 4, 5, 6, 7, 8]


def test_running_heads_name_the_booklet_and_the_part(booklets, language):
    """Left pages say which booklet, right pages which part; cover, contents and back say nothing."""
    found = pages(booklets[f"print/{language}/tea-booklet.pdf"])
    title = {"sv": "Häfte om te", "da": "Hæfte om te", "en": "Booklet about tea"}[language]
    notes = {"sv": "Egna anteckningar", "da": "Egne noter", "en": "Your own notes"}[language]
    running = {
        3: PARTS[language][0],
        5: PARTS[language][2],
        7: AFTER[language][0],
        9: notes,
        11: notes,
    }
    for number in range(3, 12):
        assert found[number - 1][0] == (running[number] if number % 2 else title)
    for number in (1, 2, 12):
        assert (
            "· " + {"sv": "utgåva", "da": "udgave", "en": "edition"}[language]
            not in found[number - 1][0]
        )
        assert not found[number - 1][-1].startswith(str(number))


def test_each_chapter_carries_its_own_code_and_the_back_the_editions(booklets, language):
    """Read by a scanner from the printed page, beside the chapter's short address in letters."""
    path = booklets[f"print/{language}/tea-booklet.pdf"]
    document = pypdfium2.PdfDocument(path)
    codes = {}
    for number in range(len(document)):
        image = document[number].render(scale=2).to_pil()
        for code in zxingcpp.read_barcodes(image, zxingcpp.BarcodeFormat.QRCode):
            codes.setdefault(number + 1, []).append(code.text)
    site = "https://slingan.example"
    assert codes == {
        4: [f"{site}/k/101/{language}/"],
        5: [f"{site}/k/201/{language}/"],
        12: [f"{site}/p/tea-booklet/{language}/2026-01-02/"],
    }
    found = pages(path)
    assert "slingan.example/k/101/" in found[3]
    assert "slingan.example/k/201/" in found[4]
    assert any(line.endswith(" slingan.example/k/201/") for line in found[11])


def test_links_that_only_lead_on_are_left_out(booklets, workshop, language):
    """The section stands in the chapter's own PDF; paper cannot follow its links."""
    heading = {"sv": "Läs vidare", "da": "Læs videre", "en": "Read on"}[language]
    build = workshop("booklet")
    chapter = readback.text(build.chapter_pdf(build.desks[language].chapter("booklet")))
    booklet = readback.text(booklets[f"print/{language}/tea-booklet.pdf"])
    link = {"sv": "Till starten", "da": "Til starten", "en": "To the start"}[language]
    assert heading in chapter
    assert link in chapter
    assert heading not in booklet
    assert link not in booklet
    other = {
        "sv": "Så använder du häftet",
        "da": "Sådan bruger du hæftet",
        "en": "How to use the booklet",
    }
    assert other[language] in booklet


def test_words_and_sources_of_the_parts_stand_at_the_end(booklets, language):
    """A glossary term that is used, what the chapters rest on, and facts from elsewhere."""
    found = pages(booklets[f"print/{language}/tea-booklet.pdf"])
    term, text = {
        "sv": ("slinga", "Några samtal."),
        "da": ("dialogsløjfe", "Nogle samtaler."),
        "en": ("loop", "A few talks."),
    }[language]
    assert found[6][1:4] == [AFTER[language][0], term, text]
    article, fact = {
        "sv": ("En artikel", "Fyra träffar."),
        "da": ("En artikel", "Fire møder."),
        "en": ("An article", "Four meetings."),
    }[language]
    assert f"• {article}" in found[7]
    assert any(line.startswith(f"D6 {fact}") for line in found[7])
    easy = [
        line for page in pages(booklets[f"print/{language}/tea-easy-booklet.pdf"]) for line in page
    ]
    assert not {*AFTER[language][:2], term} & set(easy)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_speaks_of_codes_where_there_are_codes(booklets, language, name):
    """A booklet without chapters has no chapter's code to explain; the back's code says what it is."""
    told = "QR" in readback.text(booklets[f"print/{language}/{name}.pdf"])
    assert told is (name == "tea-booklet")


def test_fields_are_named_by_part(booklets):
    """Two parts may have a field of the same name; the contact box on the back can be filled in."""
    with pikepdf.open(booklets["print/da/tea-booklet.pdf"]) as pdf:
        found = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert found == {
        "why--place": "Kandens plads",
        "why--cups": "Kopper",
        "own--evening": "Aften",
        "own--cups": "Kopper",
        "contact-1": "Enhed",
        "contact-2": "Telefon",
    }


# Folding.


def folded(sheets):
    """Return the pages of a folded booklet in reading order, as (side of paper, left or right).

    Sheet n of the pile has its outside on side 2n and its inside on side 2n + 1, turned over on its
    short edge: behind the right half of the outside lies the left half of the inside. Folded with the
    outside out and laid into each other, the right halves come first, from the outermost sheet
    inwards, then the left halves, from the innermost outwards.
    """
    first = [[(2 * n, "right"), (2 * n + 1, "left")] for n in range(sheets)]
    second = [[(2 * n + 1, "right"), (2 * n, "left")] for n in reversed(range(sheets))]
    return [page for leaf in first + second for page in leaf]


def half(sheet, side):
    """Return one half of a sheet; A5 is half a millimetre narrower than half of A4."""
    left = {"left": 0.5, "right": 148.5}[side]
    return sheet.crop((round(left * SCALE), 0, round((left + 148) * SCALE), 210 * SCALE))


def difference(a, b):
    """Return how many of the pixels differ; edges of letters may be off by half a pixel."""
    small = (a.width // 4, a.height // 4)
    apart = ImageChops.difference(a.resize(small, 4), b.resize(small, 4))
    return apart.point(lambda value: 255 if value > 48 else 0).histogram()[255] / (
        small[0] * small[1]
    )


def folded_and_read(reading, printed):
    """Return, for each page of the folded booklet, which page of the reading copy it looks like."""
    book, paper = pypdfium2.PdfDocument(reading), pypdfium2.PdfDocument(printed)
    leaves = [picture(book, n) for n in range(len(book))]
    sides = [picture(paper, n) for n in range(len(paper))]
    assert len(sides) * 2 == len(leaves)
    found = []
    for side, where in folded(len(sides) // 2):
        shown = half(sides[side], where)
        found.append([n for n, leaf in enumerate(leaves, 1) if difference(shown, leaf) < SAME])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_sheets_folded_and_laid_into_each_other_are_the_booklet(booklets, language, name):
    """Every half of every sheet holds the page that comes there, pixel by pixel."""
    found = folded_and_read(
        booklets[f"print/{language}/{name}.pdf"], booklets[f"print/{language}/{name}-print.pdf"]
    )
    assert found == [[n] for n in range(1, len(found) + 1)]


def test_the_comparison_sees_a_page_that_is_one_millimetre_off(booklets):
    """The test above would be worth nothing if it never failed."""
    page = picture(pypdfium2.PdfDocument(booklets["print/da/tea-booklet.pdf"]), 3)
    assert difference(page, page) == 0
    assert difference(ImageChops.offset(page, SCALE, 0), page) > 0.001


@pytest.mark.parametrize("parts", [1, 5, 10])
def test_any_number_of_sheets_folds_right(tmp_path, parts):
    """One sheet, two, four: notes fill up, never a page too many."""
    build = _changed(tmp_path, _repeated(parts))
    _make(build, "da", "tea-easy-booklet")
    assert build.problems == []
    place = "print/da/tea-easy-booklet"
    found = folded_and_read(build.files[f"{place}.pdf"], build.files[f"{place}-print.pdf"])
    assert found == [[n] for n in range(1, len(found) + 1)]
    assert len(found) == {1: 4, 5: 8, 10: 16}[parts]


def test_the_print_copy_asks_for_both_sides_at_full_size(booklets, language):
    """A4 on its side, flipped on the short edge, and plainly named."""
    path = booklets[f"print/{language}/tea-booklet-print.pdf"]
    assert readback.sizes(path) == [(297, 210)] * 6
    with pikepdf.open(path) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/DuplexFlipShortEdge")
        named = {"sv": "för utskrift", "da": "til print", "en": "for printing"}[language]
        assert str(pdf.docinfo.Title).endswith(named)


# Easy read.


def test_easy_read_is_set_in_fourteen_points(booklets, language):
    """All that is read, field labels too; only the imprint, with its code's words, is small."""
    path = booklets[f"print/{language}/tea-easy-booklet.pdf"]
    small = {}
    for page, letter, size in letters(path):
        if size < 13.99:
            small[page] = small.get(page, "") + letter
    edition = {"sv": "utgåva", "da": "udgave", "en": "edition"}[language] + "2026-01-02"
    code, sources = {
        "sv": ("Ärpappretaktuellt?Skannakoden.Kapitlet:", "Källor"),
        "da": ("Nyesteudgave?Scankoden.Kapitlet:", "Kilder"),
        "en": ("Isthisuptodate?Scanthecode.Thechapter:", "Sources"),
    }[language]
    imprint = f"tea-easy-booklet·{edition}·{sources}:Utgivare"
    assert small == {
        0: f"Slingan·{edition}",
        7: f"{code}slingan.example/k/201/{imprint}",
    }


def test_easy_read_keeps_the_authors_lines(booklets, language):
    """A line of theirs is a line of print, 55 characters at the most."""
    found = pages(booklets[f"print/{language}/tea-easy-booklet.pdf"])
    lines = {
        "sv": ["Te är en varm dryck.", "Du väljer själv", "om du vill ha te."],
        "da": ["Te er en varm drik.", "Du vælger selv,", "om du vil have te."],
        "en": ["Tea is a hot drink.", "You choose", "if you want tea."],
    }[language]
    assert found[2][2:5] == lines
    assert all(len(line) <= 55 for page in found[2:4] for line in page)


def test_a_wide_easy_line_is_still_one_line(tmp_path):
    """The longest line that is let through is not broken, in a list neither."""
    long = "Te er en varm drik, som man kan dele med en ven."
    build = _changed(
        tmp_path, {"da": [("Te er en varm drik.", long), ("- Kog vand.", f"- {long}")]}
    )
    _make(build, "da", "tea-easy-booklet")
    assert build.problems == []
    found = pages(build.files["print/da/tea-easy-booklet.pdf"])
    assert long in found[2]
    assert f"• {long}" in found[3]


TOO_WIDE = [
    ("Te er en varm drik.", "Te er EN MEGET VARM DRIK, SOM VI ALLE HOLDER AF.", "0", "what"),
    ("- Vent lidt.", "- VENT LIDT, TIL VANDET HOLDER OP MED AT BOBLE.", "1", "list"),
    ("Te er en varm drik.", "il " * 18 + "il", "0", "56 thin letters"),
]


@pytest.mark.parametrize(
    ("old", "new", "part"), [case[:3] for case in TOO_WIDE], ids=[c[3] for c in TOO_WIDE]
)
def test_a_line_too_long_for_easy_read_is_named(tmp_path, old, new, part):
    """File, line, language and which text."""
    build = _changed(tmp_path, {"da": [(old, new)]})
    _make(build, "da", "tea-easy-booklet")
    (problem,) = build.problems
    assert problem.path == "docs/da/starter-pack/booklet.md"
    assert problem.field == f"printables.1.parts.{part}.text"
    source = build.library.entries["da", "starter-pack/booklet"].source
    assert problem.line == source.line(("printables", 1, "parts", int(part), "text"))
    assert problem.line > 50
    assert "too wide for `text` of `tea-easy-booklet` (dansk)" in problem.message


def _changed(tmp_path, changes):
    project = make_workshop(tmp_path / "site", "booklet")
    for language, pairs in changes.items():
        path = project.docs / language / "starter-pack" / "booklet.md"
        replace_in(path, *pairs)
    return build_of(project)


def _make(build, language, name):
    build.make(*build.desks[language].printable(name))


def _repeated(parts):
    """Return changes that give the easy-read booklet that many parts."""
    part = '      - {kind: text, id: p%s, title: Te %s, text: "%s"}\n'
    made = "".join(
        part % (n, n, r"- Te och kaka till alla gäster\n" * (n + 1)) for n in range(parts)
    )
    changes = {}
    for language in LANGUAGES:
        path = WORKSHOP / f"docs/{language}/starter-pack/booklet.md"
        text = path.read_text(encoding="utf-8")
        old = text[text.index("      - kind: text\n        id: what") : text.rindex("---\n")]
        changes[language] = [(old, made)]
    return changes
