"""Puts our renderer into mkdocs-pdf-export-plugin, in place of the plugin's own and of WeasyPrint.

The plugin decides which pages get a PDF, calls us for each and lets us add the link. Its own renderer
is not used: it cuts pages off, writes no tags, hides its errors and can publish files of the machine.
So that it never can, neither it nor WeasyPrint is even loaded, and a build needs no Pango.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

log = logging.getLogger("mkdocs.press")

# Where overrides/web/chapter-head.html leaves room for the link, and in what words.
# An empty item's end tag may be left out in HTML, and lxml leaves it out.
PLACE = re.compile(r'<li class="pdf-link" data-chapter-pdf="([^"]*)">(?:</li>)?')

ChapterPdf = Callable[[str], bytes | None]


def replace_renderer(chapter_pdf: ChapterPdf) -> None:
    """Make the plugin ask chapter_pdf for each PDF, by the path it will be written to.

    chapter_pdf returns the PDF, or None for a page that has none or whose problem it has logged.
    Must run before the plugin's own `on_config`.
    """
    _module("mkdocs_pdf_export_plugin.renderer", Renderer=_renderer(chapter_pdf))
    # All that the plugin itself asks of WeasyPrint: a logger to set, and a path as an address.
    _module(
        "weasyprint",
        logger=_module("weasyprint.logger", LOGGER=logging.getLogger("weasyprint")),
        urls=_module("weasyprint.urls", path2url=lambda path: Path(path).absolute().as_uri()),
    )


def _module(name: str, **contents: object) -> ModuleType:
    """Put a module of that name and contents where `import` looks first."""
    module = ModuleType(name)
    vars(module).update(contents)
    sys.modules[name] = module
    return module


def _renderer(chapter_pdf: ChapterPdf) -> type:
    class Renderer:
        """Has what the plugin uses of its own renderer."""

        def __init__(self, combined: bool, theme: str, theme_handler_path: str | None) -> None:
            if combined or theme_handler_path:
                log.error("pdf-export: `combined` and `theme_handler_path` are not used here")
            self.page_order: list[str] = []
            self.pages: list[object] = []
            self.made = False

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

    return Renderer


def place_link(content: str, filename: str) -> str:
    """Return the page with a link to its PDF in the place kept for it."""
    link = rf'<li class="pdf-link"><a href="{filename}" type="application/pdf">\1</a></li>'
    return PLACE.sub(link, content)
