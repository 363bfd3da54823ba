"""A link sheet: chapters to open by phone, A4. Their titles and codes are drawn, not their texts."""

from __future__ import annotations

from press.content.printables.links import LinkList, Links
from press.content.stamp import Drawn
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind
from press.render.relative import relative


def _web(links: Links, desk: Desk) -> Data:
    here = desk.printable(links.id)[0].url
    lists = [_list(one, desk) for one in links.lists]
    for one in lists:
        for chapter in one["chapters"]:
            chapter["href"] = relative(desk.chapter(chapter["id"]).url, here)
    return {"lists": lists}


def _paper(links: Links, desk: Desk) -> Data:
    lists = [_list(one, desk) for one in links.lists]
    for one in lists:
        for chapter in one["chapters"]:
            chapter["qr"] = desk.chapter_qr(desk.chapter(chapter["id"]))
            chapter["shown"] = desk.short_text(chapter["id"])
    return {"how": desk.words["links_how"], "lists": lists}


def _list(one: LinkList, desk: Desk) -> Data:
    codes = desk.library.codes.by_chapter
    # A preview also shows a chapter that has no number yet; a build stops there.
    chapters = [
        {"id": name, "title": desk.title_of(name), "number": codes.get(name, "")}
        for name in one.chapters
    ]
    return {"title": one.title or "", "chapters": chapters}


def _drawn(links: Links, desk: Desk) -> Drawn:
    """A new title is a change of the paper; what a chapter says is not, for the code leads to it."""
    return Drawn(texts=tuple(desk.title_of(n) for one in links.lists for n in one.chapters))


LINKS = Kind(
    name="links",
    copies=(Copy("", "links.typ", "pdf_links"),),
    web=_web,
    paper=_paper,
    drawn=_drawn,
)
