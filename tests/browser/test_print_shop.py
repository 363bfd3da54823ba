"""The print shop in the browser: narrowed down by keyboard, kept in the address, whole without script."""

import io
import zipfile
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html

from waiting import wait_until

SHOPS = {"sv": "print-shop/", "da": "da/print-shop/", "en": "en/print-shop/"}
SHELF = ".shelf > li"


def _visible(page):
    return [item for item in page.locator(SHELF).all() if item.is_visible()]


@pytest.mark.parametrize("language", SHOPS)
def test_every_printable_is_there_with_its_facts(page, address, language):
    """Picture, what it is for, who uses it, paper, how to print it, its files, its chapter."""
    page.goto(address + SHOPS[language])
    items = page.locator(SHELF).all()
    assert len(items) >= 18
    for item in items:
        assert item.locator("h2").inner_text()
        assert item.locator("dl.facts dd").count() == 5
        assert all(item.locator("dl.facts dd").all_inner_texts())
        assert item.locator("img").get_attribute("alt") == ""  # the heading says it
        assert item.locator(".copies a").count() >= 1
        assert item.locator(".to-chapter a").count() == 1


def test_the_shop_is_narrowed_down_by_keyboard_without_reloading(page, address):
    """Tab to a choice, an arrow key, and the rest is gone; how many are left is announced."""
    page.goto(address + SHOPS["sv"])
    every = len(_visible(page))
    page.evaluate("window.stays = true")
    page.locator("#filter-paper").focus()
    page.locator("#filter-paper").select_option("A3")
    wait_until(page, f"document.querySelectorAll('.shelf > li:not([hidden])').length < {every}")
    left = _visible(page)
    assert 0 < len(left) < every
    assert {item.get_attribute("data-paper") for item in left} == {"A3"}
    assert page.locator("[data-shown]").inner_text() == f"{len(left)} av {every} trycksaker visas"
    assert page.locator("[data-shown]").get_attribute("role") == "status"
    assert page.evaluate("window.stays")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "reset"
    page.keyboard.press("Enter")
    wait_until(page, f"document.querySelectorAll('.shelf > li:not([hidden])').length == {every}")


def test_a_choice_can_be_sent_to_a_colleague(page, address):
    """It stands in the address, and whoever opens the address sees the same."""
    page.goto(address + SHOPS["en"])
    page.locator("#filter-reader").select_option("service-user")
    page.wait_for_url("**?reader=service-user")
    shown = [item.locator("h2").inner_text() for item in _visible(page)]
    page.goto(address + SHOPS["en"] + "?reader=service-user&paper=nonsense")
    wait_until(page, "document.querySelector('[data-filter]').hidden === false")
    assert [item.locator("h2").inner_text() for item in _visible(page)] == shown
    assert 0 < len(shown) < page.locator(SHELF).count()


def test_choices_that_nothing_fits_say_so(page, address):
    """An empty page would look like a mistake."""
    page.goto(address + SHOPS["da"])
    page.locator("#filter-reader").select_option("service-user")
    page.locator("#filter-stage").select_option("after")
    page.locator("#filter-paper").select_option("A3")
    wait_until(page, "document.querySelectorAll('.shelf > li:not([hidden])').length === 0")
    assert page.locator("[data-shown]").inner_text()


def test_without_script_everything_is_shown(browser, address):
    """The form stays away, the printables stay."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SHOPS["sv"])
    assert not page.locator("[data-filter]").is_visible()
    assert len(_visible(page)) == page.locator(SHELF).count() > 0
    context.close()


@pytest.mark.parametrize("language", SHOPS)
def test_everything_for_a_start_comes_in_one_file(page, address, site, language):
    """Every file of the shop is in the ZIP, in folders by when it is needed, with a list in words."""
    page.goto(address + SHOPS[language])
    href = page.locator(".zip a").get_attribute("href")
    data = page.request.get(page.evaluate("href => new URL(href, location).href", href)).body()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        contents = packed.read(names[0]).decode()
    on_page = {
        link.get_attribute("href").rsplit("/", 1)[1] for link in page.locator(".copies a").all()
    }
    assert {name.rsplit("/", 1)[1] for name in names[1:]} == on_page
    folders = [name.split("/")[0] for name in names[1:]]
    assert folders == sorted(folders)
    assert all(folder[0].isdigit() and folder.isascii() for folder in folders)
    assert all(name in contents for name in names[1:])
    assert all(title in contents for title in page.locator(f"{SHELF} h2").all_inner_texts())


def test_every_printable_also_sits_on_its_chapter(site):
    """The shop leads to the chapter, and the chapter has the same files."""
    shop = f"/{SHOPS['en']}"
    items = _tree(site, shop).xpath("//*[@data-shelf or contains(@class, 'shelf')]/li")
    assert len(items) > 100
    for item in items:
        name = item.find(".//h2").get("id")
        chapter, place = urldefrag(
            urljoin(shop, item.find_class("to-chapter")[0].find("a").get("href"))
        )
        assert place == name
        (section,) = _tree(site, chapter).xpath(f"//section[@id='{name}']")
        assert "printable" in section.classes
        assert _copies(section, chapter) == _copies(item, shop), name


def _tree(site, address):
    return html.parse(str(site / address.lstrip("/") / "index.html")).getroot()


def _copies(item, address):
    """Return where the copies lie that an item on a page offers."""
    return [
        urljoin(address, link.get("href"))
        for link in item.xpath(".//*[contains(@class, 'copies')]//a")
    ]


def test_the_print_shop_prints_as_a_list(page, address):
    """On paper the form is of no use."""
    page.goto(address + SHOPS["sv"])
    page.emulate_media(media="print")
    assert not page.locator("[data-filter]").is_visible()
    assert page.locator(f"{SHELF} h2").first.is_visible()
