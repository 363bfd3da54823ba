"""A real build, read back as a search engine would: heads, addresses, site map, pictures, texts."""

import json

import pytest
from lxml import etree, html
from PIL import Image
from test_build import build

from press.project import LANGUAGES
from small_site import make_small, replace_in

ADDRESS = "https://slingan.example/"
TITLE = "A \"b\" </script><img src=x> & 'c' {{ 7*7 }}"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The fixture site with an English title that is hard to quote."""
    project = make_small(tmp_path_factory.mktemp("heads") / "small")
    quoted = TITLE.replace("'", "''")
    replace_in(
        project.docs / "en/method-guide/tea.md", ("title: Tea at the meeting", f"title: '{quoted}'")
    )
    done = build(project)
    assert done.returncode == 0, done.stderr
    return project.site


@pytest.fixture(scope="module")
def pages(site):
    """Every page but the 404 pages, by its public address."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        place = path.parent.relative_to(site).as_posix()
        if place.split("/")[0] in ("k", "p"):
            continue  # the pages that paper and voices lead to; no search engine is told of them
        url = ADDRESS if place == "." else f"{ADDRESS}{place}/"
        found[url] = html.document_fromstring(path.read_text(encoding="utf-8"))
    assert len(found) == 6
    return found


def meta(page, name):
    return page.xpath(f"string(//head/meta[@name='{name}' or @property='{name}']/@content)")


def alternates(page):
    links = page.xpath("//head/link[normalize-space(@rel)='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def structured(page):
    (script,) = page.xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)["@graph"]


def place(site, url):
    """Return the file that a public address leads to."""
    assert url.startswith(ADDRESS)
    path = site / url.removeprefix(ADDRESS).partition("#")[0]
    return path / "index.html" if url.partition("#")[0].endswith("/") else path


def test_every_page_says_what_it_is(pages):
    """One title, its own; a description; its own address; its language."""
    titles = [page.findtext("head/title") for page in pages.values()]
    assert len(set(titles)) == len(pages)
    for url, page in pages.items():
        assert len(page.xpath("//head/title")) == 1
        assert meta(page, "description")
        assert page.xpath("string(//link[@rel='canonical']/@href)") == url
        code = url.removeprefix(ADDRESS).split("/")[0]
        assert page.get("lang") == (code if code in LANGUAGES else "sv")
    hard = pages[f"{ADDRESS}en/method-guide/tea/"]
    assert hard.findtext("head/title") == f"{TITLE} – Slingan"
    assert meta(hard, "og:title") == TITLE


def test_languages_name_each_other(pages):
    """Each page names all three and the first; whom it names, names it."""
    for page in pages.values():
        named = alternates(page)
        assert named.keys() == {*LANGUAGES, "x-default"}
        assert named["x-default"] == named["sv"]
        for other in named.values():
            assert alternates(pages[other]) == named
    for url, page in pages.items():
        assert alternates(page)[page.get("lang")] == url


def test_what_social_networks_read(site, pages):
    """Title, text, type, language and a picture that is there, in the size that is told."""
    for url, page in pages.items():
        assert meta(page, "og:url") == url
        assert meta(page, "og:type") == ("article" if "/tea/" in url else "website")
        assert meta(page, "og:locale").startswith(f"{page.get('lang')}_")
        assert len(page.xpath("//meta[@property='og:locale:alternate']")) == 2
        assert meta(page, "og:description") == meta(page, "twitter:description")
        assert meta(page, "twitter:card") == "summary_large_image"
        assert meta(page, "og:image:alt")
        assert meta(page, "og:image") == meta(page, "twitter:image")
        with Image.open(place(site, meta(page, "og:image"))) as picture:
            told = (int(meta(page, "og:image:width")), int(meta(page, "og:image:height")))
            assert picture.size == told == (1200, 630)


def test_structured_data_can_be_read_and_leads_somewhere(site, pages):
    """Every address of ours in it is a page or a file of the site."""
    for url, page in pages.items():
        first, second = structured(page)
        assert first["url"] == url
        assert second["@type"] == ("BreadcrumbList" if "/tea/" in url else "WebSite")
        for address in _addresses([first, second]):
            assert place(site, address).is_file(), address
    hard = structured(pages[f"{ADDRESS}en/method-guide/tea/"])
    assert hard[0]["name"] == TITLE
    assert [step["name"] for step in hard[1]["itemListElement"]] == ["Home", TITLE]
    assert len(hard[0]["hasPart"]) == 2


def _addresses(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [address for part in value for address in _addresses(part)]
    return [value] if isinstance(value, str) and value.startswith(ADDRESS) else []


def test_the_site_map_is_the_set_of_pages(site, pages):
    """No page more, none less, no 404 page; each with its languages and its edition's day."""
    root = etree.fromstring((site / "sitemap.xml").read_bytes())
    found = {url.findtext("s:loc", namespaces=NS): url for url in root.findall("s:url", NS)}
    assert found.keys() == pages.keys()
    for url, entry in found.items():
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NS)}
        assert links == alternates(pages[url])
        day = entry.findtext("s:lastmod", namespaces=NS)
        assert day == ("2026-01-02" if "/tea/" in url else None)
    assert not (site / "sitemap.xml.gz").exists()
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_every_chapter_has_its_plain_text(site, pages):
    """The page names it, and it says the same; llms.txt lists them all."""
    listed = (site / "llms.txt").read_text(encoding="utf-8")
    for url, page in pages.items():
        link = page.xpath("string(//link[@type='text/markdown']/@href)")
        if "/tea/" not in url:
            assert link == ""
            continue
        text = place(site, link).read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert "Assam" in text
        assert f"({link})" in listed


def test_404_pages_are_not_for_search_engines(site):
    """They name themselves once and nothing else."""
    for name in ("404.html", "da/404.html", "en/404.html"):
        page = html.document_fromstring((site / name).read_text(encoding="utf-8"))
        assert len(page.xpath("//head/title")) == 1
        assert meta(page, "robots") == "noindex"
        assert page.xpath("//link[@rel='canonical']") == []
