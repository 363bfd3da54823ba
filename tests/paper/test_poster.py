"""Finished posters, read back."""

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import yaml
from PIL import Image, ImageChops

import readback
from press.paper.inspect import Wanted, faults, qr_codes
from small_site import WORKSHOP, build_of, make_workshop, replace_in

NAMES = ["tea-poster", "tea-ring", "tea-tables"]
SCALE = 4  # pixels to a millimetre
PART = (1535, 2150)  # what a sheet shows, in tenths of a millimetre
START = (round((2100 - PART[0]) / 2), round((2970 - PART[1]) / 2))
OVERLAP = 100
COLOPHON = {
    "sv": "Är pappret aktuellt? Skanna koden. Kapitlet: slingan.example/k/201/ "
    "{name} · utgåva 2026-01-02 · Källor: Utgivare",
    "da": "Nyeste udgave? Scan koden. Kapitlet: slingan.example/k/201/ "
    "{name} · udgave 2026-01-02 · Kilder: Utgivare",
    "en": "Is this up to date? Scan the code. The chapter: slingan.example/k/201/ "
    "{name} · edition 2026-01-02 · Sources: Utgivare",
}


@pytest.fixture(scope="module")
def posters(workshop):
    """The workshop's posters: files by place."""
    return workshop("poster").files


def picture(path, page=0):
    """Return a page in grey, SCALE pixels to a millimetre.

    PDFium rounds the number of pixels up and stretches the page over them; a hair less than SCALE
    gives whole millimetres their pixels without that.
    """
    sheet = pypdfium2.PdfDocument(path)[page]
    return sheet.render(scale=SCALE * 25.4 / 72 * 0.9995, grayscale=True).to_pil()


def letters(path):
    """Return (letter, size in points) of all that stands on the first page."""
    text = pypdfium2.PdfDocument(path)[0].get_textpage()
    return [
        (text.get_text_range(n, 1), pdfium.FPDFText_GetFontSize(text, n))
        for n in range(text.count_chars())
        if text.get_text_range(n, 1).strip()
    ]


def in_pixels(*tenths):
    return tuple(round(number * SCALE / 10) for number in tenths)


@pytest.mark.parametrize("name", NAMES)
def test_a_poster_is_one_tagged_page_of_a3(posters, language, name):
    """An independent checker agrees that it is PDF/UA-1."""
    path = posters[f"print/{language}/{name}.pdf"]
    assert readback.sizes(path) == [(297, 420)]
    assert readback.breaches(path) == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_the_title_and_the_points(posters, language, name):
    """One heading of level 1, and one below it for each point."""
    points = {"tea-poster": 4, "tea-ring": 3, "tea-tables": 2}[name]
    path = posters[f"print/{language}/{name}.pdf"]
    assert readback.headings(path) == ["/H1", *["/H2"] * points]


@pytest.mark.parametrize("name", NAMES)
def test_all_but_the_colophon_can_be_read_from_two_metres(posters, language, name):
    """24 points at the least, and 72 for the title; the colophon stands last, 12 points and no less."""
    found = letters(posters[f"print/{language}/{name}.pdf"])
    small = [n for n, (_, size) in enumerate(found) if size < 23.99]
    text = "".join(letter for letter, _ in found)
    colophon = "".join("".join(COLOPHON[language].format(name=name)).split())
    assert text[small[0] :] == colophon
    assert small == list(range(small[0], len(found)))
    assert all(size > 11.99 for _, size in found[small[0] :])
    assert max(size for _, size in found) >= 72
    title = {"sv": "Teifyrasteg", "da": "Teifiretrin", "en": "Teainfoursteps"}[language]
    if name == "tea-poster":
        assert text.startswith(title)
        assert all(size >= 72 for _, size in found[: len(title)])


def test_points_have_numbers_unless_they_are_left_out(posters):
    """The numbers stand at the points, and in the drawing of a loop."""
    assert readback.text(posters["print/en/tea-poster.pdf"]).count("3") >= 2
    found = letters(posters["print/en/tea-tables.pdf"])
    assert not any(letter.isdigit() for letter, size in found if size > 20)


def test_the_poster_leads_to_its_edition_and_its_chapter(posters, language):
    """The QR code is read from the page as it is printed; the chapter's short address is read by eye."""
    address = f"https://slingan.example/p/tea-poster/{language}/2026-01-02/"
    for name, cut in (("tea-poster", False), ("tea-poster-tiles", True)):
        data = posters[f"print/{language}/{name}.pdf"].read_bytes()
        assert faults(data, Wanted(addresses=frozenset([address]), part_of_page=cut)) == []
        assert qr_codes(data) == [address]
    whole = posters[f"print/{language}/tea-poster.pdf"]
    assert readback.text(whole).count("slingan.example/k/201/") == 1
    assert readback.links(whole) == ["https://slingan.example/k/201/"]


@pytest.mark.parametrize("name", NAMES)
def test_four_sheets_put_together_are_the_poster(posters, name):
    """At real size, each later sheet laid on the earlier ones, nothing is lost and nothing is added."""
    whole = picture(posters[f"print/da/{name}.pdf"])
    tiles = posters[f"print/da/{name}-tiles.pdf"]
    assert readback.sizes(tiles) == [(210, 297)] * 4
    made = Image.new("L", whole.size, 128)
    for n in range(4):
        row, column = divmod(n, 2)
        corner = in_pixels(*START, START[0] + PART[0], START[1] + PART[1])
        part = picture(tiles, n).crop(corner)
        step = in_pixels(PART[0] - OVERLAP, PART[1] - OVERLAP)
        made.paste(part, (column * step[0], row * step[1]))
    assert share_of_difference(made, whole) < 0.001


