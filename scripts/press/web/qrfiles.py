"""QR codes as files, to be put on slides, posters and notices of one's own."""

from __future__ import annotations

import io

import segno

_QUIET = 4  # modules of white round a code, ISO/IEC 18004
# About 900 pixels a side: sharp on a slide and on a sheet of A4, in about 1 kB of two colours.
_PIXELS = 24


def qr_files(address: str) -> tuple[bytes, bytes]:
    """Return an address as SVG and as PNG, black on white with the quiet zone in the picture."""
    # Error correction M (15 %): what is put up on a wall gets creased.
    code = segno.make_qr(address, error="m", boost_error=False)
    drawn, dotted = io.BytesIO(), io.BytesIO()
    look = {"border": _QUIET, "dark": "#000", "light": "#fff"}
    code.save(drawn, kind="svg", scale=10, xmldecl=False, nl=False, **look)
    code.save(dotted, kind="png", scale=_PIXELS, **look)
    return drawn.getvalue(), dotted.getvalue()
