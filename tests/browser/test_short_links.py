"""Short links, the field for numbers and the box to share a chapter by, as readers use them."""

import io
import subprocess
import sys

import pytest
import zxingcpp
from easysite import serve
from looks import LOOKS
from PIL import Image

from audit.axe import broken
from press.project import LANGUAGES
from press.translating import record_missing
from small_site import make_small, replace_in, write_register
from waiting import wait_until

CHAPTER = "method-guide/loop-step-by-step/"
RETIRED = """\
issued: [102]

chapters:
  - {code: 101, chapter: tea, was: [starter-pack/brew]}
  - code: 102
    was: [method-guide/milk]
    retired: {title: {sv: Mjölk, da: Mælk, en: Milk}, instead: [101]}
"""
SOURCES = "---\nid: sources\ntitle: T\nsummary: S.\n---\n[[sources]]\n\n[[outside-sources]]\n"


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory):
    """The folder of a small site with a chapter that has moved and one that is gone."""
    project = make_small(tmp_path_factory.mktemp("moved") / "small")
    write_register(project, RETIRED)
    for language in LANGUAGES:  # the page that chapters lead to
        (project.docs / language / "sources.md").write_text(SOURCES, encoding="utf-8")
    record_missing(project)
    replace_in(project.root / "mkdocs.yml", ("index.md\n", "index.md\n  - sources.md\n"))
    done = subprocess.run(
        [sys.executable, "-m", "press.cli", "build"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return project.site


@pytest.fixture(scope="module")
def moved(moved_site):
    """The address that small site is served at; ends in a slash."""
    yield from serve(moved_site)


@pytest.fixture
def reader(browser):
    """Return a function that opens a page for a reader whose browser is set like this."""
    contexts = []

    def opened(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def go(page, address, to):
    """Open an address and wait until the page that it sends on to is there."""
    page.goto(address)
    page.wait_for_url(to)


@pytest.mark.parametrize(
    ("locale", "home"),
    [
        ("sv-SE", ""), ("sv-FI", ""), ("da-DK", "da/"), ("en-US", "en/"),
        ("nb-NO", "da/"), ("nn-NO", "da/"), ("fi-FI", ""), ("de-DE", ""),
    ],
)  # fmt: skip
def test_a_number_opens_the_chapter_in_the_browsers_language(reader, address, locale, home):
    """Swedish where the browser speaks none of ours; Norwegians get Danish."""
    page = reader(locale=locale)
    if locale in ("fi-FI", "de-DE"):  # Chromium adds English by itself to what one asks for
        page.add_init_script(
            f"Object.defineProperty(navigator, 'languages', {{get: () => ['{locale}']}})"
        )
    go(page, address + "k/104/", f"{address}{home}{CHAPTER}")
    assert page.locator("h1").is_visible()


def test_the_first_of_our_languages_counts(reader, address):
    """Whoever reads German before Danish and English reads Danish here."""
    page = reader()
    page.add_init_script(
        "Object.defineProperty(navigator, 'languages', {get: () => ['de', 'da-DK', 'en']})"
    )
    go(page, address + "k/104/", f"{address}da/{CHAPTER}")


def test_the_language_that_was_chosen_is_remembered(reader, address):
    """By the menu of languages; it comes before what the browser says, and can be taken back."""
    page = reader(locale="da-DK")
    page.goto(address + CHAPTER)
    page.locator(".languages a[hreflang=en]").click()
    page.wait_for_url(f"{address}en/{CHAPTER}")
    assert page.evaluate("localStorage.getItem('slingan:language')") == '"en"'
    go(page, address + "k/101/", f"{address}en/method-guide/what-is-dmo/")
    page.goto(address + "en/privacy/")
    page.get_by_role("button", name="Delete: That you chose English").press("Enter")
    go(page, address + "k/101/", f"{address}da/method-guide/what-is-dmo/")


def test_junk_in_the_memory_does_no_harm(reader, address):
    """What is no language of ours is passed over."""
    page = reader(locale="da-DK")
    page.goto(address)
    for junk in ('"xx"', "{", '["en"]', "7"):
        page.evaluate("junk => localStorage.setItem('slingan:language', junk)", junk)
        page.goto(address + "k/104/")
        page.wait_for_url(f"{address}**/{CHAPTER}")


def test_a_browser_that_remembers_nothing_is_sent_on_too(reader, address):
    """Where storage is refused the language of the browser serves."""
    page = reader(locale="en-GB")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() {throw new DOMException('no')}})"
    )
    go(page, address + "k/104/", f"{address}en/{CHAPTER}")


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("k/104/da/", f"da/{CHAPTER}"),
        ("k/104/sv/?read=easy", f"{CHAPTER}?read=easy"),
        ("k/104/en/?read=easy#easy", f"en/{CHAPTER}?read=easy#easy"),
        ("k/104/?read=easy", f"en/{CHAPTER}?read=easy"),
    ],
)
def test_what_the_address_asks_for_goes_along(reader, address, asked, there):
    """The language of the address comes before everything; easy read and places are kept."""
    page = reader(locale="en-GB")
    go(page, address + asked, address + there)
    if "read=easy" in asked:
        assert page.evaluate("document.documentElement.dataset.reading") == "easy"


