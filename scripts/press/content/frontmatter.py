"""Reads a Markdown file into front matter with line numbers and the text below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from press.problems import Problem

MAX_FRONT_MATTER = 200_000  # characters; the longest real one is under 10,000
MAX_FILE = 2_000_000  # bytes
MAX_DEPTH = 20  # levels of nesting; the deepest printable needs 7

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

    def line(self, location: Location) -> int:
        """Return the line of the value at location, or of the nearest value above it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """Return a problem about the front matter value at location."""
        return Problem(self.path, self.line(location), ".".join(map(str, location)), message)


class _Refused(Exception):
    def __init__(self, node: yaml.Node | None, message: str, line: int = 0) -> None:
        self.line = line if node is None else node.start_mark.line
        super().__init__(message)


def read(path: Path, shown: str) -> Source:
    """Read the Markdown file at path; `shown` is how problems name it. Never raises for bad content."""
    text, problem = read_text(path, shown)
    if problem:
        return Source(shown, problems=[problem])
    return parse(text, shown)


def read_text(path: Path, shown: str) -> tuple[str, Problem | None]:
    """Return the file's text, or a problem when it cannot be read, is too big or is not UTF-8."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return "", Problem(shown, 1, "", f"cannot be read ({error.strerror})")
    if len(data) > MAX_FILE:
        size = len(data) / 1_000_000
        return "", Problem(shown, 1, "", f"is {size:.1f} MB; a text file may be 2 MB at the most")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", Problem(
            shown, line, "", "has a character that is not UTF-8; save the file as UTF-8"
        )


def parse(text: str, shown: str) -> Source:
    """Split text into front matter and body; what is wrong lands in the source's problems."""
    source = Source(shown)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message = "has no front matter; the first line must be --- and the block must end with ---"
        source.problems.append(Problem(shown, 1, "", message))
        return source
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        message = "the front matter never ends; put a line with --- after it"
        source.problems.append(Problem(shown, 1, "", message))
        return source
    source.body, source.body_line = "\n".join(lines[end + 1 :]), end + 2
    block = "\n".join(lines[1:end])
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
        return Source(shown, problems=[problem])
    source = Source(shown)
    _fill(source, text, offset=1)
    return source


# libyaml reads several times faster; where it is not there, or finds a fault, PyYAML's own reader
# serves, so that authors get the same message everywhere.
_Fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _fill(source: Source, block: str, offset: int) -> None:
    try:
        _read_block(source, block, offset, _Fast)
    except (yaml.YAMLError, ValueError, RecursionError, _Refused):
        source.lines.clear()
        _fill_carefully(source, block, offset)


def _read_block(source: Source, block: str, offset: int, loader_type: Any) -> None:
    loader = loader_type(block)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise _Refused(node, "must be lines of the form `key: value`")
        source.values = _Builder(loader, source, offset).value(node, ())
    finally:
        loader.dispose()


def _fill_carefully(source: Source, block: str, offset: int) -> None:
    """Read the block slowly and turn its first fault into a problem."""
    try:
        _read_block(source, block, offset, yaml.SafeLoader)
    except _Refused as refused:
        source.problems.append(Problem(source.path, refused.line + offset, "", str(refused)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + offset
        source.problems.append(Problem(source.path, line, "", _plain(error)))
    except (yaml.YAMLError, ValueError) as error:
        source.problems.append(Problem(source.path, offset, "", f"cannot be read as YAML: {error}"))
    except RecursionError:
        source.problems.append(Problem(source.path, offset, "", "is nested too deeply"))


def _plain(error: yaml.MarkedYAMLError) -> str:
    """Return PyYAML's complaint with the remedy that fits most often."""
    text = error.problem or "cannot be read"
    hints = {
        "mapping values are not allowed": "put quotes round a text that has a colon in it",
        "could not find expected ':'": "each line needs `key: value`; check the indent",
        "cannot start any token": "a text may not start with this character; put quotes round it",
        "expected <block end>": "check the indent of this line and the ones above it",
        "found unexpected end of stream": "a quotation mark is opened and never closed",
        "could not determine a constructor": "tags that start with ! are not used here",
    }
    remedy = next((hint for start, hint in hints.items() if start in text), None)
    return f"cannot be read as YAML ({text})" + (f"; {remedy}" if remedy else "")


class _Builder:
    """Turns YAML nodes into plain values, remembers lines, refuses what authors never need."""

    def __init__(self, loader: yaml.SafeLoader, source: Source, offset: int) -> None:
        self.loader, self.source, self.offset = loader, source, offset
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, at: Location) -> Any:
        # A node met twice is an alias: a few of them, nested, can grow to gigabytes.
        if id(node) in self.seen:
            raise _Refused(
                node, "anchors and aliases (& and *) are not used here; write the text again"
            )
        self.seen.add(id(node))
        if len(at) > MAX_DEPTH:
            raise _Refused(node, "is nested too deeply")
        self.source.lines.setdefault(at, node.start_mark.line + self.offset)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*at, n)) for n, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, at: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, child in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(key_node, "a key must be one plain word")
            key = key_node.value
            if key in values:
                raise _Refused(key_node, f"the key `{key}` stands twice in the same block")
            self.source.lines[(*at, key)] = key_node.start_mark.line + self.offset
            values[key] = self.value(child, (*at, key))
        return values

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self.loader.construct_object(node)
        except ValueError as error:
            raise _Refused(node, f"`{node.value}` cannot be read: {error}") from error
