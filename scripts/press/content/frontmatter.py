"""Reads a Markdown file into front matter with line numbers and the text below it."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from press.problems import Problem

MAX_FRONT_MATTER = 200_000  # characters; the longest real one is under 10,000
MAX_FILE = 2_000_000  # bytes
MAX_LINE = 5_000  # characters
MAX_DEPTH = 20  # levels of nesting; the deepest printable needs 7

# Git writes these round two texts of which somebody is to choose one.
_MERGE = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.M)

# To YAML 1.1, 9:30 is a number of seconds and 020 is sixteen; to an author they are a time and twenty.
_NUMBERS = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}
_OTHER_NUMBER = re.compile(r"[-+]?(0\d|\d{1,4}:)")

Location = tuple[str | int, ...]


@dataclass
class Source:
    """One file as read.

    values: the front matter as plain dicts, lists, texts, numbers and dates.
    lines: the line of each value, by its path from the top (`("printables", 0, "title")`).
    body: the Markdown below the front matter; body_line is the file's line it starts on.
    """

    path: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    starts: dict[Location, int] = field(default_factory=dict)  # first lines of texts below a `|`
    written: dict[Location, str] = field(
        default_factory=dict
    )  # numbers, dates and the like, as written
    whole: str = field(default="", repr=False, compare=False)  # the file's text as it was read
    text: Any = field(default=None, repr=False, compare=False)  # the body as read, see body_of()

    def line(self, location: Location) -> int:
        """Return the line of the value at location, or of the nearest value above it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """Return a problem about the front matter value at location."""
        return Problem(self.path, self.line(location), ".".join(map(str, location)), message)


class _Refused(Exception):
    def __init__(self, event: Any, message: str) -> None:
        self.line: int = event.start_mark.line if event else 0  # an empty text has no events
        super().__init__(message)


def read(path: Path, shown: str) -> Source:
    """Read the Markdown file at path; `shown` is how problems name it. Never raises for bad content."""
    text, problem = read_text(path, shown)
    if problem:
        return Source(shown, whole=text, problems=[problem])
    return parse(text, shown)


def read_text(path: Path, shown: str) -> tuple[str, Problem | None]:
    """Return the file's text, or a problem when it cannot be read, is too big or is not UTF-8."""
    try:
        kind = path.stat().st_mode
        # A pipe would be waited for without end.
        if not stat.S_ISREG(kind):
            what = "a folder" if stat.S_ISDIR(kind) else "not an ordinary file"
            return "", Problem(shown, 1, "", f"is {what}; take it away")
        data = path.read_bytes()
    except FileNotFoundError:
        return "", Problem(shown, 1, "", "is missing")
    except OSError as error:
        return "", Problem(shown, 1, "", f"cannot be read ({error.strerror})")
    if len(data) > MAX_FILE:
        size = len(data) / 1_000_000
        return "", Problem(shown, 1, "", f"is {size:.1f} MB; a text file may be 2 MB at the most")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        problem = _unfit(text, shown)
        return "" if problem else text, problem
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", Problem(
            shown, line, "", "has a character that is not UTF-8; save the file as UTF-8"
        )


def _unfit(text: str, shown: str) -> Problem | None:
    """Return why a text is not read any further: one fault that would be told as many."""
    if "\r" in text and "\n" not in text:
        message = "has line ends of an old kind (CR); save the file with line ends LF or CRLF"
        return Problem(shown, 1, "", message)
    if found := _MERGE.search(text):
        message = (
            "has a mark of a merge that is not finished; keep one of the two texts, and delete the "
            "lines that begin with <<<<<<<, ======= and >>>>>>>"
        )
        return Problem(shown, text.count("\n", 0, found.start()) + 1, "", message)
    return _long_line(text, shown)


def _long_line(text: str, shown: str) -> Problem | None:
    """A line of a hundred thousand brackets would keep the Markdown reader busy for minutes."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            return Problem(
                shown,
                number,
                "",
                f"the line has {len(line):,} characters; {MAX_LINE:,} at the most",
            )
    return None


def parse(text: str, shown: str) -> Source:
    """Split text into front matter and body; what is wrong lands in the source's problems."""
    source = Source(shown, whole=text)
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != "---":
        message = "has no front matter; the first line must be --- and the block must end with ---"
        source.problems.append(Problem(shown, 1, "", message))
        return source
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip(" \t") == "---"), None)
    if end is None:
        message = "the front matter never ends; put a line with --- after it"
        source.problems.append(Problem(shown, 1, "", message))
        return source
    source.body, source.body_line = "\n".join(lines[end + 1 :]), end + 2
    block = "\n".join(lines[1:end])
    # The site engine takes such a line for the end of the front matter.
    dots = next((n for n, line in enumerate(lines[1:end], 2) if line.rstrip() == "..."), None)
    if dots:
        source.problems.append(
            Problem(shown, dots, "", "the front matter may not hold a line `...`")
        )
        return source
    if len(block) > MAX_FRONT_MATTER:
        message = f"the front matter is {len(block):,} characters; {MAX_FRONT_MATTER:,} is the most"
        source.problems.append(Problem(shown, 1, "", message))
        return source
    _fill(source, block, offset=2)
    return source


def read_data(path: Path, shown: str) -> Source:
    """Read a whole YAML file, such as the glossary, in the way front matter is read."""
    text, problem = read_text(path, shown)
    if problem:
        return Source(shown, whole=text, problems=[problem])
    source = Source(shown, whole=text)
    _fill(source, text, offset=1)
    return source


