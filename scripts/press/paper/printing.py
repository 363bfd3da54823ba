"""Tells printers how a sheet must be printed, so that folds and cuts end up where they were drawn."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Dictionary, Name

_DUPLEX = {
    "short-edge": Name.DuplexFlipShortEdge,
    "long-edge": Name.DuplexFlipLongEdge,
    "none": Name.Simplex,
}


def for_duplex(data: bytes, edge: str) -> bytes:
    """Return the PDF asking for its sides, flipped on edge, at full size (PDF 1.7, 12.2).

    edge: "short-edge", "long-edge", or "none" for sheets with an empty back.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        wishes = pdf.Root.get(Name.ViewerPreferences, Dictionary())
        wishes.PrintScaling, wishes.Duplex = Name("/None"), _DUPLEX[edge]
        pdf.Root.ViewerPreferences = wishes
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()
