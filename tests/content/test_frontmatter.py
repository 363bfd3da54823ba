"""From text to plain values with line numbers, or to problems; never an exception."""

import datetime
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.content.frontmatter import MAX_FRONT_MATTER, Source, parse, read, read_data, read_text
from press.problems import Problem


def lines_of(text):
    return [str(problem) for problem in parse(text, "a.md").problems]


def test_front_matter_and_body_are_told_apart():
    """The body is what stands below the second --- and knows the line it starts on."""
    source = parse("---\nid: a\n---\n\nBody.\n", "a.md")
    assert (source.values, source.body, source.body_line) == ({"id": "a"}, "\nBody.\n", 4)
    assert source.problems == []


def test_a_rule_in_the_body_stays():
    """Only the first two lines with --- frame the front matter."""
    assert parse("---\na: 1\n---\nx\n---\ny", "a.md").body == "x\n---\ny"


def test_space_after_the_dashes_does_no_harm():
    """An author cannot see spaces at the end of a line."""
    assert parse("--- \na: 1\n---\t\nx", "a.md").values == {"a": 1}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("text", "text"),
        ('"quoted: text"', "quoted: text"),
        ("3", 3),
        ("2026-01-02", datetime.date(2026, 1, 2)),
        ("true", True),
        ("", None),
        ("[a, 2]", ["a", 2]),
        ("{a: {b: c}}", {"a": {"b": "c"}}),
        ("|\n  one\n  two", "one\ntwo"),
    ],
)
def test_values_are_plain(written, value):
    """Texts, numbers, dates, lists and blocks become what they look like."""
    assert parse(f"---\nkey: {written}\n---\n", "a.md").values == {"key": value}


def test_every_value_knows_its_line():
    """A problem points at the line of the key or of the entry in a list."""
    text = "---\nid: a\nlist:\n  - x\n  - name: y\n    deep: z\n---\n"
    assert parse(text, "a.md").lines == {
        (): 2,
        ("id",): 2,
        ("list",): 3,
        ("list", 0): 4,
        ("list", 1): 5,
        ("list", 1, "name"): 5,
        ("list", 1, "deep"): 6,
    }


@pytest.mark.parametrize(
    ("location", "line"),
    [(("list", 0), 4), (("list", 7, "name"), 3), (("gone",), 2), ((), 2)],
)
def test_a_missing_value_has_the_line_of_its_block(location, line):
    """What is not there is shown where it should have been."""
    assert parse("---\nid: a\nlist:\n  - x\n---\n", "a.md").line(location) == line


def test_a_file_without_front_matter_has_one_line_for_all():
    """Line 1 stands for the file as a whole."""
    assert Source("a.md").line(("id",)) == 1


