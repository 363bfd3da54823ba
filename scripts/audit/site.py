"""The finished site that is looked at, and the programs that look at it."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from press.content.library import load
from press.project import DEFAULT_LANGUAGE, LANGUAGES, Project
from press.render.kinds import KINDS
from press.render.urls import printable_file

# Where pages without menu and search lie, which paper and short links lead to, and their kind.
PLAIN = {"p/": "paper", "k/": "short-link"}
_SAYS = re.compile(r'<html lang="(\w+)">.*data-paper="(\w+)"', re.S)


@dataclass(frozen=True)
class Programs:
    """How programs that are not Python are called; tests put others in their place.

    chromium: the browser as readers have it; shell: the same without any window, which opens a page in a
    third of the processor's time, or else the browser itself.
    """

    nu: tuple[str, ...] = ()
    lighthouse: tuple[str, ...] = ()
    chromium: str = ""
    shell: str = ""


def browser() -> str:
    """Return where the system's browser lies; empty when it has none. CHROMIUM names another."""
    named = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    return named or ""


def shell() -> str:
    """Return where Chromium without windows lies, or the browser itself. CHROMIUM names another."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or browser()


def installed(modules: Path) -> Programs:
    """Return the programs that `setup.sh audit` has put into a node_modules folder."""
    return Programs(
        nu=("java", "-jar", str(modules / "vnu-jar" / "build" / "dist" / "vnu.jar")),
        lighthouse=("node", str(modules / "lighthouse" / "cli" / "index.js")),
        chromium=browser(),
        shell=shell(),
    )


@dataclass(frozen=True)
class Site:
    """A built site.

    folder: where it lies.
    site_url: the public address that its canonical addresses and its paper name; ends in a slash.
    address: where it is served for this audit; ends in a slash.
    sheets: PDFs to fold, cut or join, by their path below the folder: they have no reading order.
    """

    folder: Path
    site_url: str
    address: str = ""
    sheets: frozenset[str] = frozenset()
    programs: Programs = field(default_factory=Programs)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """All files, as paths below the folder."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in found))

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """All pages, as addresses below the root: `da/about/`, `404.html`."""
        names = (name for name in self.files if name.endswith(".html"))
        return tuple(
            n.removesuffix("index.html") if n.split("/")[-1] == "index.html" else n for n in names
        )

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The pages that stay when a browser opens them; those of short links send the reader on.

        Of those that paper leads to: one for each language and each thing they say.
        """
        seen: set[tuple[str, ...]] = set()
        return tuple(
            page for page in self.pages if not self._sends_on(page) and self._new(page, seen)
        )

    def _sends_on(self, page: str) -> bool:
        path = self.file(page)
        return path is not None and b" data-way>" in path.read_bytes()

    def _new(self, page: str, seen: set[tuple[str, ...]]) -> bool:
        """Return whether a page says what no page in seen did; a page that paper leads to is added."""
        if not page.startswith(tuple(PLAIN)):
            return True
        text = (self.file(page) or self.folder).read_text(encoding="utf-8")
        says = tuple(part for match in _SAYS.finditer(text) for part in match.groups())
        new = not says or says not in seen
        seen.add(says)
        return new

    @property
    def base(self) -> str:
        """The path that the site is put at: `/`, or `/slingan/`."""
        return urlsplit(self.site_url).path

    def file(self, place: str) -> Path | None:
        """Return the file behind an address below the root, or None where there is none."""
        path = self.folder / place
        path = path / "index.html" if place.endswith("/") or not place else path
        return path if path.is_file() else None


def language_of(page: str) -> str:
    """Return the language that a page's address says."""
    first = page.partition("/")[0]
    if page.startswith(tuple(PLAIN)):
        first = [*page.split("/"), "", ""][2]
    return first if first in LANGUAGES else DEFAULT_LANGUAGE


def kind_of(page: str) -> str:
    """Return what kind of page it is: `home`, `chapter`, or the name of a page there is one of."""
    for folder, kind in PLAIN.items():
        if page.startswith(folder):
            return kind
    slug = page.removeprefix(f"{language_of(page)}/").strip("/")
    if slug.endswith("/leader"):
        return "leader"
    if not slug:
        return "home"
    return "chapter" if "/" in slug else slug.removesuffix(".html")


def sheets_of(project: Project) -> frozenset[str]:
    """Return the PDFs of a project that are made for paper only, and so are not tagged."""
    library = load(project)
    return frozenset(
        printable_file(language, printable, copy)
        for language in LANGUAGES
        for _, printable in library.published(language)
        for copy in KINDS[printable.kind].copies_of(printable)
        if copy.imposed or not copy.tagged
    )
