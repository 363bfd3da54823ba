"""Turns what pydantic found into problems that an author can act on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from press.content.frontmatter import Location, Source
from press.content.schema import keys_at
from press.problems import Problem, did_you_mean

M = TypeVar("M", bound=BaseModel)
Error = dict[str, Any]


def validate(source: Source, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the source's front matter as a model, or None and every problem in it."""
    try:
        return model.model_validate(source.values), []
    except ValidationError as errors:
        found = errors.errors()
        problems = [_problem(source, model, error) for error in found if not _follows(error, found)]
        return None, list(dict.fromkeys(problems))


def _follows(error: Error, found: list[Error]) -> bool:
    """Return whether a list only counts as too short because its entries are wrong."""
    place = error["loc"]
    return error["type"] == "too_short" and any(
        other["loc"][: len(place)] == place and len(other["loc"]) > len(place) for other in found
    )


def _problem(source: Source, model: type[BaseModel], error: Error) -> Problem:
    location = _location(source.values, error["loc"])
    if error["type"] == "extra_forbidden":
        return _unknown_key(source, model, location)
    if error["input"] is not None and location in source.written:
        # As the author wrote it: `No` and not False, 9.00 and not 9.0.
        error = {**error, "input": source.written[location]}
    if error["type"] == "value_error":
        location = _block_meant(source.values, location, _own(error))
    # A missing key has no line of its own: the block that lacks it does.
    write = _MESSAGES.get(error["type"]) or _by_family(error["type"])
    return source.problem(location, write(error))


def _block_meant(values: Any, location: Location, message: str) -> Location:
    """Return where the block lies that a message about several blocks names by its id.

    The last of twins is meant, which came after the other. Without such a block it is location.
    """
    named = re.search(r"`([^`]+)`", message)
    for step in location:
        values = values[step]
    if not named or not isinstance(values, dict):
        return location
    found: Location = location
    for key, blocks in values.items():
        for n, block in enumerate(blocks if isinstance(blocks, list) else ()):
            if isinstance(block, dict) and block.get("id") == named[1]:
                found = (*location, key, n)
    return found


def _location(values: Any, loc: tuple[str | int, ...]) -> Location:
    """Return loc without the steps that pydantic adds for the branch of a union."""
    steps: list[str | int] = []
    for n, step in enumerate(loc):
        if step == "[key]":  # so pydantic says that a key is meant and not its value
            continue
        last = n == len(loc) - 1
        inside = isinstance(values, dict) and step in values
        indexed = isinstance(values, list) and isinstance(step, int) and step < len(values)
        if inside or indexed:
            values = values[step]
        elif not last or (isinstance(values, dict) and values.get("kind") == step):
            continue
        steps.append(step)
    return tuple(steps)


def _unknown_key(source: Source, model: type[BaseModel], location: Location) -> Problem:
    block, key = location[:-1], str(location[-1])
    known = keys_at(model, block, kind=_kind_at(source.values, block))
    hint = did_you_mean(key, known) or f"; the keys here are {_listed(known)}"
    line = source.line(location)
    return Problem(source.path, line, ".".join(map(str, block)), f"unknown key `{key[:60]}`{hint}")


def _kind_at(values: Any, location: Location) -> str:
    for step in location:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return str(values.get("kind", "")) if isinstance(values, dict) else ""


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _you_wrote(error: Error) -> str:
    wrote = error["input"]
    if wrote is None:
        return " (you left it empty)"
    if isinstance(wrote, dict | list):
        return f" (you wrote a {'block' if isinstance(wrote, dict) else 'list'})"
    try:
        text = str(wrote)
    except ValueError:  # Python refuses to write out numbers of thousands of digits
        text = "a very long number"
    return f" (you wrote {text if len(text) <= 40 else text[:37] + '…'})"


def _missing(error: Error) -> str:
    return "is missing"


def _one_of(error: Error) -> str:
    expected = error["ctx"].get("expected") or error["ctx"]["expected_tags"]
    words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    wrote = error["input"] if isinstance(error["input"], str) else error["ctx"].get("tag")
    if wrote is None:
        return f"must be one of {_listed(words)}{_you_wrote(error)}"
    hint = did_you_mean(str(wrote), words) or f"; write one of {_listed(words)}"
    return f"`{str(wrote)[:60]}` is not known here{hint}"