def share_of_difference(a, b):
    """Return how many of the pixels differ; edges of letters may be off by half a pixel."""
    wide, high = a.size
    small = (wide // 4, high // 4)
    apart = ImageChops.difference(a.resize(small, Image.BOX), b.resize(small, Image.BOX))
    strong = apart.point(lambda value: 255 if value > 48 else 0)
    return strong.histogram()[255] / (small[0] * small[1])


def test_the_comparison_sees_a_sheet_that_is_one_millimetre_off(posters):
    """The test above would be worth nothing if it never failed."""
    whole = picture(posters["print/da/tea-poster.pdf"])
    assert share_of_difference(ImageChops.offset(whole, SCALE, 0), whole) > 0.001


def test_where_sheets_meet_both_show_the_same_ten_millimetres(posters):
    """A cut that goes a little wrong leaves no white gap."""
    tiles = posters["print/da/tea-poster-tiles.pdf"]
    x, y = START
    right_edge = (x + PART[0] - 90, y + 200, x + PART[0] - 10, y + 1500)
    left = picture(tiles, 0).crop(in_pixels(*right_edge))
    shift = PART[0] - OVERLAP
    again = (right_edge[0] - shift, right_edge[1], right_edge[2] - shift, right_edge[3])
    right = picture(tiles, 1).crop(in_pixels(*again))
    assert left.size == right.size
    assert share_of_difference(left, right) < 0.002


def test_sheets_say_where_they_belong_and_how_to_print_them(posters, language):
    """Row and column in the margin, full size, one side."""
    path = posters[f"print/{language}/tea-poster-tiles.pdf"]
    row, column = {
        "sv": ("Rad", "kolumn"),
        "da": ("Række", "kolonne"),
        "en": ("Row", "column"),
    }[language]
    for n, sheet in enumerate(pypdfium2.PdfDocument(path)):
        words = sheet.get_textpage().get_text_bounded()
        assert f"{row} {n // 2 + 1}, {column} {n % 2 + 1}" in words
    with pikepdf.open(path) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/Simplex")


def test_every_sheet_keeps_five_millimetres_free(posters):
    """Most office printers cannot print nearer to the edge."""
    for n in range(4):
        sheet = picture(posters["print/sv/tea-poster-tiles.pdf"], n)
        edge = 5 * SCALE - 1
        sheet.paste(255, (edge, edge, sheet.width - edge, sheet.height - edge))
        assert sheet.getextrema() == (255, 255)


def problems_of(root, language, *changes):
    """Return the problems when parts of one language's text are replaced."""
    project = make_workshop(root / "site", "poster")
    path = project.docs / language / "starter-pack" / "poster.md"
    replace_in(path, *changes)
    build = build_of(project)
    for entry, printable in build.library.printables(language):
        if printable.kind == "poster":
            build.make(entry, printable)
    return build.problems


def test_too_much_text_names_the_points_it_stands_in(tmp_path):
    """File, line, field and language; the point that is short is not named."""
    text = WORKSHOP / "docs/da/starter-pack/poster.md"
    first = yaml.safe_load(text.read_text(encoding="utf-8").split("---")[1])["printables"][0]
    long = "Ord der tager meget plads på arket, " * 3
    changes = [(f"title: {first['title']}", f"title: {'Te til alle i fire små trin her ' * 2}")]
    changes.append((f"lead: {first['lead']}", f"lead: {long}"))
    for point in first["points"][:3]:
        changes.append(
            (f"title: {point['title']}\n", "title: Et trin med mange ord om den gode te\n")
        )
        changes.append((f"text: {point['text']}", f"text: {long}"))
    found = problems_of(tmp_path, "da", *changes)
    assert [problem.field for problem in found] == [f"printables.0.points.{n}" for n in range(3)]
    for problem in found:
        assert problem.path == "docs/da/starter-pack/poster.md"
        assert problem.line > 1
        assert "too tall" in problem.message
        assert "dansk" in problem.message


def test_text_that_is_a_third_longer_is_set_smaller(tmp_path):
    """Danish and English run longer than Swedish; the poster gives way before it stops."""
    longer = (
        ("Hæld vand i kedlen og vent.", "Hæld en god liter vand i kedlen og vent lidt."),
        ("Drik med den, du kan lide.", "Drik teen sammen med den, du bedst kan lide."),
    )
    assert problems_of(tmp_path, "da", *longer) == []


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("title: Te i fire trin", f"title: {'Tesmagningsforening' * 2}", "title"),
        ("title: Kog\n", f"title: {'Tekogning' * 4}\n", "points.0"),
        ("lead: Alle kan koge te.", f"lead: {'tekogning' * 9}", "lead"),
    ],
    ids=["title", "point", "lead"],
)
def test_a_word_too_long_for_its_line_is_named(tmp_path, old, new, field):
    """A word is not divided, so it must fit."""
    found = problems_of(tmp_path, "da", (old, new))
    assert [problem.field for problem in found] == [f"printables.0.{field}"]
    assert "too wide" in found[0].message
