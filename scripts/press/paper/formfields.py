"""Turns the places a template keeps free for answers into real PDF form fields.

Typst has no form fields. A template lays a link with an address such as `field:check:item-room`
(or `field:text:…` for a line, `field:area:…` for several lines) over a drawn box; Typst then writes
a Link annotation with its place in the page and in the tag tree.
Here each becomes a Widget (PDF 1.7, 12.7) whose structure element is a Form, as PDF/UA-1 7.18.4 asks.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from functools import cache

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from press.paper.fonts import font_file
from press.paper.structure import annotations, children, elements

_TICK = (
    "q 0.078 0.314 0.42 RG {w:.2f} w 1 J 1 j "
    "{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l {x3:.2f} {y3:.2f} l S Q"
)
_PRINT = 4  # annotation flag: the field is printed
_MULTILINE = 1 << 12  # field flag (PDF 1.7, 12.7.4.3)


class UnnamedField(ValueError):
    """Raised for a field that no label belongs to: a screen reader could not say what it is."""


def add_fields(data: bytes, labels: Mapping[str, str]) -> bytes:
    """Return the PDF with its reserved places made into form fields.

    labels: what a screen reader says for each field name. Raises UnnamedField.
    The same input gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = [
            note for page in pdf.pages for note in page.obj.get(Name.Annots, []) if _is_place(note)
        ]
        if not places:
            return data
        fonts = Dictionary(Atkinson=_font(pdf))
        for place in places:
            _widget(pdf, place, labels, fonts)
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(
                Fields=Array(places),
                DR=Dictionary(Font=fonts),
                DA=String("/Atkinson 11 Tf 0.106 0.165 0.2 rg"),
            )
        )
        _name_elements(pdf)
        _name_rows(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _is_place(note: Object) -> bool:
    action = note.get(Name.A)
    return action is not None and str(action.get(Name.URI, "")).startswith("field:")


def _widget(pdf: Pdf, note: Object, labels: Mapping[str, str], fonts: Dictionary) -> None:
    _, what, name = str(note.A.URI).split(":", 2)
    if name not in labels:
        raise UnnamedField(f"the form field `{name}` has no label")
    for key in (Name.A, Name.Contents, Name.Border):
        if key in note:
            del note[key]
    note.Subtype, note.F = Name.Widget, _PRINT
    note.T, note.TU = String(name), String(labels[name])
    left, bottom, right, top = (float(number) for number in note.Rect)
    if what == "check":
        _check_box(pdf, note, right - left, top - bottom)
    else:
        _text_line(pdf, note, right - left, top - bottom, fonts)
        if what == "area":
            note.Ff = _MULTILINE


def _check_box(pdf: Pdf, note: Object, width: float, height: float) -> None:
    note.FT, note.V, note.AS = Name.Btn, Name.Off, Name.Off
    tick = _TICK.format(
        w=width * 0.14, x1=width * 0.2, y1=height * 0.52, x2=width * 0.42, y2=height * 0.25,
        x3=width * 0.82, y3=height * 0.78,
    )  # fmt: skip
    on = _appearance(pdf, tick.encode(), width, height)
    note.AP = Dictionary(N=Dictionary(On=on, Off=_appearance(pdf, b"", width, height)))
    note.MK = Dictionary(CA=String("4"))


def _text_line(pdf: Pdf, note: Object, width: float, height: float, fonts: Dictionary) -> None:
    note.FT = Name.Tx
    note.DA = String("/Atkinson 11 Tf 0.106 0.165 0.2 rg")
    empty = _appearance(pdf, b"/Tx BMC EMC", width, height)
    empty.Resources = Dictionary(Font=fonts)
    note.AP = Dictionary(N=empty)


def _appearance(pdf: Pdf, content: bytes, width: float, height: float) -> Object:
    form = pdf.make_stream(content)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, round(width, 2), round(height, 2)])
    return form


def _name_elements(pdf: Pdf) -> None:
    """Make the structure element of each field a Form: a Link element may only hold links."""
    for element in elements(pdf.Root.StructTreeRoot):
        if list(annotations(element, Name.Widget)):
            element.S = Name.Form


def _name_rows(pdf: Pdf) -> None:
    """Make a row's name its header, in tables to fill in: Typst knows headers of columns only.

    A name is a first cell with text in a row of fields. A cell's own list of headers goes by
    columns alone and would hide the rows, so it gives way to the headers' scope.
    """
    for row in (thing for thing in pdf.objects if _is_element(thing, Name.TR)):
        cells = [cell for cell in children(row) if _is_element(cell, Name.TD)]
        if not any(_is_element(part, Name.Form) for cell in cells for part in children(cell)):
            continue
        for cell in cells:
            _without_headers(cell)
        if _has_text(cells[0]):
            cells[0].S = Name.TH
            scope = Dictionary(O=Name.Table, Scope=Name.Row)
            cells[0].A = Array([scope, *_attributes(cells[0])])


def _is_element(thing: Object, kind: Name) -> bool:
    return isinstance(thing, Dictionary) and thing.get(Name.S) == kind and Name.P in thing


def _has_text(cell: Object) -> bool:
    """Return whether an element holds marked content itself or in what stands in it, forms aside."""
    return any(
        not isinstance(part, Dictionary)
        or part.get(Name.Type) == Name.MCR
        or (part.get(Name.S) != Name.Form and Name.S in part and _has_text(part))
        for part in children(cell)
    )


def _attributes(cell: Object) -> list[Object]:
    found = cell.get(Name.A, Array())
    return list(found) if isinstance(found, Array) else [found]


def _without_headers(cell: Object) -> None:
    for part in _attributes(cell):
        if isinstance(part, Dictionary) and Name.Headers in part:
            del part[Name.Headers]


def _font(pdf: Pdf) -> Object:
    """Return the typeface as a simple font, which readers need to draw what is typed in."""
    metrics = _metrics()
    program = pdf.make_stream(_program())
    program.Filter, program.Length1 = Name.FlateDecode, metrics["size"]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/AtkinsonHyperlegible-Regular"),
        Flags=32,
        FontBBox=Array(metrics["box"]),
        ItalicAngle=0,
        Ascent=metrics["ascent"],
        Descent=metrics["descent"],
        CapHeight=metrics["cap"],
        StemV=80,
        FontFile2=program,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/AtkinsonHyperlegible-Regular"),
            Encoding=Name.WinAnsiEncoding,  # holds å ä ö æ ø é
            FirstChar=32,
            LastChar=255,
            Widths=Array(metrics["widths"]),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


@cache
def _program() -> bytes:
    return zlib.compress(font_file("Regular").read_bytes(), 9)


@cache
def _metrics() -> dict[str, object]:
    """Return the font's measures in thousandths of the text size."""
    font = TTFont(font_file("Regular"))
    scale = 1000 / font["head"].unitsPerEm
    names, advances = font.getBestCmap(), font["hmtx"]

    def width(code: int) -> int:
        character = bytes([code]).decode("cp1252", "replace")
        return round(advances[names.get(ord(character), ".notdef")][0] * scale)

    head, os2 = font["head"], font["OS/2"]
    return {
        "size": font_file("Regular").stat().st_size,
        "box": [round(n * scale) for n in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ascent": round(font["hhea"].ascent * scale),
        "descent": round(font["hhea"].descent * scale),
        "cap": round(getattr(os2, "sCapHeight", 700) * scale),
        "widths": [width(code) for code in range(32, 256)],
    }
