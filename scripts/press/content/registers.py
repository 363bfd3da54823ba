"""The two data files that all languages share: the sources with their facts, and the glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from press.content.fields import Key, Language, Model, Short
from press.content.unique import refuse_twins


class Trilingual(Model):
    """One text in three languages."""

    sv: Annotated[Short, Field(description="In Swedish.")]
    da: Annotated[Short, Field(description="In Danish.")]
    en: Annotated[Short, Field(description="In English.")]

    def __getitem__(self, language: str) -> str:
        return {"sv": self.sv, "da": self.da, "en": self.en}[language]


class SourceText(Model):
    """One of the texts the material rests on."""

    id: Key
    facts: int = Field(gt=0, le=500, description="How many facts were taken from it.")
    language: Language
    publisher: Short
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None = None
    title: Trilingual
    note: Trilingual

    @property
    def fact_ids(self) -> list[str]:
        """The facts' names: `fourum-01` and on."""
        return [f"{self.id}-{n:02}" for n in range(1, self.facts + 1)]


class OutsideFact(Model):
    """A fact from another public page than the five source texts."""

    id: Annotated[str, StringConstraints(pattern=r"^[DR]\d{1,2}$")]
    certainty: Literal["high", "medium", "low"]
    where: Trilingual
    text: Trilingual


class Sources(Model):
    """docs/sources.yml."""

    sources: tuple[SourceText, ...]
    outside: tuple[OutsideFact, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Sources:
        refuse_twins("source", (source.id for source in self.sources))
        refuse_twins("outside fact", (fact.id for fact in self.outside))
        return self


class Term(Model):
    """A word in one language with its explanation."""

    term: Short
    text: Short
    working: bool = Field(False, description="Our own working translation, not established.")
    also: tuple[Short, ...] = Field(
        (), description="Other words readers type for it; the search takes them for the term."
    )
    short: Short | None = Field(
        None,
        description="What a chapter says of it, where the text also speaks of other languages.",
    )

    @property
    def explanation(self) -> str:
        """What somebody who meets the word in a chapter is told."""
        return self.short or self.text


class GlossaryEntry(Model):
    """One notion in three languages."""

    id: Key
    sv: Term
    da: Term
    en: Term
    outside: bool = Field(False, description="The notion comes from outside the five sources.")
    explain: bool = Field(
        False, description="Chapters explain it where they first use it: nobody can guess it."
    )
    told_in: tuple[Key, ...] = Field(
        (), description="Ids of chapters whose own text says what it is; they do not explain it."
    )

    def __getitem__(self, language: str) -> Term:
        return {"sv": self.sv, "da": self.da, "en": self.en}[language]


class Glossary(Model):
    """docs/glossary.yml, under the key `terms`."""

    terms: tuple[GlossaryEntry, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Glossary:
        refuse_twins("term", (term.id for term in self.terms))
        return self
