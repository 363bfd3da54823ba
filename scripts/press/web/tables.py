"""Makes tables usable by keyboard and screen reader, and scrollable on narrow screens."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement


def wrap_tables(root: HtmlElement, label: Callable[[str], str], name: Callable[[int], str]) -> None:
    """Put each table into a scroller that takes focus and has a name; give header cells a scope.

    label: gives the scroller's name for what the table is called: its caption, or what name gives for its
    number. Where nothing rolls, assets/js/header.js takes name and focus away. WCAG 2.1.1, 1.3.1.
    """
    for number, table in enumerate(root.iter("table"), 1):
        # Material wraps tables without a class at run time, without a way in for the keyboard.
        table.set("class", "table")
        for cell in table.iter("th"):
            if cell.text_content().strip():
                cell.set("scope", "col" if cell.getparent().getparent().tag == "thead" else "row")
            else:
                cell.tag = "td"
        _name_rows(table)
        wrapper = html.Element("div")
        wrapper.set("class", "table-wrap")
        wrapper.set("role", "region")
        wrapper.set("tabindex", "0")
        caption = table.findtext("caption", "").strip()
        wrapper.set("aria-label", label(caption or name(number)))
        wrapper.tail, table.tail = table.tail, None
        table.getparent().replace(table, wrapper)
        wrapper.append(table)
        for cell in table.iter("td", "th"):
            style = cell.attrib.pop("style", "")
            if style.startswith("text-align:"):
                cell.set("class", f"align-{style.removeprefix('text-align:').strip(' ;')}")


def _name_rows(table: HtmlElement) -> None:
    """Make the first cell of each row its heading where a row has more than one value to tell apart."""
    for row in table.iter("tr"):
        cells = row.findall("td")
        if len(cells) >= 3 and len(cells) == len(row) and cells[0].text_content().strip():
            cells[0].tag = "th"
            cells[0].set("scope", "row")
