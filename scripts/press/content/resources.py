"""What can be read and seen elsewhere, docs/resources.yml.

Addresses are held against the form of addresses; nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal, get_args

from pydantic import Field, field_validator, model_validator

from press.content.fields import Key, Model, Short
from press.content.frontmatter import Source
from press.content.registers import Sources, Trilingual
from press.content.unique import refuse_twins
from press.problems import Problem, did_you_mean

FILE = "docs/resources.yml"
PAGE = "knowledge-portal"  # the chapter that shows the list
PLACE = "resources"  # the mark that says where: [[resources]]

Type = Literal[
    "article", "publication", "book", "slides", "presentation", "video", "picture", "website"
]
Spoken = Literal["sv", "da", "en", "no"]
TYPES: tuple[str, ...] = get_args(Type)
SPOKEN: tuple[str, ...] = get_args(Spoken)

_SCHEME = "https://"
_HOST = re.compile(r"([a-z0-9åäöæø]([a-z0-9åäöæø-]*[a-z0-9åäöæø])?\.)+[a-z]{2,}")
_PATH = re.compile(r"(/[\w.~!$&()*+,;=:@%/?#-]*)?")


class Resource(Model):
    """One thing that is found elsewhere. What is left out is not known."""

    id: Key
    type: Type = Field(description="What kind of thing it is.")
    language: Spoken | None = Field(None, description="The language it is in.")
    year: int | None = Field(None, ge=1950, le=2100, description="The year it is from.")
    address: str | None = Field(
        None, max_length=200, description="Such as `lederweb.dk` or `https://lederweb.dk/page`."
    )
    licence: Trilingual | None = Field(None, description="What one may do with it.")
    checked_on: date | None = Field(
        None, description="The day somebody saw it at its address; only then it is a link."
    )
    title: Trilingual | None = Field(None, description="What we call it, where it has no name.")
    name: Short | None = Field(None, description="What it is called, in its own language.")
    about: Trilingual = Field(description="What it is, in a sentence or two.")
    facts: tuple[str, ...] = Field(
        min_length=1, description="Ids of the facts that name it, such as `relwelf-44` or `R8`."
    )

    @field_validator("address")
    @classmethod
    def _well_formed(cls, address: str | None) -> str | None:
        wrong = None if address is None else fault(address)
        if wrong:
            raise ValueError(wrong)
        return address

    @field_validator("checked_on")
    @classmethod
    def _has_come(cls, checked_on: date | None) -> date | None:
        if checked_on and checked_on > datetime.now().astimezone().date():
            raise ValueError(f"{checked_on} has not come yet; write the day it was looked at")
        return checked_on

    @model_validator(mode="after")
    def _consistent(self) -> Resource:
        refuse_twins("fact", self.facts)
        if bool(self.title) == bool(self.name):
            raise ValueError(f"`{self.id}`: needs either `title`, in three languages, or `name`")
        if self.checked_on and not self.address:
            raise ValueError(f"`{self.id}`: `checked_on` needs an `address` that was looked at")
        return self

    def called(self, language: str) -> str:
        """Return its own name, or what we call it in a language."""
        return self.name or (self.title[language] if self.title else "")

    @property
    def href(self) -> str:
        """Where a link leads; empty for an address that nobody has looked at."""
        if not self.address or not self.checked_on:
            return ""
        return _SCHEME + self.address.removeprefix(_SCHEME)


class Resources(Model):
    """docs/resources.yml."""

    resources: tuple[Resource, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> Resources:
        refuse_twins("resource", (resource.id for resource in self.resources))
        return self


def fault(address: str) -> str:
    """Return what is wrong with the form of an address; empty when nothing is."""
    if re.search(r"\s", address):
        return "is an address and may not have spaces"
    scheme, found, rest = address.partition("://")
    if found and scheme != "https":
        return f"begins with `{scheme}://`; write `https://`, or only what follows"
    host, _, _ = (rest if found else address).partition("/")
    if "@" in host:
        return "is an address of a page, not of a person; write such as `lederweb.dk`"
    if not _HOST.fullmatch(host):
        return f"`{host}` is no name of a site; write such as `lederweb.dk`, in small letters"
    path = (rest if found else address)[len(host) :]
    if not _PATH.fullmatch(path):
        return f"`{path}` has signs that an address may not have"
    return ""


def check_facts(source: Source, found: Resources, sources: Sources) -> Iterator[Problem]:
    """Yield facts that docs/sources.yml does not have."""
    known = {fact for one in sources.sources for fact in one.fact_ids}
    known |= {fact.id for fact in sources.outside}
    for n, resource in enumerate(found.resources):
        for k, fact in enumerate(resource.facts):
            if fact not in known:
                hint = did_you_mean(fact, known) or "; docs/sources.yml does not have it"
                yield source.problem(("resources", n, "facts", k), f"unknown id `{fact}`{hint}")
