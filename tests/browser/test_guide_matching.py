"""The matching of guides: the browser's own algorithm and the solver in Python agree."""

from __future__ import annotations

import json
import random

from press.content.tools import in_language, load_tools, tool_sources
from press.project import Project
from press.tools import RULES
from press.tools.state import clean
from small_site import ROOT

FIELDS = ("lss", "psychiatry", "elderly", "school", "other")
UNITS = ("Eken", "Hamnen", "Linden", "Boendestöd norr", "Ekens hus", "")
SKILLS = ("tecken", "finska", "bilder")
FIRSTS = ("", "", "2027-01-01", "2027-02-15", "2027-03-20", "2027-09-01")
LASTS = ("", "", "2027-03-15", "2027-04-30", "2027-06-30", "2027-12-15")


def exchange(chance: random.Random) -> dict[str, object]:
    """Return what a coordinator might fill in, with up to twelve requests and twelve offers."""

    def some(of: tuple[str, ...]) -> str:
        return ", ".join(chance.sample(of, chance.choice((0, 0, 0, 1, 2))))

    def days() -> dict[str, str]:
        return {"from": chance.choice(FIRSTS), "to": chance.choice(LASTS)}

    return {
        "strict": chance.random() < 0.3,
        "requests": [
            {"id": f"F{n}", "unit": chance.choice(UNITS), "field": chance.choice(("", *FIELDS))}
            | {"loops": chance.choice((None, 1, 2, 3)), "needs": some(SKILLS), **days()}
            for n in range(chance.randint(0, 12))
        ],
        "offers": [
            {"pair": chance.choice(("A+B", f"P{n}")), "loops": chance.choice((None, 0, 1, 2, 3))}
            | {"tied": some(UNITS[:5]), "knows": some(SKILLS), **days()}
            | {field: chance.random() < 0.3 for field in FIELDS}
            for n in range(chance.randint(0, 12))
        ],
    }


def test_the_twins_come_to_the_same_proposal(browser, address):
    """Fifty exchanges, each with everything that comes of it: sentences and tables."""
    tool = load_tools(tool_sources(Project(ROOT)))[0]["guide-matching"]
    chance = random.Random(607)
    page = browser.new_page()
    page.goto(f"{address}da/tools/guide-matching/")
    placed = 0
    for _ in range(50):
        filled_in = exchange(chance)
        rules = in_language(tool.rules, "da")
        expected = RULES[tool.id](clean(tool, filled_in), rules, "2027-01-01")
        found = page.evaluate(
            "given => document.querySelector('[data-tool]').workOut(given, '2027-01-01')",
            filled_in,
        )
        assert found == json.loads(json.dumps(expected))
        placed += len(found["tables"]["proposal"])
    page.close()
    assert placed > 50
