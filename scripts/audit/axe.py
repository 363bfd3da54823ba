"""axe: rules of WCAG and of good practice, on every page in every mode and state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from playwright.sync_api import Browser, Page

from audit.browser import chromium, over_pages
from audit.findings import Fault, Findings
from audit.site import Site
from audit.states import Unreached, states
from press.content.accessibility import Mode

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS: dict[Mode, int] = {"wide": 1280, "narrow": 320}
SCHEMES: tuple[Mode, ...] = ("light", "dark")
STATES: tuple[Mode, ...] = ("opened", "search", "filled", "easy")
_LONGEST = 160
# Where a state changes the page. The rest was looked at as it comes, or lies behind a dialog.
_PARTS: dict[Mode, str] = {"search": "dialog[open]", "filled": "main", "easy": "main"}
# What a state lets the browser remember must not show in the next page.
_FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"
_RUN = """([part, tags]) => axe.run(part, {runOnly: tags, resultTypes: ["violations"]})
    .then((result) => result.violations)"""


def run(site: Site) -> Findings:
    """Look at every page, light and dark, wide and narrow, in each of its states."""
    found = over_pages(_look, site, "axe")
    reached = {mode for fault_or_mode in found for mode in _modes(fault_or_mode)}
    return Findings(
        tool="axe-core",
        version=version(),
        about="rules",
        standard="WCAG 2.0–2.2 A + AA",
        looked_at=len(site.shown),
        modes=tuple(m for m in (*SCHEMES, *WIDTHS, *STATES) if m in reached),
        faults=tuple(sorted(f for f in found if isinstance(f, Fault))),
    )


def version() -> str:
    """Return axe's version, as its first line says it."""
    match = re.search(r"axe v(\d[\d.]*)", _source()[:200])
    return match[1] if match else ""


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def _modes(found: Fault | tuple[Mode, ...]) -> tuple[Mode, ...]:
    return found if isinstance(found, tuple) else ()


def _look(site: Site, share: Sequence[str]) -> Iterator[Fault | tuple[Mode, ...]]:
    """Yield the faults of some pages, and the modes that each page was looked at in."""
    with chromium(site) as browser:
        for modes in product(SCHEMES, WIDTHS):
            # One window for all pages: to open one takes longer than to look at a small page.
            page = _window(browser, *modes)
            for place in share:
                yield from _page(page, site.address, place, modes)
                page.evaluate(_FORGET)
                page.context.clear_cookies()
            page.context.close()


def _window(browser: Browser, scheme: Mode, width: Mode) -> Page:
    """Return a new window in a mode; nothing is remembered in it."""
    context = browser.new_context(
        viewport={"width": WIDTHS[width], "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    return context.new_page()


def _page(
    page: Page, root: str, place: str, modes: tuple[Mode, Mode]
) -> Iterator[Fault | tuple[Mode, ...]]:
    for state, reach in states(page, root + place, place, modes[1] == "narrow"):
        shown = (*modes, state) if state else modes
        try:
            reach()
        except Unreached as error:
            yield Fault("state-not-reached", state or "", str(error), place, shown)
        else:
            yield shown
            part = _PARTS.get(state, "html") if state else "html"
            yield from (_fault(rule, node, place, shown) for rule, node in broken(page, part))


def broken(page: Page, part: str = "html") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each broken rule with each element that breaks it, in a part of the page."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_source())  # as the page's policy lets no script in by a tag
    for rule in page.evaluate(_RUN, [part, list(TAGS)]):
        yield from ((rule["id"], node) for node in rule["nodes"])


def _fault(rule: str, node: dict[str, Any], place: str, modes: tuple[Mode, ...]) -> Fault:
    target = " ".join(str(part) for part in node["target"])
    element = f"{target}  {_short(node['html'])}"
    return Fault(rule, element, _why(node.get("failureSummary", "")), place, modes)


def _why(summary: str) -> str:
    """Return axe's explanation in one line, without its heading."""
    return _short("; ".join(line.strip() for line in summary.splitlines()[1:] if line.strip()), 300)


def _short(text: str, longest: int = _LONGEST) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= longest else f"{whole[: longest - 1]}…"
