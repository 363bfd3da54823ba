"""Sets the same chapter with four programs, and looks at what came out.

WeasyPrint and Chromium get the chapter's text as one HTML file with print.css and our typeface in it, and
are asked for a tagged PDF. Each program runs in a process of its own and first sets the Danish chapter,
which loads it and is not counted. The untouched plugin's PDF is the one from its own build.
"""

from __future__ import annotations

import base64
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import page as page_validation
import pikepdf

from bench.builds import RUNS, TIMES
from press.build import Build, check
from press.content.library import Entry
from press.content.markup import to_html
from press.jobs import chapter_job
from press.paper.fonts import font_file
from press.project import Project

SLUG = "method-guide/what-is-dmo"  # holds no printables: with each program it is the same text
LANGUAGES = ("da", "sv")  # the second counts
STYLES = {"Regular": "400 normal", "Bold": "700 normal", "Italic": "400 italic"}

SetPdf = Callable[[str, Path], None]  # language, where the PDF goes


@dataclass(frozen=True)
class Outcome:
    """One program's PDF: milliseconds, pages, kilobytes, tags, and rules of PDF/UA-1 it breaks."""

    program: str
    milliseconds: float
    pages: int
    kilobytes: float
    tagged: bool
    broken: tuple[str, ...]


def measure_chapter(ours: Path, plain: Path) -> list[Outcome]:
    """Return what each program made of the chapter; plain must have been built with the plugin."""
    pdf = plain / "site" / SLUG / f"{Path(SLUG).name}.pdf"
    times = json.loads((plain / TIMES).read_text(encoding="utf-8"))
    took = next(t for name, t in times.items() if Path(name).resolve() == pdf.resolve())
    found = [_looked_at("pdf-export, untouched", took * 1000, pdf)]
    for program in ("WeasyPrint", "Chromium", "ours (Typst)"):
        target = ours / "chapter.pdf"
        runs = [_in_a_process(program, ours, target) for _ in range(RUNS)]
        found.append(_looked_at(program, statistics.median(runs), target))
    return found


def _looked_at(program: str, milliseconds: float, path: Path) -> Outcome:
    with pikepdf.open(path) as pdf:
        tagged = "/StructTreeRoot" in pdf.Root and bool(
            pdf.Root.get("/MarkInfo", {}).get("/Marked")
        )
        pages = len(pdf.pages)
    failures = page_validation.validate_pdf(str(path), profile="ua1").failures
    broken = tuple(sorted({failure.rule_id for failure in failures}))
    return Outcome(program, milliseconds, pages, path.stat().st_size / 1000, tagged, broken)


def _in_a_process(program: str, root: Path, target: Path) -> float:
    """Return the milliseconds a fresh process took for the chapter."""
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        [sys.executable, "-m", "bench.chapter", program, str(root), str(target)],
        env={**os.environ, "PYTHONPATH": str(root / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{program} failed:\n{done.stderr}")
    return float(done.stdout.split()[-1])


def _measured(program: str, root: Path, target: Path) -> float:
    project = Project(root)
    build = Build(project, check(project))
    entries = {language: build.library.entries[language, SLUG] for language in LANGUAGES}
    with _PROGRAMS[program](build, entries) as set_pdf:
        for language in LANGUAGES:
            start = time.perf_counter()
            set_pdf(language, target)
            took = (time.perf_counter() - start) * 1000
    return took


@contextmanager
def _ours(build: Build, entries: dict[str, Entry]) -> Iterator[SetPdf]:
    def set_pdf(language: str, target: Path) -> None:
        # All a build does: text to blocks, setting, fields, inspection; nothing is in the store.
        job = chapter_job(entries[language], build.desks[language])
        target.write_bytes(build.press._make(job))

    yield set_pdf


@contextmanager
def _weasyprint(build: Build, entries: dict[str, Entry]) -> Iterator[SetPdf]:
    from weasyprint import HTML

    yield lambda language, target: HTML(string=_page(entries[language])).write_pdf(
        target, pdf_variant="pdf/ua-1"
    )


@contextmanager
def _chromium(build: Build, entries: dict[str, Entry]) -> Iterator[SetPdf]:
    from audit.browser import launched
    from audit.site import browser as installed_browser

    def set_pdf(language: str, target: Path) -> None:
        leaf = browser.new_page()
        leaf.set_content(_page(entries[language]))
        leaf.pdf(path=target, prefer_css_page_size=True, tagged=True, outline=True)
        leaf.close()

    with launched(installed_browser()) as browser:
        yield set_pdf


_PROGRAMS = {"ours (Typst)": _ours, "WeasyPrint": _weasyprint, "Chromium": _chromium}


def _page(entry: Entry) -> str:
    """Return the chapter as one HTML file that needs nothing beside it."""
    faces = "".join(_face(style, how) for style, how in STYLES.items())
    looks = (Path(__file__).parent / "print.css").read_text(encoding="utf-8")
    title, summary = entry.model.title, entry.model.summary
    return (
        f'<!doctype html><html lang="{entry.language}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{faces}{looks}</style></head><body><main>"
        f'<h1>{title}</h1><p class="summary">{summary}</p>{to_html(entry.source.body)}'
        "</main></body></html>"
    )


def _face(style: str, how: str) -> str:
    data = base64.b64encode(font_file(style).read_bytes()).decode()
    weight, slant = how.split()
    return (
        f'@font-face {{font-family: "Atkinson"; font-weight: {weight}; font-style: {slant}; '
        f'src: url("data:font/ttf;base64,{data}")}}\n'
    )


if __name__ == "__main__":
    name, folder, place = sys.argv[1:]
    print(_measured(name, Path(folder), Path(place)))
