"""How problems are worded and gathered."""

import pytest

from press.problems import Problem, ProblemsFound, did_you_mean, report


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("docs/sv/a.md", 3, "title", "is missing"), "docs/sv/a.md:3: title: is missing"),
        (Problem("docs/sv/a.md", 3, "", "has HTML"), "docs/sv/a.md:3: has HTML"),
        (
            Problem("a.md", 12, "printables.0.title", "is empty"),
            "a.md:12: printables.0.title: is empty",
        ),
        (
            Problem("a.md", 1, "a\nb", "one\ntwo\r\x1b[31m"),
            "a.md:1: a␤b: one␤two\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[31m",
        ),
        (
            Problem("a\n.md", 1, "", "is\u2028odd\u202e\0"),
            "a␤.md:1: is\N{REPLACEMENT CHARACTER}odd\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}",
        ),
        (Problem("å.md", 1, "", "“é” – æø 茶 🫖"), "å.md:1: “é” – æø 茶 🫖"),
    ],
)
def test_a_problem_is_one_clickable_line(problem, line):
    """Editors make `path:line:` a link, so a problem starts with it, and no sign breaks the line."""
    assert str(problem) == line
    assert report([problem]).splitlines() == [line]


def test_problems_stand_in_file_order():
    """An author mends a file from top to bottom, so lines count as numbers."""
    late, early, other = (
        Problem("a.md", 10, "", "late"),
        Problem("a.md", 9, "", "early"),
        Problem("b.md", 1, "", "other"),
    )
    assert ProblemsFound([other, late, early]).problems == (early, late, other)


def test_the_same_problem_is_told_once():
    """Two passes may find the same thing, which the author needs to read once."""
    problem = Problem("a.md", 1, "", "is missing")
    assert ProblemsFound([problem, problem]).problems == (problem,)


def test_the_exception_reads_as_the_report():
    """Whoever prints the exception prints what the author should see."""
    problems = [Problem("a.md", 1, "", "one"), Problem("a.md", 2, "x", "two")]
    assert str(ProblemsFound(problems)) == report(problems) == "a.md:1: one\na.md:2: x: two"


def test_no_problems_make_an_empty_report():
    """Nothing to mend is nothing to print."""
    assert report([]) == ""


@pytest.mark.parametrize(
    ("word", "choices", "hint"),
    [
        ("chekclist", ["checklist", "folder"], "; did you mean `checklist`?"),
        ("titel", ["title", "text", "id"], "; did you mean `title`?"),
        ("zzz", ["checklist", "folder"], ""),
        ("x", [], ""),
        ("", ["checklist"], ""),
    ],
)
def test_a_slip_of_the_pen_gets_a_suggestion(word, choices, hint):
    """The closest word is suggested, and none when nothing is close."""
    assert did_you_mean(word, choices) == hint


def test_very_many_problems_of_a_file_are_counted():
    """The first are shown: nobody reads thousands, and the other files would be lost among them."""
    many = [Problem("a.md", n, "", "is odd") for n in range(1, 2001)]
    lines = report([*many, Problem("b.md", 1, "", "is odd")]).split("\n")
    assert len(lines) == 42
    assert lines[40] == "a.md:2000: and 1,960 more in this file, shown when these are mended"
    assert lines[41] == "b.md:1: is odd"
