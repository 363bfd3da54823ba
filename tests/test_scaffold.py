"""A new chapter is made whole, or not at all, and says what its author is to write."""

import datetime
import re
from pathlib import Path

import pytest
import yaml

from press.build import check
from press.cli import main
from press.insertions import with_code, with_page
from press.problems import ProblemsFound
from press.project import LANGUAGES, Project
from press.scaffold import new_chapter, told
from press.stamping import write_missing
from press.translating import record_missing
from small_site import ROOT

TODAY = datetime.date(2026, 1, 3)
PLACE = "method-guide/cups"
FILES = [f"docs/{language}/{PLACE}.md" for language in LANGUAGES]
EASY = [f"docs/{language}/{PLACE}.easy.md" for language in LANGUAGES]


def state(project):
    """Return every file of the project's texts and settings with what it says."""
    paths = [project.root / "mkdocs.yml", *project.docs.rglob("*")]
    return {path: path.read_bytes() for path in paths if path.is_file()}


def problems(project):
    """Return all problems of a project as it is on disk now."""
    return [str(problem) for problem in check(Project(project.root)).problems]


def refusal(project, place):
    """Return the one message with which a chapter is refused; nothing may have changed."""
    before = state(project)
    with pytest.raises(ProblemsFound) as found:
        new_chapter(project, place, TODAY)
    assert state(project) == before
    (problem,) = found.value.problems
    return str(problem)


def write_out(project, made):
    """Put words in the place of every mark, as an author does."""
    for name in made.files:
        path = project.root / name
        text = re.sub(r" +# \(\(write [^)]*\)\)", "", path.read_text(encoding="utf-8"))
        path.write_text(re.sub(r"\(\(write [^)]*\)\)", "Ord", text), encoding="utf-8")


def test_files_code_and_menu_are_made(small):
    """Three files that are alike, the next free code, a line at the end of the part."""
    made = new_chapter(small, PLACE, TODAY)
    assert (made.code, list(made.files)) == (102, FILES)
    assert made.changed == ("docs/chapters.yml", "mkdocs.yml")
    assert all(
        (small.root / path).read_text(encoding="utf-8") == text for path, text in made.files.items()
    )
    assert Project(small.root).order == ["index", "method-guide/tea", "method-guide/cups"]
    register = yaml.safe_load((small.docs / "chapters.yml").read_text(encoding="utf-8"))
    assert register["issued"] == [102]
    assert register["chapters"] == [
        {"code": 101, "chapter": "tea"},
        {"code": 102, "chapter": "cups"},
    ]


@pytest.mark.parametrize("easy", [False, True])
def test_check_says_what_is_to_be_written_and_nothing_else(small, easy):
    """The same lines that the command prints."""
    made = new_chapter(small, PLACE, TODAY, easy)
    assert list(made.files) == (FILES + EASY if easy else FILES)
    found = problems(small)
    assert all(": still to be written: " in problem for problem in found)
    assert {problem.partition(":")[0] for problem in found} == set(made.files)
    lines = {
        tuple(re.match(r"  line (\d+): (.*)", line).groups())
        for line in told(made)
        if "  line" in line
    }
    said = {
        re.match(r"\S+?:(\d+): still to be written: (.*)", problem).groups() for problem in found
    }
    assert said == lines


@pytest.mark.parametrize("easy", [False, True])
def test_a_chapter_that_is_written_out_is_whole(small, easy):
    """When the marks are gone, `press stamp` and `press translated` give the rest, and all is well."""
    made = new_chapter(small, PLACE, TODAY, easy)
    assert write_missing(small) == []  # there is nothing to stamp yet
    write_out(small, made)
    assert write_missing(Project(small.root)) == [
        *sorted(FILES, key=FILES.index),
        "docs/chapters.yml",
    ]
    record_missing(Project(small.root))
    assert problems(small) == []
    library = check(Project(small.root))
    entry = library.entries["da", PLACE]
    assert library.codes.by_chapter["cups"] == 102
    assert [printable.id for printable in entry.model.printables] == ["cups-list"]
    assert entry.model.edition == TODAY
    assert bool(entry.easy) == easy


