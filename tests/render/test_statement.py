"""The accessibility statement as readers see it."""

import dataclasses
import datetime
from typing import get_args

import pytest
from lxml import html

from press.content.accessibility import About, Check, Finding, Mode, Report, Statement
from press.content.organisation import Organisation
from press.facts import Facts
from press.project import LANGUAGES
from press.render.desk import Desk
from press.render.fragments import Fragments, environment
from press.render.statement import statement_data
from press.render.words import load_words

REPORT = Report(
    date=datetime.date(2026, 12, 1),
    checks=(
        Check(
            tool="axe",
            version="4.10",
            about="rules",
            standard="WCAG 2.2 AA",
            looked_at=54,
            modes=("dark", "opened"),
            findings=(Finding(rule="label", count=2), Finding(rule="region", count=1)),
        ),
        Check(tool="Slingan", about="links", looked_at=4800),
    ),
)


@pytest.fixture(scope="module")
def draw(project, own_library):
    """Return the statement in a language, with fields of its data changed."""
    library, words = own_library, load_words(project)

    def drawn(language, report=None, organisation=None, **changes):
        data = library.statement.model_dump() | changes
        changed = dataclasses.replace(
            library,
            statement=Statement.model_validate(data),
            report=report,
            organisation=Organisation.model_validate(organisation or {}),
        )
        desk = Desk(changed, words[language], "https://a.example/", lambda path: [])
        made = Fragments(environment(project), desk, lambda place: Facts()).statement()
        return html.fragment_fromstring(made, create_parent="div")

    return drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_law_asks_for_is_there(draw, language):
    """Parts by their places, the same in all languages."""
    root = draw(language)
    assert root.xpath("//h2/@id") == [
        "status",
        "known-problems",
        "tell-us",
        "complain",
        "how-we-looked",
    ]
    assert root.xpath("//h3/@id")[:2] == ["without-sight", "low-vision"]
    assert root.xpath("//h3/@id")[-3:] == ["burden", "outside-law", "automatic-checks"]
    assert "https://a.example/" in root.text_content()
    assert "november 2026" in root.text_content().lower()
    assert root.xpath("//@href") == ["https://digg.se/tdosanmalan", "https://digst.dk/"]


def test_the_danish_one_names_the_was_tool(draw):
    """A page of our own does not fulfil a Danish public body's duty."""
    assert "WAS-Tool" in draw("da").text_content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_another_language_are_marked(draw, language):
    """A screen reader says them in their own language."""
    names = draw(language).xpath("//h3/span")
    marked = [name.get("lang", language) for name in names]
    assert marked == ["sv", "da"]


def test_what_is_not_filled_in_says_so(draw):
    """No number or address is invented; what is given is a link."""
    assert draw("en").text_content().count("not filled in yet") == 2
    organisation = {"name": "A town", "phone": "112", "email": "a@b.example"}
    root = draw("en", organisation=organisation)
    assert "This copy is run by A town." in root.text_content()
    assert "not filled in" not in root.text_content()
    assert root.xpath("//dd/a/@href") == ["mailto:a@b.example"]


def test_a_reader_is_sent_to_the_authority_of_the_country(draw):
    """To both while nobody has said which law applies."""
    root = draw("en", organisation={"country": "denmark"})
    assert root.xpath("//@href") == ["https://digst.dk/"]


def test_problems_stand_where_they_concern_the_reader(draw):
    """Under each way of using the site, or under the reason why they are left out."""
    text = {"sv": "x", "da": "x", "en": "x"}
    film = {"id": "film", "uses": ["flicker"], "what": text, "why": text, "reason": "burden"}
    root = draw("en", problems=(film,))
    assert root.xpath("//h3/@id")[0] == "burden"
    assert "We know of nothing of the kind." in root.text_content()
    assert root.xpath("//h3[@id='burden']/following-sibling::*[1]")[0].tag == "ul"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_told_with_its_date_or_that_there_is_none(draw, language):
    """And that no program finds everything."""
    assert len(draw(language).xpath("//h3[@id='automatic-checks']/following-sibling::*")) == 1
    root = draw(language, REPORT)
    said = root.xpath("string(//h3[@id='automatic-checks']/following-sibling::ul)")
    assert "december 2026" in root.text_content().lower()
    assert "(WCAG 2.2 AA): axe 4.10. " in said
    assert ": 54. " in said
    assert ": 3 (label 2, region 1)." in said
    assert ": 4800. " in said
    assert ": 0." in said


def test_ways_of_showing_and_kinds_of_checks_have_words(project):
    """In all languages, so that no report can stop a build."""
    for words in load_words(project).values():
        assert all(words[f"a11y_mode_{mode}"] for mode in get_args(Mode))
        assert all(words[f"a11y_about_{about}"] for about in get_args(About))


def test_an_assessment_has_a_name_and_a_day(project, own_library):
    """Who looked, and when."""
    words = load_words(project)["en"]
    data = own_library.statement.model_dump()
    data |= {"assessed_by": "Lookers", "assessed_on": datetime.date(2027, 1, 31)}
    statement = Statement.model_validate(data)
    made = statement_data(statement, None, Organisation(), words, "https://a.example/")
    assert made["assessed"] == "Assessed by Lookers on 31 January 2027."
