"""QR codes (ISO/IEC 18004): error correction M, the quiet zone around them, dark on white."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

QUIET = 4  # modules that stay light on every side
MODULE = 0.4  # millimetres; base.typ has the same. Smaller ones blur on an office printer
_DOTS = 8  # pixels to a module: more than 200 dots per inch at that size
_LARGE = 24  # pixels to a module of a file of its own: sharp on a slide and on a sheet of A4


@lru_cache(maxsize=1024)  # every municipality's edition leads to the same pages
def _code(address: str) -> segno.QRCode:
    # M gives back 15 %: paper gets creased and coffee stains.
    return segno.make_qr(address, error="m", boost_error=False)


def drawing(address: str) -> str:
    """Return a code as SVG that takes the size it is given."""
    return _code(address).svg_inline(border=QUIET, dark="#000", light="#fff", omitsize=True)


def modules(address: str) -> int:
    """Return how many modules a code has along a side, with its quiet zone."""
    return _code(address).symbol_size(border=QUIET)[0]


def files(address: str) -> tuple[bytes, bytes]:
    """Return a code as files to be put on slides and notices: SVG and PNG, each with a size."""
    out = io.BytesIO()
    look = {"border": QUIET, "dark": "#000", "light": "#fff"}
    _code(address).save(out, kind="svg", scale=10, xmldecl=False, nl=False, **look)
    return out.getvalue(), pixels(address, _LARGE)


def pixels(address: str, dots: int = _DOTS) -> bytes:
    """Return a code as PNG, for programs that show no SVG; dots: pixels to a module."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", scale=dots, border=QUIET, dark="#000", light="#fff")
    return out.getvalue()
