"""What somebody filled in, made sound: every place there, empty rows gone, nothing of another kind.

The browser does the same in overrides/assets/js/tool-values.js.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from press.content.tools import Answer, FieldInput, MatrixInput, TableInput, Tool

_PAIR = re.compile(r"(\d{1,3})>(\d{1,3})")


class Unfit(ValueError):
    """Something filled in that cannot stand there; says where and what is wanted."""


def clean(tool: Tool, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was filled in as the rules of a tool want it. Raises Unfit."""
    unknown = [name for name in raw if name not in tool.by_id]
    if unknown:
        raise Unfit(f"`{unknown[0]}` is nothing that this tool asks for")
    made: dict[str, Any] = {}
    kept: dict[str, list[int]] = {}  # of each table, which rows hold anything
    for one in tool.inputs:
        value = raw.get(one.id, one.empty)
        if isinstance(one, FieldInput):
            made[one.id] = answer(one, value, one.id)
        elif isinstance(one, TableInput):
            made[one.id], kept[one.id] = _rows(one, value)
    for one in tool.inputs:
        if isinstance(one, MatrixInput):
            made[one.id] = _matrix(one, raw.get(one.id, {}), kept[one.of])
    return {one.id: made[one.id] for one in tool.inputs}


def _rows(table: TableInput, value: Any) -> tuple[list[dict[str, Any]], list[int]]:
    if not isinstance(value, list):
        raise Unfit(f"`{table.id}` must be a list of rows")
    rows, kept = [], []
    known = {column.id for column in table.columns}
    for at, given in enumerate(value):
        if not isinstance(given, Mapping):
            raise Unfit(f"`{table.id}`, row {at + 1}: must be a row")
        unknown = [name for name in given if name not in known]
        if unknown:
            raise Unfit(f"`{table.id}`, row {at + 1}: there is no column `{unknown[0]}`")
        row = {
            column.id: answer(
                column, given.get(column.id, column.empty), f"{table.id}, row {at + 1}, {column.id}"
            )
            for column in table.columns
        }
        if any(row[column.id] != column.empty for column in table.columns):
            rows.append(row)
            kept.append(at)
    if len(rows) > table.most:
        raise Unfit(f"`{table.id}` has room for {table.most} rows (there are {len(rows)})")
    return rows, kept


def _matrix(matrix: MatrixInput, value: Any, kept: list[int]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Unfit(f"`{matrix.id}` must be a block of answers")
    now = {before: after for after, before in enumerate(kept)}
    made = {}
    for pair, given in value.items():
        found = _PAIR.fullmatch(str(pair))
        if not found:
            raise Unfit(f"`{matrix.id}`: `{pair}` must name two rows, such as `0>1`")
        origin, target = int(found[1]), int(found[2])
        cell = answer(matrix.cell, given, f"{matrix.id}, {pair}")
        if cell == matrix.cell.empty or not (origin in now and target in now):
            continue
        if origin != target or matrix.own:
            made[f"{now[origin]}>{now[target]}"] = cell
    return dict(sorted(made.items(), key=lambda item: [int(n) for n in item[0].split(">")]))


def answer(asked: Answer, value: Any, where: str) -> Any:
    """Return one answer as the rules want it. Raises Unfit, which names where."""
    if value is None or value == "":
        return asked.empty
    if asked.kind == "number":
        return _number(asked, value, where)
    if asked.kind == "tick":
        if not isinstance(value, bool):
            raise Unfit(f"{where}: must be true or false (it is {value})")
        return value
    if not isinstance(value, str):
        raise Unfit(f"{where}: must be a text (it is {value})")
    text = value.strip()
    if re.search("[\ud800-\udfff]", text):
        raise Unfit(f"{where}: has half a sign, which cannot be written")
    if asked.kind == "date" and not _is_day(text):
        raise Unfit(f"{where}: must be a day such as 2027-01-12 (it is {text})")
    if asked.kind == "choice" and text not in {option.id for option in asked.options}:
        known = ", ".join(option.id for option in asked.options)
        raise Unfit(f"{where}: must be one of {known} (it is {text})")
    if asked.kind == "text" and "\n" in text:
        raise Unfit(f"{where}: must be one line")
    if asked.kind in ("text", "lines") and len(text) > asked.most:
        raise Unfit(f"{where}: has room for {asked.most} characters (there are {len(text)})")
    return text


def _number(asked: Answer, value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Unfit(f"{where}: must be a number (it is {value})")
    low = asked.low if asked.low is not None else -math.inf
    high = asked.high if asked.high is not None else math.inf
    if not low <= value <= high:
        raise Unfit(f"{where}: must be {_limits(asked)} (it is {value:g})")
    if asked.step == int(asked.step) and value != int(value):
        raise Unfit(f"{where}: must be a whole number (it is {value:g})")
    return value


def _limits(asked: Answer) -> str:
    """Return in words which numbers may stand there; at least one of both ends is known."""
    if asked.high is None:
        return f"{asked.low:g} or more"
    return (
        f"{asked.high:g} or less" if asked.low is None else f"from {asked.low:g} to {asked.high:g}"
    )


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"[12]\d{3}-\d\d-\d\d", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
