"""What the skeleton of every page needs to know: its words, its neighbours, its way home."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from press.content.library import Entry, Library
from press.project import DEFAULT_LANGUAGE, LANGUAGES
from press.render.words import Words
from press.web.foreign import mark_foreign_text

Item = TypeVar("Item")

# The pages that every page leads to at its foot, where they exist.
FOOT = ("accessibility", "privacy", "sources", "about")
# A part with more chapters shows in the menu those round the present one; its own page lists them all.
MENU, BESIDE = 40, 10
# Where each language's first page lies; "." because an empty path would be the page itself.
HOMES = {code: "." if code == DEFAULT_LANGUAGE else f"{code}/" for code in LANGUAGES}


def near(items: Sequence[Item], is_present: Callable[[Item], bool]) -> Sequence[Item]:
    """Return the items of a part that a page's menu shows: all, or of many those near the present one."""
    if len(items) <= MENU:
        return items
    at = next((n for n, item in enumerate(items) if is_present(item)), 0)
    start = max(0, min(at - BESIDE, len(items) - 2 * BESIDE - 1))
    return items[start : start + 2 * BESIDE + 1]


def plain_title(entry: Entry) -> str:
    """Return a page's title safe for templates that do not escape."""
    return html.escape(entry.model.title)


def frame(words: Mapping[str, Words], language: str) -> dict[str, Any]:
    """Return what every page of a language shows, the one that does not exist too."""
    return {
        "language": language,
        "homes": HOMES,
        "home_path": HOMES[language],
        "site_words": {
            name: mark_foreign_text(text, language) if name == "about" else text
            for name, text in words[language].starting("site_").items()
        },
        "search_words": words[language].starting("search_"),
        "lost_words": {code: words[code].starting("lost_") for code in LANGUAGES},
    }


def foot_links(language: str, library: Library) -> list[tuple[str, str]]:
    """Return (title, path below the site's root) of the pages that every page's foot leads to."""
    entries = [library.entries.get((language, slug)) for slug in FOOT]
    return [(plain_title(entry), entry.url) for entry in entries if entry]


def alternates(entry: Entry, library: Library, site_url: str) -> list[tuple[str, str]]:
    """Return (language, public address) of a page in every language, and x-default."""
    found = [
        (language, site_url + library.entries[language, entry.slug].url)
        for language in LANGUAGES
        if (language, entry.slug) in library.entries
    ]
    default = [(code, url) for code, url in found if code == DEFAULT_LANGUAGE]
    return found + [("x-default", url) for _, url in default]


def siblings(entry: Entry, library: Library) -> dict[str, str]:
    """Return the path of the same page in each language; of the home page where it is missing."""
    found = {code: library.entries.get((code, entry.slug)) for code in LANGUAGES}
    return {code: (page.url or ".") if page else HOMES[code] for code, page in found.items()}
