"""Calendar files, read back by a library that has no part in the writing."""

import datetime

import pytest
from ical.calendar_stream import IcsCalendarStream

from coursesite import dates
from press.render.calendar import ZONES, Happening, Plan, calendar, week

STAMP = datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC)
HARD = 'Träff 1: kaffe, te; mjölk \\ "grädde" – på Ängö\\n'


def plan_of(*happenings, zone=ZONES["sv"], title="Kurs, åäö; æø"):
    return Plan("a-course", title, "sv", "slingan.example", zone, happenings)


def session(day=0, at=540, minutes=210, title="Träff", about="Rad ett\nRad två"):
    return Happening(
        "first", title, about, "https://slingan.example/k/507/sv/#first", day, day, at, minutes
    )


def read(data):
    return IcsCalendarStream.calendar_from_ics(data.decode())


@pytest.mark.parametrize("case", dates(), ids=lambda case: case["name"])
def test_every_session_is_at_its_time_by_the_clock_on_the_wall(case):
    """Clocks that change, years that end and leap days move no session; the end is as long after."""
    start = datetime.date.fromisoformat(case["start"])
    made = read(calendar(plan_of(session(case["day"], case["at"], 120)), start, STAMP))
    (event,) = made.events
    assert event.dtstart.date().isoformat() == case["date"]
    utc = event.dtstart.astimezone(datetime.UTC)
    assert utc.strftime("%Y-%m-%dT%H:%MZ") == case["utc"]
    assert event.dtend - event.dtstart == datetime.timedelta(hours=2)


@pytest.mark.parametrize("case", dates(), ids=lambda case: case["name"])
def test_weeks_are_those_of_sweden_and_denmark(case):
    """ISO 8601: the week belongs to the year of its Thursday."""
    year, number = week(datetime.date.fromisoformat(case["date"]))
    assert f"{year}-W{number:02}" == case["week"]


def test_texts_come_back_as_they_were_written():
    """Commas, semicolons, backslashes, quotation marks, line breaks and letters of ours."""
    about = f"{HARD}\n- mål ett, två\n" + "åäö æø " * 40
    made = read(
        calendar(plan_of(session(title=HARD, about=about)), datetime.date(2027, 1, 12), STAMP)
    )
    (event,) = made.events
    assert (event.summary, event.description.strip()) == (HARD, about.strip())
    assert str(event.url) == "https://slingan.example/k/507/sv/#first"


def test_a_task_takes_whole_days_and_keeps_nobody_busy():
    """It ends the day after its last one, as the standard counts."""
    task = Happening("loop", "Slinga", "Text", "https://slingan.example/", -7, 20)
    made = read(calendar(plan_of(task), datetime.date(2028, 2, 10), STAMP))
    (event,) = made.events
    assert (event.dtstart, event.dtend) == (datetime.date(2028, 2, 3), datetime.date(2028, 3, 2))
    assert event.transparency == "TRANSPARENT"


def test_the_same_course_may_be_led_twice():
    """An event's name is the same for the same start and another for another."""
    first, again, later = (
        read(calendar(plan_of(session()), datetime.date(2027, month, 12), STAMP)).events[0].uid
        for month in (1, 1, 9)
    )
    assert first == again == "a-course-first-2027-01-12@slingan.example"
    assert later != first


def test_lines_are_as_the_standard_wants_them():
    """RFC 5545, 3.1: CRLF, 75 bytes at the most, no letter cut in two."""
    data = calendar(plan_of(session(title="å" * 200)), datetime.date(2027, 1, 12), STAMP)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert "å" * 200 in data.decode().replace("\r\n ", "")


@pytest.mark.parametrize("zone", sorted(set(ZONES.values())))
def test_the_zone_is_described_in_the_file(zone):
    """A program that knows no names of zones finds when clocks change."""
    text = calendar(plan_of(session(), zone=zone), datetime.date(2027, 1, 12), STAMP).decode()
    assert f"BEGIN:VTIMEZONE\r\nTZID:{zone}\r\n" in text
    assert f"DTSTART;TZID={zone}:20270112T090000" in text
    assert text.count("RRULE:FREQ=YEARLY;BYDAY=-1SU") == 2
