"""What a first visit fetches, and how the page jumps."""

import os

import pytest

from audit import loading
from audit.server import serving
from broken_site import make_site, rules, write

JUMPS = """<script src=jump.js></script>"""
JUMP = """setTimeout(() => {
  const late = document.createElement("div");
  late.style.height = "400px";
  document.querySelector("h1").before(late);
}, 300);"""


@pytest.fixture
def visit(tmp_path, monkeypatch):
    """Return a function that visits a page, with files beside it."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")

    def found(text, **files):
        site = make_site(tmp_path, {"": text})
        for name, body in files.items():
            write(tmp_path / name.replace("_", "."), body)
        with serving(site) as served:
            return loading.run(served)

    return found


def test_a_light_page_has_no_faults(visit):
    """Its size is what is sent, compressed."""
    found = visit("word " * 20_000)
    assert found.faults == ()
    figures = dict(found.figures)
    assert 1 < figures["first load in kB, home"] < 20
    assert figures["layout shift, home"] < 0.01
    assert found.modes == ("wide", "narrow")


def test_a_heavy_page_is_a_fault(visit):
    """In both widths; scripts count, and noise cannot be compressed."""
    found = visit("<script src=heavy.js></script>", heavy_js=f"// {os.urandom(100_000).hex()}")
    assert rules(found) == {"first-load"}
    assert {fault.modes for fault in found.faults} == {("wide",), ("narrow",)}
    assert all(" kB, 110 at the most" in fault.why for fault in found.faults)


def test_a_page_that_jumps_is_a_fault(visit):
    """What comes late may not push down what is being read."""
    found = visit(JUMPS + "<p>word</p>" * 40, jump_js=JUMP)
    assert rules(found) == {"layout-shift"}
