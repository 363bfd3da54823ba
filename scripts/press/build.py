"""The whole pipeline without a site engine: check what authors wrote, draw pages, make paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement
from PIL import Image

from press.content.body import body_of
from press.content.chapter import Chapter, Home
from press.content.course import PLACE
from press.content.files import is_hidden, texts_in
from press.content.frontmatter import Source, read_text
from press.content.kinds import Printable
from press.content.library import PARTS, PATH_MARK, Entry, Library, check_menu, load
from press.content.markup import to_html
from press.content.registers import Glossary, GlossaryEntry
from press.content.resources import PAGE as RESOURCES_PAGE
from press.content.resources import PLACE as RESOURCES_PLACE
from press.content.stamp import check_stamp
from press.content.tools import PLACE as TOOL_PLACE
from press.facts import Facts
from press.jobs import chapter_job, course_jobs, picture_job, printable_jobs
from press.paper.checks import missing_glyphs
from press.paper.facts import facts_of
from press.paper.make import SMALL_PIXELS, Press
from press.paper.store import key
from press.paper.typeset import Unsettable, places
from press.problems import Problem, ProblemsFound
from press.project import LANGUAGES, Project
from press.render.arrival import Arrivals
from press.render.behind import withheld_line
from press.render.calendar import calendar
from press.render.course import calendar_file, course_data, course_of, links_file, paper_file
from press.render.courseforms import mail_text, plan
from press.render.desk import Desk
from press.render.fragments import Fragments, environment
from press.render.kinds import KINDS, Copy
from press.render.kinds.base import file_name
from press.render.prose import Block, Unprintable, blocks
from press.render.shop import contents_text, first_stage, in_order, zip_folder, zip_place
from press.render.stamped import stamped
from press.render.urls import picture_file, printable_file, relative, small_picture_file
from press.render.words import Words, load_words
from press.search.files import write
from press.search.index import Index, make_index
from press.search.lexicon import Lexicon
from press.search.units import units_of
from press.tools import RULES
from press.tools.check import check_tools
from press.web.absolute import make_absolute
from press.web.assets import STYLE, Assets, assets, check_scripts
from press.web.boxes import name_boxes
from press.web.clean import clean
from press.web.easy import prepare_easy
from press.web.fonts import web_fonts
from press.web.foreign import mark_foreign
from press.web.html import text, tree
from press.web.links import guard_outside_links
from press.web.marks import put_fragments, put_outside_marks
from press.web.policy import host_files, with_policy
from press.web.tables import wrap_tables
from press.web.terms import mark_terms
from press.zips import zip_file

# What printables print from beside their own front matter and chapters.
_PRINTED_FROM = {"docs/glossary.yml", "docs/paths.yml", "docs/resources.yml", "docs/sources.yml"}


def check(project: Project) -> Library:
    """Read and check everything authors write. Problems stand in the library; nothing is built."""
    library = load(project)
    library.problems += check_menu(library)
    library.problems += check_tools(library)
    library.problems += check_scripts(
        project.look, [name for name in library.tools if name in RULES]
    )
    for entry in library.entries.values():
        if isinstance(entry.model, Chapter):
            library.problems += _glyphs(entry.source)
            library.problems += _glyphs(entry.easy.source) if entry.easy else []
    for name in (*sorted(_PRINTED_FROM), "overrides/words.yml"):
        whole, _ = read_text(project.root / name, name)
        seen = "".join(sign for sign in whole if not is_hidden(sign))
        library.problems += missing_glyphs(Source(name), seen)
    for need in (lambda: load_words(project), lambda: project.site_url):
        try:
            need()
        except ProblemsFound as found:
            library.problems += found.problems
    library.stale = _stale(project, library)
    library.problems += library.stale
    library.problems = sorted(set(library.problems))
    return library


def _stale(project: Project, library: Library) -> list[Problem]:
    """Return a problem for each printable that says something else than its edition did.

    What has another problem is left until that is mended, for its stamp would be another one then: files,
    those that print from a register, and those that are put together of parts.
    """
    try:
        desks = Build(project, library).desks
    except ProblemsFound:  # words or an address that cannot be read: told already
        return []
    today = datetime.now().astimezone().date()
    broken = {problem.path for problem in library.problems}
    found: list[Problem] = []
    for desk in desks.values():
        judged = [(one, check_stamp(one, today)) for one in stamped(desk)]
        # None of these waits for another, so that no two can wait for each other.
        stale = {one.printable.id for one, problem in judged if problem and not one.drawn.parts}
        for one, problem in judged:
            waits = stale.intersection(part.id for part in one.drawn.parts)
            waits |= broken.intersection(_PRINTED_FROM if one.drawn.texts else ())
            if problem and problem.path not in broken and not waits:
                found.append(problem)
    return sorted(found)


def _glyphs(source: Source) -> list[Problem]:
    """Return problems of signs that paper cannot show, as written and as Markdown reads them."""
    whole = source.whole
    root, _ = body_of(source).read
    drawn = "" if root is None else root.text_content()
    if any(is_hidden(sign) for sign in set(whole)):  # told already, and some are read as others
        return []
    # A sign that is written as its number (&#x1F600;) has no line of its own: the text's first serves.
    lines = "\n" * (source.body_line - 1) + "".join(sorted(set(drawn) - set(whole)))
    problems = missing_glyphs(source, whole) + missing_glyphs(source, lines)
    for location, words in texts_in(source.values):  # "\U0001F600" in the front matter
        escaped = "".join(c for c in set(words) - set(whole) if not is_hidden(c))
        found = missing_glyphs(source, escaped)
        problems += [source.problem(location, problem.message) for problem in found]
    return problems


@dataclass
class Build:
    """One build of a checked library: draws pages and makes paper, and collects what goes wrong.

    files: what the press adds to the site, by where it lies there.
    search: the folder of each language's index; empty before make_search().
    local: the municipality that prints in its own name, as paper data; None for everybody's copies.
    """

    project: Project
    library: Library
    files: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    search: dict[str, str] = field(default_factory=dict)
    local: dict[str, dict[str, Any]] | None = None

    def __post_init__(self) -> None:
        self.press = Press(self.project)
        self.words: dict[str, Words] = load_words(self.project)
        self.desks = {language: self._desk(language) for language in LANGUAGES}
        env = environment(self.project)
        self.fragments = {
            language: Fragments(env, desk, self.facts) for language, desk in self.desks.items()
        }

    def _desk(self, language: str) -> Desk:
        return Desk(
            self.library,
            self.words[language],
            self.project.site_url,
            cache(partial(self._prose, language)),
            (self.local or {}).get(language),
            cache(self._explained),
        )

    def _prose(self, language: str, path: str) -> list[Block]:
        """Return the text of the chapter at path (below the root) as blocks for paper."""
        entry = self._by_path[path]
        root = self._text_of(entry)
        name_boxes(root, self.words[language].starting("box_"))
        make_absolute(root, path.removeprefix("docs/"), self._address)
        return blocks(text(root), self.project.site_url + entry.url, _picture)

    def _explained(self, path: str) -> list[GlossaryEntry]:
        """Return the notions that the chapter at path (below the root) explains at their first use."""
        entry = self._by_path[path]
        return self._mark_terms(self._text_of(entry), entry)

    @staticmethod
    def _text_of(entry: Entry) -> HtmlElement:
        """Return a page's text as elements of its own, which may be changed."""
        root = tree(to_html(entry.source.body))
        clean(root)
        return root

    def _mark_terms(self, root: HtmlElement, entry: Entry) -> list[GlossaryEntry]:
        address = partial(self.fragments[entry.language].term_address, entry)
        uses = self._lexicons[entry.language].uses
        return mark_terms(root, uses, address, entry.language, entry.model.id)

    @cached_property
    def _lexicons(self) -> dict[str, Lexicon]:
        glossary = self.library.glossary or Glossary(terms=())
        return {language: Lexicon(glossary, language) for language in LANGUAGES}

    @cached_property
    def assets(self) -> Assets:
        """The style sheet and the scripts of this build."""
        return assets(self.project.look)

    @cached_property
    def _by_path(self) -> dict[str, Entry]:
        return {entry.source.path: entry for entry in self.library.entries.values()}

    def _address(self, path: str) -> str | None:
        entry = self._by_path.get(f"docs/{path}")
        return self.project.site_url + entry.url if entry else None

    def facts(self, place: str) -> Facts:
        """Return what a reader wants to know of a file before fetching it."""
        path = self.files.get(place)
        return facts_of(path) if path else Facts()

    def make_printables(self) -> None:
        """Make every printable in every language, and the typeface for the web."""
        for language in LANGUAGES:
            for entry, printable in self.library.published(language):
                self.make(entry, printable)
            for entry in self.library.chapters(language):
                if has_course(entry):
                    self.make_course(entry)
            self._pack(language)
        self.files |= web_fonts(self.press.store) | host_files(self.press.store, LANGUAGES)
        style = self.assets.style
        self.files[STYLE] = self.press.store.keep(key(style.decode()), ".css", lambda: style)
        # The engine would copy them as they are written.
        for place, script in self.assets.scripts.items():
            self.files[place] = self.press.store.keep(key(script), ".js", script.encode)

    def make_arrivals(self) -> None:
        """Make the pages that QR codes on printables lead to, one for each edition there ever was."""
        logo = (self.project.look / "partials" / "logo.svg").read_text(encoding="utf-8")
        draw = Arrivals(
            environment(self.project),
            self.desks,
            self.facts,
            self._picture_size,
            self.assets.addresses,
            logo,
        )
        for place, drawn in draw.pages():
            page = with_policy(drawn)
            kept = self.press.store.keep(key(page), ".html", page.encode)
            self.files[f"{place}index.html"] = kept

    def make_search(self) -> None:
        """Make an index of every language that a browser can search."""
        for language in LANGUAGES:
            files = write(self.index(language))
            # A page of today never meets an index of yesterday: its folder is named by what it holds.
            self.search[language] = f"search/{language}/{key(files)[:10]}/"
            for name, script in files.items():
                kept = self.press.store.keep(key(script), ".js", script.encode)
                self.files[f"{self.search[language]}{name}"] = kept

    def index(self, language: str) -> Index:
        """Return the index of all that can be found in a language."""
        words = self.words[language]
        units = units_of(self.library, words)
        return make_index(units, language, self.library.glossary, words["find_same"])

    def make(self, entry: Entry, printable: Printable) -> None:
        """Make all copies of a printable and its picture, or note its problems."""
        try:
            jobs = printable_jobs(entry, printable, self.desks[entry.language])
            for copy, job in jobs.items():
                self.files[printable_file(entry.language, printable, copy)] = self.press.file(job)
            picture = picture_file(entry.language, printable)
            self.files[picture] = self.press.picture(picture_job(jobs))
            small = small_picture_file(entry.language, printable)
            self.files[small] = self.press.picture(picture_job(jobs), SMALL_PIXELS)
        except Unprintable as error:
            at = ("printables", entry.model.printables.index(printable))
            message = f"there is no way to print <{error}>"
            self.problems.append(entry.source.problem(at, message))
        except Unsettable as error:
            self.problems += self._unsettable(entry, printable, error)

    def make_course(self, entry: Entry) -> None:
        """Make the papers of a course, its calendar and its list of links, or note what goes wrong."""
        desk, course = self.desks[entry.language], course_of(entry)
        try:
            for paper, job in course_jobs(entry, desk).items():
                self.files[paper_file(entry, paper)] = self.press.file(job)
        except Unprintable:
            return  # the printable that cannot be printed has its own problem
        except Unsettable as error:
            self.problems.append(entry.source.problem(("course",), _unfit(error)))
        # Windows' oldest Notepad knows UTF-8 by the mark at its beginning.
        text = "\ufeff" + mail_text(course_data(entry, desk), desk.words).replace("\n", "\r\n")
        self.files[links_file(entry)] = self.press.store.keep(key(text), ".txt", text.encode)
        if course.start:
            # The same texts give the same file, so it is dated by the chapter's edition.
            stamp = datetime.combine(entry.model.edition, time(), UTC)
            made = calendar(plan(entry, desk), course.start, stamp)
            self.files[calendar_file(entry)] = self.press.store.keep(
                key(made.decode()), ".ics", lambda: made
            )

    def course_is_made(self, entry: Entry) -> bool:
        """Return whether all papers of a course are in the store."""
        try:
            jobs = course_jobs(entry, self.desks[entry.language])
        except Unprintable:
            return False
        return all(self.press.is_made(job) for job in jobs.values())

    def leader_page(self, entry: Entry) -> str:
        """Return the page of who leads a course, ready to stand in the site's skeleton."""
        whole = tree(self.fragments[entry.language].course_leader(entry))
        self._wrap_tables(whole, entry.language)
        guard_outside_links(whole, self.project.site_url)
        mark_foreign(whole, entry.language)
        return text(whole)

    def _wrap_tables(self, root: HtmlElement, language: str) -> None:
        words = self.words[language]
        wrap_tables(
            root,
            label=lambda name: words.fill("table_scroll", name=name),
            name=lambda n: words.fill("table_number", n=n),
        )

    def is_made(self, entry: Entry, printable: Printable) -> bool:
        """Return whether all copies of a printable are in the store."""
        try:
            jobs = printable_jobs(entry, printable, self.desks[entry.language])
        except Unprintable:
            return False
        return all(self.press.is_made(job) for job in jobs.values())

    def chapter_is_made(self, entry: Entry) -> bool:
        """Return whether a chapter's PDF is in the store."""
        try:
            return self.press.is_made(chapter_job(entry, self.desks[entry.language]))
        except Unprintable:
            return False

    def _pack(self, language: str) -> None:
        """Put everything of a language into one ZIP, a folder for each stage of the work."""
        desk, members, listed = self.desks[language], {}, []
        for entry, printable in in_order(self.library.published(language)):
            files: list[tuple[str, Copy]] = []
            for copy in KINDS[printable.kind].copies_of(printable):
                folder = zip_folder(first_stage(printable), desk)
                name = f"{folder}/{file_name(printable, copy)}"
                place = printable_file(language, printable, copy)
                if place in self.files:  # what could not be made has its problem already
                    members[name] = self.files[place]
                    files.append((name, copy))
            listed.append((entry, printable, files))
        missing = [withheld_line(one, desk) for _, one in self.library.withheld(language)]
        text = contents_text(listed, desk, missing)
        packed = {f"{desk.words['zip_contents']}.txt": text, **members}
        self.files[zip_place(language)] = zip_file(packed, self.press.store)

    def _unsettable(self, entry: Entry, printable: Printable, error: Unsettable) -> list[Problem]:
        chapter = entry.model
        assert isinstance(chapter, Chapter)
        at = ("printables", chapter.printables.index(printable))
        language = self.words[entry.language][f"lang_{entry.language}"]
        if not error.overfull:
            message = f"`{printable.id}` ({language}) cannot be set on paper: {error}"
            return [entry.source.problem(at, message)]
        return [
            entry.source.problem(
                (*at, *places(full.field)),
                f"the text is {full.over:.1f} mm too {full.way} for `{_named(full.field)}` of "
                f"`{printable.id}` ({language}); shorten it",
            )
            for full in error.overfull
        ]

    def page(self, entry: Entry, content: str) -> str:
        """Return the page that Markdown's HTML becomes: cleaned, named, with fragments in place."""
        root = tree(content)
        clean(root)
        name_boxes(root, self.words[entry.language].starting("box_"))
        draw = self.fragments[entry.language]
        fragments = self._fragments(entry)
        put_outside_marks(root, partial(draw.outside_mark, entry))
        self._wrap_tables(root, entry.language)
        if isinstance(entry.model, Chapter):
            self._mark_terms(root, entry)
        placed = put_fragments(root, fragments | draw.drawings())
        parts = [draw.page_head(entry), text(root)]
        if isinstance(entry.model, Chapter):
            rest = [html for name, html in fragments.items() if name not in placed]
            texts = self._texts(entry, text(root))
            rest.append(draw.path_boxes(entry))
            foot = (
                draw.questions(entry),
                draw.terms_here(entry),
                draw.share(entry),
                draw.chapter_foot(entry),
            )
            parts = [draw.chapter_head(entry), *texts, *rest, *foot]
        whole = tree("\n".join(parts))
        guard_outside_links(whole, self.project.site_url)
        mark_foreign(whole, entry.language)
        return text(whole)

    def _texts(self, entry: Entry, full: str) -> list[str]:
        """Return a chapter's text, and its easy-read version where it has one."""
        if entry.easy is None:
            return [f'<div class="reading">\n{full}\n</div>']
        root = tree(to_html(entry.easy.source.body))
        clean(root)
        easy = entry.easy.source.path.removeprefix("docs/")
        prepare_easy(root, easy, partial(self._easy_address, entry.url))
        draw = self.fragments[entry.language]
        put_fragments(root, draw.drawings("easy"))
        return [
            f'<div class="reading reading-full">\n{full}\n</div>',
            draw.easy_text(entry, text(root)),
        ]

    def _easy_address(self, page: str, path: str) -> str | None:
        """Return the address, seen from page, of the page of a file below docs/; easy where it can be."""
        entry = self._by_path.get(f"docs/{path}")
        return relative(entry.url, page) + ("?read=easy" if entry.easy else "") if entry else None

    def _fragments(self, entry: Entry) -> dict[str, str]:
        """Return the fragments a page may ask for, by mark."""
        draw, language = self.fragments[entry.language], entry.language
        if isinstance(entry.model, Chapter):
            own = {PLACE: draw.course(entry)} if entry.model.course else {}
            if entry.model.tool:
                own[TOOL_PLACE] = draw.tool(entry)
            if entry.model.id == RESOURCES_PAGE and self.library.resources:
                own[RESOURCES_PLACE] = draw.resources(entry)
            found = own | {
                printable.id: self._printable(entry, printable)
                for printable in entry.model.printables
            }
            is_path = self.library.path_of_page(entry.model.id)
            return {PATH_MARK: draw.path(entry), **found} if is_path else found
        if isinstance(entry.model, Home):
            return {
                "doors": draw.doors(entry) + draw.go_on(entry),
                "parts": draw.parts(entry),
                "chapters": draw.chapters(entry, PARTS),
            }
        if entry.slug in PARTS:
            return {"chapters": draw.chapters(entry, (entry.slug,))}
        if entry.model.id == "print-shop":
            return {"print-shop": draw.print_shop(entry, partial(self._picture_size, entry))}
        if entry.model.id == "easy-read":
            return {"easy-read": draw.easy_read(entry)}
        if entry.model.id == "glossary":
            return {"glossary": draw.glossary(language)}
        if entry.model.id == "sources":
            return {
                "sources": draw.sources(language),
                "outside-sources": draw.outside_sources(language),
            }
        if entry.model.id == "accessibility" and self.library.statement:
            return {"accessibility-statement": draw.statement()}
        if entry.model.id == "privacy":
            return {"remembered": draw.remembered()}
        return {}

    def _printable(self, entry: Entry, printable: Printable) -> str:
        draw = self.fragments[entry.language]
        if self.desks[entry.language].is_withheld(printable.id):
            return draw.withheld(entry, printable)
        return draw.printable(entry, printable, self._picture_size(entry, printable))

    def _picture_size(self, entry: Entry, printable: Printable) -> tuple[int, int]:
        path = self.files.get(picture_file(entry.language, printable))
        if path is None:
            return (0, 0)
        with Image.open(path) as image:
            return image.size

    def chapter_pdf(self, entry: Entry) -> Path | None:
        """Return a chapter's PDF, or None with the problem noted."""
        try:
            return self.press.file(chapter_job(entry, self.desks[entry.language]))
        except Unsettable as error:
            message = f"the chapter's PDF cannot be made: {error}"
        except Unprintable as error:
            message = f"the chapter's PDF cannot be made: there is no way to print <{error}>"
        self.problems.append(Problem(entry.source.path, entry.source.body_line, "", message))
        return None


def _named(field: str) -> str:
    """Return the part of a field's name that says most: `inside_3`, but `points.0` and not `0`."""
    steps = field.split(".")
    return ".".join(steps[-2:]) if steps[-1].isdigit() else steps[-1]


def has_course(entry: Entry) -> bool:
    """Return whether a page is the page of a course."""
    return isinstance(entry.model, Chapter) and entry.model.course is not None


def _unfit(error: Unsettable) -> str:
    """Return in words why a paper of a course cannot be set."""
    if not error.overfull:
        return f"a paper of the course cannot be set: {error}"
    full = error.overfull[0]
    return f"{full.field}: the text is {full.over:.1f} mm too {full.way} for its paper; shorten it"


def _picture(path: str) -> Block:
    """Return the block of a picture by its path below docs/."""
    return {"kind": "picture", "path": f"/docs/{path}", "width": 100}
