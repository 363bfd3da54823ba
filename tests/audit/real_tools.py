"""Nu and Lighthouse as they are. They need Java and Node, so `make audit` runs this, and not `make test`.

A sweep that finds nothing is worth something only when its tools find what is broken.
"""

from __future__ import annotations

import dataclasses

import pytest

from audit import lighthouse, nu
from audit.server import serving
from audit.site import installed
from broken_site import make_site, rules
from small_site import ROOT

MODULES = ROOT / ".venv" / "audit" / "node_modules"


@pytest.fixture
def real(tmp_path, monkeypatch):
    """Return a function that makes a site of pages with the real programs."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")

    def made(pages):
        return dataclasses.replace(make_site(tmp_path, pages), programs=installed(MODULES))

    return made


def test_nu_finds_what_is_not_html(real):
    """On the page where it stands, and nothing on the good one."""
    found = nu.run(real({"": "", "da/": "<p><center>x</center></p>"}))
    assert {fault.page for fault in found.faults} == {"da/"}
    assert "nu-error" in rules(found)
    assert found.version[0].isdigit()


def test_lighthouse_finds_what_is_not_accessible(real):
    """On the page where it stands, and nothing on the good one."""
    with serving(real({"": "", "da/": "<p><img src='data:,'></p>"})) as site:
        found = lighthouse.run(site)
    assert {fault.page for fault in found.faults} == {"da/"}
    assert "accessibility/image-alt" in rules(found)
    assert dict(found.figures)["lowest performance"] >= 90
