"""Times whole builds: ours with one process and with two, and a plain site with the plugin as it is."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RUNS = 3
PROCESSES = (1, 2)
TIMES = "pdf-times.json"

# A hook of the plain copy that looks at the clock before and after the plugin's own renderer.
_CLOCK = f"""
import json, time
from pathlib import Path

_times = {{}}


def on_config(config):
    from mkdocs_pdf_export_plugin.renderer import Renderer

    if not getattr(Renderer, "timed", False):
        drawn = Renderer.write_pdf

        def write_pdf(self, content, base_url, filename):
            start = time.perf_counter()
            drawn(self, content, base_url, filename)
            _times[filename] = time.perf_counter() - start
            Path("{TIMES}").write_text(json.dumps(_times))

        Renderer.write_pdf, Renderer.timed = write_pdf, True
    return config
"""


@dataclass(frozen=True)
class Builds:
    """Seconds of whole builds; cold and warm by number of processes.

    pages, files: how many pages and files of paper ours has.
    plugin: the plain site with the untouched plugin; plugin_each: seconds for each of its PDFs.
    """

    pages: int
    files: int
    cold: dict[int, float]
    warm: dict[int, float]
    without_chapters: float
    plain: float
    plugin: float
    plugin_each: list[float]


def copy_of(root: Path, folder: Path) -> Path:
    """Return a copy of what a build needs."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", folder)
    return folder


def plain_copy(root: Path, folder: Path) -> Path:
    """Return a copy that is a plain site over the same pages: no hooks of ours, no looks of ours."""
    path = copy_of(root, folder) / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for line in (r"hooks:.*", r"  custom_dir:.*", r"  - press\.content\.markup.*", r"watch:.*"):
        text = re.sub(rf"^{line}\n", "", text, flags=re.M)
    path.write_text(text, encoding="utf-8")
    return folder


def measure_builds(ours: Path, plain: Path) -> Builds:
    """Time every build; afterwards ours has a full store and plain a PDF of every page."""

    def cold(processes: int) -> float:
        shutil.rmtree(ours / "build", ignore_errors=True)
        return _press(ours, processes)

    _mkdocs(plain, pdfs=False)  # fills the disk's memory; not counted
    _press(ours, PROCESSES[-1])
    colds = {n: _median(lambda n=n: cold(n)) for n in PROCESSES}
    warms = {n: _median(lambda n=n: _press(ours, n)) for n in PROCESSES}
    pages = len(list((ours / "site").rglob("index.html")))
    files = sum(path.suffix in (".pdf", ".docx") for path in (ours / "site").rglob("*.*"))
    without = _median(lambda: _press(ours, PROCESSES[-1], pdfs=False))
    bare = _median(lambda: _mkdocs(plain, pdfs=False))
    (plain / "clock.py").write_text(_CLOCK, encoding="utf-8")
    with (plain / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [clock.py]\n")
    plugin = _mkdocs(plain, pdfs=True)
    each = json.loads((plain / TIMES).read_text(encoding="utf-8"))
    return Builds(pages, files, colds, warms, without, bare, plugin, list(each.values()))


def _median(build: Callable[[], float]) -> float:
    return statistics.median(build() for _ in range(RUNS))


def _press(folder: Path, processes: int, pdfs: bool = True) -> float:
    own = {"PRESS_PROCESSES": str(processes), "PYTHONPATH": str(folder / "scripts")}
    return _timed(folder, ["press.cli", "build"], pdfs, own)


def _mkdocs(folder: Path, pdfs: bool) -> float:
    return _timed(folder, ["mkdocs", "build", "--quiet"], pdfs, {})


def _timed(folder: Path, module: list[str], pdfs: bool, own: dict[str, str]) -> float:
    still = {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "PDF_EXPORT": str(pdfs).lower(),
    }
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        [sys.executable, "-m", *module],
        cwd=folder,
        env={**os.environ, **still, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(module)} failed in {folder}:\n{done.stderr}")
    return time.perf_counter() - start
