"""The helper that compares with expected files."""

import pytest

import goldenfiles


def test_a_difference_fails(tmp_path, monkeypatch):
    """Without UPDATE_GOLDEN an expected file is never changed, only compared with."""
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    path = tmp_path / "a.html"
    path.write_text("old")
    with pytest.raises(AssertionError):
        goldenfiles.agree(path, "new")
    assert path.read_text() == "old"


def test_a_missing_file_fails(tmp_path, monkeypatch):
    """An expected file that was deleted does not come back by itself."""
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    with pytest.raises(AssertionError, match="is missing"):
        goldenfiles.agree(tmp_path / "a.html", "new")


def test_updating_writes_the_file(tmp_path, monkeypatch):
    """UPDATE_GOLDEN=1 is the one way to write expected files anew."""
    monkeypatch.setenv("UPDATE_GOLDEN", "1")
    goldenfiles.agree(tmp_path / "golden" / "a.html", "new")
    assert (tmp_path / "golden" / "a.html").read_text() == "new"


def test_a_case_that_differs_fails(tmp_path, monkeypatch):
    """A case in a YAML file is compared like a whole file."""
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    path = tmp_path / "cases.yml"
    path.write_text("- name: a\n  expected: [old]\n")
    (case,) = goldenfiles.cases(path)
    with pytest.raises(AssertionError):
        goldenfiles.agree_case(path, case, ["new"])
    goldenfiles.agree_case(path, case, ["old"])


def test_updating_a_case_keeps_the_others(tmp_path, monkeypatch):
    """Only the lines that are expected of one case change, and comments at the top stay."""
    monkeypatch.setenv("UPDATE_GOLDEN", "1")
    path = tmp_path / "cases.yml"
    path.write_text("# Top.\n- name: a\n  new: |\n    x\n    y\n- name: b\n  expected: [kept]\n")
    goldenfiles.agree_case(path, {"name": "a"}, ["new: 1"])
    assert path.read_text() == (
        "# Top.\n- name: a\n  new: |\n    x\n    y\n  expected:\n  - 'new: 1'\n\n"
        "- name: b\n  expected:\n  - kept\n"
    )
