"""All paper is made ahead of a build."""

import pytest

from press.build import Build, check
from press.outward import make_card
from press.shortlinks import ShortLinks
from press.warm import warm
from small_site import build_of, make_small


@pytest.fixture
def made(small, monkeypatch):
    """The small project after a first warming, in this process."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    warm(small, check(small))
    return small


def test_the_build_finds_everything_made(made):
    """Chapters, printables and chapters' pictures for sharing, of all languages, lie in the store."""
    build = Build(made, check(made))
    build.make_printables()
    for language in ("sv", "da", "en"):
        for entry in build.library.chapters(language):
            assert build.chapter_pdf(entry)
            make_card(build, entry)
            ShortLinks(build).make_slide(entry)
    assert build.problems == []
    assert build.press.made == 0
    assert build.press.found > 0


def test_a_second_time_nothing_is_even_tried(made, monkeypatch):
    """No process is started for what is there."""
    tried = []
    monkeypatch.setattr("press.warm.spread", lambda work, tasks, *_: tried.extend(tasks) or [])
    warm(made, check(made))
    assert tried == []


def test_only_what_changed_is_made(made, monkeypatch):
    """One sentence in one language is one document."""
    path = made.docs / "da" / "method-guide" / "tea.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("note: ", "note: X ", 1), encoding="utf-8")
    tried = []
    monkeypatch.setattr("press.warm.spread", lambda work, tasks, *_: tried.extend(tasks) or [])
    warm(made, check(made))
    assert ("printable", "da", "tea-list") in tried
    assert {language for _, language, _ in tried} == {"da"}
    assert ("printable", "da", "tea-leaflet") not in tried


def test_what_cannot_be_set_is_left_to_the_build(tmp_path, monkeypatch):
    """It tells the problem with file and line; warming stops for nothing."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    project = make_small(tmp_path / "site")
    path = project.docs / "sv" / "method-guide" / "tea.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Kom och drick.", "Kom och drick. " * 80), encoding="utf-8")
    build = build_of(project)
    warm(project, build.library)
    build.make_printables()
    assert build.problems
    assert build.press.store.folder.is_dir()


def test_a_build_without_chapter_pdfs_makes_none(small, monkeypatch):
    """What the switch PDF_EXPORT turns off is not made ahead either."""
    tried = []
    monkeypatch.setattr("press.warm.spread", lambda work, tasks, *_: tried.extend(tasks) or [])
    monkeypatch.setenv("PDF_EXPORT", "false")
    warm(small, check(small))
    assert {what for what, _, _ in tried} == {"printable", "card", "slide"}
