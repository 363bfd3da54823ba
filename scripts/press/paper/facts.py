"""Reads pages and sizes of finished files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pikepdf

from press.facts import Facts

_MM = 25.4 / 72


@lru_cache(maxsize=4096)
def facts_of(path: Path) -> Facts:
    """Return the facts of a finished file; files in the store never change."""
    size = path.stat().st_size
    if path.suffix != ".pdf":
        return Facts(bytes=size)
    with pikepdf.open(path) as pdf:
        box = [float(side) for side in pdf.pages[0].mediabox]
        width, height = (round((box[n + 2] - box[n]) * _MM) for n in (0, 1))
        return Facts(len(pdf.pages), size, width, height)
