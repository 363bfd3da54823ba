"""axe in every mode and state: a fault that shows in one only is found there, and nothing elsewhere."""

from __future__ import annotations

import pytest

from audit import axe
from audit.server import serving
from broken_site import make_site

IMAGE = "<img src='data:,'>"


@pytest.fixture
def look(tmp_path, monkeypatch):
    """Return a function that gives what axe finds on a page: rules with the modes they show in."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")

    def found(text, style=""):
        with serving(make_site(tmp_path, {"": text}, style)) as site:
            return axe.run(site)

    return found


def test_a_good_page_has_no_faults(look):
    """Light and dark, wide and narrow, menu open, searched: and the report says so."""
    findings = look("")
    assert findings.faults == ()
    assert findings.looked_at == 1
    assert findings.modes == ("light", "dark", "wide", "narrow", "opened", "search")
    assert findings.version[0].isdigit()


@pytest.mark.parametrize(
    ("text", "style", "rule", "shown"),
    [
        (IMAGE, "", "image-alt", {"light", "dark", "wide", "narrow"}),
        (
            "",
            "@media (prefers-color-scheme: dark) {p {color: #999}}",
            "color-contrast",
            {"dark", "wide", "narrow"},
        ),
        (
            "",
            "@media (max-width: 400px) {p {color: #999}}",
            "color-contrast",
            {"light", "dark", "narrow"},
        ),
        (f"<div data-menu hidden>{IMAGE}</div>", "", "image-alt", {"opened"}),
        (f"<details><summary>More</summary>{IMAGE}</details>", "", "image-alt", {"filled"}),
        (
            "<label><input type=checkbox> Done</label>",
            "label:has(:checked) {color: #999}",
            "color-contrast",
            {"filled"},
        ),
        (f'<div data-reading-switch data-text="{IMAGE} x">y</div>', "", "image-alt", {"easy"}),
        ("", "ol li {color: #999}", "color-contrast", {"search"}),
    ],
    ids=["everywhere", "dark", "narrow", "menu", "details", "ticked", "easy", "hits"],
)  # fmt: skip
def test_a_fault_is_found_where_it_shows(look, text, style, rule, shown):
    """A fault of one state stands in every mode of that state and in no other state."""
    faults = look(text, style).faults
    assert {fault.rule for fault in faults} == {rule}
    assert all(fault.element and fault.why and fault.page == "" for fault in faults)
    modes = {mode for fault in faults for mode in fault.modes}
    states = shown & set(axe.STATES)
    if states:
        assert all(states <= set(fault.modes) for fault in faults)
    else:
        assert {mode for fault in faults if len(fault.modes) == 2 for mode in fault.modes} == shown
    assert shown <= modes


@pytest.mark.parametrize(
    ("broken", "state"),
    [
        ('<button type="button" aria-expanded="false" id="menu">Menu</button>', "opened"),
        ('<script src="/work.js"></script>', "search"),
        ("data-search-open", "search"),
    ],
)
def test_a_state_that_cannot_be_reached_is_a_fault(tmp_path, monkeypatch, broken, state):
    """A menu that is gone, a search that does not answer: an audit that skipped them would lie."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    monkeypatch.setattr("audit.states._SECONDS", 1)
    site = make_site(tmp_path, {"": ""})
    page = tmp_path / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(broken, ""), encoding="utf-8")
    with serving(site) as served:
        faults = axe.run(served).faults
    assert ("state-not-reached", state) in {(fault.rule, fault.element) for fault in faults}
