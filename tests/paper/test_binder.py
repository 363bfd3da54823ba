"""Finished binders, read back: register, tabs with their documents behind them, spine labels."""

from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import readback
from press.build import Build, check
from press.paper.inspect import Wanted, faults
from press.project import LANGUAGES
from small_site import build_of, make_workshop, replace_in

MM = 72 / 25.4
TABS = {
    "sv": ["Börja här", "Listor", "Anteckningar"],
    "da": ["Begynd her", "Lister", "Noter"],
    "en": ["Begin here", "Lists", "Notes"],
}
TITLES = {
    "sv": ["Pärm om te", "Te på träffen", "Tepärm", "Telista"],
    "da": ["Ringbind om te", "Te på mødet", "Teringbind", "Teliste"],
    "en": ["Binder about tea", "Tea at the meeting", "Tea binder", "Tea list"],
}


@pytest.fixture(scope="module")
def binders(workshop):
    """The workshop's binder: files by place."""
    return workshop("binder").files


@pytest.fixture
def binder(binders, language):
    """The whole binder in one language."""
    return binders[f"print/{language}/tea-binder.pdf"]


def pages(path):
    """Return each page's lines of text."""
    return [
        [" ".join(line.split()) for line in sheet.get_textpage().get_text_bounded().splitlines()]
        for sheet in pypdfium2.PdfDocument(path)
    ]


def test_a_binder_is_pdf_ua_on_a4_in_our_typeface(binder):
    """An independent checker looks at the whole, with all that was joined into it."""
    assert readback.breaches(binder) == []
    assert set(readback.sizes(binder)) == {(210, 297)}
    assert readback.headings(binder)[0] == "/H1"
    assert all(font.startswith("Atkinson") for font in readback.fonts(binder))


def test_register_then_each_tab_with_its_documents(binder, language):
    """Chapters come before printables; a list that stands behind two tabs is there twice."""
    tabs, (title, tea, own, lists) = TABS[language], TITLES[language]
    expected = [title, tabs[0], tea, tabs[1], own, lists, tabs[2], lists]
    found = pages(binder)
    assert len(found) == len(expected)
    for lines, words in zip(found, expected, strict=True):
        assert words in lines[:4], lines


def test_the_register_names_all_that_lies_behind_the_tabs(binder, language):
    """In the order of the pages; what readers add themselves comes last."""
    register = "\n".join(pages(binder)[0])
    tabs, (_, tea, own, lists) = TABS[language], TITLES[language]
    adds = {
        "sv": ["Vår egen temeny", "Kvitton på te", "Nycklar till köket"],
        "da": ["Vores egen temenu", "Kvitteringer for te", "Nøgler til køkkenet"],
        "en": ["Our own tea menu", "Receipts for tea", "Keys to the kitchen"],
    }[language]
    order = [tea, adds[0], own, lists, *adds[1:], lists]
    at = 0
    for words in order:
        at = register.index(words, at) + 1
    assert all(words in register for words in tabs)


def test_the_outline_has_documents_below_their_tab(binder, language):
    """A click leads to the page."""
    document = pypdfium2.PdfDocument(binder)
    found = [(i.level, i.get_title(), i.get_dest().get_index()) for i in document.get_toc()]
    tabs, (title, tea, own, lists) = TABS[language], TITLES[language]
    assert found == [
        (0, title, 0), (0, tabs[0], 1), (1, tea, 2), (0, tabs[1], 3), (1, own, 4), (1, lists, 5),
        (0, tabs[2], 6), (1, lists, 7),
    ]  # fmt: skip


def test_lines_of_the_register_and_lists_behind_tabs_can_be_filled_in(binder):
    """Each has a name of its own, though one list is there twice, and says what it is."""
    with pikepdf.open(binder) as pdf:
        fields = [(str(field.T), str(field.TU)) for field in pdf.Root.AcroForm.Fields]
    names = dict(fields)
    items = ["field-room", "item-boil", "item-cups", "item-wash"]
    assert len(names) == len(fields)
    assert set(names) == {
        "chapter--first--tea", "own--first--1", "chapter--lists--binder",
        "printable--lists--tea-list", "own--lists--1", "own--lists--2",
        "printable--notes--tea-list", *(f"3-{n}" for n in items), *(f"4-{n}" for n in items),
    }  # fmt: skip


def test_a_line_of_the_register_says_its_tab_first(binders):
    """A screen reader user knows where the list is that can be ticked."""
    with pikepdf.open(binders["print/en/tea-binder.pdf"]) as pdf:
        names = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert names["printable--lists--tea-list"] == "Lists: Tea list"
    assert names["printable--notes--tea-list"] == "Notes: Tea list"
    assert names["own--first--1"] == "Begin here: Our own tea menu"


