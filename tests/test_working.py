"""Working tools on files, by the command line."""

import json

import pytest

from press.cli import main
from small_site import ROOT


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Stand in the project, with a request and two pairs in files; returns their folder."""
    monkeypatch.chdir(ROOT)
    (tmp_path / "requests.csv").write_text("id,unit,loops\nF1,Eken,2\n")
    (tmp_path / "offers.csv").write_text("pair;loops;tied\nA+B;1;Hamnen\nC+D;1;eken\n")
    return tmp_path


def run(files, *more):
    """Run the matching on the files; returns the exit code."""
    sources = [f"{name}={files / name}.csv" for name in ("requests", "offers")]
    return main(["work", "guide-matching", *sources, *more])


def test_it_tells_the_result_in_a_language(files, capsys):
    """Sentences first, then tables with their columns below each other."""
    assert run(files, "--language", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(
        "There are guides for 1 of 2 loops. Ask whether another time would suit, or look for more pairs."
    )
    at = lines.index("Why not?")
    assert lines[at + 1 :] == [
        "  Request  Pair  Reason",
        "  -------  ----  ----------------",
        "  F1       C+D   tied to the unit",
    ]


def test_it_writes_tables_for_a_spreadsheet(files, capsys):
    """Each table in a file of its own, and what was written is told."""
    assert run(files, "--language", "da", "--to", str(files / "out")) == 0
    made = (files / "out" / "guide-matching-refused.csv").read_text(encoding="utf-8-sig")
    assert made == "Forespørgsel;Par;Grund\nF1;C+D;bundet til tilbuddet\n"
    assert f"Written: {files / 'out' / 'guide-matching-proposal.csv'}" in capsys.readouterr().out


def test_more_rows_than_a_form_has_room_for(files, capsys):
    """A file may hold what nobody would type."""
    rows = "".join(f"F{n},Unit {n},1\n" for n in range(60))
    (files / "requests.csv").write_text(f"id,unit,loops\n{rows}")
    assert run(files, "--language", "en") == 0
    assert "There are guides for 2 of 60 loops." in capsys.readouterr().out


def test_any_tool_takes_what_it_saved(files, capsys):
    """And a single answer beside it, and the day to reckon from."""
    saved = {"slingan": "loop-goals", "input": {"year": 2027, "units": [{"unit": "Eken", "p1": 1}]}}
    (files / "saved.json").write_text(json.dumps(saved))
    arguments = [
        "work",
        "loop-goals",
        str(files / "saved.json"),
        "weeks=4",
        "--today",
        "2027-04-01",
    ]
    assert main([*arguments, "--language", "en"]) == 0
    assert "Behind: Eken (1)." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["guide-matchin"], "no tool is called `guide-matchin`; did you mean `guide-matching`?"),
        (["guide-matching", "request=x.csv"], "did you mean `requests`?"),
        (["guide-matching", "strict=perhaps"], "strict: must be yes or no (it is perhaps)"),
        (["coordination-diagram", "means=x.csv"], "`means` is a square"),
        (["loop-goals", "nothing.json"], "nothing.json:1: cannot be read"),
        (["loop-goals", "--today", "tomorrow"], "--today must be a day"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(files, capsys, arguments, said):
    """Never a traceback, and exit code 1."""
    assert main(["work", *arguments]) == 1
    assert said in capsys.readouterr().err


def test_what_is_wrong_in_a_saved_file_is_told_with_its_name(files, capsys):
    """Not as something wrong with the command; half a sign is wrong too."""
    for unit in ("x" * 99, "\ud800"):
        saved = {"slingan": "loop-goals", "input": {"units": [{"unit": unit}]}}
        (files / "saved.json").write_text(json.dumps(saved))
        assert main(["work", "loop-goals", str(files / "saved.json")]) == 1
        assert "saved.json:1: units, row 1, unit: has " in capsys.readouterr().err
