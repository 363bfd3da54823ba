"""Everything under docs/, read and checked as a whole."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import unquote

from pydantic import BaseModel

from press.content.accessibility import Report, Statement
from press.content.anchors import LEADER_PLACES, OWN_PLACES, QUESTIONS, SITE_PLACES, anchors
from press.content.body import DRAWINGS, Text, anchored_links, body_of, check_marks, check_text
from press.content.chapter import Chapter, Home, Page
from press.content.course import COURSE_PAPERS, PLACE, named_by
from press.content.easy import ENDING, Easy, differences, is_easy, read_easy
from press.content.files import check_files, hidden_signs
from press.content.frontmatter import Location, Source, read, read_data
from press.content.kinds import Printable
from press.content.organisation import Organisation, load_organisation
from press.content.parity import compare
from press.content.paths import FILE as PATHS
from press.content.paths import LearningPath, PathFile, check_paths
from press.content.pieces import EASY, Piece, pieces_of
from press.content.printables.binder import Binder, fits_binder
from press.content.printables.booklet import Booklet
from press.content.printables.links import Links
from press.content.printables.plan import Plan
from press.content.printed import PrintedLine, check_printed
from press.content.register import Codes, Register, check_register, codes_of
from press.content.registers import Glossary, Sources
from press.content.resources import FILE as RESOURCES
from press.content.resources import PAGE as RESOURCES_PAGE
from press.content.resources import PLACE as RESOURCES_PLACE
from press.content.resources import Resource, Resources, check_facts
from press.content.schema import markup_in
from press.content.stamp import editions_of
from press.content.tools import FOLDER as TOOLS
from press.content.tools import PLACE as TOOL_PLACE
from press.content.tools import Tool, load_tools, tool_sources
from press.content.translations import (
    Behind,
    Pair,
    Translations,
    left_over,
    lost_register,
    read_register,
    without_record,
)
from press.content.translations import (
    Register as TranslationRegister,
)
from press.content.translations import (
    compare as compare_translation,
)
from press.content.unwritten import unwritten
from press.content.validate import validate
from press.problems import Problem, did_you_mean
from press.project import DEFAULT_LANGUAGE, LANGUAGES, Project

M = TypeVar("M", bound=BaseModel)
# Folders of the finished site that a page may not take.
RESERVED = (*LANGUAGES, "assets", "print", "search", "cards", "404", "k", "p")
PARTS = (
    "method-guide",
    "starter-pack",
    "relational-welfare",
    "case-stories",
    "courses",
    "tools",
)
# A page is called by its id; so is its easy-read version.
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.easy)?\.md")
_FEW = 5  # translated pages of a site that may be new: of each it is said that nothing is recorded


@dataclass(frozen=True)
class Entry:
    """One page in one language. part is empty for pages that are not chapters.

    name: of the file, without .md; of the folder for the page of a part, `method-guide/index.md`.
    easy: the chapter's easy-read version, where it has one.
    """

    language: str
    part: str
    name: str
    model: Page
    source: Source
    easy: Easy | None = None

    @property
    def slug(self) -> str:
        """The page's path without language: `method-guide/what-is-dmo`, empty for the home page."""
        if self.part:
            return f"{self.part}/{self.name}"
        return "" if self.name == "index" else self.name

    @property
    def url(self) -> str:
        """The page's path below the site's address, ending in a slash (empty for the first page)."""
        return url_of(self.language, self.slug)


def url_of(language: str, slug: str) -> str:
    """Return the path of a page below the site's address, ending in a slash; empty for the first page."""
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return f"{prefix}{slug}/" if slug else prefix


def slug_of(path: str) -> str:
    """Return the slug of a file by its path below its language, without .md."""
    return "" if path == "index" else path.removesuffix("/index")


def file_of(slug: str) -> str:
    """Return the path of a page's file below its language."""
    return f"{slug}/index.md" if slug in PARTS else f"{slug or 'index'}.md"


