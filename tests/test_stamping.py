"""`press stamp` writes what a new printable needs, and nothing that an author must write."""

import pytest
import yaml

from press.build import check
from press.problems import ProblemsFound
from press.stamping import write_missing
from small_site import make_workshop, replace_in


def _without(small, language="sv"):
    path = small.docs / language / "method-guide" / "tea.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(x for x in lines if "    content: " not in x), encoding="utf-8")
    return path


def test_what_is_missing_is_written_where_it_belongs(small):
    """The stamp below the edition, the line at the end of the list; the files are as they were."""
    register = small.docs / "chapters.yml"
    before = {path: path.read_text(encoding="utf-8") for path in small.docs.rglob("*.*")}
    _without(small)
    replace_in(register, ("  - {id: tea-list, editions: [2026-01-02]}\n", ""))
    assert write_missing(small) == ["docs/sv/method-guide/tea.md", "docs/chapters.yml"]
    assert check(small).problems == []
    text = register.read_text(encoding="utf-8")
    after = {path: path.read_text(encoding="utf-8") for path in small.docs.rglob("*.*")}
    assert {path for path in before if before[path] != after[path]} == {register}
    assert sorted(text.split("\n")) == sorted(before[register].split("\n"))
    assert write_missing(small) == []


def test_a_register_without_a_list_gets_one(small):
    """The first printable of a site."""
    register = small.docs / "chapters.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.partition("\nprintables:")[0], encoding="utf-8")
    assert write_missing(small) == ["docs/chapters.yml"]
    assert check(small).problems == []
    assert register.read_text(encoding="utf-8") == text


def test_a_stamp_that_no_longer_agrees_is_left_alone(small):
    """A new edition wants a sentence, which nobody but its author can write."""
    path = small.docs / "sv" / "method-guide" / "tea.md"
    replace_in(path, ("text: Diska.", "text: Diska allt."))
    (said,) = check(small).problems
    assert "the content has changed since edition 2026-01-02" in said.message
    assert write_missing(small) == []
    assert [problem.message for problem in check(small).problems] == [said.message]


def test_what_the_message_says_is_what_helps(small):
    """An author who copies the lines, and writes a sentence, is done."""
    path = small.docs / "sv" / "method-guide" / "tea.md"
    replace_in(path, ("text: Diska.", "text: Diska allt."))
    (said,) = check(small).problems
    edition, content, _, line = said.message.split("`")[1::2]
    indented = f"    {edition}\n    {content}\n    changes:\n      {line}\n"
    text = path.read_text(encoding="utf-8")
    start = text.index("    edition: 2026-01-02\n    content: ")
    old = "".join(text[start:].splitlines(keepends=True)[:2])
    path.write_text(text.replace(old, indented, 1), encoding="utf-8")
    (said,) = check(small).problems
    assert said.message.startswith("say in a sentence what has changed")
    replace_in(path, ('changed: ["…"]', 'changed: ["Allt diskas."]'))
    assert check(small).problems == []


def test_a_new_edition_of_a_part_makes_the_binder_stale(tmp_path):
    """The binder names it, and says what to tell its readers; so does a booklet of a chapter."""
    project = make_workshop(tmp_path / "shop", "binder", "booklet", "worksheet", "letter")
    assert check(project).problems == []
    path = project.docs / "da" / "method-guide" / "tea.md"
    replace_in(path, ("edition: 2026-01-02\n", "edition: 2026-03-04\n"))
    found = check(project).problems
    assert {problem.path for problem in found} == {
        "docs/da/starter-pack/binder.md",
        "docs/da/starter-pack/booklet.md",
    }
    assert all("newer parts: `tea` of 2026-03-04;" in problem.message for problem in found)
    assert all("Ny udgave af ”" in problem.message for problem in found)


def test_a_word_of_the_glossary_makes_the_booklet_stale(tmp_path):
    """It is printed at the end, so paper that is out there explains it in another way."""
    project = make_workshop(tmp_path / "shop", "booklet")
    assert check(project).problems == []
    path = project.docs / "glossary.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("text: ", "text: Ny. "), encoding="utf-8")
    assert {problem.path for problem in check(project).problems} == {
        f"docs/{language}/starter-pack/booklet.md" for language in ("sv", "da", "en")
    }


def test_what_is_drawn_from_a_broken_register_is_not_judged(tmp_path):
    """Its stamp would be another one as soon as the register is mended."""
    project = make_workshop(tmp_path / "shop", "plan")
    assert check(project).problems == []
    replace_in(project.docs / "paths.yml", ("          - tea\n", "          - teas\n"))
    assert {problem.path for problem in check(project).problems} == {"docs/paths.yml"}


