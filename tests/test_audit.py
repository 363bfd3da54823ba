"""The report of automatic checks: what is written is what the statement reads."""

import datetime

import pytest

import audit
from press.content.accessibility import Report
from press.content.frontmatter import read_data
from press.content.validate import validate


@pytest.mark.parametrize("found", [{}, {"label": 2, "color-contrast": 1}])
def test_a_report_is_read_as_it_was_written(tmp_path, found):
    """Date, program and counts go round without loss."""
    path = tmp_path / "accessibility-report.yml"
    day = datetime.date(2026, 11, 23)
    path.write_text(audit.report(day, 54, found, audit.version()), encoding="utf-8")
    report, problems = validate(read_data(path, path.name), Report)
    assert problems == []
    assert report.date == day
    assert report.checks[0].pages == 54
    assert {f.rule: f.count for f in report.checks[0].findings} == found
    assert report.checks[0].version[0].isdigit()
