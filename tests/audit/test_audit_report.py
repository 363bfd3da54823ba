"""The report of the sweep: what is written is what the statement reads."""

import datetime

from audit.findings import Fault, Findings
from audit.report import report
from press.content.accessibility import Report
from press.content.frontmatter import read_data
from press.content.validate import validate

DAY = datetime.date(2026, 11, 23)
FOUND = Findings(
    "axe-core", "4.12", "rules", 54, "WCAG – A", ("dark", "narrow", "opened"),
    (
        Fault("label", "#a", "why", "da/", ("dark", "narrow")),
        Fault("label", "#a", "why", "", ("dark", "narrow", "opened")),
        Fault("alt", "#b", "", "", ("dark",)),
    ),
    (("first load in kB, home", 88.5),),
)  # fmt: skip


def read(tmp_path, text):
    """Return the report and its problems, read as the library reads it."""
    path = tmp_path / "accessibility-report.yml"
    path.write_text(text, encoding="utf-8")
    return validate(read_data(path, path.name), Report)


def test_a_report_is_read_as_it_was_written(tmp_path):
    """Date, programs, modes, counts, pages and figures go round without loss."""
    made, problems = read(tmp_path, report(DAY, [FOUND, Findings("Slingan", "", "links", 4800)]))
    assert problems == []
    assert made.date == DAY
    axe, links = made.checks
    assert (axe.tool, axe.version, axe.about, axe.looked_at) == ("axe-core", "4.12", "rules", 54)
    assert (axe.standard, axe.modes) == (FOUND.standard, FOUND.modes)
    said = [(f.rule, f.count, f.pages, f.modes) for f in axe.findings]
    assert said == [("alt", 1, ("/",), ("dark",)), ("label", 2, ("/", "/da/"), FOUND.modes)]
    assert [(f.name, f.worst) for f in axe.figures] == [("first load in kB, home", 88.5)]
    assert (links.version, links.standard, links.findings) == (None, None, ())


def test_a_broken_report_is_a_problem_with_its_line(tmp_path):
    """Somebody may write in it by hand."""
    text = report(DAY, [FOUND]).replace("count: 2", "count: two")
    _, problems = read(tmp_path, text)
    assert [problem.field for problem in problems] == ["checks.0.findings.1.count"]
