"""Writes the report. What stands below the mark in the old one was measured by hand and is kept."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.builds import PROCESSES, RUNS, Builds
from bench.chapter import SLUG, Outcome
from bench.kinds import Kind

KEPT = "## A whole region"


@dataclass(frozen=True)
class Run:
    """Everything measured in one run. load: the machine's before it; seconds: how long it took."""

    builds: Builds
    kinds: list[Kind]
    chapter: list[Outcome]
    load: float
    seconds: float


def write(path: Path, run: Run) -> str:
    """Write the report to path and return it."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    mark = old.find(KEPT)
    text = report(run) + ("\n" + old[mark:] if mark >= 0 else "")
    path.write_text(text, encoding="utf-8")
    return text


def report(run: Run) -> str:
    """Return what was measured as Markdown."""
    parts = [
        "# Benchmark",
        f"Written by `make bench` on {time.strftime('%Y-%m-%d')} in {run.seconds:.0f} seconds: "
        f"{run.builds.pages} pages, {run.builds.files} files of paper, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}; the machine's load before it was {run.load:.1f}.",
        "## One chapter, four programs",
        f"The same text (`{SLUG}`, Swedish), each program loaded and asked for its most accessible "
        f"PDF, median of {RUNS} fresh processes (the plugin: within its own build). Ours is made anew "
        "and includes its inspection. Rules are those of PDF/UA-1 as page-validation knows them.",
        _table(
            ("set by", "ms", "pages", "kB", "tagged", "rules broken"),
            [
                (
                    one.program,
                    f"{one.milliseconds:.0f}",
                    one.pages,
                    f"{one.kilobytes:.0f}",
                    "yes" if one.tagged else "no",
                    len(one.broken),
                )
                for one in run.chapter
            ],
        ),
        *_broken(run.chapter),
        "## The site as a whole",
        f"Seconds, median of {RUNS} (the untouched plugin: one build). Cold: nothing in the store.",
        _table(("build", *_heads("cold"), *_heads("warm")), _build_rows(run.builds)),
        f"The untouched plugin takes {statistics.median(run.builds.plugin_each) * 1000:.0f} ms for a "
        f"page (median of {len(run.builds.plugin_each)}). With nothing changed, ours takes "
        f"{run.builds.warm[2] / run.builds.plain:.1f} times the plain site without any PDF.",
        "## Each kind of printable",
        "Milliseconds for one printable with all its copies and its picture: the median of all of its "
        "kind in three languages. Cold: each with a store of its own that is empty, so a binder sets "
        "every document in it too. With two processes both are at work; each printable is timed by "
        "itself.",
        _table(
            ("kind", "printables", *_heads("cold"), *_heads("warm")),
            [
                (kind.name, kind.count, *_figures(kind.cold, 0), *_figures(kind.warm, 0))
                for kind in run.kinds
            ],
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _build_rows(builds: Builds) -> list[tuple[object, ...]]:
    return [
        ("ours, everything", *_figures(builds.cold, 1), *_figures(builds.warm, 1)),
        ("ours, without chapter PDFs in pages", "", "", "", f"{builds.without_chapters:.1f}"),
        (
            "plain site, untouched pdf-export",
            f"{builds.plugin:.1f}",
            "",
            f"{builds.plugin:.1f}",
            "",
        ),
        ("plain site, no PDF", f"{builds.plain:.1f}", "", f"{builds.plain:.1f}", ""),
    ]


def _heads(state: str) -> list[str]:
    return [f"{state}, {n} process{'es' if n > 1 else ''}" for n in PROCESSES]


def _figures(found: dict[int, float], digits: int) -> list[str]:
    return [f"{found[n]:.{digits}f}" for n in PROCESSES]


def _broken(found: Iterable[Outcome]) -> list[str]:
    lines = [f"- {one.program}: {', '.join(one.broken)}" for one in found if one.broken]
    return ["\n".join(("Broken:", "", *lines))] if lines else []


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [head, ("---", *("---:" for _ in head[1:])), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)
