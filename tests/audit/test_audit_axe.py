"""axe in every mode and state: a fault that shows in one only is found there, and nothing elsewhere."""

from __future__ import annotations

import pytest

from audit import axe
from audit.server import serving
from broken_site import make_site

IMAGE = "<img src='data:,'>"
GREY = "{color: #999}"
ALL = {"light", "dark", "wide", "narrow"}

# A page for each place that a fault can hide in: its text, the rule, and where alone it shows.
PAGES = {
    "everywhere/": (IMAGE, "image-alt", ALL),
    "dark/": (
        f"<style>@media (prefers-color-scheme: dark) {{p {GREY}}}</style>",
        "color-contrast",
        ALL - {"light"},
    ),
    "narrow/": (
        f"<style>@media (max-width: 400px) {{p {GREY}}}</style>",
        "color-contrast",
        ALL - {"wide"},
    ),
    "menu/": (f"<div data-menu hidden>{IMAGE}</div>", "image-alt", {"opened"}),
    "details/": (f"<details><summary>More</summary>{IMAGE}</details>", "image-alt", {"filled"}),
    "ticked/": (
        f"<style>label:has(:checked) {GREY}</style><label><input type=checkbox> Done</label>",
        "color-contrast",
        {"filled"},
    ),
    "easy/": (
        f'<div data-read-easy data-text="{IMAGE} x">y</div>',
        "image-alt",
        {"easy"},
    ),
    "hits/": (f"<style>ol li {GREY}</style>", "color-contrast", {"search"}),
    "no-menu/": ("", "state-not-reached", {"opened"}),
    "no-search/": ("", "state-not-reached", {"search"}),
    "dead/": ("", "state-not-reached", {"opened", "search"}),
}
GONE = {
    "no-menu/": '<button type="button" aria-expanded="false" id="menu">Menu</button>',
    "no-search/": "data-search-open",
    "dead/": '<script src="/work.js"></script>',
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    """What axe finds on a good page and on the broken ones."""
    folder = tmp_path_factory.mktemp("site")
    site = make_site(folder, {"": "", **{place: text for place, (text, *_) in PAGES.items()}})
    for place, gone in GONE.items():
        page = folder / place / "index.html"
        page.write_text(page.read_text(encoding="utf-8").replace(gone, ""), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, serving(site) as served:
        patch.setenv("PRESS_PROCESSES", "1")
        patch.setattr("audit.browser._SHARES", 1)
        return axe.run(served)


def test_what_was_looked_at_is_told(findings):
    """Pages, modes and the program's version, for the report."""
    assert findings.looked_at == len(PAGES) + 1
    assert findings.modes == (*axe.SCHEMES, *axe.WIDTHS, *axe.STATES)
    assert findings.version[0].isdigit()


def test_a_good_page_has_no_faults(findings):
    """Light and dark, wide and narrow, menu open, searched."""
    assert [fault for fault in findings.faults if fault.page == ""] == []


@pytest.mark.parametrize("place", PAGES)
def test_a_fault_is_found_where_it_shows(findings, place):
    """One of a state in each mode of that state and in no other; a state that cannot be reached too."""
    _, rule, shown = PAGES[place]
    faults = [fault for fault in findings.faults if fault.page == place]
    assert {fault.rule for fault in faults} == {rule}
    assert all(fault.element and fault.why for fault in faults)
    if shown <= ALL:
        as_it_comes = [fault.modes for fault in faults if len(fault.modes) == 2]
        assert {mode for modes in as_it_comes for mode in modes} == shown
    else:
        assert {fault.modes[2] for fault in faults} == shown
        # What a page has shows in all four modes; what it lacks is missed where it must be.
        assert {mode for fault in faults for mode in fault.modes} - shown == ALL - _excused(place)


def _excused(place: str) -> set[str]:
    """A wide page may do without a menu."""
    return {"wide"} if place == "no-menu/" else set()
