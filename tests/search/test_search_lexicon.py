"""Words of the glossary are recognised in running text, whatever form they have."""

import pytest

from press.content.library import load
from press.content.registers import Glossary
from press.project import LANGUAGES, Project
from press.search.lexicon import Lexicon
from small_site import ROOT


@pytest.fixture(scope="module")
def lexicons():
    """What knows the real glossary, by language."""
    glossary = load(Project(ROOT)).glossary
    return {language: Lexicon(glossary, language) for language in LANGUAGES}


def found(lexicon, text):
    """Return notions with the words by which they were found."""
    return [(use.entry.id, text[use.start : use.end]) for use in lexicon.uses(text)]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("sv", "Två stafettfrågor till. Stafettfrågornas svar.", ["stafettfrågor", "Stafettfrågornas"]),
    ("da", "De to stafetspørgsmål. Stafetspørgsmålene.", ["stafetspørgsmål", "Stafetspørgsmålene"]),
    ("en", "Two Relay questions, a relay question’s answer.", ["Relay questions", "relay question’s"]),
    ("en", "A relay\u00a0question or a relay\nquestion.", ["relay\u00a0question", "relay\nquestion"]),
])  # fmt: skip
def test_every_form_of_a_word_is_the_word(lexicons, language, text, expected):
    """One or several, definite, whose; large letters and the space between them do not matter."""
    assert found(lexicons[language], text) == [("relay-question", word) for word in expected]


@pytest.mark.parametrize(("language", "word"), [
    *(("sv", word) for word in ("slinga", "slingan", "slingor", "slingornas", "delaktighetsslingan")),
    *(("da", word) for word in ("dialogsløjfen", "sløjfe", "sløjfer", "sløjferne", "sløjfens")),
    *(("en", word) for word in ("loop", "loops", "loop's", "participation loops")),
])  # fmt: skip
def test_a_compound_is_known_by_its_short_form(lexicons, language, word):
    """Danish texts say `sløjfe` for `dialogsløjfe`: the glossary's other word ends the compound."""
    assert found(lexicons[language], f"x {word}, y") == [("loop", word)]


@pytest.mark.parametrize(("language", "text"), [
    ("sv", "De vägleder oss i modellen."),  # a verb of the same stem; any model
    ("sv", "En vägledarutbildning och en medvägledare."),  # words of their own
    ("da", "Vi vejleder ikke: vi kan vejlede jer i modellen."),
    ("en", "Come back, we are guiding you. A guide-led tour, a DMO-guide."),
])  # fmt: skip
def test_what_only_looks_alike_is_another_word(lexicons, language, text):
    """The search brings more together than forms of a noun."""
    told = {use.entry.id for use in lexicons[language].uses(text) if use.entry.explain}
    assert told <= ({"guide"} if language == "da" else set())  # Danish: `vejleder` is noun and verb


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "Every guide pair of two guides", [("guide-pair", "guide pair"), ("guide", "guides")]),
    ("en", "the start-up guide", [("start-up-guide", "start-up guide")]),
    ("da", "et gruppemøde for borgere", [("user-meeting", "gruppemøde for borgere")]),
    ("sv", "relationell. Samordning", []),
])  # fmt: skip
def test_the_longest_wins(lexicons, language, text, expected):
    """A word inside a longer notion is not a use of its own; a full stop parts words."""
    assert found(lexicons[language], text) == expected


def test_without_a_glossary_nothing_is_known():
    """A site may have no words to explain."""
    assert list(Lexicon(Glossary(terms=()), "sv").uses("En slinga.")) == []
