"""No fact of the five sources is lost: each is carried by the chapters that fact-owners.yml names."""

from pathlib import Path

import pytest
import yaml

from press.content.chapter import Chapter
from press.project import LANGUAGES

TABLE = yaml.safe_load(Path(__file__).with_name("fact-owners.yml").read_text(encoding="utf-8"))
OWNERS = TABLE["owners"]
NOT_YET = TABLE["not_written_yet"] or []


def lost(owners, not_yet, facts):
    """Return a line for each chapter that should carry a fact and does not.

    facts: by chapter, what it says under `facts:`, of those that stand.
    """
    lines = []
    for fact, chapters in owners.items():
        for name in chapters:
            if name not in facts and name not in not_yet:
                lines.append(f"{fact}: there is no chapter {name}")
            elif name in facts and fact not in facts[name]:
                lines.append(f"{fact}: is missing under `facts` of {name}")
    return lines


def facts_in(library, language):
    """Return the facts of every chapter in a language, by the chapter's id."""
    models = [entry.model for entry in library.chapters(language)]
    return {model.id: model.facts for model in models if isinstance(model, Chapter)}


def test_every_fact_has_an_owner(own_library):
    """The table has the facts that docs/sources.yml counts, no more and no fewer."""
    counted = [fact for one in own_library.sources.sources for fact in one.fact_ids]
    assert len(counted) == 31 + 27 + 28 + 44 + 21
    assert list(OWNERS) == counted
    assert [fact for fact, chapters in OWNERS.items() if not chapters] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fact_is_lost(own_library, language):
    """Every owner that stands carries its facts; one that does not stand is known not to be written."""
    assert lost(OWNERS, NOT_YET, facts_in(own_library, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_fewer_hours_are_never_told_alone(own_library, language):
    """Whoever tells of Horsens tells the limit too: no dismissals to save, freed time to the citizens."""
    told = [facts for facts in facts_in(own_library, language).values() if "fremfaerd-14" in facts]
    assert told
    assert [f for f in told if not {"fremfaerd-22", "fremfaerd-23"} <= set(f)] == []


def test_what_is_written_is_not_called_unwritten(own_library):
    """A chapter that stands is taken out of `not_written_yet`, so that it is held to its facts."""
    stand = {name for language in LANGUAGES for name in facts_in(own_library, language)}
    assert sorted(stand.intersection(NOT_YET)) == []
    named = {name for chapters in OWNERS.values() for name in chapters}
    assert sorted(set(NOT_YET) - named) == []


def test_a_lost_fact_is_told():
    """A missing chapter and a missing line are told apart; what is not written yet is let be."""
    owners = {"a-01": ["tea", "cups"], "a-02": ["milk"], "a-03": ["spoon"]}
    assert lost(owners, ["milk"], {"tea": ("a-01", "b-01"), "cups": ("b-01",)}) == [
        "a-01: is missing under `facts` of cups",
        "a-03: there is no chapter spoon",
    ]
