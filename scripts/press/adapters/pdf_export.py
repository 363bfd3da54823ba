"""Puts our renderer into mkdocs-pdf-export-plugin.

The plugin decides which pages get a PDF, calls us for each and lets us add the link. Its own renderer
is not used: it cuts pages off, writes no tags, hides its errors and can publish files of the machine.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger("mkdocs.press")

# Where overrides/web/chapter-head.html leaves room for the link, and in what words.
PLACE = re.compile(r'<span class="pdf-link" data-chapter-pdf="([^"]*)"></span>')

ChapterPdf = Callable[[str], bytes | None]


def replace_renderer(chapter_pdf: ChapterPdf) -> None:
    """Make the plugin ask chapter_pdf for each PDF, by the path it will be written to.

    chapter_pdf returns the PDF, or None for a page that has none or whose problem it has logged.
    """
    # Imported here: it loads WeasyPrint, which a build without chapter PDFs can do without.
    from mkdocs_pdf_export_plugin import renderer

    class Renderer(renderer.Renderer):
        """Stands where the plugin looks its renderer up."""

        made = False

        def write_pdf(self, content: str, base_url: str, filename: str) -> None:
            # The plugin prints exceptions and goes on; a strict build only stops for what is logged.
            self.made = False
            try:
                data = chapter_pdf(filename)
            except Exception:
                log.exception("the PDF %s could not be made", Path(filename).name)
                return
            if data:
                Path(filename).write_bytes(data)
                self.made = True

        def add_link(self, content: str, filename: str) -> str:
            return place_link(content, filename) if self.made else content

    renderer.Renderer = Renderer


def place_link(content: str, filename: str) -> str:
    """Return the page with a link to its PDF in the place kept for it."""
    link = rf'<a class="pdf-link" href="{filename}" type="application/pdf">\1</a>'
    return PLACE.sub(link, content)
