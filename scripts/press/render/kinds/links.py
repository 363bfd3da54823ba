"""A link sheet: chapters to open by phone, A4. Their titles and codes are drawn, not their texts."""

from __future__ import annotations

from press.content.printables.links import LinkGroup, Links
from press.content.stamp import Drawn
from press.render.desk import Desk
from press.render.kinds.base import Copy, Data, Kind
from press.render.relative import relative


def _web(links: Links, desk: Desk) -> Data:
    here = desk.printable(links.id)[0].url
    groups = [_group(group, desk) for group in links.groups]
    for group in groups:
        for one in group["chapters"]:
            one["href"] = relative(desk.chapter(one["id"]).url, here)
    return {"groups": groups}


def _paper(links: Links, desk: Desk) -> Data:
    groups = [_group(group, desk) for group in links.groups]
    for group in groups:
        for one in group["chapters"]:
            one["qr"] = desk.chapter_qr(desk.chapter(one["id"]))
            one["shown"] = desk.short_text(one["id"])
    return {"how": desk.words["links_how"], "groups": groups}


def _group(group: LinkGroup, desk: Desk) -> Data:
    codes = desk.library.codes.by_chapter
    # A preview also shows a chapter that has no number yet; a build stops there.
    chapters = [
        {"id": name, "title": desk.title_of(name), "number": codes.get(name, "")}
        for name in group.chapters
    ]
    return {"title": group.title or "", "chapters": chapters}


def _drawn(links: Links, desk: Desk) -> Drawn:
    """A new title is a change of the paper; what a chapter says is not, for the code leads to it."""
    return Drawn(texts=tuple(desk.title_of(n) for group in links.groups for n in group.chapters))


LINKS = Kind(
    name="links",
    copies=(Copy("", "links.typ", "pdf_links"),),
    web=_web,
    paper=_paper,
    drawn=_drawn,
)
