"""The data that a printable's papers are drawn from."""

from __future__ import annotations

from press.content.kinds import Printable
from press.content.library import Entry
from press.render.desk import Desk
from press.render.kinds import KINDS
from press.render.paperdata import Data, shared_data


def printable_data(entry: Entry, printable: Printable, desk: Desk) -> Data:
    """Return everything the templates of a printable need, as JSON can carry it."""
    kind = KINDS[printable.kind]
    own = {"id": printable.id, "title": printable.title, "summary": printable.summary}
    edition = {"edition": printable.edition.isoformat()}
    labels = {"labels": kind.fields(printable, desk)}
    code = {"qr": desk.printable_qr(printable)}
    return shared_data(entry, desk) | own | edition | code | labels | kind.paper(printable, desk)
