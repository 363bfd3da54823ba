"""The data of the accessibility statement: what it must say, and what it may not claim."""

import copy
import datetime

import pytest
from pydantic import ValidationError

from press.content.accessibility import Report, Statement
from press.content.library import load
from press.project import LANGUAGES
from press.translating import record_missing
from small_site import ROOT

TEXT = {"sv": "Te", "da": "The", "en": "Tea"}
PROBLEM = {"id": "cups", "uses": ["without-sight"], "what": TEXT, "why": TEXT}
AUTHORITY = {
    "country": "sweden",
    "name": "Digg",
    "address": "https://digg.se/x",
    "label": TEXT,
    "about": TEXT,
}
STATEMENT = {
    "service": TEXT,
    "method_note": TEXT,
    "updated": datetime.date(2026, 11, 23),
    "problems": [],
    "authorities": [AUTHORITY],
}
ASSESSED = {"assessed_by": "A", "assessed_on": datetime.date(2026, 11, 1)}


def statement(**changes):
    return Statement.model_validate(copy.deepcopy(STATEMENT) | changes)


def test_nobody_claims_more_than_was_looked_at():
    """Without a word about it, a site is partly accessible."""
    assert statement().status == "partly"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"status": "fully"}, "give `assessed_by` and `assessed_on`"),
        ({"status": "fully", "assessed_by": "A"}, "belong together"),
        ({"assessed_on": ASSESSED["assessed_on"]}, "belong together"),
        ({"status": "fully", "problems": [PROBLEM], **ASSESSED}, "the known problem `cups`"),
        ({"problems": [PROBLEM, PROBLEM]}, "cups"),
        ({"authorities": [AUTHORITY, AUTHORITY]}, "sweden"),
        ({"authorities": []}, "at least 1"),
        ({"updated": "2026-11-23"}, "date"),
        ({"authorities": [AUTHORITY | {"address": "http://digg.se"}]}, "pattern"),
        ({"problems": [PROBLEM | {"uses": []}]}, "at least 1"),
    ],
)
def test_what_a_statement_may_not_say(changes, says):
    """Claims without a ground, halves of a pair, twins, and addresses that are none."""
    with pytest.raises(ValidationError, match=says):
        statement(**changes)


def test_what_was_assessed_may_be_called_accessible():
    """With a name and a date; content that the law leaves out does not count against it."""
    left_out = PROBLEM | {"reason": "outside-law"}
    assert statement(status="fully", problems=[left_out], **ASSESSED).status == "fully"


def test_problems_are_found_by_reason_and_use():
    """One problem may concern several ways of using the site."""
    both = PROBLEM | {"uses": ["without-sight", "low-vision"]}
    burden = PROBLEM | {"id": "films", "reason": "burden"}
    made = statement(problems=[both, burden])
    assert [p.id for p in made.about("not-compliant", "low-vision")] == ["cups"]
    assert [p.id for p in made.about("burden")] == ["films"]
    assert made.about("outside-law") == []


def test_a_report_counts_what_was_found():
    """Dates are dates and counts are counts."""
    check = {"tool": "axe", "version": "4", "about": "rules", "looked_at": 3}
    day = datetime.date(2026, 11, 23)
    assert Report.model_validate({"date": day, "checks": [check]}).checks[0].findings == ()
    with pytest.raises(ValidationError):
        Report.model_validate({"date": day, "checks": [check | {"looked_at": 0}]})


def _page(small):
    for language in LANGUAGES:
        text = "---\nid: accessibility\ntitle: T\nsummary: S.\n---\n[[accessibility-statement]]\n"
        (small.docs / language / "accessibility.md").write_text(text, encoding="utf-8")


def test_the_page_needs_its_data(small):
    """Said once a language, at the page that asks for it; a broken file says so itself."""
    _page(small)
    said = [str(problem) for problem in load(small).problems]
    assert said == [
        f"docs/{language}/accessibility.md:2: id: needs docs/accessibility.yml, which is missing"
        for language in sorted(LANGUAGES)
    ]
    good = (ROOT / "docs" / "accessibility.yml").read_text(encoding="utf-8")
    broken = good.replace("status: partly", "status: fully", 1)
    (small.docs / "accessibility.yml").write_text(broken, encoding="utf-8")
    record_missing(small)
    said = [str(problem) for problem in load(small).problems]
    assert len(said) == 1
    assert said[0].startswith("docs/accessibility.yml:4: `fully` may only be said when somebody")


def test_a_site_without_the_page_needs_no_data(small):
    """The statement is a page like any other."""
    assert load(small).problems == []


def test_this_site_claims_no_more_than_partly(own_library):
    """Until somebody has assessed it."""
    statement = own_library.statement
    assert statement is not None
    assert statement.status == "partly"
    assert {a.country for a in statement.authorities} == {"sweden", "denmark"}