def test_a_plan_waits_for_a_step_that_cannot_be_read(tmp_path):
    """A chapter with a slip does not change what the plan says."""
    project = make_workshop(tmp_path / "shop", "plan")
    path = project.docs / "da" / "method-guide" / "tea.md"
    replace_in(path, ("edition: 2026-01-02\n", "edition: 2026-02-30\n"))
    assert {problem.path for problem in check(project).problems} == {"docs/da/method-guide/tea.md"}


def test_a_new_title_makes_a_link_sheet_stale(tmp_path):
    """It prints titles; what else a chapter says is found at the end of the code."""
    project = make_workshop(tmp_path / "shop", "links")
    assert check(project).problems == []
    path = project.docs / "sv" / "method-guide" / "tea.md"
    replace_in(path, ("\nsummary: ", "\nsummary: Ny. "))
    assert check(project).problems == []
    replace_in(path, ("\ntitle: ", "\ntitle: Nytt om "))
    (found,) = check(project).problems
    assert found.path == "docs/sv/starter-pack/links.md"
    assert "(its own, or what it prints from elsewhere)" in found.message


def test_a_link_sheet_waits_for_a_chapter_that_cannot_be_read(tmp_path):
    """Nobody knows its title, and it says itself what is wrong."""
    project = make_workshop(tmp_path / "shop", "links")
    path = project.docs / "da" / "method-guide" / "tea.md"
    replace_in(path, ("edition: 2026-01-02\n", "edition: 2026-02-30\n"))
    assert {problem.path for problem in check(project).problems} == {"docs/da/method-guide/tea.md"}


def test_a_binder_waits_for_what_lies_in_it(tmp_path):
    """The edition of a part may change yet, and with it what is to be written here."""
    project = make_workshop(tmp_path / "shop", "binder", "worksheet", "letter")
    path = project.docs / "sv" / "method-guide" / "tea.md"
    replace_in(path, ("    edition: 2026-01-02\n", "    edition: 2026-03-04\n"))
    (found,) = check(project).problems
    assert found.path == "docs/sv/method-guide/tea.md"
    assert found.message.startswith("does not say what has changed")


def test_a_list_is_added_to_as_it_is_written(tmp_path):
    """YAML knows lists with no space in front; one in brackets is told, and left as it is."""
    project = make_workshop(tmp_path / "shop", "plan")
    path = project.docs / "chapters.yml"
    head, _, rest = path.read_text(encoding="utf-8").partition("printables:\n")
    first, *others = rest.splitlines()
    path.write_text("\n".join([f"{head}printables:", *(line[2:] for line in others), ""]), "utf-8")
    assert write_missing(project) == ["docs/chapters.yml"]
    assert path.read_text(encoding="utf-8").endswith(f"\n{first[2:]}\n")
    assert check(project).problems == []
    inline = f"{head}printables: [{', '.join(line.strip()[2:] for line in others)}]\n"
    path.write_text(inline, encoding="utf-8")
    with pytest.raises(
        ProblemsFound, match="printables: cannot be added to; write a line for each"
    ):
        write_missing(project)
    assert path.read_text(encoding="utf-8") == inline


@pytest.mark.parametrize("edition", ["edition:\n      2026-01-02", "edition: {D}"])
def test_a_place_without_room_is_left_as_it_is(small, edition):
    """A file is never made one that cannot be read; the author is told what to write."""
    path = _without(small)
    text = path.read_text(encoding="utf-8")
    if "{D}" in edition:
        start, end = text.index("  - kind: checklist"), text.index("  - kind: folder")
        values = yaml.safe_load(text[start:end])[0]
        line = yaml.safe_dump(values, default_flow_style=True, allow_unicode=True, width=9999)
        text = f"{text[:start]}  - {line}{text[end:]}"
    else:
        text = text.replace("    edition: 2026-01-02\n", f"    {edition}\n", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="there is no room below this line; write `content: "):
        write_missing(small)
    assert path.read_text(encoding="utf-8") == text


def test_line_ends_stay_as_they_are(small):
    """A file of Windows is not made another in every line."""
    path = _without(small)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert write_missing(small) == ["docs/sv/method-guide/tea.md"]
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert check(small).problems == []


def test_a_lost_register_is_told(small):
    """And no traceback shown."""
    (small.docs / "chapters.yml").unlink()
    with pytest.raises(ProblemsFound, match=r"^docs/chapters\.yml:1: is missing$"):
        write_missing(small)
