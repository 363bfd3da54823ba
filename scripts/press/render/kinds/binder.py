"""Binder: a register and tab sheets with the documents behind them, and labels for the spine."""

from __future__ import annotations

from press.content.kinds import Printable
from press.content.printables.binder import Binder, Tab
from press.content.stamp import Drawn
from press.render.behind import withheld_line
from press.render.desk import Desk
from press.render.kinds.base import Bundle, Copy, Data, Kind
from press.render.relative import relative


def _documents(tab: Tab, desk: Desk) -> list[Data]:
    """Return what lies behind a tab. No id has two hyphens in a row, so no two names are alike."""
    titles = [("chapter", name, desk.title_of(name)) for name in tab.chapters]
    titles += [("printable", name, desk.printable(name)[1].title) for name in _published(tab, desk)]
    return [
        {"id": name, "title": title, "name": f"{what}--{tab.id}--{name}"}
        for what, name, title in titles
    ]


def _published(tab: Tab, desk: Desk) -> list[str]:
    return [name for name in tab.printables if not desk.is_withheld(name)]


def _missing(tab: Tab, desk: Desk) -> list[Printable]:
    """Return what would lie behind a tab but is not published in this language."""
    return [desk.printable(name)[1] for name in tab.printables if desk.is_withheld(name)]


def _tab(tab: Tab, desk: Desk) -> Data:
    documents = _documents(tab, desk)
    own = [{"title": text, "name": f"own--{tab.id}--{n}"} for n, text in enumerate(tab.own, 1)]
    return {"id": tab.id, "title": tab.title, "note": tab.note, "documents": documents, "own": own}


def _web(binder: Binder, desk: Desk) -> Data:
    here = desk.printable(binder.id)[0].url
    tabs = [_tab(tab, desk) for tab in binder.tabs]
    for tab, drawn in zip(binder.tabs, tabs, strict=True):
        pages = [desk.chapter(name).url for name in tab.chapters]
        pages += [f"{desk.printable(name)[0].url}#{name}" for name in _published(tab, desk)]
        for document, page in zip(drawn["documents"], pages, strict=True):
            path, mark, place = page.partition("#")
            document["href"] = f"{relative(path, here)}{mark}{place}"
        drawn["missing"] = [
            {
                "title": one.title,
                "href": f"{relative(desk.printable(one.id)[0].url, here)}#{one.id}",
            }
            for one in _missing(tab, desk)
        ]
    return {"tabs": tabs}


def _paper(binder: Binder, desk: Desk) -> Data:
    tabs = [_tab(tab, desk) for tab in binder.tabs]
    for tab, drawn in zip(binder.tabs, tabs, strict=True):
        missing = [withheld_line(one, desk) for one in _missing(tab, desk)]
        if missing:
            drawn["missing"] = missing
    return {"spine": binder.spine, "tabs": tabs}


def _fields(binder: Binder, desk: Desk) -> dict[str, str]:
    return {
        line["name"]: f"{tab.title}: {line['title']}"
        for tab, drawn in ((tab, _tab(tab, desk)) for tab in binder.tabs)
        for line in (*drawn["documents"], *drawn["own"])
    }


def _bundles(binder: Binder) -> tuple[Bundle, ...]:
    return tuple(Bundle(tab.chapters, tab.printables) for tab in binder.tabs)


def _drawn(binder: Binder, desk: Desk) -> Drawn:
    chapters = [desk.chapter_part(name) for tab in binder.tabs for name in tab.chapters]
    printables = [desk.printable_part(name) for tab in binder.tabs for name in tab.printables]
    return Drawn(tuple(chapters + printables))


BINDER = Kind(
    name="binder",
    copies=(
        Copy("", "binder.typ", "pdf_binder"),
        Copy("spine", "binder-spine.typ", "pdf_spine", tagged=False, duplex="one-side"),
    ),
    web=_web,
    paper=_paper,
    fields=_fields,
    bundles=_bundles,
    drawn=_drawn,
)
