"""The switch to the easy-read version of a chapter."""

import pytest
from looks import LOOKS

from audit.axe import broken
from waiting import wait_until

TEA = "method-guide/tea/"
EASY, FULL = "Ska du till en träff?", "Te passar till samtal."


def shown(page):
    """Return which of the two texts can be seen."""
    return {
        name for name in ("easy", "full") if page.locator(f".reading-{name} > p").first.is_visible()
    }


def switch(page):
    return page.locator("[data-read-easy]")


def test_a_chapter_opens_with_its_own_text(page, easy_address):
    """Easy is a choice; who has chosen nothing finds the text as it always was, and nothing is kept."""
    page.goto(easy_address + TEA)
    assert shown(page) == {"full"}
    assert switch(page).get_attribute("aria-pressed") == "false"
    assert page.locator("h1").inner_text() == "Te på träffen"
    assert page.evaluate("localStorage.length") == 0


def test_the_switch_shows_the_easy_text_with_its_title(page, easy_address):
    """Heading and introduction change too; printables and what the chapter rests on stay."""
    page.goto(easy_address + TEA)
    switch(page).click()
    assert shown(page) == {"easy"}
    assert switch(page).get_attribute("aria-pressed") == "true"
    assert page.locator("h1").inner_text() == "Te på lättläst"
    assert page.locator(".lead").inner_text() == "Du kan dricka te på träffen."
    assert page.locator("#tea-list").is_visible()
    assert page.locator("#tea-leaflet").is_visible()
    assert page.locator(".chapter-foot").is_visible()
    assert not page.locator(".easy-head").is_visible()
    assert page.get_by_role("heading", name="Att skriva ut").is_visible()


def test_printables_come_below_the_easy_text(page, easy_address):
    """On the page and in the order in which a screen reader meets them."""
    page.goto(easy_address + TEA + "?read=easy")
    wait_until(page, "'readingReady' in document.documentElement.dataset")
    order = page.evaluate(
        "[...document.querySelectorAll('.reading-easy, .reading-full, #tea-list')]"
        ".map((one) => one.id || one.className)"
    )
    assert order == ["reading reading-easy", "reading reading-full", "tea-list"]
    switch(page).click()
    assert shown(page) == {"full"}
    assert not page.get_by_role("heading", name="Att skriva ut").is_visible()


def test_it_is_said_which_version_is_shown_and_focus_stays(page, easy_address):
    """WCAG 4.1.3: politely, by keyboard alone."""
    page.goto(easy_address + "da/" + TEA)
    switch(page).focus()
    page.keyboard.press("Enter")
    status = page.locator("[data-reading-status]")
    assert status.inner_text() == "Nu vises den letlæste tekst."
    page.keyboard.press("Space")
    assert status.inner_text() == "Nu vises den almindelige tekst."
    assert page.evaluate("document.activeElement.matches('[data-read-easy]')")
    assert status.get_attribute("role") == "status"


def test_the_choice_lasts(page, easy_address):
    """On other pages, after loading anew, in other languages; until it is taken back."""
    page.goto(easy_address + TEA)
    switch(page).click()
    page.reload()
    assert shown(page) == {"easy"}
    page.goto(easy_address + "en/" + TEA)
    assert shown(page) == {"easy"}
    assert page.locator("h1").inner_text() == "Tea in easy words"
    switch(page).click()
    page.goto(easy_address + TEA)
    assert shown(page) == {"full"}
    assert page.evaluate("localStorage.length") == 0


def test_the_address_can_ask_for_a_version(page, easy_address):
    """For this page only: a link somebody sent is no choice of the reader's."""
    page.goto(easy_address + TEA + "?read=easy")
    assert shown(page) == {"easy"}
    assert page.evaluate("localStorage.length") == 0
    page.goto(easy_address + TEA)
    assert shown(page) == {"full"}
    switch(page).click()
    page.goto(easy_address + TEA + "?read=full")
    assert shown(page) == {"full"}


def test_a_choice_outweighs_what_the_address_asked_for(page, easy_address):
    """Else loading the page anew would undo it."""
    page.goto(easy_address + TEA + "?read=easy")
    switch(page).click()
    assert page.url == easy_address + TEA
    page.reload()
    assert shown(page) == {"full"}


@pytest.mark.parametrize("kept", ['"hard"', "{", "1", "null", '{"a": 1}'])
def test_what_cannot_be_read_counts_as_no_choice(page, easy_address, kept):
    """Whatever stands in the browser's store."""
    page.goto(easy_address)
    page.evaluate("kept => localStorage.setItem('slingan:reading', kept)", kept)
    page.goto(easy_address + TEA + "?read=what")
    assert shown(page) == {"full"}


