"""Loading: how much a first visit fetches, and how much the page jumps about meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession

from audit.axe import WIDTHS
from audit.browser import chromium, over_pages, version
from audit.findings import Fault, Findings
from audit.site import Site, kind_of
from press.content.accessibility import Mode

MOST_KB = 110.0  # thousand bytes as they are sent, fonts included
# https://web.dev/articles/cls calls up to 0.1 good.
MOST_SHIFT = 0.1
# Lighthouse's slow line: fonts and scripts come late enough to move what is shown already.
_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 204_800,
    "uploadThroughput": 84_000,
}

# Shifts in windows of at most five seconds with less than one between them; the largest counts.
_WATCH = """
  window.auditShift = 0;
  let sum = 0, first = 0, last = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      if (one.hadRecentInput) continue;
      const same = one.startTime - last < 1000 && one.startTime - first < 5000;
      if (!same) { first = one.startTime; sum = 0; }
      last = one.startTime;
      sum += one.value;
      window.auditShift = Math.max(window.auditShift, sum);
    }
  }).observe({type: "layout-shift", buffered: true});
"""


@dataclass(frozen=True)
class Load:
    """One first visit."""

    page: str
    width: Mode
    kb: float
    shift: float


def run(site: Site) -> Findings:
    """Visit every page, wide and narrow, with nothing in the browser's cache."""
    loads = over_pages(_visit, site, "loading")
    return Findings(
        tool="Chromium",
        version=version(site),
        about="loading",
        looked_at=len(site.shown),
        modes=tuple(WIDTHS),
        faults=tuple(sorted(fault for load in loads for fault in _faults(load))),
        figures=tuple(_figures(loads)),
    )


def _visit(site: Site, share: Sequence[str]) -> Iterator[Load]:
    with chromium(site) as browser:
        for width in WIDTHS:
            for place in share:
                yield first_visit(browser, site.address, place, width)


def first_visit(browser: Browser, root: str, place: str, width: Mode) -> Load:
    """Return what a first visit of a page fetches over a slow line, and how much the page moves."""
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900})
    page = context.new_page()
    page.add_init_script(_WATCH)
    session = context.new_cdp_session(page)
    fetched = _count(session)
    page.goto(root + place, wait_until="networkidle")
    page.wait_for_timeout(100)
    shift = page.evaluate("window.auditShift")
    context.close()
    return Load(place, width, sum(fetched) / 1000, shift)


def _count(session: CDPSession) -> list[float]:
    """Make the line slow and return a list that fills with the bytes of each answer."""
    fetched: list[float] = []
    session.on("Network.loadingFinished", lambda told: fetched.append(told["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)
    return fetched


def _faults(load: Load) -> Iterator[Fault]:
    if load.kb > MOST_KB:
        why = f"{load.kb:.1f} kB, {MOST_KB:g} at the most"
        yield Fault("first-load", "", why, load.page, (load.width,))
    if load.shift > MOST_SHIFT:
        why = f"{load.shift:.3f}, {MOST_SHIFT:g} at the most"
        yield Fault("layout-shift", "", why, load.page, (load.width,))


def _figures(loads: Iterable[Load]) -> Iterator[tuple[str, float]]:
    """Yield the worst of each kind of page."""
    kinds: dict[str, list[Load]] = {}
    for load in loads:
        kinds.setdefault(kind_of(load.page), []).append(load)
    for kind, same in sorted(kinds.items()):
        yield f"first load in kB, {kind}", round(max(load.kb for load in same), 1)
    for kind, same in sorted(kinds.items()):
        yield f"layout shift, {kind}", round(max(load.shift for load in same), 3)
