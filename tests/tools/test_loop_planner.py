"""The loop planner says the same as the sheets that do its work on paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content.tools import in_language, load_tools, tool_sources
from press.project import LANGUAGES, Project
from press.render.words import load_words
from press.tools import loop
from press.tools.state import clean
from small_site import ROOT

PROJECT = Project(ROOT)
TOOL = load_tools(tool_sources(PROJECT))[0]["loop-planner"]
RULES = in_language(TOOL.rules, "en")
# What the lines of the tool are called on the sheets.
COUNT_BACK = {
    **{name: name for name in ("open", "guides", "book", "cover", "visit", "tell")},
    "proposals": "proposals",
    "answer": "answer",
}
BOOKING = {"answers": "answers", "next_loop": "next-loop"}


def sheet(language: str, name: str) -> dict[str, dict[str, str]]:
    """Return the lines of a checklist in the chapter about booking."""
    path = f"docs/{language}/starter-pack/book-the-meetings.md"
    front = (ROOT / path).read_text(encoding="utf-8").split("\n---\n")[0]
    printables = yaml.safe_load(front)["printables"]
    found = next(one for one in printables if one["id"] == name)
    return {line["id"]: line for group in found["groups"] for line in group["items"]}


def weeks(lines: dict[str, dict[str, str]], name: str, since: str) -> int:
    """Return how many weeks a line of a sheet stands after another."""
    when, start = (int(lines[one]["when"].removesuffix("w")) for one in (name, since))
    return when - start


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_is_that_of_the_sheets(language: str) -> None:
    """The same words and the same roles as on the sheets, in each language."""
    words = load_words(PROJECT)[language]
    roles = {task["id"]: task["role"] for task in RULES["tasks"]}
    for sheet_name, names in (("count-back-list", COUNT_BACK), ("booking-list", BOOKING)):
        lines = sheet(language, sheet_name)
        for ours, theirs in names.items():
            assert TOOL.words[f"t_{ours}"][language] == lines[theirs]["text"]
            assert roles[ours] == lines[theirs]["role"].replace("-", "_")
    for role in set(roles.values()):
        ours, theirs = TOOL.words[role][language], words[f"role_{role.replace('_', '-')}"]
        assert (
            ours[:1].lower() + ours[1:] == theirs
        )  # it begins a cell here and stands in one there


def test_the_weeks_are_those_of_the_sheets() -> None:
    """Counted from the same meeting, or from the decision."""
    back, booking = sheet("sv", "count-back-list"), sheet("sv", "booking-list")
    for task in RULES["tasks"]:
        match task["from"]:
            case "user_1":
                assert task["weeks"] == weeks(back, task["id"], "user-1")
            case "decision":
                assert task["weeks"] == int(back[task["id"]]["when"].removesuffix("w"))
            case "no_decision" | "joint":
                assert task["weeks"] == weeks(booking, BOOKING[task["id"]], "joint-meeting")
    assert RULES["decision_days"] == -7 * int(back["joint"]["when"].removesuffix("w"))
    assert RULES["think_days"] == 7 * weeks(back, "user-1", "tell")


@settings(max_examples=200, deadline=None)
@given(
    first=st.dates(date(1995, 1, 1), date(2150, 1, 1)),
    rhythm=st.integers(1, 28),
)
def test_the_order_is_always_the_method_s(first: date, rhythm: int) -> None:
    """Whatever day and rhythm: the meetings follow each other, evenly, with a week to think first."""
    given_ = clean(TOOL, {"first_day": first.isoformat(), "rhythm": rhythm})
    result = loop.work_out(given_, RULES, "1990-01-01")
    days = {one["id"]: date.fromisoformat(one["day"]) for one in result["picture"]["meetings"]}
    assert list(days) == [*RULES["meetings"], "follow_1", "follow_2"]
    assert days["information"] == first
    assert days["user_1"] - first == timedelta(max(7, rhythm))
    assert days["joint"] - days["user_1"] == timedelta(3 * rhythm)
    assert not [one for one in result["notices"] if one["level"] == "stop"]


def test_what_rests_on_outside_sources_says_so() -> None:
    """In the words of the result too, not only on the page."""
    for word in ("span_long", "manager_missing"):
        texts = TOOL.words[word]
        assert "våra källor" in texts["sv"]
        assert "vores kilder" in texts["da"]
        assert "our sources" in texts["en"]


def test_the_data_file_has_no_word_that_nothing_says() -> None:
    """Every word is said by the rules or by the script."""
    used = (ROOT / "scripts/press/tools/loop.py").read_text(encoding="utf-8")
    used += (ROOT / "overrides/assets/js/tool-loop-planner.js").read_text(encoding="utf-8")
    built = ("day_", "m_", "who_", "t_", "r_")
    roles = {task["role"] for task in RULES["tasks"]}
    unsaid = {w for w in TOOL.words if f'"{w}"' not in used and not w.startswith(built)}
    assert unsaid <= roles
