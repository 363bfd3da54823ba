"""The store keeps whole files only, named by what they are drawn from."""

import os

import pytest

from press.paper.store import Store, fingerprint, key


def test_what_was_put_is_found_again(tmp_path):
    """A document is made once."""
    store = Store(tmp_path)
    path = store.put("ab12", ".pdf", b"paper")
    assert store.get("ab12", ".pdf") == path
    assert path.read_bytes() == b"paper"


def test_an_unknown_name_is_not_found(tmp_path):
    """Nothing is guessed."""
    assert Store(tmp_path).get("ab12", ".pdf") is None


def test_a_failed_write_leaves_nothing(tmp_path, monkeypatch):
    """A build killed at the worst moment leaves no half file behind."""

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        Store(tmp_path).put("ab12", ".pdf", b"paper")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_key_follows_data_and_looks():
    """Other data or another template gives another name; the order of keys does not."""
    assert key({"a": 1, "b": 2}, "x") == key({"b": 2, "a": 1}, "x")
    assert len({key({"a": 1}, "x"), key({"a": 2}, "x"), key({"a": 1}, "y")}) == 3


def test_the_fingerprint_follows_names_and_contents(tmp_path):
    """Renaming or changing a template makes its printables anew."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    first = fingerprint([one])
    one.write_text("b")
    two.write_text("b")
    assert len({first, fingerprint([one]), fingerprint([two])}) == 3
