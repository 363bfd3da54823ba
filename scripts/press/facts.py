"""What a reader wants to know of a file before fetching it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Pages (0 for what has none), size in bytes, and width and height of page 1 in millimetres."""

    pages: int = 0
    bytes: int = 0
    width: int = 0
    height: int = 0
