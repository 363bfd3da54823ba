"""The invented municipalities that a whole region is tried with."""

import yaml

from municipalities import DENMARK, SWEDEN, names, write
from press.content.library import load
from press.content.profile import load_profile


def test_every_profile_is_a_good_one(small, tmp_path):
    """388 profiles, each with a logo, none with a problem."""
    write(tmp_path)
    library = load(small)
    found = [load_profile(path, path.name, library) for path in sorted(tmp_path.glob("*.yml"))]
    assert [problem for _, problems in found for problem in problems] == []
    assert len(found) == 388
    assert all(named.logo.is_file() for named, _ in found)


def test_names_differ_and_so_do_the_files_they_give(tmp_path):
    """No municipality writes over another, not even one of the other country."""
    assert (len(names(SWEDEN)), len(names(DENMARK))) == (290, 98)
    assert len(set(names(SWEDEN) + names(DENMARK))) == 388
    write(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2 * 388


def test_a_part_is_like_the_whole(tmp_path):
    """Of twelve, about a quarter are Danish, as of all."""
    write(tmp_path, 12)
    languages = [yaml.safe_load(path.read_text())["languages"] for path in tmp_path.glob("*.yml")]
    assert len(languages) == 12
    assert sum("da" in some for some in languages) == 3


def test_the_same_bytes_twice(tmp_path):
    """A second run finds all its editions up to date."""
    for name in ("one", "two"):
        write(tmp_path / name, 40)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
