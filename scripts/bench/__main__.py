"""Runs every comparison, or those that are named, and prints and writes the report of each.

python -m bench [paper] [web] [search]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from bench.builds import copy_of, measure_builds, plain_copy
from bench.chapter import measure_chapter
from bench.kinds import measure_kinds
from bench.report import PARTS, Run, measured, paper, web, write
from bench.search import measure_search, table
from bench.web import measure_web

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "guide" / "benchmark.md"


def main() -> None:
    """Measure part by part; each is written as soon as it is there."""
    named = sys.argv[1:] or list(PARTS)
    for part in named:
        if part not in MEASURE:
            sys.exit(f"{part} is no part of the benchmark; the parts are {', '.join(PARTS)}")
    for part in named:
        start, load = time.monotonic(), os.getloadavg()[0]
        what, text = MEASURE[part]()
        head = measured(part, load, time.monotonic() - start, what)
        write(REPORT, part, f"{head}\n\n{text}")
        print(f"{head}\n\n{text}\n")


def _paper() -> tuple[str, str]:
    """Measure in copies in a temporary folder, so that nothing is warm but what is said to be."""
    with tempfile.TemporaryDirectory() as temporary:
        ours = copy_of(ROOT, Path(temporary) / "ours")
        plain = plain_copy(ROOT, Path(temporary) / "plain")
        builds = measure_builds(ours, plain)
        kinds = measure_kinds(ours)  # the store is full by now
        chapter = measure_chapter(ours, plain)
    what = f"{builds.pages} pages, {builds.files} files of paper, "
    return what, paper(Run(builds, kinds, chapter))


def _web() -> tuple[str, str]:
    return "", web(measure_web(ROOT))


def _search() -> tuple[str, str]:
    lines = (
        "## The search",
        "Swedish pages, words partly invented; kB are gzip, from opening the search to the first "
        "hits, program included. Pagefind only when it is installed.",
        table(measure_search()),
    )
    return "", "\n\n".join(lines)


MEASURE = {"paper": _paper, "web": _web, "search": _search}

if __name__ == "__main__":
    main()