def test_back_leads_to_where_the_reader_came_from(reader, address):
    """The short link leaves no trap behind."""
    page = reader(locale="sv-SE")
    page.goto(address + "about/")
    go(page, address + "k/104/", address + CHAPTER)
    page.go_back()
    page.wait_for_url(address + "about/")


def test_without_script_one_chooses_or_is_sent_on(reader, address):
    """A number shows its three languages; a number with a language goes on by itself."""
    page = reader(java_script_enabled=False)
    page.goto(address + "k/104/")
    links = page.locator("main a")
    assert links.all_inner_texts() == [
        "Slingan steg för steg\nSvenska",
        "Dialogsløjfen trin for trin\nDansk",
        "The loop, step by step\nEnglish",
    ]
    links.nth(1).click()
    page.wait_for_url(f"{address}da/{CHAPTER}")
    go(page, address + "k/104/en/", f"{address}en/{CHAPTER}")
    page.goto(address + "k/")
    assert not page.locator("form").is_visible()
    page.get_by_role("link", name="104").click()
    page.wait_for_url(address + "k/104/")


def test_a_chapter_that_has_moved_is_found_at_its_old_address(reader, moved):
    """With the place in it."""
    page = reader(locale="sv-SE")
    go(page, moved + "da/starter-pack/brew/#kander", moved + "da/method-guide/tea/#kander")
    page = reader(java_script_enabled=False)
    go(page, moved + "starter-pack/brew/", moved + "method-guide/tea/")


def test_a_retired_chapter_tells_what_to_read_now(reader, moved):
    """In three languages, and stays until the reader chooses."""
    page = reader(locale="en-GB")
    for place in ("k/102/", "k/102/en/", "method-guide/milk/"):
        page.goto(moved + place)
        page.wait_for_timeout(300)
        assert page.url == moved + place
        assert page.locator("main h2").count() == 3
    page.goto(moved + "k/102/en/")
    assert page.locator("main h2").first.inner_text() == "The chapter ‘Milk’ no longer exists"
    page.locator("main section a").first.click()
    page.wait_for_url(moved + "en/method-guide/tea/")


def test_short_links_work_from_a_folder_on_disk(reader, moved_site, tmp_path):
    """As in the copy without a server: with script, and without."""
    from press.offline import members
    from press.project import Project
    from press.render.words import load_words

    project = Project(moved_site.parent)
    for name, content in members(moved_site, load_words(project), project).items():
        target = tmp_path / "stick" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content.read_bytes())
    root = (tmp_path / "stick" / "slingan").as_uri()
    tea = f"{root}/da/method-guide/tea/index.html"
    page = reader(locale="da-DK")
    go(page, f"{root}/k/101/index.html?read=easy", f"{tea}?read=easy")
    go(page, f"{root}/da/starter-pack/brew/index.html#x", f"{tea}#x")
    page.goto(f"{root}/k/index.html")
    page.get_by_role("textbox").fill("101")
    page.keyboard.press("Enter")
    page.wait_for_url(tea)
    go(reader(java_script_enabled=False), f"{root}/k/101/da/index.html", tea)


