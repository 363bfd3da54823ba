"""Makes a Word file of a letter, for those who must change its text.

A real Word document: heading styles, language, header rows, boxes to tick. It is drawn from the same
data as the PDF.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from press import qrcodes

Data = dict[str, Any]

_LANGUAGES = {"sv": "sv-SE", "da": "da-DK", "en": "en-GB"}
_FONT, _MARKS = "Calibri", "Segoe UI Symbol"  # Word has them; the second for the box to tick
_INK, _SOFT, _SEA, _LINE = "1B2A33", "4A5C66", "14506B", "6F838E"
_WIDTH = 165  # of the text, in millimetres
_SHORT = 9  # rows of a table that is not parted by a page
_RASTER = {".png", ".jpg", ".jpeg"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # what every file in the archive is dated: same data, same bytes


def word_file(data: Data, root: Path) -> bytes:
    """Return a .docx of a letter's paper data; pictures are read below root. Same data, same bytes."""
    document = Document()
    local = data.get("local")
    _set_up(document, data, local["colour"].lstrip("#").upper() if local else _SEA)
    if local:
        _sender(document, local, root)
    _head(document, data["head"])
    document.add_heading(data["title"], 1)
    for block in data["blocks"]:
        _block(document, block)
    _end(document, data)
    out = io.BytesIO()
    document.save(out)
    return _dated(out.getvalue())


def _dated(archive: bytes) -> bytes:
    """Return a zip archive with the date of every file set to the same day."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


def _set_up(document: WordDocument, data: Data, sea: str) -> None:
    """Set paper, styles, language and properties."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(25), Mm(20)
    page.top_margin, page.bottom_margin = Mm(18), Mm(18)
    for name, size, colour, before, after in (
        ("Normal", 11, _INK, 0, 6),
        ("Heading 1", 22, sea, 14, 8),
        ("Heading 2", 13, sea, 16, 4),
        ("Heading 3", 11.5, sea, 10, 3),
    ):
        _style(document.styles[name], size, colour, before, after)
    _speak(document, _LANGUAGES[data["lang"]])
    made = datetime.fromisoformat(data["edition"])
    about = document.core_properties
    about.title, about.author, about.subject = data["title"], data["publisher"], data["summary"]
    about.last_modified_by, about.language = data["publisher"], _LANGUAGES[data["lang"]]
    about.created = about.modified = made
    about.comments, about.keywords, about.revision = "", data["id"], 1


def _style(style: Any, size: float, colour: str, before: float, after: float) -> None:
    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    if style.name != "Normal":
        style.font.bold = True
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if "Theme" in key:
            del fonts.attrib[key]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _speak(document: WordDocument, language: str) -> None:
    """Set the language in which Word checks the spelling and a screen reader reads."""
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    marks = document.styles["Normal"].element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    marks.append(tag)


def _sender(document: WordDocument, local: Data, root: Path) -> None:
    """Put the municipality at the top right, in its colours if it has a picture Word can show."""
    logo = local.get("logo")
    if logo and Path(logo["path"]).suffix.lower() in _RASTER:
        paragraph = _right(document.add_paragraph())
        picture = paragraph.add_run().add_picture(
            str(root / logo["path"].lstrip("/")), height=Mm(15)
        )
        if picture.width > Mm(60):
            picture.height = int(picture.height * Mm(60) / picture.width)
            picture.width = Mm(60)
        picture._inline.docPr.set("descr", logo["alt"])
    paragraph = _right(document.add_paragraph())
    paragraph.add_run(local["name"]).bold = True
    if local.get("unit"):
        paragraph.add_run().add_break()
        paragraph.add_run(local["unit"])


def _right(paragraph: Paragraph) -> Paragraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _head(document: WordDocument, parts: list[Data]) -> None:
    _side_by_side(document, [part["label"] for part in parts], 2)


def _block(document: WordDocument, block: Data) -> None:
    if block["new_page"]:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    if block["title"]:
        document.add_heading(block["title"], 2)
    if block["help"]:
        paragraph = document.add_paragraph()
        _soft(paragraph.add_run(block["help"]))
        paragraph.paragraph_format.keep_with_next = True
    _DRAWN[block["kind"]](document, block)


def _soft(run: Any) -> Any:
    run.font.color.rgb = RGBColor.from_string(_SOFT)
    return run


def _text(document: WordDocument, block: Data) -> None:
    _prose(document, block["blocks"], 1 if block["title"] else 0)


