"""From a printable to the documents the press has to make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from press.content.kinds import Printable
from press.content.library import Entry
from press.paper.make import Job
from press.render.course import course_of, papers_of
from press.render.coursepaper import front_data, handout_data, wall_data
from press.render.desk import Desk
from press.render.kinds import KINDS, Copy, Kind
from press.render.paperdata import Data, chapter_data
from press.render.printable import printable_data


def chapter_job(entry: Entry, desk: Desk) -> Job:
    """Return the job of a chapter's PDF. Raises Unprintable."""
    return Job("chapter.typ", chapter_data(entry, desk))


def course_jobs(entry: Entry, desk: Desk) -> dict[str, Job]:
    """Return a job for each paper of a course, by its name. Raises Unprintable."""
    course = course_of(entry)
    jobs = {
        "handout": Job("course-handout.typ", handout_data(entry, desk)),
        "wall": Job("course-wall.typ", wall_data(entry, desk)),
    }
    chosen = papers_of(entry, desk)
    if "printables" in chosen:
        together = tuple(_published(course.printables, desk))
        front = front_data(entry, desk)
        jobs["printables"] = Job("course-printables.typ", front, joins=(together,))
    return {name: job for name, job in jobs.items() if name in chosen}


def card_job(title: str, part: str, desk: Desk) -> Job:
    """Return the job of the picture that is shown where a page is shared."""
    data = {
        "title": title,
        "part": part,
        "site": desk.words["site_name"],
        "lang": desk.language,
        # base.typ asks for these of every paper; the picture shows neither.
        "words": {},
        "edition": "2000-01-01",
    }
    return Job("card-social.typ", data, tagged=False)


def slide_job(entry: Entry, code: int, qr: str, desk: Desk) -> Job:
    """Return the job of the slide that shows a chapter's title, its short link and its number.

    qr: the QR code of the short link in the desk's language, as SVG.
    """
    short = desk.short_address(entry.model.id)
    data = {
        "title": entry.model.title,
        "number": desk.words.fill("sign_number", code=code),
        "short": short.removeprefix("https://").removeprefix("http://"),
        "site": desk.words["site_name"],
        "qr": {"address": f"{short}{desk.language}/", "title": entry.model.title, "svg": qr},
        "lang": desk.language,
        "words": {},  # base.typ asks for these two; the slide shows neither
        "edition": "2000-01-01",
    }
    return Job("slide.typ", data, tagged=False)


def printable_jobs(entry: Entry, printable: Printable, desk: Desk) -> dict[Copy, Job]:
    """Return a job for each copy of a printable, the reading copy first. Raises Unprintable."""
    kind = KINDS[printable.kind]
    data = printable_data(entry, printable, desk)
    jobs: dict[Copy, Job] = {}
    for copy in kind.copies_of(printable):
        jobs[copy] = _job(copy, data, kind, printable, desk, next(iter(jobs.values()), None))
    return jobs


def _job(
    copy: Copy, data: Data, kind: Kind, printable: Printable, desk: Desk, reading: Job | None
) -> Job:
    if copy.imposed:
        duplex = "one-side" if copy.duplex and kind.one_sided(printable) else copy.duplex
        return Job(
            copy.template,
            data,
            tagged=False,
            duplex=duplex,
            part_of_page=copy.part_of_page,
            imposes=reading,
        )
    if copy.suffix or copy.ending != "pdf":
        return Job(copy.template, data, copy.tagged, copy.duplex, ending=copy.ending)
    joins = tuple(
        (
            *(chapter_job(desk.chapter(name), desk) for name in bundle.chapters),
            *_published(bundle.printables, desk),
        )
        for bundle in kind.bundles(printable)
    )
    return Job(copy.template, data, copy.tagged, copy.duplex, joins=joins, pages_by=kind.pages_by)


def _published(names: Iterable[str], desk: Desk) -> Iterator[Job]:
    """Yield the reading copies of those printables that are published in the desk's language."""
    for name in names:
        if not desk.is_withheld(name):
            yield _reading_copy(name, desk)


def _reading_copy(name: str, desk: Desk) -> Job:
    entry, printable = desk.printable(name)
    return next(iter(printable_jobs(entry, printable, desk).values()))


def picture_job(jobs: dict[Copy, Job]) -> Job:
    """Return the job whose first page stands for the printable on the web.

    A sheet to fold is shown as a sheet; what is imposed or put together is shown by its own first page.
    """
    whole = [job for copy, job in jobs.items() if copy.ending == "pdf" and not copy.imposed]
    return whole[0] if whole[0].joins or len(whole) == 1 else whole[-1]
