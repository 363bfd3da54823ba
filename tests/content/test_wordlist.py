"""The project's own words for the speller."""

import pytest

from press.content.library import load
from press.content.wordlist import LISTS, alphabet, list_file, read_list, terms_of, vocabulary


def write(project, text, name="sv"):
    (project.root / list_file(name)).write_text(text, encoding="utf-8")
    words, problems = read_list(project, name)
    return words, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("language", "listed", "word", "expected"),
    [
        ("sv", "slinga", "slingornas", True),
        ("sv", "slinga", "Slingan", True),
        ("sv", "slinga", "slingrar", False),
        ("sv", "flikblad", "flikbladen", True),
        ("da", "slide", "slidet", True),
        ("da", "slide", "sliddet", False),
        ("en", "printable", "printables", True),
        ("sv", "Word", "Words", True),
        ("sv", "Word", "word", False),
        ("da", "kl", "kle", False),
    ],
)
def test_a_listed_word_takes_its_usual_endings(language, listed, word, expected):
    """Small letters serve for capitals too, capitals only for themselves."""
    assert vocabulary(language, [listed]).knows(word) is expected


def test_words_of_several_lists_are_one_vocabulary():
    """Names, terms and a language's own list count alike."""
    both = vocabulary("da", ["sløjfe"], ["Slingan"])
    assert both.knows("sløjfen") and both.knows("Slingan") and not both.knows("slinger")


def test_the_words_of_the_glossary_count(small):
    """Terms and what readers type for them, each word by itself."""
    library = load(small)
    words = terms_of(library.glossary, "sv")
    assert words and all(" " not in word and "-" not in word for word in words)
    assert terms_of(None, "sv") == frozenset()


def test_a_list_has_comments(small):
    """A whole line, or behind a word."""
    assert write(small, "# our words\n\nlärväg # of learning\nslinga\n") == (
        {"lärväg", "slinga"},
        [],
    )


def test_there_may_be_no_list(small):
    """No list is another thing than an empty one."""
    assert read_list(small, "da") == (None, [])
    assert write(small, "") == (frozenset(), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b\na\n", ":2: `a` must stand before `b`: the list is in alphabetical order"),
        ("ö\nå\n", ":2: `å` must stand before `ö`: the list is in alphabetical order"),
        ("# x\na\na\n", ":3: `a` stands twice"),
        ("två ord\n", ":1: `två ord` is no single word; of a word with hyphens only the parts are"),
        ("a\u200b\n", ":1: has a hidden sign, U+200B ZERO WIDTH SPACE; delete it"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(small, text, expected):
    """With its line."""
    assert write(small, text)[1][0].startswith(f"docs/words-sv.txt{expected}")


def test_each_language_has_its_alphabet():
    """Å comes first after z in Swedish and last in Danish."""
    assert sorted("öäåz", key=lambda one: alphabet(one, "sv")) == list("zåäö")
    assert sorted("åøæz", key=lambda one: alphabet(one, "da")) == list("zæøå")


def test_our_lists_are_in_order(project):
    """Every list is there, with nothing wrong."""
    for name in LISTS:
        words, problems = read_list(project, name)
        assert words and problems == []
