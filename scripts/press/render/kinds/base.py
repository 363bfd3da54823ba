"""What the press needs to know of a kind of printable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from press.content.kinds import Printable
from press.render.words import Words

Data = dict[str, Any]


@dataclass(frozen=True)
class Copy:
    """One PDF of a printable.

    suffix: added to the printable's id in the file name; empty for the reading copy.
    template: file in overrides/print.
    tagged: the reading copy is PDF/UA-1; a sheet to fold or cut has no reading order and no tags.
    duplex: "short-edge" or "long-edge" for a copy that must be printed on both sides.
    """

    suffix: str
    template: str
    label: str
    tagged: bool = True
    duplex: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of printable.

    web: gives the variables of overrides/web/<name>.html.
    paper: gives the data its templates draw, without what all paper shares.
    fields: gives the PDF form fields as {name: what a screen reader says}.
    """

    name: str
    copies: tuple[Copy, ...]
    web: Callable[[Any, Words], Data]
    paper: Callable[[Any, Words], Data]
    fields: Callable[[Any, Words], dict[str, str]]


def file_name(printable: Printable, copy: Copy) -> str:
    """Return a copy's file name: `booking-list.pdf`, `information-leaflet-print.pdf`."""
    return f"{printable.id}-{copy.suffix}.pdf" if copy.suffix else f"{printable.id}.pdf"
