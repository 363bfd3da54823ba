"""Words that are explained where they are first used: by key, finger, mouse, voice, without script."""

import gzip
import json

import pytest
from looks import LOOKS
from test_listen import FAKE, VOICES

from audit.axe import broken
from small_site import ROOT
from waiting import wait_until

PLACE = "en/method-guide/independence-rule/"  # six words, the most there may be
BOX = "method-guide/roles-in-a-loop/"
EXPLAINED = "A trained and neutral person"


def terms(page):
    return page.locator("a.term")


def shown(page):
    """Return the explanations that are shown."""
    return [text for text in page.locator(".term-note").all_inner_texts() if text]


def test_by_keyboard_it_opens_and_closes(page, address):
    """Focus alone opens nothing; Enter and space do; Escape closes; the focus stays on the word."""
    page.goto(address + PLACE)
    term = terms(page).first
    term.focus()
    assert shown(page) == []
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        assert len(shown(page)) == 1
        assert shown(page)[0].startswith("guide:\nA trained and neutral person")
        assert term.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert shown(page) == []
        assert term.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.matches('a.term')")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert shown(page) == []
    assert page.url == address + PLACE


def test_the_way_to_the_glossary_is_the_next_stop(page, address):
    """From there Escape leads back to the word, and going on closes it."""
    page.goto(address + PLACE)
    terms(page).first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Read in the glossary"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.innerText") == "guides"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "participation loop"
    assert shown(page) == []
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#guide")
    assert page.locator("#guide").inner_text().startswith("guide")


def test_a_mouse_finds_it_stays_and_sends_it_away(page, address):
    """WCAG 1.4.13: the pointer may move onto it; Escape closes it without moving; it goes when left."""
    page.goto(address + PLACE)
    term = terms(page).first
    term.hover()
    wait_until(page, "document.querySelector('.term-note strong')")
    page.locator(".term-note strong").hover()
    page.wait_for_timeout(600)
    assert len(shown(page)) == 1
    page.keyboard.press("Escape")
    assert shown(page) == []
    page.mouse.move(5, 5)
    term.hover()
    wait_until(page, "document.querySelector('.term-note strong')")
    page.mouse.move(5, 5)
    wait_until(page, "!document.querySelector('.term-note strong')")


def test_what_was_pressed_stays_until_it_is_put_away(page, address):
    """The pointer may go; another word, or a press elsewhere, ends it; a press on its text does not."""
    page.goto(address + PLACE)
    terms(page).first.click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert len(shown(page)) == 1
    page.locator(".term-note strong").click()
    assert len(shown(page)) == 1
    terms(page).nth(1).focus()
    page.keyboard.press("Enter")
    assert [text.split("\n")[0] for text in shown(page)] == ["participation loop, loop:"]
    page.locator("h1").click()
    assert shown(page) == []


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 800)])
def test_a_finger_opens_it_within_the_page(browser, address, width, height):
    """At 320 px and at 400 %, no explanation leaves the edge, and all of it can be seen at once."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    for place in (PLACE, f"da/{PLACE[3:]}", BOX, "da/starter-pack/information-leaflet/"):
        page.goto(address + place)
        for term in terms(page).all()[::2]:
            term.tap()
            box = page.locator(".term-note:not(:empty)").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            assert box["y"] >= -1 and box["y"] + box["height"] <= height + 1
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            word = term.bounding_box()
            assert word["y"] + word["height"] <= box["y"] or box["y"] + box["height"] <= word["y"]
            term.tap()
            assert shown(page) == []
    context.close()


def test_a_screen_reader_meets_a_button_and_hears_a_status(page, address):
    """The sentence has no explanation in it before somebody asks; a stop parts it from its word."""
    page.goto(address + PLACE)
    button = page.get_by_role("button", name="guides", exact=True)
    assert button.get_attribute("aria-expanded") == "false"
    sentence = page.locator("article p", has=button)
    assert sentence.inner_text().startswith("You have found two trained guides. They work")
    assert EXPLAINED not in sentence.aria_snapshot()
    button.click()
    status = sentence.get_by_role("status").first
    assert " ".join(status.inner_text().split()).startswith(
        "guide: A trained and neutral person who"
    )


def test_a_foreign_name_keeps_its_language_and_its_explanation_has_the_pages(page, address):
    """WCAG 3.1.2."""
    page.goto(address + PLACE)
    term = page.locator('a.term[data-term="dmo"]')
    assert term.locator('[lang="sv"]').inner_text() == "Delaktighetsmodellen"
    term.click()
    note = page.locator(".term-note:not(:empty)")
    assert note.evaluate("(e) => e.closest('[lang]').lang") == "en"
    assert note.locator('[lang="sv"]').all_inner_texts() == ["Delaktighetsmodellen"]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_while_it_is_open(browser, address, width, scheme):
    """In running text, and in a box of its own ground."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for path, n in ((PLACE, 0), (BOX, -1)):
        page.goto(address + path)
        terms(page).nth(n).click()
        assert len(shown(page)) == 1
        assert [node["target"] for _, node in broken(page)] == []
    context.close()


