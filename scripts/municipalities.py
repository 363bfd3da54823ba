"""Writes profiles of 388 invented municipalities, 290 Swedish and 98 Danish, to try a whole region with.

    .venv/bin/python scripts/municipalities.py build/municipalities [HOW MANY]
    make edition ALL=build/municipalities

Names are a spice or a berry and an ending of place names; no municipality is called so. The same
number gives the same profiles.
"""

from __future__ import annotations

import datetime
import itertools
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from press.content.colour import nearest_readable, shown

ALL = 388


@dataclass(frozen=True)
class Country:
    """What profiles of one country are made of."""

    language: str
    count: int
    first: str
    last: str
    name: str
    unit: str
    role: str
    phone: str
    picture: str
    welcome: str


SWEDEN = Country(
    language="sv",
    count=290,
    first="Kanel Timjan Dill Lingon Hallon Blåbärs Saffrans Persilje Mynta Havtorns Rosmarin Libbsticks "
    "Körvel Salvia Fänkåls Kummin Ingefärs Enbärs Hjortrons Nypon",
    last="köping vik torp sund ås mark lunda hamn bro fors sjö näs stad berga holm",
    name="{} kommun",
    unit="Omsorgsförvaltningen",
    role="Samordnare för Delaktighetsmodellen",
    phone="010-000 {:02} {:02}",
    picture="{}, tecken i kommunens färg",
    welcome="I {} ska den som får stöd kunna påverka sin vardag.",
)
DENMARK = Country(
    language="da",
    count=98,
    first="Timian Hyben Brombær Lakrids Merian Solbær Estragon Purløgs Karse Hindbær Kommen Tranebær",
    last="købing rup sund borg havn lev bjerg strup ager",
    name="{} Kommune",
    unit="Socialforvaltningen",
    role="Koordinator for dialogsløjfer",
    phone="00 00 {:02} {:02}",
    picture="{}, tegn i kommunens farve",
    welcome="I {} skal den, der får støtte, have noget at sige i sin egen hverdag.",
)
_ASCII = str.maketrans("åäöæø", "aaoao")


def names(country: Country) -> list[str]:
    """Return the names of all of a country's municipalities, mixed."""
    pairs = itertools.product(country.first.split(), country.last.split())
    found = [first + last for first, last in pairs]
    random.Random(country.language).shuffle(found)  # noqa: S311 - a fixed order, no secret
    return found[: country.count]


def profile(country: Country, number: int, name: str) -> dict[str, Any]:
    """Return a profile's contents. Every fifth prints in English too, every third has no welcome."""
    stem = name.lower().translate(_ASCII)
    municipality = country.name.format(name)
    made: dict[str, Any] = {
        "municipality": municipality,
        "unit": country.unit,
        "contact": [
            {
                "role": country.role,
                "phone": country.phone.format(number // 100, number % 100),
                "email": f"dialog@{stem}.example",
            }
        ],
        "web": f"https://{stem}.example/",
        "logo": {"file": f"{stem}.svg", "alt": country.picture.format(municipality)},
        "colour": colour(number),
        "languages": [country.language] + (["en"] if number % 5 == 0 else []),
        "start": datetime.date(2027, 1, 11) + datetime.timedelta(weeks=number % 40),
        "printables": "all",
    }
    if number % 3:
        made["welcome"] = {country.language: country.welcome.format(name)}
    return made


def colour(number: int) -> str:
    """Return a colour that can be read on white; neighbours have different ones."""
    red, green, blue = ((number * step + 40) % 200 for step in (61, 97, 151))
    return shown(nearest_readable((red, green, blue)))


def logo(title: str, colour: str, number: int) -> str:
    """Return a drawing in the municipality's colour: a sun, hills and from one to six towers."""
    towers = "".join(
        f'<rect x="{30 + 42 * n}" y="{60 - (number * (n + 3)) % 34}" width="24" height="50"/>'
        for n in range(number % 6 + 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" width="300" height="120">'
        f'<title>{title}</title><g fill="{colour}"><circle cx="272" cy="24" r="{12 + number % 9}"/>'
        f'{towers}<path d="M10 100 Q80 {70 + number % 20} 150 100 T290 100 V112 H10 Z"/></g></svg>\n'
    )


def write(folder: Path, many: int = ALL) -> None:
    """Write the first profiles, with a logo beside each, into a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (country, name) in enumerate(_mixed()[:many], 1):
        made = profile(country, number, name)
        path = folder / made["logo"]["file"]
        drawn = logo(made["municipality"], made["colour"], number)
        path.write_text(drawn, encoding="utf-8")
        text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False)
        path.with_suffix(".yml").write_text(text, encoding="utf-8")


def _mixed() -> list[tuple[Country, str]]:
    """Return all, Danish ones spread among the Swedish, so that a part is like the whole."""
    found = [
        ((n + 0.5) / country.count, country, name)
        for country in (SWEDEN, DENMARK)
        for n, name in enumerate(names(country))
    ]
    return [(country, name) for _, country, name in sorted(found, key=lambda one: one[0])]


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ALL)
    print(f"{len(list(Path(sys.argv[1]).glob('*.yml')))} profiles in {sys.argv[1]}")
