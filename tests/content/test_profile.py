"""A municipality's profile: what may stand in it, and what is said when something else does."""
# ruff: noqa: E501 - the table of mistakes has one line for each

import datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content.colour import ENOUGH, contrast, parse
from press.content.frontmatter import parse as parse_text
from press.content.library import load
from press.content.profile import load_profile
from small_site import ROOT, make_small

GOOD = """\
municipality: Exempelby kommun
unit: Omsorgen
contact:
  - role: Samordnare
    phone: 010-000 00 00
    email: stod@exempelby.example
  - role: Växel
    phone: "+46 10 000 00 01"
web: https://exempelby.example/stöd
logo:
  file: logo.svg
  alt: Två träd
colour: "#1f5c3d"
languages: [sv, en]
start: 2027-02-01
printables:
  - tea-list
  - tea-leaflet
welcome:
  sv: Välkommen!
  en: Welcome!
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0H3"/></svg>'
KEYS = (
    "`colour`, `contact`, `languages`, `logo`, `municipality`, `printables`, `start`, `starts`, `unit`, "
    "`web`, `welcome`"
)
LOGO_NAME = "must be the name of an .svg or .png file beside the profile, without dots or spaces"
COLOUR = 'must be # and six of 0-9 and a-f, in quotes, such as `"#14506b"`'
CHOICE = "must be `all` or a list of ids with at least one in it"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The fixture site's texts: they tell which printables there are."""
    return load(make_small(tmp_path_factory.mktemp("library") / "site"))