def test_a_problem_names_the_field_by_its_path():
    """`list.0` says which of several values is meant."""
    source = parse("---\nid: a\nlist:\n  - x\n---\n", "a.md")
    assert str(source.problem(("list", 0), "is odd")) == "a.md:4: list.0: is odd"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "",
            "1: has no front matter; the first line must be --- and the block must end with ---",
        ),
        (
            "Text.\n---\nid: a\n---\n",
            "1: has no front matter; the first line must be --- and the block must end with ---",
        ),
        ("---\nid: a\n", "1: the front matter never ends; put a line with --- after it"),
        ("---\nid: a\n ---\n", "1: the front matter never ends; put a line with --- after it"),
        ("---\n---\n", "2: must be lines of the form `key: value`"),
        ("---\n# only a remark\n---\n", "2: must be lines of the form `key: value`"),
        ("---\n\n- a\n- b\n---\n", "3: must be lines of the form `key: value`"),
        ("---\njust text\n---\n", "2: must be lines of the form `key: value`"),
        (
            "---\nid: a\n\ttitle: b\n---\n",
            "3: cannot be read as YAML (found character '\\t' that cannot start any token); "
            "indent with spaces, not with tabs",
        ),
        (
            "---\nid: a\ntitle: Tea: a talk\n---\n",
            "3: cannot be read as YAML (mapping values are not allowed here); "
            "put quotes round a text that has a colon in it",
        ),
        (
            '---\nid: a\ntitle: "Tea\n---\n',
            "3: cannot be read as YAML (found unexpected end of stream); "
            "a quotation mark is opened and never closed",
        ),
        (
            "---\nid: a\ntitle\nsummary: b\n---\n",
            "4: cannot be read as YAML (could not find expected ':'); "
            "each line needs `key: value`; check the indent",
        ),
        (
            "---\nid: a\ntitle: @tea\n---\n",
            "3: cannot be read as YAML (found character '@' that cannot start any token); "
            "a text may not start with this character; put quotes round it",
        ),
        (
            "---\nlist:\n  - a\n b: c\n---\n",
            "4: cannot be read as YAML (expected <block end>, but found '<block mapping start>'); "
            "check the indent of this line and the ones above it",
        ),
        (
            "---\nid: !tea a\n---\n",
            "2: tags that start with ! are not used here; put quotes round the text",
        ),
        (
            "---\na: b\nc: !!bool x\n---\n",
            "3: tags that start with ! are not used here; put quotes round the text",
        ),
        (
            "---\na: !!python/object/apply:os.system [ls]\n---\n",
            "2: tags that start with ! are not used here; put quotes round the text",
        ),
        (
            "---\na:\n  - !!map\n    b: c\n---\n",
            "3: tags that start with ! are not used here; put quotes round the text",
        ),
        ("---\nid: a\ntitle: b\nid: c\n---\n", "4: the key `id` stands twice in the same block"),
        (
            "---\nlist:\n  - {a: 1, a: 2}\n---\n",
            "3: the key `a` stands twice in the same block",
        ),
        (
            "---\na: &x [1]\nb: *x\n---\n",
            "2: anchors and aliases (& and *) are not used here; write the text again",
        ),
        (
            "---\na: &x\n  b: *x\n---\n",
            "2: anchors and aliases (& and *) are not used here; write the text again",
        ),
        (
            "---\na: *gone\n---\n",
            "2: anchors and aliases (& and *) are not used here; write the text again",
        ),
        ("---\n? [a, b]\n: c\n---\n", "2: a key must be one plain word"),
        ("---\n{a: b}: c\n---\n", "2: a key must be one plain word"),
        (
            "---\nday: 2026-13-02\n---\n",
            "2: there is no such day as `2026-13-02`",
        ),
        (
            '---\nid: a\ntitle: "Tea\nsummary: b\nlist:\n  - c\n---\n',
            "3: cannot be read as YAML (found unexpected end of stream); "
            "a quotation mark is opened and never closed",
        ),
        (
            "---\nid: a\nlist: [a,\n  b\n---\n",
            "4: cannot be read as YAML (expected ',' or ']', but got '<stream end>')",
        ),
        (
            "---\nid: a\n--- b\nc: d\n---\n",
            "3: has a second block; only one is read",
        ),
        (f"---\na: {'[' * 25}{']' * 25}\n---\n", "2: is nested too deeply"),
        (f"---\na: {'[' * 600}\n---\n", "2: is nested too deeply"),
        (
            "---\na: 1\n...\nb: 2\n---\n",
            "3: the front matter may not hold a line `...`",
        ),
    ],
)
def test_broken_front_matter_is_one_problem_with_its_line(text, problem):
    """The author reads where the block breaks and what usually mends it."""
    assert lines_of(text) == [f"a.md:{problem}"]


@pytest.mark.parametrize("sign", ["\0", "\a", "\x1b", "\x7f", "\ufffe"])
def test_a_control_sign_is_a_problem(sign):
    """A sign that nobody can see or type is refused, not passed on."""
    (problem,) = parse(f"---\nid: a\ntitle: a{sign}b\n---\n", "a.md").problems
    assert str(problem) == f"a.md:3: has a hidden sign, U+{ord(sign):04X}; delete it"


