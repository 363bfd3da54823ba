"""Finished files in one ZIP."""

import stat
import zipfile

import pytest

from press.paper.store import Store
from press.zips import zip_file


@pytest.fixture
def store(tmp_path):
    """A store with two finished files, `aa.pdf` and `bb.pdf`."""
    made = Store(tmp_path / "store")
    made.put("aa", ".pdf", b"paper a")
    made.put("bb", ".pdf", b"paper b")
    return made


def test_files_and_texts_are_packed_under_their_names_in_order(store):
    """Folders are part of the name; what comes out is what went in."""
    packed = zip_file({"å/b.pdf": store.get("bb", ".pdf"), "a.txt": "Så här."}, store)
    with zipfile.ZipFile(packed) as made:
        assert made.testzip() is None
        assert made.namelist() == ["å/b.pdf", "a.txt"]
        assert made.read("å/b.pdf") == b"paper b"
        assert made.read("a.txt").decode() == "Så här."


def test_everybody_may_read_what_is_unpacked(store):
    """Files without rights could not be opened."""
    with zipfile.ZipFile(zip_file({"a.txt": "a"}, store)) as made:
        mode = made.infolist()[0].external_attr >> 16
    assert stat.S_IMODE(mode) == 0o644


def test_the_same_files_give_the_same_bytes_and_are_packed_once(store, tmp_path):
    """Nothing in it tells when it was packed."""
    members = {"a.pdf": store.get("aa", ".pdf"), "a.txt": "a"}
    first = zip_file(members, store)
    there = first.stat()
    assert zip_file(members, store) == first
    assert first.stat().st_ino == there.st_ino
    with zipfile.ZipFile(first) as made:
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    other = Store(tmp_path / "other")
    assert zip_file(members, other).read_bytes() == first.read_bytes()
    assert zip_file(members, other).name == first.name


@pytest.mark.parametrize(
    "members",
    [
        {"b.pdf": ("aa", ".pdf"), "a.txt": "a"},
        {"a.pdf": ("bb", ".pdf"), "a.txt": "a"},
        {"a.pdf": ("aa", ".pdf"), "a.txt": "b"},
        {"a.pdf": ("aa", ".pdf")},
    ],
)
def test_another_name_file_or_text_is_another_zip(store, members):
    """Nobody gets yesterday's files."""
    first = zip_file({"a.pdf": store.get("aa", ".pdf"), "a.txt": "a"}, store)
    found = {n: m if isinstance(m, str) else store.get(*m) for n, m in members.items()}
    assert zip_file(found, store) != first
