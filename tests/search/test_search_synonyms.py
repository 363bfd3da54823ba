"""What readers type for the words of the glossary."""

import pytest

from press.content.registers import Glossary
from press.search.synonyms import synonyms, term_words


@pytest.fixture
def glossary():
    return Glossary.model_validate(
        {
            "terms": [
                {
                    "id": "service-user",
                    "sv": {"term": "brukare", "text": "…", "also": ["deltagare"]},
                    "da": {"term": "borger (også: bruger)", "text": "…"},
                    "en": {"term": "service user", "text": "…"},
                }
            ]
        }
    )


def test_terms_and_other_words_stand_for_each_other(glossary):
    found = synonyms(glossary, "sv", {"bruk", "deltag"})
    assert ((), ("deltag",)) in found["bruk"]
    assert ((), ("bruk",)) in found["deltag"]


def test_a_word_of_another_language_leads_to_the_own_one(glossary):
    found = synonyms(glossary, "da", {"borg", "brug"})
    assert ((), ("borg",)) in found["brukar"]
    assert (("user",), ("borg",)) in found["servic"]  # a phrase: the word that follows must fit
    assert "brukar" not in synonyms(glossary, "da", {"borg", "brug", "brukar"})


def test_words_that_are_taken_for_each_other():
    found = synonyms(None, "sv", (), "möte, träff; rum, lokal")
    assert found["mot"] == [((), ("traff",))] or found["mot"] == [((), ("traf",))]
    assert set(found) == {"mot", *(k for k in found if k.startswith("traf")), "rum", "lokal"}


@pytest.mark.parametrize(("term", "names"), [
    ("borger (også: bruger)", ["borger", "bruger"]),
    ("Delaktighetsmodellen (DMO)", ["Delaktighetsmodellen", "DMO"]),
    ("supervision (of guides)", ["supervision"]),
    ("participation loop, loop", ["participation loop", "loop"]),
])  # fmt: skip
def test_names_of_a_term(term, names):
    assert term_words(term) == names
