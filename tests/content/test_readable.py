"""What pages may ask of their readers, language by language."""

import pytest

from press.content.body import Text
from press.content.frontmatter import Source
from press.content.readable import Gauge, Read, summary, tables, texts_of, too_hard


def page(markdown, language="sv", readers="staff", path="docs/xx/a.md"):
    return Read(Text(Source(path), markdown, 5), language, readers)


def text_of(lix):
    """Return a text of ten-word sentences with that LIX: 10 + 100 x long words / words."""
    long = lix - 10
    words = ["bokstaven" if n < long else "ord" for n in range(100)]
    return " ".join(f"{' '.join(words[n::10])}." for n in range(10))


def told(*texts):
    return [str(problem) for problem in too_hard(texts)]


@pytest.mark.parametrize(
    ("language", "readers", "most"),
    [("sv", "staff", 45), ("da", "staff", 44), ("sv", "users", 35), ("da", "users", 34)],
)
def test_lix_has_a_limit_in_swedish_and_danish(language, readers, most):
    """A text on the limit passes, one above it does not."""
    assert told(page(text_of(most), language, readers)) == []
    problems = told(page(text_of(most + 1), language, readers))
    assert len(problems) == 1
    assert (
        f"has a LIX of {most + 1:.1f}; " in problems[0]
        and f" has {most} at the most" in problems[0]
    )


def test_the_message_says_where_to_begin():
    """The longest three sentences, by their lines."""
    hard = "\n\n".join(["Bokstaven bokstaven bokstaven."] * 40 + ["Bokstaven " * 30 + "slut."])
    assert told(page(hard, readers="users"))[0] == (
        "docs/xx/a.md:5: has a LIX of 103.0; a chapter that service users read has 35 at the most. "
        "Write shorter sentences, or shorter words; the longest sentences: line 5, 7, 85"
    )


def test_a_short_text_is_not_judged_as_a_whole():
    """Under 100 words LIX says nothing."""
    assert told(page("Utredningsverksamheten effektiviserades. " * 49)) == []
    assert told(page("Utredningsverksamheten effektiviserades. " * 50)) != []


@pytest.mark.parametrize(("readers", "mean", "longest"), [("users", 15, 25), ("staff", 20, 35)])
def test_english_has_limits_of_sentences(readers, mean, longest):
    """Words on average and in the longest; LIX says nothing there."""
    sentence = "Extraordinarily " * (mean - 1) + "long. "
    assert told(page(sentence * 10, "en", readers)) == []
    longer = "Word " * mean + "long. "
    assert f"has {mean + 1:.1f} words a sentence; " in told(page(longer * 10, "en", readers))[0]
    assert told(page("Word " * (longest - 1) + "long.", "en", readers)) == []
    said = told(page("Short.\n\n" + "Word " * longest + "long.", "en", readers))
    assert said[0].startswith(f"docs/xx/a.md:7: the sentence has {longest + 1} words; ")


def test_every_long_sentence_is_told():
    """An author mends them all in one go."""
    long = "Word " * 40 + "long."
    assert len(told(page(f"{long}\n\nShort.\n\n{long}", "en"))) == 2


def test_long_sentences_are_no_fault_in_swedish():
    """There LIX judges the whole."""
    assert told(page("Te " * 60 + "nu.")) == []


def test_easy_read_texts_have_said_so_themselves():
    """Their limits are checked when they are read."""
    assert told(page(text_of(60), readers="easy-read")) == []


def test_a_gauge_is_compared_as_it_is_shown():
    """35.04 is 35.0, which is no more than 35."""
    assert not Gauge("LIX", 35.04, 35).is_over
    assert Gauge("LIX", 35.06, 35).is_over


def test_the_summary_names_what_is_near():
    """The nearest first, five at the most, each with figure and limit."""
    texts = [page(text_of(lix), path=f"docs/sv/{lix}.md") for lix in (20, 42, 43, 45)]
    assert summary(texts) == [
        "4 texts are easy enough to read; near a limit (all figures: make check FULL=1):",
        "  LIX 45.0 of 45  docs/sv/45.md",
        "  LIX 43.0 of 45  docs/sv/43.md",
    ]
    assert len(summary([page(text_of(45))] * 9)) == 6


def test_the_summary_may_have_nothing_to_tell():
    """One line."""
    assert summary([page(text_of(20))]) == [
        "1 text is easy enough to read, and none is near a limit. All figures: make check FULL=1"
    ]


def test_the_tables_have_every_text():
    """One for each kind of readers, with its limits on top."""
    lines = tables([page("Te.", path="a.md"), page("Te.", readers="users", path="b.md")], {})
    assert [line.split(" (")[0] for line in lines if "at the most" in line] == [
        "Chapters that service users read",
        "Other pages",
    ]
    assert [line.split()[-1] for line in lines if line.endswith(".md")] == ["b.md", "a.md"]


def test_the_audience_decides(own_library):
    """A chapter with service users among its readers is theirs, and every other page is for staff."""
    found = {text.text.source.path: text.readers for text in texts_of(own_library)}
    assert found["docs/sv/method-guide/relay-questions.md"] == "users"
    assert found["docs/sv/method-guide/relay-questions.easy.md"] == "easy-read"
    assert found["docs/sv/method-guide/before-the-decision.md"] == "staff"
    assert found["docs/sv/about.md"] == "staff"


def test_our_own_texts_keep_to_the_limits(own_library):
    """Every page in all languages."""
    assert told(*texts_of(own_library)) == []
