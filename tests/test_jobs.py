"""From printables to the documents that have to be made."""

import pytest

from press.build import Build, check
from press.jobs import chapter_job, picture_job, printable_jobs
from press.project import LANGUAGES
from press.render.kinds import KINDS
from small_site import make_workshop


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """The workshop with a chapter for each kind; nothing is drawn."""
    project = make_workshop(tmp_path_factory.mktemp("jobs") / "site")
    made = Build(project, check(project))
    assert made.library.problems == []
    return made


def jobs_of(build, name, language="sv"):
    """Return a printable's jobs by the suffix of their copies and their ending."""
    found = printable_jobs(*build.desks[language].printable(name), build.desks[language])
    return {(copy.suffix, copy.ending): job for copy, job in found.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printable_has_a_job_for_each_copy_the_reading_copy_first(build, language):
    """Whatever its kind."""
    desk = build.desks[language]
    kinds = set()
    for entry, printable in build.library.printables(language):
        jobs = printable_jobs(entry, printable, desk)
        assert list(jobs) == list(KINDS[printable.kind].copies_of(printable))
        first = next(iter(jobs.values()))
        assert first.tagged and first.imposes is None
        assert all(job.data["id"] == printable.id for job in jobs.values())
        kinds.add(printable.kind)
    assert kinds == set(KINDS)


def test_an_imposed_copy_has_the_reading_copys_pages_and_no_tags(build):
    """A sheet to fold has no reading order."""
    jobs = jobs_of(build, "tea-booklet")
    sheet = jobs["print", "pdf"]
    assert sheet.imposes == jobs["", "pdf"]
    assert (sheet.tagged, sheet.duplex) == (False, "short-edge")
    assert jobs["", "pdf"].pages_by == 4


@pytest.mark.parametrize("name", ["tea-pocket", "tea-slip"])
def test_a_sheet_of_a5_is_imposed_two_on_an_a4(build, name):
    """From the very pages of its reading copy; a list on A4 has no such copy."""
    jobs = jobs_of(build, name)
    assert list(jobs) == [("", "pdf"), ("print", "pdf")]
    assert jobs["print", "pdf"].imposes == jobs["", "pdf"]
    assert (jobs["print", "pdf"].tagged, jobs["print", "pdf"].duplex) == (False, "short-edge")
    assert list(jobs_of(build, "tea-list")) == [("", "pdf")]


def test_a_word_file_is_drawn_from_the_same_data(build):
    """Web, paper and Word cannot disagree."""
    jobs = jobs_of(build, "tea-letter")
    assert jobs["", "docx"].data == jobs["", "pdf"].data
    assert jobs["", "docx"].template == ""


def test_a_binder_joins_chapters_and_printables_tab_by_tab(build):
    """What lies behind a tab, chapters first, each as it is printed alone."""
    _, binder = build.desks["sv"].printable("tea-binder")
    joins = jobs_of(build, "tea-binder")["", "pdf"].joins
    assert len(joins) == len(binder.tabs)
    for tab, group in zip(binder.tabs, joins, strict=True):
        chapters = [
            chapter_job(build.desks["sv"].chapter(name), build.desks["sv"]) for name in tab.chapters
        ]
        printables = [jobs_of(build, name)["", "pdf"] for name in tab.printables]
        assert list(group) == chapters + printables
    assert any(joins)


def test_a_folded_sheet_is_shown_as_a_sheet_and_a_booklet_as_its_cover(build):
    """What stands for a printable on the web is what one holds in the hand."""
    desk = build.desks["sv"]
    shown = {}
    for name in ("tea-leaflet", "tea-booklet", "tea-letter", "tea-binder"):
        jobs = printable_jobs(*desk.printable(name), desk)
        shown[name] = next(copy.suffix for copy, job in jobs.items() if job is picture_job(jobs))
    assert shown == {"tea-leaflet": "print", "tea-booklet": "", "tea-letter": "", "tea-binder": ""}
