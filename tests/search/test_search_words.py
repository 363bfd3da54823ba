"""Every form of a word, however typed, has one key."""

import pytest

from press.search.words import fold, joined, key, stop_words, words


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("sv", "stafettfråga stafettfrågan stafettfrågor stafettfrågorna stafettfrågornas"),
        ("sv", "möte mötet möten mötena mötets"),
        ("sv", "slinga slingan slingor slingorna"),
        ("sv", "kurs kursen kurser kurserna"),
        ("sv", "kort kortet korten kortets"),
        ("sv", "nätverk nätverket nätverken natverk naetverk"),
        ("da", "borger borgere borgeren borgerne borgernes borgerens"),
        ("da", "spørgsmål spørgsmålet spørgsmålene sporgsmal spoergsmaal spoergsmaalene"),
        ("da", "sløjfe sløjfen sløjfer sløjferne slojfe sloejfe"),
        ("da", "plads pladsen pladser pladserne"),
        ("en", "question questions questioned questioning"),
        ("en", "Participate participating participation participant"),
        ("en", "meeting meetings"),
    ],
)
def test_forms_of_a_word_have_one_key(language, forms):
    assert len({key(word, language) for word in forms.split()}) == 1


@pytest.mark.parametrize(("language", "one", "other"), [
    ("sv", "chef", "schema"), ("da", "møde", "måde"), ("en", "loop", "look"),
    ("sv", "verksamhet", "verk"),
])  # fmt: skip
def test_other_words_have_other_keys(language, one, other):
    assert key(one, language) != key(other, language)


def test_signs_in_two_parts_are_one():
    """Some keyboards send a letter and its ring apart."""
    assert words("fra\u030aga", "sv") == ["fråga"]
    assert fold("fra\u030aga", "sv") == fold("fråga", "sv") == "fraga"


def test_words_of_a_text():
    """Single letters and the English genitive are no words; numbers are."""
    assert words("The guide’s A4-sheet: step 1, a b c", "en") == [
        "the",
        "guide",
        "a4",
        "sheet",
        "step",
        "1",
    ]
    assert words("DMO:s väg\u00adledare", "sv") == ["dmo", "vägledare"]
    assert joined("an easy-read start-up guide") == ["easyread", "startup"]


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_stop_words_are_folded(language):
    found = stop_words(language)
    assert found
    assert all(word == fold(word, language) for word in found)
