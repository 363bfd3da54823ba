"""How hard a text is to read, counted by rules that are written down."""

import pytest

from press.content.body import Text
from press.content.frontmatter import Source
from press.content.readability import (
    band,
    is_long,
    limits,
    lix,
    main,
    measure,
    sentences_in,
    table,
    words_in,
)


def text(markdown, line=5):
    return Text(Source("docs/sv/a/b.easy.md"), markdown, line)


def said(markdown, language="sv"):
    return [str(problem) for problem in limits(text(markdown), language)]


# Ten sentences of ten words, none of them long: a LIX of 10.
PLAIN = "Vi går hem och vi äter mat nu i dag. " * 10


def test_the_first_vector():
    """Two sentences of two words, one of four words long: 4/2 + 100 x 1/4."""
    assert measure(text("Vi pratar. Vi lyssnar.")).lix == 27.0


def test_the_second_vector():
    """Twenty words to a sentence and every fifth word long."""
    assert lix(words=200, sentences=10, long_words=40) == 40.0


def test_no_words_are_no_division_by_zero():
    """A text of headings alone has no LIX."""
    assert lix(0, 0, 0) == 0.0
    assert measure(text("## Bara en rubrik")).lix == 0.0


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pratar", False),
        ("lyssnar", True),
        ("åäöæøéa", True),
        ("åäöæøé", False),
        ("20172018", False),
        ("DMO-slinga", True),
        ("a-b-c-d-e", False),
        ("SPSM:s", False),
    ],
)
def test_a_long_word_has_more_than_six_letters(word, expected):
    """Letters count, those of Swedish and Danish too; digits and hyphens do not."""
    assert is_long(word) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mat- och sovtider", ["Mat", "och", "sovtider"]),
        ("kort-kort", ["kort-kort"]),
        ("t.ex. te", ["tex", "te"]),
        ("bl. a. te", ["bla", "te"]),
        ("5.678 kr", ["5.678", "kr"]),
        ("3,5 liter", ["3,5", "liter"]),
        ("ja, nej", ["ja", "nej"]),
        ("SPSM:s sida", ["SPSM:s", "sida"]),
        ("the model’s loop", ["the", "model’s", "loop"]),
        ("Se https://a.example/b?c=1.", ["Se"]),
        ("Skriv till a@b.example nu", ["Skriv", "till", "nu"]),
        ("text [[D6]]", ["text"]),
        ("del\u00adaktighet", ["delaktighet"]),
        ("a\u030a", ["å"]),
        ("", []),
        (" – ", []),
    ],
)
def test_words(written, expected):
    """A hyphenated word, a number and an abbreviation are one word each; an address is none."""
    assert list(words_in(written)) == expected


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("Ja. Nej! Vad? Så", 4),
        ("Vi äter t.ex. mat, bl.a. ost, dvs. mejeri.", 1),
        ("Vi äter t.ex. Annas mat.", 1),
        ("Det er f.eks. te. Og mad.", 2),
        ("Tea, e.g. green. Also milk, i.e. cow’s.", 2),
        ("Te, kaffe osv. Sedan går vi.", 2),
        ("Te, kaffe osv. och bullar.", 1),
        ("Den 17. maj mødes vi.", 1),
        ("Det var 2017. Sedan blev det bra.", 2),
        ("Det kostar 5.678 kr.", 1),
        ("”Ja!” sa hon. ”Nej.” Så var det.", 3),
        ("(Det är bra.) Så är det.", 2),
        ("Vad?! Jaha...", 2),
        ("Tänk på: te. Och kaffe; mjölk", 2),
        ("...", 0),
        ("", 0),
    ],
)
def test_sentences(written, count):
    """A sentence ends with . ! or ? and with the paragraph; other points end nothing."""
    assert len(sentences_in(written)) == count


def test_headings_tables_and_code_are_not_counted():
    """Only running text is."""
    markdown = "## Rubrik här\n\nEn text.\n\n| a | b |\n| - | - |\n| c | d |\n\n    kod kod\n"
    assert measure(text(markdown)).words == 2


def test_a_list_item_without_full_stop_is_no_running_text():
    """It counts for the lengths and not for the LIX."""
    measured = measure(text("Det finns:\n\n- förtäring\n- Kaffe finns.\n"))
    assert measured.words == 5
    assert measured.lix == lix(words=4, sentences=2, long_words=0)


def test_a_list_in_a_list_is_counted_once():
    """Each item has its own words only."""
    measured = measure(text("- Te finns.\n    - Grönt te.\n    - Svart te.\n"))
    assert [one.text for one in measured.paragraphs] == ["Te finns.", "Grönt te.", "Svart te."]


def test_bold_and_links_are_read_as_words():
    """Where a link leads to is not."""
    measured = measure(text("Ta **te** med [en kaka](../a/kaka-och-te.md) nu."))
    assert measured.sentences[0].words == ("Ta", "te", "med", "en", "kaka", "nu")