def read_block(text: str, shown: str, line: int) -> Source:
    """Read a piece of YAML that stands on a line of a file, in the way front matter is read."""
    source = Source(shown, whole=text)
    _fill(source, text, offset=line)
    return source


# libyaml reads several times faster; where it is not there, or finds a fault, PyYAML's own reader
# serves, so that authors get the same message everywhere.
_Fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _fill(source: Source, block: str, offset: int) -> None:
    try:
        _Builder(block, offset, _Fast).fill(source)
    except (yaml.YAMLError, ValueError, _Refused):
        _fill_carefully(source, block, offset)


def _fill_carefully(source: Source, block: str, offset: int) -> None:
    """Read the block slowly and turn its first fault into a problem."""
    try:
        _Builder(block, offset, yaml.SafeLoader).fill(source)
    except _Refused as refused:
        source.problems.append(Problem(source.path, refused.line + offset, "", str(refused)))
    except yaml.MarkedYAMLError as error:
        mark = _fault(error)
        line = (mark.line if mark else 0) + offset
        source.problems.append(Problem(source.path, line, "", _plain(error)))
    except yaml.reader.ReaderError as error:
        line = block.count("\n", 0, error.position) + offset
        source.problems.append(Problem(source.path, line, "", hidden(block[error.position])))
    except (yaml.YAMLError, ValueError) as error:
        source.problems.append(Problem(source.path, offset, "", f"cannot be read as YAML: {error}"))


def hidden(sign: str) -> str:
    """Return what is said of a sign that nobody sees."""
    return f"has a hidden sign, {name_of(sign)}; delete it"


def name_of(character: str) -> str:
    """Return a character's number and name: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _fault(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return where an author should look: at an opening quotation mark, not at the end of the file."""
    if "end of stream" in (error.problem or "") and error.context_mark:
        return error.context_mark
    return error.problem_mark or error.context_mark


def _plain(error: yaml.MarkedYAMLError) -> str:
    """Return PyYAML's complaint with the remedy that fits most often."""
    text = error.problem or "cannot be read"
    hints = {
        "mapping values are not allowed": "put quotes round a text that has a colon in it",
        "could not find expected ':'": "each line needs `key: value`; check the indent",
        "'\\t' that cannot start any token": "indent with spaces, not with tabs",
        "cannot start any token": "a text may not start with this character; put quotes round it",
        "expected <block end>": "check the indent of this line and the ones above it",
        "found unexpected end of stream": "a quotation mark is opened and never closed",
    }
    remedy = next((hint for start, hint in hints.items() if start in text), None)
    return f"cannot be read as YAML ({text})" + (f"; {remedy}" if remedy else "")


class _Builder:
    """Turns YAML into plain values, remembers lines, refuses what authors never need.

    It reads the parser's events one by one and not its tree of nodes: a tree is built by recursion,
    and a text of ten thousand brackets would bring the program down before anything could be checked.
    """

    def __init__(self, block: str, offset: int, loader: type) -> None:
        self.loader: Any = loader(block)
        self.offset = offset
        self.lines: dict[Location, int] = {}
        self.starts: dict[Location, int] = {}
        self.written: dict[Location, str] = {}

    def fill(self, source: Source) -> None:
        """Give a source the block's values, and where and how they are written."""
        try:
            self.loader.get_event(), self.loader.get_event()  # stream and document begin
            event = self.loader.get_event()
            if not isinstance(event, yaml.MappingStartEvent):
                raise _Refused(event, "must be lines of the form `key: value`")
            values = self._value(event, ())
            self.loader.get_event()
            following = self.loader.get_event()
            if isinstance(following, yaml.DocumentStartEvent):
                raise _Refused(following, "has a second block; only one is read")
            source.values, source.lines = values, self.lines
            source.starts, source.written = self.starts, self.written
        finally:
            self.loader.dispose()

    def _value(self, event: Any, at: Location) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Refused(
                event, "anchors and aliases (& and *) are not used here; write the text again"
            )
        if event.tag:
            raise _Refused(
                event, "tags that start with ! are not used here; put quotes round the text"
            )
        if len(at) > MAX_DEPTH:
            raise _Refused(event, "is nested too deeply")
        self.lines.setdefault(at, event.start_mark.line + self.offset)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(at)
        if event.style in ("|", ">"):
            self.starts[at] = event.start_mark.line + self.offset + 1
        value = self._scalar(event)
        if not isinstance(value, str):
            self.written[at] = event.value
        return value

    def _sequence(self, at: Location) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*at, len(values))))
        return values

    def _mapping(self, at: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(event, "a key must be one plain word")
            key = event.value
            if key in values:
                raise _Refused(event, f"the key `{key}` stands twice in the same block")
            self.lines[(*at, key)] = event.start_mark.line + self.offset
            values[key] = self._value(self.loader.get_event(), (*at, key))
        return values

    def _scalar(self, event: Any) -> Any:
        tag = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag in _NUMBERS and _OTHER_NUMBER.match(event.value):
            return event.value
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError, KeyError, IndexError, AttributeError) as error:
            shown = event.value[:40]
            if re.match(r"\d{4}-\d\d?-\d\d?", shown):
                raise _Refused(event, f"there is no such day as `{shown}`") from error
            raise _Refused(event, f"`{shown}` cannot be read; put quotes round it") from error
