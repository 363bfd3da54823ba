"""Tells printers how a sheet is to be printed, so that folds, cuts and lines end up where they belong."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Dictionary, Name

_DUPLEX = {
    "short-edge": Name.DuplexFlipShortEdge,
    "long-edge": Name.DuplexFlipLongEdge,
    "one-side": Name.Simplex,
}


def at_full_size(data: bytes, edge: str = "") -> bytes:
    """Return the PDF asking to be printed at full size (PDF 1.7, 12.2).

    edge: "short-edge" or "long-edge" to be flipped on, "one-side" for sheets with an empty back; left
    out, the reader's own printer decides.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        wishes = pdf.Root.get(Name.ViewerPreferences, Dictionary())
        wishes.PrintScaling = Name("/None")
        if edge:
            wishes.Duplex = _DUPLEX[edge]
        pdf.Root.ViewerPreferences = wishes
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()
