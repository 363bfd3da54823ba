"""A course as a calendar file (RFC 5545), once its first day is known.

overrides/assets/js/calendar.js writes the same file in a reader's browser; tests hold the twins together.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

# Clocks are the same in the two, but a reader may know only the name of their own.
ZONES = {"sv": "Europe/Stockholm", "da": "Europe/Copenhagen", "en": "Europe/Stockholm"}
_HOUR = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Happening:
    """One session, or one task, which takes whole days.

    day: days from the start. at: minutes after midnight, minutes: its length; both None for whole days,
    of which `last` is the last one.
    """

    id: str
    title: str
    about: str
    url: str
    day: int
    last: int
    at: int | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class Plan:
    """A course without dates. host: makes its events' names unique in the world."""

    id: str
    title: str
    language: str
    host: str
    zone: str
    happenings: tuple[Happening, ...]


def calendar(plan: Plan, start: datetime.date, stamp: datetime.datetime) -> bytes:
    """Return the calendar file of a course that starts on a day.

    stamp: when the file is made, in UTC. An event's name holds the start, so that the same course may be
    led twice, and a file fetched again changes the events that are there already.
    """
    made = Calendar()
    made.add("prodid", f"-//Slingan//{plan.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", vText(plan.title))
    made.add_component(_zone(plan.zone))
    for happening in plan.happenings:
        made.add_component(_event(plan, happening, start, stamp))
    return made.to_ical(sorted=False)


def week(day: datetime.date) -> tuple[int, int]:
    """Return year and number of a day's week as Sweden and Denmark count them, ISO 8601."""
    return day.isocalendar()[:2]


def _event(
    plan: Plan, happening: Happening, start: datetime.date, stamp: datetime.datetime
) -> Event:
    event = Event()
    event.add("uid", f"{plan.id}-{happening.id}-{start.isoformat()}@{plan.host}")
    event.add("dtstamp", stamp)
    day = start + datetime.timedelta(days=happening.day)
    if happening.at is None or happening.minutes is None:
        last = start + datetime.timedelta(days=happening.last)
        event.add("dtstart", day)
        event.add("dtend", last + datetime.timedelta(days=1))  # the day after the last, 3.6.1
        event.add("transp", "TRANSPARENT")  # it keeps nobody from other meetings
    else:
        event.add("dtstart", _moment(plan, day, happening.at))
        event.add("dtend", _moment(plan, day, happening.at + happening.minutes))
    event.add("summary", happening.title)
    event.add("description", happening.about)
    event.add("url", happening.url)
    return event


def _moment(plan: Plan, day: datetime.date, at: int) -> datetime.datetime:
    midnight = datetime.datetime.combine(day, datetime.time(), ZoneInfo(plan.zone))
    return midnight + datetime.timedelta(minutes=at)


def _zone(name: str) -> Timezone:
    """Return when clocks change: the last Sundays of March and October (directive 2000/84/EC)."""
    zone = Timezone()
    zone.add("tzid", name)
    parts = (
        (TimezoneDaylight(), datetime.datetime(1970, 3, 29, 2), _HOUR, 2 * _HOUR, "CEST", 3),
        (TimezoneStandard(), datetime.datetime(1970, 10, 25, 3), 2 * _HOUR, _HOUR, "CET", 10),
    )
    for part, since, before, after, short, month in parts:
        part.add("dtstart", since)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", short)
        zone.add_component(part)
    return zone
