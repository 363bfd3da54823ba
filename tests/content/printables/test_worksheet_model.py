"""Worksheets and letters as authors write them."""

import datetime

import pytest
from pydantic import ValidationError

from press.content.printables.letter import Letter
from press.content.printables.worksheet import Worksheet

LINES = {"kind": "lines", "id": "why"}
TABLE = {"kind": "table", "id": "who", "columns": [{"id": "name", "label": "Name"}]}


def made(model=Worksheet, **changes):
    values = {
        "kind": model.__name__.lower(),
        "id": "tea-sheet",
        "title": "Tea",
        "summary": "About tea.",
        "edition": datetime.date(2026, 1, 2),
        "blocks": [LINES],
    }
    return model(**(values | changes))


def errors(model=Worksheet, **changes):
    with pytest.raises(ValidationError) as found:
        made(model, **changes)
    return [error["msg"] for error in found.value.errors()]


def test_a_sheet_is_a4_upright_unless_it_says_so():
    """Any office printer can print it."""
    sheet = made()
    assert (sheet.paper, sheet.landscape, sheet.easy_read) == ("A4", False, False)
    assert sheet.blocks[0].lines == 3


def test_a_table_needs_rows():
    """A table without rows has no place to write."""
    assert "has no rows" in errors(blocks=[TABLE])[0]
    assert made(blocks=[TABLE | {"empty_rows": 2}]).blocks[0].empty_rows == 2


def test_no_two_blocks_have_the_same_id():
    """Form fields are named by them."""
    assert "why" in errors(blocks=[LINES, LINES])[0]


def test_no_two_parts_of_a_block_have_the_same_id():
    """Form fields are named by them too."""
    rows = [{"id": "boil", "label": "Boil"}] * 2
    assert "boil" in errors(blocks=[TABLE | {"rows": rows}])[0]


MATRIX = {"kind": "matrix", "id": "see", "rows": "From", "columns": "To"}
RING = {"kind": "bubbles", "id": "ring", "middle": "Pot", "around": "Guest"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"landscape": True}, "stands upright; take `landscape` away"),
        ({"blocks": [LINES, RING]}, "the circles of `ring` are too small on A5"),
        ({"blocks": [MATRIX | {"size": 6}]}, "the cells of `see` are too narrow on A5"),
    ],
)
def test_a5_refuses_what_would_be_too_small_to_write_in(changes, said):
    """On A4 each of them is fine."""
    assert made(**changes)
    assert said in errors(paper="A5", **changes)[0]


def test_a5_takes_what_fits():
    """Lines, and a matrix whose cells are as wide as the narrowest on A4."""
    assert made(paper="A5", blocks=[LINES, MATRIX | {"size": 5}]).paper == "A5"


@pytest.mark.parametrize("kind", ["matrix", "bubbles", "canvas", "timeline"])
def test_a_letter_has_no_drawings(kind):
    """Its Word file could not show them."""
    assert (
        "does not match any of the expected tags"
        in errors(Letter, blocks=[{"kind": kind, "id": "x"}])[0]
    )