@dataclass
class Library:
    """All pages, the registers they refer to, and everything that is wrong with them."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)  # (language, slug)
    sources: Sources | None = None
    glossary: Glossary | None = None
    statement: Statement | None = None
    report: Report | None = None
    codes: Codes = field(default_factory=Codes)  # of docs/chapters.yml
    paths: tuple[LearningPath, ...] = ()  # of docs/paths.yml, in its order
    tools: dict[str, Tool] = field(default_factory=dict)  # of docs/tools, by id
    tool_sources: dict[str, Source] = field(default_factory=dict)  # their files, by the same
    resources: tuple[Resource, ...] = ()  # of docs/resources.yml, in its order
    printed: tuple[PrintedLine, ...] = ()  # of docs/chapters.yml: all that was ever printed
    stale: list[Problem] = field(
        default_factory=list
    )  # those of problems that a preview may ignore
    translations: Translations = field(
        default_factory=Translations
    )  # what does not follow its source
    organisation: Organisation = field(default_factory=Organisation)  # who runs this copy
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

    def path_of_page(self, name: str) -> LearningPath | None:
        """Return the learning path whose page the chapter of that id is."""
        return next((path for path in self.paths if path.page_id == name), None)

    def page_kind(self, model: Page) -> Literal["chapter", "course", "path", "tool"]:
        """Return what readers call a page with a code; words.yml has a word for each."""
        if getattr(model, "course", None):
            return "course"
        if getattr(model, "tool", False):
            return "tool"
        return "path" if self.path_of_page(model.id) else "chapter"

    def printables(self, language: str) -> Iterator[tuple[Entry, Printable]]:
        """Yield a language's printables with the chapter each belongs to."""
        for entry in self.chapters(language):
            assert isinstance(entry.model, Chapter)
            for printable in entry.model.printables:
                yield entry, printable

    def published(self, language: str) -> Iterator[tuple[Entry, Printable]]:
        """Yield the printables that are made: all but those whose translation is behind its source."""
        for entry, printable in self.printables(language):
            if not self.translations.is_withheld(language, printable.id):
                yield entry, printable

    def withheld(self, language: str) -> list[tuple[Entry, Printable]]:
        """Return the printables that a language has and does not publish."""
        left = self.translations.is_withheld
        return [pair for pair in self.printables(language) if left(language, pair[1].id)]

    def source_of(self, entry: Entry) -> Entry:
        """Return the page that a page was translated from; itself, where it is the first."""
        return _original(self, entry.slug) or entry


def load(project: Project) -> Library:
    """Read and check all of docs/. Problems are collected, never raised."""
    library = Library(order=project.order)
    library.problems += check_files(project)
    library.sources = _register(project, library, "sources.yml", Sources)
    library.glossary = _register(project, library, "glossary.yml", Glossary)
    library.statement = _optional(project, library, "accessibility.yml", Statement)
    library.report = _optional(project, library, "accessibility-report.yml", Report)
    library.organisation, problems = load_organisation(project)
    library.problems += problems
    paths = _read_paths(project, library)
    there = parts_of(project)
    for path in sorted(project.docs.rglob("*.md")):
        if path.is_file() and not path.is_symlink() and not is_easy(path):
            _add(project, library, path)
    library.problems += list(_easy_texts(project, library))
    library.problems += _without_statement(library)
    library.problems += _twins(library)
    library.problems += _missing_languages(library)
    library.problems += _differences(library)
    library.problems += _lost_anchors(library)
    library.problems += _assembled(library, there)
    library.problems += _lost_steps(library, paths, there)
    library.problems += _papers_of_courses(library)
    library.problems += _tools(project, library)
    library.problems += _resources(project, library)
    library.problems += _lost_explanations(project, library, there)
    _read_codes(project, library, there)
    _read_translations(project, library)
    library.problems.sort()
    return library


def _read_translations(project: Project, library: Library) -> None:
    """Read what every translation follows, and hold it against its source."""
    registers: dict[str, TranslationRegister] = {}
    behind: list[Behind] = []
    # Files and not entries: what cannot be read has its own problem, and its translation all the same.
    known = {path.stem for path in project.docs.rglob("*.md")} | {"home", *PARTS}
    broken = {problem.path for problem in library.problems}
    for language in LANGUAGES:
        register, problems = read_register(project, language)
        library.problems += problems or left_over(register, known)
        registers[language] = register
        if problems:
            continue  # nobody knows then what follows what
        pairs = list(translated_pages(library, language))
        if not register.pages and len(pairs) > _FEW:
            library.problems.append(lost_register(register, len(pairs)))
            continue
        for pair in pairs:
            if pair.page in register.pages:
                behind += compare_translation(pair, register.pages[pair.page])
            elif not broken & {pair.path, pair.source_path}:
                library.problems.append(
                    without_record(language, pair.page, pair.path, pair.source_path)
                )
    library.translations = Translations(tuple(behind), registers)


