"""The ZIP of the real site, unpacked and opened by a browser from disk: no server, no network."""

import json
import posixpath
import re
import zipfile
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from press.offline import FOLDER, START, make_offline
from press.project import LANGUAGES, Project
from press.web.offline import unfit_names
from small_site import ROOT
from waiting import wait_until

FORMS = {"a": "href", "link": "href", "img": "src", "script": "src"}


@pytest.fixture(scope="session")
def copy(site, tmp_path_factory):
    """The folder that the ZIP was unpacked into; its path has a space and a letter outside ASCII."""
    folder = tmp_path_factory.mktemp("stick") / "min kopia på USB"
    with zipfile.ZipFile(make_offline(Project(ROOT)).path) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def pages(copy):
    """Every page of the copy as a tree, by its name."""
    found = copy.rglob("*.html")
    return {p.relative_to(copy).as_posix(): html.parse(str(p)).getroot() for p in found}


@pytest.fixture
def opened(browser):
    """A new page; fails the test for anything said in the console and anything asked but files."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(f"{said.type}: {said.text}"))
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("file:", "data:"))
            else wrong.append(f"request to {asked.url}")
        ),
    )
    yield page
    context.close()
    assert wrong == []


def leads_to(name, address):
    """Return (file, place) that an address on a page leads to; None for an address elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    return (path if parts.path else name), unquote(parts.fragment)


def links(name, page):
    """Return what the links, pictures and scripts of a page lead to in the copy."""
    found = [
        leads_to(name, one.get(FORMS[one.tag]))
        for one in page.iter(*FORMS)
        if one.get(FORMS[one.tag]) is not None
    ]
    return [one for one in found if one]


def open_at(page, copy, name, more=""):
    """Open a file of the copy."""
    page.goto((copy / name).as_uri() + more)


def test_every_link_from_the_start_page_on_leads_to_a_file_and_a_place_in_it(copy, pages):
    """Walked as a reader would; every page of the copy can be reached."""
    ids = {
        name: {one.get("id") for one in page.iter() if one.get("id")}
        for name, page in pages.items()
    }
    seen, ahead = set(), [START]
    while ahead:
        name = ahead.pop()
        if name in seen:
            continue
        seen.add(name)
        for file, place in links(name, pages[name]):
            assert (copy / file).is_file(), (name, file)
            assert not place or place in ids[file], (name, file, place)
            if file.endswith(".html"):
                ahead.append(file)
    # Pages that paper leads to, and those that send a reader on, need no link.
    on = {name for name, page in pages.items() if page.xpath("//link[@data-way]")}
    by_paper = on | {name for name in pages if name.startswith(f"{FOLDER}/p/")}
    assert seen | by_paper == set(pages)
    assert len(seen) > 60


def test_every_printable_can_be_reached(copy, pages):
    """PDFs, Word files and ZIPs: all that are there are linked to, and are what their names say."""
    linked = {file for name, page in pages.items() for file, _ in links(name, page)}
    there = {
        path.relative_to(copy).as_posix()
        for path in copy.rglob("*.*")
        if path.suffix in (".pdf", ".docx", ".zip")
    }
    assert there <= linked
    for name in there:
        begins = b"%PDF" if name.endswith(".pdf") else b"PK"
        assert (copy / name).read_bytes()[:4].startswith(begins), name
    assert {name.rpartition(".")[2] for name in there} == {"pdf", "docx", "zip"}


def test_everything_that_search_can_show_is_there(copy):
    """Each address in the index, with the name of the page added as search.js does from disk."""
    count = 0
    for file in (copy / FOLDER / "search").rglob("t*.js"):
        data = re.fullmatch(
            r'slinganIndex\("\w+",(.*)\)\s*', file.read_text(encoding="utf-8"), re.S
        )
        for url, *_ in json.loads(data[1]):
            path = urlsplit(url).path
            target = f"{path}index.html" if not path or path.endswith("/") else path
            assert (copy / FOLDER / target).is_file(), url
            count += 1
    assert count > 100


def test_the_names_fit_every_computer_and_nothing_is_there_in_vain(copy):
    """Short, plain names; only what opens from a folder."""
    names = [path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()]
    assert unfit_names(names) == {}
    assert {path.name for path in copy.iterdir()} == {START, "README.txt", FOLDER}
    ends = {name.rpartition(".")[2] for name in names}
    assert ends == {"html", "txt", "css", "js", "svg", "png", "webp", "pdf", "docx", "zip"}


