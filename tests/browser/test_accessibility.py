"""Accessibility in the browser: rules by machine, and the way by keyboard."""

import pytest
from looks import LOOKS

from audit.axe import broken

PAGES = [
    "", "da/", "en/",
    "starter-pack/readiness-and-stall-risks/",
    "da/relational-welfare/network-mapping-in-three-steps/",
    "en/starter-pack/information-leaflet/",
    "da/starter-pack/book-the-meetings/",
    "print-shop/", "da/print-shop/", "en/method-guide/relay-questions/",
    "method-guide/roles-in-a-loop/", "en/case-stories/greve-young-people-shape-a-home/",
    "tools/citizens-map/", "da/relational-welfare/knowledge-portal/",
    "glossary/", "sources/", "404.html", "da/404.html",
    "accessibility/", "da/accessibility/", "en/privacy/",
    "courses/path-new-staff/", "da/courses/path-service-user/", "en/courses/path-course-leader/",
]  # fmt: skip


@pytest.mark.parametrize(("look", "paths"), [(LOOKS[0], PAGES[::2]), (LOOKS[1], PAGES[1::2])])
def test_axe_finds_nothing(browser, address, look, paths):
    """WCAG 2.0-2.2 A and AA and axe's best practice, each page in one of two looks."""
    width, scheme = look
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for path in paths:
        page.goto(address + path)
        for rule, node in broken(page):
            found.append(f"{path} {rule} {node['target']} {node['failureSummary']}")
    context.close()
    assert found == []


@pytest.mark.parametrize("path", ["", "method-guide/what-is-dmo/", "glossary/", "404.html"])
def test_the_first_tab_skips_to_the_text(page, address, path):
    """WCAG 2.4.1: on every kind of page, and to the heading, not past it."""
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert page.locator("#content h1").count() == 1


def test_every_stop_of_the_keyboard_is_seen(browser, address):
    """At 320 px nothing off-screen or hidden takes focus, and each stop shows an outline."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "starter-pack/readiness-and-stall-risks/")
    hidden = []
    for _ in range(25):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        stop = page.evaluate(
            "(() => { const e = document.activeElement; const r = e.getBoundingClientRect();"
            " const s = getComputedStyle(e);"
            " return {on: r.width > 0 && r.right > 0 && r.left < innerWidth"
            " && s.visibility === 'visible',"
            " ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none',"
            " what: e.outerHTML.slice(0, 120)}; })()"
        )
        if not (stop["on"] and stop["ring"]):
            hidden.append(stop)
    context.close()
    assert hidden == []


@pytest.mark.parametrize("width", [320, 900])
def test_the_menu_opens_and_closes_by_keyboard(browser, address, width):
    """A real button with a name and a state; Escape closes and gives focus back."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + "da/")
    menu, button = page.locator("#menu"), page.get_by_role("button", name="Menu", exact=True)
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.matches('.menu a[aria-current]')")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.menu a')")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-menu-open')")
    context.close()


def test_on_a_desk_the_home_page_shows_its_menu(page, address):
    """There is room for it in a row; no button stands there that would do nothing."""
    page.goto(address + "da/")
    assert page.locator("#menu").is_visible()
    assert not page.locator("[data-menu-open]").is_visible()


def test_on_a_desk_the_menu_of_a_chapter_is_open(page, address):
    """The part that the page lies in is unfolded; the others are one link each."""
    page.goto(address + "en/method-guide/relay-questions/")
    assert not page.locator("[data-menu-open]").is_visible()
    assert page.locator("#menu a[aria-current=page]").inner_text() == "Relay questions"
    parts = page.locator("#menu .menu-part")
    assert parts.count() == 6
    assert [part.locator("ul a").count() > 0 for part in parts.all()] == [True] + [False] * 5


def test_without_script_the_menu_is_there_and_no_dead_button(browser, address):
    """What needs a script is not shown without one."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address + "method-guide/relay-questions/")
    assert page.locator("#menu").is_visible()
    assert page.locator("button:visible").count() == 0
    context.close()


def test_the_way_here_is_told_and_leads_back(page, address):
    """Breadcrumbs and the way onward, each a landmark with a name."""
    page.goto(address + "da/method-guide/relay-questions/")
    crumbs = page.get_by_role("navigation", name="Du er her")
    assert crumbs.get_by_role("link").all_inner_texts() == ["Forside", "Sådan foregår det"]
    onward = page.get_by_role("navigation", name="Forrige og næste side")
    assert onward.get_by_role("link").count() == 2
    onward.locator("[rel=next]").click()
    page.wait_for_url(address + "da/method-guide/before-the-decision/")


def test_single_letters_do_nothing(page, address):
    """WCAG 2.1.4: no shortcut of one key, which voice control triggers by accident."""
    page.goto(address + "method-guide/relay-questions/")
    for key in ("n", "p", ".", ",", "s", "f", "/"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == address + "method-guide/relay-questions/"
    assert not page.locator("dialog[open]").count()


def test_dark_and_light_are_switched_by_keyboard(page, address):
    """A real button that says what it does; focus stays where the reader was, the choice stays too."""
    page.goto(address)
    page.get_by_role("button", name="Byt till mörkt läge").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Byt till ljust läge").wait_for()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate("document.activeElement.ariaLabel") == "Byt till ljust läge"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.goto(address + "da/")
    assert page.get_by_role("button", name="Skift til lys visning").count() == 1
