"""What the accessibility statement's template needs, in one language."""

from __future__ import annotations

from typing import Any, get_args

from press.content.accessibility import Authority, Check, KnownProblem, Report, Statement, Use
from press.content.organisation import Organisation
from press.render.times import long_date
from press.render.words import Words

Data = dict[str, Any]


def statement_data(
    statement: Statement,
    report: Report | None,
    organisation: Organisation,
    words: Words,
    site_url: str,
) -> Data:
    """Return the statement as the template shows it.

    organisation: who runs this copy; a reader is sent to the authority of its country, to both when
    that is not known. site_url: where this copy stands.
    """
    language = words.language
    return {
        "service": statement.service[language],
        "site_url": site_url,
        "organisation": organisation,
        "status": words[f"a11y_status_{statement.status}"],
        "method": words[f"a11y_method_{statement.method}"],
        "method_note": statement.method_note[language],
        "assessed": _assessed(statement, words),
        "updated": words.fill("a11y_updated", date=long_date(statement.updated, words.language)),
        "situations": _situations(statement, words),
        "burden": [_problem(p, language) for p in statement.about("burden")],
        "outside_law": [_problem(p, language) for p in statement.about("outside-law")],
        "authorities": [
            _authority(authority, words)
            for authority in statement.authorities
            if organisation.country in (None, authority.country)
        ],
        "report": _report(report, words) if report else None,
    }


def _assessed(statement: Statement, words: Words) -> str:
    if statement.assessed_by is None or statement.assessed_on is None:
        return words["a11y_not_assessed"]
    return words.fill(
        "a11y_assessed",
        by=statement.assessed_by,
        date=long_date(statement.assessed_on, words.language),
    )


def _situations(statement: Statement, words: Words) -> list[Data]:
    """Return the ways of using the site that meet a problem; one problem may stand under several."""
    return [
        {"id": use, "title": words[f"use_{use}"], "problems": problems}
        for use in get_args(Use)
        if (problems := _problems(statement, use, words.language))
    ]


def _problems(statement: Statement, use: Use, language: str) -> list[Data]:
    return [_problem(p, language) for p in statement.about("not-compliant", use)]


def _problem(problem: KnownProblem, language: str) -> Data:
    return {
        "what": problem.what[language],
        "why": problem.why[language],
        "alternative": problem.alternative[language] if problem.alternative else "",
    }


def _authority(authority: Authority, words: Words) -> Data:
    language = words.language
    return {
        "country": words[f"country_{authority.country}"],
        "name": authority.name,
        "lang": {"sweden": "sv", "denmark": "da"}[authority.country],
        "address": authority.address,
        "label": authority.label[language],
        "about": authority.about[language],
        "also": authority.also[language] if authority.also else "",
    }


def _report(report: Report, words: Words) -> Data:
    return {
        "made": words.fill("a11y_report_made", date=long_date(report.date, words.language)),
        "checks": [_check(check, words) for check in report.checks],
    }


def _check(check: Check, words: Words) -> Data:
    unit = check.about if check.about in ("pdf", "links", "qr") else "pages"
    return {
        "about": words[f"a11y_about_{check.about}"],
        "tool": f"{check.tool} {check.version}" if check.version else check.tool,
        "standard": check.standard,
        "looked_at": words.fill(f"a11y_report_{unit}", n=check.looked_at),
        "modes": [words[f"a11y_mode_{mode}"] for mode in check.modes],
        "found": sum(finding.count for finding in check.findings),
        "rules": [{"name": found.rule, "count": found.count} for found in check.findings],
    }
