"""Questions at the end of a chapter, as authors write them."""

import pytest
from pydantic import ValidationError

from press.content.frontmatter import parse
from press.content.parity import compare
from press.content.questions import Question
from press.content.validate import validate

COLD = {"id": "cold", "text": "Cold.", "why": "It was."}
WARM = {"id": "warm", "text": "Warm.", "why": "It is.", "right": True}
HOT = {"id": "hot", "text": "Hot.", "why": "Sometimes.", "right": True}
THINK = {"id": "who", "question": "Who likes tea?", "answer": "Some do."}
CHOOSE = {"id": "how", "question": "How is tea?", "options": [COLD, WARM]}


def errors(**values):
    with pytest.raises(ValidationError) as found:
        Question(**values)
    return [(error["type"], error["msg"]) for error in found.value.errors()]


def test_a_question_is_to_think_about_or_to_choose():
    """Which of the two it is follows from what stands below it."""
    think, choose = Question(**THINK), Question(**CHOOSE)
    assert (think.answer, think.options, think.several) == ("Some do.", (), False)
    assert [option.right for option in choose.options] == [False, True]
    assert not choose.several
    assert Question(**CHOOSE | {"options": [COLD, WARM, HOT]}).several


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (CHOOSE | {"answer": "Warm."}, "needs either `answer` or `options`, and not both"),
        ({"id": "a", "question": "A?"}, "needs either `answer` or `options`, and not both"),
        (
            CHOOSE | {"options": [COLD, COLD | {"id": "b"}]},
            "no option is right; write `right: true`",
        ),
        (CHOOSE | {"options": [WARM, HOT]}, "every option is right, so there is nothing to choose"),
        (CHOOSE | {"options": [COLD, COLD]}, "two options have the id `cold`"),
        (CHOOSE | {"options": [WARM]}, "at least 2 items"),
        (CHOOSE | {"options": []}, "at least 2 items"),
        (
            CHOOSE | {"options": [COLD, *(WARM | {"id": f"w{n}"} for n in range(5))]},
            "at most 5 items",
        ),
        (CHOOSE | {"question": "Is it [[D6]]?"}, "marks such as `[[D6]]` are not drawn here"),
        (THINK | {"answer": "It is. [[D6]]"}, "marks such as `[[D6]]` are not drawn here"),
        (CHOOSE | {"options": [COLD, WARM | {"why": "[[D6]]"}]}, "marks such as `[[D6]]` are"),
    ],
)
def test_what_cannot_be_asked_is_refused(values, message):
    """Nothing without a right answer, nothing without a wrong one, and no mark left standing."""
    found = errors(**values)
    assert message in found[0][1]
    assert all(kind == "too_short" for kind, _ in found[1:])  # told only where nothing else is


def test_every_text_may_be_translated_and_nothing_else():
    """Parity goes by the ids of questions and options; which is right is the same everywhere."""

    def read(values, shown):
        source = parse("---\nid: x\n---\n", shown)
        source.values = values
        made, problems = validate(source, Question)
        assert problems == []
        return made, source

    def said(other):
        found = compare(*read(CHOOSE, "sv.md"), *read(other, "da.md"))
        return [f"{problem.field}: {problem.message}" for problem in found]

    other = {"text": "Kold.", "why": "Ja."}
    assert said(CHOOSE | {"question": "Hvordan?", "options": [COLD | other, WARM | other]}) == []
    swapped = CHOOSE | {"options": [COLD | {"right": True}, WARM | {"right": False}]}
    assert said(swapped) == [
        "options.0.right: is `True` but sv.md:2 has `False`",
        "options.1.right: is `False` but sv.md:2 has `True`",
    ]
    assert said(THINK | {"id": "how"})[0] == "answer: stands here but not in sv.md:2"


ELSEWHERE = ("courses", "tools")


def test_every_chapter_of_the_material_asks_two_or_three(own_library):
    """A reader of any chapter can check what has landed; courses and tools ask in their own way."""
    asked = {
        (entry.language, entry.slug): len(entry.model.questions)
        for entry in own_library.entries.values()
        if entry.part and entry.part not in ELSEWHERE
    }
    assert len(asked) >= 36
    assert {place for place, number in asked.items() if number not in (2, 3)} == set()


def test_the_material_mixes_both_forms(own_library):
    """Every chapter has something to choose and something to think about."""
    for entry in own_library.chapters("sv"):
        if entry.part not in ELSEWHERE:
            assert {bool(question.options) for question in entry.model.questions} == {True, False}