def fonts_shown(page, selector):
    """Return the typefaces that an element is drawn in, as the browser tells."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in found}


def test_the_start_page_leads_on_and_pages_stay_in_their_language(opened, copy):
    """A click on each language; on a chapter the other language, the part and the home page."""
    for code in LANGUAGES:
        open_at(opened, copy, START)
        opened.click(f'a[hreflang="{code}"]')
        wait_until(opened, f'document.documentElement.lang === "{code}"')
        opened.locator("h1").wait_for()
    open_at(opened, copy, f"{FOLDER}/method-guide/choosing-the-theme/index.html")
    opened.click('.languages a[hreflang="da"]')
    assert opened.url.endswith("/slingan/da/method-guide/choosing-the-theme/index.html")
    opened.click(".crumbs li:nth-child(2) a")
    assert opened.url.endswith("/slingan/da/method-guide/index.html")
    opened.click("a.brand")
    assert opened.url.endswith("/slingan/da/index.html")


@pytest.mark.parametrize("name", [START, f"{FOLDER}/en/method-guide/choosing-the-theme/index.html"])
def test_the_typeface_is_shown(opened, copy, name):
    """Not only loaded: the browser says which it draws with, for text and for what is bold."""
    open_at(opened, copy, name)
    for selector in ("main p", "h1"):
        ((family, own),) = fonts_shown(opened, selector)
        assert own
        assert family.startswith("Atkinson Hyperlegible")


@pytest.mark.parametrize(
    ("home", "question"), [("", "checklista"), ("da/", "tjekliste"), ("en/", "checklist")]
)
def test_search_finds_and_its_hits_open(opened, copy, home, question):
    """In each language, also those in the middle of a page."""
    open_at(opened, copy, f"{FOLDER}/{home}index.html")
    opened.click("[data-search-open]")
    opened.fill("[data-search-field]", question)
    wait_until(
        opened, f"document.querySelector('[data-search-status]').dataset.for === '{question}'"
    )
    hits = opened.locator("[data-search-hits] a")
    addresses = hits.evaluate_all("all => all.map((one) => one.href)")
    assert len(addresses) > 2
    for address in addresses:
        parts = urlsplit(address)
        assert parts.scheme == "file"
        assert parts.path.endswith("index.html")
    at = next(n for n, address in enumerate(addresses) if "#" in address)
    hits.nth(at).click()
    wait_until(opened, "document.querySelector(':target')")
    assert opened.url == addresses[at]


def test_ticks_and_choices_are_kept(opened, copy):
    """A tick, dark mode and easy-read text stay when one goes on to other pages."""
    chapter = f"{FOLDER}/en/starter-pack/book-the-meetings/index.html"
    open_at(opened, copy, chapter)
    opened.locator("[data-item]").first.check()
    before = opened.evaluate("document.documentElement.dataset.scheme")
    opened.click("[data-scheme-switch]")
    chosen = opened.evaluate("document.documentElement.dataset.scheme")
    assert chosen != before
    open_at(opened, copy, f"{FOLDER}/en/privacy/index.html")
    assert opened.evaluate("document.documentElement.dataset.scheme") == chosen
    assert opened.locator("[data-kept] li").count() == 2
    assert "USB stick" in opened.locator("[data-offline]").inner_text()
    open_at(opened, copy, chapter)
    assert opened.locator("[data-item]").first.is_checked()
    open_at(opened, copy, f"{FOLDER}/en/method-guide/loop-step-by-step/index.html", "?read=easy")
    assert opened.evaluate("document.documentElement.dataset.reading") == "easy"
    opened.click("[data-read-easy]")
    opened.click("[data-read-easy]")
    open_at(opened, copy, f"{FOLDER}/en/method-guide/what-is-dmo/index.html")
    assert opened.evaluate("document.documentElement.dataset.reading") == "easy"


def test_the_print_shop_narrows_down(opened, copy):
    """Its choice goes into the address of the file, which some browsers refuse; pictures show."""
    open_at(opened, copy, f"{FOLDER}/print-shop/index.html")
    every = opened.locator(".shelf > li:visible").count()
    opened.select_option("[data-filter] select", index=1)
    assert 0 < opened.locator(".shelf > li:visible").count() < every
    picture = opened.locator(".shelf > li:visible img").first
    picture.scroll_into_view_if_needed()
    wait_until(opened, "document.querySelector('.shelf > li:not([hidden]) img').naturalWidth > 0")


@pytest.mark.parametrize("name", ["loop-planner", "network-map"])
def test_a_working_tool_works(opened, copy, name):
    """From a folder no browser takes modules: its scripts are classic ones here, in the same files."""
    opened.goto((copy / FOLDER / "da/tools" / name / "index.html").as_uri())
    opened.wait_for_selector("[data-tool][data-ready]")
    opened.locator("[data-example]").click()
    assert opened.locator(".work-answer .table").count()


def test_the_site_on_the_web_does_not_speak_of_a_stick(site):
    """What is only for the copy stays hidden there."""
    text = (site / "en/privacy/index.html").read_text(encoding="utf-8")
    assert "<p data-offline hidden>" in text
