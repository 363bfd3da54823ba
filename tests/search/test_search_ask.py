"""The lists of questions, and the steps that answer them."""

import pytest

from press.search.ask import Asker, differ, rank
from press.search.files import write
from press.search.index import make_index
from press.search.units import PAGE, Section, Unit
from search.conftest import is_wanted, questions

LISTS = {language: questions(language) for language in ("sv", "da", "en")}
ALL = [(language, ask) for language, found in LISTS.items() for ask in found]


@pytest.mark.parametrize(("language", "ask"), ALL)
def test_what_readers_type_comes_first(askers, language, ask):
    hits = askers[language].urls(ask)
    assert hits and is_wanted(hits[0], LISTS[language][ask], language), hits[:3]


@pytest.mark.parametrize("language", LISTS)
def test_lists_are_long_and_lead_to_real_places(indexes, language):
    assert len(LISTS[language]) >= 60
    there = {f"{u.url}#{s.anchor}".rstrip("#") for u in indexes[language].units for s in u.sections}
    prefix = "" if language == "sv" else f"{language}/"
    wanted = {prefix + place for found in LISTS[language].values() for place in found}
    assert wanted <= there


def asker(*titles, language="sv"):
    units = [Unit(f"{t}/", t, PAGE, sections=[Section("", t)]) for t in titles]
    return Asker(write(make_index(units, language)))


def test_exact_before_other_forms_before_parts():
    found = asker("Stafettfrågor", "Frågorna", "Fråga", "Stafett").urls("fråga")
    assert found == ["Fråga/", "Frågorna/", "Stafettfrågor/"]


def test_all_words_must_be_there_unless_no_page_has_all():
    made = asker("Boka rum", "Boka tåg", "Rum")
    assert made.urls("boka rum") == ["Boka rum/"]
    answer = made.ask("rum på hotell")
    assert not answer.complete and answer.missing == ["hotell"]
    assert [made.url(place) for place, _ in answer.hits] == ["Rum/", "Boka rum/"]


def test_an_unknown_compound_is_cut():
    assert asker("Bokning av möte", "Affisch").urls("mötesbokning") == ["Bokning av möte/"]


def test_wrong_letters():
    made = asker("Tystnadsplikt", "Stafettkort", "Pärm")
    assert made.urls("tystnadspilkt") == ["Tystnadsplikt/"]
    assert made.urls("satfettkort") == ["Stafettkort/"]
    assert made.urls("perm") == ["Pärm/"]
    assert made.urls("xyzzy") == []


def test_nothing_typed_finds_nothing():
    made = asker("Fråga")
    assert made.urls("") == made.urls("…") == made.urls("a") == []


def test_names_of_javascript_are_only_words():
    assert asker("Fråga").urls("constructor __proto__ toString") == []


@pytest.mark.parametrize(("one", "other", "letters"), [
    ("fraga", "fraga", 0), ("fraga", "frga", 1), ("fraga", "farga", 1), ("fraga", "froga", 1),
    ("fraga", "frage", 1), ("fraga", "frogor", 3), ("", "ab", 2),
])  # fmt: skip
def test_letters_that_differ(one, other, letters):
    assert differ(one, other, 3) == letters


def test_few_places_of_each_unit():
    ranked, whole = rank([{(0, n): 5.0 - n for n in range(5)} | {(1, 0): 0.5}])
    assert [place for place, _ in ranked] == [(0, 0), (0, 1), (1, 0)]
    assert whole