def is_white(thing):
    """Return whether an area is white, as the ground of a QR code is."""
    colour = [pdfium.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(thing, *colour)
    return [part.value for part in colour[:3]] == [255] * 3


def marks(path):
    """Return left, top, width and height in millimetres of the coloured areas of each page."""
    found = []
    for sheet in pypdfium2.PdfDocument(path):
        boxes = []
        for thing in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
            fill, stroke = pdfium.c_int(), pdfium.c_int()
            pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
            left, bottom, right, top = (side / MM for side in thing.get_bounds())
            if fill.value and not stroke.value and not is_white(thing):
                box = left, sheet.get_height() / MM - top, right - left, top - bottom
                boxes.append(tuple(round(side, 1) for side in box))
        found.append(boxes)
    return found


def test_each_tab_has_its_mark_a_step_lower(binder):
    """Seen from the side, no mark hides another; all keep clear of what printers cannot reach."""
    found = marks(binder)
    edge = [max(found[n], key=lambda box: box[0]) for n in (1, 3, 6)]
    for (left, top, wide, high), (_, below, *_) in pairwise(edge):
        assert below >= top + high
        assert left > 180
        assert left + wide <= 205
    assert all(max(box[0] for box in found[n]) < 180 for n in (0, 2, 5) if found[n])


def test_holes_are_kept_clear_on_every_page(binder):
    """Nothing is printed within 16 mm of the left edge, where the holes are punched."""
    for sheet in pypdfium2.PdfDocument(binder):
        image = sheet.render(scale=4 / MM, grayscale=True).to_pil()
        assert image.crop((0, 0, 16 * 4, image.height)).getextrema() == (255, 255)


def test_words_where_the_holes_are_would_be_a_fault(binder, tmp_path):
    """The inspection that every binder goes through sees a word moved five millimetres left."""
    wanted = Wanted(tagged=True, holes=True)
    assert faults(binder.read_bytes(), wanted) == []
    with pikepdf.open(binder) as pdf:
        page = pdf.pages[1]
        page.contents_add(b"q 1 0 0 1 -28 0 cm", prepend=True)
        page.contents_add(b"Q")
        pdf.save(tmp_path / "moved.pdf")
    found = faults((tmp_path / "moved.pdf").read_bytes(), wanted)
    assert any("page 2: " in f and "stands where the holes of a binder are" in f for f in found)
    assert not any("holes" in f for f in faults((tmp_path / "moved.pdf").read_bytes(), Wanted()))


def test_the_register_and_tabs_ask_for_nothing_of_the_printer(binder, binders, language):
    """The labels must be printed at full size, on one side."""
    with pikepdf.open(binders[f"print/{language}/tea-binder-spine.pdf"]) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/Simplex")
        named = {"sv": "för utskrift", "da": "til print", "en": "for printing"}[language]
        assert str(pdf.docinfo.Title).endswith(named)
    with pikepdf.open(binder) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences


def test_labels_are_forty_and_sixty_millimetres_wide(binders, language):
    """Measured on the paper: the bands at both ends, and the marks to cut at."""
    path = binders[f"print/{language}/tea-binder-spine.pdf"]
    assert readback.sizes(path) == [(210, 297)]
    bands = sorted(band for band in marks(path)[0] if band[2] > 20)  # not the QR code
    upper, lower = bands[::2], bands[1::2]
    assert [wide for _, _, wide, _ in upper] == [wide for _, _, wide, _ in lower] == [40, 40, 60]
    for (left, top, _, _), (again, below, _, high) in zip(upper, lower, strict=True):
        assert left == again
        assert below + high - top == pytest.approx(190, abs=0.2)
    ends = [(left, left + wide) for left, _, wide, _ in upper]
    assert all(a[1] < b[0] for a, b in pairwise(ends))
    assert ends[-1][1] <= 205
    drawn = strokes(path)
    code = max(drawn, key=lambda box: min(box[2:]))
    assert min(code[2:]) > 10
    cuts = [(left, top, high) for left, top, wide, high in drawn if wide < 1 < high]
    assert {round(left) for left, _, _ in cuts} == {x for both in ends for x in both}
    assert len(drawn) == 2 * len(cuts) + 1
    assert code[1] > max(top + high for _, top, high in cuts)


def strokes(path):
    """Return left, top, width and height in millimetres of what is drawn with a pen."""
    (sheet,) = pypdfium2.PdfDocument(path)
    found = []
    for thing in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        fill, stroke = pdfium.c_int(), pdfium.c_int()
        pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
        left, bottom, right, top = (side / MM for side in thing.get_bounds())
        if stroke.value:
            found.append((left, sheet.get_height() / MM - top, right - left, top - bottom))
    return found


def test_the_text_of_the_spine_stands_on_each_label(binders, language):
    """Read from below, in the middle of its label."""
    (sheet,) = pypdfium2.PdfDocument(binders[f"print/{language}/tea-binder-spine.pdf"])
    text = sheet.get_textpage()
    spine = {"sv": "Te på träffen", "da": "Te på mødet", "en": "Tea at the meeting"}[language]
    whole = text.get_text_range()
    found, at = [], whole.find(spine)
    while at >= 0:
        boxes = [text.get_charbox(at + n) for n in range(len(spine)) if spine[n] != " "]
        found.append((min(b[0] for b in boxes) / MM, max(b[2] for b in boxes) / MM))
        assert boxes[0][1] < boxes[-1][1]
        at = whole.find(spine, at + 1)
    assert len(found) == 3
    for (left, right), (start, wide) in zip(found, ((20, 40), (75, 40), (130, 60)), strict=True):
        assert start < left < right < start + wide
        assert (left + right) / 2 == pytest.approx(start + wide / 2, abs=3)


# What does not fit.


def changed(tmp_path, old, new, languages=("da",)):
    """Return a build of the workshop with another text in the binder."""
    project = make_workshop(tmp_path / "site", "binder")
    for language in languages:
        path = project.docs / language / "starter-pack" / "binder.md"
        replace_in(path, (old, new))
    build = build_of(project)
    build.make(*build.desks["da"].printable("tea-binder"))
    return build


@pytest.mark.parametrize("spine", ["WWWWWWWW WWWWWWWW", "Medarbejderrepræsentanter og te"])
def test_a_spine_text_too_long_for_its_label_is_named(tmp_path, spine):
    """File, line, language and by how much; also what is too wide for the broad label alone."""
    build = changed(tmp_path, "spine: Te på mødet", f"spine: {spine}")
    (problem,) = build.problems
    assert problem.path == "docs/da/starter-pack/binder.md"
    assert problem.field == "printables.0.spine"
    assert problem.line == 19
    assert "mm too wide for `spine` of `tea-binder` (dansk); shorten it" in problem.message


def test_what_the_author_is_told_is_enough(tmp_path):
    """A text shortened by as many millimetres as were told fits both labels."""

    def over(letters):
        spine = "W" * letters
        (tmp_path / spine).mkdir()
        found = changed(tmp_path / spine, "spine: Te på mødet", f"spine: {spine}").problems
        return float(found[0].message.split("the text is ")[1].split(" mm")[0]) if found else 0

    letter = over(20) - over(19)
    assert over(18 - round(over(18) / letter + 0.5)) == 0


def test_a_tab_with_more_than_a_page_of_lines_is_named(tmp_path):
    """Its sheet would be two, and all documents after it would lie behind the wrong one."""
    long = "own: [" + ", ".join(["TE OG KAGE " * 27] * 6) + "]"
    old = "        printables: [tea-list]\n---"
    build = changed(tmp_path, old, f"        {long}\n{old}", LANGUAGES)
    (problem,) = build.problems
    assert problem.field == "printables.0.tabs.2"
    assert "mm too tall for `tabs.2` of `tea-binder` (dansk)" in problem.message


def test_a_long_register_keeps_tabs_and_documents_together(tmp_path):
    """A register of two pages stands before the first tab, with its documents behind it still."""
    tabs = "".join(
        f"      - {{id: t{n}, title: Faneblad {n}, own: [{', '.join('abcdef')}]}}\n"
        for n in range(9)
    )
    old = "      - id: notes\n"
    build = changed(tmp_path, old, tabs + old, LANGUAGES)
    assert build.problems == []
    path = build.files["print/da/tea-binder.pdf"]
    document = pypdfium2.PdfDocument(path)
    found = {i.get_title(): (i.level, i.get_dest().get_index()) for i in document.get_toc()}
    assert found["Begynd her"] == (0, 2)
    assert found["Te på mødet"] == (1, 3)
    assert found["Faneblad 8"] == (0, 15)
    assert found["Noter"] == (0, 16)
    assert found["Teliste"] == (1, 17)
    assert len(document) == 18


def test_the_same_texts_give_the_same_binder(binders, tmp_path):
    """Two builds in two places make the same bytes."""
    project = make_workshop(tmp_path / "site", "binder")
    build = Build(project, check(project))
    build.make(*build.desks["sv"].printable("tea-binder"))
    assert build.press.made > 0
    for name in ("tea-binder.pdf", "tea-binder-spine.pdf"):
        place = f"print/sv/{name}"
        assert build.files[place].read_bytes() == binders[place].read_bytes()
