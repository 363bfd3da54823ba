"""What readers read, piece by piece, with its language and its line."""

from press.content.body import Text
from press.content.frontmatter import Source, parse
from press.content.library import load
from press.content.passages import passages, registered, written


def read(markdown, language="da"):
    """Return the passages of a text that begins on line 5."""
    return list(written(Text(Source("docs/da/a.md"), markdown, 5), language))


def texts(markdown, language="da"):
    return [passage.text for passage in read(markdown, language)]


def test_every_block_is_a_passage():
    """Headings, paragraphs, list items and cells are read one by one."""
    markdown = "## Et\n\nTo.\n\n- tre\n- fire\n\n| fem | seks |\n|---|---|\n| syv | otte |"
    assert texts(markdown) == ["Et", "To.", "tre", "fire", "fem", "seks", "syv", "otte"]


def test_another_language_leaves_a_gap():
    """A word that is marked as Swedish is not read as Danish, and no phrase reaches across it."""
    assert texts("I *slingan*{: lang=sv } er vi.") == ["I … er vi."]


def test_the_same_language_is_read():
    """A mark that names the page's own language hides nothing."""
    assert texts("I **sløjfen**{: lang=da } er vi.") == ["I sløjfen er vi."]


def test_emphasis_names_a_word():
    """A word in emphasis comes in quotation marks, as a word that is named does."""
    assert texts("Ordet *bruger* er et ord.") == ["Ordet “bruger” er et ord."]


def test_code_marks_and_addresses_are_no_words():
    """Code, marks of facts and addresses are not read."""
    assert texts("Se `brugere` på https://a.example/b. [[D6]]") == ["Se … på."]


def test_the_titles_of_boxes_are_not_the_authors():
    """The title that the site gives a box stands in words.yml and nowhere else."""
    assert texts("!!! try\n    Prøv.") == ["Prøv."]


def test_the_line_of_a_word_deep_in_a_text():
    """A place in a block is found in the file although the block runs over several lines."""
    found = read("Et.\n\nTo tre\nfire *fem*{: lang=sv } seks\nsyv.\n\n- otte")
    assert found[1].line_of(found[1].text.index("syv")) == 9
    assert found[2].line_of(0) == 11


def test_a_register_has_three_languages():
    """Below a key that names a language every text is of that language; the rest is no text."""
    source = parse(
        "---\nterms:\n  - id: a\n    sv: {term: ord, also: [glosa]}\n    da:\n      term: gloser\n---\n",
        "docs/glossary.yml",
    )
    found = [(one.language, one.text, one.role, one.line) for one in registered(source)]
    assert found == [
        ("sv", "ord", "ours", 4),
        ("sv", "glosa", "typed", 4),
        ("da", "gloser", "ours", 6),
    ]


def test_what_is_filled_in_is_no_word():
    """A name in braces is the program's."""
    source = parse("---\nwords:\n  steps: {en: 'Step {n} of {all}'}\n---\n", "overrides/words.yml")
    assert [one.text for one in registered(source)] == ["Step … of …"]


def test_the_whole_site_is_read(small):
    """Titles, summaries, printables, easy-read texts and the interface are all there."""
    found = list(passages(small, load(small)))
    places = {(one.path.split("/")[-1], one.field.split(".")[0]) for one in found}
    assert {
        ("tea.md", "title"),
        ("tea.md", "printables"),
        ("tea.md", ""),
        ("tea.easy.md", "summary"),
        ("words.yml", "words"),
        ("glossary.yml", "terms"),
    } <= places
