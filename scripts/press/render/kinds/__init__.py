"""One file per kind of printable: what its web fragment and its papers are drawn from."""

from __future__ import annotations

from press.render.kinds.base import Copy, Kind
from press.render.kinds.binder import BINDER
from press.render.kinds.booklet import BOOKLET
from press.render.kinds.cards import CARDS
from press.render.kinds.checklist import CHECKLIST
from press.render.kinds.folder import FOLDER
from press.render.kinds.letter import LETTER
from press.render.kinds.links import LINKS
from press.render.kinds.plan import PLAN
from press.render.kinds.poster import POSTER
from press.render.kinds.worksheet import WORKSHEET

_ALL = (CHECKLIST, FOLDER, BOOKLET, WORKSHEET, CARDS, POSTER, LETTER, BINDER, PLAN, LINKS)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}

__all__ = ["KINDS", "Copy", "Kind"]
