"""Folder: a leaflet folded in three, to print, and panel by panel to read."""

from __future__ import annotations

from press.content.markup import to_html
from press.content.printables.folder import BackPanel, Folder, Panel
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind
from press.render.prose import blocks

# The order in which a reader meets the panels; the reading copy follows it.
READING_ORDER = ("cover", "inside_1", "inside_2", "inside_3", "flap", "back")


def _panels(folder: Folder) -> list[tuple[str, Panel]]:
    return [(name, getattr(folder.panels, name)) for name in READING_ORDER]


def _web(folder: Folder, desk: Desk) -> Data:
    return {
        "panels": [
            {"name": name, "title": panel.title, "html": to_html(panel.text)}
            for name, panel in _panels(folder)
        ]
    }


def _paper(folder: Folder, desk: Desk) -> Data:
    return {
        "panels": {
            name: {
                "title": panel.title,
                "blocks": blocks(to_html(panel.text), "", keep_lines=folder.easy_read),
                "contact": list(panel.contact) if isinstance(panel, BackPanel) else [],
            }
            for name, panel in _panels(folder)
        },
        "reading_order": list(READING_ORDER),
        "easy_read": folder.easy_read,
    }


def _fields(folder: Folder, desk: Desk) -> dict[str, str]:
    return {f"contact-{n}": label for n, label in enumerate(folder.panels.back.contact, 1)}


FOLDER = Kind(
    name="folder",
    copies=(
        Copy("", "folder.typ", "pdf_reading"),
        Copy("print", "folder-print.typ", "pdf_print", tagged=False, duplex="short-edge"),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
)
