"""Writes the report, part by part. What stands below KEPT was measured by hand and stays."""

from __future__ import annotations

import os
import platform
import re
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.builds import PROCESSES, RUNS, Builds
from bench.chapter import SLUG, Outcome
from bench.kinds import Kind
from bench.web import LIMIT, PAGES, Built, rows, sizes

KEPT = "## A whole region"
# What each part writes stands between marks of its own, in this order.
PARTS = ("paper", "web", "search")


@dataclass(frozen=True)
class Run:
    """All of paper measured in one run."""

    builds: Builds
    kinds: list[Kind]
    chapter: list[Outcome]


def write(path: Path, part: str, text: str) -> None:
    """Put a part into the report at path; the other parts stay as they stand."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.findall(r"<!-- (\w+) -->\n\n(.*?)\n\n<!-- /\1 -->", old, re.S)
    told = {**dict(found), part: text}
    mark = old.find(KEPT)
    parts = [
        f"<!-- {name} -->\n\n{told[name]}\n\n<!-- /{name} -->" for name in PARTS if name in told
    ]
    kept = [old[mark:].rstrip()] if mark >= 0 else []
    path.write_text("\n\n".join(("# Benchmark", *parts, *kept)) + "\n", encoding="utf-8")


def measured(part: str, load: float, seconds: float, what: str = "") -> str:
    """Return the line that says when and where a part was measured. load: the machine's before it."""
    return (
        f"Written by `make bench PART={part}` on {time.strftime('%Y-%m-%d')} in {seconds:.0f} seconds: "
        f"{what}{os.cpu_count()} cores, Python {platform.python_version()}; the machine's load before "
        f"it was {load:.1f}."
    )


def web(found: list[Built]) -> str:
    """Return what was measured of the web as Markdown."""
    largest = {
        site: max(one.pages for one in found if one.site == site) for site in ("ours", "plain")
    }
    left = [n for n in sizes() if n > largest["plain"]]
    parts = [
        "## The web, as it grows",
        "Ours and a plain site (Material untouched, with static-i18n, no search, no typeface of its "
        "own) over the same pages, those of all languages counted together. CPU seconds (user) of one "
        "build in one process without chapter PDFs, with all paper in the store: the first build "
        "makes the pictures for sharing and the search index of the pages that are new, the second "
        "finds them made. Growth: CPU seconds held against those at 300 pages; as the pages grow, "
        f"1,200 would be 4.0. The first load is that of `{SLUG}`, with styles, scripts, pictures and "
        "typefaces, text sent as gzip, and nothing in the browser before.",
        _table(
            (
                "site", "pages", "s, first build", "s, build", "growth from 300",
                "kB, HTML of a chapter", "kB, first load", "requests",
            ),
            rows(found),
        ),
    ]  # fmt: skip
    if left:
        parts.append(f"Given up after {LIMIT} seconds: plain, {', '.join(map(str, left))} pages.")
    if max(PAGES) not in sizes():
        parts.append(
            "Not measured this time: "
            + ", ".join(str(n) for n in PAGES if n not in sizes())
            + " pages."
        )
    return "\n\n".join(parts)


def paper(run: Run) -> str:
    """Return what was measured of paper as Markdown."""
    parts = [
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
    return "\n\n".join(parts)


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
