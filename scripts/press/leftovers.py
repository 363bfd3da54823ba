"""Clears away what killed runs left behind: folders named by a process that no longer runs."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path


def drop_abandoned(folder: Path, start: str) -> None:
    """Remove `<start><process>` and `<start><name>-<process>` of processes that have ended.

    With `-old` at its end such a folder is what was there before. If its process was killed before it
    put the new one in its place, it becomes `<name>` again.
    """
    shape = re.compile(rf"{re.escape(start)}(?:(?P<name>.+)-)?(?P<process>\d+)(?P<old>-old)?")
    for path in folder.glob(f"{start}*"):
        found = shape.fullmatch(path.name)
        if not found or _runs(int(found["process"])):
            continue
        if found["old"] and found["name"] and not (folder / found["name"]).exists():
            path.rename(folder / found["name"])
        else:
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, but is somebody else's
        return True
    return True
