"""Words that are not used here, found in texts with what to write instead."""

import pytest

from press.content.body import Text
from press.content.frontmatter import Source
from press.content.passages import Passage, passages, written
from press.content.terms import Avoid, Register, lint, load_terms, named_in


def rule(*words, language="da", **more):
    return Avoid(language=language, words=words, write="”borger”", why="Derfor.", **more)


def found(rules, *texts):
    """Return the words that rules find in passages of their language, or in Danish texts."""
    source = Source("docs/terms.yml", lines={("avoid", 0): 3})
    read = [
        one if isinstance(one, Passage) else Passage("docs/da/a.md", "da", one) for one in texts
    ]
    problems = lint(Register(tuple(rules), source), read)
    return [problem.message.partition("”:")[0].lstrip("“") for problem in problems]


def test_the_message_says_what_to_write_and_why():
    """File, line, the word as it stands, what to write, why, and where the rule is."""
    text = Text(Source("docs/da/a.md"), "Et.\n\nMange\nBrugere her.", 7)
    source = Source("docs/terms.yml", lines={("avoid", 0): 3})
    problems = list(lint(Register((rule("brugere"),), source), written(text, "da")))
    said = "docs/da/a.md:10: “Brugere”: write ”borger”. Derfor. (docs/terms.yml:3)"
    assert [str(problem) for problem in problems] == [said]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("brugere", "Brugere og ikke-brugere med brugerens brugere.", ["Brugere", "brugere"]),
        ("brug*", "Brugerne bruger det forbrug.", ["Brugerne", "bruger"]),
        ("*møde", "Et borgermøde er et møde.", ["borgermøde", "møde"]),
        ("en bruger", "En bruger, en god bruger og\u00a0en\u00a0bruger.", ["En bruger", "en bruger"]),
        ("service-user", "A service-user is no service-users.", ["service-user"]),
        ("må vi", "MÅ VI gå?", ["MÅ VI"]),
    ],
)  # fmt: skip
def test_whole_words_are_found(words, text, expected):
    """However they are capitalized, and no parts of others unless a star says so."""
    assert found([rule(words)], " ".join(text.split())) == expected


def test_a_phrase_may_be_right():
    """What stands inside a phrase of `unless` is left alone, and nothing else."""
    rules = [rule("virksomhed", unless=("privat virksomhed",))]
    assert found(rules, "En privat virksomhed og en virksomhed.") == ["virksomhed"]


@pytest.mark.parametrize(
    "text",
    ["Ordet ”brugere” er et ord.", 'Ordet "brugere".', "Ordet “brugere”.", "Ordet ‘brugere’."],
)
def test_a_word_that_is_named_is_not_used(text):
    """One to three words in quotation marks name a word."""
    assert found([rule("brugere")], text) == []


def test_speech_in_quotation_marks_is_read():
    """Four words or more are what somebody says, and that is our text too."""
    assert found([rule("brugere")], "Han siger: ”Vi har mange brugere.”") == ["brugere"]
    assert [one[1] for one in named_in("”a b c” ”a b c d”")] == ["a b c"]


def test_other_languages_are_left_alone():
    """A rule is for one language."""
    assert found([rule("brukare", language="sv")], "Det svenske brukare.") == []


def test_a_file_may_be_spared():
    """A rule leaves the files alone that it names."""
    assert found([rule("brugere", files=("docs/da/a.md",))], "Brugere.") == []


def test_easy_read_texts_have_rules_of_their_own():
    """A rule for easy-read texts looks at no others."""
    rules = [rule("brugere", easy_read=True)]
    easy = Passage("docs/da/a.easy.md", "da", "Brugere.")
    assert found(rules, "Brugere.", easy) == ["Brugere"]


def test_what_readers_type_is_theirs():
    """Other words for a term, which the search knows, may be any; so may names of others' pages."""
    typed = Passage("docs/glossary.yml", "da", "brugere", role="typed")
    cited = Passage("docs/sources.yml", "da", "Brugere 2017", role="cited")
    assert found([rule("brugere")], typed, cited) == []


def write(project, text):
    (project.docs / "terms.yml").write_text(text, encoding="utf-8")
    return load_terms(project)


RULE = "avoid:\n  - {language: sv, words: [%s], write: te, why: Därför., files: [%s]}\n"


def test_a_site_may_do_without(small):
    """Without the register nothing is looked for."""
    assert load_terms(small) == (None, [])


