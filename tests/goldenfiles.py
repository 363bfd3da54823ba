"""Compares what is made with files of what was expected.

To write the expected files anew, after a change that is meant, run the tests once with

    UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/content tests/render tests/paper

and read the difference before it is kept. Without UPDATE_GOLDEN a difference fails the test.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that a difference can be read."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


# libyaml is several times faster, where it is there.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def updating() -> bool:
    """Return whether expected files are to be written anew."""
    return os.environ.get("UPDATE_GOLDEN") == "1"


def agree(path: Path, made: str) -> None:
    """Fail when the file at path holds something else than made; write it when updating."""
    if updating():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert path.is_file(), f"{path} is missing; see {__file__}"
    assert made == path.read_text(encoding="utf-8")


def cases(path: Path) -> list[dict[str, Any]]:
    """Return the cases of a YAML file: a list of mappings, each with a `name`."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)


def agree_case(path: Path, case: dict[str, Any], made: list[str]) -> None:
    """Fail when a case of the file at path expects something else; write it when updating."""
    if updating():
        found = cases(path)
        for other in found:
            if other["name"] == case["name"]:
                other["expected"] = made
        _write(path, found)
        return
    assert made == case.get("expected")


def _write(path: Path, found: list[dict[str, Any]]) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    head = "".join(f"{line}\n" for line in lines if line.startswith("#"))
    texts = [
        yaml.dump([case], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
        for case in found
    ]
    path.write_text(head + "\n".join(texts), encoding="utf-8")
