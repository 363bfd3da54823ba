"""Runs a working tool on files, for tables too long to fill in by hand: `press work`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.content.tools import MatrixInput, TableInput, Tool, in_language, load_tools, tool_sources
from press.problems import Problem, ProblemsFound, did_you_mean
from press.project import Project
from press.render.tools import Teller
from press.render.words import load_words
from press.tools import RULES
from press.tools.files import as_table, read_saved, read_table, typed
from press.tools.state import Unfit, clean

_ROOM = 100_000  # rows of a table; the form of the web page has room for fewer


@dataclass(frozen=True)
class Worked:
    """What came of it, in words: sentences, and tables with their id, title, heads and rows."""

    sentences: Sequence[str]
    tables: Sequence[tuple[str, str, Sequence[str], Sequence[Sequence[str]]]]

    def told(self) -> Iterator[str]:
        """Yield all of it as lines of text."""
        yield from self.sentences
        for _name, title, heads, rows in self.tables:
            yield ""
            yield title
            yield from _columns([heads, *rows])


def work(project: Project, name: str, sources: Sequence[str], language: str, today: str) -> Worked:
    """Return what comes of what stands in files.

    sources: a file that the tool saved, and `input=FILE.csv` or `input=answer`; later ones go first.
    today: as an ISO day. Raises ProblemsFound.
    """
    tool = _roomy(_tool(project, name))
    raw: dict[str, Any] = {}
    for source in sources:
        raw |= _read(tool, source)
    try:
        given = clean(tool, raw)
    except Unfit as error:
        raise _wrong(error) from None
    result = RULES[name](given, in_language(tool.rules, language), today)
    teller = Teller(tool, language, load_words(project)[language])
    notices = [teller.notice(one) for one in result["notices"]]
    return Worked(
        [f"{one['level_said']}: {one['text']}" for one in notices],
        [(one["id"], one["title"], one["columns"], one["rows"]) for one in teller.tables(result)],
    )


def _tool(project: Project, name: str) -> Tool:
    tools, problems = load_tools(tool_sources(project))
    if name in tools and name in RULES:
        return tools[name]
    if problems:
        raise ProblemsFound(problems)
    known = ", ".join(sorted(tools))
    raise _wrong(f"no tool is called `{name}`{did_you_mean(name, tools) or f'; there are {known}'}")


def _roomy(tool: Tool) -> Tool:
    """Return a tool whose tables have room for what stands in files."""
    wide = [
        one.model_copy(update={"most": _ROOM}) if isinstance(one, TableInput) else one
        for one in tool.inputs
    ]
    return tool.model_copy(update={"inputs": tuple(wide)})


def _read(tool: Tool, source: str) -> dict[str, Any]:
    name, is_named, value = source.partition("=")
    if not is_named or source.endswith(".json"):
        saved = read_saved(Path(source), tool)
        try:
            clean(tool, saved)
        except Unfit as error:
            raise ProblemsFound([Problem(source, 1, "", str(error))]) from None
        return saved
    asked = {one.id: one for one in tool.inputs}
    if name not in asked:
        hint = did_you_mean(name, asked) or f"; it asks for {', '.join(asked)}"
        raise _wrong(f"`{name}` is nothing that `{tool.id}` asks for{hint}")
    one = asked[name]
    if isinstance(one, TableInput):
        return {name: read_table(Path(value), one)}
    if isinstance(one, MatrixInput):
        raise _wrong(f"`{name}` is a square; save it in the browser and give that file")
    try:
        return {name: typed(one, value)}
    except Unfit as error:
        raise _wrong(f"{name}: {error}") from None


def save(worked: Worked, tool: str, folder: Path, language: str) -> list[Path]:
    """Write each table to a file of its own and return where they are. Raises ProblemsFound."""
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, _title, heads, rows in worked.tables:
            path = folder / f"{tool}-{name}.csv"
            path.write_text(as_table([heads, *rows], language), encoding="utf-8", newline="")
            made.append(path)
    except OSError as error:
        problem = Problem(str(folder), 1, "", f"cannot be written: {error.strerror}")
        raise ProblemsFound([problem]) from None
    return made


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines with their cells below each other, and a rule under the heads."""
    wide = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for at, row in enumerate(rows):
        padded = (cell.ljust(width) for cell, width in zip(row, wide, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
        if not at:
            yield f"  {'  '.join('-' * width for width in wide)}"


def _wrong(message: object) -> ProblemsFound:
    return ProblemsFound([Problem("work", 1, "", str(message))])
