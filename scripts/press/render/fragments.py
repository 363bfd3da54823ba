"""HTML fragments drawn from the model, ready to be put into a page."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from press.content.anchors import QUESTIONS
from press.content.chapter import Chapter, Home
from press.content.kinds import Printable
from press.content.library import PARTS, Entry
from press.project import LANGUAGES, Project
from press.render.behind import note, withheld, withheld_said
from press.render.course import (
    LEADER,
    calendar_file,
    course_data,
    course_of,
    links_file,
    paper_file,
    papers_of,
)
from press.render.courseforms import mail_text, script_data
from press.render.desk import Desk
from press.render.drawings import DRAWINGS
from press.render.kinds import KINDS
from press.render.paperdata import audience, outside_data, outside_of, sources_of
from press.render.paths import Ways
from press.render.reading_time import minutes
from press.render.resources import choices, resource_data
from press.render.shop import (
    PAPERS,
    READERS,
    STAGES,
    FactsOf,
    copies_of,
    edition_of,
    how_to_print,
    in_order,
    in_words,
    shelf,
    zip_place,
)
from press.render.statement import statement_data
from press.render.tools import tool_data
from press.render.urls import picture_file, relative, short_page
from press.render.words import alphabetical

Data = dict[str, Any]


def _tojson(value: object) -> Markup:
    """Return value as JSON that may stand inside an HTML attribute in single quotes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for character in "<>&'":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - every character that could end the attribute is escaped