@pytest.mark.parametrize("tag", ["!!bool x", '!!int ""', "!!timestamp x", '!!float ""', "!!null x"])
def test_a_tag_that_does_not_fit_its_text_is_refused_like_any_tag(tag):
    """What a tag would make of a text is not even tried."""
    assert lines_of(f"---\na: {tag}\n---\n") == [
        "a.md:2: tags that start with ! are not used here; put quotes round the text"
    ]


@pytest.mark.parametrize("number", ["9" * 5000, "1_0" * 3000])
def test_a_number_of_thousands_of_digits_is_a_problem(number):
    """Python refuses to read such numbers, and the author reads why."""
    assert lines_of(f"---\na: {number}\n---\n") == [
        f"a.md:2: `{number[:40]}` cannot be read; put quotes round it"
    ]


@pytest.mark.parametrize("opening", ["[", "- ", "? "])
def test_sixty_thousand_brackets_do_not_bring_the_program_down(opening):
    """A depth that ends a whole process, when read by recursion, is one problem like any other."""
    code = (
        "from press.content.frontmatter import parse\n"
        f"print(*parse('---\\na:\\n  ' + {opening!r} * 60_000 + '\\n---\\n', 'a.md').problems)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = "a key must be one plain word" if opening == "? " else "is nested too deeply"
    assert done.stdout == f"a.md:3: {expected}\n"


def test_a_text_may_look_like_a_key_of_another_block():
    """The same key in two blocks is no mistake."""
    assert lines_of("---\na: {id: x}\nb: {id: x}\n---\n") == []


def test_nested_aliases_do_not_grow():
    """A few lines that would unfold to gigabytes are refused at the first alias."""
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert lines_of("---\n" + "\n".join(rows) + "\n---\n") == [
        "a.md:2: anchors and aliases (& and *) are not used here; write the text again"
    ]


def test_front_matter_of_the_longest_allowed_size_is_read():
    """The limit itself is allowed."""
    block = "a: 1\n#".ljust(MAX_FRONT_MATTER, "x")
    assert parse(f"---\n{block}\n---\n", "a.md").values == {"a": 1}


def test_longer_front_matter_is_refused_unread():
    """A block that no author writes costs no time."""
    block = "a: 1\n#".ljust(MAX_FRONT_MATTER + 1, "x")
    source = parse(f"---\n{block}\n---\nBody.", "a.md")
    assert [str(problem) for problem in source.problems] == [
        "a.md:1: the front matter is 200,001 characters; 200,000 is the most"
    ]
    assert (source.values, source.body) == ({}, "Body.")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"---\r\na: 1\r\n---\r\n", "---\na: 1\n---\n"),
        (b"\xef\xbb\xbf---\na: 1\n", "---\na: 1\n"),
        ("Blåbär\n".encode(), "Blåbär\n"),
        (b"", ""),
    ],
)
def test_files_of_any_editor_are_read(tmp_path, data, text):
    """Windows line ends and a byte order mark are taken away."""
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert read_text(path, "a.md") == (text, None)


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"a\nb\nbl\xe5b\xe4r\n", 3), (b"\xff", 1), (b"a\n\xed\xa0\x80", 2), (b"\xff\xfea\0", 1)],
)
def test_a_file_that_is_not_utf_8_is_a_problem_with_its_line(tmp_path, data, line):
    """The first unreadable character is shown, whatever the file was saved as."""
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert read_text(path, "a.md") == (
        "",
        Problem("a.md", line, "", "has a character that is not UTF-8; save the file as UTF-8"),
    )


def test_a_file_of_5_mb_is_a_problem(tmp_path):
    """Something that is no text was put among the texts."""
    path = tmp_path / "a.md"
    path.write_text("---\na: " + "x" * 5_000_000 + "\n---\n")
    assert [str(problem) for problem in read(path, "a.md").problems] == [
        "a.md:1: is 5.0 MB; a text file may be 2 MB at the most"
    ]


def test_a_missing_file_is_a_problem(tmp_path):
    """In plain words, not in the system's."""
    assert [str(problem) for problem in read(tmp_path / "a.md", "a.md").problems] == [
        "a.md:1: is missing"
    ]


