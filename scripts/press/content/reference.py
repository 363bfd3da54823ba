"""Writes the authors' reference of all front matter fields out of the models themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from annotated_types import MaxLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from press.content.chapter import Chapter, Home, Page
from press.content.easy import EasyRead
from press.content.kinds import KINDS
from press.content.profile import Profile
from press.content.register import Register
from press.content.schema import choices_in, is_own, is_translated, kinds_of, models_in, unwrap

_INTRO = """\
# Front matter: every field

This page is written by `make reference` out of the models in `scripts/press/content/`; change it there.
A field marked *translated* differs between Swedish, Danish and English. All others must be the same in
the three files, and `make check` says where they are not.
"""


def reference() -> str:
    """Return the reference as Markdown."""
    parts = [_INTRO]
    done: set[type[BaseModel]] = set()
    for title, model in _sections():
        parts.append(f"## {title}\n\n{_about(model)}\n")
        parts += _tables(model, done, title="")
    return "\n".join(parts).rstrip() + "\n"


def _sections() -> Iterator[tuple[str, type[BaseModel]]]:
    yield "A chapter: `docs/<language>/<part>/<id>.md`", Chapter
    yield "Its easy-read version: `docs/<language>/<part>/<id>.easy.md`", EasyRead
    for name, model in KINDS.items():
        yield f"Printable of kind `{name}`", model
    yield "The home page: `docs/<language>/index.md`", Home
    yield "Other pages: `docs/<language>/<id>.md`", Page
    yield "The register of chapters: `docs/chapters.yml`", Register
    yield "A municipality's edition: `editions/<name>.yml`", Profile


def _about(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip()


def _tables(model: type[BaseModel], done: set[type[BaseModel]], title: str) -> list[str]:
    """Return the table of a model, then those of the blocks inside it, each once."""
    if model in done:
        return []
    done.add(model)
    rows = ["| field | what it is | rules |", "| --- | --- | --- |"]
    inner: list[tuple[str, type[BaseModel]]] = []
    for name, field in model.model_fields.items():
        rows.append(f"| `{name}` | {_describe(field)} | {_notes(model, name, field)} |")
        if name != "printables" or model is Register:  # kinds have tables of their own
            inner += [(name, block) for block in models_in(field.annotation)]
    parts = [(f"### {title}\n\n{_about(model)}\n\n" if title else "") + "\n".join(rows) + "\n"]
    for name, block in inner:
        parts += _tables(block, done, _title(name, block, title))
    return parts


def _title(name: str, block: type[BaseModel], within: str) -> str:
    """Return the heading of a block: the key it stands under, its kind, and the block around it."""
    own = f"`{name}`"
    if "kind" in block.model_fields:
        own += f" of kind `{kinds_of(block)[0]}`"
    return f"{own} in {within}" if within else own


def _describe(field: FieldInfo) -> str:
    text = field.description or _inner_description(field)
    words = choices_in(field.annotation)
    if len(words) > 1:
        text = f"{text} One of {', '.join(f'`{word}`' for word in words)}."
    return text.strip()


def _inner_description(field: FieldInfo) -> str:
    for part in (*field.metadata, *get_args(field.annotation)):
        if isinstance(part, FieldInfo) and part.description:
            return part.description
    return ""


def _notes(model: type[BaseModel], name: str, field: FieldInfo) -> str:
    notes = [] if field.is_required() else ["may be left out"]
    if is_translated(model, name):
        notes.append("translated")
    if is_own(model, name):
        notes.append("each language its own")
    longest = _longest(field)
    if longest:
        notes.append(f"at most {longest}")
    return ", ".join(notes)


def _longest(field: FieldInfo) -> str:
    constraints: list[Any] = [*field.metadata]
    for inner in get_args(field.annotation):
        constraints += getattr(inner, "__metadata__", ())
    text = any(kind is str for kind in unwrap(field.annotation))
    for part in constraints:
        if isinstance(part, StringConstraints) and part.max_length:
            return f"{part.max_length} characters"
        if isinstance(part, MaxLen):
            return (
                f"{part.max_length} {'characters' if text and not _is_tuple(field) else 'entries'}"
            )
    return ""


def _is_tuple(field: FieldInfo) -> bool:
    return getattr(field.annotation, "__origin__", None) is tuple
