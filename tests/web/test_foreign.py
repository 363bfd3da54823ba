"""Names of another language are marked with it."""

import pytest

from press.web.foreign import mark_foreign, mark_foreign_text
from press.web.html import text, tree

MARK = '<span lang="sv">Delaktighetsmodellen</span>'


def marked(fragment, language="da"):
    root = tree(fragment)
    mark_foreign(root, language)
    return text(root)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<h1>Delaktighetsmodellen</h1>", f"<h1>{MARK}</h1>"),
        ("<p>Hvad er Delaktighetsmodellen?</p>", f"<p>Hvad er {MARK}?</p>"),
        ("<p><b>A</b> Delaktighetsmodellen <i>b</i></p>", f"<p><b>A</b> {MARK} <i>b</i></p>"),
        (
            "<p>Delaktighetsmodellen, Delaktighetsmodellen og Digitaliseringsstyrelsen</p>",
            f"<p>{MARK}, {MARK} og Digitaliseringsstyrelsen</p>",
        ),
    ],
)
def test_a_name_is_marked_wherever_it_stands(before, after):
    """In headings, before, between and after other elements; never in its own language."""
    assert marked(before) == after


@pytest.mark.parametrize(
    "fragment",
    [
        '<p><em lang="sv">Delaktighetsmodellen</em></p>',
        '<section lang="sv"><p>Delaktighetsmodellen</p></section>',
        "<p><code>Delaktighetsmodellen</code></p>",
        "<p><textarea>Delaktighetsmodellen</textarea></p>",
        "<p>Delaktighetsmodellens</p>",
    ],
)
def test_what_is_marked_already_or_part_of_another_word_stays(fragment):
    """No span in a span, none in code."""
    assert marked(fragment) == fragment


def test_a_page_in_the_names_own_language_is_left_alone():
    """Swedish on a Swedish page is no foreign word; Danish is."""
    assert marked("<p>Delaktighetsmodellen</p>", "sv") == "<p>Delaktighetsmodellen</p>"
    assert marked("<p>Digitaliseringsstyrelsen</p>", "sv") == (
        '<p><span lang="da">Digitaliseringsstyrelsen</span></p>'
    )


def test_a_text_of_the_interface_is_marked_too():
    """The foot of every page says the model's name."""
    assert mark_foreign_text("Om Delaktighetsmodellen.", "da") == f"Om {MARK}."
    assert mark_foreign_text("Om Delaktighetsmodellen.", "sv") == "Om Delaktighetsmodellen."
