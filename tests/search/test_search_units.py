"""What can be found, and that every place it leads to exists."""

from press.content.library import load
from press.content.markup import to_tree
from press.render.words import load_words
from press.search.units import PAGE, PRINTABLE, TERM, plain_text, units_of


def units(project, language="sv"):
    return units_of(load(project), load_words(project)[language])


def test_a_small_site(small):
    """Pages with their sections, printables and terms of the glossary."""
    found = units(small)
    tea = next(unit for unit in found if unit.url == "method-guide/tea/" and unit.kind == PAGE)
    assert tea.sections[0].lead and tea.sections[0].title == tea.title
    assert {unit.kind for unit in found} >= {PAGE, PRINTABLE}


def test_kinds_on_the_real_site(project):
    found = units(project, "da")
    cards = next(unit for unit in found if unit.sections[0].anchor == "relay-cards")
    assert (cards.kind, cards.url, cards.label) == (
        PRINTABLE,
        "da/method-guide/relay-questions/",
        "Kort",
    )
    assert cards.about == "Stafetspørgsmål"
    term = next(unit for unit in found if unit.sections[0].anchor == "service-user")
    assert (term.kind, term.url) == (TERM, "da/glossary/")
    assert "brukare" in term.sections[0].names


def test_text_of_a_page():
    """Marks and the engine's own names of boxes are not what a reader reads; words stay apart."""
    html = to_tree(
        "One\n\n- two\n- three [[D5]]\n\n!!! outside\n    four\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    assert plain_text(html) == "One two three four a b c d"


def test_a_printable_is_found_by_all_its_words(project):
    cards = next(u for u in units(project, "en") if u.sections[0].anchor == "relay-cards")
    assert "question" in cards.sections[0].text
    assert not cards.sections[0].text.startswith(cards.title)
