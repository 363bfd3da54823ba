"""Writes docs/accessibility-report.yml, which the accessibility statement shows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby

import yaml

from audit.findings import Findings
from press.content.accessibility import Check, Figure, Finding, Report

_HEAD = "# Written by `make audit`; docs/<language>/accessibility.md shows it.\n"


def report(day: datetime.date, findings: Iterable[Findings]) -> str:
    """Return the file's text; its model is Report in press/content/accessibility.py."""
    made = Report(date=day, checks=tuple(_check(found) for found in findings))
    data = made.model_dump(mode="json", exclude_defaults=True) | {"date": day}
    return _HEAD + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _check(found: Findings) -> Check:
    return Check(
        tool=found.tool,
        version=found.version or None,
        about=found.about,
        standard=found.standard or None,
        looked_at=found.looked_at,
        modes=found.modes,
        findings=tuple(_by_rule(found)),
        figures=tuple(Figure(name=name, worst=worst) for name, worst in found.figures),
    )


def _by_rule(found: Findings) -> Iterator[Finding]:
    for rule, same in groupby(sorted(found.faults), lambda fault: fault.rule):
        faults = list(same)
        pages = tuple(sorted({f"/{fault.page}" for fault in faults}))
        used = {mode for fault in faults for mode in fault.modes}
        modes = tuple(mode for mode in found.modes if mode in used)
        yield Finding(rule=rule, count=len(faults), pages=pages, modes=modes)
