"""Makes one printable: from the store if it was drawn before, else typeset, filled in and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from press.paper import fonts
from press.paper.checks import foreign_fonts
from press.paper.formfields import add_fields
from press.paper.printing import for_duplex
from press.paper.store import Store, fingerprint, key
from press.paper.typeset import Unsettable, set_pdf, set_picture
from press.project import Project

PICTURE_PPI = 72


@dataclass(frozen=True)
class Job:
    """One document to make.

    data: what the template draws; `labels` in it names the form fields.
    pictures: files the template shows besides.
    duplex: "short-edge" or "long-edge" for a sheet that must be printed on both sides at full size.
    """

    template: str
    data: dict[str, Any]
    tagged: bool = True
    pictures: tuple[Path, ...] = ()
    duplex: str = ""


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
        programs = f"typst {version('typst')} pikepdf {version('pikepdf')}"
        return "|".join((templates, own, fonts.fingerprint(), programs))

    def pdf(self, job: Job) -> Path:
        """Return the finished PDF. Raises Unsettable."""
        name = self._name(job, "pdf")
        return self._kept(name, ".pdf") or self.store.put(name, ".pdf", self._make(job))

    def picture(self, job: Job) -> Path:
        """Return a PNG of the first page. Raises Unsettable."""
        name = self._name(job, f"png {PICTURE_PPI}")
        made = self._kept(name, ".png")
        if made:
            return made
        picture = set_picture(self.project.root, self._template(job), job.data, PICTURE_PPI)
        return self.store.put(name, ".png", picture)

    def _template(self, job: Job) -> Path:
        path = self.project.look / "print" / job.template
        if not path.is_file():
            raise Unsettable(f"the template {self.project.relative(path)} does not exist")
        return path

    def _name(self, job: Job, form: str) -> str:
        shown = fingerprint(job.pictures)
        asked = (job.template, str(job.tagged), job.duplex, form)
        return key(job.data, *asked, shown, self._drawn_with)

    def _kept(self, name: str, suffix: str) -> Path | None:
        path = self.store.get(name, suffix)
        if path:
            self.found += 1
        else:
            self.made += 1
        return path

    def _make(self, job: Job) -> bytes:
        data = set_pdf(self.project.root, self._template(job), job.data, job.tagged)
        data = add_fields(data, job.data.get("labels", {}))
        if job.duplex:
            data = for_duplex(data, job.duplex)
        foreign = foreign_fonts(data)
        if foreign:
            raise Unsettable(f"fonts other than the project's own: {', '.join(sorted(foreign))}")
        return data
