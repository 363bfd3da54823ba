"""PDFs joined into one: pages, tags, outline and fields of all parts, as if drawn together."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

import readback
from press.paper.join import Part, join


@pytest.fixture(scope="module")
def parts(workshop):
    """Two copies of a worksheet and of a chapter, and a list: after the second and fourth page."""
    build = workshop("worksheet")
    files = build.files
    chapter = build.chapter_pdf(build.desks["sv"].chapter("tea")).read_bytes()
    sheet = files["print/sv/tea-sheet.pdf"].read_bytes()
    lines = files["print/sv/tea-list.pdf"].read_bytes()
    first = [Part(sheet, "Blad", 1), Part(lines, "Lista", 1)]
    return [*first, Part(sheet, "Blad igen", 3), *(Part(chapter, f"Kapitel {n}", 3) for n in "12")]


@pytest.fixture(scope="module")
def frame(workshop):
    """A tagged document with an outline: six panels, each with a heading."""
    return workshop("worksheet").files["print/sv/tea-leaflet.pdf"].read_bytes()


@pytest.fixture(scope="module")
def joined(frame, parts, tmp_path_factory):
    """The file of them joined."""
    path = tmp_path_factory.mktemp("joined") / "joined.pdf"
    path.write_bytes(join(frame, parts))
    return path


# What each page of the joined file is, and the numbers of the parts' fields by page.
ORDER = ["frame", "frame", "1", "1", "2", "frame", "frame", "3", "3", "4", "5", "frame", "frame"]


def firsts(path_or_bytes):
    """Return the first line of each page."""
    return [
        sheet.get_textpage().get_text_bounded().splitlines()[0].strip()
        for sheet in pypdfium2.PdfDocument(path_or_bytes)
    ]


def elements(element):
    """Yield a structure element and all below it, in reading order."""
    yield element
    children = element.get("/K", Array())
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, Dictionary) and child.get("/Type") not in ("/OBJR", "/MCR"):
            yield from elements(child)


def leaves(element, page=None):
    """Yield (element, page's object number, marked content's number or object), in reading order."""
    page = element.get("/Pg", page)
    children = element.get("/K", Array())
    for child in children if isinstance(children, Array) else [children]:
        if not isinstance(child, Dictionary):
            yield element, page.objgen, int(child)
        elif child.get("/Type") == "/MCR":
            yield element, child.get("/Pg", page).objgen, int(child.MCID)
        elif child.get("/Type") == "/OBJR":
            yield element, child.get("/Pg", page).objgen, child.Obj
        else:
            yield from leaves(child, page)


def top(pdf):
    """Return the root of the structure as a list of elements."""
    found = pdf.Root.StructTreeRoot.K
    return list(found) if isinstance(found, Array) else [found]


def numbers(tree):
    """Return a number tree's entries (PDF 1.7, 7.9.7) as pairs."""
    flat = list(tree.get("/Nums", []))
    found = [(int(flat[n]), flat[n + 1]) for n in range(0, len(flat), 2)]
    return found + [pair for child in tree.get("/Kids", []) for pair in numbers(child)]


def test_parts_lie_behind_their_page_in_the_order_given(frame, parts, joined):
    """No page is lost, and none is changed: the text of each is what it was."""

    def texts(data):
        return [s.get_textpage().get_text_bounded() for s in pypdfium2.PdfDocument(data)]

    own = texts(frame)
    one, two, three, four, five = (texts(part.data) for part in parts)
    assert texts(joined) == [*own[:2], *one, *two, *own[2:4], *three, *four, *five, *own[4:]]


def test_the_joined_file_is_pdf_ua(joined):
    """An independent checker finds nothing in the whole that it did not find in the parts."""
    assert readback.breaches(joined) == []


def test_one_document_holds_a_section_for_each_part(joined, parts):
    """Nothing of a part hangs loose, and nothing but the root has no parent."""
    with pikepdf.open(joined) as pdf:
        (document,) = top(pdf)
        assert document.S == "/Document"
        kinds = [str(child.S) for child in document.K]
        assert kinds.count("/Sect") == len(parts)
        for element in elements(document):
            for child in element.get("/K") if isinstance(element.get("/K"), Array) else []:
                if isinstance(child, Dictionary) and "/S" in child:
                    assert child.P.objgen == element.objgen


