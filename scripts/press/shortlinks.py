"""The short links: what stands at `/k/`, `/k/104/`, `/k/104/sv/`, and where chapters stood earlier.

They are plain pages that send the reader on, so that they work on any host, in any folder, and from disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib.metadata import version
from itertools import groupby
from typing import Any

from markupsafe import Markup

from press import qrcodes
from press.build import Build
from press.content.library import Entry, url_of
from press.content.register import Line, part_of
from press.jobs import slide_job
from press.paper.make import Job
from press.paper.store import key
from press.paper.typeset import Unsettable
from press.problems import Problem
from press.project import DEFAULT_LANGUAGE, LANGUAGES
from press.render.fragments import environment
from press.render.frame import HOMES
from press.render.urls import relative, share_file, short_page
from press.web.policy import breaches, with_policy

Data = dict[str, Any]
LIST = "k/"
_SEGNO = version("segno")


class ShortLinks:
    """Makes the short links of one build, and the files to share its chapters by."""

    def __init__(self, build: Build) -> None:
        self.build, self.library = build, build.library
        self.url, self.words = build.project.site_url, build.words
        self.codes = build.library.codes
        self.env = environment(build.project)

    def make(self) -> None:
        """Make all pages, QR codes and slides; a slide that cannot be made is noted as a problem."""
        for line in self.codes.lines:
            self._make_line(line)
        self._keep(LIST, "list", DEFAULT_LANGUAGE, self.url + LIST, self._titles("all"), self._list)
        for language in LANGUAGES:
            for entry in self.library.chapters(language):
                self.make_slide(entry)

    def _make_line(self, line: Line) -> None:
        """Make the pages of one code: in all languages, in each, and where the chapter stood earlier."""
        for place, language in self._places(line):
            if line.retired:
                self._retired(place, language or DEFAULT_LANGUAGE, line)
            else:
                self._onward(place, language, line)

    def _places(self, line: Line) -> Iterator[tuple[str, str]]:
        """Yield (place, language) of all addresses of a code; no language where all are spoken."""
        yield short_page(line.code), ""
        for language in LANGUAGES:
            yield short_page(line.code, language), language
            for slug in line.was:
                yield url_of(language, slug), language

    def _onward(self, place: str, language: str, line: Line) -> None:
        """Make a page that sends readers on to a chapter that stands."""
        ways = [self._way(place, line.chapter, code) for code in LANGUAGES]
        if language:
            ways = [way for way in ways if way["code"] == language]
        title = ways[0]["title"] if language else self._titles("number", code=line.code)
        self._keep(
            place,
            "on" if language else "code",
            language or DEFAULT_LANGUAGE,
            self.url + ways[0]["url"],
            title,
            lambda: {"ways": ways, "number": line.code},
        )

    def _way(self, place: str, chapter: str | None, language: str) -> Data:
        entry = self.build.desks[language].chapter(chapter or "")
        return {
            "code": language,
            "href": relative(entry.url, place),
            "title": entry.model.title,
            "url": entry.url,
        }

    def _retired(self, place: str, language: str, line: Line) -> None:
        """Make a page that says what a chapter was called and what to read now; it sends nobody on."""
        assert line.retired
        instead, title = self.codes.instead_of(line), line.retired.title
        gone = [
            {
                "code": code,
                "title": title[code],
                # Nothing tells any more whether it was a course, a path, or a text about them.
                "apart": part_of(line.code) == "courses",
                "instead": [self._way(place, chapter, code) for chapter in instead],
            }
            for code in sorted(LANGUAGES, key=lambda code: code != language)
        ]
        own = self.url + short_page(line.code)
        name = self._titles("number", language, code=line.code)
        self._keep(place, "gone", language, own, name, lambda: {"gone": gone, "number": line.code})

    def _list(self) -> Data:
        """Return all codes in their order, part by part."""
        parts = []
        for part, lines in groupby(self._in_order(), key=lambda line: part_of(line.code)):
            names = [(self.words[code][f"part_{part}"], code) for code in LANGUAGES]
            parts.append({"names": names, "codes": [self._listed(line) for line in lines]})
        return {"parts": parts}

    def _in_order(self) -> list[Line]:
        return sorted(self.codes.lines, key=lambda line: (str(line.code)[0], line.code))

    def _listed(self, line: Line) -> Data:
        href = relative(short_page(line.code), LIST)
        if line.retired:
            title = line.retired.title
            ways = [{"code": code, "title": title[code], "href": ""} for code in LANGUAGES]
        else:
            ways = [self._way(LIST, line.chapter, code) for code in LANGUAGES]
        return {"code": line.code, "href": href, "ways": ways}

    def _titles(self, name: str, first: str = DEFAULT_LANGUAGE, **values: object) -> str:
        return " / ".join(text for text, _ in self._spoken(name, first, **values))

    def _spoken(self, name: str, first: str, **values: object) -> list[tuple[str, str]]:
        """Return a word in all languages, one of them first; what two languages share stands once."""
        said: dict[str, str] = {}
        for code in sorted(LANGUAGES, key=lambda code: code != first):
            said.setdefault(self.words[code].fill(f"sign_{name}", **values), code)
        return list(said.items())

    def _keep(
        self,
        place: str,
        template: str,
        lang: str,
        canonical: str,
        title: str,
        data: Callable[[], Data],
    ) -> None:
        """Draw a page and add it to the build. A page that breaks the policy is a problem."""
        more = {"ways": [], "number": "", **data()}

        def spoken(name: str) -> list[tuple[str, str]]:
            values = {} if name == "unknown" else {"code": more["number"]}
            return self._spoken(name, lang, **values)

        page = self.env.get_template(f"signpost-{template}.html").render(
            lang=lang,
            title=title,
            canonical=canonical,
            root=relative("", place),
            assets=self.build.assets.addresses,
            homes={code: relative(_home(code), place) for code in LANGUAGES},
            names=self._names,
            words=self.words,
            site=self.words[lang]["site_name"],
            list=None if place == LIST else relative(LIST, place),
            spoken=spoken,
            said=lambda name: _joined(spoken(name)),
            **more,
        )
        for breach in breaches(page):
            where = f"overrides/web/signpost-{template}.html"
            self.build.problems.append(Problem(where, 1, "", f"the page {breach}"))
        text = with_policy(page)
        kept = self.build.press.store.keep(key(text), ".html", text.encode)
        self.build.files[f"{place}index.html"] = kept

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {code: self.words[code][f"lang_{code}"].capitalize() for code in LANGUAGES}

    def make_slide(self, entry: Entry) -> None:
        """Make a chapter's QR codes and its slide, or note that its title has no room there."""
        code = self.codes.by_chapter[entry.model.id]
        try:
            slide = self.build.press.card(self._slide_job(entry))
        except Unsettable as error:
            message = f"the slide that the chapter is shared by cannot be made: {error}"
            if error.overfull:
                message = "is too long for the slide that the chapter is shared by; shorten it"
            self.build.problems.append(entry.source.problem(("title",), message))
            return
        svg, png = self._qr(code, entry.language)
        for name, file in (("qr.svg", svg), ("qr.png", png), ("slide.png", slide)):
            self.build.files[share_file(code, entry.language, name)] = file

    def slide_is_made(self, entry: Entry) -> bool:
        """Return whether a chapter's slide is in the store."""
        return self.build.press.card_is_made(self._slide_job(entry))

    def _slide_job(self, entry: Entry) -> Job:
        code = self.codes.by_chapter[entry.model.id]
        svg, _ = self._qr(code, entry.language)
        desk = self.build.desks[entry.language]
        return slide_job(entry, code, svg.read_text(encoding="ascii"), desk)

    def _qr(self, code: int, language: str) -> tuple[Any, Any]:
        """Return the files of the QR code that leads to a chapter in a language: SVG and PNG."""
        address, store = self.url + short_page(code, language), self.build.press.store
        name = key(address, "qr", _SEGNO)
        return (
            store.keep(name, ".svg", lambda: qrcodes.files(address)[0]),
            store.keep(name, ".png", lambda: qrcodes.files(address)[1]),
        )


def _home(language: str) -> str:
    return "" if HOMES[language] == "." else HOMES[language]


def _joined(said: list[tuple[str, str]]) -> Markup:
    """Return a word in several languages, each marked as what it is."""
    spans = (Markup('<span lang="{}">{}</span>').format(code, text) for text, code in said)
    return Markup(" / ").join(spans)
