"""What programs read of a page: schema.org as JSON-LD, in plain values.

Only what the page itself says. Names and their meaning: https://schema.org/LearningResource.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """The site. publisher: who runs it, where that is known."""

    name: str
    url: str
    description: str
    languages: tuple[str, ...]
    publisher: str = ""


@dataclass(frozen=True)
class Printed:
    """A printable of a chapter; kind in the page's language, url that of its reading copy."""

    title: str
    summary: str
    kind: str
    url: str


@dataclass(frozen=True)
class Version:
    """The same chapter in another language."""

    language: str
    title: str
    url: str


@dataclass(frozen=True)
class Lesson:
    """What only chapters have.

    audience, kind: in the page's language. modified: a day. text: the address of the plain text.
    original: the version it was translated from; None for the original itself, which has translations.
    """

    audience: tuple[str, ...]
    kind: str
    minutes: int
    modified: str
    text: str
    printables: tuple[Printed, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()  # (title, publisher)
    original: Version | None = None
    translations: tuple[Version, ...] = ()


@dataclass(frozen=True)
class PageFacts:
    """One page. crumbs: (title, address) from the home page to the page itself; empty on the first."""

    url: str
    title: str
    description: str
    language: str
    picture: str
    crumbs: tuple[tuple[str, str | None], ...] = ()
    lesson: Lesson | None = None


def graph(page: PageFacts, site: Site) -> Data:
    """Return what the page is, where it stands, and on the home page what the site is."""
    found = [_chapter(page, page.lesson, site) if page.lesson else _page(page, site)]
    found.append(_breadcrumbs(page) if page.crumbs else _website(site))
    return {"@context": "https://schema.org", "@graph": found}


def dump(data: Data) -> str:
    """Return data as JSON that may stand inside a `<script>`: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _page(page: PageFacts, site: Site) -> Data:
    return {
        "@type": "WebPage",
        "@id": page.url,
        "url": page.url,
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "image": page.picture,
        "isAccessibleForFree": True,
        "isPartOf": _part_of(site),
        **_publisher(site),
    }


def _chapter(page: PageFacts, lesson: Lesson, site: Site) -> Data:
    return {
        **_page(page, site),
        "@type": ["LearningResource", "Article"],
        "headline": page.title,
        "mainEntityOfPage": page.url,
        "learningResourceType": lesson.kind,
        "timeRequired": f"PT{lesson.minutes}M",
        "dateModified": lesson.modified,
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": role} for role in lesson.audience
        ],
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": lesson.text,
            "encodingFormat": "text/markdown",
        },
        **_some("isBasedOn", [_source(*source) for source in lesson.sources]),
        **_some("hasPart", [_printed(one, page.language) for one in lesson.printables]),
        **_some("workTranslation", [_version(one) for one in lesson.translations]),
        **({"translationOfWork": _version(lesson.original)} if lesson.original else {}),
    }


def _some(name: str, values: list[Data]) -> Data:
    return {name: values} if values else {}


def _source(title: str, publisher: str) -> Data:
    return {
        "@type": "CreativeWork",
        "name": title,
        "publisher": {"@type": "Organization", "name": publisher},
    }


def _printed(printable: Printed, language: str) -> Data:
    return {
        "@type": "DigitalDocument",
        "@id": printable.url,
        "url": printable.url,
        "name": printable.title,
        "description": printable.summary,
        "genre": printable.kind,
        "inLanguage": language,
        "encodingFormat": "application/pdf",
        "isAccessibleForFree": True,
    }


def _version(version: Version) -> Data:
    return {
        "@type": "LearningResource",
        "@id": version.url,
        "url": version.url,
        "name": version.title,
        "inLanguage": version.language,
    }


def _breadcrumbs(page: PageFacts) -> Data:
    """Return the way to the page; a part without a page of its own has no address and is left out."""
    ways = [(title, url) for title, url in page.crumbs if url]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": title, "item": url}
            for n, (title, url) in enumerate(ways, 1)
        ],
    }


def _site_id(site: Site) -> str:
    return f"{site.url}#website"


def _website(site: Site) -> Data:
    return {
        "@type": "WebSite",
        "@id": _site_id(site),
        "url": site.url,
        "name": site.name,
        "description": site.description,
        "inLanguage": list(site.languages),
        **_publisher(site),
    }


def _part_of(site: Site) -> Data:
    return {"@type": "WebSite", "@id": _site_id(site), "url": site.url, "name": site.name}


def _publisher(site: Site) -> Data:
    if not site.publisher:
        return {}
    return {"publisher": {"@type": "Organization", "name": site.publisher}}
