"""Finished cards, read back."""

import pikepdf
import pypdfium2
import pytest

import readback
from small_site import build_of, make_workshop, replace_in

MM = 72 / 25.4
TITLES = {
    "boil": ("Boil water", "When it boils"),
    "order": ("Order", "Served"),
    "question": ("Which tea do you like?", "Good to know"),
    "again": ("What tasted best?", "Good to know"),
}


@pytest.fixture(scope="module")
def cards(workshop):
    """The workshop's cards: files by place."""
    return workshop("cards").files


def quarters(path):
    """Return the text in each quarter of each page: upper left, upper right, lower left, lower right."""
    found = []
    for sheet in pypdfium2.PdfDocument(path):
        words = sheet.get_textpage()
        found.append(
            [
                " ".join(
                    words.get_text_bounded(
                        column * 105 * MM,
                        (1 - row) * 148.5 * MM,
                        (column + 1) * 105 * MM,
                        (2 - row) * 148.5 * MM,
                    ).split()
                )
                for row in (0, 1)
                for column in (0, 1)
            ]
        )
    return found


def fields(path):
    """Return each form field's name with what a screen reader says."""
    with pikepdf.open(path) as pdf:
        return [(str(field.T), str(field.TU)) for field in pdf.Root.AcroForm.Fields]


@pytest.mark.parametrize("name", ["tea-cards", "tea-signs"])
def test_the_reading_copy_is_tagged_a6(cards, language, name):
    """An independent checker agrees that it is PDF/UA-1."""
    path = cards[f"print/{language}/{name}.pdf"]
    assert set(readback.sizes(path)) in ({(105, 148)}, {(105, 149)})
    assert readback.breaches(path) == []


def test_each_card_is_read_front_then_back(cards):
    """One side a page; a card without a back of its own has the shared one."""
    document = pypdfium2.PdfDocument(cards["print/en/tea-cards.pdf"])
    found = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    expected = [title for sides in TITLES.values() for title in sides]
    assert len(found) == len(expected)
    for text, title in zip(found, expected, strict=True):
        assert title in text


def test_headings_are_the_set_its_cards_and_their_backs(cards, language):
    """The set's name once, then each front with its back below it."""
    path = cards[f"print/{language}/tea-cards.pdf"]
    assert readback.headings(path) == ["/H1", *["/H2", "/H3"] * 4]
    assert readback.headings(cards[f"print/{language}/tea-signs.pdf"]) == ["/H1", "/H2", "/H2"]


def test_field_names_are_unique_and_say_card_and_side(cards):
    """Two cards may ask for the same thing; a shared back is a field of its own on each card."""
    found = fields(cards["print/en/tea-cards.pdf"])
    assert dict(found) == {
        "order_front_name": "Order: Name",
        "order_front_sort": "Order: Sort and wishes",
        "order_front_milk": "Order: With milk",
        "order_back_name": "Served: Time",
        "question_back_note": "Which tea do you like?, Good to know: Remember",
        "again_back_note": "What tasted best?, Good to know: Remember",
    }
    assert len(found) == len(dict(found))


def test_fields_are_lines_areas_and_boxes(cards):
    """One line, several lines, and a box to tick where there are none."""
    with pikepdf.open(cards["print/en/tea-cards.pdf"]) as pdf:
        kinds = {
            str(field.T): (str(field.FT), int(field.get("/Ff", 0)) >> 12 & 1)
            for field in pdf.Root.AcroForm.Fields
        }
    assert kinds["order_front_name"] == ("/Tx", 0)
    assert kinds["order_front_sort"] == ("/Tx", 1)
    assert kinds["order_front_milk"] == ("/Btn", 0)


def test_every_back_lies_behind_its_front(cards):
    """Turned over the long edge, left and right change places; copies follow each other."""
    sheets = quarters(cards["print/en/tea-cards-print.pdf"])
    order = ["boil", "order", "order", "order", "question", "again", None, None]
    fronts = [*sheets[0], *sheets[2]]
    behind = [sheet[place] for sheet in (sheets[1], sheets[3]) for place in (1, 0, 3, 2)]
    assert len(sheets) == 4
    for card, front, back in zip(order, fronts, behind, strict=True):
        if card is None:
            assert (front, back) == ("", "")
        else:
            assert TITLES[card][0] in front
            assert TITLES[card][1] in back


def test_the_sheet_asks_to_be_turned_over_the_long_edge(cards, language):
    """At full size, or cuts go wrong."""
    path = cards[f"print/{language}/tea-cards-print.pdf"]
    assert readback.sizes(path) == [(210, 297)] * 4
    with pikepdf.open(path) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/DuplexFlipLongEdge")


