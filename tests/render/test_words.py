"""The words of the interface."""

import re

import pytest

from press.problems import ProblemsFound
from press.project import LANGUAGES
from press.render.words import Words, load_words


@pytest.fixture
def words_of(small):
    """Return the words of the small project with another words.yml."""

    def make(text):
        (small.look / "words.yml").write_text(text, encoding="utf-8")
        return load_words(small)

    return make


def test_every_language_has_the_same_words(project):
    """A key that lacks a language would stop a build halfway."""
    words = load_words(project)
    assert list(words) == list(LANGUAGES)
    keys = [set(words[language].starting("")) for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]


def test_what_is_filled_in_is_the_same_in_every_language(project):
    """A translation that drops a number or misspells its name would say too little."""
    words = load_words(project)
    names = {
        language: {
            key: sorted(re.findall(r"\{.*?\}", text)) for key, text in own.starting("").items()
        }
        for language, own in words.items()
    }
    assert names["sv"] == names["da"] == names["en"]


def test_words_are_looked_up_by_key(words_of):
    """The same key gives each language its own words."""
    words = words_of("words:\n  edition: {sv: utgåva, da: udgave, en: edition}\n")
    assert [words[language]["edition"] for language in LANGUAGES] == ["utgåva", "udgave", "edition"]


def test_an_unknown_key_names_the_file_and_the_closest_key():
    """A developer who slips on a key learns where words stand."""
    with pytest.raises(ProblemsFound) as found:
        Words("sv", {"edition": "utgåva"})["edtion"]
    assert str(found.value) == (
        "overrides/words.yml:1: words: `edtion` is missing; did you mean `edition`?"
    )


@pytest.mark.parametrize(
    ("text", "values", "made"),
    [
        ("{n} days", {"n": 3}, "3 days"),
        ("{a} of {b}, {a}", {"a": 1, "b": 2}, "1 of 2, 1"),
        ("{n} of {other}", {"n": 3}, "3 of {other}"),
        ("none", {"n": 3}, "none"),
        ("{n}", {"n": "{n}"}, "{n}"),
        ("100 % {n}", {"n": "%s {0}"}, "100 % %s {0}"),
    ],
)
def test_names_in_braces_are_filled_in(text, values, made):
    """Only whole names in braces are replaced, whatever signs the text holds."""
    assert Words("en", {"key": text}).fill("key", **values) == made


def test_words_are_chosen_by_how_their_keys_start():
    """A template gets the words of its own part under short names."""
    words = Words("en", {"box_try": "Try", "box_note": "Note", "page": "Page"})
    assert words.starting("box_") == {"try": "Try", "note": "Note"}
    assert words.starting("") == {"box_try": "Try", "box_note": "Note", "page": "Page"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "words:\n  a: {sv: a, da: b, en: c}\n  b: {sv: a, da: b}\n",
            ["overrides/words.yml:3: words.b: needs a text in `en`"],
        ),
        (
            "words:\n  a: {sv: a, da: '', en: 3}\n",
            [
                "overrides/words.yml:2: words.a: needs a text in `da`",
                "overrides/words.yml:2: words.a: needs a text in `en`",
            ],
        ),
        (
            "words:\n  a: text\n",
            [
                "overrides/words.yml:2: words.a: needs a text in `da`",
                "overrides/words.yml:2: words.a: needs a text in `en`",
                "overrides/words.yml:2: words.a: needs a text in `sv`",
            ],
        ),
        ("", ["overrides/words.yml:1: must be lines of the form `key: value`"]),
        *(
            (
                text,
                ["overrides/words.yml:1: words: must be a block of `key: {sv: …, da: …, en: …}`"],
            )
            for text in ("words:\n", "words: [a]\n", "words: a\n", "word: {}\n")
        ),
        (
            "words:\n  a: {sv: a, da: b, en: c}\n  a: {sv: a, da: b, en: c}\n",
            ["overrides/words.yml:3: the key `a` stands twice in the same block"],
        ),
    ],
)
def test_words_that_lack_a_language_are_a_problem(words_of, text, expected):
    """All that is wrong with the words is told at once, with lines."""
    with pytest.raises(ProblemsFound) as found:
        words_of(text)
    assert [str(problem) for problem in found.value.problems] == expected


def test_missing_words_are_a_problem(small):
    """Without words nothing can be drawn."""
    (small.look / "words.yml").unlink()
    with pytest.raises(ProblemsFound) as found:
        load_words(small)
    assert str(found.value) == ("overrides/words.yml:1: is missing")
