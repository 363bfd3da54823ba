"""Advice on readiness: the points of the printable, no points counted, no grade."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content.tools import in_language, load_tools, tool_sources
from press.project import LANGUAGES, Project
from press.tools import readiness
from press.tools.state import clean
from small_site import ROOT

TOOL = load_tools(tool_sources(Project(ROOT)))[0]["readiness-advice"]
RULES = in_language(TOOL.rules, "en")
POINTS = [point for risk in RULES["risks"] for point in risk["points"]]
ANSWERS = ("", "stands", "partly", "lacks", "unknown")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_points_are_those_of_the_printable(language: str) -> None:
    """The same twelve, in the same three groups under the same headings, word for word."""
    path = ROOT / f"docs/{language}/starter-pack/readiness-and-stall-risks.md"
    front = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
    groups = front["printables"][0]["groups"]
    titles = {table.id: table.title[language] for table in TOOL.results}
    assert len(POINTS) == 12
    assert sorted(RULES["order"]) == sorted(POINTS)
    for risk, group in zip(RULES["risks"], groups, strict=True):
        assert titles[risk["id"]] == group["title"]
        theirs = {line["id"].replace("-", "_"): line["text"] for line in group["items"]}
        assert list(theirs) == risk["points"]
        for point, text in theirs.items():
            assert TOOL.by_id[point].label[language] == text
            assert TOOL.words[f"p_{point}"][language] == text


@settings(max_examples=200, deadline=None)
@given(filled=st.fixed_dictionaries({point: st.sampled_from(ANSWERS) for point in POINTS}))
def test_nothing_is_counted(filled: dict[str, str]) -> None:
    """No result has a number; every answer stands in one place; at most three things come first."""
    result = readiness.work_out(clean(TOOL, filled), RULES, "2027-01-01")
    assert not re.search(r"\d", json.dumps(result))
    tables = result["tables"]
    told = {row["cells"][0]["say"] for name in tables if name != "first" for row in tables[name]}
    assert told == {f"p_{point}" for point, answer in filled.items() if answer}
    assert len(tables["first"]) <= 3


def test_no_word_of_the_result_speaks_of_points_or_grades() -> None:
    """Only one sentence names a grade, to say that there is none."""
    for name, texts in TOOL.words.items():
        said = " ".join(texts[language] for language in LANGUAGES)
        assert not re.search(r"[\d%]", said)
        assert name == "no_grade" or not re.search(r"betyg|karakter|grade|score|poäng", said)
