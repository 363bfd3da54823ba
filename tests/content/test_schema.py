"""What the models say about themselves."""

import datetime
from typing import Annotated, Literal

import pytest
from pydantic import Field

from press.content.chapter import Chapter, Door, Home
from press.content.frontmatter import read
from press.content.kinds import KINDS, Printable
from press.content.printables.checklist import Checklist, FillIn, Group, Item
from press.content.printables.folder import BackPanel, Folder, Panel, Panels
from press.content.registers import Sources
from press.content.schema import (
    choices_in,
    is_translated,
    keys_at,
    kinds_of,
    markup_in,
    models_in,
    unwrap,
)
from press.content.validate import validate
from small_site import FIXTURE


@pytest.mark.parametrize(
    ("annotation", "types"),
    [
        (str, [str]),
        (Annotated[str, "x"], [str]),
        (int | None, [int]),
        (tuple[int, ...], [int]),
        (tuple[Annotated[int | str, "x"], ...] | None, [int, str]),
        (Literal["a"] | None, [Literal["a"]]),
        (Printable, list(KINDS.values())),
    ],
)
def test_wrappings_are_taken_off(annotation, types):
    """Annotations, unions, tuples and None are no types of their own to an author."""
    assert list(unwrap(annotation)) == types


@pytest.mark.parametrize(
    ("annotation", "models"),
    [
        (str, []),
        (tuple[Item, ...], [Item]),
        (tuple[Printable, ...], list(KINDS.values())),
        (Annotated[Panel | None, Field()], [Panel]),
        (datetime.date, []),
    ],
)
def test_the_blocks_inside_a_field_are_found(annotation, models):
    """A field that holds blocks leads to their keys."""
    assert models_in(annotation) == models


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Literal["a", "b"], ["a", "b"]),
        (tuple[Literal["a"], ...], ["a"]),
        (Literal["a"] | None, ["a"]),
        (str, []),
    ],
)
def test_the_words_of_a_field_are_found(annotation, words):
    """A free field has no words, a limited one has them in the order they were written."""
    assert choices_in(annotation) == words


@pytest.mark.parametrize(
    ("model", "location", "kind", "expected"),
    [
        (Chapter, (), "", Chapter),
        (Chapter, ("printables", 0), "checklist", Checklist),
        (Chapter, ("printables", 1), "folder", Folder),
        (Chapter, ("printables", 0, "groups", 0), "", Group),
        (Chapter, ("printables", 0, "groups", 0, "items", 3), "", Item),
        (Chapter, ("printables", 0, "fields", 0), "", FillIn),
        (Chapter, ("printables", 0, "panels"), "", Panels),
        (Chapter, ("printables", 0, "panels", "flap"), "", Panel),
        (Chapter, ("printables", 0, "panels", "back"), "", BackPanel),
        (Home, ("doors", 0), "", Door),
    ],
)
def test_the_keys_of_a_block_are_those_of_its_model(model, location, kind, expected):
    """Suggestions for a misspelt key come from the very block it stands in."""
    assert keys_at(model, location, kind) == sorted(expected.model_fields)


@pytest.mark.parametrize("kind", ["", "zzz"])
def test_a_printable_of_no_known_kind_may_have_the_keys_of_all(kind):
    """As long as the kind is unclear, every kind's keys are suggested."""
    every = {key for model in KINDS.values() for key in model.model_fields}
    assert keys_at(Chapter, ("printables", 0), kind) == sorted(every)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_named_once(name):
    """The list of kinds and the models agree on the word that authors write."""
    assert kinds_of(KINDS[name]) == [name]


@pytest.mark.parametrize(
    ("model", "name", "translated"),
    [
        (Chapter, "title", True),
        (Chapter, "edition", True),
        (Chapter, "id", False),
        (Chapter, "audience", False),
        (Chapter, "facts", False),
        (Chapter, "printables", False),
        (Home, "tagline", True),
        (Door, "link", False),
        (Door, "text", True),
        (Checklist, "start", True),
        (Item, "note", True),
        (Item, "role", False),
        (Item, "when", False),
        (BackPanel, "contact", True),
        (Panel, "text", True),
        (Sources, "sources", False),
    ],
)
def test_it_is_known_which_words_differ_between_languages(model, name, translated):
    """Texts are translated; ids, choices, times and links are not."""
    assert is_translated(model, name) is translated


def test_every_text_with_markdown_is_found_wherever_it_stands():
    """What is drawn as Markdown is checked as Markdown, panel by panel."""
    chapter, _ = validate(read(FIXTURE / "docs/sv/method-guide/tea.md", "tea.md"), Chapter)
    found = dict(markup_in(chapter))
    assert list(found) == [
        ("printables", 1, "panels", name, "text")
        for name in ("cover", "inside_1", "inside_2", "inside_3", "flap", "back")
    ]
    assert found["printables", 1, "panels", "inside_1", "text"] == "Te är **varmt**."


def test_a_page_without_panels_has_no_markdown_in_its_front_matter():
    """Titles and summaries are plain text."""
    home, _ = validate(read(FIXTURE / "docs/sv/index.md", "index.md"), Home)
    assert list(markup_in(home)) == []
