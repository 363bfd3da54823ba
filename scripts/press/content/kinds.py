"""The kinds of printables there are. A new kind is named here and in render/kinds/__init__.py.

guide/engineers.md tells the steps in order.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from press.content.printables.binder import Binder
from press.content.printables.booklet import Booklet
from press.content.printables.cards import Cards
from press.content.printables.checklist import Checklist
from press.content.printables.folder import Folder
from press.content.printables.letter import Letter
from press.content.printables.links import Links
from press.content.printables.plan import Plan
from press.content.printables.poster import Poster
from press.content.printables.worksheet import Worksheet
from press.content.schema import kinds_of, models_in

Printable = Annotated[
    Checklist | Folder | Booklet | Worksheet | Cards | Poster | Letter | Binder | Plan | Links,
    Field(discriminator="kind"),
]
KINDS = {kinds_of(model)[0]: model for model in models_in(Printable)}
