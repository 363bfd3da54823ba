"""Reads finished PDFs back, with other programs than those that wrote them."""

from __future__ import annotations

import page
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


def text(path) -> str:
    """Return the text of all pages."""
    document = pypdfium2.PdfDocument(path)
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)


def by_size(path, points: float) -> tuple[str, str]:
    """Return the letters that are at least so large and those that are smaller, without space."""
    large, small = "", ""
    for sheet in pypdfium2.PdfDocument(path):
        words = sheet.get_textpage()
        for n in range(words.count_chars()):
            letter = words.get_text_range(n, 1).strip()
            if pdfium.FPDFText_GetFontSize(words, n) < points:
                small += letter
            else:
                large += letter
    return large, small


def sizes(path) -> list[tuple[int, int]]:
    """Return each page's width and height in whole millimetres."""
    document = pypdfium2.PdfDocument(path)
    return [tuple(round(side / 72 * 25.4) for side in sheet.get_size()) for sheet in document]


def breaches(path) -> list[str]:
    """Return what keeps a PDF from being PDF/UA-1."""
    report = page.validate_pdf(str(path), profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def fonts(path) -> set[str]:
    """Return the names of all fonts, without the letters that mark a subset."""
    with pikepdf.open(path) as pdf:
        descriptors = (
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        )
        return {str(found.FontName).lstrip("/").split("+")[-1] for found in descriptors}


def links(path) -> list[str]:
    """Return the addresses that links lead to, page by page."""
    with pikepdf.open(path) as pdf:
        return [
            str(mark.A.URI)
            for sheet in pdf.pages
            for mark in sheet.get("/Annots", [])
            if "/URI" in mark.get("/A", {})
        ]


def headings(path) -> list[str]:
    """Return the structure types of headings in reading order, such as ["/H1", "/H2"]."""
    found: list[str] = []

    def walk(element):
        kind = str(element.get("/S", ""))
        if kind.startswith("/H") and kind[2:].isdigit():
            found.append(kind)
        children = element.get("/K", pikepdf.Array())
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary):
                walk(child)

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot)
    return found
