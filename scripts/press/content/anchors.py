"""The places inside a page that a link may point to."""

from __future__ import annotations

from press.content.body import body_of
from press.content.chapter import Chapter
from press.content.frontmatter import Source
from press.content.registers import Glossary, Sources

# What overrides/web/chapter-foot.html adds to a chapter.
_SOURCES, _ELSEWHERE = OWN_PLACES = "sources-of-this-page", "from-elsewhere"
# What overrides/main.html and its partials add to every page; `#content` is where its text begins.
SITE_PLACES = ("content", "menu", "search-title", "search-field")
LEADER_PLACES = ("dates", "to-print", "links")  # what overrides/web/course-leader.html adds
QUESTIONS = "check-yourself"  # what overrides/web/questions.html adds


def anchors(
    source: Source, model: object, sources: Sources | None, glossary: Glossary | None
) -> set[str]:
    """Return the names after `#` that exist on the page that source and model make."""
    root, _ = body_of(source).read
    names = {element.get("id") for element in root.iter()} if root is not None else set()
    if isinstance(model, Chapter):
        names.update(printable.id for printable in model.printables)
        names.update(fact.lower() for fact in model.outside_facts)
        names.update(model.course.places if model.course else ())
        names.update({_SOURCES} if model.sources else ())
        names.update({_ELSEWHERE} if model.outside_facts else ())
        names.update({QUESTIONS} if model.questions else ())
    if "[[glossary]]" in source.body and glossary:
        names.update(term.id for term in glossary.terms)
    if "[[sources]]" in source.body and sources:
        names.update(text.id for text in sources.sources)
        names.update(fact.id.lower() for fact in sources.outside)
    return {name for name in names if name}
