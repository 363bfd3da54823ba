"""The site's own style sheet and scripts, each under an address that changes when it does."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from press.paper.fonts import fingerprint
from press.web.fonts import FONTS

STYLE = "assets/css/slingan.css"
_EVERYWHERE = ("header", "search")
# What a page must hold for a script to be of use on it.
_WHERE_NEEDED = {
    "data-read-easy": "reading",
    "data-listen": "listen",
    "data-checklist": "checklist",
    "data-path": "path",
    "data-print-shop": "print-shop",
    "data-resources": "print-shop",
    "data-remembered": "remembered",
    "data-ask": "ask",
    "data-course": "course",
    "data-lost": "lost",
    "data-share": "share",
    "data-term": "terms",
}
# What every working tool is run by, before its own rules; and what some rules need beside it.
_TOOL = re.compile(r'data-tool="([a-z0-9-]+)"')
_TOOL_KIT = ("tool-values", "tool-csv", "tool-form", "tool")
_TOOL_NEEDS: dict[str, tuple[str, ...]] = {
    "loop-planner": ("course",),
}


def stylesheet(look: Path) -> bytes:
    """Return the parts of the style sheet in overrides/css as one file, in the order of their names.

    The addresses of the typeface in it are those that versions() gives.
    """
    whole = b"\n".join(path.read_bytes() for path in sorted((look / "css").glob("*.css")))
    return whole.replace(b'.woff2"', f'.woff2?v={_typeface()}"'.encode())


def _typeface() -> str:
    return fingerprint()[:8]


def versions(look: Path) -> dict[str, str]:
    """Return the address of the style sheet, each script and each font, by where it lies in the site.

    A host may let browsers keep them for a year: what is changed has another address.
    """
    scripts = {f"assets/js/{path.name}": path for path in sorted((look / "assets/js").glob("*.js"))}
    found = {place: path.read_bytes() for place, path in scripts.items()}
    found[STYLE] = stylesheet(look)
    made = {place: f"{place}?v={_short(data)}" for place, data in found.items()}
    return made | {place: f"{place}?v={_typeface()}" for place in FONTS}


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def scripts_for(content: str) -> list[str]:
    """Return where the scripts lie that a page with this content needs, in order."""
    needed = [name for mark, name in _WHERE_NEEDED.items() if mark in content]
    if tool := _TOOL.search(content):
        needed += [*_TOOL_NEEDS.get(tool[1], ()), *_TOOL_KIT, f"tool-{tool[1]}"]
    return [f"assets/js/{name}.js" for name in (*_EVERYWHERE, *needed)]
