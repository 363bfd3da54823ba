"""Compounds are taken apart by the words that the site has."""

import pytest

from press.search.compounds import Splitter


def splitter(language, text):
    """What splits by the words of a text, each seen twice."""
    return Splitter(dict.fromkeys(text.split(), 2), language)


@pytest.mark.parametrize(("word", "parts"), [
    ("stafettfragor", {"stafet", "frag"}),
    ("bokningslista", {"bokning", "list"}),
    ("mandag", set()),  # no word man here
    ("fragorna", set()),  # an ending is no part
    ("vagledarkursen", {"vagled", "kur"}),
])  # fmt: skip
def test_swedish(word, parts):
    made = splitter("sv", f"{word} fraga fragor bokning lista vagledare kurs kurser stafett dag")
    assert set(made.parts(word)) == parts


@pytest.mark.parametrize(("word", "parts"), [
    ("stafetsporgsmal", {"staf", "sporgsmal"}),
    ("opfolgningsrapport", {"opfolgning", "rapport"}),
    ("gruppemode", {"grup", "mod"}),
])  # fmt: skip
def test_danish(word, parts):
    made = splitter("da", f"{word} sporgsmal opfolgning rapport gruppe mode stafet")
    assert set(made.parts(word)) == parts


def test_what_never_stands_alone_opens_several():
    """No text says `stafett`, but it opens two compounds."""
    made = splitter("sv", "stafettkort stafettlista kort lista")
    assert set(made.parts("stafettkort")) == {"stafet", "kort"}
    assert not splitter("sv", "stafettkort kort").parts("stafettkort")


def test_three_parts():
    made = splitter("sv", "vagledarkursdag vagledarkurs vagledare kurs dag")
    assert {"kur", "dag"} <= set(made.parts("vagledarkursdag"))


def test_english_writes_its_parts_apart():
    assert splitter("en", "checklist check list").parts("checklist") == ()
