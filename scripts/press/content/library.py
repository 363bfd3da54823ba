"""Everything under docs/, read and checked as a whole."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from pydantic import BaseModel

from press.content.anchors import anchors
from press.content.body import anchored_links, check_body, check_link, check_marks
from press.content.chapter import Chapter, Home, Page
from press.content.frontmatter import Source, read, read_data
from press.content.kinds import Printable
from press.content.parity import compare
from press.content.registers import Glossary, Sources
from press.content.validate import validate
from press.problems import Problem, did_you_mean
from press.project import DEFAULT_LANGUAGE, LANGUAGES, Project

M = TypeVar("M", bound=BaseModel)
PARTS = ("method-guide", "starter-pack", "relational-welfare")


@dataclass(frozen=True)
class Entry:
    """One page in one language. part is empty for pages that are not chapters."""

    language: str
    part: str
    model: Page
    source: Source

    @property
    def slug(self) -> str:
        """The page's path without language: `method-guide/what-is-dmo`, empty for the home page."""
        if isinstance(self.model, Home):
            return ""
        return f"{self.part}/{self.model.id}" if self.part else self.model.id

    @property
    def url(self) -> str:
        """The page's path below the site's address, ending in a slash (empty for the first page)."""
        prefix = "" if self.language == DEFAULT_LANGUAGE else f"{self.language}/"
        return f"{prefix}{self.slug}/" if self.slug else prefix


@dataclass
class Library:
    """All pages, the registers they refer to, and everything that is wrong with them."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)  # (language, slug)
    sources: Sources | None = None
    glossary: Glossary | None = None
    problems: list[Problem] = field(default_factory=list)
    order: list[str] = field(default_factory=list)  # slugs as the menu has them

    def chapters(self, language: str) -> list[Entry]:
        """Return a language's chapters, part by part, in the order of the menu."""
        found = [
            entry
            for entry in self.entries.values()
            if entry.language == language and isinstance(entry.model, Chapter)
        ]
        place = {slug: n for n, slug in enumerate(self.order)}
        last = len(place)
        return sorted(found, key=lambda e: (PARTS.index(e.part), place.get(e.slug, last), e.slug))

    def printables(self, language: str) -> Iterator[tuple[Entry, Printable]]:
        """Yield a language's printables with the chapter each belongs to."""
        for entry in self.chapters(language):
            assert isinstance(entry.model, Chapter)
            for printable in entry.model.printables:
                yield entry, printable


def load(project: Project) -> Library:
    """Read and check all of docs/. Problems are collected, never raised."""
    library = Library(order=project.order)
    library.problems += _links_on_disk(project)
    library.sources = _register(project, library, "sources.yml", Sources)
    library.glossary = _register(project, library, "glossary.yml", Glossary)
    for path in sorted(project.docs.rglob("*.md")):
        _add(project, library, path)
    library.problems += _twins(library)
    library.problems += _missing_languages(library)
    library.problems += _differences(library)
    library.problems += _lost_anchors(library)
    library.problems.sort()
    return library


def _links_on_disk(project: Project) -> Iterator[Problem]:
    """A link on disk could publish any file of the machine, so none may stand in these folders."""
    for folder in (project.docs, project.look):
        for path in sorted(folder.rglob("*")):
            if path.is_symlink():
                message = "is a link to another place on this computer; put the file itself here"
                yield Problem(project.relative(path), 1, "", message)


def _register(project: Project, library: Library, name: str, model: type[M]) -> M | None:
    source = read_data(project.docs / name, f"docs/{name}")
    if source.problems:
        library.problems += source.problems
        return None
    value, problems = validate(source, model)
    library.problems += problems
    return value


def _add(project: Project, library: Library, path: Path) -> None:
    if path.is_symlink():
        return
    shown = project.relative(path)
    language, part, problem = _place(path.relative_to(project.docs).parts, shown)
    if problem:
        library.problems.append(problem)
        return
    source = read(path, shown)
    library.problems += source.problems
    if source.body:
        library.problems += check_body(source, path, project.docs, project.look)
    if source.problems:
        return
    model_type = Chapter if part else Home if path.stem == "index" else Page
    model, problems = validate(source, model_type)
    library.problems += problems
    if model is None:
        return
    entry = Entry(language, part, model, source)
    library.problems += _check(entry, path, library, project)
    library.entries[language, entry.slug] = entry


def _place(parts: tuple[str, ...], shown: str) -> tuple[str, str, Problem | None]:
    """Return language and part of a file from its path, or a problem when it lies elsewhere."""
    if parts[0] not in LANGUAGES or len(parts) not in (2, 3):
        message = "lies in no language; chapters lie in docs/<language>/<part>/<chapter>.md"
        return "", "", Problem(shown, 1, "", message)
    part = parts[1] if len(parts) == 3 else ""
    if part and part not in PARTS:
        hint = did_you_mean(part, PARTS) or f"; the parts are {', '.join(PARTS)}"
        return "", "", Problem(shown, 1, "", f"unknown part `{part}`{hint}")
    return parts[0], part, None


