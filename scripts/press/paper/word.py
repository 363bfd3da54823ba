"""Makes a Word file of a letter, for those who must change its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def word_file(data: dict[str, Any], root: Path) -> bytes:
    """Return a .docx of a letter's paper data; pictures are read below root. Same data, same bytes."""
    raise NotImplementedError
