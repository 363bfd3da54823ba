"""The sources and the glossary, shared by all languages."""

import copy

import pytest
import yaml

from press.content.frontmatter import read_data
from press.content.registers import Glossary, Sources, SourceText, Trilingual
from press.content.validate import validate
from small_site import FIXTURE

TEXTS = {"sv": "Te", "da": "The", "en": "Tea"}
SOURCE = {
    "id": "fourum",
    "facts": 3,
    "language": "sv",
    "publisher": "P",
    "title": TEXTS,
    "note": TEXTS,
}


@pytest.fixture
def problems_in(tmp_path):
    """Return what is wrong in a register with one text changed."""

    def check(name, model, old, new):
        text = (FIXTURE / "docs" / name).read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        source = read_data(path, name)
        assert source.problems == []
        return [str(problem) for problem in validate(source, model)[1]]

    return check


@pytest.mark.parametrize(("name", "model"), [("sources.yml", Sources), ("glossary.yml", Glossary)])
def test_the_fixtures_registers_are_sound(name, model):
    """A sound register becomes a model."""
    made, problems = validate(read_data(FIXTURE / "docs" / name, name), model)
    assert isinstance(made, model)
    assert problems == []


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_a_text_is_looked_up_by_its_language(language):
    """Templates ask for the page's language."""
    assert Trilingual(**TEXTS)[language] == TEXTS[language]


def test_a_term_is_looked_up_by_its_language():
    """A glossary page shows one language and names the others."""
    glossary, _ = validate(read_data(FIXTURE / "docs/glossary.yml", "glossary.yml"), Glossary)
    (entry,) = glossary.terms
    assert [entry[code].term for code in ("sv", "da", "en")] == ["slinga", "dialogsløjfe", "loop"]
    assert [entry[code].working for code in ("sv", "da", "en")] == [False, True, False]
    assert entry.outside is False
    assert (entry.explain, entry.told_in) == (False, ())


def test_a_chapter_says_the_shorter_text_where_there_is_one():
    """The glossary's own text may also speak of false friends in other languages."""
    glossary, _ = validate(read_data(FIXTURE / "docs/glossary.yml", "glossary.yml"), Glossary)
    term = glossary.terms[0]["sv"]
    assert term.explanation == term.text == "Några samtal."
    assert term.model_copy(update={"short": "Samtal."}).explanation == "Samtal."


@pytest.mark.parametrize(
    ("facts", "ids"),
    [
        (1, ["fourum-01"]),
        (3, ["fourum-01", "fourum-02", "fourum-03"]),
        (100, [*(f"fourum-{n:02}" for n in range(1, 100)), "fourum-100"]),
    ],
)
def test_facts_are_numbered_from_01(facts, ids):
    """The register tells how many facts there are, and the names follow from it."""
    assert SourceText(**{**SOURCE, "facts": facts}).fact_ids == ids


@pytest.mark.parametrize("date", [None, "2017", "2017-05", "2017-05-24"])
def test_a_source_may_be_dated_as_far_as_known(date):
    """A year is enough, and an undated page has no date."""
    assert SourceText(**{**SOURCE, "date": date}).date == date


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{sv: En artikel, da: En artikel, en: An article}",
            "{sv: En artikel, da: En artikel}",
            ["sources.yml:7: sources.0.title.en: is missing"],
        ),
        (
            'date: "2017-05-24"',
            "date: 2017-05-24",
            [
                "sources.yml:6: sources.0.date: must be text; put quotes round it (you wrote 2017-05-24)"
            ],
        ),
        (
            "certainty: high",
            "certainty: hihg",
            ["sources.yml:11: outside.0.certainty: `hihg` is not known here; did you mean `high`?"],
        ),
        (
            "facts: 3",
            "facts: 0",
            ["sources.yml:3: sources.0.facts: must be more than 0 (you wrote 0)"],
        ),
        (
            "facts: 3",
            "facts: 300000000",
            ["sources.yml:3: sources.0.facts: must be 500 at the most (you wrote 300000000)"],
        ),
        (
            'date: "2017-05-24"',
            'date: "igår"',
            [
                "sources.yml:6: sources.0.date: must be a date such as 2026-11-23, a month or "
                "a year, in quotes (you wrote igår)"
            ],
        ),
        (
            "id: D6",
            "id: X6",
            [
                "sources.yml:10: outside.0.id: must be D or R and a number, such as `D6` (you wrote X6)"
            ],
        ),
        (
            "language: sv",
            "language: norsk",
            [
                "sources.yml:4: sources.0.language: `norsk` is not known here; "
                "write one of `sv`, `da`, `en`"
            ],
        ),
        (
            "outside:\n",
            "outsides:\n",
            [
                "sources.yml:1: outside: is missing",
                "sources.yml:9: unknown key `outsides`; did you mean `outside`?",
            ],
        ),
    ],
)
def test_a_mistake_in_the_sources_has_its_line(problems_in, old, new, expected):
    """The register is checked like front matter."""
    assert problems_in("sources.yml", Sources, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "working: true",
            "working: perhaps",
            ["glossary.yml:4: terms.0.da.working: must be `true` or `false` (you wrote perhaps)"],
        ),
        (
            "    en: {term: loop, text: A few talks.}\n",
            "",
            ["glossary.yml:2: terms.0.en: is missing"],
        ),
        (
            "id: loop",
            "id: Loop",
            [
                "glossary.yml:2: terms.0.id: must be small letters a-z, digits and single hyphens, "
                "such as `book-room` (you wrote Loop)"
            ],
        ),
    ],
)
def test_a_mistake_in_the_glossary_has_its_line(problems_in, old, new, expected):
    """Every notion has a word and an explanation in three languages."""
    assert problems_in("glossary.yml", Glossary, old, new) == expected


@pytest.mark.parametrize(
    ("name", "model", "block", "message"),
    [
        ("sources.yml", Sources, "sources", "two sources have the id `fourum`"),
        ("sources.yml", Sources, "outside", "two outside facts have the id `D6`"),
        ("glossary.yml", Glossary, "terms", "two terms have the id `loop`"),
    ],
)
def test_names_in_a_register_are_unique(tmp_path, name, model, block, message):
    """A link to a term, a source or a fact leads to one place."""
    values = yaml.safe_load((FIXTURE / "docs" / name).read_text(encoding="utf-8"))
    values[block].append(copy.deepcopy(values[block][0]))
    path = tmp_path / name
    path.write_text(yaml.safe_dump(values), encoding="utf-8")
    _, problems = validate(read_data(path, name), model)
    (problem,) = problems
    assert problem.message == f"{message}; give one of them another id"
    assert problem.field == f"{block}.{len(values[block]) - 1}"  # the later of the two
