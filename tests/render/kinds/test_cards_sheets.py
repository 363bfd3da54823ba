"""Which page of the reading copy goes where on the sheets to cut."""

import datetime

from press.content.printables.cards import Cards
from press.render.kinds.cards import is_one_sided, sheets

FACE = {"title": "Boil", "text": "Water."}


def cards(*made, back=None):
    return Cards(
        kind="cards",
        id="tea-cards",
        title="Tea",
        summary="About tea.",
        edition=datetime.date(2026, 1, 2),
        cards=[{"id": f"c{n}", "front": FACE} | card for n, card in enumerate(made)],
        back=back,
    )


def test_backs_change_columns_and_keep_their_rows():
    """The sheet is turned over its long edge."""
    assert sheets(cards({}, {}, {}, {}, back=FACE)) == [[1, 3, 5, 7], [4, 2, 8, 6]]


def test_copies_stand_side_by_side():
    """Four copies of one card fill a sheet."""
    assert sheets(cards({"copies": 4, "back": FACE})) == [[1, 1, 1, 1], [2, 2, 2, 2]]


def test_what_is_left_goes_on_a_sheet_with_empty_places():
    """The back of the last card lies behind it, not beside it."""
    made = cards({"copies": 4}, {}, back=FACE)
    assert sheets(made) == [[1, 1, 1, 1], [2, 2, 2, 2], [3, 0, 0, 0], [0, 4, 0, 0]]


def test_without_any_back_there_are_fronts_only():
    """Nobody turns paper for nothing."""
    made = cards({"copies": 3}, {"copies": 2})
    assert is_one_sided(made)
    assert sheets(made) == [[1, 1, 1, 2], [2, 0, 0, 0]]


def test_one_back_is_enough_for_every_sheet_to_have_two_sides():
    """Else the printer would put the next fronts where backs belong."""
    made = cards({"copies": 4}, {"back": FACE})
    assert not is_one_sided(made)
    assert sheets(made) == [[1, 1, 1, 1], [0, 0, 0, 0], [2, 0, 0, 0], [0, 3, 0, 0]]
