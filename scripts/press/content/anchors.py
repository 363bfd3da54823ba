"""The places inside a page that a link may point to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown import Markdown

from press.content.chapter import Chapter
from press.content.frontmatter import Source
from press.content.registers import Glossary, Sources

# The extensions of mkdocs.yml that decide what counts as a heading and what its name becomes.
_EXTENSIONS = ["admonition", "attr_list", "sane_lists", "tables", "toc"]


def anchors(
    source: Source, model: object, sources: Sources | None, glossary: Glossary | None
) -> set[str]:
    """Return the names after `#` that exist on the page that source and model make."""
    names = set(_headings(source.body))
    if isinstance(model, Chapter):
        names.update(printable.id for printable in model.printables)
        names.update(fact.lower() for fact in model.outside_facts)
    if "[[glossary]]" in source.body and glossary:
        names.update(term.id for term in glossary.terms)
    if "[[sources]]" in source.body and sources:
        names.update(text.id for text in sources.sources)
        names.update(fact.id.lower() for fact in sources.outside)
    return names


def _headings(body: str) -> Iterator[str]:
    parser = Markdown(extensions=_EXTENSIONS)
    parser.convert(body)
    yield from _ids(getattr(parser, "toc_tokens", []))


def _ids(tokens: list[dict[str, Any]]) -> Iterator[str]:
    for token in tokens:
        yield token["id"]
        yield from _ids(token["children"])
