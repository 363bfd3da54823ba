"""Sheets of A5: one by one to fill in on a screen, two on an A4 to print and cut apart."""

from __future__ import annotations

from typing import Any

from press.render.kinds.base import Copy


def is_a5(printable: Any) -> bool:
    """Return whether a checklist or a worksheet is on A5."""
    return bool(printable.paper == "A5")


def is_larger(printable: Any) -> bool:
    """Return whether a checklist or a worksheet is printed as it is."""
    return not is_a5(printable)


def a5_copies(template: str) -> tuple[Copy, Copy]:
    """Return the copies of a sheet on A5 that a template draws.

    Both halves of a printed sheet are the same page, so that a second page lies behind the first
    whichever half one takes.
    """
    two = Copy(
        "print",
        "two-on-a4.typ",
        "pdf_two_on_a4",
        tagged=False,
        duplex="short-edge",
        imposed=True,
        only=is_a5,
    )
    return Copy("", template, "pdf_a5", only=is_a5), two