@pytest.fixture
def problems_of(library, tmp_path):
    """Return a function that gives the problems of a profile's text, beside a good logo."""
    (tmp_path / "logo.svg").write_text(LOGO)

    def problems(text, name="a.yml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        made, found = load_profile(path, f"editions/{name}", library)
        assert (made is None) == bool(found)
        return [str(problem) for problem in found]

    return problems


def test_a_good_profile_is_read(library, problems_of, tmp_path):
    """Everything a municipality says comes out as it said it; the file names the edition."""
    assert problems_of(GOOD, "exempel-by2.yml") == []
    made, _ = load_profile(tmp_path / "exempel-by2.yml", "x", library)
    assert (made.name, made.logo) == ("exempel-by2", tmp_path / "logo.svg")
    assert made.profile.start == datetime.date(2027, 2, 1)
    assert made.profile.contact[1].phone == "+46 10 000 00 01"
    assert made.profile.welcome == {"sv": "Välkommen!", "en": "Welcome!"}


def test_little_is_needed(library, problems_of, tmp_path):
    """A name, a way to reach somebody, a colour and a language; all printables are meant."""
    least = "municipality: A\ncontact:\n  - role: B\n    phone: '010'\n"
    assert problems_of(f'{least}colour: "#000000"\nlanguages: [da]\n') == []
    made, _ = load_profile(tmp_path / "a.yml", "x", library)
    assert (made.profile.printables, made.profile.start, made.logo) == ("all", None, None)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("unit:", "unti:", "2: unknown key `unti`; did you mean `unit`?"),
        ("unit:", "xyz:", f"2: unknown key `xyz`; the keys here are {KEYS}"),
        ("  alt:", "  colour: x\n  alt:", "12: logo: unknown key `colour`; the keys here are `alt`, `file`"),
        ("municipality: Exempelby kommun\n", "", "1: municipality: is missing"),
        ("  alt: Två träd\n", "", "10: logo.alt: is missing"),
        ("municipality: Exempelby kommun", "municipality:", "1: municipality: must be text; put quotes round it (you left it empty)"),
        ("municipality: Exempelby kommun", "municipality: 7", "1: municipality: must be text; put quotes round it (you wrote 7)"),
        ("Exempelby kommun", "E" * 61, "1: municipality: is too long: 61 characters, 60 at the most"),
        ("Exempelby kommun", "E" * 35, "1: municipality: has a word of 35 letters; 34 at the most fit on a cover"),
        ("Omsorgen", "O" * 35, "2: unit: has a word of 35 letters; 34 at the most fit on a cover"),
        ("Exempelby kommun", '"Ex\\u202eby"', "1: municipality: has a hidden sign, U+202E RIGHT-TO-LEFT OVERRIDE; delete it"),
        ("Samordnare", "S" * 41, "4: contact.0.role: is too long: 41 characters, 40 at the most"),
        ("010-000 00 00", "ring oss", "5: contact.0.phone: must be digits, spaces, hyphens and perhaps a + (you wrote ring oss)"),
        ("010-000 00 00", "2027", "5: contact.0.phone: must be text; put quotes round it (you wrote 2027)"),
        ("010-000 00 00", "0" * 45, "5: contact.0.phone: is too long: 45 characters, 44 at the most, to fit its box"),
        ("stod@exempelby.example", "stod", "6: contact.0.email: must be an e-mail address such as dmo@exempelby.example (you wrote stod)"),
        ("stod@exempelby.example", "a b@c.example", "6: contact.0.email: must be an e-mail address such as dmo@exempelby.example (you wrote a b@c.example)"),
        ("stod@exempelby.example", f"{'a' * 40}@b.example", "6: contact.0.email: is too long: 50 characters, 44 at the most, to fit its box"),
        ('    phone: "+46 10 000 00 01"\n', "", "7: contact.1: has neither `phone` nor `email`; write one of them"),
        ("https://exempelby.example/stöd", "exempelby.example", "9: web: must be an address such as https://exempelby.example/ (you wrote exempelby.example)"),
        ("https://exempelby.example/stöd", "javascript:alert(1)", "9: web: must be an address such as https://exempelby.example/ (you wrote javascript:alert(1))"),
        ("exempelby.example/stöd", f"a.example/{'a' * 40}", "9: web: is too long: 58 characters, 44 at the most, to fit its box"),
        ("logo.svg", "logo.v2.svg", f"11: logo.file: {LOGO_NAME} (you wrote logo.v2.svg)"),
        ("logo.svg", "LOGO.SVG", f"11: logo.file: {LOGO_NAME} (you wrote LOGO.SVG)"),
        ("logo.svg", "../logo.svg", f"11: logo.file: {LOGO_NAME} (you wrote ../logo.svg)"),
        ("logo.svg", "logo.jpg", f"11: logo.file: {LOGO_NAME} (you wrote logo.jpg)"),
        ("logo.svg", "other.svg", "11: logo.file: other.svg does not exist; put the file beside the profile"),
        ('"#1f5c3d"', '"1f5c3d"', f"13: colour: {COLOUR} (you wrote 1f5c3d)"),
        ('"#1f5c3d"', "green", f"13: colour: {COLOUR} (you wrote green)"),
        ('"#1f5c3d"', "#1f5c3d", "13: colour: must be text; put quotes round it (you left it empty)"),
        ("[sv, en]", "[sv, fr]", "14: languages.1: `fr` is not known here; write one of `sv`, `da`, `en`"),
        ("[sv, en]", "[sv, no, en]", "14: languages.1: `no` is not known here; write one of `sv`, `da`, `en`"),
        ("[sv, en]", "[sv, en, sv]", "14: languages: names a language twice"),
        ("[sv, en]", "[]", "14: languages: is empty; write at least one"),
        ("[sv, en]", "sv", "14: languages: must be a list: one line each, starting with `- ` (you wrote sv)"),
        ("2027-02-01", '"2027-02-01"', "15: start: must be a date such as 2026-11-23, without quotes (you wrote 2027-02-01)"),
        ("2027-02-01", "2027-02-30", "15: there is no such day as `2027-02-30`"),
        ("2027-02-01", "0227-02-01", "15: start: must be a day of the years 2000 to 2099"),
        ("2027-02-01", "9999-12-31", "15: start: must be a day of the years 2000 to 2099"),
        ("- tea-list", "- tea-lst", "17: printables.0: no printable is called `tea-lst`; did you mean `tea-list`?"),
        ("- tea-list", "- 7", f"16: printables: {CHOICE}"),
        ("\n  - tea-list\n  - tea-leaflet", " tea-list", f"16: printables: {CHOICE}"),
        ("\n  - tea-list\n  - tea-leaflet", " []", f"16: printables: {CHOICE}"),
        ("  en: W", "  da: W", "21: welcome.da: is not one of the profile's `languages`"),
        ("  en: W", "  fr: W", "21: welcome.fr: `fr` is not known here; write one of `sv`, `da`, `en`"),
        ("Welcome!", "W" * 401, "21: welcome.en: is too long: 401 characters, 400 at the most"),
        ("unit:", "  unit:", "2: cannot be read as YAML (mapping values are not allowed here); put quotes round a text that has a colon in it"),
        ("unit: Omsorgen", "municipality: B", "2: the key `municipality` stands twice in the same block"),
        (GOOD, "- a\n- b\n", "1: must be lines of the form `key: value`"),
        (GOOD, "", "1: must be lines of the form `key: value`"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_problem_with_its_line(problems_of, old, new, problem):
    """What is wrong, where, and what to write instead."""
    assert GOOD.count(old) >= 1
    assert problems_of(GOOD.replace(old, new, 1)) == [f"editions/a.yml:{problem}"]


@pytest.mark.parametrize(
    "name", ["Exempelby.yml", "a.b.yml", "å.yml", "-a.yml", "a b.yml", ".a.yml"]
)
def test_the_files_name_is_a_folders_name(problems_of, name):
    """It stands in addresses and on disks of all kinds."""
    assert problems_of(GOOD, name) == [
        f"editions/{name}:1: the file's name must be small letters a-z, digits and hyphens; it names "
        "the folder"
    ]


def test_a_faulty_logo_is_a_problem_at_its_line(problems_of, tmp_path):
    """The file's own fault, with the file's name."""
    (tmp_path / "other.svg").write_text(LOGO.replace("<path", "<script/><path"))
    assert problems_of(GOOD.replace("logo.svg", "other.svg")) == [
        "editions/a.yml:11: logo.file: other.svg has a <script>, which may run or fetch something; "
        "save it as plain shapes"
    ]


def test_all_mistakes_are_told_at_once(problems_of):
    """Nobody mends a file line by line."""
    text = (
        GOOD.replace("logo.svg", "x.svg").replace("- tea-list", "- x").replace("  en: W", "  da: W")
    )
    assert [problem.split(":")[1] for problem in problems_of(text)] == ["21", "17", "11"]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_colour_is_taken_or_another_is_named_that_is_taken(library, tmp_path_factory, colour):
    """Nobody has to try twice."""
    path = tmp_path_factory.getbasetemp() / "colours.yml"
    (path.parent / "logo.svg").write_text(LOGO)
    written = "#{:02X}{:02X}{:02X}".format(*colour)
    path.write_text(GOOD.replace("#1f5c3d", written), encoding="utf-8")
    made, problems = load_profile(path, "colours.yml", library)
    assert (made is not None) == (contrast(colour) >= ENOUGH)
    if problems:
        (problem,) = problems
        assert (problem.line, problem.field) == (13, "colour")
        better = problem.message.rpartition(" ")[2]
        assert contrast(parse(better)) >= ENOUGH
        path.write_text(GOOD.replace("#1f5c3d", better), encoding="utf-8")
        assert load_profile(path, "colours.yml", library)[1] == []


VALUES = parse_text(f"---\n{GOOD}---\n", "a").values
PLACES = [place for place in parse_text(f"---\n{GOOD}---\n", "a").lines if place]
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.dates()
    | st.text(max_size=70)
    | st.sampled_from(["all", "sv", "da", "no", "#ffffff", "../x.svg", "a@b.c", "https://a.b/"])
)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["sv", "fr", "file", "alt", "role", "phone"]) | st.text(max_size=5),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


