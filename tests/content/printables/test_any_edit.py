"""Whatever an author does to a printable of any kind, there is a chapter or a problem with its line."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content.chapter import Chapter
from press.content.frontmatter import parse
from press.content.kinds import KINDS
from press.content.validate import validate
from small_site import WORKSHOP

FILES = sorted(WORKSHOP.glob("docs/sv/*/*.md"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
SOURCES = {name: parse(text, f"{name}.md") for name, text in TEXTS.items()}
WORDS = st.sampled_from(
    ["kind", "id", "title", "text", "blocks", "cards", "tabs", "parts", "rows", "fields", "chapter"]
)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-3, 40)
    | st.integers()
    | st.floats(allow_nan=False)
    | st.dates()
    | WORDS
    | st.text(max_size=60)
)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(WORDS | st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=10,
)
SLIPS = st.text(max_size=4) | st.sampled_from(
    [":", ": ", "- ", "\n", "\n\n", "\t", "  ", "'", '"', "[", "{", "}", "&a ", "*a", "!a ", "#", "|"]
)  # fmt: skip


def changed(values, place, new):
    """Return values with what stands at place replaced."""
    if not place:
        return new
    copy = dict(values) if isinstance(values, dict) else list(values)
    copy[place[0]] = changed(values[place[0]], place[1:], new)
    return copy


def answered(text):
    """Fail unless a text is a chapter, or a list of problems with lines of the text."""
    source = parse(text, "a.md")
    problems = source.problems
    if not problems:
        made, problems = validate(source, Chapter)
        assert (made is None) == bool(problems)
    last = text.count("\n") + 1
    assert all(1 <= problem.line <= last and problem.message for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_any_value_at_any_place_is_answered(name, data):
    """Wrong types, wrong words, too much, too little, at every depth."""
    source = SOURCES[name]
    place = data.draw(st.sampled_from([place for place in source.lines if place]))
    values = changed(source.values, place, data.draw(ANYTHING))
    answered(f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n{source.body}")


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_any_slip_of_the_hand_is_answered(name, data):
    """Letters put in or lost anywhere in the front matter, line breaks and indents too."""
    text = TEXTS[name]
    end = text.index("\n---\n", 4)
    at, gone = data.draw(st.integers(4, end)), data.draw(st.integers(0, 10))
    answered(text[:at] + data.draw(SLIPS) + text[at + gone :])


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_any_key_left_out_is_answered(name, data):
    """Each key in its turn, wherever it stands."""
    source = SOURCES[name]
    keys = [place for place in source.lines if place and isinstance(place[-1], str)]
    *block, key = data.draw(st.sampled_from(keys))
    inner = source.values
    for step in block:
        inner = inner[step]
    less = {name: value for name, value in inner.items() if name != key}
    values = changed(source.values, tuple(block), less)
    answered(f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n{source.body}")


def test_the_workshop_has_every_kind():
    """A new kind comes with a text to be edited here."""
    kinds = {p["kind"] for source in SOURCES.values() for p in source.values["printables"]}
    assert kinds | {"checklist", "folder"} == set(KINDS)
