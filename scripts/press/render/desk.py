"""What printables are drawn from beside their own text: the library, the words, the place of use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from press import qrcodes
from press.content.chapter import Chapter
from press.content.kinds import Printable
from press.content.library import Entry, Library
from press.content.printed import arrival
from press.content.registers import GlossaryEntry
from press.content.stamp import Part
from press.render.prose import Block
from press.render.words import Words, alphabetical

Data = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """Everything at hand in one language.

    prose: gives a chapter's text as blocks for paper, by the chapter's file.
    explained: gives the notions that a chapter explains, by the chapter's file.
    local: the municipality that prints in its own name, as paper data; None for everybody's copies.
    """

    library: Library
    words: Words
    site_url: str
    prose: Callable[[str], list[Block]]
    local: Data | None = None
    explained: Callable[[str], list[GlossaryEntry]] = lambda path: []

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

    def is_withheld(self, name: str) -> bool:
        """Return whether the printable of that id is not published in the desk's language."""
        return self.library.translations.is_withheld(self.language, name)

    def address(self, entry: Entry) -> str:
        """Return a page's public address."""
        return self.site_url + entry.url

    def short_address(self, name: str) -> str:
        """Return the short public address of the chapter of that id: `https://…/k/101/`."""
        code = self.library.codes.by_chapter.get(name)
        # A preview also shows a chapter that has no code yet; a build stops there.
        return f"{self.site_url}k/{code}/" if code else f"{self.site_url}k/"

    def short_text(self, name: str) -> str:
        """Return the short address as it is printed and said: `slingan.example/k/101/`."""
        return self.short_address(name).partition("://")[2]

    def arrival(self, printable: Printable) -> str:
        """Return the public address that this edition's paper carries."""
        return self.site_url + arrival(printable.id, self.language, printable.edition)

    def chapter_part(self, name: str) -> Part:
        """Return a chapter as a part of a printable that prints it. Raises KeyError."""
        chapter = self.chapter(name).model
        assert isinstance(chapter, Chapter)
        return Part(chapter.id, chapter.title, chapter.edition)

    def printable_part(self, name: str) -> Part:
        """Return a printable as a part of another one that it lies in. Raises KeyError."""
        printable = self.printable(name)[1]
        return Part(printable.id, printable.title, printable.edition)

    def chapter_qr(self, entry: Entry) -> Data:
        """Return the QR code that leads to a chapter, in its language."""
        assert isinstance(entry.model, Chapter)
        address = f"{self.short_address(entry.model.id)}{self.language}/"
        return qr(address, f"{self.leads_to(entry)} {entry.model.title}")

    def leads_to(self, entry: Entry) -> str:
        """Return what a screen reader says of a QR code before the title of the page it leads to."""
        return self.words[f"qr_leads_to_{self.library.page_kind(entry.model)}"]

    def printable_qr(self, printable: Printable) -> Data:
        """Return the QR code that tells whether paper of this edition is still the newest."""
        return qr(self.arrival(printable), f"{self.words['qr_asks']} {printable.title}")

    def words_in(self, entry: Entry) -> list[Data]:
        """Return the words that a chapter explains, in alphabetical order, with what they mean."""
        found = [
            {"id": one.id, "term": one[self.language].term, "text": one[self.language].explanation}
            for one in self.explained(entry.source.path)
        ]
        return sorted(found, key=lambda word: alphabetical(word["term"], self.language))

    def title_of(self, name: str) -> str:
        """Return the title of the chapter of that id."""
        entry = self.chapter(name)
        assert isinstance(entry.model, Chapter)
        return entry.model.title


def qr(address: str, title: str) -> Data:
    """Return an address as a QR code to draw: SVG with the quiet zone around it.

    title: what a screen reader says of it. `modules` counts them along a side, with the zone.
    """
    return {
        "address": address,
        "title": title,
        "svg": qrcodes.drawing(address),
        "modules": qrcodes.modules(address),
    }