def translated_pages(library: Library, language: str) -> Iterator[Pair]:
    """Yield every page that was translated into a language, with its source."""
    for entry in library.entries.values():
        source = library.source_of(entry)
        if entry.language == language and source is not entry:
            yield Pair(
                language,
                entry.model.id,
                _pieces(source),
                partial(_pieces, entry),
                entry.source.path,
                source.source.path,
            )


def _pieces(entry: Entry) -> list[Piece]:
    """Return all texts of a page, with those of its easy-read version."""
    found = pieces_of(entry.model, entry.source)
    if entry.easy:
        found += [
            replace(piece, name=f"{EASY}.{piece.name}")
            for piece in pieces_of(entry.easy.model, entry.easy.source)
        ]
    return found


def _read_codes(project: Project, library: Library, there: Mapping[str, str]) -> None:
    """Read the register of chapters and hold it against the files that stand.

    Files and not entries: a chapter that cannot be read has its own problem, and its code all the same.
    """
    source = read_data(project.docs / "chapters.yml", "docs/chapters.yml")
    library.problems += hidden_signs(source, source.whole)
    if source.problems:
        library.problems += source.problems
        return
    register, problems = validate(source, Register)
    library.problems += problems
    if register:
        library.codes = codes_of(register)
        whole = {e.name for e in library.entries.values() if e.part}
        library.problems += check_register(source, register, there, whole)
        library.printed = register.printables
        codes = {line.code for line in register.chapters}
        read = not any(problem.path.endswith(".md") for problem in library.problems)
        standing = editions_by_id(library)
        library.problems += check_printed(source, register.printables, standing, codes, read)


def editions_by_id(library: Library) -> dict[str, dict[str, list[date]]]:
    """Return the editions of every printable, by id and language.

    One whose chapter is still to be written has none yet: nobody has printed it.
    """
    found: dict[str, dict[str, list[date]]] = {}
    for language in LANGUAGES:
        for entry, printable in library.printables(language):
            if not any(unwritten(entry.source)):
                found.setdefault(printable.id, {})[language] = editions_of(printable)
    return found


def parts_of(project: Project) -> dict[str, str]:
    """Return the part of every chapter by its id, which is its file's name."""
    files = (path for part in PARTS for path in sorted(project.docs.glob(f"*/{part}/*.md")))
    return {
        path.stem: path.parent.name
        for path in files
        if path.stem != "index"
        and not is_easy(path)
        and path.parts[-3] in LANGUAGES
        and _NAME.fullmatch(path.name)
    }


def _read_paths(project: Project, library: Library) -> Source:
    """Read the learning paths, which a site may do without; return the file they stand in."""
    if not (project.root / PATHS).exists():
        return Source(PATHS)
    source = read_data(project.root / PATHS, PATHS)
    library.problems += [*hidden_signs(source, source.whole), *source.problems]
    if not source.problems:
        found, problems = validate(source, PathFile)
        library.problems += problems
        library.paths = found.paths if found else ()
    return source


def _lost_steps(library: Library, source: Source, there: Mapping[str, str]) -> Iterator[Problem]:
    """A path leads through chapters that stand, and a plan belongs to a path.

    there: all chapters that have a file. One that cannot be read says so itself, and nobody knows then
    whether it has an easy-read version.
    """
    chapters = {e.model.id: e for e in library.entries.values() if isinstance(e.model, Chapter)}
    unread = there.keys() - chapters.keys()
    easy = {name for name, entry in chapters.items() if entry.easy} | unread
    yield from check_paths(source, library.paths, [*chapters, *sorted(unread)], easy)
    if _is_broken(library, PATHS):
        return
    known = {path.id: path for path in library.paths}
    for language in LANGUAGES:
        for entry, printable in library.printables(language):
            if not isinstance(printable, Plan):
                continue
            assert isinstance(entry.model, Chapter)
            at = ("printables", entry.model.printables.index(printable))
            path = known.get(printable.path)
            if path is None:
                hint = did_you_mean(printable.path, known)
                message = f"no path is called `{printable.path}`{hint}"
                yield entry.source.problem((*at, "path"), message)
            elif path.easy != printable.easy_read:
                said = str(path.easy).lower()
                message = f"must be `{said}`, as the path says `easy: {said}`"
                yield entry.source.problem((*at, "easy_read"), message)