def _prose(document: WordDocument, blocks: list[Data], shift: int, style: str = "") -> None:
    for node in blocks:
        kind = node["kind"]
        if kind == "heading":
            _runs(document.add_heading("", min(node["level"] + shift, 9)), node["runs"])
        elif kind == "list":
            for number, item in enumerate(node["items"], 1):
                _item(document, item, shift, number if node["ordered"] else 0)
        elif kind in ("box", "quote"):
            if kind == "box":
                document.add_paragraph().add_run(node["title"]).bold = True
            _prose(document, node["blocks"], shift)
        elif kind == "table":
            _filled(document, node)
        elif kind == "code":
            document.add_paragraph(node["text"])
        else:
            _runs(document.add_paragraph(style=style or None), node["runs"])


def _item(document: WordDocument, item: list[Data], shift: int, number: int) -> None:
    """Write an item of a list. Numbers are typed: Word would count on from one list to the next."""
    first, rest = item[:1], item[1:]
    for node in first:
        if "runs" not in node:
            rest = item
            continue
        paragraph = document.add_paragraph(style=None if number else "List Bullet")
        if number:
            paragraph.paragraph_format.left_indent = Mm(7)
            paragraph.paragraph_format.first_line_indent = Mm(-7)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7))
            paragraph.add_run(f"{number}.\t")
        paragraph.paragraph_format.space_after = Pt(3)
        _runs(paragraph, node["runs"])
    _prose(document, rest, shift)


def _runs(paragraph: Paragraph, runs: list[Data]) -> None:
    for run in runs:
        if run["kind"] == "break":
            paragraph.add_run().add_break()
            continue
        made = paragraph.add_run(run["text"])
        made.bold, made.italic = run.get("strong"), run.get("emph")
        if "href" in run and run["href"] not in run["text"]:
            _soft(paragraph.add_run(f" ({run['href']})"))


def _filled(document: WordDocument, node: Data) -> None:
    table = _new_table(document, node["columns"], [_WIDTH / node["columns"]] * node["columns"])
    for cell, runs in zip(table.rows[0].cells, node["head"], strict=True):
        _runs(cell.paragraphs[0], runs)
    _head_row(table)
    for row in node["rows"]:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _runs(cell.paragraphs[0], runs)


def _lines(document: WordDocument, block: Data) -> None:
    for _ in range(block["lines"]):
        _ruled(document.add_paragraph())
    _air(document)


def _ruled(paragraph: Paragraph) -> None:
    """Draw a line under an empty paragraph, to write on by hand or to type at."""
    # 8 mm from line to line, as much as a hand needs.
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(14), Pt(0)
    # Without the line between them Word would draw equal paragraphs as one.
    _bordered(paragraph, "w:bottom", "w:between")


def _bordered(paragraph: Paragraph, *sides: str) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        borders.append(_border(side))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _border(side: str) -> Any:
    border = OxmlElement(side)
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", _LINE)):
        border.set(qn(f"w:{key}"), value)
    return border


def _air(document: WordDocument) -> None:
    """Keep what follows a table or a line from touching it."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)


def _fields(document: WordDocument, block: Data) -> None:
    _side_by_side(document, [part["label"] for part in block["parts"]], block["columns"])


def _side_by_side(document: WordDocument, labels: list[str], columns: int) -> None:
    """Write labels, each with a place to write under it, in a table without a header row."""
    rows = -(-len(labels) // columns)
    table = _new_table(document, columns, [_WIDTH / columns] * columns, rows)
    for n, label in enumerate(labels):
        cell = table.cell(n // columns, n % columns)
        paragraph = cell.paragraphs[0]
        _soft(paragraph.add_run(label)).font.size = Pt(10)
        paragraph.paragraph_format.space_after = Pt(0)
        cell.add_paragraph().paragraph_format.space_after = Pt(4)
    _air(document)


def _ticks(document: WordDocument, block: Data) -> None:
    for n, part in enumerate(block["parts"], 1):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = n < len(block["parts"])
        paragraph.paragraph_format.left_indent = Mm(8)
        paragraph.paragraph_format.first_line_indent = Mm(-8)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(8))
        paragraph._p.append(_check_box(part["label"], part["field"]))
        paragraph.add_run(f"\t{part['label']}")


def _check_box(label: str, name: str) -> Any:
    """Return a box that a click ticks in Word; its name is what a screen reader says."""
    box, about, content = (OxmlElement(tag) for tag in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    for key, value in (("w:alias", label[:64]), ("w:tag", name[:64])):
        tag = OxmlElement(key)
        tag.set(qn("w:val"), value)
        about.append(tag)
    check = _w14("checkbox")
    for key, value in (("checked", "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
        state = _w14(key, val=value)
        if key != "checked":
            state.set(f"{{{_W14}}}font", _MARKS)
        check.append(state)
    about.append(check)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    fonts, looks = OxmlElement("w:rFonts"), OxmlElement("w:rPr")
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), _MARKS)
    looks.append(fonts)
    text.text = "\N{BALLOT BOX}"
    run.extend((looks, text))
    content.append(run)
    box.extend((about, content))
    return box


_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def _w14(name: str, **values: str) -> Any:
    made = OxmlElement("w:dummy").makeelement(f"{{{_W14}}}{name}", nsmap={"w14": _W14})
    for key, value in values.items():
        made.set(f"{{{_W14}}}{key}", value)
    return made


def _table(document: WordDocument, block: Data) -> None:
    named = block["corner"] is not None
    wides = [column["wide"] for column in block["columns"]]
    first = [_WIDTH * 0.3] if named else []
    rest = _WIDTH - sum(first)
    widths = first + [rest * wide / sum(wides) for wide in wides]
    table = _new_table(document, len(widths), widths)
    if block["title"]:
        _caption(table, block["title"])
    heads = ([block["corner"]] if named else []) + [column["label"] for column in block["columns"]]
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head)
    _head_row(table)
    for row in block["rows"]:
        made = table.add_row()
        made.height = Mm(9)
        _whole(made)
        if named and row["label"]:
            made.cells[0].paragraphs[0].add_run(row["label"])
    _set_widths(table, widths)
    _together(table)
    _air(document)


def _together(table: Table) -> None:
    """Keep a short table on one page: each row stays with the next."""
    if len(table.rows) > _SHORT:
        return
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _new_table(
    document: WordDocument, columns: int, widths: Iterable[float], rows: int = 1
) -> Table:
    table = document.add_table(rows, columns, "Table Grid")
    table.autofit = False
    colours = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        colours.append(_border(f"w:{side}"))
    table._tbl.tblPr.insert_element_before(
        colours, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )
    _set_widths(table, widths)
    return table


def _caption(table: Table, text: str) -> None:
    """Name a table for screen readers."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), text)
    table._tbl.tblPr.append(caption)


