"""What a course's pages and papers are drawn from: times, dates, links, texts to send."""

from __future__ import annotations

import datetime
import json

import pytest
from lxml import html

from coursesite import COURSES, START, make_copy, settle
from press.build import Build, check
from press.project import LANGUAGES
from press.render.course import (
    clock,
    course_data,
    course_of,
    course_week,
    left_out,
    most_used,
    said,
)
from press.render.courseforms import course_blocks, mail_text, plan, script_data
from press.render.coursepaper import handout_data


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """This project's courses; the guide training has a start that is settled."""
    project = make_copy(tmp_path_factory.mktemp("courses"))
    settle(project, "guide-training-programme")
    made = Build(project, check(project))
    assert made.library.problems == []
    return made


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def entry_of(build, language, course):
    return build.library.entries[language, f"courses/{course}"]


def test_minutes_become_a_timetable(build, language):
    """Each item begins when the one before it ends; the last ends when the session does."""
    for course in COURSES:
        entry = entry_of(build, language, course)
        data = course_data(entry, build.desks[language])
        for session, told in zip(course_of(entry).sessions, data["sessions"], strict=True):
            rows = told["items"]
            assert rows[0]["begins"] == clock(course_of(entry).begins(session), language)
            assert [r["ends"] for r in rows[:-1]] == [r["begins"] for r in rows[1:]]
            end = course_of(entry).begins(session) + session.minutes
            assert rows[-1]["ends"] == clock(end, language)
            assert sum(row["minutes"] for row in rows) == told["minutes"] == session.minutes


def test_times_are_written_as_each_language_does():
    """With a point in Swedish and Danish, with a colon in English."""
    assert [clock(9 * 60 + 5, code) for code in LANGUAGES] == ["9.05", "9.05", "9:05"]
    assert clock(24 * 60, "sv") == "0.00"


def test_days_are_said_with_weekday_and_week(build):
    """As the page says them once a start is chosen."""
    day = datetime.date(2027, 1, 1)
    assert [said(day, build.words[code]) for code in LANGUAGES] == [
        "fredag 1 januari 2027, vecka 53",
        "fredag den 1. januar 2027, uge 53",
        "Friday 1 January 2027, week 53",
    ]
    assert course_week(14, build.words["sv"]) == "kursvecka 3"
    assert course_week(16, build.words["en"]) == "course week 3, day 3"


def test_what_is_done_stands_in_the_order_of_time(build):
    """Preparations first, and what is done between two sessions stands between them."""
    entry = entry_of(build, "en", "guide-training-programme")
    steps = [step["id"] for step in course_data(entry, build.desks["en"])["steps"]]
    assert steps[:4] == ["booking", "half-day-1", "lectures-1", "half-day-2"]
    assert steps.index("half-day-2") < steps.index("loop") < steps.index("half-day-3")


def test_a_settled_start_gives_dates_everywhere(build, language):
    """The page, the programme and the links say the same days; without a start there are none."""
    entry, desk = entry_of(build, language, "guide-training-programme"), build.desks[language]
    data = course_data(entry, desk)
    first = said(datetime.date.fromisoformat(START), build.words[language])
    assert data["sessions"][0]["date"] == first
    assert first in mail_text(data, build.words[language])
    assert first in html.fromstring(build.fragments[language].course(entry)).text_content()
    assert not any(name.startswith("date-") for name in handout_data(entry, desk)["labels"])
    without = entry_of(build, language, "managers-half-day")
    assert course_data(without, desk)["sessions"][0]["date"] is None
    assert [n for n in handout_data(without, desk)["labels"] if n != "place"] == ["date-half-day"]


def test_links_are_short_and_lead_to_places_that_are_there(build, language):
    """A session's address holds its name, which is a place on the page and on the leader's."""
    for course in COURSES:
        entry, desk = entry_of(build, language, course), build.desks[language]
        code = build.library.codes.by_chapter[course]
        page = html.fromstring(build.fragments[language].course(entry))
        leader = html.fromstring(build.leader_page(entry))
        for step in course_data(entry, desk)["steps"]:
            assert step["address"] == f"https://slingan.example/k/{code}/{language}/#{step['id']}"
            assert page.get_element_by_id(step["id"]) is not None
            assert leader.get_element_by_id(step["id"]) is not None


def test_the_participants_see_no_notes(build, language):
    """What only the leader needs stands on the leader's page alone."""
    for course in COURSES:
        entry = entry_of(build, language, course)
        page = build.fragments[language].course(entry)
        leader = html.fromstring(build.leader_page(entry)).text_content()
        texts = "".join(map(str, course_blocks(entry, build.desks[language])))
        notes = [i.notes for s in course_of(entry).sessions for i in s.items if i.notes]
        assert notes
        for note in notes:
            assert note in leader
            assert note not in html.fromstring(page).text_content()
            assert note not in texts


def test_the_leader_s_page_holds_the_links_as_text(build, language):
    """Ready to paste: without script too, and the same as the file beside it."""
    for course in COURSES:
        entry = entry_of(build, language, course)
        leader = html.fromstring(f"<div>{build.leader_page(entry)}</div>")
        (text,) = leader.iter("textarea")
        data = course_data(entry, build.desks[language])
        assert text.text_content().strip() == mail_text(data, build.words[language]).strip()
        assert f"/k/{data['number']}/{language}/" in text.text_content()


def test_the_script_gets_what_it_needs_and_no_notes(build, language):
    """The data in the page is that of the calendar; the e-mail's only where it is shown."""
    entry, desk = entry_of(build, language, "guide-training-programme"), build.desks[language]
    data = script_data(entry, desk)
    assert data["start"] == START and "mail" not in data
    assert json.loads(json.dumps(data))["plan"]["zone"].startswith("Europe/")
    assert len(plan(entry, desk).happenings) == 10
    assert "mail" in script_data(entry, desk, with_mail=True)


def test_most_used_chapters_are_few_and_in_order(build):
    """The sheet for the wall has room for eight; what is left out is known, too."""
    course = course_of(entry_of(build, "sv", "guide-training-programme"))
    assert len(most_used(course)) == 8
    assert most_used(course)[0] == "what-is-dmo"
    assert left_out(course) == ["readiness-and-stall-risks", "book-the-meetings"]


def test_one_session_alone_has_no_number(build):
    """`Session 1` would make one look for the second."""
    data = course_data(entry_of(build, "en", "managers-half-day"), build.desks["en"])
    assert data["sessions"][0]["kind"] == "Session"
    several = course_data(entry_of(build, "en", "regional-guide-meetings"), build.desks["en"])
    assert [session["kind"] for session in several["sessions"]] == ["Session 1", "Session 2"]
