"""`press edition`: what it prints and how it exits."""

import pytest

from press.cli import main

PROFILE = (
    "municipality: By\ncontact:\n  - role: Stöd\n    phone: 010-1\ncolour: '#1f5c3d'\n"
    "languages: [sv]\nprintables: [tea-list]\n"
)


@pytest.fixture
def inside(small, monkeypatch):
    """Stand in a small project with two profiles, one of them broken."""
    monkeypatch.chdir(small.root)
    monkeypatch.setenv("PRESS_PROCESSES", "1")
    (small.root / "editions").mkdir()
    (small.root / "editions" / "by.yml").write_text(PROFILE)
    (small.root / "editions" / "stad.yml").write_text(PROFILE.replace("010-1", "x"))
    return small


def test_one_edition_is_made_and_told(inside, capsys):
    """How much was made, and what to open."""
    assert main(["edition", "by"]) == 0
    lines = capsys.readouterr().out.strip().split("\n")
    assert lines[0].startswith("1 edition: 1 made, 0 up to date, 4 files written (")
    shown = inside.root / "build" / "editions" / "by" / "index.html"
    assert lines[1] == f"To look at: {shown}"
    assert shown.is_file()


def test_a_second_time_it_is_up_to_date(inside, capsys):
    """Naming it twice makes it no two."""
    assert main(["edition", "by"]) == 0
    capsys.readouterr()
    assert main(["edition", "by", "by"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 edition: 0 made, 1 up to date, 0 files written (")


def test_all_of_a_folder_are_made_but_the_broken(inside, capsys):
    """The broken one is told with file and line, and the exit code says so."""
    assert main(["edition", "--all", "editions"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("1 edition: 1 made, 0 up to date, 4 files written, 1 failed (")
    assert said.err.strip().split("\n") == [
        "editions/stad.yml:4: contact.0.phone: must be digits, spaces, hyphens and perhaps a + "
        "(you wrote x)",
        "1 problem to mend.",
    ]


def test_a_folder_elsewhere_will_do(inside, tmp_path, capsys):
    """A region may keep its profiles where it likes; what is made lies here."""
    (tmp_path / "region").mkdir()
    (tmp_path / "region" / "dal.yml").write_text(PROFILE)
    assert main(["edition", "--all", str(tmp_path / "region")]) == 0
    assert (inside.root / "build" / "editions" / "dal" / "dal.zip").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["byy"], "editions:1: no profile is called `byy`; did you mean `by`?"),
        (["by", "xxx"], "editions:1: no profile is called `xxx`"),
        ([], "editions:1: say which edition to make: NAME=… with one of by, stad"),
        (["--all", "docs"], "docs:1: there is no profile (*.yml) in this folder"),
        (["--all", "nowhere"], "nowhere:1: there is no profile (*.yml) in this folder"),
    ],
)
def test_a_wrong_name_makes_nothing(inside, capsys, arguments, said):
    """One line that says what there is."""
    if arguments == ["--all", "docs"]:
        for path in inside.docs.glob("*.yml"):
            path.rename(path.with_suffix(".off"))
    assert main(["edition", *arguments]) == 1
    assert capsys.readouterr().err.strip().split("\n") == [said, "1 problem to mend."]
    assert not (inside.root / "build").exists()


def test_broken_texts_stop_every_edition(inside, edit, capsys):
    """They are mended first."""
    edit("docs/en/method-guide/tea.md", "id: cups", "id: cupz")
    assert main(["edition", "by"]) == 1
    assert capsys.readouterr().err.startswith("docs/en/method-guide/tea.md:")
    assert not (inside.root / "build" / "editions").exists()


def test_ctrl_c_is_no_fault_of_the_press(inside, monkeypatch, capsys):
    """No traceback, and the exit code that shells know."""

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("press.editions.make_editions", stop)
    assert main(["edition", "by"]) == 130
    assert capsys.readouterr().err == ""
