"""What each finished printable says, page by page, compared with golden/.

One file for each printable and language, of all its copies: sizes, headings, outline, form fields and
text. It is what a reader gets, so the difference of a change can be read before it is kept.
"""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document

import goldenfiles
import readback
from press.content.library import load
from press.project import LANGUAGES
from press.render.kinds import KINDS
from press.render.urls import printable_file
from small_site import WORKSHOP, make_workshop

GOLDEN = Path(__file__).parent / "golden"
CHAPTERS = sorted(path.stem for path in WORKSHOP.glob("docs/sv/starter-pack/*.md"))


def lines_of(text):
    """Return a text's lines without space at their ends and without empty ones."""
    lines = (" ".join(line.split()) for line in text.replace("\x02", "-").splitlines())
    return [line for line in lines if line]


def pdf_dump(path):
    """Return a PDF as lines: sizes, headings, outline, fields with spoken names, text by page."""
    document = pypdfium2.PdfDocument(path)
    sizes = [f"{wide} x {high}" for wide, high in readback.sizes(path)]
    lines = [f"pages: {len(sizes)}, mm: {', '.join(dict.fromkeys(sizes))}"]
    lines.append(f"headings: {' '.join(kind.lstrip('/') for kind in headings(path)) or 'none'}")
    toc = list(document.get_toc())
    lines += ["outline:"] if toc else []
    lines += [f"  {'  ' * i.level}{i.get_title()} {i.get_dest().get_index() + 1}" for i in toc]
    fields = fields_of(path)
    lines += ["fields:"] if fields else []
    lines += [f"  {name} ({kind}): {spoken}" for name, kind, spoken in fields]
    for number, sheet in enumerate(document, 1):
        lines.append(f"page {number}:")
        text = sheet.get_textpage().get_text_bounded()
        lines += [f"  {line}" for line in lines_of(text)]
    return lines


def headings(path):
    """Return the headings of a tagged file; a sheet to fold or cut has none."""
    with pikepdf.open(path) as pdf:
        tagged = "/StructTreeRoot" in pdf.Root
    return readback.headings(path) if tagged else []


def fields_of(path):
    """Return name, kind and spoken name of each form field."""
    kinds = {"/Tx": "text", "/Btn": "tick"}
    with pikepdf.open(path) as pdf:
        form = pdf.Root.get("/AcroForm", {})
        return [(str(f.T), kinds[str(f.FT)], str(f.TU)) for f in form.get("/Fields", [])]


def word_dump(path):
    """Return a Word file as lines: each paragraph with its style, each row of its tables."""
    lines = []
    for part in Document(str(path)).iter_inner_content():
        if hasattr(part, "rows"):
            lines += [
                f"  | {' | '.join(cell.text.strip() for cell in row.cells)}" for row in part.rows
            ]
        elif part.text.strip():
            lines.append(f"  {part.style.name}: {' '.join(part.text.split())}")
    return lines


def dump(build, language, printable):
    """Return all copies of a printable as text."""
    lines = []
    for copy in KINDS[printable.kind].copies_of(printable):
        place = printable_file(language, printable, copy)
        read = word_dump if copy.ending == "docx" else pdf_dump
        lines += [f"=== {place}", *read(build.files[place]), ""]
    return "\n".join(lines)


def of_chapter(build, language, slug):
    """Return the printables of a chapter."""
    return build.library.entries[language, slug].model.printables


@pytest.mark.parametrize("kind", CHAPTERS)
def test_papers_of_the_workshop_say_what_was_looked_at(workshop, kind, language):
    """Any change of what stands on paper is seen by a person before it is kept."""
    build = workshop(kind)
    for printable in of_chapter(build, language, f"starter-pack/{kind}"):
        made = dump(build, language, printable)
        goldenfiles.agree(GOLDEN / f"{printable.id}.{language}.txt", made)


def test_papers_of_the_fixture_say_what_was_looked_at(printed, language):
    """The checklist and the leaflet too."""
    for printable in of_chapter(printed, language, "method-guide/tea"):
        made = dump(printed, language, printable)
        goldenfiles.agree(GOLDEN / f"{printable.id}.{language}.txt", made)


def test_every_kind_has_a_file_and_no_file_is_left_over(tmp_path):
    """Each expected file belongs to a printable that is still made."""
    library = load(make_workshop(tmp_path / "site"))
    found = [(lang, p) for lang in LANGUAGES for _, p in library.printables(lang)]
    assert {printable.kind for _, printable in found} == set(KINDS)
    assert {path.name for path in GOLDEN.iterdir()} == {f"{p.id}.{lang}.txt" for lang, p in found}