def changed(values, place, new):
    """Return values with what stands at place replaced."""
    if not place:
        return new
    copy = dict(values) if isinstance(values, dict) else list(values)
    copy[place[0]] = changed(values[place[0]], place[1:], new)
    return copy


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(place=st.sampled_from(PLACES), value=ANYTHING)
def test_any_value_anywhere_is_taken_or_a_problem(library, tmp_path_factory, place, value):
    """There is a profile, or there are problems with lines of the file; never a traceback."""
    path = tmp_path_factory.getbasetemp() / "anything.yml"
    (path.parent / "logo.svg").write_text(LOGO)
    text = yaml.safe_dump(changed(VALUES, place, value), allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    made, problems = load_profile(path, "anything.yml", library)
    assert (made is None) == bool(problems)
    assert all(1 <= p.line <= text.count("\n") + 1 and p.message for p in problems)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 12),
    st.text(max_size=4)
    | st.sampled_from([":", "- ", "\n", "\t", "'", '"', "[", "{", "&a ", "!a "]),
)
def test_any_slip_of_the_hand_is_taken_or_a_problem(library, tmp_path_factory, at, gone, new):
    """Letters put in or lost anywhere."""
    path = tmp_path_factory.getbasetemp() / "slip.yml"
    (path.parent / "logo.svg").write_text(LOGO)
    path.write_bytes((GOOD[:at] + new + GOOD[at + gone :]).encode(errors="surrogatepass"))
    made, problems = load_profile(path, "slip.yml", library)
    assert (made is None) == bool(problems)
    assert all(problem.line >= 1 and problem.message for problem in problems)


@pytest.mark.parametrize("name", ["exempelby", "eksempelkoebing"])
def test_the_example_profiles_can_be_copied(project, name):
    """What a municipality starts from is without fault."""
    path = ROOT / "editions" / f"{name}.yml"
    made, problems = load_profile(path, f"editions/{name}.yml", load(project))
    assert problems == []
    assert made.profile.logo