def test_the_order_of_reading_is_the_order_of_pages(joined):
    """A screen reader never jumps back."""
    with pikepdf.open(joined) as pdf:
        place = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        (document,) = top(pdf)
        read = [place[page] for _, page, _ in leaves(document)]
        assert read == sorted(read)
        assert set(read) == set(range(len(pdf.pages)))


def test_every_piece_of_a_page_leads_to_its_element_and_back(joined):
    """The tree from page content to structure agrees with the one from structure to page content."""
    with pikepdf.open(joined) as pdf:
        pairs = numbers(pdf.Root.StructTreeRoot.ParentTree)
        tree = dict(pairs)
        assert len(tree) == len(pairs)
        assert list(tree) == sorted(tree)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(tree)
        (document,) = top(pdf)
        used = set()
        pages = {page.obj.objgen: page.obj for page in pdf.pages}
        for element, page, thing in leaves(document):
            if isinstance(thing, int):
                key = int(pages[page].StructParents)
                assert tree[key][thing].objgen == element.objgen
            else:
                key = int(thing.StructParent)
                assert tree[key].objgen == element.objgen
            used.add(key)
        assert used == set(tree)


def test_no_two_pages_or_notes_have_the_same_key(joined):
    """Keys of parts come behind those that are there."""
    with pikepdf.open(joined) as pdf:
        keys = [int(page.StructParents) for page in pdf.pages if "/StructParents" in page]
        keys += [
            int(note.StructParent)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/StructParent" in note
        ]
    assert len(keys) == len(set(keys))


def test_the_outline_has_each_part_below_the_page_it_follows(joined, frame):
    """The frame's own entries stay; a click leads to the first page of the part."""
    items = [
        (item.level, item.get_title(), item.get_dest().get_index())
        for item in pypdfium2.PdfDocument(joined).get_toc()
    ]
    panels = firsts(frame)
    assert items == [
        (0, panels[0], 0), (0, panels[1], 1), (1, "Blad", 2), (1, "Lista", 4), (0, panels[2], 5),
        (0, panels[3], 6), (1, "Blad igen", 7), (1, "Kapitel 1", 9), (1, "Kapitel 2", 10),
        (0, panels[4], 11), (0, panels[5], 12),
    ]  # fmt: skip


def test_links_inside_a_part_lead_to_a_page_of_the_file(workshop, frame, tmp_path):
    """A chapter's raised mark leads to its fact, on a page that is there."""
    build = workshop("worksheet")
    chapter = build.chapter_pdf(build.desks["sv"].chapter("tea")).read_bytes()
    with pikepdf.open(io.BytesIO(join(frame, [Part(chapter, "Te", 5)]))) as pdf:
        pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        aims = [
            pages.get(note.Dest[0].objgen)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/Dest" in note
        ]
        assert aims
        assert set(aims) <= set(range(6, len(pages)))


def filled(path):
    """Return the fields of a file by name."""
    with pikepdf.open(path) as pdf:
        return {str(field.T): str(field.get("/V", "")) for field in pdf.Root.AcroForm.Fields}


def test_fields_of_the_same_name_stay_apart(joined, tmp_path):
    """What is typed into the one does not turn up in the other, and can be read back."""
    names = filled(joined)
    assert {"contact-1", "1-head--unit", "2-field-room", "3-head--unit"} <= set(names)
    with pikepdf.open(joined) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert len(fields) == len({str(field.T) for field in fields}) == len(names)
        for field in fields:
            if str(field.T) == "3-head--unit":
                field.V = pikepdf.String("Blå enheten, æøå")
            if str(field.T) == "2-item-boil":
                field.V = field.AS = Name.On
        pdf.save(tmp_path / "filled.pdf")
    after = filled(tmp_path / "filled.pdf")
    changed = {name: value for name, value in after.items() if value != names[name]}
    assert changed == {"3-head--unit": "Blå enheten, æøå", "2-item-boil": "/On"}
    assert readback.breaches(tmp_path / "filled.pdf") == []


