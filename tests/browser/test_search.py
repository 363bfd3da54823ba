"""The search in a browser: loaded late, by keyboard, announced, from a folder, the same as in Python."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from press.content.body import body_of
from press.project import LANGUAGES
from press.search.ask import Asker
from press.search.words import fold, key, words
from search.conftest import is_wanted, questions
from small_site import ROOT
from waiting import wait_until

SCRIPTS = ROOT / "overrides" / "assets" / "js"
# Endings put to every word of the site, so that rules are tried that its texts do not need.
ENDINGS = {
    "sv": "a an ar arna arnas or orna en ets er erna s ade at are lig ig heten tt fullt ena ande",
    "da": "e en et er erne ernes s ede ende hed heden lig igst els",
    "en": "s es ed ing edly ly ness ful ation ational izer ative ment y ies er eed ll logist",
}


def begin(page, address):
    """Open a page and its search by keyboard."""
    page.goto(address)
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.matches('[data-search-field]')")


def ask(page, question):
    """Type a question and return what is announced."""
    page.keyboard.type(question)
    status = page.locator("[data-search-status]")
    wait_until(page, "document.querySelector('[data-search-status]').textContent")
    return status.inner_text()


def hrefs(page):
    return [a.get_attribute("href") for a in page.locator("[data-search-hits] a").all()]


def test_nothing_is_loaded_before_it_is_opened(page, address):
    """Neither the index nor the program that reads it; the button costs a small script."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url or "search-" in url]
    page.locator("[data-search-open]").click()
    wait_until(page, "window.slinganAsk")
    assert ask(page, "stafettfrågorna").endswith("träffar")
    shards = [url for url in asked if re.search(r"/search/sv/\w+/w\d+\.js", url)]
    assert len(shards) <= 3
    assert not [url for url in asked if "/search/da/" in url or "/search/en/" in url]


def test_by_keyboard_and_announced(page, address):
    """Button, field, hits, more hits, Escape: the focus is never lost."""
    begin(page, f"{address}en/")
    assert page.locator("[data-search-status]").get_attribute("role") == "status"
    assert re.fullmatch(r"\d+ results", ask(page, "relay questions"))
    assert page.evaluate("document.activeElement.matches('[data-search-field]')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-search-hits]') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.matches('[data-search-field]')")
    more = page.locator("[data-search-more]")
    before = len(hrefs(page))
    more.focus()
    page.keyboard.press("Enter")
    wait_until(page, f"document.querySelectorAll('[data-search-hits] a').length > {before}")
    assert page.evaluate("document.activeElement.closest('[data-search-hits]') !== null")
    page.keyboard.press("Escape")
    assert not page.locator("dialog[open]").count()
    assert page.evaluate("document.activeElement.matches('[data-search-open]')")


def test_what_hits_show(page, address):
    """Marked words, the kind of a printable, the page it is on; Enter in the field asks at once."""
    begin(page, f"{address}da/about/")
    page.keyboard.type("stafetkort")
    page.keyboard.press("Enter")
    first = page.locator("[data-search-hits] li").first
    first.wait_for()
    assert first.locator("a").get_attribute("href").endswith("/relay-questions/#relay-cards")
    assert first.locator(".search-kind").inner_text() == "Kort"
    assert "Stafetspørgsmål" in first.locator(".search-page").inner_text()
    assert first.locator("mark").first.inner_text() == "Stafetkort"
    first.locator("a").click()
    page.wait_for_url("**/relay-questions/#relay-cards")
    assert page.locator("#relay-cards").is_visible()


def test_a_hit_on_the_same_page_closes_the_search(page, address):
    begin(page, f"{address}en/glossary/")
    ask(page, "consent")
    page.locator("[data-search-hits] a").first.click()
    assert not page.locator("dialog[open]").count()
    assert page.url.endswith("/glossary/#consent")


@pytest.mark.parametrize(("question", "said"), [
    ("xyzzyq", "Inga träffar"), ("brukarråd", "1 träff"), ("rum xyzzyq", "Finns inte: xyzzyq"),
])  # fmt: skip
def test_what_is_said(page, address, question, said):
    begin(page, address)
    assert said in ask(page, question)


def test_what_is_typed_is_never_markup(page, address):
    begin(page, address)
    assert "Inga träffar" in ask(page, "<img src=x onerror=alert(qqqx)>")
    assert not page.locator("dialog img").count()


def test_from_a_folder(browser, site):
    """On file:// scripts load and nothing else does; hits lead to files."""
    page = browser.new_page()
    page.goto((site / "da" / "about" / "index.html").as_uri())
    page.locator("[data-search-open]").click()
    ask(page, "stafetsporgsmal")
    first = page.locator("[data-search-hits] a").first
    assert first.get_attribute("href").endswith("/da/method-guide/relay-questions/index.html")
    first.click()
    page.wait_for_url("**/relay-questions/index.html")
    assert page.locator("h1").inner_text() == "Stafetspørgsmål"
    page.close()


