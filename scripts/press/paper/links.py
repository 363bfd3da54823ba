"""Gives links in a PDF the name that a reader sees: Typst writes addresses and page numbers instead."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pikepdf import Name, Object, Pdf, String

from press.paper.structure import annotations, elements


def name_links(data: bytes) -> bytes:
    """Return the PDF with each link's `/Contents` (PDF 1.7, 12.5.2) made the words it stands on.

    A link that runs over several lines has one place on each; all get the whole of its words. One that
    stands on no words, such as a form field's place, keeps what it has.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if Name.StructTreeRoot not in pdf.Root or not any(Name.Annots in p for p in pdf.pages):
            return data
        said = _Said(data, pdf)
        for element in elements(pdf.Root.StructTreeRoot):
            notes = list(annotations(element, Name.Link))
            words = " ".join(" ".join(said.under(note) for note in notes).split())
            for note in notes if words else ():
                note.Contents = String(words)
        said.close()
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


class _Said:
    """Knows the words under a place on a page."""

    def __init__(self, data: bytes, pdf: Pdf) -> None:
        self.document = pypdfium2.PdfDocument(data)
        self.pages = {
            note.objgen: number
            for number, page in enumerate(pdf.pages)
            for note in page.obj.get(Name.Annots, [])
        }
        self.texts: dict[int, pypdfium2.PdfTextPage] = {}

    def under(self, note: Object) -> str:
        number = self.pages.get(note.objgen)
        if number is None:
            return ""
        if number not in self.texts:
            self.texts[number] = self.document[number].get_textpage()
        found = (self.texts[number].get_text_bounded(*box) for box in _boxes(note))
        # PDFium writes a hyphen at the end of a line, which belongs to the address here, as U+0002.
        return " ".join(found).replace("\x02 ", "-").replace("\x02", "-")

    def close(self) -> None:
        self.document.close()


def _boxes(note: Object) -> Iterator[tuple[float, float, float, float]]:
    """Yield a link's places on its page as left, bottom, right, top: one for each line it stands on."""
    corners = [float(n) for n in note.get(Name.QuadPoints, note.Rect)]
    for n in range(0, len(corners), 8):
        across, up = corners[n : n + 8 : 2], corners[n + 1 : n + 8 : 2]
        yield min(across), min(up), max(across), max(up)
