"""Writes several files, all of them or none."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, making folders where there are none. Raises OSError with all as it was before.

    Each is written beside its place first, so that a full disk is met before anything has changed.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.new") for path in files}
    folders = _missing(path.parent for path in files)
    done: list[Path] = []
    try:
        for folder in folders:
            folder.mkdir()
        for path, data in files.items():
            beside[path].write_bytes(data)
            if before[path] is not None:
                shutil.copymode(path, beside[path])
        for path in files:
            beside[path].replace(path)
            done.append(path)
    except BaseException:
        steps = [
            *(partial(_put_back, path, before[path]) for path in done),
            *(path.unlink for path in beside.values()),
            *(folder.rmdir for folder in reversed(folders)),
        ]
        for step in steps:
            with contextlib.suppress(OSError):
                step()
        raise


def _missing(folders: Iterable[Path]) -> list[Path]:
    """Return the folders that are not there and all above them that are not, the outermost first."""
    found = {above for folder in folders for above in (folder, *folder.parents)}
    return sorted(folder for folder in found if not folder.exists())


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
