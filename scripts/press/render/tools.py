"""A working tool as plain values: for its script, and its example worked out for all who read.

overrides/assets/js/tool-values.js tells values in words by the same rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from press.content.library import Entry
from press.content.tools import FieldInput, MatrixInput, TableInput, Tool, in_language
from press.render.desk import Desk
from press.render.times import LOCALES
from press.render.urls import relative
from press.render.words import Words
from press.tools.check import result_of
from press.tools.state import clean

Data = dict[str, Any]
_LEFT_TO_PYTHON = {"printables"}


def script_spec(tool: Tool, language: str) -> Data:
    """Return what the script needs to know of a tool, in one language."""
    whole = tool.model_dump(exclude_none=True, exclude=_LEFT_TO_PYTHON)
    resolved: Data = in_language(whole, language)
    return resolved


def tool_data(tool: Tool, entry: Entry, desk: Desk) -> Data:
    """Return what the template of a tool's page needs."""
    teller = Teller(tool, entry.language, desk.words)
    result = result_of(tool, entry.language)
    return {
        "id": tool.id,
        "title": entry.model.title,
        "spec": script_spec(tool, entry.language),
        "paper": tool.paper,
        "sheets": _sheets(tool, entry, desk),
        "given": teller.given(),
        "notices": [teller.notice(one) for one in result["notices"]],
        "tables": teller.tables(result),
        "script_words": desk.words.starting("tool_js_"),
    }


def _sheets(tool: Tool, entry: Entry, desk: Desk) -> list[Data]:
    """Return the empty sheets, where they stand in their chapters, as seen from the tool's page."""
    found = {p.id: (page, p) for page, p in desk.library.published(entry.language)}
    return [
        {"title": printable.title, "href": f"{relative(page.url, entry.url)}#{printable.id}"}
        for page, printable in (found[name] for name in tool.printables if name in found)
    ]


# A hyphen before a number is passed over by some voices; a minus is read.
MINUS = "\N{MINUS SIGN}"


class Teller:
    """Tells the values of one tool in the words of one language."""

    def __init__(self, tool: Tool, language: str, words: Words) -> None:
        self.tool, self.language, self.words = tool, language, words
        self.locale = LOCALES[language]

    def tell(self, value: Any) -> str:
        """Return a value of a result as a reader reads it."""
        if value is None:
            return ""
        if isinstance(value, Mapping):
            return self._tell_block(value)
        if isinstance(value, bool):
            return self.words["tool_js_yes" if value else "tool_js_no"]
        if isinstance(value, int | float):
            told = format_decimal(
                value, format="#,##0.##", locale=self.locale, group_separator=False
            )
            return told.replace("-", MINUS)
        return str(value)

    def _tell_block(self, value: Mapping[str, Any]) -> str:
        if "say" in value:
            return self.say(value["say"], value.get("with", {}))
        if "number" in value:
            shape = "0" + ("." + "0" * value["digits"] if value["digits"] else "")
            told = format_decimal(value["number"], format=shape, locale=self.locale)
            return told.replace("-", MINUS)
        if "date" in value:
            return format_date(datetime.date.fromisoformat(value["date"]), "long", self.locale)
        return format_list([self.tell(one) for one in value["list"]], locale=self.locale)

    def say(self, word: str, values: Mapping[str, Any]) -> str:
        """Return a word of the tool, filled in."""
        text = self.tool.words[word][self.language]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", self.tell(value))
        return text

    def notice(self, found: Mapping[str, Any]) -> Data:
        """Return a sentence of the result, with what kind it is."""
        level = found["level"]
        return {
            "level": level,
            "level_said": self.words[f"tool_js_level_{level}"],
            "text": self.say(found["say"], found.get("with", {})),
        }

    def tables(self, result: Mapping[str, Any]) -> list[Data]:
        """Return the tables of a result that have rows."""
        made = []
        for table in self.tool.results:
            rows = result["tables"].get(table.id, [])
            if rows:
                made.append(
                    {
                        "id": table.id,
                        "title": table.title[self.language],
                        "columns": [column.label[self.language] for column in table.columns],
                        "rows": [[self.tell(cell) for cell in row["cells"]] for row in rows],
                    }
                )
        return made

    def given(self) -> list[Data]:
        """Return what the example fills in: single answers first, then a table for each input of rows."""
        state = clean(self.tool, in_language(self.tool.example, self.language))
        single, tables = [], []
        for one in self.tool.inputs:
            label = one.label[self.language]
            if isinstance(one, FieldInput):
                said = self._answer(one, state[one.id])
                if said:
                    single.append([label, said])
            elif isinstance(one, TableInput):
                rows = [[self._answer(c, row[c.id]) for c in one.columns] for row in state[one.id]]
                tables.append(_table(label, [c.label[self.language] for c in one.columns], rows))
            else:
                tables.append(self._square(one, state, label))
        return [*([_table("", [], single)] if single else []), *(t for t in tables if t["rows"])]

    def _square(self, matrix: MatrixInput, state: Mapping[str, Any], label: str) -> Data:
        names = [row[matrix.by] for row in state[matrix.of]]
        answers = state[matrix.id]
        rows = [
            [name, *(self._cell(matrix, answers.get(f"{at}>{to}")) for to in range(len(names)))]
            for at, name in enumerate(names)
        ]
        return _table(label, ["", *names], rows)

    def _cell(self, matrix: MatrixInput, value: Any) -> str:
        return "" if value is None else self._answer(matrix.cell, value)

    def _answer(self, asked: Any, value: Any) -> str:
        if value in ("", None):
            return ""
        if asked.kind == "choice":
            return next(o.label[self.language] for o in asked.options if o.id == value)
        if asked.kind == "date":
            return self.tell({"date": value})
        return self.tell(value)


def _table(title: str, columns: Sequence[str], rows: list[list[str]]) -> Data:
    return {"title": title, "columns": list(columns), "rows": rows}
