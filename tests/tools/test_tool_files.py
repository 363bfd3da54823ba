"""Tables of tools from files, and back."""

import json

import pytest

from press.content.tools import load_tools, tool_sources
from press.problems import ProblemsFound
from press.project import Project
from press.tools.files import as_table, read_saved, read_table
from small_site import ROOT


@pytest.fixture(scope="module")
def tool():
    """The tool that matches guides."""
    return load_tools(tool_sources(Project(ROOT)))[0]["guide-matching"]


@pytest.fixture
def read(tool, tmp_path):
    """Read bytes as the table of pairs on offer."""

    def run(data):
        path = tmp_path / "offers.csv"
        path.write_bytes(data)
        return read_table(path, tool.by_id["offers"])

    return run


def test_heads_are_ids_or_labels_in_any_language(read):
    """A Danish head, an id and an English label, in small letters or not."""
    rows = read("Par (initialer);KOMMUNE;loops;experience of schools\nA+B;Ø;2;ja\n".encode())
    assert rows == [{"pair": "A+B", "municipality": "Ø", "loops": 2, "school": True}]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_parts_cells_is_found_out(read, separator):
    """The sign that stands most in the first line."""
    assert read(f"pair{separator}loops\nA{separator}1\n".encode()) == [{"pair": "A", "loops": 1}]


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252"])
def test_what_spreadsheets_save_is_read(read, code):
    """The three ways in which they write letters."""
    assert read("pair;tied\nÅ+Ö;Älgen\n".encode(code)) == [{"pair": "Å+Ö", "tied": "Älgen"}]


def test_a_guard_against_formulas_is_taken_off_and_put_on(read):
    """An apostrophe keeps a spreadsheet from reckoning with a text."""
    assert read(b"pair\n'=A+B\n") == [{"pair": "=A+B"}]
    assert as_table([["=A+B", "-2"]], "en") == "\ufeff'=A+B,-2\r\n"
    assert as_table([["a;b", "c"]], "da") == '\ufeff"a;b";c\r\n'


def test_each_bad_cell_is_named_with_its_line(read):
    """Also after a cell that runs over two lines."""
    with pytest.raises(ProblemsFound) as raised:
        read(b'pair,municipality,to,loops,lss\nA,"one\ntwo",2027-13-01,2.5,perhaps\nB,,,,,6\n')
    said = [(p.line, p.field, p.message) for p in raised.value.problems]
    assert said == [
        (2, "loops", "must be a whole number (it is 2.5)"),
        (2, "lss", "must be yes or no (it is perhaps)"),
        (2, "to", "must be a day such as 2027-01-12 (it is 2027-13-01)"),
        (4, "", "has 6 cells, more than there are heads (5)"),
    ]


def test_an_unknown_head_and_one_that_stands_twice_are_told(read):
    """With the one that may have been meant."""
    with pytest.raises(ProblemsFound) as raised:
        read(b"pair,lops,Pair\nA,1,B\n")
    assert [p.message for p in raised.value.problems] == [
        "two heads say `pair`",
        "unknown head `lops`; did you mean `loops`?",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'pair;loops\nA;1\n"B;2\nC;3\n', ":3: a quotation mark opens here and is never closed"),
        (b"pair;\nA;lost\n", ":2: `lost` stands under no head"),
        (b"PK\x03\x04 and so on\nx", "save it as CSV"),
        ("pair;loops\nA;1\n".encode("utf-16-le"), "save it as CSV"),
        (b"pair\n" + b"x" * 200_000, ":2: has a cell that is far too long"),
        ("pair;loops\nA;٣\n".encode(), ":2: loops: must be a number"),
    ],
)
def test_nothing_is_lost_or_fails_for_a_table_that_will_not_do(read, data, said):
    """One sentence with the line where it begins."""
    with pytest.raises(ProblemsFound) as raised:
        read(data)
    assert len(raised.value.problems) == 1
    assert said in str(raised.value.problems[0])


def test_a_spreadsheet_may_say_itself_what_parts_the_cells(read):
    """A first line such as sep=; is none of the heads; a mark inside a cell opens nothing."""
    assert read(b'sep=;\r\npair;tied\r\nA "B;"x;""y"""\r\n') == [{"pair": 'A "B', "tied": 'x;"y"'}]


def test_a_file_without_rows_or_that_is_not_there(read, tool, tmp_path):
    """One sentence each."""
    with pytest.raises(ProblemsFound, match="at least one row more"):
        read(b"pair,loops\n")
    with pytest.raises(ProblemsFound, match="cannot be read"):
        read_table(tmp_path / "none.csv", tool.by_id["offers"])


def test_a_saved_file_must_be_of_the_tool(tool, tmp_path):
    """What it holds is given back; another tool's file and broken ones are told of."""
    path = tmp_path / "saved.json"
    path.write_text(json.dumps({"slingan": "guide-matching", "input": {"strict": True}}))
    assert read_saved(path, tool) == {"strict": True}
    for text, said in (
        ('{"slingan": "loop-goals", "input": {}}', "must be a file of the tool `guide-matching`"),
        ("[]", "no file that a tool saved"),
        ("{\n{", "saved.json:2"),
        ("[" * 100_000, "no file that a tool saved"),
        ('{"slingan": ' + "9" * 5_000, "no file that a tool saved"),
    ):
        path.write_text(text)
        with pytest.raises(ProblemsFound, match=said):
            read_saved(path, tool)