def test_a_number_that_was_heard_is_typed(reader, address):
    """With blanks or words round it; the label and the button work by keyboard."""
    page = reader(locale="en-GB")
    page.goto(address + "k/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "code"
    page.keyboard.type(" nr 1 0 4 ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/{CHAPTER}")


@pytest.mark.parametrize(
    ("locale", "order"),
    [("da-DK", "da sv en"), ("en-GB", "en sv da"), ("nb-NO", "da sv en"), ("sv-SE", "sv da en")],
)
def test_the_list_has_the_readers_language_first(reader, address, locale, order):
    """Of each number's titles; the others keep their order."""
    page = reader(locale=locale)
    page.goto(address + "k/")
    titles = page.locator(".codes > div").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('dd')].map(title => title.lang).join(' '))"
    )
    assert len(titles) > 30 and set(titles) == {order}


def test_a_number_that_does_not_exist_is_said(page, address):
    """In three languages, announced; the field keeps focus, and typing on takes the message away."""
    page.goto(address + "k/")
    field = page.get_by_role("textbox", name="Type the number you heard")
    status = page.get_by_role("status")
    assert status.inner_text() == ""
    for typed, told in (
        ("999", "There is no number 999. Look in the list."),
        ("hej", "There is no number hej. Look in the list."),
        ("", "Type a number first."),
    ):
        field.fill(typed)
        field.press("Enter")
        assert status.locator("[lang=en]").inner_text() == told
        assert status.locator("p").count() == 3
        assert field.get_attribute("aria-invalid") == "true"
        assert page.evaluate("document.activeElement.id") == "code"
    field.type("1")
    assert status.inner_text() == ""
    assert field.get_attribute("aria-invalid") is None
    assert page.url == address + "k/"


def open_box(page, address, path=CHAPTER):
    """Open a chapter and its box."""
    page.goto(address + path)
    page.locator(".share summary").focus()
    page.keyboard.press("Enter")
    page.locator(".share-address").first.wait_for()
    return page.locator(".share")


def test_the_box_is_closed_until_it_is_asked_for(page, address):
    """It says the number all the same, and loads no picture."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + CHAPTER)
    page.wait_for_load_state("networkidle")
    assert page.locator(".share summary").inner_text() == "Dela kapitlet: nummer 104"
    assert not page.locator(".share-address").first.is_visible()
    assert [url for url in asked if "/k/" in url] == []


@pytest.mark.parametrize("home", ["", "da/", "en/"])
def test_the_addresses_in_the_box_are_public(page, address, home):
    """Never the one in the address bar; the link to easy read stands where there is an easy text."""
    box = open_box(page, address, home + CHAPTER)
    shown = box.locator(".share-address").all_inner_texts()
    language = home.strip("/") or "sv"
    assert shown == [
        "https://slingan.example/k/104/",
        f"https://slingan.example/k/104/{language}/?read=easy",
    ]
    assert [a.get_attribute("href") for a in box.locator("a").all()] == [
        "../" * (2 + bool(home)) + rest
        for rest in ("k/", *(f"k/104/{language}/{f}" for f in ("slide.png", "qr.png", "qr.svg")))
    ]


def test_a_link_is_copied_by_keyboard_and_that_is_said(reader, address):
    """Each button has a name of its own; focus stays on it."""
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    box = open_box(page, address, "en/" + CHAPTER)
    for name, link in (
        ("Copy: Short link", "https://slingan.example/k/104/"),
        ("Copy: Short link to easy read", "https://slingan.example/k/104/en/?read=easy"),
    ):
        button = box.get_by_role("button", name=name, exact=True)
        button.press("Enter")
        box.get_by_text("The link has been copied.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == link
        assert button.evaluate("button => button === document.activeElement")


def test_where_copying_is_refused_the_link_is_marked(page, address):
    """Ready for the reader's own way of copying."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {get: () => undefined})")
    box = open_box(page, address, "da/" + CHAPTER)
    box.get_by_role("button", name="Kopiér: Kort link", exact=True).click()
    box.get_by_text("Linket er markeret.").wait_for()
    assert page.evaluate("getSelection().toString()") == "https://slingan.example/k/104/"


