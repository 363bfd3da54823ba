"""The command line: what it prints and how it exits."""

import subprocess
import sys

import pytest

from press.cli import main


@pytest.fixture
def inside(small, monkeypatch):
    """Stand in the small project's folder."""
    monkeypatch.chdir(small.root)
    return small


def test_check_says_when_all_is_well(inside, capsys):
    """A good site gets one line and exit code 0."""
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("6 pages in 3 languages, nothing to mend")


def test_check_tells_how_easy_texts_are(inside, capsys):
    """One line, and what is near a limit, so that a writer sees how far the limits are."""
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        "Translations: all follow their sources.",
        "9 texts are easy enough to read, and none is near a limit. All figures: make check FULL=1",
    ]


def test_check_tells_all_figures_when_asked(inside, capsys):
    """A table for each kind of readers, a line for each text."""
    assert main(["check", "--full"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[3].startswith("Easy-read texts (at the most LIX 27 in Swedish")
    assert [line.split()[-1] for line in lines[5:8]] == [
        f"docs/{language}/method-guide/tea.easy.md" for language in ("sv", "da", "en")
    ]
    assert all("too short to judge" in line for line in lines[5:8])


def test_check_stops_at_a_page_that_is_too_hard(inside, edit, capsys):
    """A sentence of forty words in English."""
    edit("docs/en/method-guide/tea.md", "\n---\n", "\n---\n" + "tea " * 40 + "is long.\n\n")
    assert main(["check"]) == 1
    assert (
        "the sentence has 42 words; a page for staff has 35 at the most" in capsys.readouterr().err
    )


def test_check_names_what_to_mend(inside, edit, capsys):
    """A broken one gets one line a problem and exit code 1."""
    edit("docs/en/method-guide/tea.md", "id: cups", "id: cupz")
    assert main(["check"]) == 1
    lines = capsys.readouterr().err.strip().split("\n")
    assert lines[-1] == "2 problems to mend."
    assert all(line.startswith("docs/en/method-guide/tea.md:") for line in lines[:-1])


def test_build_says_what_was_built(inside, capsys):
    """Pages and printables per language, seconds, and where to open it."""
    assert main(["build"]) == 0
    lines = capsys.readouterr().out.strip().split("\n")
    assert lines[:3] == [
        f"{language}: 2 pages, 2 printables (3 PDFs), 1 chapter PDF"
        for language in ("sv", "da", "en")
    ]
    assert lines[3] == "Translations: all follow their sources."
    assert lines[4].startswith("Built in ")
    assert lines[4].endswith("/site")
    assert "http://127.0.0.1:8000/" in lines[5]
    assert lines[6].startswith("Paper carries https://slingan.example/")


def test_a_failed_build_says_that_the_old_site_stands(inside, edit, capfd):
    """Nothing is lost, and the editor is told so."""
    inside.site.mkdir()
    (inside.site / "index.html").write_text("the site of yesterday", encoding="utf-8")
    edit("docs/sv/index.md", "title: Hem", "titel: Hem")
    assert main(["build"]) == 1
    said = capfd.readouterr().err
    assert "unknown key `titel`; did you mean `title`?" in said
    assert said.strip().endswith("The site was not built, the site built before is untouched.")
    assert [path.name for path in inside.site.iterdir()] == ["index.html"]


def test_outside_a_project_there_is_one_clear_line(tmp_path, monkeypatch, capsys):
    """No traceback for the wrong folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert "no mkdocs.yml here or in any folder above" in capsys.readouterr().err


def test_clean_removes_what_was_built(inside):
    """And nothing else."""
    for folder in (inside.site, inside.store, inside.staging):
        folder.mkdir(parents=True)
        (folder / "file").touch()
    assert main(["clean"]) == 0
    assert not inside.site.exists()
    assert not (inside.root / "build").exists()
    assert inside.docs.is_dir()


def test_the_authors_reference_is_up_to_date(project, monkeypatch):
    """guide/front-matter.md says what the models say."""
    monkeypatch.chdir(project.root)
    assert main(["reference", "--check"]) == 0


def test_the_package_runs_as_a_command():
    """`press` is installed with the set-up."""
    done = subprocess.run(
        [sys.executable, "-m", "press.cli", "--help"], capture_output=True, text=True, check=True
    )
    assert "check all texts" in done.stdout


def test_check_finds_words_that_are_not_used_here(inside, edit, capsys):
    """The register of words is read with everything else, and its problems stop the check."""
    rule = "{language: sv, words: [kokar*], write: brygger, why: Te bryggs.}"
    (inside.docs / "terms.yml").write_text(f"avoid:\n  - {rule}\n", encoding="utf-8")
    edit("docs/sv/method-guide/tea.md", "\n---\n", "\n---\nVi kokar te.\n\n")
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert "“kokar”: write brygger. Te bryggs. (docs/terms.yml:2)" in said


@pytest.mark.parametrize(
    "broken", [b"a: \0\n", b"avoid: []\r# old\r", b"<<<<<<< HEAD\navoid: \0\n"]
)
def test_one_fault_is_one_line(inside, capsys, broken):
    """Several readers of a file find it, and it is told once."""
    (inside.docs / "terms.yml").write_bytes(broken)
    assert main(["check"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2
