"""Every page of the real site, opened in a browser."""

import re
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

import readback
from press.project import LANGUAGES


def _addresses(library):
    """Return every second page, in one of its languages; `make audit` looks at all of them."""
    entries = library.entries
    slugs = sorted({slug for _, slug in entries})[::2]
    return [entries[LANGUAGES[n % len(LANGUAGES)], slug].url for n, slug in enumerate(slugs)]


def test_pages_open_without_errors_fit_and_lead_somewhere(page, own_library, site, address):
    """Each page has its language, one heading and a title; each link and picture exists.

    On a desk and at 320 px (400 % zoom), text fits the window (WCAG 1.4.10). Every second page.
    """
    seen: dict[str, set[str]] = {}
    links: set[tuple[str, str]] = set()
    wide: list[str] = []
    for url in _addresses(own_library):
        answer = page.goto(address + url)
        assert answer.status == 200, url
        language = url[:2] if url[:3] in ("da/", "en/") else "sv"
        assert page.locator("html").get_attribute("lang") == language, url
        assert page.locator("h1").count() == 1, url
        assert page.title().strip(), url
        assert "[[" not in page.locator("main").inner_text(), url
        seen[address + url] = set(
            page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        )
        found = page.evaluate(
            "[...document.querySelectorAll('a[href], link[href], img[src], script[src]')]"
            ".map(e => e.getAttribute('href') ?? e.getAttribute('src'))"
        )
        links.update((address + url, link) for link in found)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{url} at {width}")
    lost = [f"{link} on {at}" for at, link in sorted(links) if not _leads(at, link, site, seen)]
    assert lost == []
    assert wide == []


def _leads(at, link, site, seen):
    """Return whether a link on page `at` leads to a file of the site and a place on it."""
    target, place = urldefrag(urljoin(at, link))
    parts = urlsplit(target)
    if parts.hostname == "slingan.example":
        target = urljoin(at, parts.path)
    elif parts.hostname != "127.0.0.1":
        return parts.scheme in ("https", "mailto", "tel")
    path = site / unquote(urlsplit(target).path).lstrip("/")
    file = path / "index.html" if path.is_dir() else path
    base = urljoin(at, urlsplit(target).path)
    return file.is_file() and (not place or base not in seen or unquote(place) in seen[base])


def test_each_language_leads_to_the_same_page_in_the_others(page, address):
    """The language links keep the reader's place."""
    page.goto(address + "da/method-guide/relay-questions/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(address + "en/method-guide/relay-questions/")
    page.get_by_role("link", name="Svenska").click()
    page.wait_for_url(address + "method-guide/relay-questions/")


def test_home_sends_each_reader_to_the_right_door(page, address):
    """Four: new here, I lead, I guide talks, easy to read; each in the language of the page."""
    for language in LANGUAGES:
        home = address + ("" if language == "sv" else f"{language}/")
        page.goto(home)
        doors = [door.get_attribute("href") for door in page.locator(".doors a").all()]
        assert len(doors) == 4
        for door in doors:
            page.goto(urljoin(home, door))
            assert page.locator("h1").count() == 1, page.url
            assert page.locator("html").get_attribute("lang") == language


def test_paper_and_page_agree_on_the_address(project, site):
    """Canonical address, alternates and the address on paper come from the same site_url."""
    html = (site / "da/method-guide/relay-questions/index.html").read_text(encoding="utf-8")
    base = project.site_url
    assert f'<link rel="canonical" href="{base}da/method-guide/relay-questions/">' in html
    assert f'hreflang="x-default" href="{base}method-guide/relay-questions/"' in html
    assert f'hreflang="en" href="{base}en/method-guide/relay-questions/"' in html


def test_the_404_page_speaks_all_three_languages(page, address):
    """A host that shows one 404 page for all: where no language was asked for, it names each."""
    page.goto(address + "404.html")
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.locator("[data-lost] section").evaluate_all("all => all.map(e => e.lang)") == LISTED


LISTED = list(LANGUAGES)
LOST = [
    ("da", "Siden findes ikke"),
    ("en", "This page does not exist"),
]


@pytest.mark.parametrize(("language", "title"), LOST)
def test_each_language_has_its_own_404_page(page, address, language, title):
    """Hosts that look in the folder first show it; it speaks one language and leads home in it."""
    page.goto(f"{address}{language}/404.html")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("[data-lost] section").count() == 1
    assert page.locator("h1").inner_text() == title
    assert page.title().startswith(title)
    assert page.locator("[data-lost] a").evaluate("e => e.getAttribute('href')") == f"/{language}/"


@pytest.mark.parametrize(("language", "title"), LOST)
def test_the_only_404_page_answers_in_the_language_of_the_address(
    page, site, address, language, title
):
    """The host answers every lost address with the root's page; the script sees the language."""
    answer = (site / "404.html").read_text(encoding="utf-8")
    lost = f"{address}{language}/gone/"
    page.route(lost, lambda route: route.fulfill(body=answer, content_type="text/html"))
    page.goto(lost)
    assert page.locator("[data-lost] section").evaluate_all("all => all.map(e => e.lang)") == [
        language
    ]
    assert page.locator("h1").all_inner_texts() == [title]
    assert page.title().startswith(title)


def test_links_of_a_404_page_lead_to_the_home_pages(site):
    """Not to the page that happened to be built last."""
    for name in ("404.html", "da/404.html", "en/404.html"):
        html = (site / name).read_text(encoding="utf-8")
        listed = html.partition('class="languages"')[2].partition("</nav>")[0]
        assert re.findall(r'href="([^"]+)"', listed) == ["/.", "/da/", "/en/"], name


def test_reading_copies_of_the_real_site_are_pdf_ua(site):
    """A third of all chapters and printables that readers get, in every language; only our typeface."""
    sheets = ("-print", "-tiles", "-spine")
    papers = sorted(path for path in site.rglob("*.pdf") if not path.stem.endswith(sheets))
    assert len(papers) >= 90
    broken = {str(path): readback.breaches(path) for path in papers[::3]}
    assert {path: found for path, found in broken.items() if found} == {}
    for path in papers[::3]:
        assert all(name.startswith("AtkinsonHyperlegible") for name in readback.fonts(path)), path
