"""The rules of every tool, against what was worked out by hand and against whatever may be filled in."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.content.tools import Answer, FieldInput, MatrixInput, TableInput, Tool, in_language
from press.project import LANGUAGES
from press.tools import RULES
from press.tools.shape import words_used
from press.tools.state import clean
from toolbox import ANY_DAY, day_of, tools, vectors

ALL = [(name, vector) for name in sorted(RULES) for vector in vectors(name)]


@pytest.mark.parametrize(("name", "vector"), ALL, ids=[f"{n}: {v['name']}" for n, v in ALL])
def test_what_comes_of_what(name: str, vector: dict[str, Any]) -> None:
    """Rules come to what their vectors say; what a vector leaves out may be anything."""
    tool = tools()[name]
    filled = clean(tool, in_language(vector["input"], "en"))
    result = RULES[name](filled, in_language(tool.rules, "en"), day_of(vector))
    assert {key: result[key] for key in vector["result"]} == vector["result"]


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_tool_has_enough_vectors(name: str) -> None:
    """Each tool has a file and at least eight vectors, no two of the same name."""
    names = [vector["name"] for vector in vectors(name)]
    assert len(set(names)) == len(names)
    assert len(names) >= 8, f"tests/tools/{name}.yml"


@pytest.mark.parametrize("name", sorted(RULES))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_rules_take_anything(name: str, data: st.DataObject) -> None:
    """Whatever is filled in, rules come to plain values, known words and rows as wide as their heads."""
    tool = tools()[name]
    filled = clean(tool, data.draw(inputs(tool)))
    assert clean(tool, filled) == filled
    for language in LANGUAGES:
        result = RULES[name](filled, in_language(tool.rules, language), ANY_DAY)
        assert json.loads(json.dumps(result, allow_nan=False)) == result
        assert words_used(result) <= set(tool.words)
        assert {one["level"] for one in result["notices"]} <= {"stop", "mind", "good", "note"}
        wide = {table.id: len(table.columns) for table in tool.results}
        assert set(result["tables"]) <= set(wide)
        for table, rows in result["tables"].items():
            assert {len(row["cells"]) for row in rows} <= {wide[table]}


_TEXTS = st.sampled_from(["", "A", "B", "A B", "å ö", "{name}", "<b>", "  x "]) | st.text(
    alphabet=st.characters(
        codec="utf-8", exclude_characters="\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    ),
    max_size=12,
)
_DAYS = st.integers(-400, 800).map(lambda n: (date(2027, 1, 1) + timedelta(n)).isoformat())


def answers(asked: Answer) -> st.SearchStrategy[Any]:
    """Return what may be filled in in one place."""
    if asked.kind == "tick":
        return st.booleans()
    if asked.kind == "date":
        return st.just("") | _DAYS
    if asked.kind == "choice":
        return st.sampled_from(["", *(option.id for option in asked.options)])
    if asked.kind == "number":
        low = asked.low if asked.low is not None else -100.0
        high = asked.high if asked.high is not None else 1000.0
        if asked.step == int(asked.step):
            return st.none() | st.integers(int(low), int(high))
        steps = int((high - low) / asked.step)
        return st.none() | st.integers(0, steps).map(lambda n: round(low + n * asked.step, 6))
    return _TEXTS.map(lambda text: text.strip()[: asked.most])


def inputs(tool: Tool) -> st.SearchStrategy[dict[str, Any]]:
    """Return what may be filled in in a whole tool."""
    places: dict[str, st.SearchStrategy[Any]] = {}
    for one in tool.inputs:
        if isinstance(one, FieldInput):
            places[one.id] = answers(one)
        elif isinstance(one, TableInput):
            row = st.fixed_dictionaries({column.id: answers(column) for column in one.columns})
            places[one.id] = st.lists(row, max_size=min(one.most, 5))
        elif isinstance(one, MatrixInput):
            pairs = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda p: f"{p[0]}>{p[1]}")
            places[one.id] = st.dictionaries(pairs, answers(one.cell), max_size=20)
    return st.fixed_dictionaries(places)
