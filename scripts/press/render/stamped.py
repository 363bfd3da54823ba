"""Each printable with all that it prints, so that a change of any of it is noticed."""

from __future__ import annotations

from collections.abc import Iterator

from press.content.kinds import Printable
from press.content.library import Entry
from press.content.stamp import Drawn, Stamped
from press.render.desk import Desk
from press.render.kinds import KINDS
from press.render.prose import Unprintable


def stamped(desk: Desk) -> Iterator[Stamped]:
    """Yield a language's printables with what their stamps are judged by.

    One that names a chapter or printable that is not there is left out: it has its problem already.
    """
    library, language = desk.library, desk.language
    issued = {line.id: line.editions[language] for line in library.printed if not line.gone}
    for entry, printable in library.printables(language):
        drawn = drawn_by(printable, desk)
        if drawn is not None:
            yield Stamped(
                printable,
                entry.source,
                _place(entry, printable),
                drawn,
                issued.get(printable.id, ()),
                desk.words["change_of_part"],
            )


def drawn_by(printable: Printable, desk: Desk) -> Drawn | None:
    """Return what a printable prints beside its own texts; None when something of it is missing."""
    try:
        return KINDS[printable.kind].drawn(printable, desk)
    except (KeyError, AssertionError, Unprintable):
        return None


def _place(entry: Entry, printable: Printable) -> tuple[str, int]:
    return "printables", entry.model.printables.index(printable)
