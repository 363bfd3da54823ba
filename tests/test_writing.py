"""Several files are written, or none."""

from pathlib import Path

import pytest

from press.writing import write_all


def state(folder):
    """Return all that lies in a folder, with what files say."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def there(tmp_path):
    """A folder with a file that others may read."""
    (tmp_path / "old.txt").write_bytes(b"old")
    (tmp_path / "old.txt").chmod(0o640)
    return tmp_path


def wanted(folder):
    """Return files to write: one that is there, and two in folders that are not."""
    return {
        folder / "a" / "b" / "new.txt": b"new",
        folder / "old.txt": b"changed",
        folder / "c" / "new.txt": b"new",
    }


def test_all_files_are_written(there):
    """With the folders they need; nothing else is left, and who may read a file stays."""
    write_all(wanted(there))
    assert state(there) == {
        "a": None,
        "a/b": None,
        "a/b/new.txt": b"new",
        "c": None,
        "c/new.txt": b"new",
        "old.txt": b"changed",
    }
    assert (there / "old.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("way", ["replace", "write_bytes"])
@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize("error", [PermissionError, KeyboardInterrupt])
def test_what_fails_leaves_all_as_it_was(there, monkeypatch, way, after, error):
    """However far it came, and also when somebody stops it."""
    before, done, real = state(there), [], getattr(Path, way)

    def fails(path, *given):
        done.append(path)
        if len(done) == after + 1:
            raise error
        return real(path, *given)

    monkeypatch.setattr(Path, way, fails)
    with pytest.raises(error):
        write_all(wanted(there))
    monkeypatch.undo()
    assert state(there) == before


def test_a_file_in_the_place_of_a_folder_stops_it(there):
    """Folders that were made on the way go again."""
    before = state(there)
    with pytest.raises(OSError):
        write_all({**wanted(there), there / "old.txt" / "x" / "new.txt": b"new"})
    assert state(there) == before
