"""Lighthouse: accessibility, best practices, search engines and speed, as on a phone with a slow line."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from audit.browser import ARGUMENTS, over_pages
from audit.findings import Fault, Findings
from audit.site import Site, kind_of

# Of 100. Three of them count rules, which are kept or not. Speed is an estimate that swings with what
# else the computer does: from 90 on, Lighthouse calls it good.
LIMITS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 90}
# Kinds of pages that ask search engines to stay away, as they should: what leads to a course is its
# participants' page. Lighthouse then gives few points for search engines, which are not counted.
_HIDDEN = {"404", "leader", "paper", "short-link"}
_SECONDS = 180

Report = dict[str, Any]


def run(site: Site) -> Findings:
    """Measure every page; one that is too slow again, alone, and the better of the two counts."""
    reports = dict(over_pages(_measure, site, "lighthouse"))
    for place, report in reports.items():
        if report is None or score(report, "performance") < LIMITS["performance"]:
            reports[place] = _better(report, _once(site, place))
    got = {place: report for place, report in reports.items() if report}
    return Findings(
        tool="Lighthouse",
        version=next((report["lighthouseVersion"] for report in got.values()), ""),
        about="scores",
        looked_at=len(reports),
        faults=tuple(f for place, report in reports.items() for f in _faults(place, report)),
        figures=tuple((f"lowest {name}", _lowest(got, name)) for name in LIMITS if got),
    )


def score(report: Report, category: str) -> int:
    """Return a category's score of 100; 0 where Lighthouse could not give one."""
    return round(100 * (report["categories"][category]["score"] or 0))


def _lowest(reports: Mapping[str, Report], category: str) -> int:
    counted = [
        score(report, category)
        for place, report in reports.items()
        if category != "seo" or kind_of(place) not in _HIDDEN
    ]
    return min(counted, default=100)


def _measure(site: Site, share: list[str]) -> Iterator[tuple[str, Report | None]]:
    return ((place, _once(site, place)) for place in share)


def _once(site: Site, place: str) -> Report | None:
    """Return Lighthouse's report of a page without its pictures; None when it could not look."""
    command = [
        *site.programs.lighthouse, site.address + place, "--output=json", "--quiet",
        "--no-enable-error-reporting", f"--only-categories={','.join(LIMITS)}",
        "--disable-full-page-screenshot", f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
    ]  # fmt: skip
    variables = {**os.environ, "CHROME_PATH": site.programs.chromium}
    try:
        done = subprocess.run(  # noqa: S603 - a program of our own choice
            command, env=variables, capture_output=True, text=True, timeout=_SECONDS, check=True
        )
        report = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return None
    if report.get("runtimeError"):
        return None
    return {name: report[name] for name in ("lighthouseVersion", "categories", "audits")}


def _better(first: Report | None, second: Report | None) -> Report | None:
    return max((r for r in (first, second) if r), key=partial(_speed), default=None)


def _speed(report: Report) -> int:
    return score(report, "performance")


def _faults(place: str, report: Report | None) -> Iterator[Fault]:
    if report is None:
        yield Fault("not-measured", "", "Lighthouse could not look at the page, twice", place)
        return
    for name, limit in LIMITS.items():
        got = score(report, name)
        if limit < 100:
            if got < limit:
                yield Fault(name, "", f"{got} of 100; {_lost(report, name)}", place)
        else:
            yield from _broken(place, report, name)


def _broken(place: str, report: Report, category: str) -> Iterator[Fault]:
    for audit in _failed(report, category):
        if audit["id"] != "is-crawlable" or kind_of(place) not in _HIDDEN:
            yield Fault(f"{category}/{audit['id']}", _element(audit), audit["title"], place)


def _failed(report: Report, category: str) -> Iterator[Report]:
    """Yield the audits that took something from a category's score."""
    for part in report["categories"][category]["auditRefs"]:
        audit = report["audits"][part["id"]]
        if part["weight"] > 0 and audit["score"] is not None and audit["score"] < 1:
            yield audit


def _lost(report: Report, category: str) -> str:
    return ", ".join(f"{a['id']} {a.get('displayValue', '')}" for a in _failed(report, category))


def _element(audit: Report) -> str:
    """Return the first thing that an audit points at."""
    for item in (audit.get("details") or {}).get("items", []):
        node = item.get("node") or item.get("source") or {}
        return str(node.get("selector") or node.get("url") or item.get("description") or "")
    return ""
