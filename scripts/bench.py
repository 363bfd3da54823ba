"""Compares build times in one run: our build, the plain site, and the untouched pdf-export plugin.

Everything is built from copies of the same pages in a temporary folder, one build after another in
processes of their own, so that nothing is warm but what is said to be. Writes guide/benchmark.md.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "guide" / "benchmark.md"
RUNS = 3


@dataclass(frozen=True)
class Timing:
    """Seconds of one build: as a whole, and within the plugin's PDF event."""

    whole: float
    pdfs: float


def _copy(folder: Path) -> Path:
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def _plain(folder: Path) -> Path:
    """Make the copy a plain site over the same pages: no hooks, no looks of ours."""
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^hooks:.*\n", "", text, flags=re.M)
    text = re.sub(r"^  custom_dir:.*\n", "", text, flags=re.M)
    text = re.sub(r"^  - press\.content\.markup.*\n", "", text, flags=re.M)
    text = re.sub(r"^watch:.*\n", "", text, flags=re.M)
    path.write_text(text, encoding="utf-8")
    return folder


def _build(folder: Path, pdfs: bool) -> Timing:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONWARNINGS": "ignore",
            "PDF_EXPORT": str(pdfs).lower(),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    whole = time.perf_counter() - start
    counted = re.findall(r"files to PDF took ([\d.]+)s", done.stdout)
    return Timing(whole, float(counted[-1]) if counted else 0.0)


def _median(runs: int, build: Callable[[], Timing]) -> Timing:
    timings = [build() for _ in range(runs)]
    return Timing(
        statistics.median(t.whole for t in timings), statistics.median(t.pdfs for t in timings)
    )


def main() -> None:
    """Run everything and print and write the table."""
    with tempfile.TemporaryDirectory() as temporary:
        ours = _copy(Path(temporary) / "ours")
        bare = _plain(_copy(Path(temporary) / "plain"))

        def cold() -> Timing:
            shutil.rmtree(ours / "build", ignore_errors=True)
            return _build(ours, pdfs=True)

        _build(bare, pdfs=False)  # compiles Python files and fills the disk's memory; not counted
        first = _median(RUNS, cold)
        papers = len([p for p in (ours / "site").rglob("*.pdf") if "print" not in p.parts])
        pages = len(list((ours / "site").rglob("index.html")))
        again = _median(RUNS, lambda: _build(ours, pdfs=True))
        without = _median(RUNS, lambda: _build(ours, pdfs=False))
        plain = _median(RUNS, lambda: _build(bare, pdfs=False))
        untouched = _build(bare, pdfs=True)
    report = _report(pages, papers, first, again, without, plain, untouched)
    REPORT.write_text(report, encoding="utf-8")
    print(report)


def _report(
    pages: int,
    papers: int,
    first: Timing,
    again: Timing,
    without: Timing,
    plain: Timing,
    untouched: Timing,
) -> str:
    ours_each, theirs_each = first.pdfs / papers, untouched.pdfs / pages
    rows = [
        (
            "plain site, untouched pdf-export plugin, a PDF of every page",
            untouched.whole,
            theirs_each,
        ),
        ("ours, first build: all chapter PDFs and printables", first.whole, ours_each),
        ("ours, again with nothing changed", again.whole, again.pdfs / papers),
        ("ours, without chapter PDFs (`PDF_EXPORT=false`)", without.whole, None),
        ("plain site without PDFs", plain.whole, None),
    ]
    lines = [
        "# Benchmark",
        "",
        f"Written by `make bench` on {time.strftime('%Y-%m-%d')}: {pages} pages, {papers} chapter PDFs, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, median of {RUNS} builds "
        "(the untouched plugin: one).",
        "",
        "| build | seconds | ms per chapter PDF |",
        "| --- | ---: | ---: |",
    ]
    for name, seconds, each in rows:
        shown = "" if each is None else f"{each * 1000:.0f}"
        lines.append(f"| {name} | {seconds:.1f} | {shown or '–'} |")
    lines += [
        "",
        f"A chapter PDF costs {theirs_each / ours_each:.0f} times less than with the plugin's own "
        f"renderer. A rebuild with nothing changed takes {again.whole / without.whole:.2f} times the "
        f"same site without chapter PDFs and {again.whole / plain.whole:.2f} times the plain site "
        "without any PDF.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
