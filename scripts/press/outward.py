"""What search engines, social networks and programs read of the site: the same model as its pages."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from press.build import Build
from press.content.chapter import Chapter
from press.content.kinds import Printable
from press.content.library import Entry
from press.jobs import card_job
from press.paper.make import Job
from press.paper.store import key
from press.paper.typeset import Unsettable
from press.problems import Problem
from press.project import LANGUAGES
from press.render.course import LEADER
from press.render.frame import alternates
from press.render.kinds import KINDS
from press.render.paperdata import audience, sources_of
from press.render.plaintext import chapter_text, llms_text, text_file
from press.render.prose import Unprintable
from press.render.reading_time import minutes
from press.render.urls import printable_file
from press.web.head import Crumb, Head, window_titles
from press.web.sitemap import Address, robots, sitemap
from press.web.structured import Lesson, PageFacts, Printed, Site, Version, dump, graph


def card_file(entry: Entry) -> str:
    """Return where the picture for sharing a page lies: a chapter has its own, all else the site's."""
    if isinstance(entry.model, Chapter):
        return f"cards/{entry.language}/{entry.model.id}.png"
    return f"cards/{entry.language}.png"


def _card_job(build: Build, entry: Entry) -> Job:
    desk = build.desks[entry.language]
    return card_job(entry.model.title, desk.words[f"part_{entry.part}"], desk)


def card_is_made(build: Build, entry: Entry) -> bool:
    """Return whether a chapter's picture is in the store."""
    return build.press.card_is_made(_card_job(build, entry))


def make_card(build: Build, entry: Entry) -> None:
    """Make a chapter's picture, or note that its title has no room in it."""
    try:
        build.files[card_file(entry)] = build.press.card(_card_job(build, entry))
    except Unsettable as error:
        wide = any(full.way == "wide" for full in error.overfull)
        why = "has a word that is too long" if wide else "is too long"
        message = f"{why} for the picture that is shown where the page is shared; shorten it"
        if not error.overfull:
            message = f"the picture that is shown where the page is shared cannot be drawn: {error}"
        build.problems.append(entry.source.problem(("title",), message))


