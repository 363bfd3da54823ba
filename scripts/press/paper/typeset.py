"""Sets one document with Typst: data and a template in, PDF or picture out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from press.paper.fonts import FOLDER

_OVER = re.compile(r"over:(\[.*\])")


@dataclass(frozen=True)
class Overfull:
    """A place whose text is taller than the place.

    field: the text's field within the printable, such as `panels.inside_3` or `cards.2.front`.
    over: millimetres. way: "tall" or "wide".
    """

    field: str
    over: float
    way: str = "tall"


def places(field: str) -> tuple[str | int, ...]:
    """Return a field's name as the steps that lead to it: `cards.2.front` becomes cards, 2, front."""
    return tuple(int(step) if step.isdigit() else step for step in field.split("."))


class Unsettable(Exception):
    """Raised when a document cannot be set. overfull lists places; it is empty for other causes."""

    def __init__(self, message: str, overfull: tuple[Overfull, ...] = ()) -> None:
        self.overfull = overfull
        super().__init__(message)


@lru_cache(maxsize=4)
def _compiler(root: Path) -> typst.Compiler:
    # Kept between documents: loading the fonts costs more than setting a page.
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )
    return typst.Compiler(root=str(root), font_paths=fonts, ignore_system_fonts=True)


def set_pdf(root: Path, template: Path, data: dict[str, Any], tagged: bool) -> bytes:
    """Return a PDF of data drawn by template; with tagged it is PDF/UA-1.

    root: the only folder Typst reads from. Raises Unsettable.
    """
    standards = ["ua-1"] if tagged else []
    return _compile(root, template, data, format="pdf", pdf_standards=standards, pdf_tags=tagged)


def set_pixels(root: Path, template: Path, data: dict[str, Any], ppi: float) -> bytes:
    """Return what template draws on its one page as a PNG of ppi pixels an inch. Raises Unsettable."""
    return _compile(root, template, data, format="png", ppi=ppi)


def _compile(root: Path, template: Path, data: dict[str, Any], **options: Any) -> Any:
    try:
        return _compiler(root).compile(
            str(template), sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, **options
        )
    except typst.TypstError as error:
        raise _unsettable(error) from error


def _unsettable(error: typst.TypstError) -> Unsettable:
    text = error.message.replace('\\"', '"')
    over = _OVER.search(text)
    if over:
        places = tuple(Overfull(**place) for place in json.loads(over[1]))
        return Unsettable("too much text", places)
    hints = f" ({'; '.join(error.hints)})" if error.hints else ""
    return Unsettable(error.message.strip() + hints)
