"""Addresses as seen from a page."""

from __future__ import annotations

import posixpath


def relative(target: str, page: str) -> str:
    """Return the address of target seen from page; both are paths below the site's root.

    page ends in a slash or is empty; a target that ends in a slash keeps it.
    """
    path = posixpath.relpath(target or ".", page or ".")
    return f"{path}/" if target.endswith("/") or not target else path
