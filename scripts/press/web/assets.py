"""The site's own style sheet and scripts, each under an address that changes when it does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from press.paper.fonts import fingerprint
from press.problems import Problem, did_you_mean
from press.web.fonts import FONTS
from press.web.modules import (
    WANTED,
    circles,
    imports,
    is_module,
    needed_by,
    unknown_lines,
    with_addresses,
)

STYLE = "assets/css/slingan.css"
_EVERYWHERE = ("header", "search")
# What a page must hold for a script to be of use on it.
_WHERE_NEEDED = {
    "data-read-easy": "reading",
    "data-listen": "listen",
    "data-checklist": "checklist",
    "data-path": "path",
    "data-print-shop": "print-shop",
    "data-resources": "print-shop",
    "data-remembered": "remembered",
    "data-ask": "ask",
    "data-course": "course",
    "data-lost": "lost",
    "data-share": "share",
    "data-term": "terms",
}
_TOOL = re.compile(r'data-tool="([a-z0-9-]+)"')  # its own module is tool-<id>.js
SCRIPTS = "assets/js/"


@dataclass(frozen=True)
class Assets:
    """The style sheet and the scripts as they are served. All are named by where they lie in the site.

    scripts: the text of each, small, such as that of `assets/js/tool.js`.
    modules: those that can only be loaded as modules.
    needs: the modules that each script needs, every one after what it needs itself.
    addresses: under which style sheet, scripts and fonts are asked for; a host may let browsers keep them
        for a year, so what is changed has another address.
    """

    style: bytes
    scripts: Mapping[str, str]
    modules: frozenset[str]
    needs: Mapping[str, list[str]]
    addresses: Mapping[str, str]

    def for_page(self, content: str) -> list[str]:
        """Return the scripts that a page with this content needs, in order."""
        needed = [name for mark, name in _WHERE_NEEDED.items() if mark in content]
        tool = [f"tool-{name}" for name in _TOOL.findall(content)]
        found: list[str] = []
        for own in (f"{SCRIPTS}{name}.js" for name in (*_EVERYWHERE, *needed, *tool)):
            found += [one for one in (*self.needs[own], own) if one not in found]
        return found


def assets(look: Path) -> Assets:
    """Return overrides/css as one style sheet, and overrides/assets/js as they are served."""
    style = _stylesheet(look)
    plain = _written(look)
    made: dict[str, str] = {}

    def whole(name: str) -> str:
        if name not in made:
            found = with_addresses(plain[name], lambda other: _named(other, whole(other)))
            made[name] = jsmin(found)
        return made[name]

    addresses = {f"{SCRIPTS}{name}": f"{SCRIPTS}{_named(name, whole(name))}" for name in plain}
    addresses[STYLE] = f"{STYLE}?v={_short(style)}"
    addresses |= {place: f"{place}?v={_typeface()}" for place in FONTS}
    return Assets(
        style,
        {f"{SCRIPTS}{name}": whole(name) for name in plain},
        frozenset(f"{SCRIPTS}{name}" for name, text in plain.items() if is_module(text)),
        {
            f"{SCRIPTS}{name}": [f"{SCRIPTS}{one}" for one in needed_by(name, plain)]
            for name in plain
        },
        addresses,
    )


def _stylesheet(look: Path) -> bytes:
    """Return the parts of the style sheet in the order of their names; what is later may change more.

    It asks for the typeface under the same address as the pages, which load it ahead.
    """
    whole = b"\n".join(path.read_bytes() for path in sorted((look / "css").glob("*.css")))
    return whole.replace(b'.woff2"', f'.woff2?v={_typeface()}"'.encode())


def _typeface() -> str:
    return fingerprint()[:8]


def _written(look: Path) -> dict[str, str]:
    """Return the scripts as they are written, by name."""
    return {path.name: path.read_text("utf-8") for path in sorted((look / SCRIPTS).glob("*.js"))}


def check_scripts(look: Path, tools: Iterable[str]) -> Iterator[Problem]:
    """Yield the scripts that are missing, for a tool or an import, and lines that cannot be read.

    tools: the ids of the working tools, each of which has a script of its own.
    """
    written = _written(look)
    place = f"{look.name}/{SCRIPTS}"
    for name, text in written.items():
        if not is_module(text):
            continue
        for line, said in unknown_lines(text):
            yield Problem(f"{place}{name}", line, "", f"`{said}` {WANTED}")
        for other in imports(text):
            if other not in written:
                message = f"imports `{other}`, which is not there{did_you_mean(other, written)}"
                yield Problem(f"{place}{name}", 1, "", message)
    for name in circles(written):
        yield Problem(
            f"{place}{name}", 1, "", "imports what comes to import it; let one of them go"
        )
    for tool in tools:
        if f"tool-{tool}.js" not in written:
            message = f"is missing: the rules of `{tool}` for the browser (guide/engineers.md)"
            yield Problem(f"{place}tool-{tool}.js", 1, "", message)


def _named(name: str, text: str) -> str:
    return f"{name}?v={_short(text.encode())}"


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
