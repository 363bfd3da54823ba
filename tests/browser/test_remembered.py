"""What the browser remembers: shown in words, taken away one by one or all at once."""

import pytest

from press.project import LANGUAGES

LIST = "starter-pack/readiness-and-stall-risks/"
PAGES = {"sv": "privacy/", "da": "da/privacy/", "en": "en/privacy/"}
NOTHING = {
    "sv": "Webbläsaren minns inget från Slingan.",
    "da": "Browseren husker ikke noget fra Slingan.",
    "en": "Your browser remembers nothing from Slingan.",
}


def _lines(page):
    return page.locator("[data-kept] span").all_inner_texts()


def _remember(page, address):
    """Tick two boxes and choose dark, as a reader would."""
    page.goto(address + LIST)
    page.locator("[data-item]").nth(0).check()
    page.locator("[data-item]").nth(1).check()
    page.locator("[data-scheme-switch]").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_that_remembers_nothing_says_so(page, address, language):
    """Looking around leaves nothing behind: not even the colours that the device asked for."""
    page.goto(address)
    page.goto(address + LIST)
    page.goto(address + PAGES[language])
    assert page.locator("[data-status]").inner_text() == NOTHING[language]
    assert _lines(page) == []
    assert not page.locator("[data-forget-all]").is_visible()
    assert page.evaluate("localStorage.length") == 0


def test_what_is_remembered_is_said_in_words(page, address):
    """The checklist by its title in the page's language, with its ticks; light or dark."""
    _remember(page, address)
    title = page.locator(".checklist h3").first.inner_text()
    page.goto(address + PAGES["sv"])
    assert _lines(page) == [f"Checklistan ”{title}”, antal kryss: 2", "Att du har valt mörkt läge"]
    page.goto(address + PAGES["en"])
    ticks, dark = _lines(page)
    assert dark == "That you chose dark mode"
    assert ticks.startswith("The checklist ‘")
    assert ticks.endswith("’, ticks: 2")
    assert title not in ticks


def test_one_thing_is_deleted_by_keyboard(page, address):
    """The rest stays, what is gone is announced, and focus stays in the list."""
    _remember(page, address)
    page.goto(address + PAGES["en"])
    button = page.get_by_role("button", name="Delete: That you chose dark mode")
    button.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("status").filter(has_text="Deleted").inner_text() == (
        "Deleted: That you chose dark mode."
    )
    assert len(_lines(page)) == 1
    assert page.evaluate("document.activeElement.ariaLabel").startswith("Delete: The checklist")
    page.keyboard.press("Space")
    assert _lines(page) == []
    assert page.evaluate("document.activeElement.hasAttribute('data-status')")
    assert NOTHING["en"] in page.locator("[data-status]").inner_text()
    page.reload()
    assert page.evaluate("localStorage.length") == 0


def test_everything_is_deleted_after_a_question(page, address):
    """No keeps it; yes leaves what other sites at the same host have kept, and nothing of ours."""
    _remember(page, address)
    page.goto(address + PAGES["da"])
    page.evaluate("localStorage.setItem('another-site', '1')")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator("[data-forget-all]").press("Enter")
    assert len(_lines(page)) == 2
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-forget-all]").press("Enter")
    assert page.locator("[data-status]").inner_text() == "Alt er slettet."
    assert page.evaluate("Object.keys(localStorage)") == ["another-site"]
    page.goto(address + LIST)
    assert not page.locator("[data-item]").nth(0).is_checked()


def test_junk_is_shown_and_can_be_deleted(page, address):
    """Broken or unknown things of ours are named by their key; markup in them stays text."""
    page.goto(address + PAGES["en"])
    page.evaluate(
        "localStorage.setItem('slingan:checklist:<b>x</b>', '{');"
        "localStorage.setItem('slingan:old', '1')"
    )
    page.reload()
    assert _lines(page) == ["The checklist ‘<b>x</b>’, ticks: 0", "Something else (slingan:old)"]
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-forget-all]").click()
    assert page.evaluate("localStorage.length") == 0


def test_without_storage_or_script_the_page_still_answers(browser, address):
    """A browser that refuses to remember has nothing to show, and one without script keeps nothing."""
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() {throw new DOMException('no')}})"
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + PAGES["en"])
    page.get_by_text("Your browser does not let Slingan keep anything.").wait_for()
    context.close()
    assert errors == []
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES["en"])
    assert page.get_by_text("Without JavaScript, Slingan keeps nothing.").is_visible()
    assert not page.locator("[data-forget-all]").is_visible()
    context.close()
