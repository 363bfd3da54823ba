"""Joins tagged PDFs into one that is tagged as a whole, with an outline.

PDF libraries copy pages but leave the tags behind. Here the structure tree, the tree that leads from
page content to structure (PDF 1.7, 14.7.4.4), ids of table headers and form fields come along.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String

from press.paper.structure import children, elements


@dataclass(frozen=True)
class Part:
    """A PDF to be put in. title: for the outline. after: the page of the frame it follows, from 0."""

    data: bytes
    title: str
    after: int


def join(frame: bytes, parts: Sequence[Part]) -> bytes:
    """Return the frame with the parts between its pages, in the order given.

    The outline has the frame's own entries, and each part below the page it follows. Form fields of
    a part keep their names behind the part's number (`3-item-room`), and are spoken with its title;
    its headings go two levels down. Same input, same bytes.
    """
    with pikepdf.open(io.BytesIO(frame)) as pdf:
        frame_pages = [page.obj for page in pdf.pages]
        tree = _Tree(pdf)
        after: dict[int, list[_Copied]] = {}
        for number, part in enumerate(parts, 1):
            after.setdefault(part.after, []).append(tree.take(part, number))
        _order_pages(pdf, frame_pages, after)
        tree.finish(frame_pages, after)
        _outline(pdf, frame_pages, after)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


@dataclass(frozen=True)
class _Copied:
    """A part inside the new file."""

    title: str
    pages: list[Object]
    section: Object


class _Tree:
    """The structure of the new file while it grows."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf, self.root = pdf, pdf.Root.StructTreeRoot
        self.document = self._document(self.root)
        self.parents = dict(_numbers(self.root.ParentTree))
        self.next = int(self.root.get(Name.ParentTreeNextKey, max(self.parents, default=-1) + 1))
        self.fields: list[Object] = list(pdf.Root.get(Name.AcroForm, {}).get(Name.Fields, []))

    @staticmethod
    def _document(root: Object) -> Object:
        top = root.K
        return top[0] if isinstance(top, Array) else top

    def take(self, part: Part, number: int) -> _Copied:
        """Copy a part's pages, structure and fields into the file."""
        with pikepdf.open(io.BytesIO(part.data)) as other:
            pages = [page.obj for page in other.pages]
            for page in pages:
                # qpdf cuts references to pages when it copies; it must not know them for pages.
                del page[Name.Parent]
                page.Type = Name.Template
            carried = Dictionary(Pages=Array(pages), Tree=other.Root.StructTreeRoot)
            if Name.AcroForm in other.Root:
                carried.Form = other.Root.AcroForm
            copied = self.pdf.copy_foreign(other.make_indirect(carried))
        for page in copied.Pages:
            page.Type = Name.Page
        self._renumber(copied.Pages, copied.Tree)
        section = self._document(copied.Tree)
        section.S, section.P = Name.Sect, self.document
        self._name_ids(section, number)
        self._roles(copied.Tree)
        self._lower(section)
        if Name.Form in copied:
            self._fields(copied.Form, number, part.title)
        return _Copied(part.title, list(copied.Pages), section)

    def _renumber(self, pages: Array, tree: Object) -> None:
        """Move the part's keys in the parent tree behind those that are there."""
        numbers = dict(_numbers(tree.ParentTree))
        self.parents |= {key + self.next: value for key, value in numbers.items()}
        for page in pages:
            if Name.StructParents in page:
                page.StructParents = int(page.StructParents) + self.next
            for note in page.get(Name.Annots, []):
                if Name.StructParent in note:
                    note.StructParent = int(note.StructParent) + self.next
        self.next += max(numbers, default=-1) + 1

    def _name_ids(self, section: Object, number: int) -> None:
        """Keep ids of two parts apart; cells of a table name their headers by them."""
        for element in elements(section):
            if Name.ID in element:
                element.ID = _within(element.ID, number)
            given = element.get(Name.A)
            for attributes in given if isinstance(given, Array) else [given]:
                if isinstance(attributes, Dictionary) and Name.Headers in attributes:
                    attributes.Headers = Array([_within(h, number) for h in attributes.Headers])

    def _roles(self, tree: Object) -> None:
        roles = self.root.get(Name.RoleMap, Dictionary())
        for name, role in tree.get(Name.RoleMap, {}).items():
            roles[name] = role
        self.root.RoleMap = roles

    @staticmethod
    def _lower(section: Object) -> None:
        """Put a part's headings below those of the frame, which has the first two levels."""
        for element in elements(section):
            kind = str(element.get(Name.S, ""))
            if re.fullmatch("/H[1-4]", kind):
                element.S = Name(f"/H{int(kind[2]) + 2}")

    def _fields(self, form: Object, number: int, title: str) -> None:
        for field in form.Fields:
            field.T = String(f"{number}-{field.T}")
            field.TU = String(f"{title}: {field.TU}")
            self.fields.append(field)
        own = self.pdf.Root.get(Name.AcroForm, None)
        if own is None:
            self.pdf.Root.AcroForm = self.pdf.make_indirect(Dictionary(form))

    def finish(self, frame_pages: list[Object], after: dict[int, list[_Copied]]) -> None:
        """Put the sections where they are read, and write the trees anew."""
        place = {page.objgen: n for n, page in enumerate(frame_pages)}
        by_page: dict[int, list[Object]] = {}
        current = 0
        for child in children(self.document):
            current = max(current, place.get(_page_of(child), current))
            by_page.setdefault(current, []).append(child)
        order: list[Object] = []
        for n in range(len(frame_pages)):
            order += by_page.get(n, [])
            order += [part.section for part in after.get(n, [])]
        self.document.K = Array(order)
        self._write_parents()
        self._write_ids()
        if self.fields:
            self.pdf.Root.AcroForm.Fields = Array(self.fields)

    def _write_parents(self) -> None:
        flat = Array()
        for key in sorted(self.parents):
            flat.append(key)
            flat.append(self.parents[key])
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=flat))
        self.root.ParentTreeNextKey = self.next

    def _write_ids(self) -> None:
        named = {bytes(e.ID): e for e in elements(self.document) if Name.ID in e}
        flat = Array()
        for key in sorted(named):
            flat.append(String(key))
            flat.append(named[key])
        self.root.IDTree = self.pdf.make_indirect(Dictionary(Names=flat))