def _text(error: Error) -> str:
    return f"must be text; put quotes round it{_you_wrote(error)}"


def _too_long(error: Error) -> str:
    length = len(str(error["input"]).strip())
    return f"is too long: {length} characters, {error['ctx']['max_length']} at the most"


def _too_many(error: Error) -> str:
    ctx = error["ctx"]
    return f"has {ctx['actual_length']} entries; {ctx['max_length']} at the most"


def _empty(error: Error) -> str:
    has, least = error["ctx"]["actual_length"], error["ctx"]["min_length"]
    if least == 1:
        return "is empty; write at least one"
    return f"has {has} {'entry' if has == 1 else 'entries'}; {least} at the least"


def _pattern(error: Error) -> str:
    hints = {
        r"\n\r": "must be one line; take the line break out",
        "dw": "must be days or weeks from the start, such as `-6w`, `+2d` or `0d`",
        "[01]": 'must be a time of day in quotes, such as `"09:00"`',
        "]+/[": "must be a part and a name, such as `method-guide/old-name`",
        "a-z": "must be small letters a-z, digits and single hyphens, such as `book-room`",
        "DR": "must be D or R and a number, such as `D6`",
        "0-9A-Fa-f": 'must be # and six of 0-9 and a-f, in quotes, such as `"#14506b"`',
        "svg|png": "must be the name of an .svg or .png file beside the profile, without dots or spaces",
        "bcdf": "must be eight letters; take the line away, and `make check` says what to write",
        "https://": "must be an address that begins with https://",
        r"\d{4}": "must be a date such as 2026-11-23, a month or a year, in quotes",
    }
    pattern = error["ctx"]["pattern"]
    hint = next((hint for part, hint in hints.items() if part in pattern), "has another form")
    return hint + _you_wrote(error)


def _list(error: Error) -> str:
    return f"must be a list: one line each, starting with `- `{_you_wrote(error)}"


def _block(error: Error) -> str:
    return f"must be a block of `key: value` lines{_you_wrote(error)}"


def _date(error: Error) -> str:
    return f"must be a date such as 2026-11-23, without quotes{_you_wrote(error)}"


def _own(error: Error) -> str:
    return str(error["msg"]).removeprefix("Value error, ")


_MESSAGES: dict[str, Callable[[Error], str]] = {
    "missing": _missing,
    "literal_error": _one_of,
    "union_tag_invalid": _one_of,
    "union_tag_not_found": lambda error: "`kind` is missing",
    "string_type": _text,
    "string_unicode": _text,
    "string_too_long": _too_long,
    "string_too_short": lambda error: "is empty; write a text or leave the key out",
    "string_pattern_mismatch": _pattern,
    "too_short": _empty,
    "too_long": _too_many,
    "tuple_type": _list,
    "model_type": _block,
    "model_attributes_type": _block,
    "value_error": _own,
    "less_than_equal": lambda error: f"must be {error['ctx']['le']} at the most{_you_wrote(error)}",
    "greater_than_equal": lambda error: f"must be {error['ctx']['ge']} or more{_you_wrote(error)}",
    "bool_parsing": lambda error: f"must be `true` or `false`{_you_wrote(error)}",
    "bool_type": lambda error: f"must be `true` or `false`{_you_wrote(error)}",
    "int_parsing": lambda error: f"must be a whole number{_you_wrote(error)}",
    "int_from_float": lambda error: f"must be a whole number{_you_wrote(error)}",
    "int_type": lambda error: f"must be a whole number{_you_wrote(error)}",
    "int_parsing_size": lambda error: "is far too large a number",
    "finite_number": lambda error: f"must be a number{_you_wrote(error)}",
    "float_parsing": lambda error: f"must be a number{_you_wrote(error)}",
    "float_type": lambda error: f"must be a number{_you_wrote(error)}",
    "greater_than": lambda error: f"must be more than {error['ctx']['gt']:g}{_you_wrote(error)}",
    "dict_type": _block,
}


def _by_family(name: str) -> Callable[[Error], str]:
    return _date if name.startswith("date") else _own
