"""What is dear to make is made once in a run of the tests, however many processes share the tests.

The first process that asks makes it and writes down what came of it; the others wait and read that.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


def folder_of_the_run(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all processes of this run have in common."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> Path:
    """Return a folder of that name after make(folder) has filled it, in this process or another.

    make returns what went wrong, or an empty text; what went wrong fails the test in every process.
    """
    folder = folder_of_the_run(factory) / name
    said = folder.with_name(f"{name}.said")
    with folder.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go when the file is closed, or the process ends
        if not said.exists():
            said.write_text("its making was broken off; the first test that wanted it says why")
            folder.mkdir()
            said.write_text(make(folder), encoding="utf-8")
    wrong = said.read_text(encoding="utf-8")
    assert not wrong, wrong
    return folder


def press_build(root: Path, processes: int = 1) -> str:
    """Build the site of a project as `make site` does; return what went wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "press.cli", "build"],
        cwd=root,
        env={**os.environ, "PRESS_PROCESSES": str(processes)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr or f"exit code {done.returncode}" if done.returncode else ""
