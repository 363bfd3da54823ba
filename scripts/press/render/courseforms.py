"""A course in other forms: plain text for an e-mail, a plan for calendars, blocks for paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from press.content.library import Entry
from press.render.calendar import ZONES, Happening, Plan
from press.render.course import course_data, course_of
from press.render.desk import Desk
from press.render.prose import Block
from press.render.words import Words

Data = dict[str, Any]


def mail(data: Data, words: Words) -> list[Data]:
    """Return the links of a course as plain text, in blocks; a block's date goes behind its `head`.

    data: what course_data() gives.
    """
    blocks = [{"id": "", "head": data["title"], "lines": [data["address"]]}]
    return blocks + [_mail_block(step, words) for step in data["steps"]]


def _mail_block(step: Data, words: Words) -> Data:
    if "number" in step:
        when = ", ".join(filter(None, (step["week"], step["hours"])))
        head = f"{step['kind']}: {step['title']} ({when})"
        lines = [step["address"]]
        for key in ("before", "during", "after"):
            lines += _mailed(words[f"course_{key}"], step[key])
    else:
        when = ", ".join(filter(None, (step["when"], step["role"])))
        head = f"{words['course_task']}: {step['title']} ({when})"
        lines = [step["text"], step["address"], *_mailed(words["course_help"], step["chapters"])]
    lines += _mailed(words["course_bring"], step["printables"])
    return {"id": step["id"], "head": head, "lines": lines}


def _mailed(word: str, chapters: list[Data]) -> list[str]:
    lines = [f"{word}: {c['title']} ({c['number']}), {c['address']}" for c in chapters]
    left = [f" ({c['withheld']})" if "withheld" in c else "" for c in chapters]
    return [line + said for line, said in zip(lines, left, strict=True)]


def mail_text(data: Data, words: Words) -> str:
    """Return the links of a course as one plain text, with dates where its start is settled."""
    dates = {step["id"]: step["date"] for step in data["steps"]}
    parts = []
    for block in mail(data, words):
        date = dates.get(block["id"])
        parts.append("\n".join([block["head"], *([date] if date else []), *block["lines"]]))
    return "\n\n".join(parts) + "\n"


def plan(entry: Entry, desk: Desk) -> Plan:
    """Return a course as its calendar wants it."""
    course, data = course_of(entry), course_data(entry, desk)
    begins = {session.id: course.begins(session) for session in course.sessions}
    happenings = tuple(
        Happening(
            step["id"],
            f"{data['title']}: {step['title']}",
            _about(step, desk.words),
            step["address"],
            step["opens"],
            step.get("closes", step["opens"]),
            begins.get(step["id"]),
            step.get("minutes"),
        )
        for step in data["steps"]
    )
    host = urlsplit(desk.site_url).hostname or "localhost"
    return Plan(data["id"], data["title"], desk.language, host, ZONES[desk.language], happenings)


def _about(step: Data, words: Words) -> str:
    """Return what a calendar says: a session's aims and what to read before, or a task's text."""
    if "number" not in step:
        return "\n".join([step["text"], step["address"]])
    lines = [f"- {aim}" for aim in step["aims"]]
    lines += _mailed(words["course_before"], step["before"])
    return "\n".join([*lines, step["address"]])


def script_data(entry: Entry, desk: Desk, with_mail: bool = False) -> Data:
    """Return what the script of a course's pages needs to give dates, a calendar and an e-mail."""
    data = course_data(entry, desk)
    made = {"plan": asdict(plan(entry, desk)), "start": data["start"]}
    return made | {"mail": mail(data, desk.words)} if with_mail else made


def course_blocks(entry: Entry, desk: Desk) -> list[Block]:
    """Return a course as blocks, for the chapter's PDF and its plain text."""
    data, words = course_data(entry, desk), desk.words
    blocks: list[Block] = []
    for step in data["steps"]:
        if "number" in step:
            blocks.append(_heading(f"{step['kind']}: {step['title']}"))
            when = (step["week"], step["date"], step["hours"])
            blocks += [_paragraph(", ".join(filter(None, when))), _listing(step["aims"])]
            for key in ("before", "during", "after"):
                blocks += _named(words[f"course_{key}"], step[key])
        else:
            when = (step["when"], step["date"], step["role"])
            blocks.append(_heading(f"{words['course_task']}: {step['title']}"))
            blocks += [_paragraph(", ".join(filter(None, when))), _paragraph(step["text"])]
            blocks += _named(words["course_help"], step["chapters"])
        blocks += _named(words["course_bring"], step["printables"])
    return blocks


def _heading(text: str) -> Block:
    return {"kind": "heading", "level": 3, "runs": [{"kind": "text", "text": text}]}


def _paragraph(text: str) -> Block:
    return {"kind": "paragraph", "runs": [{"kind": "text", "text": text}]}


def _listing(lines: Iterable[str]) -> Block:
    items = [[_paragraph(line)] for line in lines]
    return {"kind": "list", "ordered": False, "tight": True, "items": items}


def _named(word: str, links: list[Data]) -> list[Block]:
    """Return a paragraph of links, each with the number to say, or nothing."""
    if not links:
        return []
    runs: list[Data] = [{"kind": "text", "text": f"{word}: "}]
    for n, link in enumerate(links):
        runs += [{"kind": "text", "text": "; "}] if n else []
        runs.append({"kind": "text", "text": link["title"], "href": link["address"]})
        runs.append({"kind": "text", "text": f" ({link['number']})"})
    return [{"kind": "paragraph", "runs": runs}]
