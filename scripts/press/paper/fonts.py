"""The one typeface, on paper and on the web: Atkinson Hyperlegible, from its PyPI package."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible"
FOLDER = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


def font_file(style: str) -> Path:
    """Return the TrueType file of a style: Regular, Bold, Italic or BoldItalic."""
    return FOLDER / f"AtkinsonHyperlegible-{style}.ttf"


@cache
def characters() -> frozenset[str]:
    """Return the characters that every style of the typeface has."""
    tables = [TTFont(font_file(style), lazy=True).getBestCmap() for style in STYLES]
    shared = set(tables[0]).intersection(*tables[1:])
    return frozenset(map(chr, shared)) | {"\n", "\t"}


@cache
def fingerprint() -> str:
    """Return a hash of the font files, part of what a printable is drawn from."""
    digest = hashlib.sha256()
    for style in STYLES:
        digest.update(font_file(style).read_bytes())
    return digest.hexdigest()