def test_a_folder_with_a_files_name_is_a_problem(tmp_path):
    """A folder called a.md stops nothing but itself."""
    assert [str(problem) for problem in read(tmp_path, "a.md").problems] == [
        "a.md:1: is a folder; take it away"
    ]


def test_a_pipe_is_not_waited_for(tmp_path):
    """What never ends is not read."""
    os.mkfifo(tmp_path / "a.md")
    assert [str(problem) for problem in read(tmp_path / "a.md", "a.md").problems] == [
        "a.md:1: is not an ordinary file; take it away"
    ]


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> theirs", "<<<<<<<"])
def test_an_unfinished_merge_is_named(tmp_path, mark):
    """One message, whatever the marks would be taken for in this kind of file."""
    path = tmp_path / "a.md"
    path.write_text(f"---\na: b\n---\nText\n{mark}\n")
    (problem,) = read(path, "a.md").problems
    assert str(problem).startswith("a.md:5: has a mark of a merge that is not finished")


def test_old_line_ends_are_named(tmp_path):
    """To delete each of these signs would join all lines."""
    path = tmp_path / "a.md"
    path.write_bytes(b"---\ra: b\r---\r")
    (problem,) = read(path, "a.md").problems
    assert str(problem).startswith("a.md:1: has line ends of an old kind (CR)")


def test_a_data_file_has_no_dashes_and_counts_from_line_1(tmp_path):
    """The glossary and the sources are YAML from their first line."""
    path = tmp_path / "a.yml"
    path.write_text("terms:\n  - id: loop\n")
    source = read_data(path, "a.yml")
    assert source.values == {"terms": [{"id": "loop"}]}
    assert source.line(("terms", 0, "id")) == 2


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "a.yml:1: must be lines of the form `key: value`"),
        (b"a: 1\na: 2\n", "a.yml:2: the key `a` stands twice in the same block"),
        (b"\xff", "a.yml:1: has a character that is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_broken_data_file_is_a_problem(tmp_path, data, problem):
    """Data files follow the rules of front matter."""
    path = tmp_path / "a.yml"
    path.write_bytes(data)
    assert [str(found) for found in read_data(path, "a.yml").problems] == [problem]


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.text())
def test_no_text_makes_the_parser_raise(text):
    """Whatever stands between the dashes, there are values or one problem with a line."""
    source = parse(f"---\n{text}\n---\n", "a.md")
    assert len(source.problems) <= 1
    assert all(problem.line >= 1 and problem.message for problem in source.problems)
    assert not (source.problems and source.values)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.text())
def test_no_file_makes_the_parser_raise(text):
    """A text that does not even start with dashes is read without an exception."""
    assert len(parse(text, "a.md").problems) <= 1


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("9:30", "9:30"),  # to YAML 570
        ("13:30", "13:30"),
        ("020", "020"),  # to YAML 16
        ("0104", "0104"),
        ("09.30", "09.30"),
        ("0", 0),
        ("0.5", 0.5),
        ("-3", -3),
        ("1_000", 1000),
    ],
)
def test_numbers_are_those_that_authors_know(written, value):
    """A time is no number of seconds, and a zero in front does not make a number another one."""
    assert parse(f"---\nkey: {written}\n---\n", "a.md").values == {"key": value}


def test_what_is_no_text_is_kept_as_it_was_written():
    """A message shows `No` and not False; a text is shown as it is."""
    source = parse('---\na: No\nb: [9.00, text, "9.00"]\nc:\n---\n', "a.md")
    assert source.written == {("a",): "No", ("b", 0): "9.00", ("c",): ""}


@pytest.mark.parametrize("sign", ["=", "<<"])
def test_a_sign_that_only_yaml_knows_needs_quotes(sign):
    """The site engine cannot read it either, and would show the front matter to readers."""
    assert lines_of(f"---\na: 1\nb: {sign}\n---\n") == [
        f"a.md:3: `{sign}` cannot be read; put quotes round it"
    ]
