"""The security policy of every page: only files of this site, nothing that stands in the page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from press.paper.store import Store, key

# What a page may use. `data:` is for the small signs in the theme's style sheet.
_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in _ALLOWED.items())
# In the copy that is opened from a folder the fonts stand in the style sheet.
OFFLINE_POLICY = POLICY.replace("font-src 'self'", "font-src data:")

# What only a header can say. The policy itself stays in the page: sent with a PDF it would keep some
# browsers from showing it.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(
        f"{name}=()"
        for name in (
            "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation",
            "gyroscope", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb",
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}  # fmt: skip

_HEAD = re.compile(r"<head>\s*(?:<meta charset=[^>]*>\s*)?", re.I)
_DATA = ("application/json", "application/ld+json")  # blocks of data, which no browser runs


def with_policy(page: str, policy: str = POLICY) -> str:
    """Return a whole page with the policy in its head, before anything that it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    return _HEAD.sub(lambda head: f"{head[0]}{meta}", page, count=1)


def with_policy_of_its_own(page: str) -> str:
    """Return a page that stands alone, locked to the pictures beside it and to the style it brings along.

    The style is named by its hash (Content Security Policy Level 3, hash-source).
    """
    style = page.partition("<style>")[2].partition("</style>")[0]
    named = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    allowed = f"img-src 'self' file: data:; style-src 'sha256-{named}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda head: f"{head[0]}{meta}\n", page, count=1)


def breaches(page: str) -> list[str]:
    """Return what a page holds that its own policy would block, in words for who mends templates."""
    return list(dict.fromkeys(_breaches(html.document_fromstring(page))))


def _breaches(root: HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "style":
            yield "has a <style>; put it into overrides/assets/css/"
        if element.tag == "script" and "src" not in element.attrib and not _is_data(element):
            yield "has a script in the page; put it into overrides/assets/js/"
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"has the attribute `{name}` on <{element.tag}>"
        source = element.get("src", "")
        if re.match(r"(https?:)?//", source):
            yield f"loads {source[:80]} from another place"


def _is_data(script: HtmlElement) -> bool:
    return script.get("type") in _DATA


def headers() -> str:
    """Return the file `_headers`, which Netlify and Cloudflare Pages read; for others see the guide."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    return "\n".join(lines) + "\n"


def redirects(languages: tuple[str, ...]) -> str:
    """Return the file `_redirects`, by which Netlify finds each other language's 404 page."""
    return "".join(f"/{code}/*  /{code}/404.html  404\n" for code in languages[1:])


def host_files(store: Store, languages: tuple[str, ...]) -> dict[str, Path]:
    """Return what web hosts read, by where it lies in the site."""
    texts = {"_headers": headers(), "_redirects": redirects(languages)}
    return {name: store.keep(key(text), ".txt", text.encode) for name, text in texts.items()}
