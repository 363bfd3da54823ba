"""What printables are drawn from beside their own text: the library, the words, the place of use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno

from press.content.chapter import Chapter
from press.content.kinds import Printable
from press.content.library import Entry, Library
from press.render.prose import Block
from press.render.words import Words

Data = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """Everything at hand in one language.

    prose: gives a chapter's text as blocks for paper, by the chapter's file.
    local: the municipality that prints in its own name, as paper data; None for everybody's copies.
    """

    library: Library
    words: Words
    site_url: str
    prose: Callable[[str], list[Block]]
    local: Data | None = None

    @property
    def language(self) -> str:
        return self.words.language

    def chapter(self, name: str) -> Entry:
        """Return the chapter of that id, in the desk's language. Raises KeyError."""
        for entry in self.library.chapters(self.language):
            if entry.model.id == name:
                return entry
        raise KeyError(name)

    def printable(self, name: str) -> tuple[Entry, Printable]:
        """Return the printable of that id with the chapter it stands on. Raises KeyError."""
        for entry, printable in self.library.printables(self.language):
            if printable.id == name:
                return entry, printable
        raise KeyError(name)

    def address(self, entry: Entry) -> str:
        """Return a page's public address."""
        return self.site_url + entry.url

    def short_address(self, name: str) -> str:
        """Return the short public address of the chapter of that id: `https://…/k/101/`."""
        return f"{self.site_url}k/{self.library.codes.by_chapter[name]}/"

    def title_of(self, name: str) -> str:
        """Return the title of the chapter of that id."""
        entry = self.chapter(name)
        assert isinstance(entry.model, Chapter)
        return entry.model.title


def qr(address: str, title: str) -> Data:
    """Return an address as a QR code to draw: SVG with the quiet zone of four modules around it.

    title: what it leads to, for those who hear it.
    """
    return {"address": address, "title": title, "svg": _qr_drawing(address)}


@lru_cache(maxsize=1024)  # every municipality's edition leads to the same pages
def _qr_drawing(address: str) -> str:
    # Error correction M (15 %), ISO/IEC 18004: paper gets creased and coffee stains.
    code = segno.make_qr(address, error="m", boost_error=False)
    return code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)