def test_one_language_at_a_time_is_told(small):
    """What was forgotten in one file stops the site, whatever the others say."""
    made = new_chapter(small, PLACE, TODAY)
    write_out(small, made)
    path = small.root / FILES[1]
    path.write_text(
        made.files[FILES[1]].replace("((write the title, 45 characters at best))", "Ord"),
        encoding="utf-8",
    )
    found = [problem for problem in problems(small) if "still to be written" in problem]
    assert {problem.partition(":")[0] for problem in found} == {FILES[1]}


def test_comments_and_order_of_the_settings_stay():
    """Of this project's own: a line is new in each and the count is another, nothing else."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    after = with_page(menu, "courses", "courses/cups.md")
    assert after.replace("      - courses/cups.md\n", "") == menu
    register = (ROOT / "docs" / "chapters.yml").read_text(encoding="utf-8").splitlines()
    after = with_code("\n".join(register), 599, "cups").splitlines()
    assert len(after) == len(register) + 1
    assert len(set(after) - set(register)) == 2


def test_a_checklist_gets_an_id_that_was_never_printed(small):
    """Old paper with that id would lead to a list it has nothing to do with."""
    gone = (
        "  - {id: cups-list, editions: [2026-01-02], chapter: 101, title: {sv: A, da: B, en: C}}\n"
    )
    register = small.docs / "chapters.yml"
    register.write_text(register.read_text(encoding="utf-8") + gone, encoding="utf-8")
    assert problems(small) == []
    made = new_chapter(small, PLACE, TODAY)
    assert "    id: cups-list-2\n" in made.files[FILES[0]]
    assert "\n[[cups-list-2]]\n" in made.files[FILES[0]]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("", "docs:1: say which chapter to make, part/name, such as method-guide/prepare-the-room"),
        ("cups", "such as method-guide/prepare-the-room (you wrote cups)"),
        ("method-guide/", "(you wrote method-guide/)"),
        ("method-gide/cups", "unknown part `method-gide`; did you mean `method-guide`?"),
        ("../docs/cups", "unknown part `..`; the parts are method-guide, starter-pack"),
        ("method-guide/../cups", "must be small letters a-z, digits and single hyphens"),
        ("method-guide/Koppar", "(you wrote Koppar)"),
        ("method-guide/kåppar", "must be small letters a-z"),
        ("method-guide/cups.easy", "must be small letters a-z"),
        ("method-guide/cups\n", "(you wrote cups␤)"),
        ("method-guide/" + "c" * 56, "has 55 characters at the most (56 here)"),
        ("method-guide/index", "the page of a part is called so"),
        ("method-guide/con", "Windows has no such file"),
        ("method-guide/home", "a page is called `home` already"),
        ("method-guide/tea", "docs/sv/method-guide/tea.md:1: is there already"),
        ("starter-pack/tea", "a chapter is called `tea` already, in method-guide"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_one_line(small, place, said):
    """And nothing is made."""
    assert said in refusal(small, place)


@pytest.mark.parametrize("name", [FILES[2], EASY[1]])
def test_a_file_that_is_there_is_never_written_over(small, name):
    """Whichever language it is in, and if it is only an easy-read text or a link."""
    path = small.root / name
    path.symlink_to(small.root / "nowhere")
    assert f"{name}:1: is there already" in refusal(small, PLACE)


def test_a_place_on_old_paper_is_not_given_away(small, edit):
    """Its address leads to the chapter that stood there."""
    edit("docs/chapters.yml", "chapter: tea}", "chapter: tea, was: [method-guide/cups]}")
    assert "chapter 101: method-guide/cups is on old paper" in refusal(small, PLACE)


def test_a_part_without_a_page_in_the_menu_is_told(small):
    """Nobody knows where the line would belong."""
    said = refusal(small, "courses/cups")
    assert said.startswith("mkdocs.yml:1: `nav:` has no page of courses; write one there first")


def test_a_site_without_a_menu_of_its_own_gets_none(small, edit):
    """The engine makes it of all pages."""
    path = small.root / "mkdocs.yml"
    head, _, rest = path.read_text(encoding="utf-8").partition("\nnav:\n")
    path.write_text(f"{head}\n{rest[rest.index('validation:') :]}", encoding="utf-8")
    assert new_chapter(small, PLACE, TODAY).changed == ("docs/chapters.yml",)


def test_a_register_with_a_fault_is_mended_first(small, edit):
    """The next free number would be a guess."""
    edit("docs/chapters.yml", "[101]", "[104]")
    before = state(small)
    with pytest.raises(ProblemsFound) as found:
        new_chapter(small, PLACE, TODAY)
    assert {problem.path for problem in found.value.problems} == {"docs/chapters.yml"}
    assert state(small) == before


def test_other_chapters_faults_are_no_hindrance(small, edit):
    """Several people write at the same time."""
    edit("docs/da/method-guide/tea.md", "title: ", "titel: ")
    assert new_chapter(small, PLACE, TODAY).code == 102
    assert new_chapter(Project(small.root), "method-guide/spoons", TODAY).code == 103


def test_a_folder_that_cannot_be_written_to_leaves_nothing(small, monkeypatch):
    """The files of the other languages go again, the register and the menu are as they were."""
    real = Path.replace

    def fails(path, target):
        if "docs/en/" in str(target):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, target)

    monkeypatch.setattr(Path, "replace", fails)
    assert refusal(small, PLACE) == (
        "docs/en/method-guide:1: cannot be written to (Permission denied); nothing was made"
    )


def test_a_part_that_is_a_file_in_one_language_leaves_nothing(small, edit):
    """What stands in the way is named."""
    edit("mkdocs.yml", "[method-guide/tea.md]", "[method-guide/tea.md, courses/tee.md]")
    (small.docs / "da" / "courses").write_text("", encoding="utf-8")
    assert refusal(small, "courses/cups").startswith("docs/da/courses:1: cannot be written to")
    assert not (small.docs / "sv" / "courses").exists()


def test_the_command_prints_what_to_write_where(small, monkeypatch, capsys):
    """Files, lines, and what comes after."""
    monkeypatch.chdir(small.root)
    assert main(["new", "chapter", PLACE, "--easy"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Chapter 102 is to be written in:\n  docs/sv/method-guide/cups.md\n")
    assert "In each chapter, in the place of ((write …)):\n  line 3: the title" in said
    assert (
        "In each easy-read version, in the place of ((write …)):\n  line 2: an easy title" in said
    )
    assert "Move the one in mkdocs.yml" in said


def test_the_command_refuses_in_one_line(small, monkeypatch, capsys):
    """And says so by its exit code; no traceback."""
    monkeypatch.chdir(small.root)
    assert main(["new", "chapter", "tea"]) == 1
    assert capsys.readouterr().err.count("\n") == 2


def test_a_site_with_marks_is_not_built(small, monkeypatch, capfd):
    """A mark is never published unnoticed."""
    new_chapter(small, PLACE, TODAY)
    monkeypatch.chdir(small.root)
    assert main(["build"]) == 1
    assert "still to be written: the title" in capfd.readouterr().err
    assert not small.site.exists()


def test_nothing_is_written_through_a_link(small, tmp_path):
    """What lies outside the project is nobody's chapter."""
    part = small.docs / "sv" / "method-guide"
    part.rename(tmp_path / "elsewhere")
    part.symlink_to(tmp_path / "elsewhere")
    before = sorted((tmp_path / "elsewhere").iterdir())
    assert "docs/sv/method-guide:1: is a link to another place" in refusal(small, PLACE)
    assert sorted((tmp_path / "elsewhere").iterdir()) == before
