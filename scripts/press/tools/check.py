"""Whether every tool has rules, and whether its example is one that the rules can take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from press.content.frontmatter import Source
from press.content.library import Library
from press.content.tools import Tool, in_language
from press.problems import Problem, did_you_mean
from press.project import LANGUAGES
from press.tools import RULES
from press.tools.shape import words_used
from press.tools.state import Unfit, clean

_PLACE = re.compile(r"\{(\w+)\}")
_HINT = re.compile(r"[a-zß-öø-ÿ]+\*?( [a-zß-öø-ÿ]+\*?)*")
_ANY_DAY = "2027-01-01"


def check_tools(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with tools that are sound by themselves."""
    for name, tool in library.tools.items():
        source = library.tool_sources[name]
        if name not in RULES:
            hint = did_you_mean(name, RULES) or "; scripts/press/tools has no rules of this name"
            yield source.problem(("id",), f"unknown tool `{name}`{hint}")
            continue
        try:
            for language in LANGUAGES:
                clean(tool, in_language(tool.example, language))
        except Unfit as error:
            yield source.problem(("example",), str(error))
            continue
        try:
            if name == "word-mirror" and (wrong := list(_hints(tool, source))):
                yield from wrong
                continue
            results = [result_of(tool, language) for language in LANGUAGES]
        except Exception as error:  # whatever the rules stumble over, what they were given is wrong
            yield source.problem(("rules",), _stumble(error, tool))
            continue
        yield from _said(tool, source, results[0])
        yield from _placeholders(tool, source)


def _stumble(error: Exception, tool: Tool) -> str:
    """Return what an editor may look for when the rules could not work with what they got."""
    if isinstance(error, KeyError):
        name = str(error.args[0])
        known = {*tool.rules, *tool.by_id}
        hint = did_you_mean(name, known - {name})
        return f"the tool needs `{name}`, and it is not where it belongs{hint}"
    return "do not fit this tool: a number, a text or a list stands where another belongs"


def _said(tool: Tool, source: Source, result: dict[str, Any]) -> Iterator[Problem]:
    """Yield words that the rules say and nobody wrote, and tables that do not come out as told."""
    for word in sorted(words_used(result) - set(tool.words)):
        hint = did_you_mean(word, tool.words)
        yield source.problem(("words",), f"`{word}` is missing{hint}")
    made = result["tables"]
    for n, table in enumerate(tool.results):
        if table.id not in made:
            hint = did_you_mean(table.id, made) or f"; there are {', '.join(made)}"
            yield source.problem(("results", n, "id"), f"no table `{table.id}` comes out{hint}")
        elif any(len(row["cells"]) != len(table.columns) for row in made[table.id]):
            has = len(made[table.id][0]["cells"])
            message = f"has {len(table.columns)} columns, and {has} come out"
            yield source.problem(("results", n, "columns"), message)


def _placeholders(tool: Tool, source: Source) -> Iterator[Problem]:
    """Yield sentences whose places to fill in, such as {n}, are not the same in all languages."""
    for name, texts in tool.words.items():
        places = {language: set(_PLACE.findall(texts[language])) for language in LANGUAGES}
        every = set.union(*places.values())
        for language in LANGUAGES:
            if every - places[language]:
                lacks = ", ".join(f"{{{one}}}" for one in sorted(every - places[language]))
                message = f"has no {lacks}, which another language has"
                yield source.problem(("words", name, language), message)


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


def result_of(tool: Tool, language: str, today: str = _ANY_DAY) -> dict[str, object]:
    """Return what comes of a tool's example in a language. today: as an ISO day."""
    given = clean(tool, in_language(tool.example, language))
    return RULES[tool.id](given, in_language(tool.rules, language), today)
