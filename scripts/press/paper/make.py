"""Makes one document: from the store if it was made before, else set, filled in and inspected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from press.paper import fonts
from press.paper.formfields import UnnamedField, add_fields
from press.paper.inspect import Wanted, faults, first_page, page_count, unread_codes
from press.paper.join import Part, join
from press.paper.links import name_links
from press.paper.pixels import with_palette
from press.paper.printing import at_full_size
from press.paper.store import Store, fingerprint, key
from press.paper.typeset import Unsettable, set_pdf, set_pixels
from press.paper.word import word_file
from press.project import Project

# The longer side of a picture: nearly twice what a chapter shows; and what the print shop shows.
PICTURE_PIXELS = 560
SMALL_PIXELS = 300
_CARD = "card png"
_PROGRAMS = ("typst", "pikepdf", "python-docx")


@dataclass(frozen=True)
class Job:
    """One document to make.

    template: file in overrides/print; empty for a Word file.
    data: what the template draws; `labels` in it names the form fields.
    duplex: "short-edge" or "long-edge" for a sheet that must be printed on both sides at full size,
    "one-side" for one side at full size.
    part_of_page: each sheet shows a part of a larger page.
    imposes: the document whose pages the template puts on its sheets. It finds them in `data.source`.
    joins: documents to be put between the pages that the template draws: the last group follows its
    last page, the last but one its last but one, and so on; pages before them stand first.
    pages_by: the number of pages must be a multiple of this.
    """

    template: str
    data: dict[str, Any]
    tagged: bool = True
    duplex: str = ""
    part_of_page: bool = False
    imposes: Job | None = None
    joins: tuple[tuple[Job, ...], ...] = ()
    pages_by: int = 1
    ending: str = "pdf"


class Press:
    """Makes documents of one project and counts what was new and what was in the store."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.store = Store(project.store)
        self.made = self.found = 0

    @cached_property
    def _drawn_with(self) -> str:
        """A hash of everything but data that can change a document: looks, typeface, programs."""
        templates = fingerprint((self.project.look / "print").glob("*.typ"))
        own = fingerprint(Path(__file__).parent.glob("*.py"))
        programs = " ".join(f"{name} {version(name)}" for name in _PROGRAMS)
        return "|".join((templates, own, fonts.fingerprint(), programs))

    def file(self, job: Job) -> Path:
        """Return the finished document. Raises Unsettable."""
        suffix = f".{job.ending}"
        name = self._name(job, job.ending)
        return self._kept(name, suffix) or self.store.put(name, suffix, self._make(job))

    def picture(self, job: Job, pixels: int = PICTURE_PIXELS) -> Path:
        """Return a WebP of the document's first page; pixels: its longer side. Raises Unsettable."""
        name = self._name(job, f"webp {pixels}")
        made = self._kept(name, ".webp")
        if made:
            return made
        return self.store.put(name, ".webp", first_page(self.file(job).read_bytes(), pixels))

    def card(self, job: Job) -> Path:
        """Return a document of one page as a PNG of few colours, a pixel to a point.

        Its QR codes have been read from the very picture. Raises Unsettable.
        """
        name = self._name(job, _CARD)
        made = self._kept(name, ".png")
        if made:
            return made
        drawn = with_palette(set_pixels(self.project.root, self._template(job), job.data, 72))
        wanted = frozenset(_addresses(job.data))
        unread = unread_codes(drawn, wanted) if wanted else []
        if unread:
            raise Unsettable(f"its QR code for {unread[0]} cannot be read")
        return self.store.put(name, ".png", drawn)

    def card_is_made(self, job: Job) -> bool:
        """Return whether the document's card is in the store."""
        return self.store.get(self._name(job, _CARD), ".png") is not None

    def is_made(self, job: Job) -> bool:
        """Return whether the document is in the store."""
        return self.store.get(self._name(job, job.ending), f".{job.ending}") is not None

    def _template(self, job: Job) -> Path:
        path = self.project.look / "print" / job.template
        if not path.is_file():
            raise Unsettable(f"the template {self.project.relative(path)} does not exist")
        return path

    def _name(self, job: Job, form: str) -> str:
        root = self.project.root
        shown = fingerprint(root / path.lstrip("/") for path in sorted(_pictures(job.data)))
        asked = (job.template, str(job.tagged), job.duplex, str(job.pages_by), form)
        within = [self._name(job.imposes, "pdf")] if job.imposes else []
        within += [f"{n} {self._name(part, 'pdf')}" for n, g in enumerate(job.joins) for part in g]
        return key(job.data, *asked, shown, *within, self._drawn_with)

    def _kept(self, name: str, suffix: str) -> Path | None:
        path = self.store.get(name, suffix)
        if path:
            self.found += 1
        else:
            self.made += 1
        return path

    def _data(self, job: Job) -> dict[str, Any]:
        if job.imposes is None:
            return job.data
        source = self.file(job.imposes)
        place = f"/{self.project.relative(source)}"
        return job.data | {"source": {"path": place, "pages": page_count(source.read_bytes())}}

    def _make(self, job: Job) -> bytes:
        if job.ending == "docx":
            return word_file(self._for_word(job.data), self.project.root)
        data = self._data(job)
        made = set_pdf(self.project.root, self._template(job), data, job.tagged)
        try:
            made = add_fields(made, data.get("labels", {}))
        except UnnamedField as error:
            raise Unsettable(str(error)) from error
        if job.tagged:
            made = name_links(made)
        if job.joins:
            made = self._joined(job, made)
        made = at_full_size(made, job.duplex)
        wanted = Wanted(
            tagged=job.tagged,
            addresses=frozenset(_addresses(data)).union(*map(_within, job.joins)),
            pages_by=job.pages_by,
            holes=bool(job.joins),
            part_of_page=job.part_of_page,
        )
        found = faults(made, wanted)
        if found:
            raise Unsettable(f"{job.template}: {'; '.join(found)}")
        return made

    def _for_word(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return a letter's data with its logo in pixels: Word does not show SVG everywhere."""
        local = data.get("local")
        logo = local and local["logo"]
        if not logo or not logo["path"].endswith(".svg"):
            return data
        name = key(logo["path"], "pixels", self._drawn_with)
        template = self.project.look / "print" / "logo.typ"
        asked = {"path": logo["path"]}
        draw = partial(set_pixels, self.project.root, template, asked, 300)
        file = self.store.keep(name, ".png", draw)
        path = f"/{self.project.relative(file)}"
        return data | {"local": local | {"logo": logo | {"path": path}}}

    def _joined(self, job: Job, made: bytes) -> bytes:
        first = page_count(made) - len(job.joins)
        parts = [
            Part(self.file(part).read_bytes(), part.data["title"], after=n)
            for n, group in enumerate(job.joins, first)
            for part in group
        ]
        return join(made, parts)


def _pictures(data: Any) -> Iterator[str]:
    """Yield the paths of pictures in data, as seen from the project's root."""
    return (str(found["path"]) for found in _blocks(data) if found.get("kind") == "picture")


def _addresses(data: Any) -> Iterator[str]:
    """Yield the addresses that stand in data as QR codes."""
    return (str(found["address"]) for found in _blocks(data) if found.keys() >= {"svg", "address"})


def _within(group: tuple[Job, ...]) -> set[str]:
    """Return the addresses of QR codes in documents that are laid into another."""
    return {address for job in group for address in _addresses(job.data)}


def _blocks(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every block inside data, however deep, and data itself."""
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _blocks(part)