def test_every_field_stands_on_a_page_of_its_part(joined):
    """A field is a note of a page; each part's number is the number before its name."""
    with pikepdf.open(joined) as pdf:
        listed = {field.objgen for field in pdf.Root.AcroForm.Fields}
        shown = set()
        for page, owner in zip(pdf.pages, ORDER, strict=True):
            for note in page.get("/Annots", []):
                if note.Subtype != "/Widget":
                    continue
                shown.add(note.objgen)
                first = str(note.T).split("-")[0]
                assert first == ("contact" if owner == "frame" else owner)
                if "/P" in note:
                    assert note.P.objgen == page.obj.objgen
        assert shown == listed


def test_fields_can_be_drawn_by_a_reader_program(joined):
    """The form names the font that every text field is set in."""
    with pikepdf.open(joined) as pdf:
        fonts = {str(key).lstrip("/") for key in pdf.Root.AcroForm.DR.Font}
        used = {str(f.DA).split()[0].lstrip("/") for f in pdf.Root.AcroForm.Fields if "/DA" in f}
    assert used
    assert used <= fonts


def test_a_frame_without_fields_takes_over_those_of_its_parts(workshop, parts, tmp_path):
    """The whole can be filled in as soon as one part can."""
    build = workshop("worksheet")
    chapter = build.chapter_pdf(build.desks["sv"].chapter("tea")).read_bytes()
    made = join(chapter, parts[1:2])
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "/Font" in pdf.Root.AcroForm.DR
        assert {str(field.T) for field in pdf.Root.AcroForm.Fields} == {
            "1-field-room", "1-item-boil", "1-item-cups", "1-item-wash",
        }  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(made)
    assert readback.breaches(tmp_path / "a.pdf") == []


def headers(element):
    """Return the ids of headers that an element names, if it is a cell."""
    given = element.get("/A", Array())
    given = given if isinstance(given, Array) else [given]
    return [name for one in given if "/Headers" in one for name in one.Headers]


def test_cells_name_the_headers_of_their_own_table(joined):
    """Two parts with the same table: no id twice, and each cell's headers lie in its own part."""
    with pikepdf.open(joined) as pdf:
        (document,) = top(pdf)
        sections = [child for child in document.K if child.S == "/Sect"]
        chapters = [section.objgen for section in sections[3:]]
        known = [{bytes(e.ID) for e in elements(one) if "/ID" in e} for one in sections]
        assert [len(ids) for ids in known] == [10, 0, 10, 2, 2]
        assert len(set().union(*known)) == 24
        for ids, section in zip(known, sections, strict=True):
            asked = {bytes(name) for element in elements(section) for name in headers(element)}
            assert bool(asked) is (section.objgen in chapters)
            assert asked <= ids
        listed = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert [bytes(name) for name in listed[::2]] == sorted(set().union(*known))
        assert all(bytes(e.ID) == bytes(n) for n, e in zip(listed[::2], listed[1::2], strict=True))


def test_nothing_of_the_parts_own_frame_is_left(joined):
    """One page tree, one structure, one form; the parts' catalogues do not come along."""
    with pikepdf.open(joined) as pdf:
        kinds = [str(t.get("/Type", "")) for t in pdf.objects if isinstance(t, Dictionary)]
    assert kinds.count("/Catalog") == 1
    assert kinds.count("/StructTreeRoot") == 1
    assert kinds.count("/Page") == len(ORDER)


def test_headings_of_parts_stand_below_those_of_the_frame(joined):
    """The frame has the first two levels; no part brings a second heading of level 1."""
    levels = readback.headings(joined)
    assert levels[:2] == ["/H1", "/H2"]
    assert levels.count("/H1") == 1
    assert levels.count("/H2") == 5
    assert levels[2:5] == ["/H3", "/H4", "/H4"]


def test_the_same_parts_give_the_same_bytes(frame, parts, joined):
    """Nothing in the file tells when it was made."""
    assert join(frame, parts) == joined.read_bytes()
