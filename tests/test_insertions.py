"""Lines that are added to the menu and the register; nothing else changes."""

import pytest
import yaml

from press.insertions import with_code, with_page

MENU = """\
nav: # the menu
  - index.md
  - method-guide:
      - method-guide/index.md
      - Tea: method-guide/tea.md # by heart
      # more to come
  - starter-pack: [starter-pack/index.md, starter-pack/cups.md]
  - glossary.md

hooks: [!ENV [A, b]]
"""
REGISTER = """\
# never taken away
issued: [102, 301]

chapters:
  - {code: 101, chapter: tea} # the first
  - code: 102
    was: [method-guide/song]
    retired: {title: {sv: A, da: B, en: C}, instead: [101]}

  # others
  - {code: 301, chapter: net}

printables:
  - {id: tea-list, editions: [2026-01-02]}
"""


def new_lines(before, after):
    """Return the lines that were added; all others must be as they were."""
    old, new = before.splitlines(), after.splitlines()
    added = [n for n, line in enumerate(new) if line not in old]
    assert [line for n, line in enumerate(new) if n not in added] == old
    return [(n + 1, new[n]) for n in added]


def test_a_page_comes_last_in_its_part():
    """Behind the last page, with the comment that stands beside that left where it is."""
    made = with_page(MENU, "method-guide", "method-guide/cups.md")
    assert new_lines(MENU, made) == [(6, "      - method-guide/cups.md")]


def test_a_list_in_one_line_stays_so():
    """A menu may be written in either way."""
    made = with_page(MENU, "starter-pack", "starter-pack/pot.md")
    assert "[starter-pack/index.md, starter-pack/cups.md, starter-pack/pot.md]\n" in made
    assert made.replace(", starter-pack/pot.md", "") == MENU


def test_a_part_that_is_not_in_the_menu_is_no_place():
    """Nobody knows where it would belong."""
    assert with_page(MENU, "courses", "courses/pot.md") is None
    assert with_page("site_name: x\n", "courses", "courses/pot.md") is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False], ids=["last line", "cut off"])
def test_line_ends_are_those_of_the_file(end, last):
    """Also where the last line has none."""
    text = "nav:\n- index.md\n- a:\n  - a/index.md\n".replace("\n", end)
    text = text if last else text.removesuffix(end)
    made = with_page(text, "a", "a/b.md")
    assert made.startswith(text)
    assert made.replace("\r\n", "\n").rstrip("\n").endswith("\n  - a/index.md\n  - a/b.md")
    assert made.count("\n") == made.count(end)


def test_a_code_is_counted_and_stands_by_its_part():
    """Behind the part's other lines, over comments and lines of several lines."""
    made = with_code(REGISTER, 103, "cups")
    assert made.replace("[103, 301]", "[102, 301]") == REGISTER.replace(
        "instead: [101]}\n", "instead: [101]}\n  - {code: 103, chapter: cups}\n"
    )


def test_a_part_without_codes_stands_between_the_others():
    """Its first code is counted too."""
    made = with_code(REGISTER, 201, "cups")
    assert yaml.safe_load(made)["issued"] == [102, 301, 201]
    codes = [line["code"] for line in yaml.safe_load(made)["chapters"]]
    assert codes == [101, 102, 201, 301]


def test_the_first_part_stands_first():
    """Also when it gets its first code last of all."""
    text = "issued: [301]\nchapters:\n  - {code: 301, chapter: net}\n"
    made = with_code(text, 101, "tea")
    assert [line["code"] for line in yaml.safe_load(made)["chapters"]] == [101, 301]
    assert "\n  - {code: 101, chapter: tea}\n  - {code: 301, chapter: net}\n" in made


def test_lists_in_one_line_and_empty_ones_take_a_code():
    """The register of a site without chapters."""
    made = with_code("issued: []\nchapters: []\n", 101, "tea")
    assert made == "issued: [101]\nchapters: [{code: 101, chapter: tea}]\n"
    assert yaml.safe_load(with_code(made, 102, "cups"))["chapters"][1] == {
        "code": 102,
        "chapter": "cups",
    }
    assert with_code("issued:\nchapters:\n", 101, "tea") is None


def test_a_count_in_lines_of_its_own_is_raised_there():
    """`issued` may be written as a list of lines."""
    made = with_code("issued:\n  - 101 # one\nchapters:\n  - {code: 101, chapter: a}\n", 102, "b")
    assert made.startswith("issued:\n  - 102 # one\nchapters:\n")


def test_codes_of_four_digits_belong_to_their_part():
    """After 199 comes 1001."""
    text = (
        "issued: [199, 201]\nchapters:\n  - {code: 199, chapter: a}\n  - {code: 201, chapter: b}\n"
    )
    made = yaml.safe_load(with_code(text, 1001, "c"))
    assert made["issued"] == [1001, 201]
    assert [line["code"] for line in made["chapters"]] == [199, 1001, 201]
