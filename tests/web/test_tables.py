"""Tables for keyboards, screen readers and narrow screens."""

from press.web.html import text, tree
from press.web.tables import wrap_tables

WRAP = '<div class="table-wrap" role="region" tabindex="0" aria-label="Table {n}, rolls">'
TABLE = '<table class="table">'


def wrapped(html):
    root = tree(html)
    wrap_tables(root, lambda name: f"{name}, rolls", lambda number: f"Table {number}")
    return text(root)


def test_a_table_stands_in_a_scroller_with_a_name():
    """Keyboard users can scroll a wide table, and screen readers say what it is."""
    assert wrapped("<table><tr><td>1</td></tr></table>") == (
        f"{WRAP.format(n=1)}{TABLE}<tr><td>1</td></tr></table></div>"
    )


def test_tables_are_numbered_and_the_text_between_stays():
    """Each scroller has a name of its own, and nothing else of the page moves."""
    table = "<table><tr><td>1</td></tr></table>"
    inside = f"{TABLE}<tr><td>1</td></tr></table></div>"
    assert wrapped(f"<p>a</p>{table} b {table}<p>c</p>") == (
        f"<p>a</p>{WRAP.format(n=1)}{inside} b {WRAP.format(n=2)}{inside}<p>c</p>"
    )


def test_a_table_with_a_caption_is_called_by_it():
    """A number says less than what the author wrote."""
    made = wrapped("<table><caption> Times </caption><tr><td>1</td></tr></table>")
    assert 'aria-label="Times, rolls"' in made


def test_head_cells_say_whether_they_head_a_column_or_a_row():
    """A screen reader reads the right heads with each cell."""
    made = wrapped(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><th>r</th><td>1</td></tr></tbody></table>"
    )
    assert '<th scope="col">A</th><th scope="col">B</th>' in made
    assert '<th scope="row">r</th><td>1</td>' in made


def test_an_empty_head_cell_is_no_head():
    """The corner of a table heads nothing."""
    made = wrapped("<table><thead><tr><th> </th><th>A</th></tr></thead></table>")
    assert '<tr><td> </td><th scope="col">A</th></tr>' in made


def test_alignment_is_a_class():
    """How a cell is aligned is left to the style sheet."""
    made = wrapped(
        '<table><thead><tr><th style="text-align: right;">A</th></tr></thead>'
        '<tbody><tr><td style="text-align: center;">1</td><td style="color: red">2</td></tr></tbody>'
        "</table>"
    )
    assert '<th scope="col" class="align-right">A</th>' in made
    assert '<td class="align-center">1</td><td>2</td>' in made
    assert "style" not in made


def test_a_page_without_tables_stays():
    """Nothing to wrap is nothing to change."""
    assert wrapped("<p>a</p>b") == "<p>a</p>b"
