"""Packs finished files into one ZIP; the same files give the same bytes."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from press.paper.store import Store, key

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP can hold
_READABLE = 0o644 << 16


def zip_file(members: Mapping[str, Path | str], store: Store) -> Path:
    """Return a ZIP of members by their names in it: files of the store, or texts.

    It comes from the store if the same files were packed before under the same names.
    """
    named = [[name, m if isinstance(m, str) else m.name] for name, m in members.items()]
    made = key(named, "zip 1")
    return store.keep(made, ".zip", lambda: _packed(members))


def _packed(members: Mapping[str, Path | str]) -> bytes:
    with tempfile.SpooledTemporaryFile(max_size=1 << 24) as file:
        # PDFs are compressed already; texts and Word files gain little.
        write_zip(file, members)
        file.seek(0)
        return file.read()


def write_zip(
    file: IO[bytes], members: Mapping[str, Path | str], pressed: tuple[str, ...] = ()
) -> None:
    """Write a ZIP of members, in their order; those whose names end as in pressed are made smaller."""
    with zipfile.ZipFile(file, "w") as made:
        for name, member in members.items():
            data = member.encode() if isinstance(member, str) else member.read_bytes()
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.external_attr = _READABLE
            way = zipfile.ZIP_DEFLATED if name.endswith(pressed) else zipfile.ZIP_STORED
            made.writestr(entry, data, way, compresslevel=9)
