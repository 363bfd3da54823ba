"""A municipality that prints in its own name: `editions/<name>.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from press.content.colour import ENOUGH, contrast, nearest_readable, parse, shown
from press.content.fields import MAIL, PHONE, Day, Language, Model, one_line
from press.content.files import hidden_signs
from press.content.frontmatter import Source, read_data
from press.content.library import Library
from press.content.logos import logo_faults
from press.content.printables.base import WINDOWS_NAMES
from press.content.validate import validate
from press.problems import Problem, did_you_mean

Name = Annotated[str, one_line(60)]
Label = Annotated[str, one_line(40)]
Welcome = Annotated[str, one_line(400)]
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_ADDRESS = re.compile(r"https?://[A-Za-zÅÄÖÆØåäöæø0-9.-]+(/[\w./~-]*)?")
_IN_BOX = 44  # letters of an address that fit the contact box of a leaflet
_IN_COVER = 34  # letters of a word that fit the cover of a booklet


class Logo(Model):
    """The municipality's logo."""

    file: Annotated[str, StringConstraints(pattern=r"^[\w-]+\.(svg|png)$", max_length=80)] = Field(
        description="An SVG or PNG file beside the profile, 2 MB at the most; an SVG of plain shapes."
    )
    alt: Name = Field(description="What the picture shows, for those who do not see it.")


class Role(Model):
    """Somebody to turn to, by role: no names are needed."""

    role: Label = Field(description="Such as `Coordinator`.")
    phone: str | None = Field(None, description="Telephone number.")
    email: str | None = Field(
        None, description="E-mail address, best one of a function; 44 characters at the most."
    )

    @field_validator("phone")
    @classmethod
    def _phone(cls, value: str | None) -> str | None:
        return _fits(value, PHONE, "must be digits, spaces, hyphens and perhaps a +")

    @field_validator("email")
    @classmethod
    def _email(cls, value: str | None) -> str | None:
        return _fits(value, MAIL, "must be an e-mail address such as dmo@exempelby.example")

    @model_validator(mode="after")
    def _reachable(self) -> Role:
        if self.phone is None and self.email is None:
            raise ValueError("has neither `phone` nor `email`; write one of them")
        return self


class Profile(Model):
    """What is printed in a municipality's own name."""

    municipality: Name = Field(
        description="Its name, as it stands on the cover; no word longer than 34 letters."
    )
    unit: Name | None = Field(None, description="The unit or department.")
    contact: tuple[Role, ...] = Field(
        min_length=1, max_length=3, description="Whom to ask; stands in the contact box."
    )
    web: str | None = Field(
        None, description="Address of a page, such as `https://…`; 44 characters at the most."
    )
    logo: Logo | None = Field(None, description="Logo for covers.")
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] = Field(
        description='Colour of covers and headings in quotes, such as `"#14506b"`; it must be '
        "readable on white."
    )
    languages: tuple[Language, ...] = Field(min_length=1, description="Languages to print in.")
    start: Day | None = Field(
        None, description="First day of the course or the loop; times become dates."
    )
    starts: dict[str, Day] = Field(
        default_factory=dict,
        description="First days of checklists that count from another day than `start`, by their ids.",
    )
    printables: Literal["all"] | tuple[str, ...] = Field(
        "all", description="Ids of what to print, or `all`."
    )
    welcome: dict[Language, Welcome] = Field(
        default_factory=dict, description="A short word of welcome in each language."
    )

    @field_validator("web")
    @classmethod
    def _web(cls, value: str | None) -> str | None:
        return _fits(value, _ADDRESS, "must be an address such as https://exempelby.example/")

    @field_validator("municipality", "unit")
    @classmethod
    def _words(cls, value: str | None) -> str | None:
        longest = max((value or "").split(), key=len, default="")
        if len(longest) > _IN_COVER:
            raise ValueError(
                f"has a word of {len(longest)} letters; {_IN_COVER} at the most fit on a cover"
            )
        return value

    @field_validator("printables", mode="before")
    @classmethod
    def _chosen(cls, value: object) -> object:
        names = isinstance(value, list) and all(isinstance(name, str) for name in value)
        if value != "all" and not (names and value):
            raise ValueError("must be `all` or a list of ids with at least one in it")
        return value

    @field_validator("languages")
    @classmethod
    def _once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(value)) < len(value):
            raise ValueError("names a language twice")
        return value

    @field_validator("colour")
    @classmethod
    def _readable(cls, value: str) -> str:
        colour = parse(value)
        if contrast(colour) < ENOUGH:
            better = shown(nearest_readable(colour))
            raise ValueError(
                f"{value} has a contrast of {contrast(colour):.1f}:1 to white, {ENOUGH}:1 is needed; "
                f"the nearest colour that can be read is {better}"
            )
        return value


def _fits(value: str | None, pattern: re.Pattern[str], message: str) -> str | None:
    if value is not None and len(value) > _IN_BOX:
        raise ValueError(
            f"is too long: {len(value)} characters, {_IN_BOX} at the most, to fit its box"
        )
    if value is not None and not pattern.fullmatch(value):
        raise ValueError(f"{message} (you wrote {value[:40]})")
    return value


@dataclass(frozen=True)
class NamedProfile:
    """A profile with the name of its file, which names its folder, and where it lies."""

    name: str
    path: Path
    profile: Profile

    @property
    def logo(self) -> Path | None:
        return self.path.parent / self.profile.logo.file if self.profile.logo else None


def load_profile(
    path: Path, shown_path: str, library: Library
) -> tuple[NamedProfile | None, list[Problem]]:
    """Return the profile in a file, or None and everything that is wrong with it.

    library: knows which printables there are. shown_path: the path as problems print it.
    """
    if not _NAME.fullmatch(path.stem) or path.stem in WINDOWS_NAMES:
        message = (
            "the file's name must be small letters a-z, digits and hyphens; it names the folder"
        )
        return None, [Problem(shown_path, 1, "", message)]
    if path.is_symlink():
        return None, [Problem(shown_path, 1, "", "is a link; put the file itself here")]
    source = read_data(path, shown_path)
    if source.problems:
        return None, source.problems
    profile, problems = validate(source, Profile)
    if profile is None:
        return None, problems
    made = NamedProfile(path.stem, path, profile)
    problems = [
        *hidden_signs(source, source.whole),
        *_unwelcome(source, profile),
        *_unknown(source, profile, library),
        *_logo(source, made),
    ]
    return (None, problems) if problems else (made, [])


def _unwelcome(source: Source, profile: Profile) -> Iterator[Problem]:
    for language in profile.welcome:
        if language not in profile.languages:
            yield source.problem(("welcome", language), "is not one of the profile's `languages`")


def _unknown(source: Source, profile: Profile, library: Library) -> Iterator[Problem]:
    known = [printable.id for _, printable in library.printables(profile.languages[0])]
    for n, name in enumerate(() if profile.printables == "all" else profile.printables):
        if name not in known:
            hint = did_you_mean(name, known)
            yield source.problem(("printables", n), f"no printable is called `{name}`{hint}")
    for name in profile.starts:
        if name not in known:
            hint = did_you_mean(name, known)
            yield source.problem(("starts", name), f"no printable is called `{name}`{hint}")


def _logo(source: Source, made: NamedProfile) -> Iterator[Problem]:
    if made.logo is None:
        return
    for fault in logo_faults(made.logo):
        yield source.problem(("logo", "file"), f"{made.logo.name} {fault}")
