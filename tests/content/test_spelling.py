"""Misspelt words, with file and line. Which words a dictionary has is told by a small one here."""

from dataclasses import dataclass, field

import pytest

from press.content.body import Text
from press.content.frontmatter import Source
from press.content.passages import Passage, written
from press.content.spelling import Language, misspelt
from press.content.wordlist import vocabulary


@dataclass
class Dictionary:
    """A speller that knows these words in small letters and proposes the first."""

    words: str
    asked: set = field(default_factory=set)

    def unknown(self, words):
        self.asked |= set(words)
        return {word for word in words if word.lower() not in self.words.split()}

    def suggestions(self, words):
        return {word: self.words.split()[:3] for word in words}


def languages(**more):
    known = {"sv": "vi är här", "da": "vi er her", "en": "we are here"}
    return {
        code: Language(code, Dictionary(words), vocabulary(code, more.get(code, ())))
        for code, words in known.items()
    }


def wrong(*texts, language="sv", own=(), **more):
    """Return the words that are told in texts of a language."""
    read = [
        one if isinstance(one, Passage) else Passage(f"docs/{n}.md", language, one, **more)
        for n, one in enumerate(texts)
    ]
    problems = misspelt(read, languages(**{language: own}))
    return [problem.message.partition("”")[0].lstrip("“") for problem in problems]


def test_the_message_says_where_and_what_is_near():
    """File, line, word, what may be meant, and what to do if the word is right."""
    text = Text(Source("docs/sv/a.md"), "Vi är här.\n\nVi är\nhäar.", 7)
    problems = list(misspelt(written(text, "sv"), languages()))
    said = "docs/sv/a.md:10: “häar” is in no dictionary; did you mean “vi” or “är”?"
    assert str(problems[0]) == f"{said} If it is right, write it into docs/words-sv.txt"


def test_a_word_is_told_once_in_a_file():
    """With how often it stands there, and anew in another file."""
    twice = Passage("docs/a.md", "sv", "Häar och", line=3)
    read = [twice, Passage("docs/a.md", "sv", "Häar", line=9), Passage("docs/b.md", "sv", "Häar")]
    problems = list(misspelt(read, languages(sv=["och"])))
    assert [(problem.path, problem.line) for problem in problems] == [
        ("docs/a.md", 3),
        ("docs/b.md", 1),
    ]
    assert "(2 times in this file)" in problems[0].message
    assert "times" not in problems[1].message


@pytest.mark.parametrize(
    "text",
    [
        "Vi är här: DMO, DMO:s och WCAG.",
        "Vi-här och A4-vi på docplayer.se/1-2, a.b.example.",
        "Här är hälso- och",
        "En fil -print och .zip",
        "x 2x y3 17",
    ],
)
def test_what_is_no_word_is_passed_over(text):
    """Initials, endings after a colon, halves of words, hosts, endings of files, digits."""
    assert wrong(text, own=["och", "på", "en", "fil"]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi-häar", ["häar"]),
        ("HÄÄÄÄÄR", ["HÄÄÄÄÄR"]),
        ("häar:s", ["häar"]),
        ("Häar’s här", ["Häar"]),
    ],
)
def test_parts_of_words_are_looked_at(text, expected):
    """What a hyphen, a colon or an apostrophe joins is taken apart."""
    assert wrong(text) == expected


def test_our_own_words_are_known():
    """With their usual endings."""
    assert wrong("Slingorna är här.", own=["slinga"]) == []


def test_another_languages_words_are_wrong_in_running_text():
    """That is what slips in most easily."""
    assert wrong("Vi er her.") == ["er", "her"]


def test_a_word_that_is_named_may_be_of_another_language():
    """In quotation marks, three words at the most; a word of no language is wrong there too."""
    assert wrong("Vi är ”her” och ”herr”.", own=["och"]) == ["herr"]
    assert wrong("”Vi er her her her”") == ["er", "her"]


def test_names_of_other_peoples_pages_may_be_of_any_language():
    """Where something was found is told in the words of those who wrote it."""
    assert wrong("We are her", role="cited") == []
    assert wrong("Wee are", role="cited") == ["Wee"]


def test_every_passage_is_of_its_own_language():
    """Danish words are right in Danish."""
    texts = [Passage("docs/a.md", "da", "Vi er her."), Passage("docs/b.md", "en", "We are er.")]
    assert wrong(*texts) == ["er"]


def test_words_that_are_known_are_not_asked_for():
    """The speller gets no word that the project's own list has."""
    known = languages(sv=["slinga"])
    list(misspelt([Passage("docs/a.md", "sv", "Slingan är")], known))
    assert known["sv"].speller.asked == {"är"}
