"""Keeps finished printables, named by a hash of everything they are drawn from.

There is no list to keep in step and nothing to corrupt: a name either exists, whole, or it does not.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


def key(data: Any, *drawn_with: str) -> str:
    """Return the name for what is drawn from data with templates, fonts and programs."""
    text = json.dumps([data, drawn_with], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of files' names and contents, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


class Store:
    """A folder of finished files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, suffix: str) -> Path | None:
        """Return the file of that name, or None when it was never made."""
        path = self.folder / name[:2] / f"{name}{suffix}"
        return path if path.is_file() else None

    def keep(self, name: str, suffix: str, make: Callable[[], bytes]) -> Path:
        """Return the file of that name; make gives its contents if it was never made."""
        return self.get(name, suffix) or self.put(name, suffix, make())

    def put(self, name: str, suffix: str, data: bytes) -> Path:
        """Keep data under name and return its file. A build that is killed leaves no half file."""
        path = self.folder / name[:2] / f"{name}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, 0o644)  # noqa: PTH101 - mkstemp makes it private, the site is public
            os.replace(temporary, path)  # noqa: PTH105
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return path
