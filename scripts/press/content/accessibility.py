"""The accessibility statement's data, docs/accessibility.yml, and the report of automatic checks.

The fields are those that Swedish law (2018:1937) and Danish law (webtilgængelighedsloven) ask for.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from press.content.fields import Address, Day, Key, Model, Short
from press.content.registers import Trilingual
from press.content.unique import refuse_twins

Status = Literal["partly", "fully", "not"]
Method = Literal["own-tests", "self-assessment", "external-review"]

# How somebody uses the site; in the order in which the page lists them.
Use = Literal[
    "without-sight", "low-vision", "colour-vision", "without-hearing", "low-hearing", "without-voice",
    "fine-motor", "limited-mobility", "flicker", "cognitive",
]  # fmt: skip
# Why something is not accessible: it should be, it would be a disproportionate burden, or the law
# leaves it out.
Reason = Literal["not-compliant", "burden", "outside-law"]


class KnownProblem(Model):
    """One thing that does not work for everybody."""

    id: Key
    uses: tuple[Use, ...] = Field(min_length=1, description="Whom it concerns.")
    what: Trilingual = Field(description="What does not work, and where.")
    reason: Reason = "not-compliant"
    why: Trilingual = Field(description="Why it is so.")
    alternative: Trilingual | None = Field(None, description="What the reader can do instead.")


class Authority(Model):
    """Who sees to it that public bodies follow the law."""

    country: Literal["sweden", "denmark"]
    name: Short
    address: Address
    label: Trilingual = Field(description="The words of the link.")
    about: Trilingual = Field(description="What the reader can ask of it.")
    also: Trilingual | None = Field(None, description="What else a public body there must do.")


class Statement(Model):
    """docs/accessibility.yml. Who runs the copy stands in mkdocs.yml, see organisation.py."""

    service: Trilingual = Field(description="What the site is called.")
    status: Status = Field("partly", description="`fully` needs `assessed_by` and `assessed_on`.")
    method: Method = "own-tests"
    method_note: Trilingual = Field(description="What was looked at, and what was not.")
    assessed_by: Short | None = Field(None, description="Who assessed this copy.")
    assessed_on: Day | None = None
    updated: Day = Field(description="When the statement was last gone through; yearly at least.")
    problems: tuple[KnownProblem, ...]
    authorities: tuple[Authority, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> Statement:
        refuse_twins("problem", (problem.id for problem in self.problems))
        refuse_twins("authority", (authority.country for authority in self.authorities))
        if (self.assessed_by is None) != (self.assessed_on is None):
            raise ValueError(
                "`assessed_by` and `assessed_on` belong together; give both or neither"
            )
        if self.status == "fully":
            self._earned()
        return self

    def _earned(self) -> None:
        """Refuse the claim that everything is accessible where nobody has looked, or has found."""
        if self.assessed_by is None:
            raise ValueError(
                "`fully` may only be said when somebody has assessed the site; "
                "give `assessed_by` and `assessed_on`, or write `status: partly`"
            )
        open_problems = [p.id for p in self.problems if p.reason == "not-compliant"]
        if open_problems:
            raise ValueError(f"`fully` does not go with the known problem `{open_problems[0]}`")

    def about(self, reason: Reason, use: Use | None = None) -> list[KnownProblem]:
        """Return the problems of that reason, of everybody or of one way of using the site."""
        return [p for p in self.problems if p.reason == reason and (use is None or use in p.uses)]


# What a check judges; the words for it are `a11y_about_…`.
About = Literal["rules", "html", "scores", "pdf", "links", "loading", "qr"]
# How a page was shown: its colours, its width (1280 or 320 px), and what a reader had done with it.
Mode = Literal["light", "dark", "wide", "narrow", "opened", "search", "filled", "easy"]


class Finding(Model):
    """One rule that was broken."""

    rule: Short
    count: int = Field(gt=0)
    pages: tuple[Short, ...] = Field((), description="Where, as paths below the site's root.")
    modes: tuple[Mode, ...] = ()


class Figure(Model):
    """The worst value of something that was measured."""

    name: Short
    worst: float


class Check(Model):
    """What one program looked at and found."""

    tool: Short
    version: Short | None = None
    about: About
    standard: Short | None = Field(None, description="Held against what, such as `WCAG 2.2 AA`.")
    looked_at: int = Field(gt=0, description="How many pages, documents or links.")
    modes: tuple[Mode, ...] = ()
    findings: tuple[Finding, ...] = ()
    figures: tuple[Figure, ...] = ()


class Report(Model):
    """docs/accessibility-report.yml; written by `make audit`."""

    date: Day
    checks: tuple[Check, ...] = Field(min_length=1)
