"""Times each printable by itself, by kind: made anew, and found in the store."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench.builds import PROCESSES
from press.build import Build, check
from press.paper.store import Store
from press.project import LANGUAGES, Project

Task = tuple[str, str]  # language, id


@dataclass(frozen=True)
class Kind:
    """Milliseconds of a kind's printables (median); cold and warm by number of processes."""

    name: str
    count: int
    cold: dict[int, float]
    warm: dict[int, float]


def measure_kinds(root: Path) -> list[Kind]:
    """Return a row for each kind; the store of the project at root must be full."""
    project = Project(root)
    library = check(project)
    kinds = {(lang, p.id): p.kind for lang in LANGUAGES for _, p in library.printables(lang)}
    tasks = sorted(kinds)
    cold = {n: _times(root, tasks, n, True) for n in PROCESSES}
    warm = {n: _times(root, tasks, n, False) for n in PROCESSES}
    rows = []
    for name in sorted(set(kinds.values())):
        own = [task for task in tasks if kinds[task] == name]

        def middle(times: dict[Task, float], own: list[Task] = own) -> float:
            return statistics.median(times[task] for task in own)

        rows.append(
            Kind(
                name,
                len(own),
                {n: middle(cold[n]) for n in PROCESSES},
                {n: middle(warm[n]) for n in PROCESSES},
            )
        )
    return rows


def _times(root: Path, tasks: list[Task], processes: int, cold: bool) -> dict[Task, float]:
    """Return each task's milliseconds, with that many fresh processes side by side."""
    with ProcessPoolExecutor(
        processes, get_context("spawn"), _start, (str(root), cold, tasks[0])
    ) as pool:
        return dict(zip(tasks, pool.map(_work, tasks), strict=True))


class _Worker:
    """What a process keeps between two tasks. own: its own store; None for the project's."""

    build: Build
    own: Path | None = None


def _start(root: str, cold: bool, first: Task) -> None:
    project = Project(Path(root))
    _Worker.build = Build(project, check(project))
    if cold:
        # Below the project: Typst reads what it imposes from there.
        _Worker.own = project.root / "build" / f"bench-{os.getpid()}"
    _work(first)  # loads programs and fonts; not counted


def _work(task: Task) -> float:
    build = _Worker.build
    if _Worker.own:
        shutil.rmtree(_Worker.own, ignore_errors=True)
        build.press.store = Store(_Worker.own)
    language, name = task
    entry, printable = build.desks[language].printable(name)
    made = build.press.made
    start = time.perf_counter()
    build.make(entry, printable)
    took = time.perf_counter() - start
    if build.problems or (made < build.press.made) != bool(_Worker.own):
        raise RuntimeError(
            f"{name} ({language}): {build.problems or 'was changed while measuring'}"
        )
    return took * 1000
