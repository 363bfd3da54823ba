"""Every sheet carries a code that leads to the page of its edition; all are read back from the page."""

import io
import zipfile

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from press import qrcodes
from press.jobs import chapter_job
from press.paper.inspect import qr_codes
from press.project import LANGUAGES
from press.render.kinds import KINDS
from press.render.urls import printable_file

KINDS_TO_MAKE = sorted(set(KINDS) - {"checklist", "folder"})
SITE = "https://slingan.example/"
MM = 72 / 25.4


def copies(build, language):
    """Yield each PDF of a build's printables in a language, with the page that its code must lead to."""
    for _, printable in build.library.printables(language):
        for copy in KINDS[printable.kind].copies_of(printable):
            if copy.ending == "pdf":
                file = build.files[printable_file(language, printable, copy)]
                edition = printable.edition.isoformat()
                yield file, f"{SITE}p/{printable.id}/{language}/{edition}/"


def looked_at(build):
    found = [pair for language in LANGUAGES for pair in copies(build, language)]
    assert found
    for file, address in found:
        assert address in qr_codes(file.read_bytes()), file
        short = f"{SITE.removeprefix('https://')}k/"
        document = pypdfium2.PdfDocument(file)
        words = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
        # The pages of an imposed sheet are pictures; a picture of a page keeps its letters.
        assert short in words.replace("\r\n", ""), file


def test_the_checklist_and_the_leaflet(printed):
    """The reading copy, and the sheet that is folded."""
    looked_at(printed)


@pytest.mark.parametrize("kind", KINDS_TO_MAKE)
def test_every_other_kind(workshop, kind):
    """Booklet, poster on four sheets, cards cut out of one: each says its own edition."""
    looked_at(workshop(kind))


def test_every_card_carries_the_code(workshop):
    """They are parted by scissors and handed out one by one."""
    build = workshop("cards")
    sets = [p for _, p in build.library.printables("sv") if p.kind == "cards"]
    assert len(sets) == 2
    for printable in sets:
        file = build.files[f"print/sv/{printable.id}.pdf"]
        address = f"{SITE}p/{printable.id}/sv/{printable.edition}/"
        assert qr_codes(file.read_bytes()) == [address] * len(printable.cards)


def test_a_binder_carries_its_own_code_and_those_of_what_lies_in_it(workshop):
    """Each sheet can be taken out, and tells of itself."""
    build = workshop("binder", "worksheet", "letter")
    binder = next(p for _, p in build.library.printables("da") if p.kind == "binder")
    inside = [name for tab in binder.tabs for name in tab.printables]
    found = set(qr_codes(build.files[f"print/da/{binder.id}.pdf"].read_bytes()))
    for name in (binder.id, *inside):
        assert any(f"/p/{name}/da/" in address for address in found), name
    assert f"{SITE}k/101/da/" in found


def test_a_chapter_leads_to_its_number(printed):
    """In its language, so that a reader of the paper gets the same words."""
    for language in LANGUAGES:
        entry = printed.library.entries[language, "method-guide/tea"]
        made = printed.press.file(chapter_job(entry, printed.desks[language]))
        assert qr_codes(made.read_bytes())[:1] == [f"{SITE}k/101/{language}/"]


def codes_on(file):
    """Return the sides of codes in millimetres, as they are drawn on the first page that has one."""
    for sheet in pypdfium2.PdfDocument(file):
        scale = 300 / 72
        image = sheet.render(scale=scale, grayscale=True).to_pil()
        for code in zxingcpp.read_barcodes(image, zxingcpp.BarcodeFormat.QRCode):
            corner, across = code.position.top_left, code.position.top_right
            yield code, ((across.x - corner.x) / scale / MM), image
            return


def test_codes_are_large_enough_for_an_office_printer(printed, workshop):
    """A module of 0.4 mm, four light modules on every side, error correction M or better."""
    files = [file for file, _ in copies(printed, "sv")]
    for kind in ("cards", "poster", "booklet"):
        files += [file for file, _ in copies(workshop(kind), "sv")]
    for file in files:
        for code, side, image in codes_on(file):
            modules = qrcodes.modules(code.text) - 2 * qrcodes.QUIET
            assert side / modules >= 0.39, file
            assert code.ec_level in "MQH"
            _is_quiet(image, code, side / modules * MM * 300 / 72)


def _is_quiet(image, code, module):
    """Four modules beside the code, left of it and above it, are light."""
    corner = code.position.top_left
    for away in (1, 2, 3, 3.6):
        assert image.getpixel((round(corner.x - away * module), round(corner.y + module))) > 200
        assert image.getpixel((round(corner.x + module), round(corner.y - away * module))) > 200


def alts(file):
    """Return the alternative texts of a tagged PDF."""
    with pikepdf.open(file) as pdf:
        return [
            str(x.Alt) for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and "/Alt" in x
        ]


def test_a_screen_reader_says_what_a_code_is_for(printed):
    """In the paper's language, with the name of the paper."""
    said = alts(printed.files["print/en/tea-list.pdf"])
    assert said.count("QR code that shows whether this paper is up to date: Tea list") == 1
    danish = alts(printed.files["print/da/tea-leaflet.pdf"])
    assert any(
        text.startswith("QR-kode, der viser, om du har den nyeste udgave:") for text in danish
    )


def test_the_word_file_carries_the_code(workshop):
    """A letter that is printed from Word is paper like any other."""
    build = workshop("letter")
    letter = next(p for _, p in build.library.printables("sv") if p.kind == "letter")
    file = build.files[f"print/sv/{letter.id}.docx"]
    with zipfile.ZipFile(file) as packed:
        (name,) = [name for name in packed.namelist() if name.startswith("word/media/")]
        picture = Image.open(io.BytesIO(packed.read(name)))
        text = packed.read("word/document.xml").decode()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == f"{SITE}p/{letter.id}/sv/{letter.edition}/"
    assert 'descr="QR-kod som visar om pappret är aktuellt:' in text


def test_a_long_address_makes_a_larger_code():
    """Its modules stay as large as they must be."""
    short = qrcodes.modules(f"{SITE}p/tea/sv/2026-01-02/")
    long = qrcodes.modules(
        f"https://{'a' * 90}.example/slingan/p/conversation-binder/sv/2026-01-02/"
    )
    assert short < long
    assert 'width="' not in qrcodes.drawing(SITE)[:60]
