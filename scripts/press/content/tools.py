"""The working tools, docs/tools/<id>.yml: what is asked, the numbers of the rules, all words, an example.

A tool's rules stand in press/tools and, for the browser, in overrides/assets/js; numbers and words
only here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from press.content.fields import Key, Model
from press.content.files import hidden_signs
from press.content.frontmatter import Source, read_data
from press.content.registers import Trilingual
from press.content.unique import refuse_twins
from press.content.validate import validate
from press.problems import Problem
from press.project import LANGUAGES, Project

FOLDER = "docs/tools"
PLACE = "tool"  # the mark that says where on its page a tool stands: [[tool]]

Name = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40),
    Field(description="Small letters a-z, digits and single underscores, such as `first_day`."),
]


class Option(Model):
    """One answer to choose."""

    id: Name
    label: Trilingual


class Answer(Model):
    """What can be written or chosen in one place: a field, a cell of a column or of a square."""

    kind: Literal["text", "lines", "number", "date", "choice", "tick"]
    most: int = Field(80, ge=1, le=2000, description="text and lines: how many characters.")
    low: float | None = Field(None, allow_inf_nan=False, description="number: the least.")
    high: float | None = Field(None, allow_inf_nan=False, description="number: the most.")
    step: float = Field(
        1,
        gt=0,
        allow_inf_nan=False,
        description="number: 1 for whole numbers, 0.1 for one decimal.",
    )
    options: tuple[Option, ...] = Field((), description="choice: the answers, two or more.")

    @model_validator(mode="after")
    def _fitting(self) -> Answer:
        refuse_twins("option", (option.id for option in self.options))
        if (self.kind == "choice") != (len(self.options) > 1):
            raise ValueError("`options` belong to `kind: choice`, which needs two or more")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError("`low` must be less than `high`")
        return self

    @property
    def empty(self) -> Any:
        """What stands for no answer."""
        return {"number": None, "tick": False}.get(self.kind, "")


class Column(Answer):
    """One column of a table that is filled in."""

    id: Name
    label: Trilingual
    hint: Trilingual | None = None


class FieldInput(Column):
    """One question of the form."""


class TableInput(Model):
    """Rows that are added and removed."""

    id: Name
    kind: Literal["table"]
    label: Trilingual
    hint: Trilingual | None = None
    row: Trilingual = Field(description="What one row is called, in small letters.")
    most: int = Field(20, ge=1, le=200, description="How many rows there may be.")
    folded: bool = Field(False, description="`true` when few need it: it stands folded up.")
    begin: int = Field(1, ge=1, le=20, description="How many empty rows stand there at first.")
    ordered: bool = Field(
        False, description="`true` when it matters which row comes first: rows can be moved up."
    )
    columns: tuple[Column, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _consistent(self) -> TableInput:
        refuse_twins("column", (column.id for column in self.columns))
        return self

    @property
    def empty(self) -> list[Any]:
        """What stands for no answer."""
        return []


class MatrixInput(Model):
    """What every row of a table answers about every row."""

    id: Name
    kind: Literal["matrix"]
    label: Trilingual
    hint: Trilingual | None = None
    of: Name = Field(description="Id of the table.")
    by: Name = Field(description="Its column that names a row.")
    own: bool = Field(False, description="`true` when a row answers about itself too.")
    cell: Answer
    about: Trilingual = Field(description="Names an answer: `{from} about {to}`.")
    about_own: Trilingual | None = Field(None, description="The same of an answer about itself.")

    @property
    def empty(self) -> dict[str, Any]:
        """What stands for no answer."""
        return {}


Input = Annotated[FieldInput | TableInput | MatrixInput, Field(discriminator="kind")]


class Group(Model):
    """Questions that stand under one heading."""

    label: Trilingual
    inputs: tuple[Name, ...] = Field(min_length=2, description="Their ids, in the form's order.")


class ResultColumn(Model):
    """A column of a table that comes out."""

    id: Name
    label: Trilingual


class ResultTable(Model):
    """A table that comes out."""

    id: Name
    title: Trilingual
    columns: tuple[ResultColumn, ...] = Field(min_length=1, max_length=14)


class Tool(Model):
    """docs/tools/<id>.yml."""

    id: Key
    paper: Literal["a4", "a4-landscape", "a3", "a3-landscape"] = Field(
        "a4", description="The paper that the tool's print button asks for."
    )
    printables: tuple[Key, ...] = Field(
        description="Ids of the empty sheets, for pen and paper; may be `[]`."
    )
    rules: dict[str, Any] = Field(description="The numbers and lists that the rules go by.")
    inputs: tuple[Input, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field((), description="Single questions that belong together.")
    results: tuple[ResultTable, ...] = Field((), description="The tables that come out, in order.")
    words: dict[Name, Trilingual] = Field(description="Every sentence and word of the result.")
    example: dict[str, Any] = Field(description="What the button `Show an example` fills in.")

    @model_validator(mode="after")
    def _consistent(self) -> Tool:
        refuse_twins("input", (one.id for one in self.inputs))
        refuse_twins("result", (one.id for one in self.results))
        refuse_twins("grouped input", (name for group in self.groups for name in group.inputs))
        order = [one.id if isinstance(one, FieldInput) else "" for one in self.inputs]
        for group in self.groups:
            size, first = len(group.inputs), group.inputs[0]
            at = order.index(first) if first in order else len(order)
            if tuple(order[at : at + size]) != group.inputs:
                raise ValueError(f"the group with `{first}` must name single questions in a row")
        tables = {one.id: one for one in self.inputs if isinstance(one, TableInput)}
        for one in self.inputs:
            if isinstance(one, MatrixInput):
                columns = [c.id for c in tables[one.of].columns] if one.of in tables else []
                if one.by not in columns:
                    raise ValueError(f"`{one.id}`: no table `{one.of}` has a column `{one.by}`")
        return self

    @cached_property
    def by_id(self) -> Mapping[str, FieldInput | TableInput | MatrixInput]:
        """The inputs by their ids."""
        return {one.id: one for one in self.inputs}


def in_language(value: Any, language: str) -> Any:
    """Return a value with every block of `sv`, `da` and `en` in it replaced by what one language has."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            return value[language]
        return {key: in_language(inner, language) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [in_language(inner, language) for inner in value]
    return value


def tool_sources(project: Project) -> dict[str, Source]:
    """Return what stands in every file of a tool, by the file's name without its ending."""
    paths = sorted((project.root / FOLDER).glob("*.yml"))
    return {path.stem: read_data(path, f"{FOLDER}/{path.name}") for path in paths}


def load_tools(sources: Mapping[str, Source]) -> tuple[dict[str, Tool], list[Problem]]:
    """Return the tools by id, and what is wrong with their files."""
    found: dict[str, Tool] = {}
    problems: list[Problem] = []
    for name, source in sources.items():
        problems += dict.fromkeys([*hidden_signs(source, source.whole), *source.problems])
        if source.problems:
            continue
        tool, wrong = validate(source, Tool)
        problems += wrong
        if tool and tool.id != name:
            message = f"must be `{name}`, like the file's name (you wrote {tool.id})"
            problems.append(source.problem(("id",), message))
        elif tool:
            found[name] = tool
    return found, problems
