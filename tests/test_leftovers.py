"""What killed runs left behind is cleared away; what others are working on is not."""

import os
import subprocess
import sys

import pytest

from press.leftovers import drop_abandoned


@pytest.fixture(scope="module")
def dead():
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def folder(tmp_path, dead):
    """Return a function that makes folders by names with {dead} and {own} and clears them."""

    def names(start, *shapes):
        for shape in shapes:
            (tmp_path / shape.format(dead=dead, own=os.getpid())).mkdir()
        drop_abandoned(tmp_path, start)
        return sorted(path.name for path in tmp_path.iterdir())

    return names


def test_folders_of_ended_processes_go(folder):
    """Half a site, half an edition, and what they would have replaced."""
    shapes = ("staging-{dead}", "staging-{dead}-old")
    assert folder("staging-", *shapes) == []


def test_folders_of_editions_go(folder):
    """Their names may hold hyphens and numbers."""
    assert folder(".new-", ".new-a-{dead}", ".new-b-2-old-{dead}") == []


def test_folders_of_running_processes_stay(folder):
    """Two runs at once do no harm."""
    here = str(os.getpid())
    found = folder(".new-", ".new-a-{own}", ".new-a-{own}-old")
    assert found == [f".new-a-{here}", f".new-a-{here}-old"]


@pytest.mark.parametrize("name", ["a", ".new-", ".new-a", ".new-a-12x", ".newer-a-{dead}"])
def test_everything_else_stays(folder, dead, name):
    """Nothing is taken away by a likeness."""
    assert folder(".new-", name) == [name.format(dead=dead)]


def test_an_edition_that_lost_its_place_gets_it_back(folder):
    """A run killed between taking the old away and putting the new there has lost nothing."""
    assert folder(".new-", ".new-a-{dead}-old", ".new-a-{dead}") == ["a"]


def test_an_old_edition_goes_when_the_new_is_in_its_place(folder):
    """A run killed just after has left the old one over."""
    assert folder(".new-", "a", ".new-a-{dead}-old") == ["a"]


def test_no_folder_is_no_fault(tmp_path):
    """The first run of all."""
    drop_abandoned(tmp_path / "gone", ".new-")