class Outward:
    """Makes and tells, for one build, what others than readers ask for."""

    def __init__(self, build: Build) -> None:
        self.build, self.library, self.url = build, build.library, build.project.site_url

    def make(self) -> None:
        """Make pictures for sharing, plain texts, and the lists of all pages."""
        for language, desk in self.build.desks.items():
            for entry in self.library.chapters(language):
                make_card(self.build, entry)
                self._make_text(entry)
            job = card_job(desk.words["head_about"], "", desk)
            self.build.files[f"cards/{language}.png"] = self.build.press.card(job)
        self._keep("llms.txt", llms_text(self.build.desks))
        self._keep("robots.txt", robots(self.url))
        self._keep("sitemap.xml", sitemap(map(self._address, self.library.entries.values())))

    def _keep(self, place: str, text: str) -> None:
        suffix = Path(place).suffix
        self.build.files[place] = self.build.press.store.keep(key(text), suffix, text.encode)

    def _make_text(self, entry: Entry) -> None:
        try:
            self._keep(text_file(entry), chapter_text(entry, self.build.desks[entry.language]))
        except Unprintable as error:
            message = f"there is no way to write <{error}> as plain text"
            at = entry.source
            self.build.problems.append(Problem(at.path, at.body_line, "", message))

    def _address(self, entry: Entry) -> Address:
        return Address(self.url + entry.url, self._alternates(entry), _modified(entry))

    def _alternates(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        return tuple(alternates(entry, self.library, self.url))

    def crumbs(self, entry: Entry) -> list[Crumb]:
        """Return (title, path below the site's root) of what lies between the home page and a page.

        The path is None for a part without a page of its own.
        """
        if not entry.part:
            return []
        page = self.library.entries.get((entry.language, entry.part))
        title = page.model.title if page else self.build.words[entry.language][f"part_{entry.part}"]
        return [(title, page.url if page else None)]

    def head(self, entry: Entry) -> Head:
        """Return a page's head."""
        words = self.build.words[entry.language]
        is_chapter = isinstance(entry.model, Chapter)
        shown = entry.model.title if is_chapter else words["head_about"]
        return Head(
            title=self.titles[entry.language][entry.slug],
            name=entry.model.title if entry.slug else self.titles[entry.language][""],
            site=words["site_name"],
            description=entry.model.summary,
            url=self.url + entry.url,
            language=entry.language,
            alternates=self._alternates(entry),
            kind="article" if is_chapter else "website",
            card=self.url + card_file(entry),
            card_alt=words.fill("head_card_alt", title=shown),
            modified=_modified(entry),
            text=self.url + text_file(entry) if is_chapter else "",
            text_title=words["head_text"],
            structured=dump(graph(self._facts(entry), self._sites[entry.language])),
        )

    def leader_head(self, entry: Entry) -> Head:
        """Return the head of the leader's page of a course, which no search engine need list."""
        words, head = self.build.words[entry.language], self.head(entry)
        name = words.fill("course_leader_title", title=entry.model.title)
        crumbs = (*self._way(entry), (name, f"{head.url}{LEADER}"))
        facts = PageFacts(
            url=f"{head.url}{LEADER}",
            title=name,
            description=words["course_leader_lead"],
            language=entry.language,
            picture=head.card,
            crumbs=crumbs,
        )
        return replace(
            head,
            title=f"{name} – {words['site_name']}",
            name=name,
            description=facts.description,
            url=facts.url,
            alternates=tuple((code, f"{url}{LEADER}") for code, url in head.alternates),
            kind="website",
            text="",
            structured=dump(graph(facts, self._sites[entry.language])),
            hidden=True,
        )

    @cached_property
    def titles(self) -> dict[str, dict[str, str]]:
        """The window's title of every page, by language and slug."""
        return {language: self._titles(language) for language in LANGUAGES}

    def _titles(self, language: str) -> dict[str, str]:
        words, entries = self.build.words[language], self.library.entries.values()
        parts = words.starting("part_")
        pages = [
            (entry.slug, entry.model.title, parts.get(entry.part, ""))
            for entry in entries
            if entry.language == language
        ]
        elsewhere = {entry.model.title for entry in entries if entry.language != language}
        return window_titles(pages, elsewhere, words["site_name"], words["head_about"])

    @cached_property
    def _sites(self) -> dict[str, Site]:
        who = self._publisher()
        return {
            language: Site(words["site_name"], self.url, words["head_about"], LANGUAGES, who)
            for language, words in self.build.words.items()
        }

    def _publisher(self) -> str:
        """Return who runs this copy of the site; empty where nobody has said so."""
        return self.library.organisation.name or ""

    def _facts(self, entry: Entry) -> PageFacts:
        return PageFacts(
            url=self.url + entry.url,
            title=entry.model.title,
            description=entry.model.summary,
            language=entry.language,
            picture=self.url + card_file(entry),
            crumbs=self._way(entry),
            lesson=self._lesson(entry),
        )

    def _way(self, entry: Entry) -> tuple[Crumb, ...]:
        """Return the whole way to a page, itself included, with public addresses; none to the first."""
        home = self.library.entries.get((entry.language, ""))
        if home is None or entry is home:
            return ()
        steps = [(home.model.title, home.url), *self.crumbs(entry), (entry.model.title, entry.url)]
        return tuple((title, None if path is None else self.url + path) for title, path in steps)

    def _lesson(self, entry: Entry) -> Lesson | None:
        chapter = entry.model
        if not isinstance(chapter, Chapter):
            return None
        words = self.build.words[entry.language]
        versions = self._versions(entry)
        original = next((v for v in versions if v.language == chapter.primary_language), None)
        translated = chapter.primary_language != entry.language
        return Lesson(
            audience=tuple(audience(chapter.audience, words)),
            kind=words["head_chapter"],
            minutes=minutes(entry),
            modified=chapter.edition.isoformat(),
            text=self.url + text_file(entry),
            printables=self._printables(entry, chapter),
            sources=tuple(
                (source.title[entry.language], source.publisher)
                for source in sources_of(chapter, self.library)
            ),
            original=original,
            translations=() if translated else versions,
        )

    def _printables(self, entry: Entry, chapter: Chapter) -> tuple[Printed, ...]:
        words = self.build.words[entry.language]
        return tuple(
            Printed(
                printable.title,
                printable.summary,
                words[f"kind_{printable.kind}"],
                self.url + _reading_copy(entry.language, printable),
            )
            for printable in chapter.printables
            if not self.build.desks[entry.language].is_withheld(printable.id)
        )

    def _versions(self, entry: Entry) -> tuple[Version, ...]:
        """Return the same page in the other languages."""
        found = [self.library.entries.get((language, entry.slug)) for language in LANGUAGES]
        return tuple(
            Version(other.language, other.model.title, self.url + other.url)
            for other in found
            if other and other is not entry
        )


def _reading_copy(language: str, printable: Printable) -> str:
    return printable_file(language, printable, KINDS[printable.kind].copies_of(printable)[0])


def _modified(entry: Entry) -> str:
    return entry.model.edition.isoformat() if isinstance(entry.model, Chapter) else ""
