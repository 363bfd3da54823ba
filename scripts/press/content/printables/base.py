"""What every printable has, whatever its kind."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from press.content.fields import Edition, Key, Model, Translated


class PrintableBase(Model):
    """The keys all kinds share."""

    id: Key = Field(description="Name that never changes and is unique in the whole site.")
    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=70), Translated()
    ] = Field(description="What stands on top of the paper; 70 characters at the most.")
    summary: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=170), Translated()
    ] = Field(description="One sentence: what it is for.")
    edition: Edition
