"""Makes the site's pages fit to be opened from a folder, where no server completes an address.

Texts in, texts out; scripts/press/offline.py gathers the files.
"""

from __future__ import annotations

import base64
import html
import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from urllib.parse import quote, unquote, urlsplit

from press.web.modules import load_classic
from press.web.policy import OFFLINE_POLICY, POLICY

_QUOTED = r"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(rf"<(?:a|link|script|img)\s(?:{_QUOTED}|[^\"'>])*>", re.I)
_ATTRIBUTE = re.compile(rf"(\s)([\w-]+)=({_QUOTED})")
_FONT_PRELOAD = re.compile(rf"<link rel=\"preload\"(?:{_QUOTED}|[^\"'>])*\sas=\"font\"[^>]*>\n?")
_REFRESH = re.compile(r"(<meta http-equiv=\"refresh\" content=\"0; url=)([^\"]*)\"")
_FONT = re.compile(r'url\("([^"?]+\.woff2)[^"]*"\)')
_OFFLINE_ONLY = " data-offline hidden"  # on what stands in every page and is shown in this copy


def offline_page(page: str, name: str, files: Collection[str]) -> tuple[str, list[str]]:
    """Return a page for the copy, and the addresses in it that lead to no file of the copy.

    name: where the page lies; files: all files of the copy; both below its root. Links to a folder lead
    to the page in it, and so do pages that send the reader on. Fonts stand in the style sheet: nothing
    asks for them ahead, and the policy says so.
    """
    lost: list[str] = []

    def rewritten(attribute: re.Match[str]) -> str:
        space, key, quoted = attribute.groups()
        if key not in ("href", "src"):
            return attribute[0]
        address = html.unescape(quoted[1:-1])
        found = _to_file(address, name, files)
        if found is None:
            lost.append(address)
        return attribute[0] if found in (None, address) else f'{space}{key}="{html.escape(found)}"'

    def sent_on(refresh: re.Match[str]) -> str:
        address = html.unescape(refresh[2])
        found = _to_file(address, name, files)
        if found is None:
            lost.append(address)
        return f'{refresh[1]}{html.escape(found or address)}"'

    page = _REFRESH.sub(sent_on, page)
    page = _FONT_PRELOAD.sub("", page).replace(_OFFLINE_ONLY, " data-offline")
    page = page.replace(f'content="{POLICY}"', f'content="{OFFLINE_POLICY}"')
    return load_classic(_TAG.sub(lambda tag: _ATTRIBUTE.sub(rewritten, tag[0]), page)), lost


def _to_file(address: str, name: str, files: Collection[str]) -> str | None:
    """Return the address of the file that an address on a page leads to; None when there is none.

    Addresses elsewhere, and places and questions on the same page, stay as they are.
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # such as a bracket where a host should be
        return address
    if parts.scheme or parts.netloc or not parts.path:
        return address
    here = posixpath.dirname(name)
    target = posixpath.normpath(posixpath.join(here, unquote(parts.path)))
    if target in files:
        return address
    index = posixpath.normpath(posixpath.join(target, "index.html"))
    if parts.path.startswith("/") or index not in files:
        return None
    return parts._replace(path=quote(posixpath.relpath(index, here or "."))).geturl()


def offline_style(style: str, font: Callable[[str], bytes]) -> str:
    """Return a style sheet with its fonts in it; font gives the bytes for an address in the sheet.

    From disk every file may count as an origin of its own, and fonts must come from the page's
    (https://www.w3.org/TR/css-fonts-4/#font-fetching-requirements). Chromium 156 and Firefox 153 are
    milder, Chromium only where the font is not preloaded; in the sheet no browser has to decide. On the
    web a font that is late stays away; here it is never late, so a page may wait for it.
    """

    def within(address: re.Match[str]) -> str:
        return f'url("data:font/woff2;base64,{base64.b64encode(font(address[1])).decode()}")'

    return _FONT.sub(within, style).replace("font-display: optional", "font-display: block")


# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I)
_PLAIN = re.compile(r"[ !#$%&'()+,./0-9;=@A-Z\[\]^_`a-z{}~-]+")
# Windows takes 260 with everything above: `C:\Users\…\Downloads\slingan-offline\` has room.
LONGEST = 180


def unfit_names(names: Collection[str]) -> Mapping[str, str]:
    """Return which names of files Windows or an old unpacking program would stumble over, and why."""
    found: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name in names:
        parts = name.split("/")
        if not _PLAIN.fullmatch(name):
            found[name] = "has a letter or sign that not every computer takes in a file's name"
        elif any(_RESERVED.fullmatch(part) or part.endswith((".", " ")) for part in parts):
            found[name] = "has a name that Windows keeps for itself"
        elif len(name) > LONGEST:
            found[name] = f"is longer than {LONGEST} characters with its folders"
        elif name.lower() in seen:
            found[name] = f"differs from `{seen[name.lower()]}` only by capitals"
        seen[name.lower()] = name
    return found
