"""Who runs this copy of the site: the block `extra.organisation` of mkdocs.yml.

It stands beside `site_url`, so that everything an owner must set before publishing is in one place.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field, field_validator

from press.content.fields import MAIL, PHONE, Address, Model, Short
from press.content.frontmatter import Source
from press.content.validate import validate
from press.problems import Problem
from press.project import Project

Country = Literal["sweden", "denmark"]


class Organisation(Model):
    """Everything may be left out: nobody runs the copy yet, and nothing is invented."""

    name: Short | None = Field(None, description="Its name, as its own documents write it.")
    web: Address | None = Field(None, description="Its own website.")
    email: str | None = Field(None, max_length=200, description="Where readers can write to.")
    phone: str | None = Field(None, description="Where readers can call, in quotes.")
    form: Address | None = Field(None, description="A contact form, where there is one.")
    country: Country | None = Field(
        None, description="Which law its accessibility statement follows."
    )

    @field_validator("email")
    @classmethod
    def _email(cls, value: str | None) -> str | None:
        if value is not None and not MAIL.fullmatch(value):
            raise ValueError(
                f"must be an e-mail address such as webben@exempelby.example (you wrote {value[:40]})"
            )
        return value

    @field_validator("phone")
    @classmethod
    def _phone(cls, value: str | None) -> str | None:
        if value is not None and not PHONE.fullmatch(value):
            raise ValueError(
                f"must be digits, spaces, hyphens and perhaps a + (you wrote {value[:40]})"
            )
        return value

    @property
    def country_code(self) -> str | None:
        """The country as machines name it (ISO 3166-1)."""
        return {"sweden": "SE", "denmark": "DK"}[self.country] if self.country else None


class _Extra(BaseModel):
    """What of `extra` is the press's; the rest belongs to the site engine and its theme."""

    organisation: Organisation | None = None


def load_organisation(project: Project) -> tuple[Organisation, list[Problem]]:
    """Return who runs this copy, and what is wrong with it; nobody when it cannot be read."""
    values, lines = project.extra()
    extra, problems = validate(Source("mkdocs.yml", values=values, lines=lines), _Extra)
    return (extra and extra.organisation) or Organisation(), problems
