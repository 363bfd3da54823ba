"""One file per kind of printable: what its web fragment and its papers are drawn from."""

from __future__ import annotations

from press.render.kinds.base import Copy, Kind
from press.render.kinds.checklist import CHECKLIST
from press.render.kinds.folder import FOLDER

KINDS: dict[str, Kind] = {kind.name: kind for kind in (CHECKLIST, FOLDER)}

__all__ = ["KINDS", "Copy", "Kind"]
