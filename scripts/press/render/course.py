"""A course as plain values: what its pages and papers show."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from babel.dates import format_date

from press.content.chapter import Chapter
from press.content.course import Course, Item, Session, Task
from press.content.fields import in_days
from press.content.library import Entry
from press.render.calendar import week
from press.render.desk import Desk
from press.render.relative import relative
from press.render.times import LOCALES
from press.render.times import relative as counted
from press.render.words import Words

Data = dict[str, Any]

LEADER = "leader/"  # where the leader's page lies below the course's
MOST_USED = 8  # chapters on the sheet for the wall: more have no room in letters read from afar


def course_of(entry: Entry) -> Course:
    """Return the course of a chapter that has one."""
    assert isinstance(entry.model, Chapter) and entry.model.course
    return entry.model.course


def paper_file(entry: Entry, paper: str) -> str:
    """Return where one of a course's papers lies in the site; paper is one of PAPERS."""
    return f"print/{entry.language}/{entry.model.id}-{paper}.pdf"


def papers_of(entry: Entry, desk: Desk) -> list[str]:
    """Return the papers that are made of a course: none while its own texts are behind their source."""
    course = course_of(entry)
    if desk.library.translations.is_course_behind(entry.language, entry.model.id):
        return []
    to_join = any(not desk.is_withheld(name) for name in course.printables)
    return [paper for paper in course.papers if paper != "printables" or to_join]


def calendar_file(entry: Entry) -> str:
    """Return where the calendar of a course lies whose start is settled."""
    return f"{entry.url}{entry.model.id}.ics"


def links_file(entry: Entry) -> str:
    """Return where the links to paste into an e-mail lie as a text file."""
    return f"{entry.url}{LEADER}{entry.model.id}.txt"


def clock(minutes: int, language: str) -> str:
    """Return minutes after midnight as one writes them: 9.00 in Swedish and Danish, 9:00 in English."""
    hours, rest = divmod(minutes, 60)
    return f"{hours % 24}{':' if language == 'en' else '.'}{rest:02}"


def hours(course: Course, session: Session, words: Words) -> str:
    """Return when a session begins and ends, in words."""
    begins = course.begins(session)
    ends = begins + session.minutes
    return words.fill(
        "course_hours", begin=clock(begins, words.language), end=clock(ends, words.language)
    )


def course_week(days: int, words: Words) -> str:
    """Return a day from the start as week and day of the course: day 15 is week 3, day 2."""
    weeks, rest = divmod(days, 7)
    name = "course_week" if rest == 0 else "course_week_day"
    return words.fill(name, week=weeks + 1, day=rest + 1)


