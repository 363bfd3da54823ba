"""Looks at a finished PDF with other eyes than those that made it, and says what is wrong.

Text and pixels are read by PDFium, QR codes by ZXing, tags by page-validation: none of them has a part
in the writing, so what they see is what a reader's programs see.
"""

from __future__ import annotations

import ctypes
import io
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image

_ALLOWED_FONT = "AtkinsonHyperlegible"
_MM = 72 / 25.4
MIN_DPI = 200  # at print size; below it edges look torn on an office printer
# Ours are of this one. ZXing calls micro codes QR codes too, and finds them between many codes on a page.
_QR = zxingcpp.BarcodeFormat.QRCodeModel2
QR_DPI = 150  # a phone sees no more than this of a sheet held at arm's length
HOLES = 16 * _MM  # ISO 838: centres 12 mm from the edge, 6 mm wide; one millimetre to spare

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(frozen=True)
class Wanted:
    """What a document must be.

    tagged: PDF/UA-1. addresses: what its QR codes must say. pages_by: the number of pages is a
    multiple of this. holes: nothing may stand where A4 is punched for a binder.
    part_of_page: the sheet shows a part of a larger page, whose words go on where it ends; they were
    looked at on that page.
    """

    tagged: bool = False
    addresses: frozenset[str] = frozenset()
    pages_by: int = 1
    holes: bool = False
    part_of_page: bool = False


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def first_page(data: bytes, pixels: int) -> bytes:
    """Return a PDF's first page as a WebP with that many pixels on its longer side."""
    document = pypdfium2.PdfDocument(data)
    try:
        leaf = document[0]
        image = leaf.render(scale=pixels / max(leaf.get_size())).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    # Flat colours and grey edges of letters: 32 colours look the same and are a fifth of the size;
    # lossless WebP takes a sixth less than PNG for them, and with loss twice as much.
    flat = image.convert("RGB").quantize(32, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    flat.convert("RGB").save(out, "WEBP", lossless=True, method=6)
    return out.getvalue()


def faults(data: bytes, wanted: Wanted) -> list[str]:
    """Return what is wrong with a PDF, each fault with its page; empty when all is well."""
    found = [f"the font {name} is not the project's own" for name in sorted(foreign_fonts(data))]
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        if count % wanted.pages_by:
            found.append(f"has {count} pages, which is no multiple of {wanted.pages_by}")
        for number in range(count):
            leaf = document[number]
            found += [f"page {number + 1}: {fault}" for fault in _page_faults(leaf, wanted)]
        if wanted.addresses:
            found += _qr_faults(document, wanted.addresses)
    finally:
        document.close()
    return found + (_tag_faults(data) if wanted.tagged else [])


def _page_faults(leaf: pypdfium2.PdfPage, wanted: Wanted) -> Iterator[str]:
    width, height = leaf.get_size()
    words = [] if wanted.part_of_page else list(_words(leaf))
    for text, (left, bottom, right, top) in words:
        if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
            yield f"“{_short(text)}” stands outside the paper"
        if wanted.holes and _in_the_holes(width, height, left, top):
            yield f"“{_short(text)}” stands where the holes of a binder are"
    for first, second in _collisions(words):
        yield f"“{_short(first)}” and “{_short(second)}” are printed over each other"
    yield from _picture_faults(leaf)


def _in_the_holes(width: float, height: float, left: float, top: float) -> bool:
    """Return whether a text begins where A4 is punched: at the left, on its side at the top."""
    short, long = sorted((width, height))
    if abs(short - 210 * _MM) > 2 or abs(long - 297 * _MM) > 2:
        return False
    return left < HOLES if width == short else top > height - HOLES


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _words(leaf: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    """Yield each piece of a line of text with the box of its letters."""
    page = leaf.get_textpage()
    for n in range(page.count_rects()):
        box = page.get_rect(n)
        text = page.get_text_bounded(*box).strip()
        if text:
            yield text, box


def _collisions(words: list[tuple[str, Box]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of texts that cover each other; raised marks touch their neighbours a little."""
    order = sorted(words, key=lambda word: -word[1][3])
    for n, (text, box) in enumerate(order):
        for other, theirs in order[n + 1 :]:
            if theirs[3] < box[1]:
                break
            if _covered(box, theirs) > 0.35:
                yield text, other


def _covered(a: Box, b: Box) -> float:
    """Return how much of the smaller box the other covers, from 0 to 1."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    smaller = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return wide * high / smaller if smaller else 0.0


def _picture_faults(leaf: pypdfium2.PdfPage) -> Iterator[str]:
    for thing in leaf.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=6):
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(thing, wide, high)
        left, bottom, right, top = thing.get_bounds()
        for pixels, side in ((wide.value, right - left), (high.value, top - bottom)):
            dpi = pixels / (side / 72) if side > 0 else MIN_DPI
            if dpi < MIN_DPI:
                yield (
                    f"a picture has {dpi:.0f} dots per inch, {MIN_DPI} at the least: "
                    f"use one of more pixels, or show it smaller"
                )
                break


def qr_codes(data: bytes) -> list[str]:
    """Return what the QR codes of a PDF say, page by page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return list(_qr_codes(document))
    finally:
        document.close()


def _qr_codes(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(len(document)):
        image = document[number].render(scale=QR_DPI / 72, grayscale=True).to_pil()
        for code in zxingcpp.read_barcodes(image, _QR):
            yield code.text


def _qr_faults(document: pypdfium2.PdfDocument, wanted: frozenset[str]) -> Iterator[str]:
    seen = set(_qr_codes(document))
    for address in sorted(wanted - seen):
        yield f"the QR code for {address} cannot be read from the printed page"
    for address in sorted(seen - wanted):
        yield f"a QR code leads to {address}, which it should not"


def unread_codes(png: bytes, wanted: frozenset[str]) -> list[str]:
    """Return the addresses among those wanted that no QR code of a picture says, in order."""
    with Image.open(io.BytesIO(png)) as image:
        found = zxingcpp.read_barcodes(image.convert("L"), _QR)
    return sorted(wanted - {code.text for code in found})


def foreign_fonts(data: bytes) -> set[str]:
    """Return the names of fonts in a PDF that are not the project's own or are not embedded."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/FontDescriptor":
                continue
            name = str(thing.get("/FontName", "?")).lstrip("/")
            embedded = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            if _ALLOWED_FONT not in name or not embedded:
                found.add(name)
    return found


def _tag_faults(data: bytes) -> list[str]:
    """Return what keeps a PDF from being PDF/UA-1. The checker reads from a file only."""
    handle, name = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        report = page_validation.validate_pdf(name, profile="ua1")
    finally:
        Path(name).unlink(missing_ok=True)
    return [f"not PDF/UA-1: {failure.message}" for failure in report.failures]
