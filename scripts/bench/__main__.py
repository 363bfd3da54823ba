"""Runs every comparison, one after another, and prints and writes the report."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from bench.builds import copy_of, measure_builds, plain_copy
from bench.chapter import measure_chapter
from bench.kinds import measure_kinds
from bench.report import Run, write

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "guide" / "benchmark.md"


def main() -> None:
    """Measure in copies in a temporary folder, so that nothing is warm but what is said to be."""
    start, load = time.monotonic(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        ours = copy_of(ROOT, Path(temporary) / "ours")
        plain = plain_copy(ROOT, Path(temporary) / "plain")
        builds = measure_builds(ours, plain)
        kinds = measure_kinds(ours)  # the store is full by now
        chapter = measure_chapter(ours, plain)
    run = Run(builds, kinds, chapter, load, time.monotonic() - start)
    print(write(REPORT, run))


if __name__ == "__main__":
    main()