def test_cards_without_backs_are_printed_on_one_side(cards, language):
    """Five cards are two sheets and no backs."""
    path = cards[f"print/{language}/tea-signs-print.pdf"]
    with pikepdf.open(path) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"
    host, guest = {"sv": ("Värd", "Gäst"), "da": ("Vært", "Gæst"), "en": ("Host", "Guest")}[
        language
    ]
    first, second = quarters(path)
    assert [
        name in text for text, name in zip(first, (host, guest, guest, guest), strict=True)
    ] == [True] * 4
    assert guest in second[0]
    assert second[1:] == ["", "", ""]


def test_nothing_stands_near_a_cut_or_the_edge_but_marks(cards):
    """8 mm from every cut are free of cards, 5 mm from the edge of everything."""
    for sheet in pypdfium2.PdfDocument(cards["print/sv/tea-cards-print.pdf"]):
        scale = 4
        page = sheet.render(scale=scale * 25.4 / 72, grayscale=True).to_pil()
        edge = page.copy()
        edge.paste(255, (20, 20, page.width - 20, page.height - 20))
        assert edge.getextrema() == (255, 255)
        for row in (0, 1):
            for column in (0, 1):
                left, top = column * 105 * scale, round(row * 148.5 * scale)
                inner = (left + 32, top + 32, left + 388, top + 562)
                page.paste(255, inner)
        # What is left are the marks along the cuts: thin, and in line with them.
        for x in range(page.width):
            for y in range(page.height):
                if page.getpixel((x, y)) < 200:
                    assert abs(x - 420) <= 2 or abs(y - 594) <= 2, (x / scale, y / scale)


def test_marks_show_where_to_cut(cards):
    """On fronts only: on backs, which never lie quite behind, they would be left over."""
    scale = 4
    document = pypdfium2.PdfDocument(cards["print/sv/tea-cards-print.pdf"])
    pages = [page.render(scale=scale * 25.4 / 72, grayscale=True).to_pil() for page in document]
    places = [(105, 7), (105, 290), (7, 148.5), (203, 148.5), (105, 148.5)]
    for n, page in enumerate(pages):
        for x, y in places:
            spot = (x * scale - 3, round(y * scale) - 3, x * scale + 3, round(y * scale) + 3)
            assert (page.crop(spot).getextrema()[0] < 200) == (n % 2 == 0)


def test_every_card_says_where_it_comes_from(cards, language):
    """Id, edition, sources and address, on its back or on its only side."""
    for name, pages in (("tea-cards", range(1, 8, 2)), ("tea-signs", range(2))):
        document = pypdfium2.PdfDocument(cards[f"print/{language}/{name}.pdf"])
        for n in pages:
            text = " ".join(document[n].get_textpage().get_text_bounded().split())
            for part in (name, "2026-01-02", "Utgivare"):
                assert part in text
            assert "slingan.example/k/201/" in text


def problems_of(root, language, old, new):
    """Return the problems when a part of one language's text is replaced."""
    project = make_workshop(root / "site", "cards")
    path = project.docs / language / "starter-pack" / "cards.md"
    replace_in(path, (old, new))
    build = build_of(project)
    for entry, printable in build.library.printables(language):
        if printable.kind == "cards":
            build.make(entry, printable)
    return build.problems


LONG = "Hæld vandet over bladene og vent i fire minutter, mens I taler sammen. " * 18


@pytest.mark.parametrize(
    ("old", "field"),
    [
        ("Hæld **koldt** vand op.", "cards.0.front"),
        ("Hæld på te.", "cards.0.back"),
        ("Peg, hvis du vil.", "cards.3.front"),
        ("Du må sige nej.", "back"),
    ],
)
def test_too_much_text_names_the_side(tmp_path, old, field):
    """File, line, field, millimetres and language; the shared back is named once."""
    found = problems_of(tmp_path, "da", old, LONG)
    assert [problem.field for problem in found] == [f"printables.0.{field}"]
    assert found[0].path == "docs/da/starter-pack/cards.md"
    assert found[0].line > 1
    assert "too tall" in found[0].message
    assert "dansk" in found[0].message


def test_a_word_wider_than_the_card_is_named(tmp_path):
    """A title is not divided."""
    found = problems_of(tmp_path, "da", "title: Kog vand", f"title: {'Tekogning' * 4}")
    assert [problem.field for problem in found] == ["printables.0.cards.0.front"]
    assert "too wide" in found[0].message


def test_more_text_is_set_smaller_on_all_fronts(tmp_path):
    """A third more text is no problem as long as a smaller size takes it."""
    assert (
        problems_of(tmp_path, "da", "Peg, hvis du vil.", "Peg, hvis du har lyst til det. " * 9)
        == []
    )
