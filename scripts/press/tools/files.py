"""What somebody filled in, read from files: a tool's own file, and tables from a spreadsheet.

The browser does the same in overrides/assets/js/tool-csv.js.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from press.content.tools import Answer, Column, TableInput, Tool
from press.problems import Problem, ProblemsFound, did_you_mean
from press.project import LANGUAGES
from press.tools.state import Unfit, answer

_YES, _NO = {"1", "x", "yes", "true", "ja"}, {"0", "no", "false", "nej"}
_NUMBER = re.compile(r"[+-]?\d{1,300}([.,]\d+)?", re.ASCII)
_TOLD = re.compile(r"sep=([;,\t])[^\n]*\n", re.IGNORECASE)
_ZIP = "PK\x03\x04"  # what the files of spreadsheet programs begin with
# A spreadsheet would take what begins so for a formula: an apostrophe before it keeps it a text.
_FORMULA = re.compile(r"[=+\-@\t]")


def read_saved(path: Path, tool: Tool) -> dict[str, Any]:
    """Return what stands in a file that a tool saved. Raises ProblemsFound."""
    try:
        file = json.loads(_text(path))
    except (ValueError, RecursionError) as error:  # also a number too long, brackets too deep
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        message = "this is no file that a tool saved; a table is given as INPUT=FILE.csv"
        raise _found(path, line, "", message) from None
    if not isinstance(file, dict) or not isinstance(file.get("input"), dict):
        raise _found(path, 1, "", "this is no file that a tool saved")
    if file.get("slingan") != tool.id:
        message = f"must be a file of the tool `{tool.id}` (it is of `{file.get('slingan')}`)"
        raise _found(path, 1, "slingan", message)
    saved: dict[str, Any] = file["input"]
    return saved


def read_table(path: Path, table: TableInput) -> list[dict[str, Any]]:
    """Return a table from comma-separated values; heads are ids or labels. Raises ProblemsFound."""
    text = _text(path)
    if text.startswith(_ZIP) or "\0" in text:
        message = "this is no table of text; save it as CSV in the spreadsheet program"
        raise _found(path, 1, "", message)
    lines = _lines(path, text)
    if len(lines) < 2:
        raise _found(path, 1, "", "must have a row of heads and at least one row more")
    at, heads = lines[0]
    columns, problems = _heads(path, at, heads, table)
    rows = []
    for number, cells in lines[1:]:
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            message = f"has {len(cells)} cells, more than there are heads ({len(columns)})"
            problems.append(Problem(str(path), number, "", message))
            continue
        row = {}
        for column, head, cell in zip(columns, heads, cells, strict=False):
            if not column:
                if cell and not head:
                    problems.append(Problem(str(path), number, "", _headless(cell)))
                continue
            try:
                row[column.id] = typed(column, cell)
            except Unfit as error:
                problems.append(Problem(str(path), number, column.id, str(error)))
        rows.append(row)
    if problems:
        raise ProblemsFound(problems)
    return rows


def _lines(path: Path, text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that hold anything, each with the line it begins on. Raises ProblemsFound."""
    told = _TOLD.match(text)  # a spreadsheet may say itself what parts the cells
    before = 1 if told else 0
    text = text[told.end() :] if told else text
    first = re.sub('"[^"]*"', "", text.split("\n", 1)[0])
    separator = told[1] if told else max(";,\t", key=first.count)
    for cell in re.finditer(rf'(?<![^\n{separator}])"(?:[^"]|"")*("|\Z)', text):
        if not cell[1]:  # all the rows after it would stand in one cell
            line = before + text.count("\n", 0, cell.start()) + 1
            raise _found(path, line, "", "a quotation mark opens here and is never closed")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found, begun = [], before
    try:
        for cells in reader:
            bare = [_bare(cell) for cell in cells]
            if any(bare):
                found.append((begun + 1, bare))
            begun = before + reader.line_num
    except csv.Error:
        raise _found(path, begun + 1, "", "has a cell that is far too long") from None
    return found


def _headless(cell: str) -> str:
    return f"`{cell[:40]}` stands under no head; give its column one, or take it out"


def _heads(
    path: Path, line: int, heads: Sequence[str], table: TableInput
) -> tuple[list[Column | None], list[Problem]]:
    known = {
        name.lower(): column
        for column in table.columns
        for name in (column.id, *(column.label[language] for language in LANGUAGES))
    }
    columns, problems = [], []
    for head in heads:
        column = known.get(head.lower())
        if head and not column:
            hint = did_you_mean(head.lower(), known)
            ids = ", ".join(one.id for one in table.columns)
            message = f"unknown head `{head}`{hint or f'; known are {ids}'}"
            problems.append(Problem(str(path), line, "", message))
        if column and column in columns:
            problems.append(Problem(str(path), line, "", f"two heads say `{column.id}`"))
        columns.append(column)
    return columns, problems


def typed(asked: Answer, text: str) -> Any:
    """Return an answer that was written as text. Raises Unfit, which says what is wanted."""
    lower = text.lower()
    value: Any = text
    if asked.kind == "tick" and text:
        if lower not in _YES | _NO:
            raise Unfit(f"must be yes or no (it is {text})")
        value = lower in _YES
    elif asked.kind == "number" and _NUMBER.fullmatch(text):
        number = float(text.replace(",", "."))
        value = int(number) if number.is_integer() else number
    elif asked.kind == "choice":
        value = next((o.id for o in asked.options if lower in {o.id, *_labels(o)}), text)
    elif asked.kind == "text":
        value = re.sub(r"\s*\n\s*", " ", text)
    try:
        return answer(asked, value, "")
    except Unfit as error:
        raise Unfit(str(error).removeprefix(": ")) from None


def _labels(option: Any) -> set[str]:
    return {option.label[language].lower() for language in LANGUAGES}


def as_table(rows: Iterable[Sequence[str]], language: str) -> str:
    """Return rows as comma-separated values; Swedish and Danish spreadsheets part cells by semicolons."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in cells] for cells in rows)
    return f"\ufeff{made.getvalue()}"


def _safe(cell: str) -> str:
    is_formula = _FORMULA.match(cell) and not re.fullmatch(r"-?\d+([.,]\d+)?", cell)
    return f"'{cell}" if is_formula else cell


def _bare(cell: str) -> str:
    return (cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell).strip()


def _text(path: Path) -> str:
    """Return a file's text; spreadsheets write UTF-8, UTF-16 or the signs of Windows."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _found(path, 1, "", f"cannot be read: {error.strerror}") from None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _found(path: Path, line: int, field: str, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(str(path), line, field, message)])
