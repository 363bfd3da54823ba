"""Checks every built page by axe and writes the dated report that the accessibility statement shows."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
HOST = "http://site.local/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
STANDARD = "WCAG 2.0–2.2 A + AA"


def audit(site: Path) -> tuple[int, Counter[str]]:
    """Return how many pages of the site were checked, and how often each rule was broken."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    found: Counter[str] = Counter()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.route(f"{HOST}**", lambda route: route.fulfill(path=_file(site, route.request.url)))
        for name in names:
            page.goto(HOST + name.removesuffix("index.html"))
            found += _broken(page, axe)
        browser.close()
    return len(names), found


def _file(site: Path, url: str) -> Path:
    path = site / url.removeprefix(HOST).split("?")[0]
    return path / "index.html" if path.is_dir() else path


def _broken(page: Page, axe: str) -> Counter[str]:
    page.evaluate(axe)
    result = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    return Counter({rule["id"]: len(rule["nodes"]) for rule in result["violations"]})


def version() -> str:
    """Return axe's version, as its first line says it."""
    first = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")[:200]
    match = re.search(r"axe v(\d[\d.]*)", first)
    return match[1] if match else "unknown"


def report(day: datetime.date, pages: int, found: Mapping[str, int], axe: str) -> str:
    """Return docs/accessibility-report.yml; the model is Report in press/content/accessibility.py."""
    lines = [
        "# Written by `make audit`; docs/<language>/accessibility.md shows it.",
        f"date: {day.isoformat()}",
        "checks:",
        "  - tool: axe-core",
        f'    version: "{axe}"',
        f'    standard: "{STANDARD}"',
        f"    pages: {pages}",
        "    findings:" if found else "    findings: []",
        *(f"      - {{rule: {rule}, count: {count}}}" for rule, count in sorted(found.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    pages, found = audit(ROOT / "site")
    today = datetime.datetime.now(tz=datetime.UTC).date()
    path = ROOT / "docs" / "accessibility-report.yml"
    path.write_text(report(today, pages, found, version()), encoding="utf-8")
    print(f"{pages} pages, {found.total()} errors; written to {path}")
