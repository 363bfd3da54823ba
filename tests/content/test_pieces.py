"""A page's texts one by one, and their marks."""

from press.content.chapter import Page
from press.content.frontmatter import parse
from press.content.library import load
from press.content.pieces import is_section, pieces_of
from press.content.validate import validate
from small_site import add_questions

HEAD = "---\nid: about\ntitle: T\nsummary: S.\n---\n"


def pieces(body, head=HEAD):
    source = parse(head + body, "docs/sv/about.md")
    model, problems = validate(source, Page)
    assert model, problems
    return {piece.name: piece for piece in pieces_of(model, source)}


def test_every_text_of_a_chapter_has_a_name_with_ids(small):
    """Fields whose words differ between languages, by the ids of their blocks; nothing else."""
    add_questions(small)
    entry = load(small).entries["sv", "method-guide/tea"]
    found = {piece.name: piece for piece in pieces_of(entry.model, entry.source)}
    assert {
        "title",
        "summary",
        "questions.how-hot.options.warm.why",
        "printables.tea-list.groups.before.items.boil.text",
        "printables.tea-leaflet.panels.cover.text",
        "text",
        "text.så-gör-du",
    } <= set(found)
    last = {name.rpartition(".")[2] for name in found}
    assert not last & {"edition", "content", "changes", "id", "role"}
    line = found["printables.tea-list.groups.before.items.boil.text"].line
    assert "text:" in entry.source.whole.split("\n")[line - 1]


def test_spaces_and_line_breaks_change_no_mark():
    """A text may be wrapped anew."""
    one = pieces("One two\nthree.\n\n## Head\n\nMore.\n")
    other = pieces("One  two three.\n\n\n\n##  Head\nMore.\n", HEAD.replace("T\n", "  T\n"))
    assert {name: piece.mark for name, piece in one.items()} == {
        name: piece.mark for name, piece in other.items()
    }


def test_a_word_changes_the_mark_of_its_own_text_only():
    """The reader of a list learns which part is old."""
    one, other = (
        pieces("A.\n\n## B\n\nC.\n\n### D\n\nE.\n"),
        pieces("A.\n\n## B\n\nC!\n\n### D\n\nE.\n"),
    )
    assert [name for name in one if one[name].mark != other[name].mark] == ["text.b"]


def test_sections_are_called_by_their_headings():
    """Twins are numbered, marks and braces are left out, code is no heading, and each knows its line."""
    body = "## A *b*, c?{: #x }\n\n```\n## no\n```\n\n## A b c\n\n## …\n"
    found = pieces(body)
    assert [(name, piece.line) for name, piece in found.items() if is_section(name)] == [
        ("text.a-b-c", 6),
        ("text.a-b-c-2", 12),
        ("text.-", 14),
    ]


def test_a_list_of_texts_is_one_piece(small):
    """A booklet's lines for contact, for one, have no ids."""
    entry = load(small).entries["sv", "method-guide/tea"]
    names = [piece.name for piece in pieces_of(entry.model, entry.source)]
    assert "printables.tea-leaflet.panels.back.contact" in names
    assert len(names) == len(set(names))


def test_the_marks_of_today_stay():
    """Another way to count them would make every translation look old."""
    found = pieces("Text.\n\n## Head\n\nMore å.\n")
    assert {name: piece.mark for name, piece in found.items()} == MARKS


MARKS = {
    "title": "sjfdpkbm",
    "summary": "knblmscp",
    "text": "tbjrqsdk",
    "text.head": "cshchbdr",
}
