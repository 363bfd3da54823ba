"""`python -m audit`: all tools in turn, what they find on the screen, and the report of the day.

With names (`python -m audit axe links`) only those run, and no report is written.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable, Sequence

from audit import axe, lighthouse, links, loading, nu, pdfs, qr
from audit.findings import Findings, lines
from audit.report import report
from audit.server import serving
from audit.site import Site, installed, sheets_of
from press.project import Project, find

TOOLS: dict[str, Callable[[Site], Findings]] = {
    "links": links.run,
    "pdfs": pdfs.run,
    "qr": qr.run,
    "nu": nu.run,
    "axe": axe.run,
    "loading": loading.run,
    "lighthouse": lighthouse.run,
}


def main(names: Sequence[str]) -> int:
    """Run the named tools, or all; return 1 when anything was found."""
    unknown = [name for name in names if name not in TOOLS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(TOOLS)}", file=sys.stderr)
        return 2
    project = find()
    site = Site(
        project.site,
        project.site_url,
        sheets=sheets_of(project),
        programs=installed(project.root / ".venv" / "audit" / "node_modules"),
    )
    with serving(site) as served:
        findings = [_run(name, served) for name in names or TOOLS]
    if not names:
        _write(project, findings)
    return 1 if any(found.faults for found in findings) else 0


def _run(name: str, site: Site) -> Findings:
    began = time.monotonic()
    found = TOOLS[name](site)
    print("\n".join(lines(found)))
    print(f"  ({time.monotonic() - began:.0f} s)\n", flush=True)
    return found


def _write(project: Project, findings: Sequence[Findings]) -> None:
    path = project.docs / "accessibility-report.yml"
    today = datetime.datetime.now(tz=datetime.UTC).date()
    path.write_text(report(today, findings), encoding="utf-8")
    print(f"Written to {project.relative(path)}; `make site` puts it into the statement.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
