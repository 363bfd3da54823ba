"""Whether every tool has rules, and whether its example is one that the rules can take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from press.content.frontmatter import Source
from press.content.library import Library
from press.content.tools import Tool, in_language
from press.problems import Problem, did_you_mean
from press.project import LANGUAGES
from press.tools import RULES
from press.tools.shape import Result, words_used
from press.tools.state import Unfit, clean

_HINT = re.compile(r"[a-zß-öø-ÿ]+\*?( [a-zß-öø-ÿ]+\*?)*")
_ANY_DAY = "2027-01-01"
_BLANK = re.compile(r"\{\w+\}")


def check_tools(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with tools that are sound by themselves."""
    for name, tool in library.tools.items():
        source = library.tool_sources[name]
        yield from _blanks(tool, source)
        if name in RULES:
            yield from _example(tool, source)
            continue
        new = "; a new tool is entered in RULES, scripts/press/tools/__init__.py"
        yield source.problem(("id",), f"unknown tool `{name}`{did_you_mean(name, RULES) or new}")


def _blanks(tool: Tool, source: Source) -> Iterator[Problem]:
    """Yield the words in which something is filled in in one language and not in another."""
    for word, said in tool.words.items():
        found = {language: set(_BLANK.findall(said[language])) for language in LANGUAGES}
        every = set().union(*found.values())
        for language, blanks in found.items():
            if lost := sorted(every - blanks):
                message = f"`{lost[0]}` is missing, which another language has; it is filled in"
                yield source.problem(("words", word, language), message)


def _example(tool: Tool, source: Source) -> Iterator[Problem]:
    """Yield what stands in the way of working out the example and of showing what comes of it."""
    try:
        for language in LANGUAGES:
            clean(tool, in_language(tool.example, language))
    except Unfit as error:
        yield source.problem(("example",), str(error))
        return
    if tool.id == "word-mirror" and (wrong := list(_hints(tool, source))):
        yield from wrong
        return
    try:
        result, *_ = [result_of(tool, language) for language in LANGUAGES]
    except (AttributeError, IndexError, TypeError, ValueError):
        message = "do not fit this tool: a number, a text or a list stands where another belongs"
        yield source.problem(("rules",), message)
        return
    except KeyError as error:
        name = str(error.args[0])
        # What is missing in one block may stand in another.
        hint = did_you_mean(name, {*_names(tool.rules), *tool.by_id} - {name})
        message = f"`{name}` is missing, which the rules in scripts/press/tools look for{hint}"
        yield source.problem(("rules",), message)
        return
    for word in sorted(words_used(result) - set(tool.words)):
        yield source.problem(("words",), f"`{word}` is missing{did_you_mean(word, tool.words)}")
    yield from _tables(tool, source, result)


def _hints(tool: Tool, source: Source) -> Iterator[Problem]:
    """Yield words of the mirror's list that no text could be found to have."""
    for n, hint in enumerate(tool.rules["hints"]):
        for language in LANGUAGES:
            found = hint["match"].get(language) if isinstance(hint["match"], dict) else None
            place = ("rules", "hints", n, "match")
            if not isinstance(found, list) or not found:
                yield source.problem(
                    place, f"needs a list of words in each language; see `{language}`"
                )
                continue
            for word in found:
                if not isinstance(word, str) or not _HINT.fullmatch(word):
                    message = (
                        f"must be small letters, * only at the end of a word (you wrote {word})"
                    )
                    yield source.problem((*place, language), message)


def _names(rules: Mapping[str, Any]) -> Iterator[str]:
    """Yield every name below `rules:`, however deep in blocks."""
    for name, value in rules.items():
        yield name
        if isinstance(value, Mapping):
            yield from _names(value)


def _tables(tool: Tool, source: Source, result: Result) -> Iterator[Problem]:
    """Yield the tables of a result that the file does not have, or has with other columns."""
    places = {table.id: at for at, table in enumerate(tool.results)}
    for name, rows in result["tables"].items():
        if name not in places:
            hint = did_you_mean(name, places)
            yield source.problem(("results",), f"the table `{name}` is missing{hint}")
            continue
        there = len(tool.results[places[name]].columns)
        for wide in sorted({len(row["cells"]) for row in rows} - {there}):
            message = f"there are {there}, and the rules fill {wide}"
            yield source.problem(("results", places[name], "columns"), message)


def result_of(tool: Tool, language: str, today: str = _ANY_DAY) -> Result:
    """Return what comes of a tool's example in a language. today: as an ISO day."""
    given = clean(tool, in_language(tool.example, language))
    return RULES[tool.id](given, in_language(tool.rules, language), today)