def test_without_script_there_is_no_button(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator("[data-search-open]").is_visible()
    context.close()


def test_a_broken_connection_is_told_and_mended(browser, address):
    page = browser.new_page()
    page.route("**/search/**", lambda route: route.abort())
    begin(page, address)
    assert "kunde inte laddas" in ask(page, "tema")
    page.unroute("**/search/**")
    page.keyboard.type("n")
    page.locator("[data-search-hits] a").first.wait_for()
    page.close()


@pytest.mark.parametrize("look", [
    {"viewport": {"width": 320, "height": 640}},
    {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    {"viewport": {"width": 900, "height": 700}, "forced_colors": "active"},
], ids=["narrow", "dark", "forced"])  # fmt: skip
def test_rules_of_accessibility_hold_with_hits(browser, address, look):
    context = browser.new_context(reduced_motion="reduce", **look)
    page = context.new_page()
    begin(page, f"{address}en/")
    ask(page, "relay questions")
    found = Axe().run(page, context="dialog").response["violations"]
    assert found == [], json.dumps(found, indent=1)[:2000]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("(d => d.scrollWidth <= d.clientWidth)(document.querySelector('dialog'))")
    context.close()


def test_not_found_page_searches(page, address):
    """The 404 page is served at any depth."""
    page.goto(f"{address}404.html")
    assert page.locator("[data-search-open]").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_get_the_same_keys_as_in_python(page, own_library, language):
    """A fifth of the vocabulary, with endings its texts may not have."""
    texts = [
        body_of(e.source).markdown
        for (code, _), e in own_library.entries.items()
        if code == language
    ]
    text = "\n".join(texts)
    stems = sorted(set(words(text, language)))[::5]
    ends = ["", *ENDINGS[language].split()]
    found = sorted({first + end for word in stems for first in (word, word[:-1]) for end in ends})
    page.add_script_tag(path=SCRIPTS / "search-words.js")
    # In one text there and back: as a list, a hundred thousand words take longer than their stems.
    code = """([all, l]) => all.split(" ").map((w) => {
      const folded = slinganWords.fold(w, l);
      return `${w} ${folded} ${slinganWords.stem(folded, l)}`;
    }).join("\\n")"""
    keys = page.evaluate(code, [" ".join(found), language]).split("\n")
    assert keys == [f"{w} {fold(w, language)} {key(w, language)}" for w in found]
    assert page.evaluate("([t, l]) => slinganWords.words(t, l)", [text, language]) == words(
        text, language
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_the_same_as_in_python(page, site, language):
    """Every question of the list, with every hit and what it counts."""
    folder = next((site / "search" / language).iterdir())
    asker = Asker({path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()})
    asked = [*questions(language), "xyzzy", "rum tavle board", "st", "constructor"]
    page.goto("about:blank")
    for script in ("search-words.js", "search-ask.js"):
        page.add_script_tag(path=SCRIPTS / script)
    page.evaluate(
        "window.files = {}; window.slinganIndex = (name, data) => { files[name] = data; }"
    )
    for text in asker.files.values():
        page.evaluate(text)
    code = """async (all) => {
      const asker = new slinganAsk.Asker(async (name) => files[name], files.head);
      const made = [];
      for (const one of all) {
        const { hits, complete, missing } = await asker.ask(one);
        made.push([hits, complete, missing]);
      }
      return made;
    }"""
    for question, (hits, complete, missing) in zip(asked, page.evaluate(code, asked), strict=True):
        own = asker.ask(question)
        assert [hit[:2] for hit in hits] == [list(place) for place, _ in own.hits], question
        assert [hit[2] for hit in hits] == pytest.approx([score for _, score in own.hits], abs=2e-6)
        assert (complete, missing) == (own.complete, own.missing), question


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sample_of_the_list_in_the_dialog(page, address, language):
    """As a reader does it; every tenth question."""
    wanted = questions(language)
    start = address if language == "sv" else f"{address}{language}/"
    begin(page, start)
    for question in [*wanted][::10]:
        page.locator("[data-search-field]").fill(question)
        page.keyboard.press("Enter")
        wait_until(page, "window.slinganAsk")
        wait_until(
            page,
            f"document.querySelector('[data-search-status]').dataset.for === {json.dumps(question)}",
        )
        assert is_wanted(hrefs(page)[0].removeprefix(address), wanted[question], language), question


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_exists_on_its_page(site, language):
    """What the index leads to is there when the page is drawn."""
    folder = next((site / "search" / language).iterdir())
    for path in sorted(folder.glob("t*.js")):
        text = path.read_text(encoding="utf-8")
        for url, *_, sections in json.loads(text[text.index(",") + 1 : text.rindex(")")]):
            html = (site / url / "index.html").read_text(encoding="utf-8")
            missing = [anchor for anchor, *_ in sections if anchor and f'id="{anchor}"' not in html]
            assert not missing, url
