"""The three languages say the same thing: same ids, same printables, same steps, same items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from press.content.frontmatter import Location, Source
from press.content.schema import is_own, is_translated
from press.problems import Problem


def compare(original: BaseModel, source: Source, other: BaseModel, theirs: Source) -> list[Problem]:
    """Return where other (read from theirs) differs from original (read from source).

    Fields marked Translated may differ; everything else must not. Lists of blocks with ids are
    compared id by id, so that the missing one is named.
    """
    pair = _Pair(source, theirs)
    return list(pair.models(original, other, ()))


class _Pair:
    def __init__(self, source: Source, theirs: Source) -> None:
        self.source, self.theirs = source, theirs

    def models(self, a: BaseModel, b: BaseModel, at: Location) -> Iterator[Problem]:
        for name in type(a).model_fields:
            if name not in type(b).model_fields:
                continue  # another kind of block; the differing `kind` is reported by itself
            if is_own(type(a), name):
                continue
            first, second = getattr(a, name), getattr(b, name)
            translated = is_translated(type(a), name)
            yield from self.values(first, second, (*at, name), translated)

    def values(self, a: Any, b: Any, at: Location, translated: bool) -> Iterator[Problem]:
        if isinstance(a, BaseModel) and isinstance(b, BaseModel):
            yield from self.models(a, b, at)
        elif _blocks(a) or _blocks(b):
            yield from self.blocks(a, b, at)
        elif isinstance(a, tuple) and translated:
            if len(a) != len(b):
                yield self._differs(at, f"has {len(b)} entries where {self.where(at)} has {len(a)}")
        elif (a is None) != (b is None):
            yield self._differs(at, _presence(b, self.where(at)))
        elif not translated and a != b:
            yield self._differs(at, f"is {_shown(b)} but {self.where(at)} has {_shown(a)}")

    def blocks(self, a: tuple[Any, ...], b: tuple[Any, ...], at: Location) -> Iterator[Problem]:
        ours = {block.id: (n, block) for n, block in enumerate(a)}
        theirs = {block.id: (n, block) for n, block in enumerate(b)}
        for name in ours.keys() - theirs.keys():
            where = self.where((*at, ours[name][0]))
            yield self._differs(at, f"`{name}` is missing; {where} has it")
        for name in theirs.keys() - ours.keys():
            message = f"`{name}` is not in {self.source.path}; add it there or take it away here"
            yield self._differs((*at, theirs[name][0]), message)
        shared = [name for name in ours if name in theirs]
        if shared != [name for name in theirs if name in ours]:
            yield self._differs(at, f"has another order than {self.where(at)}")
        for name in shared:
            n, block = theirs[name]
            yield from self.models(ours[name][1], block, (*at, n))

    def where(self, at: Location) -> str:
        return f"{self.source.path}:{self.source.line(at)}"

    def _differs(self, at: Location, message: str) -> Problem:
        return self.theirs.problem(at, message)


def _blocks(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and hasattr(value[0], "id")


def _presence(theirs: Any, where: str) -> str:
    if theirs is None:
        return f"is missing; {where} has it"
    return f"stands here but not in {where}"


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return f"`{value}`"
