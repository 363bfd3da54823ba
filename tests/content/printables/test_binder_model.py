"""Binders as authors write them, and what can lie in one."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.kinds import KINDS
from press.content.printables.binder import Binder, fits_binder
from press.content.printables.checklist import Checklist
from press.content.printables.worksheet import Worksheet

TABS = [{"id": "first", "title": "First"}, {"id": "second", "title": "Second"}]


def binder(**changes):
    values = {
        "kind": "binder",
        "id": "tea-binder",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "spine": "Tea",
        "tabs": TABS,
    }
    return Binder(**(values | changes))


def errors(**changes):
    with pytest.raises(ValidationError) as found:
        binder(**changes)
    return [(error["type"], error["loc"], error["msg"]) for error in found.value.errors()]


def test_a_tab_may_be_empty():
    """Readers put their own papers behind it."""
    (tab, _) = binder().tabs
    assert (tab.note, tab.chapters, tab.printables, tab.own) == (None, (), (), ())


def test_tabs_may_not_share_an_id():
    """The register's fields are named by it."""
    assert "two tabs have the id `first`" in errors(tabs=[TABS[0], TABS[0]])[0][2]


@pytest.mark.parametrize("key", ["chapters", "printables"])
def test_nothing_lies_behind_a_tab_twice(key):
    """Two lines of the register would be one field; behind two tabs it may lie."""
    twice = [TABS[0] | {key: ["tea", "tea"]}, TABS[1]]
    assert "`tea` lies behind the tab `first` twice" in errors(tabs=twice)[0][2]
    assert binder(tabs=[tab | {key: ["tea"]} for tab in TABS])


def test_a_chapter_and_a_printable_of_one_tab_may_share_an_id():
    """Chapters and printables are named apart from each other in the whole site."""
    assert binder(tabs=[TABS[0] | {"chapters": ["tea"], "printables": ["tea"]}, TABS[1]])


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [
        ("tabs", TABS[:1], ("tabs",)),
        ("tabs", [{"id": f"t{n}", "title": "T"} for n in range(13)], ("tabs",)),
        ("tabs", [TABS[0], TABS[1] | {"own": list("abcdefg")}], ("tabs", 1, "own")),
        ("tabs", [TABS[0], TABS[1] | {"title": "x" * 41}], ("tabs", 1, "title")),
        ("spine", "x" * 33, ("spine",)),
        ("spine", " ", ("spine",)),
    ],
)
def test_what_is_missing_or_too_much(key, value, at):
    """Two tabs to twelve, six own lines, 32 characters on the spine."""
    assert errors(**{key: value})[0][1] == at


def test_a_binder_holds_what_is_on_a4():
    """Letters and link sheets always are, checklists and worksheets when they say so; nothing else."""
    fit = {name for name, model in KINDS.items() if fits_binder(model.model_construct(paper="A4"))}
    assert fit == {"checklist", "letter", "links", "worksheet"}
    assert not fits_binder(Worksheet.model_construct(paper="A3"))
    assert not fits_binder(Worksheet.model_construct(paper="A5"))
    assert not fits_binder(Checklist.model_construct(paper="A5"))