def window(task: Task, words: Words) -> str:
    """Return when a task is done, in weeks of the course, or counted back from its start."""
    opens, closes = in_days(task.opens), in_days(task.closes)
    if opens < 0:
        last = counted(task.closes, words) if closes < 0 else course_week(closes // 7 * 7, words)
        return words.fill("course_ahead", first=counted(task.opens, words), last=last)
    first, last_week = opens // 7 + 1, closes // 7 + 1
    if first == last_week:
        return words.fill("course_week", week=first)
    return words.fill("course_weeks", first=first, last=last_week)


def said(day: datetime.date, words: Words) -> str:
    """Return a day with weekday and number of its week, as the browser's script says it too."""
    locale = LOCALES[words.language]
    return words.fill(
        "course_date",
        weekday=format_date(day, "EEEE", locale),
        day=day.day,
        month=format_date(day, "MMMM", locale),
        year=day.year,
        week=week(day)[1],
    )


def course_data(entry: Entry, desk: Desk, page: str | None = None) -> Data:
    """Return all of a course that its pages and papers show.

    page: where the page lies whose links are asked for; left out, the course's own.
    """
    return _Teller(entry, desk, entry.url if page is None else page).whole()


class _Teller:
    """Tells a course, with links as seen from one page."""

    def __init__(self, entry: Entry, desk: Desk, page: str) -> None:
        self.entry, self.desk, self.page = entry, desk, page
        self.course, self.words = course_of(entry), desk.words

    def whole(self) -> Data:
        name, course = self.entry.model.id, self.course
        sessions = [self.session(session, n) for n, session in enumerate(course.sessions, 1)]
        tasks = [self.task(task) for task in course.tasks]
        return {
            "id": name,
            "title": self.entry.model.title,
            "number": self.desk.library.codes.by_chapter[name],
            "address": short(name, self.desk),
            "shown": shown(name, self.desk),
            "start": course.start.isoformat() if course.start else None,
            "sessions": sessions,
            # In the order of time; what opens on the day of a session comes after it.
            "steps": sorted([*sessions, *tasks], key=lambda step: step["opens"]),
            "printables": self.printables(course.printables),
            "chapters": self.chapters(most_used(course)),
            "not_on_wall": self.chapters(left_out(course)),
        }

    def session(self, session: Session, number: int) -> Data:
        several = any(other.days for other in self.course.sessions)
        return {
            "id": session.id,
            "number": number,
            "kind": self.kind(number),
            "title": session.title,
            "opens": session.days,
            "week": course_week(session.days, self.words) if several else "",
            "hours": hours(self.course, session, self.words),
            "minutes": session.minutes,
            "date": self.date(session.days, session.days),
            "aims": list(session.aims),
            "before": self.chapters(session.before),
            "during": self.chapters(session.during),
            "after": self.chapters(session.after),
            "printables": self.printables(session.printables),
            "items": self.timetable(self.course.begins(session), session.items),
            "address": short(self.entry.model.id, self.desk, session.id),
        }

    def kind(self, number: int) -> str:
        """Return what a session is called; one alone needs no number."""
        word = self.words["course_session"]
        return f"{word} {number}" if len(self.course.sessions) > 1 else word

    def timetable(self, begins: int, items: Iterable[Item]) -> list[Data]:
        """Return the items with the times that their minutes make."""
        rows, at, language = [], begins, self.desk.language
        for item in items:
            row = {
                "begins": clock(at, language),
                "ends": clock(at + item.minutes, language),
                "minutes": item.minutes,
                "title": item.title,
                "notes": item.notes,
                "chapters": self.chapters(item.chapters),
            }
            rows.append(row)
            at += item.minutes
        return rows

    def task(self, task: Task) -> Data:
        opens, closes = in_days(task.opens), in_days(task.closes)
        return {
            "id": task.id,
            "title": task.title,
            "text": task.text,
            "role": self.words[f"role_{task.role}"] if task.role else None,
            "opens": opens,
            "closes": closes,
            "when": window(task, self.words),
            "date": self.date(opens, closes),
            "chapters": self.chapters(task.chapters),
            "printables": self.printables(task.printables),
            "address": short(self.entry.model.id, self.desk, task.id),
        }

    def date(self, opens: int, closes: int) -> str | None:
        """Return the day or days that lie so far from the start, where that is settled."""
        if self.course.start is None:
            return None
        first, last = (self.course.start + datetime.timedelta(days) for days in (opens, closes))
        if first == last:
            return said(first, self.words)
        return self.words.fill(
            "course_from_to", first=said(first, self.words), last=said(last, self.words)
        )

    def chapters(self, names: Iterable[str]) -> list[Data]:
        return [
            {
                "title": self.desk.title_of(name),
                "number": self.desk.library.codes.by_chapter[name],
                "href": relative(self.desk.chapter(name).url, self.page),
                "address": short(name, self.desk),
                "shown": shown(name, self.desk),
            }
            for name in names
        ]

    def printables(self, names: Iterable[str]) -> list[Data]:
        found = []
        for name in names:
            chapter, printable = self.desk.printable(name)
            path = "" if chapter.url == self.page else relative(chapter.url, self.page)
            number = self.desk.library.codes.by_chapter[chapter.model.id]
            told = {
                "id": name,
                "title": printable.title,
                "summary": printable.summary,
                "number": number,
                "at": self.words.fill(
                    f"course_paper_at_{self.desk.library.page_kind(chapter.model)}", n=number
                ),
                "href": f"{path}#{name}",
                "address": f"{short(chapter.model.id, self.desk)}#{name}",
            }
            if self.desk.is_withheld(name):
                told["withheld"] = self.words["withheld_short"]
            found.append(told)
        return found


def short(name: str, desk: Desk, place: str = "") -> str:
    """Return the short address of a chapter in the desk's language, or of a place on its page."""
    return f"{desk.short_address(name)}{desk.language}/{f'#{place}' if place else ''}"


def shown(name: str, desk: Desk) -> str:
    """Return a short address as it is printed to be typed: without https and the slash at its end."""
    return desk.short_address(name).partition("://")[2].rstrip("/")


def most_used(course: Course) -> list[str]:
    """Return ids of the chapters that a course uses most, in the order they are first used."""
    used = _used(course)
    chosen = {name for name, _ in used.most_common(MOST_USED)}
    return [name for name in used if name in chosen]


def left_out(course: Course) -> list[str]:
    """Return ids of the chapters that a course uses and its sheet for the wall has no room for."""
    chosen = set(most_used(course))
    return [name for name in _used(course) if name not in chosen]


def _used(course: Course) -> Counter[str]:
    used: Counter[str] = Counter()
    for session in course.sessions:
        used.update((*session.before, *session.during, *session.after))
    for task in course.tasks:
        used.update(task.chapters)
    return used
