"""What is printed of a tool's findings."""

from audit.findings import Fault, Findings, lines


def findings(*faults, **rest):
    """Findings of a tool that looked at nine pages."""
    return Findings("tool", "1.2", "rules", 9, faults=faults, **rest)


def test_nothing_found_is_said():
    """One line, with what was measured below."""
    found = findings(figures=(("lowest seo", 98.0),))
    assert list(lines(found)) == [
        "tool 1.2 (rules): looked at 9, found nothing",
        "  lowest seo: 98",
    ]


def test_the_same_fault_is_said_once_with_its_pages_and_modes():
    """Rule, element, reason; then each page with the modes in which it shows."""
    faults = [
        Fault("label", "#a", "why", "da/", ("light", "narrow")),
        Fault("label", "#a", "why", "da/", ("dark", "narrow")),
        Fault("label", "#a", "why", ""),
        Fault("alt", "", "", "x/"),
    ]
    assert list(lines(findings(*faults))) == [
        "tool 1.2 (rules): looked at 9, found 4 on 3 pages",
        "  alt",
        "      /x/",
        "  label  #a",
        "      why",
        "      /",
        "      /da/ [dark narrow, light narrow]",
    ]


def test_many_pages_are_counted():
    """A fault of every page does not fill the screen."""
    faults = [Fault("label", "", "", f"{n}/") for n in range(9)]
    assert list(lines(findings(*faults)))[-2:] == ["      /3/", "      and 5 more pages"]
