"""Nu and Lighthouse, with small programs in their place: Java and Node are not needed for `make test`.

`make audit` runs real_tools.py first, which tries the real ones.
"""

from __future__ import annotations

import dataclasses
import json
import sys

import pytest

from audit import lighthouse, nu
from audit.site import Programs
from broken_site import make_site, rules, write

NU = """
import json, pathlib, sys
if "--version" in sys.argv:
    print("26.1 (abc)")
    raise SystemExit
assert sys.argv[sys.argv.index("--filterpattern") + 1].startswith(".*(Trailing slash|")
names = [name for name in sys.argv if name.endswith(".html")]
bad = [name for name in names if "<center>" in pathlib.Path(name).read_text()]
print(json.dumps({"messages": [
    {"type": "error", "url": pathlib.Path(name).resolve().as_uri(), "message": "Obsolete.",
     "extract": "<main>\\n <center>"} for name in bad
]}))
"""
LIGHTHOUSE = """
import json, pathlib, sys
log = pathlib.Path(__file__).with_name("log")
log.open("a").write(sys.argv[1] + "\\n")
times = log.read_text().splitlines().count(sys.argv[1])
page = sys.argv[1].rpartition("9/")[2]
if page == "dead/":
    raise SystemExit(1)
def audit(name, score, **rest):
    return {"id": name, "score": score, "title": name.upper(), **rest}
node = {"items": [{"node": {"selector": "body > p"}}]}
slow = page == "slow/" or page == "swings/" and times == 1
noindex = page in ("404.html", "k/")
audits = [
    audit("alt", 0 if page == "bad/" else 1, details=node), audit("free", 0),
    audit("is-crawlable", 0 if noindex else 1),
    audit("first-paint", 0.5 if slow else 1, displayValue="5 s"),
]
def category(score, *names):
    refs = [{"id": name, "weight": 0 if name == "free" else 1} for name in names]
    return {"score": score, "auditRefs": refs}
print(json.dumps({"lighthouseVersion": "12.8.2", "audits": {a["id"]: a for a in audits}, "categories": {
    "accessibility": category(0.8 if page == "bad/" else 1, "alt", "free"),
    "best-practices": category(1), "seo": category(0.6 if noindex else 1, "is-crawlable"),
    "performance": category(0.5 if slow else 0.97, "first-paint"),
}}))
"""


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Return a function that makes a site of pages with a small program in both places."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")

    def made(program, pages):
        write(tmp_path / "fake" / "fake.py", program)
        fake = (sys.executable, str(tmp_path / "fake" / "fake.py"))
        site = make_site(tmp_path / "site", pages)
        programs = Programs(fake, fake, "chromium")
        return dataclasses.replace(site, programs=programs, address="http://127.0.0.1:9/")

    return made


def test_what_nu_says_becomes_faults(stand_in):
    """With page, place and words; the pages without faults are counted too."""
    found = nu.run(stand_in(NU, {"": "", "da/a b/": "<center>"}))
    (fault,) = found.faults
    assert (fault.rule, fault.page) == ("nu-error", "da/a b/")
    assert (fault.element, fault.why) == ("<main> <center>", "Obsolete.")
    assert (found.version, found.looked_at) == ("26.1", 2)


def test_a_checker_that_breaks_down_is_not_silence(stand_in):
    """No answer is never taken for a good one."""
    site = stand_in("raise SystemExit(1)", {"": ""})
    with pytest.raises(Exception, match="exit status 1"):
        nu.run(site)


def test_what_lighthouse_takes_points_for_becomes_faults(stand_in):
    """With its own words and the first element; what has no weight takes no points."""
    found = lighthouse.run(stand_in(LIGHTHOUSE, {"": "", "bad/": ""}))
    (fault,) = found.faults
    assert fault.rule == "accessibility/alt"
    assert (fault.element, fault.why, fault.page) == ("body > p", "ALT", "bad/")
    assert dict(found.figures)["lowest accessibility"] == 80
    assert (found.version, found.looked_at) == ("12.8.2", 2)


def test_a_slow_page_is_measured_twice(stand_in, tmp_path):
    """Alone the second time; one that only once was slow is not a fault, and the others are left."""
    found = lighthouse.run(stand_in(LIGHTHOUSE, {"": "", "slow/": "", "swings/": ""}))
    (fault,) = found.faults
    assert (fault.rule, fault.page) == ("performance", "slow/")
    assert fault.why == "50 of 100; first-paint 5 s"
    asked = (tmp_path / "fake" / "log").read_text(encoding="utf-8").split()
    assert {place.rpartition("9/")[2]: asked.count(place) for place in asked} == {
        "": 1,
        "slow/": 2,
        "swings/": 2,
    }


def test_pages_that_search_engines_should_pass_by_may_say_so(stand_in):
    """A 404 page belongs in no list of hits, and neither do those of short links."""
    pages = {"404.html": "", "": "", "k/": ""}
    assert rules(lighthouse.run(stand_in(LIGHTHOUSE, pages))) == set()


def test_a_page_lighthouse_cannot_see_is_a_fault(stand_in):
    """Twice without an answer is said."""
    found = lighthouse.run(stand_in(LIGHTHOUSE, {"": "", "dead/": ""}))
    assert [(f.rule, f.page) for f in found.faults] == [("not-measured", "dead/")]


def test_the_programs_of_npm_are_pinned_by_their_hashes_alone():
    """Any mirror of the registry will do; a lock without a hash would take anything."""
    from small_site import ROOT

    lock = json.loads((ROOT / "scripts/audit/package-lock.json").read_text(encoding="utf-8"))
    packages = [part for name, part in lock["packages"].items() if name]
    assert packages
    assert all("integrity" in part and "resolved" not in part for part in packages)
