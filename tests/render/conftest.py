"""The fixture site, read once and ready to be drawn.

Words of the interface are shown by their keys: `edition sv`, `table_number da {n}`. So these tests
see which words stand where, and wording can be mended without touching them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from path_site import make_path_site
from press.content.library import Entry, Library, load
from press.facts import Facts
from press.project import LANGUAGES, Project
from press.render.desk import Desk
from press.render.fragments import Fragments, environment
from press.render.words import Words, load_words
from press.translating import record_missing
from small_site import add_questions, make_small, make_workshop


@dataclass
class Drawing:
    """What drawing needs, for all languages."""

    project: Project
    library: Library
    words: dict[str, Words]
    desks: dict[str, Desk]
    fragments: dict[str, Fragments]

    def chapter(self, language: str) -> Entry:
        return self.library.entries[language, "method-guide/tea"]

    def home(self, language: str) -> Entry:
        return self.library.entries[language, ""]


def keys_as_words(words: Words) -> Words:
    """Return words that say their key, their language and the names that are filled in."""
    texts = {
        key: " ".join([key, words.language, *re.findall(r"\{\w+\}", text)])
        for key, text in words.starting("").items()
    }
    return Words(words.language, texts)


def desk_of(library: Library, words: Words) -> Desk:
    """Return a desk on which chapters have no text."""
    return Desk(library, words, "https://a.example/", lambda path: [])


def drawing_of(project: Project) -> Drawing:
    """Return what is needed to draw a project without problems."""
    library = load(project)
    words = {language: keys_as_words(real) for language, real in load_words(project).items()}
    assert library.problems == []
    desks = {language: desk_of(library, words[language]) for language in LANGUAGES}
    env = environment(project)
    fragments = {
        language: Fragments(env, desks[language], lambda place: Facts()) for language in LANGUAGES
    }
    return Drawing(project, library, words, desks, fragments)


@pytest.fixture(scope="session")
def drawing(tmp_path_factory):
    """The fixture site with questions, and with a page of sources, which chapters link to."""
    project = add_questions(make_small(tmp_path_factory.mktemp("drawing") / "small"))
    for language in LANGUAGES:
        text = "---\nid: sources\ntitle: T\nsummary: S.\n---\n[[sources]]\n\n[[outside-sources]]\n"
        (project.docs / language / "sources.md").write_text(text)
    record_missing(project)
    return drawing_of(project)


@pytest.fixture(scope="session")
def workshop_drawing(tmp_path_factory):
    """The workshop with a chapter for each kind of printable that the fixture site lacks."""
    return drawing_of(make_workshop(tmp_path_factory.mktemp("drawing") / "workshop"))


@pytest.fixture(scope="session")
def path_drawing(tmp_path_factory):
    """A small site with two learning paths."""
    return drawing_of(make_path_site(tmp_path_factory.mktemp("drawing") / "paths"))


@pytest.fixture
def draw_again(small):
    """Return what is needed to draw the small project as it is now."""
    return lambda: drawing_of(small)
