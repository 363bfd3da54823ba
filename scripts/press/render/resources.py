"""The list of what is found elsewhere: for the web page, with its choices, and as a table for paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from press.content.library import Library
from press.content.resources import SPOKEN, TYPES, Resource
from press.render.desk import Desk
from press.render.prose import Block
from press.render.times import long_date

Data = dict[str, Any]
UNKNOWN = "unknown"


def resource_data(resource: Resource, desk: Desk) -> Data:
    """Return what the page shows of a resource, in the desk's language."""
    words, language = desk.words, desk.language
    day = resource.checked_on
    return {
        "id": resource.id,
        "title": resource.called(language),
        "lang": _lang_of_name(resource, language),
        "about": resource.about[language],
        "type": resource.type,
        "type_said": words[f"resource_type_{resource.type}"],
        "language": resource.language or UNKNOWN,
        "year": resource.year or UNKNOWN,
        "address": resource.address or "",
        "href": resource.href,
        "known": [
            {"label": words[f"resource_{name}"], "said": said}
            for name, said in (
                ("language", _language(resource, desk)),
                ("year", resource.year),
                ("licence", resource.licence[language] if resource.licence else ""),
                ("checked", long_date(day, language) if day else ""),
            )
            if said
        ],
        "told": [_told(fact, desk) for fact in resource.facts],
    }


def _lang_of_name(resource: Resource, language: str) -> str:
    """Return the language of a name, where it is not that of the page."""
    own = resource.language if resource.name else None
    return own if own and own != language else ""


def _language(resource: Resource, desk: Desk) -> str:
    return desk.words[f"resource_language_{resource.language}"] if resource.language else ""


def _told(fact: str, desk: Desk) -> Data:
    """Return where a resource is named: one of our source texts, or a fact from elsewhere."""
    assert desk.library.sources is not None
    for source in desk.library.sources.sources:
        if fact in source.fact_ids:
            return {"anchor": source.id, "said": source.title[desk.language]}
    return {"anchor": fact.lower(), "said": desk.words.fill("outside_mark", id=fact)}


def choices(found: Iterable[Resource], desk: Desk) -> list[Data]:
    """Return the choices that narrow the list down: only those that something answers to."""
    kept, words = list(found), desk.words
    years = sorted({one.year for one in kept if one.year}, reverse=True)
    spoken = [code for code in SPOKEN if any(one.language == code for one in kept)]
    types = [kind for kind in TYPES if any(one.type == kind for one in kept)]
    no_language = [UNKNOWN] if any(one.language is None for one in kept) else []
    no_year = [UNKNOWN] if any(one.year is None for one in kept) else []
    return [
        _choice("type", [(kind, words[f"resource_type_{kind}"]) for kind in types], desk),
        _choice(
            "language",
            [(code, words[f"resource_language_{code}"]) for code in spoken + no_language],
            desk,
        ),
        _choice(
            "year",
            [(str(year), str(year)) for year in years]
            + [(value, words["resource_unknown"]) for value in no_year],
            desk,
        ),
    ]


def _choice(name: str, found: list[tuple[str, str]], desk: Desk) -> Data:
    return {
        "id": name,
        "label": desk.words[f"resource_{name}"],
        "choices": [{"value": value, "label": label} for value, label in found],
    }


def resources_table(library: Library, desk: Desk) -> Block:
    """Return the list as a table for paper."""
    words = desk.words
    names = ("title", "type", "language", "year", "address")
    rows = [
        [
            [_run(one.called(desk.language), _lang_of_name(one, desk.language))],
            [_run(words[f"resource_type_{one.type}"])],
            [_run(_language(one, desk) or "–")],
            [_run(str(one.year or "–"))],
            [_run(one.address or "–")],
        ]
        for one in library.resources
    ]
    head = [[_run(words[f"resource_{name}"])] for name in names]
    return {"kind": "table", "columns": len(names), "head": head, "rows": rows}


def _run(text: str, lang: str = "") -> Data:
    return {"kind": "text", "text": text, **({"lang": lang} if lang else {})}
