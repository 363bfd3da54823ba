"""Whether every tool has rules, and whether its example is one that the rules can take."""

from __future__ import annotations

from collections.abc import Iterator

from press.content.library import Library
from press.content.tools import Tool, in_language
from press.problems import Problem, did_you_mean
from press.project import DEFAULT_LANGUAGE, LANGUAGES
from press.tools import RULES
from press.tools.shape import words_used
from press.tools.state import Unfit, clean

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
        missing = words_used(result_of(tool, DEFAULT_LANGUAGE)) - set(tool.words)
        for word in sorted(missing):
            hint = did_you_mean(word, tool.words)
            yield source.problem(("words",), f"`{word}` is missing{hint}")


def result_of(tool: Tool, language: str, today: str = _ANY_DAY) -> dict[str, object]:
    """Return what comes of a tool's example in a language. today: as an ISO day."""
    given = clean(tool, in_language(tool.example, language))
    return RULES[tool.id](given, in_language(tool.rules, language), today)
