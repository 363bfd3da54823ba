"""The Nu HTML checker of the W3C: whether every page is the HTML that the standard describes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from audit.findings import Fault, Findings
from audit.site import Site

# `Trailing slash` is a matter of taste (void elements may end in one). `Content Security Policy`: the
# checker does not know all of today's words of a policy; tests/browser/test_security.py proves ours.
FILTER = ".*(Trailing slash|Content Security Policy).*"


def run(site: Site) -> Findings:
    """Give all pages to the checker at once; its errors, warnings and remarks all count."""
    names = [name for name in site.files if name.endswith(".html")]
    command = [*site.programs.nu, "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(  # noqa: S603 - programs of our own choice
        [*command, "--filterpattern", FILTER, *names],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return Findings(
        tool="Nu Html Checker",
        version=_version(site),
        about="html",
        standard="HTML",
        looked_at=len(names),
        faults=tuple(_faults(json.loads(done.stdout)["messages"], site)),
    )


def _version(site: Site) -> str:
    asked = [*site.programs.nu, "--version"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.split()[0]


def _faults(messages: list[dict[str, Any]], site: Site) -> Iterator[Fault]:
    for said in messages:
        file = Path(unquote(urlsplit(said.get("url", "")).path))
        inside = file.is_relative_to(site.folder.resolve())
        page = file.relative_to(site.folder.resolve()).as_posix() if inside else ""
        rule = "nu-" + (said.get("subType") or said["type"])
        element = " ".join(said.get("extract", "").split())
        yield Fault(rule, element, said["message"], page.removesuffix("index.html"))
