"""The real texts' indexes, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from press.build import Build
from press.project import LANGUAGES
from press.search.ask import Asker
from press.search.files import write


def questions(language: str) -> dict[str, list[str]]:
    """Return the language's list: for each question the places that may come first."""
    path = Path(__file__).parent / f"{language}.yml"
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {str(ask): [want] if isinstance(want, str) else want for ask, want in found.items()}


def is_wanted(url: str, wanted: list[str], language: str) -> bool:
    """Return whether a hit's address is one of those wanted; a page stands for all places on it."""
    own = url if language == "sv" else url.removeprefix(f"{language}/")
    return any(own == want or ("#" not in want and own.split("#")[0] == want) for want in wanted)


@pytest.fixture(scope="session")
def build(project, own_library):
    """A build of the real texts, nothing drawn."""
    return Build(project, own_library)


@pytest.fixture(scope="session")
def indexes(build):
    """The real index of each language."""
    return {language: build.index(language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def askers(indexes):
    """What answers questions from the real indexes' files."""
    return {language: Asker(write(index)) for language, index in indexes.items()}
