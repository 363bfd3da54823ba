"""The typeface for the web: WOFF2 made from the same files that paper is set in."""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.ttLib import TTFont

from press.paper.fonts import fingerprint, font_file
from press.paper.store import Store, key

# The styles that pages load, by where their files lie in the site.
FONTS = {f"assets/fonts/atkinson-{style.lower()}.woff2": style for style in ("Regular", "Bold")}


def web_fonts(store: Store) -> dict[str, Path]:
    """Return the WOFF2 files by where they lie in the site; made once, then kept in the store."""
    return {place: _woff2(style, store) for place, style in FONTS.items()}


def _woff2(style: str, store: Store) -> Path:
    name = key(style, "woff2", fingerprint())
    return store.keep(name, ".woff2", lambda: _convert(font_file(style)))


def _convert(path: Path) -> bytes:
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
