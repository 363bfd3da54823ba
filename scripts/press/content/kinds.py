"""The kinds of printables there are. A new kind starts with a line here.

What else a kind needs, each found by the kind's name:
  content/printables/<kind>.py   its model (what authors write)
  render/kinds/<kind>.py         its data for web and paper
  overrides/web/<kind>.html      how it looks in a page
  overrides/print/<kind>*.typ    how it looks on paper, one template per copy
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from press.content.printables.checklist import Checklist
from press.content.printables.folder import Folder

Printable = Annotated[Checklist | Folder, Field(discriminator="kind")]
KINDS: dict[str, type[Checklist] | type[Folder]] = {"checklist": Checklist, "folder": Folder}