def _is_broken(library: Library, path: str) -> bool:
    """Return whether a file has a problem already."""
    return any(problem.path == path for problem in library.problems)


def _register(project: Project, library: Library, name: str, model: type[M]) -> M | None:
    source = read_data(project.docs / name, f"docs/{name}")
    library.problems += hidden_signs(source, source.whole)
    if source.problems:
        library.problems += source.problems
        return None
    value, problems = validate(source, model)
    library.problems += problems
    return value


def _lost_explanations(
    project: Project, library: Library, known: Mapping[str, str]
) -> Iterator[Problem]:
    """A notion of the glossary is told in chapters that stand. known: all that have a file."""
    lost = [
        (("terms", n, "told_in", k), name)
        for n, entry in enumerate(library.glossary.terms if library.glossary else ())
        for k, name in enumerate(entry.told_in)
        if name not in known
    ]
    if lost:  # only then is it worth reading the file for its lines
        source = read_data(project.docs / "glossary.yml", "docs/glossary.yml")
        for at, name in lost:
            hint = did_you_mean(name, known)
            yield source.problem(at, f"no chapter is called `{name}`{hint}")


def _optional(project: Project, library: Library, name: str, model: type[M]) -> M | None:
    """Read a register that a site may do without."""
    return _register(project, library, name, model) if (project.docs / name).exists() else None


def _without_statement(library: Library) -> Iterator[Problem]:
    """The page of the accessibility statement needs what it states."""
    if library.statement or _is_broken(library, "docs/accessibility.yml"):
        return
    for entry in library.entries.values():
        if entry.slug == "accessibility":
            yield entry.source.problem(("id",), "needs docs/accessibility.yml, which is missing")


def _add(project: Project, library: Library, path: Path) -> None:
    shown = project.relative(path)
    language, part, problem = _place(path.relative_to(project.docs).parts, shown)
    if problem:
        library.problems.append(problem)
        return
    source = read(path, shown)
    library.problems += source.problems
    library.problems += hidden_signs(source, source.whole)
    library.problems += unwritten(source)
    library.problems += check_text(body_of(source), path, project.docs, project.look)
    if source.problems:
        return
    slug = slug_of("/".join((*filter(None, [part]), path.stem)))
    model_type = Home if not slug else Chapter if part and slug != part else Page
    model, problems = validate(source, model_type)
    library.problems += problems
    if model is None:
        return
    is_chapter = model_type is Chapter
    entry = Entry(
        language,
        part if is_chapter else "",
        path.stem if is_chapter else slug or "index",
        model,
        source,
    )
    library.problems += _check(entry, path, library, project)
    library.entries[language, entry.slug] = entry


def _place(parts: tuple[str, ...], shown: str) -> tuple[str, str, Problem | None]:
    """Return language and part of a file from its path, or a problem when it lies elsewhere."""
    if parts[0] not in LANGUAGES or len(parts) not in (2, 3):
        message = "lies in no language; chapters lie in docs/<language>/<part>/<chapter>.md"
        return "", "", Problem(shown, 1, "", message)
    part = parts[1] if len(parts) == 3 else ""
    if not part and parts[1].removesuffix(".md") in PARTS:
        message = f"is the page of a part; it lies in {parts[0]}/{file_of(parts[1][:-3])}"
        return "", "", Problem(shown, 1, "", message)
    if not _NAME.fullmatch(parts[-1]):
        message = (
            "has a name that no page can have; small letters a-z, digits and single hyphens, such as "
            "book-room.md. Give it another name, or take it away"
        )
        return "", "", Problem(shown, 1, "", message)
    if part and part not in PARTS:
        hint = did_you_mean(part, PARTS) or f"; the parts are {', '.join(PARTS)}"
        return "", "", Problem(shown, 1, "", f"unknown part `{part}`{hint}")
    return parts[0], part, None