def test_without_script_the_box_shows_everything_but_dead_buttons(reader, address):
    """A disclosure of the browser's own, links and text."""
    page = reader(java_script_enabled=False)
    page.goto(address + CHAPTER)
    page.locator(".share summary").click()
    assert page.locator(".share-address").first.is_visible()
    assert page.locator(".share button:visible").count() == 0


@pytest.mark.parametrize(
    ("home", "width", "scheme"), [("", 1280, "light"), ("da/", 320, "dark"), ("en/", 1280, "dark")]
)
def test_the_code_on_the_page_can_be_read_by_a_camera(reader, address, scheme, home, width):
    """From pixels, in both schemes: it leads to the chapter in the page's own language."""
    page = reader(color_scheme=scheme, viewport={"width": width, "height": 900})
    box = open_box(page, address, home + CHAPTER)
    picture = box.locator("img")
    picture.scroll_into_view_if_needed()
    wait_until(page, "document.querySelector('.share img').naturalWidth > 0")
    shot = Image.open(io.BytesIO(box.screenshot())).convert("L")
    found = [code.text for code in zxingcpp.read_barcodes(shot)]
    assert found == [f"https://slingan.example/k/104/{home.strip('/') or 'sv'}/"]
    dots = Image.open(io.BytesIO(picture.screenshot())).convert("L")
    assert dots.getpixel((8, 8)) > 250
    assert picture.get_attribute("alt")


def test_the_drawn_code_can_be_read(reader, address):
    """The SVG that is downloaded for print, drawn by a browser."""
    page = reader(viewport={"width": 600, "height": 600})
    page.goto(address + "k/201/da/qr.svg")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(shot)] == [
        "https://slingan.example/k/201/da/"
    ]


def test_an_empty_field_asks_for_a_number(page, address):
    """Nobody is told that no number does not exist."""
    page.goto(address + "k/")
    page.get_by_role("textbox").press("Enter")
    said = page.locator("[data-unknown]").inner_text().split("\n")
    assert [line for line in said if line] == [
        "Skriv ett nummer först.", "Skriv et nummer først.", "Type a number first."
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(reader, address, moved, scheme, width):
    """The list with an unknown number; a number, as seen without script; a retired one; the box."""
    page = reader(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.route("**/signpost.js*", lambda route: route.abort())
    found = []

    def look(where):
        found.extend(
            f"{where} {rule} {node['target']} {node['failureSummary']}"
            for rule, node in broken(page)
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where

    page.goto(address + "k/")
    page.get_by_role("textbox").fill("999")
    page.keyboard.press("Enter")
    look("k/")
    for place in ("k/101/", "k/101/da/"):
        page.goto(address + place)
        look(place)
    page.goto(moved + "k/102/da/")
    look("retired")
    open_box(page, address, "da/" + CHAPTER).locator("[data-copy]").first.click()
    look("box")
    assert found == []


def test_nothing_is_forbidden_by_the_policy(reader, address, moved):
    """Pages that send on, the list, a retired page and the box break no rule of their own policy."""
    said = []
    page = reader(locale="en-GB")
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    go(page, address + "k/104/", f"{address}en/{CHAPTER}")
    page.goto(address + "k/")
    page.get_by_role("textbox").fill("1")
    page.keyboard.press("Enter")
    page.goto(moved + "k/102/")
    open_box(page, address).locator("[data-copy]").first.click()
    assert said == []