def test_it_has_an_edge_in_the_readers_own_colours(browser, address):
    """Forced colours take away ground and shadow."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + PLACE)
    terms(page).first.click()
    style = "(e) => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).borderTopWidth]"
    assert page.locator(".term-note:not(:empty)").evaluate(style) == ["solid", "1px"]
    line = terms(page).first.evaluate("(e) => getComputedStyle(e).textDecorationStyle")
    assert line == "dotted"
    context.close()


def test_without_script_it_is_a_link_to_the_glossary(browser, address):
    """Nothing else is shown: no empty list, no button that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLACE)
    assert page.get_by_role("heading", name="Words in this chapter").count() == 0
    page.get_by_role("link", name="participation loop").first.click()
    assert page.url == f"{address}en/glossary/#loop"
    context.close()


def test_print_has_a_list_instead(page, address):
    """Every marked word has its explanation there; the easy-read text has none."""
    page.goto(address + PLACE)
    listed = page.locator(".terms-here")
    assert not listed.is_visible()
    terms(page).first.click()
    page.emulate_media(media="print")
    assert listed.is_visible()
    names = terms(page).evaluate_all("(all) => all.map((one) => one.dataset.term)")
    assert sorted(names) == sorted(
        listed.locator("[data-word]").evaluate_all("(all) => all.map((one) => one.dataset.word)")
    )
    assert not page.locator(".term-note").first.is_visible()
    page.goto(f"{address}{BOX}?read=easy")
    assert not page.locator(".terms-here").is_visible()


def test_nothing_moves_and_little_is_fetched(page, address):
    """The explanation lies over the text; the script has 1.5 kB and comes only where it is used."""
    page.goto(address + PLACE)
    height = page.evaluate("document.body.scrollHeight")
    terms(page).nth(2).click()
    assert len(shown(page)) == 1
    assert page.evaluate("document.body.scrollHeight") == height
    script = (ROOT / "overrides/assets/js/terms.js").read_bytes()
    assert len(gzip.compress(script, mtime=0)) <= 1536
    for path, there in ((PLACE, 1), ("en/method-guide/what-is-dmo/", 0), ("en/glossary/", 0)):
        page.goto(address + path)
        assert page.locator("script[src*='js/terms.js']").count() == there


def test_listen_does_not_read_explanations(page, address):
    """Not even one that is open."""
    page.add_init_script(FAKE % (json.dumps(VOICES), 0))
    page.goto(address + "starter-pack/readiness-and-stall-risks/")
    terms(page).first.click()
    assert len(shown(page)) == 1
    page.locator("[data-listen]").focus()
    terms(page).first.click()
    page.evaluate("document.querySelector('[data-listen]').click()")
    wait_until(page, "window.said.length > 0")
    for _ in range(6):
        page.evaluate("window.endSentence()")
    said = [one["text"] for one in page.evaluate("window.said")]
    assert "Två vägledare är utbildade och den första slingan är inbokad." in said
    assert not any("Utbildad och neutral" in text or "ordlistan" in text for text in said)
