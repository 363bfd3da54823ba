"""The pages that the QR codes on paper lead to: is this paper still the newest, and what has changed?

Every edition of every printable that was ever printed has its page, `/p/<id>/<language>/<edition>/`, also
when the printable has been renamed or taken away; `/p/<id>/<language>/` tells of all editions.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from press.content.kinds import Printable
from press.content.library import Entry, Library
from press.content.printables.base import Change
from press.content.printed import PrintedLine, arrival
from press.content.stamp import changes_since, editions_of
from press.project import LANGUAGES
from press.render.behind import withheld
from press.render.desk import Desk
from press.render.frame import HOMES, foot_links
from press.render.shop import FactsOf, copies_of, how_to_print
from press.render.times import long_date
from press.render.urls import picture_file, relative
from press.web.assets import STYLE
from press.web.fonts import FONTS
from press.web.foreign import mark_foreign_text

Data = dict[str, Any]
Day = datetime.date


@dataclass(frozen=True)
class Paper:
    """One printable as paper knows it, in one language.

    id, title: when it was printed. editions: all there ever were, the newest first.
    found: the printable to use today with its chapter; None when nothing has taken its place.
    chapter: code of the chapter that tells more, for one that is gone.
    """

    id: str
    language: str
    title: str
    editions: tuple[Day, ...]
    found: tuple[Entry, Printable] | None
    chapter: int | None = None

    @property
    def renamed(self) -> bool:
        """Whether today's printable has another name than the paper says."""
        return self.found is not None and self.found[1].id != self.id


def papers(library: Library, language: str) -> list[Paper]:
    """Return everything in a language that is or was printed."""
    lines = {line.id: line for line in library.printed}
    standing = {one.id: (entry, one) for entry, one in library.printables(language)}
    made = []
    for name, (entry, printable) in standing.items():
        known = set(editions_of(printable))
        known |= set(lines[name].editions[language]) if name in lines else set()
        made.append(
            Paper(name, language, printable.title, _newest_first(known), (entry, printable))
        )
    gone = [line for line in library.printed if line.id not in standing]
    return made + [_gone(line, language, standing) for line in gone]


def _gone(
    line: PrintedLine, language: str, standing: Mapping[str, tuple[Entry, Printable]]
) -> Paper:
    title = line.title[language] if line.title else line.id
    found = standing.get(line.now or "")
    days = _newest_first(line.editions[language])
    return Paper(line.id, language, title, days, found, line.chapter)


