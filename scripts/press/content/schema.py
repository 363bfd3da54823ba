"""Looks into the models: which models sit inside a field, and what an author may write there."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from press.content.fields import Markup, OwnInEachLanguage, Translated


def unwrap(annotation: Any) -> Iterator[Any]:
    """Yield the plain types inside Annotated, unions and tuples."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from unwrap(get_args(annotation)[0])
    elif origin in (Union, types.UnionType, tuple):
        for argument in get_args(annotation):
            if argument not in (Ellipsis, type(None)):
                yield from unwrap(argument)
    else:
        yield annotation


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models that a field of this type holds."""
    return [t for t in unwrap(annotation) if isinstance(t, type) and issubclass(t, BaseModel)]


def choices_in(annotation: Any) -> list[str]:
    """Return the words a field of this type is limited to; empty when it is free."""
    return [word for t in unwrap(annotation) if get_origin(t) is Literal for word in get_args(t)]


def keys_at(model: type[BaseModel], location: tuple[str | int, ...], kind: str = "") -> list[str]:
    """Return the keys allowed in the block at location; `kind` picks one printable among several."""
    current = [model]
    for step in location:
        if isinstance(step, int):
            continue
        inner = [
            m for c in current if step in c.model_fields for m in models_in(field_type(c, step))
        ]
        current = inner or current
    matching = [m for m in current if kind and "kind" in m.model_fields and kind in kinds_of(m)]
    return sorted({key for m in (matching or current) for key in m.model_fields})


def kinds_of(model: type[BaseModel]) -> list[str]:
    """Return the `kind` words a printable's model answers to."""
    return choices_in(model.model_fields["kind"].annotation)


def field_type(model: type[BaseModel], name: str) -> Any:
    """Return the annotated type of a field, the metadata that pydantic keeps apart put back."""
    return model.model_fields[name].annotation


def is_translated(model: type[BaseModel], name: str) -> bool:
    """Return whether a field's words differ between languages."""
    return _is_marked(model, name, Translated)


def is_own(model: type[BaseModel], name: str) -> bool:
    """Return whether every language has a field for itself, so that nothing in it is compared."""
    return _is_marked(model, name, OwnInEachLanguage)


def markup_in(
    value: object, at: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (location, text) of every field with Markdown inside a model, however deep."""
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from markup_in(part, (*at, number))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, str) and _is_marked(type(value), name, Markup):
                yield (*at, name), inner
            else:
                yield from markup_in(inner, (*at, name))


def texts_in(value: object) -> Iterator[tuple[str, bool]]:
    """Yield (text, whether it is Markdown) of all that a reader reads of a model, in order."""
    return ((text, markup) for _, text, markup in texts_at(value, with_own=False))


def texts_at(
    value: object, at: tuple[str | int, ...] = (), with_own: bool = True
) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    """Yield (location, text, whether it is Markdown) of all that is written in a page's language.

    with_own: also what each language has for itself, such as what has changed since an edition.
    """
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from texts_at(part, (*at, number), with_own)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if not with_own and is_own(type(value), name):
                continue
            if not is_translated(type(value), name):
                yield from texts_at(inner, (*at, name), with_own)
                continue
            markup = _is_marked(type(value), name, Markup)
            if isinstance(inner, str):
                yield (*at, name), inner, markup
            for number, text in enumerate(inner if isinstance(inner, tuple) else ()):
                if isinstance(text, str):
                    yield (*at, name, number), text, markup


@cache  # there are as many as models have fields
def _is_marked(model: type[BaseModel], name: str, mark: type) -> bool:
    field = model.model_fields[name]
    return any(isinstance(m, mark) for m in (*field.metadata, *_metadata(field.annotation)))


def _metadata(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
    for argument in get_args(annotation):
        if argument is not Ellipsis:
            yield from _metadata(argument)
