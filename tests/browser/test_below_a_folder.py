"""A site that stands in a folder of its host, behind nginx with the settings that hosting/ gives.

So it is on GitHub's project pages, and on a municipality's own site.
"""

import functools
import http.server
import re
import threading
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import etree, html

from press.project import LANGUAGES
from servers import built_at, serving
from waiting import wait_until

PUBLIC = "https://kommun.example/slingan/"
# Pages that every page leads to and the fixture does without.
LEFT_OUT = ("/print-shop/", "/glossary/", "/sources/", "/about/")
WATCH = (
    "window.violations = [];"
    "addEventListener('securitypolicyviolation', e => window.violations.push("
    "`${e.violatedDirective} ${e.blockedURI}`), true)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder that a server's root is, and the site in it."""
    return built_at(PUBLIC, tmp_path_factory.mktemp("folder"))


@pytest.fixture(scope="module")
def server(site, tmp_path_factory):
    """nginx with the site in a folder."""
    with serving("nginx", PUBLIC, site[0], tmp_path_factory.mktemp("nginx")) as running:
        yield running


class _OnePage(http.server.SimpleHTTPRequestHandler):
    """Answers as hosts of pages do: one 404 page for all, at the root of the site."""

    def send_error(self, code, message=None, explain=None):
        body = Path(self.directory, "slingan", "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Print nothing."""


@pytest.fixture
def simple_host(site):
    """The address of the site at a host with one 404 page."""
    handler = functools.partial(_OnePage, directory=str(site[0]))
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/slingan/"
    running.shutdown()


@pytest.fixture
def watched(browser):
    """A page that notes what its security policy forbids."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def _prefix(language):
    return "" if language == "sv" else f"{language}/"


def _links(address, body):
    """Return every address that a page leads to or loads, but not what it says of itself."""
    root = html.document_fromstring(body)
    found = root.xpath("//a/@href | //img/@src | //script/@src | //link[@rel!='canonical']/@href")
    loads = [link for link in found if not link.startswith(("mailto:", PUBLIC))]
    return {urldefrag(urljoin(address, link))[0] for link in loads}


def test_every_link_stays_in_the_folder_and_leads_somewhere(server):
    """From the first page on, as far as links lead; the 404 pages too."""
    waiting = {server.address, *(server.address + _prefix(code) + "404.html" for code in LANGUAGES)}
    seen, pages = set(), 0
    while waiting:
        address = waiting.pop()
        seen.add(address)
        parts = urlsplit(address)
        if parts.port != server.port:
            assert parts.scheme == "https", address
            continue
        assert parts.path.startswith(server.prefix), address
        answer = server.ask_host(parts.path + (f"?{parts.query}" if parts.query else ""))
        if answer.status == 404 and parts.path.endswith(LEFT_OUT):
            continue
        assert answer.status == 200, address
        if answer["Content-Type"].startswith("text/html"):
            pages += 1
            waiting |= _links(address, answer.body) - seen
    assert pages >= 9


def test_pages_name_no_place_of_the_host(site):
    """So that a preview in another folder works as well; only the 404 pages must, and say the folder."""
    for path in site[1].rglob("*.html"):
        root = html.document_fromstring(path.read_bytes())
        found = [link for link in root.xpath("//@href | //@src") if link.startswith("/")]
        if path.name == "404.html":
            assert found
            assert all(link.startswith("/slingan/") for link in found), path
        else:
            assert found == [], path


def test_what_the_site_says_of_itself_is_public(site):
    """Canonical addresses, alternates and the sitemap name the folder."""
    names = {"c": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    sitemap = etree.parse(site[1] / "sitemap.xml").xpath("//c:loc/text()", namespaces=names)
    by_paper = {site[1] / "k", site[1] / "p"}  # which no search engine is told of
    found = site[1].rglob("index.html")
    pages = [path for path in found if not by_paper.intersection(path.parents)]
    assert len(sitemap) == len(pages)
    assert all(address.startswith(PUBLIC) for address in sitemap)
    for path in pages:
        root = html.document_fromstring(path.read_bytes())
        own = PUBLIC + path.relative_to(site[1]).as_posix().removesuffix("index.html")
        assert root.xpath("//link[@rel='canonical']/@href") == [own]
        said = root.xpath("//link[normalize-space(@rel)='alternate'][@hreflang]/@href")
        assert said
        assert all(address.startswith(PUBLIC) for address in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_search_work_in_a_folder(server, watched, language):
    """Read, searched, a hit opened, another language taken: all from the folder, nothing forbidden."""
    failed, forbidden = [], []
    watched.on("requestfailed", lambda asked: failed.append(asked.url))
    watched.on(
        "response", lambda answer: failed.append(answer.url) if answer.status > 399 else None
    )
    watched.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
    start = server.address + _prefix(language)
    watched.goto(start)
    forbidden += watched.evaluate("window.violations")
    watched.locator("[data-search-open]").click()
    watched.locator("[data-search-field]").fill({"sv": "te", "da": "te", "en": "tea"}[language])
    watched.keyboard.press("Enter")
    wait_until(watched, "document.querySelector('[data-search-hits] a')")
    forbidden += watched.evaluate("window.violations")
    watched.locator("[data-search-hits] a").first.click()
    wait_until(watched, "location.pathname.includes('method-guide/tea/')")
    assert watched.url.startswith(f"{start}method-guide/tea/")
    watched.wait_for_load_state("networkidle")
    forbidden += watched.evaluate("window.violations")
    other = "da" if language != "da" else "en"
    watched.locator(f"a[hreflang={other}]").first.click()
    wait_until(watched, f"document.documentElement.lang === '{other}'")
    assert watched.url == f"{server.address}{other}/method-guide/tea/"
    assert (failed, forbidden) == ([], [])


DEEP = [("a/b/c/", "sv"), ("da/x", "da"), ("da/x/y/z/", "da"), ("en/x/y.html", "en")]


def _lost(page, address, language):
    """Open an address where nothing is; see that the page there is whole and leads home."""
    broken = []
    page.on("response", lambda answer: broken.append(answer.url) if answer.status > 399 else None)
    answer = page.goto(address)
    assert answer.status == 404
    assert broken == [address]
    colours = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert colours
    assert min(colours) > 0
    heading = {
        "sv": "Sidan finns inte",
        "da": "Siden findes ikke",
        "en": "This page does not exist",
    }
    assert page.locator("h1").inner_text() == heading[language]
    home = page.locator("main a, article a").filter(
        has_text=re.compile("startsid|forsid|home page")
    )
    home.first.click()
    wait_until(page, f"document.documentElement.lang === '{language}'")
    assert page.url.endswith(f"/slingan/{_prefix(language)}")
    assert page.evaluate("window.violations") == []


@pytest.mark.parametrize(("path", "language"), DEEP)
def test_what_does_not_exist_is_told_at_any_depth(server, watched, path, language):
    """By nginx, in the language of the address, with styles and scripts."""
    _lost(watched, server.address + path, language)
    assert watched.evaluate("document.documentElement.lang") == language


@pytest.mark.parametrize(("path", "language"), DEEP)
def test_one_page_for_all_is_enough(simple_host, watched, path, language):
    """Where a host has one 404 page, a script chooses the language by the address below the folder."""
    _lost(watched, simple_host + path, language)
