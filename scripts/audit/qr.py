"""ZXing: whether every QR code in every PDF can be read from the page, and leads to a page of the site.

Each page is drawn as a phone sees it, by a program that had no part in making it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version

from audit.findings import Fault, Findings
from audit.site import Site
from press.paper.inspect import qr_codes

# Where copies of printables lie, and the page that each must lead to.
_PRINTED = re.compile(r"print/(?P<language>\w+)/(?P<name>[\w-]+)\.pdf")
_ARRIVAL = re.compile(r"p/(?P<name>[\w-]+)/(?P<language>\w+)/\d{4}-\d\d-\d\d/")


def run(site: Site) -> Findings:
    """Read every code of every PDF."""
    found = {
        name: qr_codes((site.folder / name).read_bytes())
        for name in site.files
        if name.endswith(".pdf")
    }
    return Findings(
        tool="ZXing",
        version=version("zxing-cpp"),
        about="qr",
        looked_at=sum(map(len, found.values())),
        faults=tuple(fault for name in found for fault in _faults(site, name, found[name])),
    )


def _faults(site: Site, name: str, codes: list[str]) -> Iterator[Fault]:
    places = [re.split("[?#]", code.removeprefix(site.site_url))[0] for code in codes]
    for code, place in zip(codes, places, strict=True):
        if not code.startswith(site.site_url):
            yield Fault("another-site", code, f"does not begin with {site.site_url}", name)
        elif site.file(place) is None:
            yield Fault("leads-nowhere", code, "no such page in the site", name)
    if not codes:
        yield Fault("no-code", "", "no QR code can be read from any page", name)
    elif _is_printable(site, name) and not _has_its_own(name, places):
        yield Fault("no-own-code", "", "no code leads to the page of its own edition", name)


def _is_printable(site: Site, name: str) -> bool:
    """Return whether a file is a copy of a printable; other papers lead to their chapter only."""
    copy = _PRINTED.fullmatch(name)
    ids = {page.split("/")[1] for page in site.pages if page.startswith("p/")}
    return bool(copy) and any(
        copy["name"] == one or copy["name"].startswith(f"{one}-") for one in ids
    )


def _has_its_own(name: str, places: list[str]) -> bool:
    """Return whether a copy of a printable leads to its own page, in its language."""
    copy = _PRINTED.fullmatch(name)
    assert copy
    found = [match for place in places if (match := _ARRIVAL.fullmatch(place))]
    return any(
        match["language"] == copy["language"]
        and (copy["name"] == match["name"] or copy["name"].startswith(f"{match['name']}-"))
        for match in found
    )