def _within(name: Object, number: int) -> String:
    return String(f"{number}-".encode() + bytes(name))


def _numbers(tree: Object) -> Iterator[tuple[int, Object]]:
    """Yield a number tree's entries (PDF 1.7, 7.9.7)."""
    flat = tree.get(Name.Nums, Array())
    for n in range(0, len(flat), 2):
        yield int(flat[n]), flat[n + 1]
    for child in tree.get(Name.Kids, Array()):
        yield from _numbers(child)


def _page_of(element: Object) -> tuple[int, int] | None:
    """Return which page an element stands on: its own, or that of the first thing in it."""
    for inner in elements(element):
        if Name.Pg in inner:
            return inner.Pg.objgen
        for child in children(inner):
            if isinstance(child, Dictionary) and Name.Pg in child:
                return child.Pg.objgen
    return None


def _order_pages(pdf: Pdf, frame: list[Object], after: dict[int, list[_Copied]]) -> None:
    where = 0
    for n in range(len(frame)):
        where += 1
        for part in after.get(n, []):
            for page in part.pages:
                pdf.pages.insert(where, Page(page))
                where += 1


def _outline(pdf: Pdf, frame: list[Object], after: dict[int, list[_Copied]]) -> None:
    """Hang each part below the last entry of the frame that leads to its page or to one before."""
    place = {page.objgen: n for n, page in enumerate(frame)}
    with pdf.open_outline() as outline:
        own = [(place.get(_aim(item), 0), item) for item in _flat(outline.root)]
        outline.root.clear()
        for n, item in own:
            item.children.clear()
            item.is_closed = False
            outline.root.append(item)
            last = [i for page, i in own if page == n][-1] is item
            for part in after.get(n, []) if last else []:
                target = Array([part.pages[0], Name.Fit])
                item.children.append(OutlineItem(part.title, target))


def _flat(items: list[OutlineItem]) -> Iterator[OutlineItem]:
    for item in items:
        yield item
        yield from _flat(list(item.children))


def _aim(item: OutlineItem) -> tuple[int, int] | None:
    target = item.destination
    return target[0].objgen if isinstance(target, Array) else None
