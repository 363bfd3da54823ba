"""What a tool looked at and found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from press.content.accessibility import About, Mode

_PAGES_SHOWN = 4


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend.

    rule: the tool's own name for it.
    element: where on the page, as the tool says it; empty for the page as a whole.
    why: the tool's explanation.
    page: path below the site's root.
    modes: how the page was shown, such as dark and narrow.
    """

    rule: str
    element: str
    why: str
    page: str
    modes: tuple[Mode, ...] = ()


@dataclass(frozen=True)
class Findings:
    """What one tool found.

    about: what it judges; standard: what it holds that against, where it has a name.
    looked_at: how many pages, documents or links; modes: all ways in which pages were shown.
    figures: the worst value of each thing that was measured, by name.
    """

    tool: str
    version: str
    about: About
    looked_at: int
    standard: str = ""
    modes: tuple[Mode, ...] = ()
    faults: tuple[Fault, ...] = ()
    figures: tuple[tuple[str, float], ...] = ()


def lines(findings: Findings) -> Iterator[str]:
    """Yield what is printed of a tool: a line in sum, its figures, and each fault with its pages."""
    pages = len({fault.page for fault in findings.faults})
    found = f"{len(findings.faults)} on {pages} pages" if findings.faults else "nothing"
    name = f"{findings.tool} {findings.version}".strip()
    yield f"{name} ({findings.about}): looked at {findings.looked_at}, found {found}"
    for name, value in findings.figures:
        yield f"  {name}: {value:g}"
    for (rule, element, why), same in groupby(sorted(findings.faults), _what):
        yield f"  {rule}  {element}".rstrip()
        if why:
            yield f"      {why}"
        places = list(_places(same))
        yield from (f"      {place}" for place in places[:_PAGES_SHOWN])
        if len(places) > _PAGES_SHOWN:
            yield f"      and {len(places) - _PAGES_SHOWN} more pages"


def _what(fault: Fault) -> tuple[str, str, str]:
    return fault.rule, fault.element, fault.why


def _places(faults: Iterable[Fault]) -> Iterator[str]:
    """Yield each page once, with all modes in which the same was found."""
    for page, same in groupby(faults, lambda fault: fault.page):
        modes = sorted({" ".join(fault.modes) for fault in same})
        yield f"/{page} [{', '.join(modes)}]" if modes != [""] else f"/{page}"