@pytest.mark.parametrize(
    ("words", "files", "expected"),
    [
        ("k", "docs/sv/index.md", "`k` is no word: write letters, and * where any letters may stand"),
        ('"*"', "docs/sv/index.md", "`*` is no word"),
        ("kaffe", "docs/sv/coffee.md", "there is no file `docs/sv/coffee.md`"),
        ("", "docs/sv/index.md", "is empty; write at least one"),
    ],
)  # fmt: skip
def test_a_rule_that_can_find_nothing_is_refused(small, words, files, expected):
    """With the register's own line."""
    register, problems = write(small, RULE % (words, files))
    assert register is None or problems
    assert expected in str(problems[0])
    assert str(problems[0]).startswith("docs/terms.yml:2: avoid.0.")


def test_what_cannot_be_read_is_said(small):
    """A register with a fault of YAML is one problem and no rules."""
    register, problems = write(small, "avoid: [")
    assert register is None
    assert [problem.path for problem in problems] == ["docs/terms.yml"]


def test_every_rule_of_ours_finds_its_own_words(project):
    """No exception of a rule swallows it whole."""
    register, problems = load_terms(project)
    assert problems == []
    for one in register.rules:
        for word in one.words:
            name = "docs/xx/a.easy.md" if one.easy_read else "docs/xx/a.md"
            text = Passage(name, one.language, f"x {word.replace('*', '')} x")
            assert found([one], text), word


def test_no_word_has_two_rules(project):
    """An author reads one message for one word."""
    register, _ = load_terms(project)
    words = [(one.language, word) for one in register.rules for word in one.words]
    assert sorted(words) == sorted(set(words))


FALSE_FRIENDS = [
    ("sv", "Där kan du som brukare säga vad du tycker.", "du som brukare"),
    ("sv", "Fråga brukaren först.", "brukaren"),
    ("sv", "En brukare berättar.", "En brukare"),
    ("sv", "Må vi sova länge?", "Må vi"),
    ("sv", "Det är ett fackligt omdöme.", "fackligt"),
    ("sv", "Ett tillbud för unga.", "tillbud"),
    ("da", "Vi bliver delagtige i det.", "delagtige"),
    ("da", "Alle brugerne er med.", "brugerne"),
    ("da", "Kom til borgermødet.", "borgermødet"),
    ("da", "Tal med din ledning.", "ledning"),
    ("da", "Sådan gør vi i vores virksomhed.", "virksomhed"),
    ("da", "Læs det underlag, I får.", "underlag"),
    ("da", "Se på jeres egen praktik.", "egen praktik"),
    ("en", "Ask the service-user.", "service-user"),
    ("en", "The dialogue loop starts.", "dialogue loop"),
]


@pytest.mark.parametrize(("language", "text", "expected"), FALSE_FRIENDS)
def test_false_friends_are_found(project, language, text, expected):
    """What a translator from the neighbouring language would write by mistake."""
    register, _ = load_terms(project)
    problems = lint(register, [Passage("docs/xx/a.md", language, text)])
    assert [problem.message.partition("”:")[0] for problem in problems] == [f"“{expected}"]


RIGHT = [
    ("sv", "Brukare och personal möts. Brukarna får ändra temat, och brukarnas frågor går vidare."),
    ("sv", "Ta upp det på ett vanligt personalmöte. En brukarträff är något annat."),
    ("sv", "Det är ju så i praktiken, och ledningen gav oss ett underlag."),
    ("da", "Den telefon, du bruger, er din. Brugerindflydelse er at blive hørt."),
    ("da", "Virksomhedsplanen ligger hos ledelsen. En privat virksomhed kan også være med."),
    ("da", "Tal med en vejleder, når I har stødt på noget. Det er en praktisk opgave."),
    (
        "en",
        "Service users and staff meet. It is eventually their own meeting, a service user says.",
    ),
]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_what_is_right_is_left_alone(project, language, text):
    """A false alarm costs more than a miss."""
    register, _ = load_terms(project)
    assert list(lint(register, [Passage("docs/xx/a.md", language, text)])) == []


def test_our_own_texts_use_our_words(project, own_library):
    """Nothing is to be mended in the texts that stand."""
    register, _ = load_terms(project)
    assert list(map(str, lint(register, passages(project, own_library)))) == []


@pytest.mark.parametrize("name", ["x" * 300, "/etc/hostname", "../a.md", "docs/sv"])
def test_a_file_that_is_none_of_ours_is_told(small, name):
    """Also one whose name no system has room for."""
    text = "avoid:\n  - {language: da, words: [zzz], write: a, why: b, files: ['%s']}\n"
    (small.docs / "terms.yml").write_text(text % name)
    _, (problem,) = load_terms(small)
    assert "there is no file `" in str(problem)
