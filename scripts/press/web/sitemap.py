"""The site map and robots.txt: which pages there are, for search engines.

https://www.sitemaps.org/protocol.html; the other languages of a page as `xhtml:link`, as
https://developers.google.com/search/docs/specialty/international/localized-versions asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr


@dataclass(frozen=True)
class Address:
    """One page: its public address, the same page by language code, and when its text was changed.

    modified: a day as `2026-11-23`; empty where nobody has written it down.
    """

    url: str
    alternates: tuple[tuple[str, str], ...]
    modified: str = ""


def sitemap(pages: Iterable[Address]) -> str:
    """Return sitemap.xml, by address; every page names all its languages, itself included."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in sorted(pages, key=lambda page: page.url):
        lines += ["<url>", f"<loc>{_text(page.url)}</loc>"]
        if page.modified:
            lines.append(f"<lastmod>{_text(page.modified)}</lastmod>")
        lines += [
            f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(url)}/>'
            for code, url in page.alternates
        ]
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _text(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def robots(site_url: str) -> str:
    """Return robots.txt: everything may be read, and the site map lies here."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
