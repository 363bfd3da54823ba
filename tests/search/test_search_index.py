"""What the index counts, and how its size grows."""

from press.search.index import PARTS, make_index
from press.search.units import PAGE, PRINTABLE, Section, Unit


def page(title, *sections, kind=PAGE):
    return Unit(f"{title}/", title, kind, sections=[Section("", title), *sections])


def worth(index, key, form):
    return {(unit, section): worth for unit, section, worth in index.forms[key][form]}


def test_title_before_heading_before_text():
    units = [
        page("Fråga"),
        page("Annat", Section("a", "Fråga")),
        page("Tredje", Section("b", "B", "fråga")),
    ]
    found = worth(make_index(units, "sv"), "frag", "fråga")
    assert found[0, 0] > found[1, 1] > found[2, 1]


def test_page_before_printable():
    found = worth(make_index([page("Kort", kind=PRINTABLE), page("Kort")], "sv"), "kort", "kort")
    assert found[1, 0] > found[0, 0]


def test_forms_are_kept_apart_and_parts_are_marked():
    index = make_index([page("Stafettfrågor"), page("Frågan"), page("Stafett")], "sv")
    assert set(index.forms["frag"]) == {"frågan", PARTS}
    assert worth(index, "frag", PARTS).keys() == {(0, 0)}


def test_a_heading_on_every_page_says_little():
    often = [page(f"S{n}", Section("more", "Läs vidare")) for n in range(9)]
    once = make_index([page("A", Section("x", "Läs vidare"))], "sv").forms["vid"]["vidare"][0][2]
    assert max(w for *_, w in make_index(often, "sv").forms["vid"]["vidare"]) < once


def test_a_title_of_small_words_is_found():
    """`Who does what` has no other words."""
    index = make_index(
        [page("Who does what?"), page("Tea", Section("a", "Tea", "who does what"))], "en"
    )
    assert worth(index, "what", "what").keys() == {(0, 0)}
