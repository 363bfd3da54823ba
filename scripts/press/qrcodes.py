"""QR codes for paper (ISO/IEC 18004): error correction M, the quiet zone around them, dark on white."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

QUIET = 4  # modules that stay light on every side
MODULE = 0.4  # millimetres; base.typ has the same. Smaller ones blur on an office printer
_DOTS = 8  # pixels to a module: more than 200 dots per inch at that size


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


def pixels(address: str) -> bytes:
    """Return a code as PNG, for programs that show no SVG."""
    out = io.BytesIO()
    _code(address).save(out, kind="png", scale=_DOTS, border=QUIET, dark="#000", light="#fff")
    return out.getvalue()
