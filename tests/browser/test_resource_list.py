"""The list of what is found elsewhere: narrowed down, kept in the address, whole without script."""

import pytest

from waiting import wait_until

PAGES = {
    "sv": "relational-welfare/knowledge-portal/",
    "da": "da/relational-welfare/knowledge-portal/",
    "en": "en/relational-welfare/knowledge-portal/",
}
ITEMS = ".resources .shelf > li"


def _visible(page):
    return [item for item in page.locator(ITEMS).all() if item.is_visible()]


@pytest.mark.parametrize("language", PAGES)
def test_all_are_there_and_say_where_they_are_named(page, address, language):
    """Each has a title, what kind it is, and a link to a place that exists on the page of sources."""
    page.goto(address + PAGES[language])
    found = [
        (item.locator("h3").inner_text(), item.locator("dl a").first.get_attribute("href"))
        for item in page.locator(ITEMS).all()
    ]
    assert len(found) == 14
    assert all(title for title, _ in found)
    places = {href.partition("#")[2] for _, href in found}
    page.goto(address + PAGES[language].replace("relational-welfare/knowledge-portal/", "sources/"))
    for place in places:
        assert page.locator(f"[id='{place}']").count() == 1


def test_the_list_is_narrowed_down_and_the_choice_stands_in_the_address(page, address):
    """Danish articles are three; whoever opens the address sees the same three; one press shows all."""
    page.goto(address + PAGES["en"])
    page.evaluate("window.stays = true")
    page.locator("#filter-type").select_option("article")
    page.locator("#filter-language").select_option("da")
    page.wait_for_url("**?type=article&language=da")
    assert page.evaluate("window.stays")
    assert page.locator("[data-shown]").inner_text() == "Showing 3 of 14"
    page.goto(address + PAGES["en"] + "?type=article&language=da")
    wait_until(
        page, "document.querySelectorAll('.resources .shelf > li:not([hidden])').length === 3"
    )
    page.locator(".resources button[type=reset]").press("Enter")
    wait_until(
        page, "document.querySelectorAll('.resources .shelf > li:not([hidden])').length === 14"
    )
    assert "?" not in page.url


def test_choices_that_nothing_fits_are_told(page, address):
    """No empty page without a word."""
    page.goto(address + PAGES["sv"] + "?type=book&year=2023")
    wait_until(page, "document.querySelector('[data-shown]').textContent !== ''")
    assert _visible(page) == []
    assert page.locator("[data-shown]").inner_text().startswith("Inget passar")


def test_nothing_is_a_link_before_somebody_has_looked(page, address):
    """An address without a day it was seen on is text."""
    page.goto(address + PAGES["da"])
    hrefs = [link.get_attribute("href") for link in page.locator(".resources a").all()]
    assert hrefs
    assert not [href for href in hrefs if "//" in href]
