"""Links that lead out of the site."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml.html import HtmlElement

_REL = "noopener noreferrer"


def guard_outside_links(root: HtmlElement, site_url: str) -> None:
    """Give each link to another host a `rel` that tells it nothing about the page it is on."""
    own = urlsplit(site_url).hostname
    for link in root.iter("a"):
        host = _host(link.get("href", ""))
        if host and host != own:
            link.set("rel", _REL)


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:  # such as a bracket where a host should be
        return None