def _check(entry: Entry, path: Path, library: Library, project: Project) -> Iterator[Problem]:
    expected = entry.name if entry.slug else "home"
    if entry.model.id != expected:
        message = f"must be `{expected}`, like the file's name (you wrote {entry.model.id})"
        yield entry.source.problem(("id",), message)
    if not entry.part and entry.slug in RESERVED:
        yield entry.source.problem(
            ("id",), f"`{entry.slug}` is a folder of the site; choose another name"
        )
    for at, markdown in markup_in(entry.model):
        line = entry.source.starts.get(at, entry.source.line(at))
        text = Text(entry.source, markdown, line, ".".join(map(str, at)))
        yield from check_text(text, path, project.docs, project.look, panel=True)
        yield from check_marks(text, [], None)
    if isinstance(entry.model, Chapter):
        yield from _references(entry, entry.model, library)
        yield from _places_taken(entry, entry.model)
    yield from _headings_taken(entry)
    yield from check_marks(body_of(entry.source), _blocks(entry, library), _outside(entry))


def _places_taken(entry: Entry, chapter: Chapter) -> Iterator[Problem]:
    """A link to `#name` leads to one place: a printable may not be called as another is."""
    root, _ = body_of(entry.source).read
    taken = {element.get("id") for element in root.iter()} if root is not None else set()
    if chapter.questions and QUESTIONS in taken:
        message = f"stand at `#{QUESTIONS}`, which a heading of the text is called already"
        yield entry.source.problem(("questions",), message)
    taken |= {fact.lower() for fact in chapter.outside_facts} | {
        *OWN_PLACES,
        *SITE_PLACES,
        QUESTIONS,
    }
    if chapter.course:
        yield from _course_places(entry, chapter, taken.union(LEADER_PLACES))
        taken |= set(chapter.course.places)
    for n, printable in enumerate(chapter.printables):
        if printable.id in taken:
            message = f"`{printable.id}` is the name of another place on the page; choose another"
            yield entry.source.problem(("printables", n, "id"), message)


def _headings_taken(entry: Entry) -> Iterator[Problem]:
    """A heading may not take a place that every page has, such as the one the first link leads to."""
    root, _ = body_of(entry.source).read
    for element in root.iter("h2", "h3", "h4", "h5", "h6") if root is not None else ():
        name = element.get("id")
        if name in SITE_PLACES:
            words = element.text_content().strip()
            lines = enumerate(entry.source.body.split("\n"), entry.source.body_line)
            line = next((n for n, text in lines if text[:1] == "#" and words in text), 1)
            message = (
                f"`#{name}` is a place on every page already; give the heading another name, "
                f"such as `## {words} {{: #the-{name} }}`"
            )
            yield Problem(entry.source.path, line, "", message)


def _course_places(entry: Entry, chapter: Chapter, taken: set[str | None]) -> Iterator[Problem]:
    """A link to a session leads to one place, and a course's papers have names of their own."""
    assert chapter.course
    for key in ("sessions", "tasks"):
        for n, block in enumerate(getattr(chapter.course, key)):
            if block.id in taken:
                message = f"`{block.id}` is the name of another place on the page; choose another"
                yield entry.source.problem(("course", key, n, "id"), message)


# What a page may ask for with `[[…]]`, beside a chapter's own printables.
_LISTS = {
    "": ["doors", "parts", "chapters"],
    **{part: ["chapters"] for part in PARTS},
    "print-shop": ["print-shop"],
    "easy-read": ["easy-read"],
    "glossary": ["glossary"],
    "sources": ["sources", "outside-sources"],
    "accessibility": ["accessibility-statement"],
    "privacy": ["remembered"],
}


# What the page of a learning path may ask for beside its printables.
PATH_MARK = "path"


