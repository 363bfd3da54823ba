"""Links: whether everything that pages, styles, the site map and PDFs point to inside the site is there.

Other people's sites are not asked: whether they answer today says nothing about these pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

import pikepdf
from lxml import etree, html

from audit.findings import Fault, Findings
from audit.site import Site

_ATTRIBUTES = ("href", "src", "poster")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


@dataclass(frozen=True)
class Link:
    """An address as it stands somewhere; element tells where."""

    page: str
    element: str
    address: str


def run(site: Site) -> Findings:
    """Follow every link inside the site."""
    checker = _Checker(site)
    links = list(checker.links())
    return Findings(
        tool="Slingan",
        version="",
        about="links",
        looked_at=len(links),
        faults=tuple(fault for link in links for fault in checker.faults(link)),
    )


@dataclass(frozen=True)
class _Checker:
    site: Site

    @cached_property
    def trees(self) -> dict[str, html.HtmlElement]:
        parser = html.HTMLParser(encoding="utf-8")
        return {
            page: html.document_fromstring(self._file(page).read_bytes(), parser=parser)
            for page in self.site.pages
        }

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        return {page: set(tree.xpath("//@id|//a/@name")) for page, tree in self.trees.items()}

    def _file(self, page: str):
        file = self.site.file(page)
        assert file
        return file

    def links(self) -> Iterator[Link]:
        """Yield all links that lead to a place in the site."""
        for link in (*self._in_pages(), *self._in_styles(), *self._in_map(), *self._in_pdfs()):
            if self._inside(link) is not None:
                yield link

    def _in_pages(self) -> Iterator[Link]:
        for page, tree in self.trees.items():
            for name in _ATTRIBUTES:
                for element in tree.xpath(f"//*[@{name}]"):
                    yield Link(page, _shown(element), element.get(name))
            for element in tree.xpath("//*[@srcset]"):
                for part in element.get("srcset").split(","):
                    yield Link(page, _shown(element), part.split()[0])
            for element in tree.xpath("//meta[@content]"):
                if element.get("content").startswith(self.site.site_url):
                    yield Link(page, _shown(element), element.get("content"))

    def _in_styles(self) -> Iterator[Link]:
        for name in self.site.files:
            if name.endswith(".css"):
                for address in _URL.findall((self.site.folder / name).read_text("utf-8")):
                    yield Link(name, "url()", address)

    def _in_map(self) -> Iterator[Link]:
        path = self.site.folder / "sitemap.xml"
        if path.is_file():
            root = etree.parse(path).getroot()
            for address in root.xpath("//*[local-name()='loc']/text() | //@href"):
                yield Link("sitemap.xml", "", address.strip())

    def _in_pdfs(self) -> Iterator[Link]:
        for name in self.site.files:
            if name.endswith(".pdf"):
                for address in _addresses(self.site.folder / name):
                    yield Link(name, "", address)

    def _inside(self, link: Link) -> tuple[str, str] | None:
        """Return place and anchor that a link leads to, None when it leads out of the site."""
        here = urljoin(self.site.site_url, link.page)
        target = urlsplit(urljoin(here, link.address))
        own = urlsplit(self.site.site_url)
        if (target.scheme, target.netloc) != (own.scheme, own.netloc):
            return None
        path = unquote(target.path)
        # Outside the folder that the site is put at: no file of ours, and so broken.
        place = path.removeprefix(own.path) if path.startswith(own.path) else f"../{path}"
        return place, unquote(target.fragment)

    def _way_on(self, place: str) -> str:
        """Return the page that a signpost takes its readers on to, with the anchor they asked for."""
        ways = self.trees[place].xpath("//link[@data-way]/@href") if place in self.trees else []
        if len(ways) != 1:
            return place
        on = self._inside(Link(place, "", ways[0]))
        return on[0] if on else place

    def faults(self, link: Link) -> Iterator[Fault]:
        """Yield what is wrong with a link inside the site."""
        place, anchor = self._inside(link) or ("", "")
        place = place if not place.endswith("/index.html") else posixpath.dirname(place) + "/"
        place = self._way_on(place) if anchor else place
        if self.site.file(place) is None:
            yield Fault("broken-link", link.element, link.address, link.page)
        elif anchor and place in self.anchors and anchor not in self.anchors[place]:
            yield Fault("missing-anchor", link.element, link.address, link.page)


def _shown(element: html.HtmlElement) -> str:
    start = html.tostring(element, encoding="unicode", with_tail=False)
    return " ".join(start.partition(">")[0].split())[:120] + ">"


def _addresses(path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for sheet in pdf.pages:
            for note in sheet.get("/Annots", []):
                action = note.get("/A", {})
                if "/URI" in action:
                    yield str(action["/URI"])
