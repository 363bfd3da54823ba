"""Courses: what their model refuses, and what they name that is not there."""

import re

import pytest

from coursesite import make_copy
from press.content.course import Course, named_by
from press.content.frontmatter import parse
from press.content.library import load
from press.content.validate import validate
from small_site import replace_in

COURSE = """---
starts: "13:00"
sessions:
  - id: first
    title: First
    day: 0d
    minutes: 60
    aims: [know more]
    before: [tea]
    after: [cake]
    printables: [tea-list, tea-card]
    items:
      - {id: hello, title: Hello, minutes: 20, chapters: [tea]}
      - {id: talk, title: Talk, minutes: 40, notes: Listen., chapters: [milk, tea]}
  - id: second
    title: Second
    day: +2w
    at: "09:30"
    minutes: 30
    aims: [know all]
    printables: [tea-list]
    items:
      - {id: talk, title: Talk, minutes: 30}
tasks:
  - {id: drink, title: Drink, text: Drink tea., opens: +1d, closes: +1w, printables: [tea-mug]}
---
"""


def read(*pairs):
    """Return the course with these texts replaced, and its problems as lines."""
    text = COURSE
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    source = parse(text, "a.md")
    assert source.problems == []
    course, problems = validate(source, Course)
    return course, [str(problem) for problem in problems]


def test_a_course_knows_its_times_and_what_it_needs():
    """Times come from the course or the session; chapters and printables are told once each."""
    course, problems = read()
    assert problems == []
    assert [course.begins(session) for session in course.sessions] == [13 * 60, 9 * 60 + 30]
    assert [session.days for session in course.sessions] == [0, 14]
    assert course.sessions[0].during == ("tea", "milk")
    assert course.printables == ("tea-list", "tea-card", "tea-mug")
    assert course.papers == ("handout", "wall", "printables")
    assert course.places == ("course", "first", "second", "drink")


def test_a_course_without_printables_has_none_to_put_together():
    """There is no file of nothing."""
    course, _ = read(
        ("    printables: [tea-list, tea-card]\n", ""),
        ("    printables: [tea-list]\n", ""),
        (", printables: [tea-mug]", ""),
    )
    assert course.papers == ("handout", "wall")


def test_all_that_a_course_names_is_found_with_its_place():
    """Every id can be told wrong at its own line."""
    found = list(named_by(read()[0]))
    assert (("course", "sessions", 0, "items", 1, "chapters", 0), "chapter", "milk") in found
    assert (("course", "sessions", 0, "after", 0), "chapter", "cake") in found
    assert (("course", "tasks", 0, "printables", 0), "printable", "tea-mug") in found
    assert len(found) == 9


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes: 40", "minutes: 35", "a.md:4: sessions.0: the items of `first` take 55 minutes"),
        ("day: 0d", "day: +1d", "a.md:4: sessions.0: `first` is the first session; its `day` must"),
        ("day: +2w", "day: 0d", "a.md:15: sessions.1: `second` begins before `first` is over"),
        ("id: second", "id: drink", "a.md:25: tasks.0: two places have the id `drink`"),
        ("id: second", "id: course", "a.md:15: sessions.1: two places have the id `course`"),
        ("id: talk", "id: hello", "a.md:14: sessions.0.items.1: two items have the id `hello`"),
        ('"09:30"', '"23:45"', "a.md:15: sessions.1: `second` goes on past midnight; let it begin"),
        ("opens: +1d", "opens: +2w", "a.md:25: tasks.0: `drink` closes (+1w) before it opens (+2w)"),
        ('"13:00"', '"13.00"', 'starts: must be a time of day in quotes, such as `"09:00"`'),
        ("day: +2w", "day: in two weeks", "sessions.1.day: must be days or weeks from the start"),
        ("minutes: 20", "minutes: 0", "sessions.0.items.0.minutes: must be 1 or more (you wrote 0)"),
        ("aims: [know all]", "aims: []", "sessions.1.aims: is empty; write at least one"),
        ("tasks:", "between:", "unknown key `between`"),
        ('starts: "13:00"', "start: '2027-01-12'", "start: must be a date such as 2026-11-23"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_line_and_both_figures(old, new, said):
    """An author who knows no Python can mend it."""
    course, problems = read((old, new))
    assert course is None
    assert len(problems) == 1
    assert said in problems[0]
    assert "minutes: 35" not in new or "session has 60" in problems[0]


PLACES = {
    "guide-training-programme": "content",
    "managers-half-day": "menu",
    "one-day-knowledge-course": "to-print",
    "regional-guide-meetings": "links",
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """What is said of a copy of the courses with a slip for each test; reading it all takes its time."""
    project = make_copy(tmp_path_factory.mktemp("courses"))
    danish = project.docs / "da/courses/managers-half-day.md"
    replace_in(danish, ("[book-the-meetings]", "[book-the-meting]"), ("theme-sheet", "theme-shet"))
    english = project.docs / "en/courses/managers-half-day.md"
    replace_in(english, ("closes: +2w", "closes: +3w"), ("id: mandate\n", "id: mandates\n"))
    for path in project.docs.glob("*/courses/regional-guide-meetings.md"):
        replace_in(path, ("    - id: theme\n", "    - id: from-elsewhere\n"))
    for course, name in PLACES.items():
        for path in project.docs.glob(f"*/courses/{course}.md"):
            text = path.read_text(encoding="utf-8")
            text = re.sub(r"(sessions:\n    - id: ).*", rf"\g<1>{name}", text, count=1)
            path.write_text(text, encoding="utf-8")
    for path in project.docs.glob("*/starter-pack/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("id: mandate-letter", "id: managers-half-day-wall"), encoding="utf-8"
        )
    return [str(problem) for problem in load(project).problems]


@pytest.mark.parametrize(
    "said",
    [
        "no chapter is called `book-the-meting`; did you mean `book-the-meetings`?",
        "no printable is called `theme-shet`; did you mean `theme-sheet`?",
    ],
)
def test_a_course_names_only_what_is_there(broken, said):
    """Chapters and printables are looked up in the same language, with a hint."""
    assert any(said in problem for problem in broken)


def test_the_languages_have_the_same_sessions(broken):
    """Minutes, days and ids are the same in the three files; only words differ."""
    said = "\n".join(broken)
    assert "`mandate` is missing; docs/sv/courses/managers-half-day.md:" in said
    assert "`mandates` is not in docs/sv/courses/managers-half-day.md" in said


def test_no_printable_takes_the_name_of_a_course_s_paper(broken):
    """Both would lie in the same place."""
    said = "`managers-half-day-wall` is the name of a paper of the course `managers-half-day`"
    assert any(said in problem for problem in broken)


def test_links_may_lead_to_a_session(tmp_path):
    """A session is a place on its page; what is none is still told."""
    project = make_copy(tmp_path)
    path = project.docs / "sv/courses/managers-half-day.md"
    here, beyond = (f"(guide-training-programme.md#half-day-{n})" for n in (5, 6))
    replace_in(path, ("(guide-training-programme.md)", f"{here} [on]{beyond}"))
    (problem,) = load(project).problems
    assert "nothing is called `#half-day-6`; did you mean `half-day-" in problem.message


@pytest.mark.parametrize("name", ["from-elsewhere", *PLACES.values()])
def test_a_session_takes_no_place_that_its_pages_have(broken, name):
    """A QR code to a session must not open the menu, nor another place on the page or the leader's."""
    said = [problem for problem in broken if f"`{name}` is the name of another place" in problem]
    assert len(said) == 3
    assert all("choose another" in problem for problem in said)