def _blocks(entry: Entry, library: Library) -> list[str]:
    if isinstance(entry.model, Chapter):
        own = [printable.id for printable in entry.model.printables]
        if entry.model.course:
            own.append(PLACE)
        if entry.model.tool:
            own.append(TOOL_PLACE)
        if entry.model.id == RESOURCES_PAGE:
            own.append(RESOURCES_PLACE)
        # Paths that cannot be read have their own problem; their pages are not blamed for it.
        if library.path_of_page(entry.model.id) or _is_broken(library, PATHS):
            own.append(PATH_MARK)
        return [*own, *DRAWINGS]
    return [*_LISTS.get(entry.slug, []), *DRAWINGS]


def _outside(entry: Entry) -> list[str] | None:
    return list(entry.model.outside_facts) if isinstance(entry.model, Chapter) else None


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


def check_menu(library: Library) -> Iterator[Problem]:
    """Yield problems of pages that stand in no menu, and of entries that lead to no page."""
    if not library.order:
        return  # without `nav` in mkdocs.yml the engine makes a menu of all pages by itself
    files = {file_of(slug) for _, slug in library.entries}
    broken = {problem.path.partition("/")[2].partition("/")[2] for problem in library.problems}
    listed = [f"{path}.md" for path in library.order]
    for file in listed:
        if file not in files | broken:
            hint = did_you_mean(file, files)
            yield Problem("mkdocs.yml", 1, "nav", f"`{file}` does not exist{hint}")
    for file in sorted(files - set(listed)):
        yield Problem("mkdocs.yml", 1, "nav", f"`{file}` is in no menu; add `- {file}`")


def _missing_languages(library: Library) -> Iterator[Problem]:
    """A page exists in every language, or it does not exist."""
    tried = {tuple(p.path.split("/", 2)[1:]) for p in library.problems if p.path.count("/") >= 2}
    for slug in sorted({"", *(slug for _, slug in library.entries)}):
        have = [language for language in LANGUAGES if (language, slug) in library.entries]
        for language in LANGUAGES:
            name = file_of(slug)
            # A file that is there but broken has its own problem already.
            if language not in have and (language, name) not in tried:
                there = f"; the page exists in {', '.join(have)}" if have else ""
                message = f"is missing{there}"
                yield Problem(f"docs/{language}/{name}", 1, "", message)


def _differences(library: Library) -> Iterator[Problem]:
    for slug in {slug for _, slug in library.entries}:
        original = _original(library, slug)
        for language in LANGUAGES:
            entry = library.entries.get((language, slug))
            if entry and original and entry is not original:
                found = compare(original.model, original.source, entry.model, entry.source)
                # A wrong id is told once, where it is wrong: it must be the file's name.
                yield from (problem for problem in found if problem.field != "id")


def _easy_texts(project: Project, library: Library) -> Iterator[Problem]:
    """Give chapters their easy-read versions; a chapter has one in every language or in none."""
    places: dict[str, dict[str, Path]] = {}  # by slug, then by language
    for path in sorted(project.docs.rglob(f"*{ENDING}")):
        if not path.is_file() or path.is_symlink():
            continue
        shown = project.relative(path)
        language, part, problem = _place(path.relative_to(project.docs).parts, shown)
        if problem:
            yield problem
            continue
        name = path.name.removesuffix(ENDING)
        slug = f"{part}/{name}" if part else "" if name == "index" else name
        places.setdefault(slug, {})[language] = path
        easy, problems = read_easy(path, language, project)
        yield from problems
        entry = library.entries.get((language, slug))
        if entry is None or not isinstance(entry.model, Chapter):
            chapter = path.with_name(f"{name}.md")
            # One that is broken says so itself, and so does one that only this language lacks.
            known = chapter.exists() or any(found == slug for _, found in library.entries)
            if entry or not known:
                message = f"belongs to no chapter; {project.relative(chapter)} is "
                yield Problem(shown, 1, "", message + ("not one" if entry else "not there"))
        elif easy:
            library.entries[language, slug] = replace(entry, easy=easy)
    for slug, found in places.items():
        yield from _easy_languages(project, library, slug, found)


