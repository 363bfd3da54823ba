"""What the press needs to know of a kind of printable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from press.content.kinds import Printable
from press.content.stamp import Drawn
from press.render.desk import Desk

Data = dict[str, Any]


def _always(printable: Any) -> bool:
    return True


@dataclass(frozen=True)
class Copy:
    """One file of a printable.

    suffix: added to the printable's id in the file name; empty for the reading copy.
    template: file in overrides/print; empty for a Word file, which has none.
    label: the word for its link.
    tagged: the reading copy is PDF/UA-1; a sheet to fold or cut has no reading order and no tags.
    duplex: "short-edge" or "long-edge" for a copy that must be printed on both sides, "one-side" for one
    that must be printed at full size on one side.
    imposed: drawn with the pages of the reading copy as pictures, moved to where folding or cutting
    needs them.
    part_of_page: each sheet shows a part of a page of the reading copy.
    only: tells whether a printable has this copy, for a kind whose printables differ in theirs.
    """

    suffix: str
    template: str
    label: str
    tagged: bool = True
    duplex: str = ""
    imposed: bool = False
    part_of_page: bool = False
    ending: str = "pdf"
    only: Callable[[Any], bool] = _always


@dataclass(frozen=True)
class Bundle:
    """The documents behind one tab of a binder, by id, chapters first."""

    chapters: tuple[str, ...]
    printables: tuple[str, ...]


def _a4(printable: Any) -> str:
    return "A4"


def _never(printable: Any) -> bool:
    return False


def _plainly(printable: Any) -> str:
    return ""


def _no_fields(printable: Any, desk: Desk) -> dict[str, str]:
    return {}


def _only_its_own(printable: Any, desk: Desk) -> Drawn:
    return Drawn()


def _nothing(printable: Any) -> tuple[Bundle, ...]:
    return ()


@dataclass(frozen=True)
class Kind:
    """A kind of printable.

    copies: the files of all its printables; `copies_of` gives those of one.
    web: gives the variables of overrides/web/<name>.html.
    paper: gives the data its templates draw, without what all paper shares.
    fields: gives the PDF form fields as {name: what a screen reader says}.
    size: gives the size it has when it is finished, such as "A5"; `paper_A5` says what to print it on.
    bundles: for a kind whose reading copy is put together of other documents: what lies behind each
    of its tabs. Its template then draws one page for each tab, after those before the first tab.
    drawn: for a kind that prints what stands elsewhere: what that is. Raises KeyError.
    pages_by: the reading copy's number of pages must be a multiple of this.
    one_sided: whether a printable needs no backs, so that its sheets are not printed on both sides.
    way: what is added to `how_to_print_<name>` for a printable that is printed in a way of its own.
    """

    name: str
    copies: tuple[Copy, ...]
    web: Callable[[Any, Desk], Data]
    paper: Callable[[Any, Desk], Data]
    fields: Callable[[Any, Desk], dict[str, str]] = _no_fields
    size: Callable[[Any], str] = _a4
    bundles: Callable[[Any], tuple[Bundle, ...]] = _nothing
    drawn: Callable[[Any, Desk], Drawn] = _only_its_own
    pages_by: int = 1
    one_sided: Callable[[Any], bool] = _never
    way: Callable[[Any], str] = _plainly

    def copies_of(self, printable: Any) -> tuple[Copy, ...]:
        """Return the files of a printable, the reading copy first."""
        return tuple(copy for copy in self.copies if copy.only(printable))


def file_name(printable: Printable, copy: Copy) -> str:
    """Return a copy's file name: `booking-list.pdf`, `information-leaflet-print.pdf`."""
    stem = f"{printable.id}-{copy.suffix}" if copy.suffix else printable.id
    return f"{stem}.{copy.ending}"
