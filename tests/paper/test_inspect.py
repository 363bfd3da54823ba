"""Finished paper with one thing wrong at a time: each is seen, and named with its page."""

import io

import pikepdf
import pytest
import segno
from PIL import Image

from press.paper.inspect import Wanted, faults, first_page, page_count, qr_codes, unread_codes
from press.paper.make import Job, Press
from press.paper.typeset import Unsettable, set_pdf
from press.render.desk import qr
from small_site import make_small

ADDRESS = "https://slingan.example/method-guide/tea/"
HEAD = '#set document(title: "x")\n#set text(font: "Atkinson Hyperlegible", size: 12pt)\n'


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A project to draw in."""
    return make_small(tmp_path_factory.mktemp("inspect") / "small")


@pytest.fixture
def draw(room):
    """Return the PDF of a few lines of Typst; tagged ones are PDF/UA-1."""

    def make(text, tagged=False, data=None):
        template = room.look / "print" / "trial.typ"
        template.write_text(HEAD + text, encoding="utf-8")
        return set_pdf(room.root, template, data or {}, tagged)

    return make


@pytest.fixture
def press(small):
    """Return what the press says of a few lines of Typst: the file, or its objection."""

    def make(text, data=None, **wanted):
        (small.look / "print" / "trial.typ").write_text(HEAD + text, encoding="utf-8")
        return Press(small).file(Job("trial.typ", data or {}, tagged=False, **wanted))

    return make


def picture(project, pixels):
    path = project.docs / "assets" / "dots.png"
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (pixels, pixels), "#14506b").save(path)


def test_good_paper_has_no_faults(draw):
    """The checks find nothing where nothing is wrong."""
    assert faults(draw("= Tea\n\nCome and drink.", tagged=True), Wanted(tagged=True)) == []


@pytest.mark.parametrize(
    "edge", ["top + left, dx: -90mm", "top + right, dx: 85mm", "bottom, dy: 26mm"]
)
def test_words_outside_the_paper_are_seen(draw, edge):
    """Words that leave the sheet at any side are lost to the reader."""
    found = faults(draw(f"Inside.\n#place({edge})[Lost words]"), Wanted())
    assert [fault for fault in found if "stands outside the paper" in fault], found
    assert found[0].startswith("page 1: ")


def test_words_over_each_other_are_seen(draw):
    """Two boxes that overlap print one text over the other."""
    text = "#place(top)[Brew the tea slowly]\n#place(top, dx: 2mm)[Drink it while it is hot]"
    (found,) = faults(draw(text), Wanted())
    assert found.startswith("page 1: “")
    assert "Brew" in found
    assert found.endswith(" are printed over each other")


def test_lines_that_only_touch_are_no_fault(draw):
    """Tight lines and raised marks are read without trouble."""
    text = "#set par(leading: 0.3em)\nBrew the tea#super[D6] slowly\\ and drink it#super[D7] hot"
    assert faults(draw(text), Wanted()) == []


@pytest.mark.parametrize(("pixels", "fine"), [(780, False), (800, True)])
def test_a_picture_of_too_few_pixels_is_seen(room, draw, pixels, fine):
    """200 dots an inch at the size it is printed in, here 100 mm."""
    picture(room, pixels)
    found = faults(draw('#image("/docs/assets/dots.png", width: 100mm)'), Wanted())
    assert (found == []) is fine
    assert fine or "a picture has 198 dots per inch, 200 at the least" in found[0]


def test_a_missing_picture_stops_the_press(press):
    """A hole where a picture should be is no paper."""
    with pytest.raises(Unsettable, match="file not found"):
        press('#image("/docs/assets/gone.png", alt: "x")')


@pytest.mark.parametrize(("pages", "fine"), [(3, False), (4, True), (5, False), (8, True)])
def test_sheets_to_fold_have_pages_by_four(draw, pages, fine):
    """A booklet of seven pages cannot be stapled."""
    data = draw("#pagebreak()\n".join(f"Page {n}\n" for n in range(pages)))
    assert page_count(data) == pages
    expected = [] if fine else [f"has {pages} pages, which is no multiple of 4"]
    assert faults(data, Wanted(pages_by=4)) == expected


def code(side="25mm", address=ADDRESS):
    return qr(address, "Tea")[
        "svg"
    ], f'#image(bytes(json(bytes(sys.inputs.data)).svg), format: "svg", width: {side})'


def test_a_qr_code_is_read_from_the_printed_pixels(draw):
    """What a phone would see leads where it should."""
    svg, text = code()
    assert faults(draw(text, data={"svg": svg}), Wanted(addresses=frozenset([ADDRESS]))) == []


def test_a_qr_code_too_small_to_read_is_seen(draw):
    """A code of 4 mm is a smudge."""
    svg, text = code(side="4mm")
    found = faults(draw(text, data={"svg": svg}), Wanted(addresses=frozenset([ADDRESS])))
    assert found == [f"the QR code for {ADDRESS} cannot be read from the printed page"]


def test_a_qr_code_without_its_light_edge_is_seen(draw):
    """Dark ground right up to the code hides where it begins."""
    svg, text = code()
    bare = f"box(clip: true, width: 19mm, height: 19mm, move(dx: -3mm, dy: -3mm, {text[1:]}))"
    dark = f"#rect(fill: black, inset: 20mm, {bare})"
    found = faults(draw(dark, data={"svg": svg}), Wanted(addresses=frozenset([ADDRESS])))
    assert found == [f"the QR code for {ADDRESS} cannot be read from the printed page"]


def test_a_micro_qr_code_is_none_of_ours(draw):
    """A page full of codes may look as if there were one between them; phones open none."""
    _, text = code()
    micro = segno.make_micro("4638").svg_inline(border=4, omitsize=True)
    page = draw(text, data={"svg": micro})
    assert qr_codes(page) == []


def test_a_qr_code_that_leads_elsewhere_is_seen(draw):
    """The right square with the wrong address is the worst of all."""
    svg, text = code(address="https://elsewhere.example/")
    found = faults(draw(text, data={"svg": svg}), Wanted(addresses=frozenset([ADDRESS])))
    assert found == [
        f"the QR code for {ADDRESS} cannot be read from the printed page",
        "a QR code leads to https://elsewhere.example/, which it should not",
    ]


@pytest.mark.parametrize(
    ("page", "place", "fine"),
    [
        ("width: 210mm, height: 297mm", "left", False),
        ("width: 297mm, height: 210mm", "left", True),
        ("width: 297mm, height: 210mm", "top", False),
        ("width: 210mm, height: 297mm", "top", True),
        ("width: 148mm, height: 210mm", "left", True),
    ],
)
def test_words_where_a_binder_has_its_holes_are_seen(draw, page, place, fine):
    """A4 is punched at the left, on its side at the top; other sizes are not punched."""
    side = {"left": "left: 10mm, top: 30mm", "top": "left: 30mm, top: 8mm"}[place]
    found = faults(draw(f"#set page({page}, margin: ({side}))\nWords"), Wanted(holes=True))
    expected = [] if fine else ["page 1: “Words” stands where the holes of a binder are"]
    assert found == expected


def test_paper_without_tags_is_no_reading_copy(draw):
    """A screen reader would find nothing in it."""
    found = faults(draw("= Tea"), Wanted(tagged=True))
    assert found
    assert all(fault.startswith("not PDF/UA-1: ") for fault in found)


def test_a_font_that_is_not_ours_is_seen(draw):
    """A fallback font is a sign that something is wrong with the text."""
    with pikepdf.open(io.BytesIO(draw("Tea"))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                thing.FontName = pikepdf.Name("/ABCDEF+Times-Roman")
        out = io.BytesIO()
        pdf.save(out)
    found = faults(out.getvalue(), Wanted())
    assert found == ["the font ABCDEF+Times-Roman is not the project's own"]


def test_an_unnamed_field_stops_the_press(press):
    """A screen reader could not say what to write there."""
    text = '#link("field:text:room", box(width: 30mm, height: 8mm))'
    with pytest.raises(Unsettable, match="the form field `room` has no label"):
        press(text, data={"labels": {}})


def test_what_is_wrong_is_never_kept(small, press):
    """The store holds whole and good documents only."""
    with pytest.raises(Unsettable, match="outside the paper"):
        press("#place(top + left, dx: -90mm)[Lost words]")
    assert list(small.store.rglob("*.pdf")) == []


def test_the_picture_of_a_page_has_the_asked_size(draw):
    """Its longer side counts; the other follows."""
    image = Image.open(io.BytesIO(first_page(draw('#set page(paper: "a5")\nTea'), 400)))
    assert max(image.size) == 400
    assert image.size[0] / image.size[1] == pytest.approx(148 / 210, abs=0.01)


def test_a_picture_whose_code_cannot_be_read_is_not_kept(small):
    """A slide is read back before it is kept, as paper is."""
    (small.look / "print" / "trial.typ").write_text(
        "#set page(width: 300pt, height: 300pt)\n#let data = json(bytes(sys.inputs.data))\n"
        '#image(bytes(data.code.svg), format: "svg", width: eval(data.side))',
        encoding="utf-8",
    )
    press = Press(small)

    def drawn(side):
        return press.card(
            Job("trial.typ", {"code": qr(ADDRESS, "Tea"), "side": side}, tagged=False)
        )

    made = drawn("200pt").read_bytes()
    assert unread_codes(made, frozenset({ADDRESS})) == []
    assert unread_codes(made, frozenset({ADDRESS, "https://a.example/"})) == ["https://a.example/"]
    with pytest.raises(Unsettable, match=f"its QR code for {ADDRESS} cannot be read"):
        drawn("12pt")