def test_it_works_where_nothing_can_be_remembered(page, easy_address):
    """The switch then lasts as long as the page."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    page.goto(easy_address + TEA)
    switch(page).click()
    assert shown(page) == {"easy"}


def test_the_version_is_chosen_before_anything_is_drawn(page, easy_address):
    """No reader sees the other version first: the mark is there when the body begins."""
    page.add_init_script(
        "new MutationObserver(() => { if (document.body && !window.first)"
        " window.first = document.documentElement.dataset.reading; })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.goto(easy_address + TEA + "?read=easy")
    assert page.evaluate("window.first") == "easy"


def test_from_disk_too(browser, easy_site):
    """A copy of the site on a memory stick."""
    page = browser.new_page()
    page.goto(f"file://{easy_site}/{TEA}index.html?read=easy")
    assert shown(page) == {"easy"}
    switch(page).click()
    assert shown(page) == {"full"}
    page.close()


def test_a_link_to_a_place_in_the_whole_text_shows_that(page, easy_address):
    """Such as a hit of the search; what the reader has chosen is kept."""
    page.goto(easy_address + TEA)
    switch(page).click()
    page.goto("about:blank")
    page.goto(easy_address + TEA + "#sa-gor-du")
    assert shown(page) == {"full"}
    assert page.evaluate("localStorage.getItem('slingan:reading')") == '"easy"'
    page.goto("about:blank")
    page.goto(easy_address + TEA + "#tea-list")
    assert shown(page) == {"easy"}


def test_without_script_both_are_there(browser, easy_address):
    """The easy one below the whole text, under a heading of its own, and no button that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(easy_address + TEA)
    assert shown(page) == {"easy", "full"}
    assert page.get_by_role("heading", name="Lättläst: Te på lättläst").is_visible()
    assert page.locator("h1").inner_text() == "Te på träffen"
    full, easy = (page.locator(f".reading-{name}").bounding_box() for name in ("full", "easy"))
    assert full["y"] < easy["y"]
    assert not page.locator("[data-reading-tools]").is_visible()
    ids = [one.get_attribute("id") for one in page.locator("[id]").all()]
    assert len(ids) == len(set(ids))
    context.close()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_either_version(browser, easy_address, width, scheme):
    """Both versions, and the page that lists what is easy to read."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for path in (f"{TEA}?read=easy", f"{TEA}?read=full", "easy-read/"):
        page.goto(easy_address + path)
        found += [f"{path} {rule} {node['target']}" for rule, node in broken(page)]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert found == []


def test_easy_text_has_short_lines(page, easy_address):
    """At most 55 characters to a line, no hyphens, even on the left only."""
    page.goto(easy_address + TEA + "?read=easy")
    line = page.locator(".reading-easy p:visible").first
    line.evaluate("one => { one.textContent = 'Vi ses och dricker te ihop nu. '.repeat(20); }")
    longest = line.evaluate(
        "one => { const range = document.createRange(), node = one.firstChild; let top = null,"
        " start = 0, most = 0; for (let n = 0; n < node.length; n++) { range.setStart(node, n);"
        " range.setEnd(node, n + 1); const now = range.getBoundingClientRect().top;"
        " if (top !== null && Math.abs(now - top) > 5) { most = Math.max(most, n - start); start = n; }"
        " top = now; } return most; }"
    )
    assert 40 <= longest <= 58  # the blank at the end of a line is not seen
    style = "one => [getComputedStyle(one).hyphens, getComputedStyle(one).textAlign]"
    assert line.evaluate(style)[0] == "none"
    assert line.evaluate(style)[1] in ("left", "start")


@pytest.mark.parametrize(
    ("prefix", "title"),
    [("", "Te på lättläst"), ("da/", "Te på letlæst"), ("en/", "Tea in easy words")],
)
def test_the_page_on_easy_reading_leads_to_easy_versions(page, easy_address, prefix, title):
    """Straight to the easy version, whatever was chosen."""
    page.goto(f"{easy_address}{prefix}easy-read/")
    page.locator("article").get_by_role("link", name=title).click()
    page.wait_for_url("**/?read=easy")
    assert page.locator("h1").inner_text() == title


def test_what_is_kept_can_be_seen_and_taken_away(page, easy_address):
    """On the page on what the browser remembers."""
    page.goto(easy_address + TEA)
    switch(page).click()
    page.evaluate("localStorage.setItem('slingan:speed', '\"slower\"')")
    page.goto(easy_address + "privacy/")
    assert page.locator("[data-kept] span").all_inner_texts() == [
        "Att du har valt lättläst text",
        "Att texten läses upp långsammare",
    ]
    page.locator("[data-kept] button").first.click()
    page.goto(easy_address + TEA)
    assert shown(page) == {"full"}
