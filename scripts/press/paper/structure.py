"""Walks the structure tree of a tagged PDF (PDF 1.7, 14.7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object

_CONTENT = (Name.OBJR, Name.MCR)  # what an element holds beside other elements


def children(element: Object) -> list[Object]:
    """Return what an element holds: elements, references to content and to annotations, numbers."""
    inner = element.get(Name.K, Array())
    return list(inner) if isinstance(inner, Array) else [inner]


def elements(root: Object) -> Iterator[Object]:
    """Yield an element (or the tree's root) and all elements below it, in no particular order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [
            child
            for child in children(element)
            if isinstance(child, Dictionary) and child.get(Name.Type) not in _CONTENT
        ]


def annotations(element: Object, kind: Name) -> Iterator[Object]:
    """Yield the annotations of a kind, such as Link or Widget, that an element itself holds."""
    for child in children(element):
        held = isinstance(child, Dictionary) and child.get(Name.Type) == Name.OBJR
        if held and child.Obj.get(Name.Subtype) == kind:
            yield child.Obj
