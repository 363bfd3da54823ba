"""Compares the web with the plain Material site over the same pages, at several sizes in one run.

Time is the user CPU time of the build and its children, so that other work on the machine counts little.
Paper lies in the store beforehand; no build makes chapter PDFs.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Response

from audit.browser import launched
from audit.server import serving
from audit.site import Site, browser
from bench.builds import copy_of, plain_copy
from bench.chapter import SLUG
from bench.manysite import grown
from press.project import Project

PAGES = (60, 300, 1200)
LIMIT = 180  # seconds of CPU time after which a build of the plain site is given up


@dataclass(frozen=True)
class Visit:
    """A first load of a chapter: bytes of its HTML; bytes sent, and requests, for all of it."""

    html: int
    sent: int
    requests: int


@dataclass(frozen=True)
class Built:
    """A site's build at a size. first: seconds with cards and index to make; None: not asked."""

    site: str
    pages: int
    first: float | None
    again: float
    visit: Visit


def sizes() -> tuple[int, ...]:
    """Return the numbers of pages that are measured: PAGES of the environment, or all three."""
    named = os.environ.get("PAGES", "")
    return tuple(map(int, named.split(","))) if named else PAGES


def measure_web(root: Path) -> list[Built]:
    """Return what every build took that was not given up."""
    found: list[Built] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        real = copy_of(root, folder / "real")
        if (root / "build" / "store").exists():  # what an earlier build of the project made
            shutil.copytree(root / "build" / "store", real / "build" / "store")
        _seconds(real, ["press.cli", "build"])  # makes the paper that is missing
        given_up = False
        for pages in sizes():
            own = grown(copy_of(root, folder / f"ours-{pages}"), pages)
            shutil.copytree(real / "build", own / "build")
            first, again = (_seconds(own, ["press.cli", "build"]) for _ in range(2))
            assert first is not None and again is not None
            found.append(Built("ours", pages, first, again, _visit(own)))
            print(found[-1], file=sys.stderr)
            if given_up:
                continue
            plain = grown(plain_copy(root, folder / f"plain-{pages}"), pages)
            took = _seconds(plain, ["mkdocs", "build", "--quiet"], LIMIT)
            given_up = took is None  # a larger one takes longer still
            if took is not None:
                found.append(Built("plain", pages, None, took, _visit(plain)))
                print(found[-1], file=sys.stderr)
    return found


def _seconds(folder: Path, module: list[str], limit: int = 0) -> float | None:
    """Return the user CPU seconds of a build, or None when it went over the limit."""
    said = {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "PDF_EXPORT": "false",
        "PRESS_PROCESSES": "1",
        "PYTHONPATH": str(folder / "scripts"),
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        [sys.executable, "-m", *module],
        cwd=folder,
        env={**os.environ, **said},
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_CPU, (limit, limit + 5))
        if limit
        else None,
        capture_output=True,
        text=True,
        check=False,
    )
    if limit and done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return None
    if done.returncode:
        sys.exit(f"{' '.join(module)} failed in {folder}:\n{done.stdout}{done.stderr}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def _visit(folder: Path) -> Visit:
    """Return what a browser that knows nothing of the site loads to show one chapter."""
    sent: list[int] = []

    def note(response: Response) -> None:
        if not response.url.startswith("data:"):
            sent.append(int(response.headers.get("content-length", "0")))

    site = Site(folder / "site", Project(folder).site_url)
    with serving(site) as served, launched(browser()) as running:
        page = running.new_page()
        page.on("response", note)
        page.goto(f"{served.address}{SLUG}/", wait_until="networkidle", timeout=120_000)
    html = (folder / "site" / SLUG / "index.html").stat().st_size
    return Visit(html, sum(sent), len(sent))


def rows(found: list[Built]) -> list[tuple[object, ...]]:
    """Return the lines of the report's table; growth is told beside the largest size, from 300."""
    again = {(one.site, one.pages): one.again for one in found}

    def growth(one: Built) -> str:
        base = again.get((one.site, 300))
        return f"{one.again / base:.1f}" if base and one.pages > 300 else ""

    return [
        (
            one.site, one.pages, "" if one.first is None else f"{one.first:.1f}",
            f"{one.again:.1f}", growth(one), f"{one.visit.html / 1000:.0f}",
            f"{one.visit.sent / 1000:.0f}", one.visit.requests,
        )
        for one in found
    ]  # fmt: skip