def test_boxes_are_read_without_their_names():
    """The name of a box is not the author's."""
    assert measure(text("!!! note\n    Ta te.\n")).words == 2


def test_lines_are_those_of_the_file():
    """Of sentences that begin inside a line, and of words that stand there twice."""
    measured = measure(text("Te.\n\nTe och [te](te.md).\nTe igen. Mer\nte.\n\n- Te\n"))
    assert [one.line for one in measured.sentences] == [5, 7, 8, 8, 11]


@pytest.mark.parametrize(
    ("value", "language", "name"),
    [
        (29.9, "sv", "very easy"),
        (30, "sv", "easy"),
        (40, "sv", "medium"),
        (50, "sv", "difficult"),
        (60, "sv", "very difficult"),
        (24, "da", "very easy"),
        (25, "da", "easy"),
        (35, "da", "medium"),
        (45, "da", "difficult"),
        (55, "da", "very difficult"),
        (30, "en", "easy (indicative)"),
    ],
)
def test_bands_are_each_languages_own(value, language, name):
    """The same number is called otherwise in Denmark; nobody has tried bands for English."""
    assert band(value, language) == name


def test_words_of_the_glossary_can_be_left_out():
    """They inflate the LIX and cannot be chosen otherwise; inflections count too."""
    measured = measure(text("Vi läser stafettfrågorna. Vi lyssnar nu."))
    assert measured.lix == lix(6, 2, 2)
    assert measured.lix_without(["stafettfråga"]) == lix(6, 2, 1)
    assert measured.lix_without(["personal, stafettfråga (ny)"]) == lix(6, 2, 1)
    assert measured.lix_without(["lyssnar mycket"]) == measured.lix


def test_a_short_text_is_not_judged():
    """Below a hundred words a LIX says nothing."""
    assert said("Delaktighetsmodellen används. Samtalsledarna bestämmer.") == []
    rows = table([("a.md", "sv", measure(text("Vi pratar. Vi lyssnar.")))], {})
    assert "too short to judge" in rows[1]


def test_a_text_on_the_limit_passes():
    """15 words, 385 characters, 999 words."""
    fifteen = "ett " * 14 + "ord."
    assert said(fifteen) == []
    assert said("a" * 385) == []
    assert said("\n\n".join(["Te nu."] * 499 + ["Te."])) == []


def test_each_limit_is_told_with_its_line():
    """What is too long, by how much, and where."""
    assert said("Te.\n\n" + "ett " * 15 + "ord.") == [
        "docs/sv/a/b.easy.md:7: the sentence has 16 words; 15 at the most in easy-read text: "
        "“ett ett ett ett ett ett ett ett ett ett ett ett ett ett ett…”"
    ]
    assert said("Te.\n\n- " + "a" * 386) == [
        "docs/sv/a/b.easy.md:7: the paragraph has 386 characters; 385 at the most in easy-read "
        f"text: “{'a' * 59}…”"
    ]
    assert said("\n\n".join(["Te nu."] * 500)) == [
        "docs/sv/a/b.easy.md:5: has 1000 words; easy-read text has 999 at the most"
    ]


@pytest.mark.parametrize(("language", "problems"), [("sv", 0), ("da", 1), ("en", 0)])
def test_the_lix_may_be_higher_in_swedish_than_in_danish(language, problems):
    """27 and 24; English has no limit, as nobody has tried one."""
    markdown = "\n\n".join(["Vi går hem och äter nu därhemma."] * 20)
    assert round(measure(text(markdown)).lix, 1) == round(7 + 100 / 7, 1) == 21.3
    longer = markdown + "\n\n" + "\n\n".join(["Nu därhemma."] * 12)
    assert 24 < measure(text(longer)).lix < 27
    assert len(said(longer, language)) == problems


def test_a_lix_over_the_limit_is_told():
    """With the number and what to do."""
    markdown = "\n\n".join(["Samtala gärna därhemma."] * 40)
    assert said(markdown, "da") == [
        "docs/sv/a/b.easy.md:5: has a LIX of 69.7; easy-read text has 24 at the most (Danish). "
        "Write shorter sentences, or words of six letters or fewer"
    ]


def test_a_text_that_cannot_be_read_measures_nothing():
    """Its own problem is told elsewhere."""
    assert measure(text("[" * 3000)).words == 0


def test_files_are_measured_from_the_command_line(tmp_path, capsys):
    """For whoever is writing: the language is that of the folder."""
    path = tmp_path / "da" / "a.easy.md"
    path.parent.mkdir()
    path.write_text(f"---\ntitle: A\n---\n{PLAIN}\n", encoding="utf-8")
    assert main([str(path)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == [
        "words",
        "LIX",
        "without",
        "terms",
        "mean",
        "longest",
        "paragraph",
        "band",
    ]
    assert row.split() == ["100", "10.0", "10.0", "10.0", "10", "369", "very", "easy", str(path)]
    assert main([str(tmp_path / "none.md")]) == 1
