"""Brings a page into the states that readers bring it into: opened, searched, filled in, easy to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Error, Page

from audit.site import PLAIN, language_of
from press.content.accessibility import Mode

# What opens something at the top of a page. The search has a state of its own.
_OPENERS = (
    "body > header :is(button[aria-expanded=false], [aria-haspopup]:not([data-search-open]),"
    " details:not([open]) > summary):visible"
)
_SEARCH = "[data-search-open]:visible"
_HITS = "dialog[open] [data-search-hits] > li"
_ASKED = {"sv": "dialog", "da": "dialog", "en": "dialogue"}
_EASY = "[data-read-easy]"
_FILLABLE = (
    "main :is(details, input[type=checkbox], input[type=radio], input[type=date], [data-see],"
    " [data-term], [data-example])"
)
_SECONDS = 10

_IS_OPEN = """(opener) => opener.getAttribute("aria-expanded") === "true"
    || opener.parentElement.open === true || Boolean(document.querySelector("dialog[open]"))"""
_FILL = """(selector) => {
  for (const one of document.querySelectorAll(selector)) {
    if (one.matches("details")) one.open = true;
    else if (one.matches("button, [data-term]")) one.click();
    else if (["checkbox", "radio"].includes(one.type)) {
      if (!one.checked && !one.disabled) one.click();
    }
    else {
      one.value = "2027-02-01";
      for (const name of ["input", "change"]) one.dispatchEvent(new Event(name, {bubbles: true}));
    }
  }
}"""


class Unreached(Exception):
    """A state that every page has, or that this page offers, could not be reached."""


def states(
    page: Page, address: str, place: str, narrow: bool
) -> Iterator[tuple[Mode | None, Callable[[], None]]]:
    """Yield each state that a page has, with a function that brings the open page into it.

    None is the page as it comes. The function raises Unreached.
    """
    yield None, lambda: _open(page, address)
    openers = page.locator(_OPENERS).count()
    # A narrow page that opens nothing has lost its menu, or this its way to find it.
    plain = place.startswith(tuple(PLAIN))
    for n in range(max(openers, 1 if narrow and not plain else 0)):
        yield "opened", lambda n=n: _open_header(page, address, n)
    if not plain:
        yield "search", lambda: _search(page, address, _ASKED[language_of(place)])
    if page.locator(_FILLABLE).count():
        yield "filled", lambda: _fill(page, address)
    if page.locator(_EASY).count():
        yield "easy", lambda: _read_easy(page, address)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => null)")


def _open_header(page: Page, address: str, n: int) -> None:
    _open(page, address)
    openers = page.locator(_OPENERS).element_handles()
    if n >= len(openers):
        raise Unreached("nothing in the page's header opens a menu")
    openers[n].click()
    page.wait_for_timeout(150)
    if not openers[n].evaluate(_IS_OPEN):
        name = openers[n].evaluate("(opener) => opener.outerHTML.slice(0, 100)")
        raise Unreached(f"nothing opens: {name}")


def _search(page: Page, address: str, asked: str) -> None:
    _open(page, address)
    opener = page.locator(_SEARCH)
    if not opener.count():
        raise Unreached("no button opens the search")
    opener.first.click()
    try:
        page.keyboard.type(asked)
        page.locator(_HITS).first.wait_for(timeout=_SECONDS * 1000)
    except Error as error:
        raise Unreached(f"no hits for `{asked}`: {error.message.splitlines()[0]}") from error


def _fill(page: Page, address: str) -> None:
    _open(page, address)
    page.evaluate(_FILL, _FILLABLE)
    page.wait_for_timeout(100)


def _read_easy(page: Page, address: str) -> None:
    _open(page, address)
    before = page.locator("main").inner_text()
    _open(page, f"{address}?read=easy")
    page.wait_for_timeout(150)
    if page.locator("main").inner_text() == before:
        raise Unreached("`?read=easy` shows the same text")
