"""Puts finished folders in their place, and clears away what killed runs left behind.

A folder in the making is named by its process; one whose process no longer runs is left over.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

_ATTEMPTS = 20  # to put a folder in its place while other runs do the same


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


def put_in_place(made: Path, target: Path) -> None:
    """Put a finished folder where the old one was; at no time is there half of it.

    Another run may do the same at the same time. Raises OSError, with the old one back in its place.
    """
    old = made.with_name(f"{made.name}-old")
    for attempt in range(_ATTEMPTS):
        shutil.rmtree(old, ignore_errors=True)
        try:
            if target.exists():
                target.rename(old)
            made.rename(target)
            break
        except OSError:
            if attempt == _ATTEMPTS - 1:
                if old.exists() and not target.exists():
                    old.rename(target)
                raise
    shutil.rmtree(old, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, but is somebody else's
        return True
    return True
