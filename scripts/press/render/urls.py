"""Addresses inside the site, always relative, so that a page works wherever the site is put."""

from __future__ import annotations

from press.content.kinds import Printable
from press.content.library import Entry
from press.render.kinds.base import Copy, file_name
from press.render.relative import relative as relative


def printable_file(language: str, printable: Printable, copy: Copy) -> str:
    """Return where a copy of a printable lies in the site."""
    return f"print/{language}/{file_name(printable, copy)}"


def picture_file(language: str, printable: Printable) -> str:
    """Return where the picture of a printable's first page lies in the site."""
    return f"print/{language}/{printable.id}.webp"


def small_picture_file(language: str, printable: Printable) -> str:
    """Return where the print shop's picture of a printable's first page lies in the site."""
    return f"print/{language}/{printable.id}-small.webp"


def short_page(code: int, language: str = "") -> str:
    """Return where the short page of a chapter lies: in all languages, or in one."""
    return f"k/{code}/{language}/" if language else f"k/{code}/"


def share_file(code: int, language: str, name: str) -> str:
    """Return where a file to share a chapter by lies: `qr.svg`, `qr.png`, `slide.png`."""
    return f"{short_page(code, language)}{name}"


def chapter_pdf(entry: Entry) -> str:
    """Return where a chapter's own PDF lies in the site; the pdf-export plugin puts it there."""
    return f"{entry.url}{entry.model.id}.pdf"
