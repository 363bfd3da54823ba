"""What stands in a page's head for search engines and social networks, in plain values.

overrides/partials/head.html shows it and escapes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

CARD_SIZE = (
    1200,
    630,
)  # pixels, 1.91 to 1: https://developers.facebook.com/docs/sharing/webmasters/images
LOCALES = {"sv": "sv_SE", "da": "da_DK", "en": "en_GB"}

# A step on the way to a page: title, and address or None.
Crumb = tuple[str, str | None]


@dataclass(frozen=True)
class Head:
    """One page's head. Addresses are public ones, whole.

    title: of the window; name: the page's own. alternates: (language code or x-default, address).
    kind: of Open Graph. modified: a day, or empty. text: address of the plain text, or empty.
    hidden: whether search engines are asked to leave the page out.
    structured: JSON-LD that may stand in a `<script>` as it is; all else must be escaped.
    """

    title: str
    name: str
    site: str
    description: str
    url: str
    language: str
    alternates: tuple[tuple[str, str], ...]
    kind: str
    card: str
    card_alt: str
    modified: str
    text: str
    text_title: str
    structured: str
    hidden: bool = False

    @property
    def locale(self) -> str:
        return LOCALES[self.language]

    @property
    def other_locales(self) -> list[str]:
        """The locales of the page's other languages."""
        return [
            LOCALES[code]
            for code, _ in self.alternates
            if code in LOCALES and code != self.language
        ]

    @property
    def card_width(self) -> int:
        return CARD_SIZE[0]

    @property
    def card_height(self) -> int:
        return CARD_SIZE[1]


def window_titles(
    pages: Iterable[tuple[str, str, str]], elsewhere: Container[str], site: str, about: str
) -> dict[str, str]:
    """Return the window's title of each page of a language, by slug; no two of the site are the same.

    pages: (slug, title, part's name or empty); the home page has the empty slug. elsewhere: titles of
    pages in other languages. site: the site's name. about: what the site is about, in words that only
    this language has; they stand for the name where the title has it already, or is not the only one.
    """
    pages = list(pages)
    own = Counter(title for slug, title, _ in pages if slug)
    within = Counter((title, part) for slug, title, part in pages if slug)
    titles = {}
    for slug, title, part in pages:
        if not slug:
            titles[slug] = f"{site} – {about}"
        elif own[title] == 1:
            titles[slug] = f"{title} – {about if site in title or title in elsewhere else site}"
        else:  # two chapters of one title are told apart by their part, or else by their address
            more = part if part and within[title, part] == 1 else slug
            titles[slug] = f"{title} ({more}) – {about if title in elsewhere else site}"
    return titles
