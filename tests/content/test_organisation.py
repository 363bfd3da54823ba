"""Who runs this copy of the site, as mkdocs.yml says it."""

import re

import pytest

from press.build import check
from press.content.organisation import Organisation, load_organisation
from small_site import ROOT

GOOD = """\
site_url: https://a.example/
extra:
  generator: false
  organisation:
    name: Exempelby kommun
    web: https://exempelby.example/
    email: webben@exempelby.example
    phone: "0123-456 78"
    form: https://exempelby.example/kontakt
    country: sweden
"""


def said(small, old="", new=""):
    """Return what is said of the settings with a text replaced."""
    assert old in GOOD
    (small.root / "mkdocs.yml").write_text(GOOD.replace(old, new), encoding="utf-8")
    return [str(problem) for problem in load_organisation(small)[1]]


def test_everything_can_be_said(small):
    """And it is what templates get."""
    assert said(small) == []
    organisation, _ = load_organisation(small)
    assert organisation.name == "Exempelby kommun"
    assert organisation.phone == "0123-456 78"
    assert organisation.country_code == "SE"


def test_the_guides_example_is_good(small):
    """What guide/publishing.md shows can be written as it stands, and names every key."""
    guide = (ROOT / "guide" / "publishing.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", guide, re.S)[1]
    (small.root / "mkdocs.yml").write_text(block, encoding="utf-8")
    organisation, problems = load_organisation(small)
    assert problems == []
    assert organisation.country == "sweden"
    assert [name for name in Organisation.model_fields if f"    {name}:" not in block] == []


def test_this_sites_settings_have_a_place_for_everything(project):
    """An owner finds every key at the head of mkdocs.yml."""
    head = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("docs_dir")[0]
    assert [name for name in Organisation.model_fields if f"    {name}:" not in head] == []
    assert load_organisation(project)[1] == []


@pytest.mark.parametrize("block", ["", "extra:\n", "extra:\n  organisation:\n    name:\n"])
def test_nothing_need_be_said(small, block):
    """No name, number or address is invented."""
    (small.root / "mkdocs.yml").write_text(f"site_url: https://a.example/\n{block}")
    assert load_organisation(small) == (Organisation(), [])
    assert Organisation().country_code is None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (" Exempelby kommun", " 3", "5: organisation.name: must be text; put quotes round it"),
        ("web: https:", "web: http:", "6: organisation.web: must be an address that begins with"),
        ("email: webben@", "email: ", "7: organisation.email: must be an e-mail address such as"),
        ('"0123-456 78"', "01234567", "8: organisation.phone: must be text; put quotes round it"),
        ('"0123-456 78"', "call us", "8: organisation.phone: must be digits, spaces, hyphens"),
        ("form: https:", "form: javascript:", "9: organisation.form: must be an address that"),
        ("sweden", "sverige", "10: organisation.country: `sverige` is not known here"),
        ("phone:", "phon:", "8: organisation: unknown key `phon`; did you mean `phone`?"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(small, old, new, says):
    """One message, where to look, what to write."""
    problems = said(small, old, new)
    assert len(problems) == 1
    assert problems[0].startswith(f"mkdocs.yml:{says}")


def test_an_organisation_is_a_block(small):
    """A name alone is not enough."""
    (small.root / "mkdocs.yml").write_text("extra:\n  organisation: Exempelby\n")
    assert [str(problem) for problem in load_organisation(small)[1]] == [
        "mkdocs.yml:2: organisation: must be a block of `key: value` lines (you wrote Exempelby)"
    ]


def test_the_check_knows_it(small, edit):
    """`press check` says it with all the rest."""
    edit("mkdocs.yml", "extra:\n", "extra:\n  organisation: {country: norway}\n")
    (problem,) = check(small).problems
    assert problem.path == "mkdocs.yml"
    assert problem.field == "organisation.country"