def _check(entry: Entry, path: Path, library: Library, project: Project) -> Iterator[Problem]:
    expected = "home" if path.stem == "index" else path.stem
    if entry.model.id != expected:
        message = f"must be `{expected}`, like the file's name (you wrote {entry.model.id})"
        yield entry.source.problem(("id",), message)
    if isinstance(entry.model, Home):
        for n, door in enumerate(entry.model.doors):
            for message in check_link(door.link, path.resolve(), project.docs.resolve()):
                yield entry.source.problem(("doors", n, "link"), message)
    if isinstance(entry.model, Chapter):
        yield from _references(entry, entry.model, library)
        ids = [printable.id for printable in entry.model.printables]
        yield from check_marks(entry.source, ids, list(entry.model.outside_facts))


def _references(entry: Entry, chapter: Chapter, library: Library) -> Iterator[Problem]:
    """Check ids of facts and sources against docs/sources.yml."""
    if library.sources is None:
        return
    sources = {source.id: source for source in library.sources.sources}
    facts = {fact for source in sources.values() for fact in source.fact_ids}
    outside = {fact.id for fact in library.sources.outside}
    yield from _known(entry, "facts", chapter.facts, facts)
    yield from _known(entry, "outside_facts", chapter.outside_facts, outside)
    yield from _known(entry, "sources", chapter.sources, sources)
    needed = {fact.rsplit("-", 1)[0] for fact in chapter.facts if fact in facts}
    for name in sorted(needed - set(chapter.sources)):
        message = f"`{name}` is missing; the chapter uses a fact from it"
        yield entry.source.problem(("sources",), message)


def _known(
    entry: Entry, name: str, words: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:
    known = list(known)
    for n, word in enumerate(words):
        if word not in known:
            hint = did_you_mean(word, known) or "; docs/sources.yml does not have it"
            yield entry.source.problem((name, n), f"unknown id `{word}`{hint}")


def _twins(library: Library) -> Iterator[Problem]:
    """Ids name addresses and files, so they are unique in a language."""
    seen: dict[tuple[str, str, str], str] = {}
    for entry in library.entries.values():
        named = [("chapter", entry.model.id, ("id",))]
        if isinstance(entry.model, Chapter):
            for n, printable in enumerate(entry.model.printables):
                named.append(("printable", printable.id, ("printables", n, "id")))
        for what, name, at in named:
            first = seen.setdefault((entry.language, what, name), entry.source.path)
            if first != entry.source.path:
                message = f"another {what} is called `{name}` already, in {first}"
                yield entry.source.problem(at, message)


def _missing_languages(library: Library) -> Iterator[Problem]:
    """A page exists in every language, or it does not exist."""
    tried = {tuple(p.path.split("/", 2)[1:]) for p in library.problems if p.path.count("/") >= 2}
    for slug in sorted({slug for _, slug in library.entries}):
        have = [language for language in LANGUAGES if (language, slug) in library.entries]
        for language in LANGUAGES:
            name = f"{slug or 'index'}.md"
            # A file that is there but broken has its own problem already.
            if language not in have and (language, name) not in tried:
                message = f"is missing; the page exists in {', '.join(have)}"
                yield Problem(f"docs/{language}/{name}", 1, "", message)


def _differences(library: Library) -> Iterator[Problem]:
    for (language, slug), entry in library.entries.items():
        primary = getattr(entry.model, "primary_language", DEFAULT_LANGUAGE)
        original = library.entries.get((primary, slug))
        if original and language != primary:
            yield from compare(original.model, original.source, entry.model, entry.source)


def _lost_anchors(library: Library) -> Iterator[Problem]:
    """A link to a place inside a page needs that place."""
    known: dict[str, set[str]] = {}
    by_path = {entry.source.path: entry for entry in library.entries.values()}
    for entry in library.entries.values():
        for line, target in anchored_links(entry.source):
            path, _, name = target.partition("#")
            folder = posixpath.dirname(entry.source.path)
            aim = posixpath.normpath(posixpath.join(folder, path)) if path else entry.source.path
            page = by_path.get(aim)
            if page is None or not name:
                continue  # a file that does not exist has its own problem
            if aim not in known:
                known[aim] = anchors(page.source, page.model, library.sources, library.glossary)
            if unquote(name) not in known[aim]:
                hint = did_you_mean(name, known[aim]) or f"; {aim} has no such place"
                message = f"nothing is called `#{name}`{hint}"
                yield Problem(entry.source.path, line, "", message)
