"""The list of what is found elsewhere: what may stand in it, and what is said of what may not."""

import pytest

from press.content.library import load
from press.content.resources import fault
from small_site import make_small

WHOLE = """\
resources:
  - id: book
    type: book
    language: en
    year: 2018
    address: example.org/a-book?page=2
    checked_on: 2026-11-20
    name: A Book
    about: {sv: En bok., da: En bog., en: A book.}
    facts: [FACT]
"""


def _load(tmp_path, text):
    project = make_small(tmp_path / "small")
    fact = load(project).sources.sources[0].fact_ids[0]
    (project.docs / "resources.yml").write_text(text.replace("FACT", fact), encoding="utf-8")
    library = load(project)
    return library.resources, [p for p in library.problems if p.path == "docs/resources.yml"]


@pytest.mark.parametrize(
    "address",
    [
        "lederweb.dk",
        "https://lederweb.dk",
        "https://heller.brandeis.edu/relational-coordination/",
        "forhandlingsfællesskabet.dk",
        "a.b-c.se/x?y=1&z=2#top",
    ],
)
def test_addresses_of_the_right_form(address):
    """With https or without, with a path or without."""
    assert fault(address) == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://lederweb.dk", "`http://`"),
        ("javascript://lederweb.dk", "`javascript://`"),
        ("lederweb", "`lederweb` is no name of a site"),
        ("Lederweb.dk", "in small letters"),
        ("lederweb.dk:8080/x", "`lederweb.dk:8080` is no name"),
        ("-x.dk", "`-x.dk` is no name"),
        ("someone@lederweb.dk", "not of a person"),
        ("leder web.dk", "spaces"),
        ('lederweb.dk/"x', '`/"x` has signs'),
        ("lederweb.dk?x=1", "is no name of a site"),
        ("", "`` is no name of a site"),
    ],
)
def test_addresses_of_another_form_are_told(address, said):
    """Each in a sentence that names what is wrong."""
    assert said in fault(address)


def test_a_whole_resource_is_read(tmp_path):
    """What was looked at becomes a link, with the scheme that the list may leave out."""
    [book], problems = _load(tmp_path, WHOLE)
    assert problems == []
    assert book.href == "https://example.org/a-book?page=2"
    assert book.called("da") == "A Book"


def test_an_address_that_nobody_looked_at_is_no_link(tmp_path):
    """It is shown, but leads nowhere."""
    [book], problems = _load(tmp_path, WHOLE.replace("    checked_on: 2026-11-20\n", ""))
    assert problems == []
    assert (book.address, book.href) == ("example.org/a-book?page=2", "")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("example.org/a-book?page=2", "http://example.org", 6, "write `https://`"),
        ("    address: example.org/a-book?page=2\n", "", 2, "needs an `address`"),
        ("    name: A Book\n", "", 2, "needs either `title`"),
        ("type: book", "type: bok", 3, "did you mean `book`"),
        ("year: 2018", "year: 18", 5, "1950"),
        ("checked_on: 2026-11-20", "checked_on: 20/11", 7, "checked_on"),
        ("checked_on: 2026-11-20", "checked_on: 2099-01-01", 7, "has not come yet"),
        ("[FACT]", "[D99]", 10, "unknown id `D99`"),
        ("[FACT]", "[]", 10, "facts"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, old, new, line, said):
    """One problem, where it stands."""
    _, problems = _load(tmp_path, WHOLE.replace(old, new))
    assert len(problems) == 1, problems
    assert problems[0].line == line
    assert said in str(problems[0])


def test_two_of_the_same_id_are_refused(tmp_path):
    """An id is a place on the page."""
    twice = WHOLE + WHOLE.removeprefix("resources:\n")
    _, problems = _load(tmp_path, twice)
    assert any("`book`" in str(problem) for problem in problems)


def test_an_empty_list_is_told(tmp_path):
    """The page would have a head and nothing below it."""
    _, problems = _load(tmp_path, "resources: []\n")
    assert [problem.line for problem in problems] == [1], problems


def test_a_site_may_do_without(tmp_path):
    """No file, no list, no problem."""
    assert load(make_small(tmp_path / "small")).resources == ()
