"""Finished printables, read back."""

import pikepdf
import pypdfium2
import pytest

import readback
from press.paper.inspect import qr_codes
from press.paper.make import Job, Press
from press.paper.typeset import Unsettable

TAGGED = ["tea-list.pdf", "tea-leaflet.pdf"]


@pytest.mark.parametrize("name", TAGGED)
def test_reading_copies_are_pdf_ua(printed, language, name):
    """An independent checker agrees that each reading copy is PDF/UA-1."""
    assert readback.breaches(printed.files[f"print/{language}/{name}"]) == []


@pytest.mark.parametrize("name", TAGGED)
def test_reading_copies_say_title_and_language(printed, language, name):
    """A reader program shows the title, a screen reader picks the voice."""
    with pikepdf.open(printed.files[f"print/{language}/{name}"]) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        titles = {"sv": "Te", "da": "Te", "en": "Tea"}
        assert str(pdf.docinfo.Title).startswith(titles[language])


@pytest.mark.parametrize("name", [*TAGGED, "tea-leaflet-print.pdf"])
def test_only_our_typeface_is_used(printed, language, name):
    """No fallback font sneaks in."""
    names = readback.fonts(printed.files[f"print/{language}/{name}"])
    assert names
    assert all(name.startswith("AtkinsonHyperlegible") for name in names)


@pytest.mark.parametrize("name", [*TAGGED, "tea-leaflet-print.pdf"])
def test_every_paper_says_where_it_comes_from(printed, language, name):
    """Id, edition, source note and the chapter's short address; the code says id and edition too."""
    file = printed.files[f"print/{language}/{name}"]
    text = readback.text(file)
    printable = name.removesuffix(".pdf").removesuffix("-print")
    assert printable in text
    assert "2026-01-02" in text
    assert "Utgivare" in text
    assert text.count("slingan.example/k/101/") == 1
    assert "method-guide" not in text
    address = f"https://slingan.example/p/{printable}/{language}/2026-01-02/"
    assert qr_codes(file.read_bytes()) == [address]


@pytest.mark.parametrize("name", TAGGED)
def test_the_address_on_a_reading_copy_is_a_link(printed, language, name):
    """Whoever reads on a screen comes to where the printed address says."""
    file = printed.files[f"print/{language}/{name}"]
    assert readback.links(file) == ["https://slingan.example/k/101/"]


def test_the_checklist_is_a4_with_all_its_items(printed):
    """Paper holds the same items as the page, with role, time and note."""
    path = printed.files["print/da/tea-list.pdf"]
    text = readback.text(path)
    assert readback.sizes(path) == [(210, 297)]
    assert readback.headings(path) == ["/H1", "/H2", "/H2"]
    for words in ("Kog vand.", "1 dag før", "vejlederne", "Mindst en liter.", "2 uger efter"):
        assert words in text


def test_the_reading_copy_of_a_folder_has_one_panel_a_page(printed):
    """Cover, inside 1-3, flap, back: a screen needs no unfolding."""
    path = printed.files["print/en/tea-leaflet.pdf"]
    document = pypdfium2.PdfDocument(path)
    firsts = [sheet.get_textpage().get_text_bounded().split("\n")[0].strip() for sheet in document]
    assert firsts == ["Tea?", "What", "How", "Then", "You choose", "Who"]
    assert [width for width, _ in readback.sizes(path)] == [100, 100, 100, 97, 97, 100]
    assert readback.headings(path) == ["/H1", *["/H2"] * 5]


def test_the_print_copy_of_a_folder_has_its_panels_where_folding_needs_them(printed):
    """Outside: flap, back, cover. Inside: 1, 2, 3. The flap is the narrow one."""
    path = printed.files["print/en/tea-leaflet-print.pdf"]
    assert readback.sizes(path) == [(297, 210), (297, 210)]
    document = pypdfium2.PdfDocument(path)
    thirds = [(0, 97), (97, 197), (197, 297)], [(0, 100), (100, 200), (200, 297)]
    found = []
    for sheet, places in zip(document, thirds, strict=True):
        words = sheet.get_textpage()
        for left, right in places:
            box = [left * 72 / 25.4, 0, right * 72 / 25.4, 600]
            found.append(words.get_text_bounded(*box).strip())
    expected = ["You choose", "Who", "Tea?", "What", "How", "Then"]
    assert [text[: len(title)] for text, title in zip(found, expected, strict=True)] == expected


def test_the_print_copy_asks_to_be_printed_so_that_it_can_be_folded(printed, language):
    """Both sides, flipped on the short edge, at full size; and it is plainly named."""
    with pikepdf.open(printed.files[f"print/{language}/tea-leaflet-print.pdf"]) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == "/DuplexFlipShortEdge"
        named = {"sv": "för utskrift", "da": "til print", "en": "for printing"}[language]
        assert str(pdf.docinfo.Title).endswith(named)


def test_the_same_input_gives_the_same_bytes(printed, small):
    """Two builds in two places make the same files."""
    from press.build import Build, check

    again = Build(small, check(small))
    again.make_printables()
    assert again.press.made > 0
    for place, path in printed.files.items():
        assert again.files[place].read_bytes() == path.read_bytes(), place


def test_a_second_build_draws_nothing_anew(printed):
    """What was drawn before comes from the store."""
    from press.build import Build, check

    again = Build(printed.project, check(printed.project))
    again.make_printables()
    assert again.press.made == 0


def test_a_changed_template_draws_anew(small):
    """The store's names follow the looks too."""
    job = Job("checklist.typ", {"title": "x"})
    before = Press(small)._name(job, "pdf")
    template = small.look / "print" / "checklist.typ"
    template.write_text(template.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert Press(small)._name(job, "pdf") != before


def test_a_template_cannot_read_outside_the_project(small):
    """Typst reads below its root only."""
    (small.look / "print" / "evil.typ").write_text('#read("../../../../etc/passwd")')
    with pytest.raises(Unsettable):
        Press(small).file(Job("evil.typ", {}, tagged=False))


def test_a_font_of_another_family_is_never_let_through(small):
    """Typst has no fallback here: a text in another font is an error, not a surprise."""
    (small.look / "print" / "other.typ").write_text(
        '#set document(title: "x")\n#set text(font: "DejaVu Sans", fallback: true)\nHello'
    )
    path = Press(small).file(Job("other.typ", {}, tagged=False))
    assert all(name.startswith("Atkinson") for name in readback.fonts(path))
