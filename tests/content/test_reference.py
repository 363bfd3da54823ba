"""The authors' reference, written out of the models."""

import pytest

from press.content.chapter import Chapter, Home, Page
from press.content.profile import Profile
from press.content.reference import reference
from press.content.register import Register
from press.content.schema import models_in


def _within(model, found):
    """Collect a model and every block inside it, each once."""
    if model not in found:
        found.append(model)
        for field in model.model_fields.values():
            for inner in models_in(field.annotation):
                _within(inner, found)
    return found


MODELS = [model for top in (Chapter, Home, Page, Profile, Register) for model in _within(top, [])]
MODELS = list(dict.fromkeys(MODELS))


@pytest.fixture(scope="module")
def text():
    """The reference as it is written now."""
    return reference()


@pytest.fixture(scope="module")
def rows(text):
    """The rows of all tables as lists of cells, without heads."""
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in text.split("\n")
        if line.startswith("| `")
    ]
    return [(name.strip("` "), what, rules) for name, what, rules in cells]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_block_is_described(rows, model):
    """An author finds each key that a block may have, in the model's order."""
    names = list(model.model_fields)
    written = [name for name, _, _ in rows]
    starts = range(len(written) - len(names) + 1)
    assert any(written[n : n + len(names)] == names for n in starts)


def test_every_field_says_what_it_is(rows):
    """A name alone explains nothing."""
    assert [name for name, what, _ in rows if not what] == []


def test_fields_that_may_be_left_out_are_told(rows):
    """The reference and the models agree on what is required."""
    optional = [
        name for model in MODELS for name, field in model.model_fields.items()
        if not field.is_required()
    ]  # fmt: skip
    told = [name for name, _, rules in rows if "may be left out" in rules]
    assert sorted(told) == sorted(optional)


def test_a_municipalitys_profile_is_described_too(text, rows):
    """Under its own heading, at the end, with its blocks."""
    heads = [line for line in text.split("\n") if line.startswith("##")]
    place = heads.index("## A municipality's edition: `editions/<name>.yml`")
    assert heads[place + 1 :] == ["### `contact`", "### `logo`"]
    assert ("languages", "Languages to print in. One of `sv`, `da`, `en`.", "") in rows
    assert (
        "contact",
        "Whom to ask; stands in the contact box.",
        "at most 3 entries",
    ) in rows


@pytest.mark.parametrize(
    "row",
    [
        ("title", "Heading of the page.", "translated, at most 80 characters"),
        ("primary_language", "The language it was first written in. One of `sv`, `da`, `en`.", ""),
        ("kind", "Always `checklist`.", ""),
        (
            "fields",
            "Lines to fill in at the top, three at the most.",
            "may be left out, at most 3 entries",
        ),
        ("contact", "Labels of the blank contact box.", "translated, at most 4 entries"),
        (
            "note",
            "A short explanation under the text.",
            "may be left out, translated, at most 240 characters",
        ),
        ("edition", "The day this text was last changed, such as `2026-11-23`.", "translated"),
    ],
    ids=lambda row: row[0],
)
def test_a_row_tells_the_rules_of_its_field(rows, row):
    """Length, choices and translation stand where the author looks them up."""
    assert row in rows


def test_every_table_stands_once(text):
    """A block that is used in several places is described in one."""
    heads = [line for line in text.split("\n") if line.startswith("##")]
    assert len(heads) == len(set(heads))
    assert "### `cover` in `panels`" in heads
    assert not any("`flap`" in head for head in heads)


def test_no_python_shows(text):
    """The reference needs no Python to understand."""
    assert [
        word for word in ("None", "Annotated", "tuple", "<class", "Literal") if word in text
    ] == []


def test_the_reference_is_the_same_every_time(text):
    """`press reference --check` compares text with text."""
    assert reference() == text
    assert text.endswith("|\n")
