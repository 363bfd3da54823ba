"""What must be the same in all languages."""

import pytest

from press.content.chapter import Chapter, Home
from press.content.frontmatter import parse
from press.content.parity import compare
from press.content.validate import validate
from small_site import FIXTURE

CHAPTER, HOME = "method-guide/tea.md", "index.md"


def fixture(language, name):
    return (FIXTURE / "docs" / language / name).read_text(encoding="utf-8")


def model_of(text, shown):
    source = parse(text, shown)
    made, problems = validate(source, Home if "doors:" in text else Chapter)
    assert problems == []
    return made, source


def differences(swedish, danish):
    """Return what is said about the Danish text."""
    problems = compare(*model_of(swedish, "sv.md"), *model_of(danish, "da.md"))
    return sorted(str(problem) for problem in problems)


@pytest.mark.parametrize("name", [CHAPTER, HOME])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_translation_may_differ_in_every_text(name, language):
    """The fixture's pages say the same thing in other words."""
    assert differences(fixture("sv", name), fixture(language, name)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # plain values
        (
            "audience: [new-staff, manager]",
            "audience: [manager, new-staff]",
            ["5: audience: is [manager, new-staff] but sv.md:5 has [new-staff, manager]"],
        ),
        (
            "primary_language: sv",
            "primary_language: en",
            ["6: primary_language: is `en` but sv.md:6 has `sv`"],
        ),
        ("facts: [fourum-01]", "facts: []", ["8: facts: is [] but sv.md:8 has [fourum-01]"]),
        (
            "facts: [fourum-01]",
            "facts: [fourum-01, fourum-02]",
            ["8: facts: is [fourum-01, fourum-02] but sv.md:8 has [fourum-01]"],
        ),
        (
            "outside_facts: [D6]\n",
            "",
            ["2: outside_facts: is [] but sv.md:9 has [D6]"],
        ),
        ("id: tea\n", "id: te\n", ["2: id: is `te` but sv.md:2 has `tea`"]),
        # items
        (
            "          - id: cups\n            text: Stil kopper frem.\n",
            "",
            ["25: printables.0.groups.0.items: `cups` is missing; sv.md:31 has it"],
        ),
        (
            "          - id: cups\n",
            "          - id: pot\n            text: Find en kande.\n          - id: cups\n",
            [
                "31: printables.0.groups.0.items.1: `pot` is not in sv.md; "
                "add it there or take it away here"
            ],
        ),
        (
            "          - id: cups\n",
            "          - id: cup\n",
            [
                "25: printables.0.groups.0.items: `cups` is missing; sv.md:31 has it",
                "31: printables.0.groups.0.items.1: `cup` is not in sv.md; "
                "add it there or take it away here",
            ],
        ),
        (
            "            role: guides\n",
            "            role: staff\n",
            ["28: printables.0.groups.0.items.0.role: is `staff` but sv.md:28 has `guides`"],
        ),
        (
            "            role: guides\n",
            "",
            ["26: printables.0.groups.0.items.0.role: is missing; sv.md:28 has it"],
        ),
        (
            "when: +2w",
            "when: +2w\n            role: staff",
            ["39: printables.0.groups.1.items.0.role: stands here but not in sv.md:36"],
        ),
        (
            "when: -1d",
            "when: -2d",
            ["29: printables.0.groups.0.items.0.when: is `-2d` but sv.md:29 has `-1d`"],
        ),
        (
            "            note: Mindst en liter.\n",
            "",
            ["26: printables.0.groups.0.items.0.note: is missing; sv.md:30 has it"],
        ),
        # fields, groups, printables
        (
            "    fields:\n      - id: room\n        label: Lokale\n",
            "",
            ["12: printables.0.fields: `room` is missing; sv.md:20 has it"],
        ),
        (
            "      - id: after\n",
            "      - id: later\n",
            [
                "22: printables.0.groups: `after` is missing; sv.md:33 has it",
                "33: printables.0.groups.1: `later` is not in sv.md; "
                "add it there or take it away here",
            ],
        ),
        (
            "    id: tea-leaflet\n",
            "    id: leaflet\n",
            [
                "11: printables: `tea-leaflet` is missing; sv.md:39 has it",
                "39: printables.1: `leaflet` is not in sv.md; add it there or take it away here",
            ],
        ),
        (
            "contact: [Enhed]",
            "contact: [Enhed, Telefon]",
            ["71: printables.1.panels.back.contact: has 2 entries where sv.md:71 has 1"],
        ),
    ],
)
def test_a_difference_names_both_places(old, new, expected):
    """The problem stands in the translation and points at the line of the original."""
    danish = fixture("da", CHAPTER)
    assert old in danish
    changed = danish.replace(old, new, 1)
    assert differences(fixture("sv", CHAPTER), changed) == [f"da.md:{line}" for line in expected]


def test_another_order_is_a_difference():
    """A reader who ticks by number must find the same thing in both languages."""
    cups = "          - id: cups\n            text: Stil kopper frem.\n"
    danish = fixture("da", CHAPTER)
    items = "        items:\n"
    changed = danish.replace(cups, "").replace(items, items + cups, 1)
    assert differences(fixture("sv", CHAPTER), changed) == [
        "da.md:25: printables.0.groups.0.items: has another order than sv.md:25"
    ]


def test_another_kind_is_a_difference():
    """A checklist stays a checklist in every language."""
    both = "id: tea\ntitle: Te\nsummary: S\naudience: [guide]\nprimary_language: sv\n"
    both += "edition: 2026-01-02\nfacts: []\nsources: []\nprintables:\n  - id: p\n    title: P\n"
    both += "    summary: S\n    edition: 2026-01-02\n"
    panels = ("cover", "inside_1", "inside_2", "inside_3", "flap", "back")
    folder = "    kind: folder\n    panels:\n" + "".join(
        f"      {name}: {{title: T, text: x{', contact: [a]' if name == 'back' else ''}}}\n"
        for name in panels
    )
    items = "    kind: checklist\n    groups: [{id: g, title: G, items: [{id: i, text: I}]}]\n"
    assert differences(f"---\n{both}{folder}---\n", f"---\n{both}{items}---\n") == [
        "da.md:15: printables.0.kind: is `checklist` but sv.md:15 has `folder`"
    ]


def test_the_edition_of_a_translation_is_its_own():
    """A Danish text may be mended on another day than the Swedish one."""
    danish = fixture("da", CHAPTER).replace("2026-01-02", "2026-03-04")
    assert differences(fixture("sv", CHAPTER), danish) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "audience: new-staff",
            "audience: guide",
            ["8: doors.0.audience: is `guide` but sv.md:8 has `new-staff`"],
        ),
        (
            "link: method-guide/tea.md",
            "link: tea.md",
            ["11: doors.0.link: is `tea.md` but sv.md:11 has `method-guide/tea.md`"],
        ),
        (
            "  - id: new\n",
            "  - id: newcomer\n",
            [
                "6: doors: `new` is missing; sv.md:7 has it",
                "7: doors.0: `newcomer` is not in sv.md; add it there or take it away here",
            ],
        ),
    ],
)
def test_the_home_page_has_the_same_doors(old, new, expected):
    """Readers of every language find the same ways in."""
    danish = fixture("da", HOME)
    assert old in danish
    changed = danish.replace(old, new, 1)
    assert differences(fixture("sv", HOME), changed) == [f"da.md:{line}" for line in expected]