def _set_widths(table: Table, widths: Iterable[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
            _tight(cell)


def _tight(cell: _Cell) -> None:
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)


def _head_row(table: Table) -> None:
    """Make the first row a header: said by a screen reader, repeated on the next page."""
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _whole(row)
    for cell in row.cells:
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", "E8F0F3")):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _signatures(document: WordDocument, block: Data) -> None:
    """Write a line to sign on for each role, with its place for a date."""
    widths = (_WIDTH * 0.68, _WIDTH * 0.04, _WIDTH * 0.28)
    for part in block["parts"]:
        table = document.add_table(1, 3)
        table.autofit = False
        _set_widths(table, widths)
        for cell, text in zip(table.rows[0].cells, (part["label"], "", block["date"]), strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = Pt(30)  # room to sign above the line
            if text:
                _soft(paragraph.add_run(text))
                _bordered(paragraph, "w:top")


def _end(document: WordDocument, data: Data) -> None:
    """Say where the letter comes from, as the PDF does, and number the pages."""
    words = data["words"]
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(16)
    note = f" · {data['source_note']}" if data["source_note"] else ""
    text = f"{data['id']} · {words['edition']} {data['edition']}{note}"
    lines = (words["qr_current"], f"{words['qr_chapter']} {data['short']}", text)
    for n, line in enumerate(lines):
        run = _soft(paragraph.add_run(line))
        run.font.size = Pt(8)
        if n + 1 < len(lines):
            run.add_break()
    _code(paragraph, data["qr"])
    foot = _right(document.sections[0].footer.paragraphs[0])
    _soft(foot.add_run(f"{words['page']} ")).font.size = Pt(8)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number = OxmlElement("w:r")
    looks, size = OxmlElement("w:rPr"), OxmlElement("w:sz")
    size.set(qn("w:val"), "16")  # in half points, as the words beside it
    looks.append(size)
    shown = OxmlElement("w:t")
    shown.text = "1"
    number.extend((looks, shown))
    field.append(number)
    foot._p.append(field)


def _code(paragraph: Paragraph, code: Data) -> None:
    """Put a QR code before a paragraph, on a line of its own."""
    before = paragraph.insert_paragraph_before()
    before.paragraph_format.space_before = paragraph.paragraph_format.space_before
    before.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Pt(0)
    side = Mm(code["modules"] * qrcodes.MODULE)
    picture = before.add_run().add_picture(io.BytesIO(qrcodes.pixels(code["address"])), width=side)
    picture._inline.docPr.set("descr", code["title"])


_DRAWN: dict[str, Callable[[WordDocument, Data], None]] = {
    "text": _text,
    "lines": _lines,
    "fields": _fields,
    "ticks": _ticks,
    "table": _table,
    "signatures": _signatures,
}