def _easy_languages(
    project: Project, library: Library, slug: str, found: dict[str, Path]
) -> Iterator[Problem]:
    """Yield where languages differ: in whether they have an easy-read version, and in its headings."""
    have = ", ".join(language for language in LANGUAGES if language in found)
    for language in LANGUAGES:
        entry = library.entries.get((language, slug))
        if language not in found and entry and isinstance(entry.model, Chapter):
            path = project.docs / language / f"{slug}{ENDING}"
            message = f"is missing; the easy-read version exists in {have}"
            yield Problem(project.relative(path), 1, "", message)
    read = {
        language: entry.easy
        for language in LANGUAGES
        if (entry := library.entries.get((language, slug))) and entry.easy
    }
    original = _original(library, slug)
    yield from differences(read, original.language if original else DEFAULT_LANGUAGE)


def _original(library: Library, slug: str) -> Entry | None:
    """Return the version the others are held against: the one the Swedish file names as first."""
    default = library.entries.get((DEFAULT_LANGUAGE, slug))
    primary = getattr(default and default.model, "primary_language", DEFAULT_LANGUAGE)
    return library.entries.get((primary, slug), default)


def _lost_anchors(library: Library) -> Iterator[Problem]:
    """A link to a place inside a page needs that place, and a door needs a page."""
    places = _Places(library)
    for entry in library.entries.values():
        for line, target in anchored_links(body_of(entry.source)):
            for message in places.lost(entry, target):
                yield Problem(entry.source.path, line, "", message)
        for n, door in enumerate(entry.model.doors if isinstance(entry.model, Home) else ()):
            for message in places.no_page(entry, door.link) or places.lost(entry, door.link):
                yield entry.source.problem(("doors", n, "link"), message)


def _assembled(library: Library, there: Mapping[str, str]) -> Iterator[Problem]:
    """What booklets, binders, link sheets and courses name must exist, in the same language.

    there: all chapters that have a file. One that cannot be read says so itself: nobody is blamed for
    naming it, or a printable that may stand on it.
    """
    # Gathered once: for each chapter anew, the time would grow with the square of the chapters.
    ids = {code: [other.model.id for other in library.chapters(code)] for code in LANGUAGES}
    own = {code: {one.id: one for _, one in library.printables(code)} for code in LANGUAGES}
    unread = {code: there.keys() - set(ids[code]) for code in LANGUAGES}
    for entry in library.entries.values():
        if not isinstance(entry.model, Chapter):
            continue
        chapters, printables = ids[entry.language], own[entry.language]
        for at, what, name in _named_parts(entry.model):
            known = chapters if what == "chapter" else list(printables)
            message = ""
            lost = unread[entry.language]
            if name not in known and (name in lost if what == "chapter" else lost):
                continue
            if name not in known:
                message = f"no {what} is called `{name}`{did_you_mean(name, known)}"
            elif at[0] == "printables" and not _fits(what, name, printables):
                message = f"`{name}` cannot lie in a binder, {_why_not(printables[name])}"
            if message:
                yield entry.source.problem(at, message)


def _why_not(printable: Printable) -> str:
    paper = getattr(printable, "paper", "A4")
    if paper != "A4":
        return f"which takes A4 only; it is on {paper}"
    return "which holds checklists, letters, link sheets and worksheets on A4"


def _fits(what: str, name: str, printables: Mapping[str, Printable]) -> bool:
    return what == "chapter" or fits_binder(printables[name])


def _tools(project: Project, library: Library) -> Iterator[Problem]:
    """Read the tools. Each has a page of the same name, and names empty sheets that there are."""
    library.tool_sources = tool_sources(project)
    library.tools, problems = load_tools(library.tool_sources)
    yield from problems
    unread = {problem.path for problem in library.problems} | {p.path for p in problems}
    pages = {e.model.id: e for e in library.entries.values() if getattr(e.model, "tool", False)}
    for entry in library.entries.values():
        name = entry.model.id
        file = f"{TOOLS}/{name}.yml"
        if getattr(entry.model, "tool", False) and name not in library.tools and file not in unread:
            yield entry.source.problem(("tool",), f"there is no {file} that says what the tool is")
    there = {printable.id for _, printable in library.printables(DEFAULT_LANGUAGE)}
    whole = not any(path.endswith(".md") for path in unread)
    for name, tool in library.tools.items() if whole else ():
        source = library.tool_sources[name]
        if name not in pages:
            message = f"no page shows it; write docs/<language>/tools/{name}.md with `tool: true`"
            yield source.problem(("id",), message)
        for at, printable in enumerate(tool.printables):
            if printable not in there:
                hint = did_you_mean(printable, there) or "; no chapter has it"
                yield source.problem(("printables", at), f"unknown printable `{printable}`{hint}")