def environment(project: Project) -> Environment:
    """Return the Jinja environment of overrides/web: escaping everything, forgiving nothing."""
    made = Environment(
        loader=FileSystemLoader(project.look / "web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["tojson"] = _tojson
    return made


class Fragments:
    """Draws the fragments of one language; facts tells pages and size of finished files."""

    def __init__(self, env: Environment, desk: Desk, facts: FactsOf) -> None:
        self.env, self.desk, self.facts = env, desk, facts
        self.library, self.words, self.ways = desk.library, desk.words, Ways(desk)

    def _draw(self, template: str, **data: Any) -> str:
        return self.env.get_template(template).render(words=self.words, **data)

    def chapter_head(self, entry: Entry) -> str:
        """Return heading, summary and whom the chapter is for, with a place for the PDF link."""
        chapter = entry.model
        assert isinstance(chapter, Chapter)
        return self._draw(
            "chapter-head.html",
            title=chapter.title,
            summary=chapter.summary,
            audience=audience(chapter.audience, self.words),
            reading_time=self._reading_time(entry),
            printables=chapter.printables,
            withheld=[p.id for p in chapter.printables if self.desk.is_withheld(p.id)],
            behind=note(entry, self.desk),
            pdf=self.words[f"pdf_of_{self.library.page_kind(chapter)}"],
            easy=entry.easy.model if entry.easy else None,
            script_words=self.words.starting("reading_") | self.words.starting("listen_"),
        )

    def _reading_time(self, entry: Entry) -> str:
        path = self.library.path_of_page(entry.model.id)
        if path:  # its page is short, the chapters it leads to are what takes time
            return self.ways.length(path)
        return self.words.fill("minutes", n=minutes(entry))

    def page_head(self, entry: Entry) -> str:
        """Return the heading of a page that is not a chapter."""
        is_home = isinstance(entry.model, Home)
        return self._draw(
            "page-head.html",
            title=entry.model.tagline if is_home else entry.model.title,
            lead=entry.model.summary,
            drawing=DRAWINGS["model"] if is_home else None,
            behind=note(entry, self.desk),
        )

    def drawings(self, prefix: str = "drawing") -> dict[str, str]:
        """Return our drawings of the model by the marks that ask for them.

        prefix: for names inside the drawing, where a page holds the same one twice.
        """
        return {
            f"drawing-{name}": self._draw("drawing.html", drawing=drawing, name=name, prefix=prefix)
            for name, drawing in DRAWINGS.items()
        }

    def chapter_foot(self, entry: Entry) -> str:
        """Return what a chapter rests on, its facts from elsewhere and its edition."""
        chapter = entry.model
        assert isinstance(chapter, Chapter)
        language = entry.language
        sources = sources_of(chapter, self.library)
        return self._draw(
            "chapter-foot.html",
            id=chapter.id,
            edition=chapter.edition.isoformat(),
            rests_on=[{"id": source.id, "title": source.title[language]} for source in sources],
            outside=[
                outside_data(fact, language, self.words)
                for fact in outside_of(chapter, self.library)
            ],
            sources_url=relative(self._page("sources", language), entry.url),
        )

    def questions(self, entry: Entry) -> str:
        """Return the questions at the end of a chapter, or nothing where it has none.

        They belong to the whole text; who reads the easy-read version is not asked about another.
        """
        chapter = entry.model
        assert isinstance(chapter, Chapter)
        if not chapter.questions:
            return ""
        return self._draw(
            "questions.html",
            place=QUESTIONS,
            questions=chapter.questions,
            only_in_full=entry.easy is not None,
            script_words=self.words.starting("ask_says_"),
        )

    def terms_here(self, entry: Entry) -> str:
        """Return the words that a chapter explains, for print and for the script; nothing without any.

        They belong to the whole text; the easy-read version explains a word in its next sentence.
        """
        terms = self.desk.words_in(entry)
        if not terms:
            return ""
        return self._draw("terms-here.html", terms=terms, only_in_full=entry.easy is not None)

    def term_address(self, entry: Entry, term: str) -> str:
        """Return where the glossary explains a notion, as seen from a page."""
        return f"{relative(self._page('glossary', entry.language), entry.url)}#{term}"

    def share(self, entry: Entry) -> str:
        """Return the box to share a chapter by; nothing for one that has no code yet, in a preview."""
        chapter, code = entry.model, self.library.codes.by_chapter.get(entry.model.id)
        if code is None:
            return ""
        address = self.desk.short_address(chapter.id)
        shown = f"{self.desk.site_url}k/"
        return self._draw(
            "share.html",
            heading=self.words.fill(f"share_title_{self.library.page_kind(chapter)}", code=code),
            code=code,
            title=chapter.title,
            address=address,
            easy_address=f"{address}{entry.language}/?read=easy" if entry.easy else "",
            files=relative(short_page(code, entry.language), entry.url),
            name=f"{self.words['site_name']}-{code}-{entry.language}".lower(),
            list=relative("k/", entry.url),
            list_shown=shown.partition("://")[2],
        )

    def printable(self, entry: Entry, printable: Printable, picture_size: tuple[int, int]) -> str:
        """Return a printable as it stands in its chapter; picture_size is in pixels."""
        kind = KINDS[printable.kind]
        return self._draw(
            f"{kind.name}.html",
            kind=kind.name,
            id=printable.id,
            title=printable.title,
            summary=printable.summary,
            links=self._links(printable, entry.url),
            picture=relative(picture_file(entry.language, printable), entry.url),
            picture_size=picture_size,
            how=how_to_print(printable, self.desk),
            edition=edition_of(printable, entry.url, self.desk),
            **kind.web(printable, self.desk),
        )

    def withheld(self, entry: Entry, printable: Printable) -> str:
        """Return what stands in its chapter in the place of a printable that is not published."""
        return self._draw("withheld.html", **withheld(entry, printable, entry.url, self.desk))

    def _withheld(self, page: Entry) -> list[Data]:
        """Return all printables that are not published, as seen from page."""
        found = in_order(self.library.withheld(page.language))
        return [withheld(entry, printable, page.url, self.desk) for entry, printable in found]

    def doors(self, entry: Entry) -> str:
        """Return the home page's ways in."""
        assert isinstance(entry.model, Home)
        doors = [
            {
                "title": door.title,
                "text": door.text,
                "href": self._target(door.link, entry),
                "drawing": door.audience,
            }
            for door in entry.model.doors
        ]
        return self._draw("doors.html", doors=doors)

    def path(self, entry: Entry) -> str:
        """Return a learning path on its own page: its steps, and what the reader has read."""
        path = self.library.path_of_page(entry.model.id)
        assert path
        return self._draw(
            "path.html",
            path=path,
            length=self.ways.length(path),
            stages=self.ways.stages(path, entry.url),
            titles=self.ways.titles(),
            script_words=self.words.starting("path_say_"),
        )

    def tool(self, entry: Entry) -> str:
        """Return a working tool on its own page, or nothing where its file cannot be read."""
        tool = self.library.tools.get(entry.model.id)
        return self._draw("tool.html", **tool_data(tool, entry, self.desk)) if tool else ""

    def resources(self, entry: Entry) -> str:
        """Return the list of what is found elsewhere, with a form that narrows it down."""
        found = self.library.resources
        return self._draw(
            "resources.html",
            resources=[resource_data(resource, self.desk) for resource in found],
            filters=choices(found, self.desk),
            sources_url=relative(self._page("sources", entry.language), entry.url),
            script_words=self.words.starting("resource_js_"),
        )

    def path_boxes(self, entry: Entry) -> str:
        """Return where a chapter stands in each path that it is a step of; empty without one."""
        paths = self.ways.of(entry.model.id)
        if not paths:
            return ""
        return self._draw(
            "path-boxes.html",
            boxes=[self.ways.box(path, entry) for path in paths],
            chapter=entry.model.id,
            script_words=self._path_words("progress", "all_read", "not_kept"),
        )

    def go_on(self, entry: Entry) -> str:
        """Return the place where the home page says how far a reader has come."""
        if not self.ways.paths:
            return ""
        return self._draw(
            "go-on.html",
            paths=self.ways.to_go_on(entry.url),
            script_words=self._path_words("home", "home_done"),
        )

    def _path_words(self, *names: str) -> dict[str, str]:
        return {name: self.words[f"path_say_{name}"] for name in names}

    def parts(self, entry: Entry) -> str:
        """Return the parts that have a page, and the print shop, as cards."""
        cards = []
        for slug in (*PARTS, "print-shop"):
            page = self.library.entries.get((entry.language, slug))
            if page:
                number = sum(c.part == slug for c in self.library.chapters(entry.language))
                cards.append(
                    {
                        "title": page.model.title,
                        "summary": page.model.summary,
                        "href": relative(page.url, entry.url),
                        "number": self._chapters(number) if number else "",
                    }
                )
        return self._draw("parts.html", parts=cards)

    def _chapters(self, number: int) -> str:
        return self.words.fill("chapters_one" if number == 1 else "chapters_many", n=number)

    def chapters(self, entry: Entry, parts: Sequence[str]) -> str:
        """Return the chapters of some parts as cards."""
        shown = []
        for part in parts:
            found = [c for c in self.library.chapters(entry.language) if c.part == part]
            if found:
                cards = [self._chapter_card(chapter, entry) for chapter in found]
                shown.append({"title": self.words[f"part_{part}"], "chapters": cards})
        return self._draw("chapters.html", parts=shown)

    def _chapter_card(self, chapter: Entry, entry: Entry) -> Data:
        assert isinstance(chapter.model, Chapter)
        return {
            "title": chapter.model.title,
            "summary": chapter.model.summary,
            "href": relative(chapter.url, entry.url),
            # Beside the name of a tool it would read as the time the tool takes.
            "facts": ""
            if self.library.page_kind(chapter.model) == "tool"
            else self._reading_time(chapter),
        }

    def course(self, entry: Entry) -> str:
        """Return a course as its participants see it."""
        data = course_data(entry, self.desk)
        return self._draw(
            "course.html",
            course=data,
            script=script_data(entry, self.desk),
            script_words=self._course_words(),
            papers=self._course_papers(entry, entry.url),
            withheld=self._course_withheld(entry, entry.url),
            leader=LEADER,
        )

    def course_leader(self, entry: Entry) -> str:
        """Return the page of who leads a course: timetable, notes, papers and links to send."""
        page = f"{entry.url}{LEADER}"
        data = course_data(entry, self.desk, page)
        return self._draw(
            "course-leader.html",
            course=data,
            script=script_data(entry, self.desk, with_mail=True),
            script_words=self._course_words(),
            papers=self._course_papers(entry, page),
            withheld=self._course_withheld(entry, page, LEADER),
            behind=note(entry, self.desk, page),
            back=relative(entry.url, page),
            codes=f"{self.desk.site_url.partition('://')[2]}k/",
            mail=mail_text(data, self.words),
            mail_file=relative(links_file(entry), page),
        )

    def _course_words(self) -> dict[str, str]:
        names = ("date", "from_to")
        return self.words.starting("course_js_") | {n: self.words[f"course_{n}"] for n in names}

    def _course_papers(self, entry: Entry, page: str) -> list[Data]:
        """Return links to the papers of a course, and to its calendar where its start is settled."""
        places = [
            (self.words[f"course_{paper}"], paper_file(entry, paper))
            for paper in papers_of(entry, self.desk)
        ]
        if course_of(entry).start:
            places.append((self.words["course_calendar"], calendar_file(entry)))
        return [
            {
                "label": label,
                "href": relative(place, page),
                "type": "text/calendar" if place.endswith(".ics") else "application/pdf",
                "about": in_words(self.facts(place), self.desk),
            }
            for label, place in places
        ]

    def _course_withheld(self, entry: Entry, page: str, below: str = "") -> Data | None:
        """Return why a course has no papers in this language, and which languages have; else None.

        below: where the page of the same kind lies below the course's.
        """
        translations = self.library.translations
        name = entry.model.id
        if not translations.is_course_behind(entry.language, name):
            return None
        pages = [self.library.entries.get((code, entry.slug)) for code in LANGUAGES]
        others = [page for page in pages if page and page is not entry]
        return {
            "said": withheld_said(entry, self.desk),
            "elsewhere": [
                {
                    "title": other.model.title,
                    "href": relative(f"{other.url}{below}", page),
                    "code": other.language,
                    "language": self.words[f"lang_{other.language}"],
                }
                for other in others
                if not translations.is_course_behind(other.language, name)
            ],
        }

    def print_shop(self, entry: Entry, size: Callable[[Printable], tuple[int, int]]) -> str:
        """Return everything there is to print, with a form that narrows it down.

        size: a picture's width and height in pixels.
        """
        language = entry.language
        found = [
            shelf(chapter, printable, entry.url, self.desk, self.facts)
            | {"picture_size": size(printable)}
            for chapter, printable in in_order(self.library.published(language))
        ]
        return self._draw(
            "print-shop.html",
            printables=found,
            withheld=self._withheld(entry),
            filters=self._filters(found),
            zip={
                "href": relative(zip_place(language), entry.url),
                "about": in_words(self.facts(zip_place(language)), self.desk),
            },
            script_words=self.words.starting("shop_"),
        )

    def _filters(self, found: list[Data]) -> list[Data]:
        """Return the choices the print shop offers: only those that something answers to."""
        answers = {
            "reader": (READERS, {name for one in found for name in one["readers"]}),
            "stage": (STAGES, {name for one in found for name in one["stages"]}),
            "paper": (PAPERS, {one["paper"] for one in found}),
        }
        said = {"reader": "audience_{}", "stage": "stage_{}", "paper": "paper_{}"}
        return [
            {
                "id": name,
                "label": self.words[f"filter_{name}"],
                "choices": [
                    {"value": value, "label": self.words[said[name].format(value)]}
                    for value in (*order, *sorted(used - set(order)))
                    if value in used
                ],
            }
            for name, (order, used) in answers.items()
        ]

    def easy_text(self, entry: Entry, content: str) -> str:
        """Return a chapter's easy-read version around the HTML of its text."""
        assert isinstance(entry.model, Chapter) and entry.easy
        return self._draw(
            "easy-text.html",
            lang=entry.language,
            easy=entry.easy.model,
            content=Markup(content),  # noqa: S704 - it is the author's text, cleaned
            has_printables=bool(entry.model.printables),
        )

    def easy_read(self, entry: Entry) -> str:
        """Return all chapters with an easy-read version and all easy-read printables."""
        chapters = [
            {
                "title": chapter.easy.model.title,
                "summary": chapter.easy.model.summary,
                "href": f"{relative(chapter.url, entry.url)}?read=easy",
            }
            for chapter in self.library.chapters(entry.language)
            if chapter.easy
        ]
        printables = [
            shelf(chapter, printable, entry.url, self.desk, self.facts)
            for chapter, printable in in_order(self.library.published(entry.language))
            if getattr(printable, "easy_read", False)
        ]
        left = [
            withheld(chapter, printable, entry.url, self.desk)
            for chapter, printable in self.library.withheld(entry.language)
            if getattr(printable, "easy_read", False)
        ]
        return self._draw("easy-read.html", chapters=chapters, printables=printables, withheld=left)

    def glossary(self, language: str) -> str:
        """Return the glossary in the order of this language's alphabet."""
        assert self.library.glossary is not None
        entries = sorted(
            self.library.glossary.terms, key=lambda e: alphabetical(e[language].term, language)
        )
        letters: list[Data] = []
        for entry in entries:
            letter = entry[language].term[0].upper()
            if not letters or letters[-1]["name"] != letter:
                letters.append({"name": letter, "terms": []})
            letters[-1]["terms"].append(self._term(entry, language))
        return self._draw("glossary.html", letters=letters)

    def _term(self, entry: Any, language: str) -> Data:
        others = [
            {
                "code": other,
                "language": self.words[f"lang_{other}"],
                "term": entry[other].term,
                "working": entry[other].working,
            }
            for other in LANGUAGES
            if other != language
        ]
        own = entry[language]
        return {
            "id": entry.id,
            "term": own.term,
            "text": own.text,
            "working": own.working,
            "outside": entry.outside,
            "others": others,
        }

    def sources(self, language: str) -> str:
        """Return the source texts with what they are good for."""
        assert self.library.sources is not None
        found = [
            {
                "id": source.id,
                "title": source.title[language],
                "note": source.note[language],
                "publisher": source.publisher,
                "lang": source.language,
                "date": source.date,
            }
            for source in self.library.sources.sources
        ]
        return self._draw("sources.html", sources=found, lang=language)

    def outside_sources(self, language: str) -> str:
        """Return all facts from elsewhere, with where they were found and how sure we are."""
        assert self.library.sources is not None
        facts = [outside_data(fact, language, self.words) for fact in self.library.sources.outside]
        return self._draw("outside-sources.html", outside=facts)

    def statement(self) -> str:
        """Return the accessibility statement of this copy of the site."""
        assert self.library.statement is not None
        desk = self.desk
        data = statement_data(
            self.library.statement,
            self.library.report,
            self.library.organisation,
            desk.words,
            desk.site_url,
        )
        return self._draw("accessibility-statement.html", lang=desk.language, **data)

    def remembered(self) -> str:
        """Return the place where a script lists what this browser remembers of the site."""
        language = self.desk.language
        lists = {
            p.id: p.title for _, p in self.library.printables(language) if p.kind == "checklist"
        }
        return self._draw(
            "remembered.html",
            script_words=self.words.starting("memory_"),
            lists=lists,
            paths=self.ways.titles(),
            tools={
                entry.model.id: entry.model.title
                for entry in self.library.chapters(language)
                if self.library.page_kind(entry.model) == "tool"
            },
        )

    def outside_mark(self, entry: Entry, fact: str) -> str:
        """Return the small raised link that stands where the text says `[[D6]]`."""
        label = self.words.fill("outside_mark", id=fact)
        return (
            f'<sup class="outside-mark"><a href="#{fact.lower()}" '
            f'aria-label="{Markup.escape(label)}">{Markup.escape(fact)}</a></sup>'
        )

    def problems(self, problems: list[str]) -> str:
        """Return the list of problems that a preview shows on top of every page."""
        return self._draw("problems.html", problems=problems)

    def _links(self, printable: Printable, page: str) -> list[Data]:
        return copies_of(printable, page, self.desk, self.facts)

    def _page(self, slug: str, language: str) -> str:
        entry = self.library.entries.get((language, slug))
        return entry.url if entry else f"{slug}/"

    def _target(self, link: str, entry: Entry) -> str:
        """Return the address of a file that an author named from the home page."""
        path, _, anchor = link.partition("#")
        slug = posixpath.normpath(path).removesuffix(".md")
        address = relative(self._page(slug, entry.language), entry.url)
        return f"{address}#{anchor}" if anchor else address