def _newest_first(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(sorted(days, reverse=True))


class Arrivals:
    """Draws the pages of one site."""

    def __init__(
        self,
        env: Environment,
        desks: Mapping[str, Desk],
        facts: FactsOf,
        size: Callable[[Entry, Printable], tuple[int, int]],
        assets: Mapping[str, str],
        logo: str,
    ) -> None:
        """size: a picture's width and height. assets: addresses by place, as web/assets.py gives them."""
        self.env, self.desks, self.facts, self.size, self.assets = env, desks, facts, size, assets
        self.logo = Markup(logo)  # noqa: S704 - our own drawing, overrides/partials/logo.svg
        self.library = next(iter(desks.values())).library
        self.papers = {
            (paper.id, code): paper for code in desks for paper in papers(self.library, code)
        }

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield every page, by the folder that it lies in."""
        for paper in self.papers.values():
            for edition in (None, *paper.editions):
                here = arrival(paper.id, paper.language, edition)
                yield here, self._page(paper, edition, here)

    def _page(self, paper: Paper, edition: Day | None, here: str) -> str:
        desk = self.desks[paper.language]
        return self.env.get_template("arrival.html").render(
            words=desk.words,
            lang=paper.language,
            title=paper.title,
            heading=_spoken(paper.title, paper.language),
            about=_spoken(desk.words["site_about"], paper.language),
            logo=self.logo,
            root=relative("", here),
            home=relative(HOMES[paper.language].removeprefix("."), here),
            assets={place: relative(address, here) for place, address in self.assets.items()},
            style=STYLE,
            fonts=list(FONTS),
            languages=self._languages(paper, edition, here),
            foot=[
                (Markup(title), relative(url, here))  # noqa: S704 - escaped by foot_links
                for title, url in foot_links(paper.language, self.library)
            ],
            verdict=self._verdict(paper, edition),
            withheld=self._withheld(paper, here),
            renamed=paper.renamed,
            edition=_day(edition, paper.language),
            editions=[
                _day(day, paper.language)
                | {"href": relative(arrival(paper.id, paper.language, day), here)}
                for day in paper.editions
            ],
            changes=_changes(paper, edition),
            all_editions=relative(arrival(paper.id, paper.language), here),
            printable=self._printable(paper, here),
            chapter=self._chapter(paper, here),
        )

    def _languages(self, paper: Paper, edition: Day | None, here: str) -> list[Data]:
        """Return the same page in every language that has it."""
        found = []
        for code in LANGUAGES:
            other = self.papers.get((paper.id, code))
            if other:
                same = edition if edition in other.editions else None
                found.append(
                    {
                        "code": code,
                        "name": self.desks[code].words[f"lang_{code}"].capitalize(),
                        "href": relative(arrival(paper.id, code, same), here),
                        "here": code == paper.language,
                    }
                )
        return found

    def _printable(self, paper: Paper, here: str) -> Data | None:
        if paper.found is None or self._is_withheld(paper):
            return None
        entry, printable = paper.found
        desk = self.desks[paper.language]
        return {
            "title": printable.title,
            "summary": _spoken(printable.summary, paper.language),
            "picture_size": self.size(entry, printable),
            "edition": _day(printable.edition, paper.language),
            "links": copies_of(printable, here, desk, self.facts),
            "picture": relative(picture_file(paper.language, printable), here),
            "how": how_to_print(printable, desk),
        }

    def _is_withheld(self, paper: Paper) -> bool:
        return paper.found is not None and self.desks[paper.language].is_withheld(paper.found[1].id)

    def _verdict(self, paper: Paper, edition: Day | None) -> str:
        return "withheld" if self._is_withheld(paper) else _verdict(paper, edition)

    def _withheld(self, paper: Paper, here: str) -> Data | None:
        """Return what is said of a printable that this language does not publish."""
        if paper.found is None or not self._is_withheld(paper):
            return None
        entry, printable = paper.found
        desk = self.desks[paper.language]
        source = self.library.source_of(entry).language
        newer = desk.words[f"arrival_withheld_{source}"]
        return withheld(entry, printable, here, desk) | {"newer": newer}

    def _chapter(self, paper: Paper, here: str) -> Data | None:
        """Return the chapter to read, with its code and short address."""
        desk = self.desks[paper.language]
        if paper.found:
            entry, printable = paper.found
            return _chapter(entry, desk, here, f"#{printable.id}")
        names = {code: name for name, code in self.library.codes.by_chapter.items()}
        if paper.chapter in names:
            return _chapter(desk.chapter(names[paper.chapter]), desk, here, "")
        # A chapter that is gone too has a page that tells where to go on.
        href = relative(f"k/{paper.chapter}/{paper.language}/", here)
        short = f"{desk.site_url.partition('://')[2]}k/{paper.chapter}/"
        told = {"title": short, "href": href, "code": paper.chapter, "short": short}
        return told | {"kind": "chapter"}


def _chapter(entry: Entry, desk: Desk, here: str, place: str) -> Data:
    name = entry.model.id
    return {
        "kind": desk.library.page_kind(entry.model),
        "title": _spoken(entry.model.title, desk.language),
        "href": f"{relative(entry.url, here)}{place}",
        "code": desk.library.codes.by_chapter.get(name),
        "short": desk.short_text(name),
    }


def _verdict(paper: Paper, edition: Day | None) -> str:
    """Return what is to be said of a paper: `all` where no edition is asked for."""
    if paper.found is None:
        return "gone"
    if edition is None:
        return "all"
    printable = paper.found[1]
    if edition == printable.edition:
        return "current"
    return "older" if edition in editions_of(printable) else "replaced"


def _changes(paper: Paper, edition: Day | None) -> list[Data]:
    """Return what has changed since an edition, or ever, the newest first."""
    if paper.found is None or _verdict(paper, edition) == "replaced":
        return []
    printable = paper.found[1]
    found: Iterable[Change] = changes_since(printable, edition) if edition else printable.changes
    return [
        _day(change.edition, paper.language)
        | {"changed": [_spoken(said, paper.language) for said in change.changed]}
        for change in found
    ]


def _spoken(text: str, language: str) -> Markup:
    """Return a text with names of another language marked, so that a voice says them rightly."""
    return Markup(mark_foreign_text(str(escape(text)), language))  # noqa: S704 - escaped here


def _day(day: Day | None, language: str) -> Data:
    return {"iso": day.isoformat(), "said": long_date(day, language)} if day else {}