def _resources(project: Project, library: Library) -> Iterator[Problem]:
    """Read the list of what is found elsewhere, which a site may do without."""
    found = _optional(project, library, "resources.yml", Resources)
    if found:
        library.resources = found.resources
        if library.sources:
            yield from check_facts(
                read_data(project.root / RESOURCES, RESOURCES), found, library.sources
            )


def _papers_of_courses(library: Library) -> Iterator[Problem]:
    """The papers of a course lie beside the printables, which may not have their names."""
    for entry in library.entries.values():
        if isinstance(entry.model, Chapter) and entry.model.course:
            names = {f"{entry.model.id}-{paper}" for paper in COURSE_PAPERS}
            for other, printable in library.printables(entry.language):
                if printable.id in names:
                    assert isinstance(other.model, Chapter)
                    n = other.model.printables.index(printable)
                    message = (
                        f"`{printable.id}` is the name of a paper of the course `{entry.model.id}`"
                    )
                    yield other.source.problem(("printables", n, "id"), message)


def _named_parts(chapter: Chapter) -> Iterator[tuple[Location, str, str]]:
    """Yield where a printable or the course of a chapter names something, what, and its id."""
    if chapter.course:
        yield from named_by(chapter.course)
    for n, printable in enumerate(chapter.printables):
        at: Location = ("printables", n)
        if isinstance(printable, Booklet):
            for k, part in enumerate(printable.parts):
                if part.kind == "chapter":
                    yield (*at, "parts", k, "id"), "chapter", part.id
        if isinstance(printable, Binder):
            for k, tab in enumerate(printable.tabs):
                for m, name in enumerate(tab.chapters):
                    yield (*at, "tabs", k, "chapters", m), "chapter", name
                for m, name in enumerate(tab.printables):
                    yield (*at, "tabs", k, "printables", m), "printable", name
        if isinstance(printable, Links):
            for k, one in enumerate(printable.lists):
                for m, name in enumerate(one.chapters):
                    yield (*at, "lists", k, "chapters", m), "chapter", name


class _Places:
    """Knows the pages and the places inside them; reads each page once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.by_path = {entry.source.path: entry for entry in library.entries.values()}
        self.known: dict[str, set[str]] = {}

    def _aim(self, entry: Entry, target: str) -> str:
        path = unquote(target.partition("#")[0])
        folder = posixpath.dirname(entry.source.path)
        return posixpath.normpath(posixpath.join(folder, path)) if path else entry.source.path

    def no_page(self, entry: Entry, target: str) -> list[str]:
        """Return the problem of a target that is not a chapter of the same language."""
        aim = self._aim(entry, target)
        page = self.by_path.get(aim)
        if page and page.language == entry.language and page is not entry:
            return []
        if any(problem.path == aim for problem in self.library.problems):
            return []  # it is there but broken, and says so itself
        own = [
            path
            for path, e in self.by_path.items()
            if e.language == entry.language and e is not entry
        ]
        short = [path.split("/", 2)[2] for path in own]
        hint = did_you_mean(target, short) or "; write a file such as method-guide/what-is-dmo.md"
        return [f"`{target}` is not a page in this language{hint}"]

    def lost(self, entry: Entry, target: str) -> Iterator[str]:
        """Yield the problem of a target that names a place which its page does not have."""
        name = target.partition("#")[2]
        aim = self._aim(entry, target)
        page = self.by_path.get(aim)
        if page is None or not name:
            return  # a file that does not exist has its own problem
        if aim not in self.known:
            library = self.library
            self.known[aim] = anchors(page.source, page.model, library.sources, library.glossary)
        if unquote(name) not in self.known[aim]:
            hint = did_you_mean(name, self.known[aim]) or f"; {aim} has no such place"
            yield f"nothing is called `#{name}`{hint}"
