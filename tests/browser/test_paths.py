"""Learning paths in the browser: begun, followed, remembered, saved, opened, forgotten."""

import json
import subprocess
import sys

import pytest
from easysite import serve

from audit.axe import broken
from path_site import make_path_site

NEW, CALM = "courses/path-new/", "courses/path-calm/"
TEA, CAKE, MILK = "method-guide/tea/", "method-guide/cake/", "method-guide/milk/"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a small site with two learning paths; ends in a slash."""
    project = make_path_site(tmp_path_factory.mktemp("paths") / "site")
    command = [sys.executable, "-m", "press.cli", "build"]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    yield from serve(project.site)


def kept(page):
    """Return all that the browser remembers of the site."""
    return page.evaluate(
        "Object.fromEntries(Object.keys(localStorage).sort().map(k => [k, localStorage[k]]))"
    )


def box(page):
    """Return the box that is shown at the end of a chapter."""
    return page.locator(".path-box.shown")


def open_file(page, file):
    """Open a saved file on a path's page."""
    with page.expect_file_chooser() as chooser:
        page.locator("[data-import]").click()
    chooser.value.set_files(file)


def written(tmp_path, content):
    """Return a file with this content."""
    file = tmp_path / "path.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


def test_a_path_is_begun_followed_and_finished(page, address):
    """From its page through all steps, each leading to the next, with the count in words."""
    page.goto(address + NEW)
    assert page.locator("[data-progress]").inner_text() == "0 av 3 kapitel lästa"
    page.get_by_role("link", name="Börja: Te på träffen").click()
    page.wait_for_url(address + TEA + "?path=new")
    page.get_by_role("heading", name="Lärväg: Ny sv – steg 1 av 3").wait_for()
    for done, title in (("1 av 3 kapitel lästa", "Kaka sv"), ("2 av 3 kapitel lästa", "Mjölk sv")):
        button = box(page).get_by_role("button", name="Jag har läst det här")
        assert button.get_attribute("aria-pressed") == "false"
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert box(page).get_by_role("status").inner_text() == done
        box(page).get_by_role("link", name=title).click()
        page.get_by_role("heading", name=title, level=1).wait_for()
    box(page).locator("[data-read]").click()
    assert box(page).get_by_role("status").inner_text() == "Du har läst hela lärvägen, 3 kapitel."
    assert "sista steg" in box(page).inner_text()
    box(page).get_by_role("link", name="Se hela lärvägen").click()
    page.wait_for_url(address + NEW)
    assert page.locator("[data-step]:checked").count() == 3
    assert page.locator("[data-begin]").inner_text() == "Läs igen: Te på träffen"


def test_the_code_of_a_plan_leads_to_the_box_of_its_path(page, address):
    """What stands behind a short link arrives in the chapter: the path one is on, and easy read."""
    page.goto(f"{address}k/103/sv/?read=easy&path=calm")
    page.wait_for_url(address + TEA + "?read=easy&path=calm")
    page.get_by_role("heading", name="Lärväg: Lugn sv – steg 1 av 1").wait_for()
    page.goto(f"{address}k/103/sv/?path=new")
    page.wait_for_url(address + TEA + "?path=new")
    page.get_by_role("heading", name="Lärväg: Ny sv – steg 1 av 3").wait_for()


def test_nothing_is_said_anew_that_has_not_changed(page, address):
    """Turning to easy read tells of that alone, not how many chapters are read as well."""
    page.goto(address + TEA)
    page.evaluate(
        "() => { window.told = 0;"
        " const count = new MutationObserver(all => { window.told += all.length; });"
        " for (const one of document.querySelectorAll('[data-progress]'))"
        " count.observe(one, {childList: true, characterData: true, subtree: true}); }"
    )
    page.evaluate("document.dispatchEvent(new CustomEvent('slingan:reading'))")
    assert page.evaluate("window.told") == 0
    box(page).locator("[data-read]").click()
    assert page.evaluate("window.told") > 0


def test_looking_leaves_nothing_behind(page, address):
    """Only what a reader presses is remembered, not where she has been."""
    for path in (NEW, TEA, f"{TEA}?path=calm", CAKE, ""):
        page.goto(address + path)
    assert kept(page) == {}


def test_a_reader_goes_on_where_she_was(page, address):
    """On the path's page and the home page, in another language too."""
    page.goto(address)
    assert not page.locator(".go-on").is_visible()
    page.goto(address + TEA + "?path=new")
    box(page).locator("[data-read]").click()
    page.goto(address + NEW)
    assert page.locator("[data-begin]").inner_text() == "Fortsätt: Kaka sv"
    page.goto(address)
    link = page.get_by_role("link", name="Fortsätt med lärvägen Ny sv: steg 2 av 3, Kaka sv")
    link.click()
    page.wait_for_url(address + CAKE + "?path=new")
    page.goto(address + "da/")
    page.get_by_role("link", name="Fortsæt læringsvejen Ny da: trin 2 af 3, Kaka da").wait_for()
    days = json.loads(kept(page)["slingan:path:new"])["read"]
    assert list(days) == ["tea"]
    assert days["tea"] == page.evaluate(
        "(() => { const d = new Date(); return [d.getFullYear(),"
        " String(d.getMonth() + 1).padStart(2, '0'),"
        " String(d.getDate()).padStart(2, '0')].join('-'); })()"
    )


def test_what_was_said_to_be_read_can_be_taken_back(page, address):
    """Pressing once more leaves nothing of it."""
    page.goto(address + CAKE)
    box(page).locator("[data-read]").click()
    box(page).locator("[data-read]").click()
    assert box(page).get_by_role("status").inner_text() == "0 av 3 kapitel lästa"
    assert "slingan:path:new" not in kept(page)


def test_boxes_on_the_paths_page_are_the_same_memory(page, address):
    """What is ticked there is pressed on the chapter, and the other way round."""
    page.goto(address + NEW)
    page.get_by_role("checkbox", name="Kaka sv").check()
    page.goto(address + CAKE)
    assert box(page).locator("[data-read]").get_attribute("aria-pressed") == "true"
    box(page).locator("[data-read]").click()
    page.go_back()
    assert not page.get_by_role("checkbox", name="Kaka sv").is_checked()


def test_a_chapter_of_several_paths_shows_the_one_that_one_is_on(page, address):
    """The address counts first, then what is remembered; the others are links."""
    page.goto(address + TEA)
    assert box(page).get_attribute("data-path") == "new"
    page.goto(address + CALM)
    page.locator("[data-begin]").click()
    page.wait_for_url(address + TEA + "?read=easy&path=calm")
    assert box(page).get_attribute("data-path") == "calm"
    assert page.evaluate("document.documentElement.dataset.reading") == "easy"
    page.goto(address + TEA)
    assert box(page).get_attribute("data-path") == "calm"
    assert page.locator("[data-path-other]:visible").all_inner_texts() == ["Ny sv, steg 1 av 3"]
    page.goto(address + TEA + "?path=new")
    assert box(page).get_attribute("data-path") == "new"
    page.goto(address + CAKE)  # the path one is on has no such step
    assert box(page).get_attribute("data-path") == "new"


def test_who_reads_easy_text_gets_the_easy_path(page, address):
    """Where neither address nor memory says otherwise; and back with the whole text."""
    page.goto(address + TEA + "?read=easy")
    assert box(page).get_attribute("data-path") == "calm"
    page.get_by_role("button", name="Lättläst").click()
    assert box(page).get_attribute("data-path") == "new"


def test_each_path_is_remembered_for_itself(page, address):
    """A chapter read on one path is not told to be read on another."""
    page.goto(address + TEA + "?path=calm")
    box(page).locator("[data-read]").click()
    page.goto(address + TEA + "?path=new")
    assert box(page).locator("[data-read]").get_attribute("aria-pressed") == "false"
    assert set(kept(page)) == {"slingan:path", "slingan:path:calm"}


def test_a_path_is_saved_forgotten_and_opened_again(page, address, tmp_path):
    """The file holds ids and days, no name; opening it brings back what was read."""
    page.goto(address + NEW)
    page.locator("[data-step]").nth(0).check()
    page.locator("[data-step]").nth(2).check()
    with page.expect_download() as download:
        page.locator("[data-export]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert set(saved) == {"format", "version", "path", "read"}
    assert [one["chapter"] for one in saved["read"]] == ["tea", "milk"]
    assert page.locator("[data-status]").inner_text() == "Filen är sparad: slingan-new.json."

    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator("[data-forget]").click()
    assert page.locator("[data-step]:checked").count() == 2
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-forget]").click()
    assert "har glömt" in page.locator("[data-status]").inner_text()
    assert page.locator("[data-step]:checked").count() == 0
    assert page.locator("[data-begin]").inner_text() == "Börja: Te på träffen"
    assert kept(page) == {}

    page.locator("[data-step]").nth(1).check()  # what is read meanwhile stays read
    open_file(page, file)
    page.get_by_text("Filen är öppnad.").wait_for()
    assert page.locator("[data-step]:checked").count() == 3
    page.reload()
    assert page.locator("[data-step]:checked").count() == 3


FILE = {"format": "slingan-path", "version": 1, "path": "new", "read": []}
DAY = "2026-11-23"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Filen går inte att läsa."),
        ("null", "Filen kommer inte från en lärväg"),
        ("[]", "Filen kommer inte från en lärväg"),
        (FILE | {"format": "slingan-checklist"}, "Filen kommer inte från en lärväg"),
        (FILE | {"version": 2}, "en annan version av Slingan"),
        (FILE | {"path": "calm"}, "Filen hör till lärvägen ”Lugn sv”."),
        (FILE | {"path": "toString"}, "Filen kommer inte från en lärväg"),
        (FILE | {"read": {"tea": DAY}}, "Filen är skadad"),
        (FILE | {"read": [None]}, "Filen är skadad"),
        (FILE | {"read": [{"chapter": "tea", "date": "igår"}]}, "Filen är skadad"),
        (FILE | {"read": [{"chapter": "<b>", "date": DAY}]}, "Filen är skadad"),
    ],
)
def test_a_damaged_file_is_told_in_words_and_changes_nothing(
    page, address, tmp_path, content, said
):
    """Each fault has its own sentence; what was read stays."""
    page.goto(address + NEW)
    page.locator("[data-step]").nth(1).check()
    before = kept(page)
    open_file(page, written(tmp_path, content))
    page.get_by_text(said).wait_for()
    assert "Inget är ändrat." in page.locator("[data-status]").inner_text()
    assert kept(page) == before


def test_chapters_that_a_path_no_longer_has_are_told(page, address, tmp_path):
    """An old file still opens; what has no place any more is said and left out."""
    read = [{"chapter": name, "date": DAY} for name in ("milk", "coffee")]
    page.goto(address + NEW)
    open_file(page, written(tmp_path, FILE | {"read": read}))
    page.get_by_text("inte längre finns i lärvägen: 1.").wait_for()
    assert json.loads(kept(page)["slingan:path:new"]) == {"read": {"milk": DAY}}


def test_what_the_browser_remembers_is_checked_before_it_is_used(page, address):
    """Broken memory counts as none."""
    page.goto(address + NEW)
    for junk in ("{", "[]", '{"read": 5}', '{"read": {"tea": "<b>"}}', "null", "7"):
        page.evaluate(
            "junk => { localStorage['slingan:path:new'] = junk;"
            " localStorage['slingan:path'] = junk; }", junk
        )  # fmt: skip
        for path in (NEW, TEA, ""):
            page.goto(address + path)
        page.goto(address + NEW)
        assert page.locator("[data-progress]").inner_text() == "0 av 3 kapitel lästa"


def test_everything_is_done_by_keyboard(page, address):
    """Begin, mark, go on and tick, with focus where it was."""
    page.goto(address + NEW)
    page.locator("[data-begin]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(address + TEA + "?path=new")
    button = box(page).locator("[data-read]")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.path-box.shown [data-read]')"):
            break
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.hasAttribute('data-read')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Kaka sv"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Se hela lärvägen"
    page.keyboard.press("Tab")  # boxes that are not shown are no stops
    assert page.evaluate("document.activeElement.closest('[data-path-other]') !== null")
    page.goto(address + NEW)
    page.get_by_role("checkbox", name="Kaka sv").focus()
    page.keyboard.press("Space")
    assert page.locator("[data-progress]").inner_text() == "2 av 3 kapitel lästa"


def test_only_the_box_that_is_shown_is_heard(page, address):
    """A screen reader meets one heading, one region and one button."""
    page.goto(address + TEA)
    assert page.get_by_role("heading", name="Lärväg:").count() == 1
    assert page.get_by_role("region", name="Lärväg:").count() == 1
    assert page.get_by_role("button", name="Jag har läst det här").count() == 1


def test_without_script_a_path_is_a_list_and_its_boxes_lead_on(browser, address):
    """Nothing is promised that does not work: no buttons, no boxes to tick, no count."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + NEW)
    assert page.locator("button:visible, input:visible, [data-progress]:visible").count() == 0
    page.get_by_role("link", name="Börja: Te på träffen").click()
    assert page.get_by_role("heading", name="Lärväg: Ny sv – steg 1 av 3").is_visible()
    assert page.locator("[data-path-other]:visible").all_inner_texts() == ["Lugn sv, steg 1 av 1"]
    box(page).get_by_role("link", name="Kaka sv").click()
    assert page.url == address + CAKE + "?path=new"
    assert page.locator("[data-read]:visible").count() == 0
    page.goto(address)
    assert not page.locator(".go-on").is_visible()
    context.close()


def test_a_browser_that_refuses_to_remember_is_told_about(browser, address):
    """Buttons still answer, and say that it will be forgotten."""
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() {throw new DOMException('no')}})"
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + CAKE)
    box(page).locator("[data-read]").click()
    assert box(page).locator("[data-read]").get_attribute("aria-pressed") == "true"
    assert "låter inte Slingan spara" in box(page).get_by_role("status").inner_text()
    page.goto(address + NEW)
    page.locator("[data-step]").first.check()
    page.get_by_text("låter inte Slingan spara").wait_for()
    assert page.locator("[data-progress]").inner_text() == "1 av 3 kapitel lästa"
    page.goto(address)
    context.close()
    assert errors == []


def test_two_windows_agree(page, address):
    """What is marked in one is seen in the other at once."""
    page.goto(address + NEW)
    other = page.context.new_page()
    other.goto(address + CAKE)
    box(other).locator("[data-read]").click()
    page.locator("[data-progress]").filter(has_text="1 av 3 kapitel lästa").wait_for()
    assert page.get_by_role("checkbox", name="Kaka sv").is_checked()


def test_the_page_on_memory_names_paths_and_forgets_them(page, address):
    """In words, by the path's title in the page's language, one by one."""
    page.goto(address + TEA + "?path=calm")
    box(page).locator("[data-read]").click()
    page.goto(address + "en/privacy/")
    assert page.locator("[data-kept] span").all_inner_texts() == [
        "That you are following the learning path ‘Lugn en’",
        "The learning path ‘Lugn en’, chapters read: 1",
    ]
    page.get_by_role("button", name="Delete: The learning path").click()
    assert set(kept(page)) == {"slingan:path"}


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_a_box_is_chosen(browser, address, width):
    """Whatever path one is on, the chapter is as tall, and the home page keeps its place."""
    heights = set()
    for path in ("new", "calm"):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{address}{TEA}?path={path}")
        heights.add(page.locator(".path-boxes").evaluate("e => e.getBoundingClientRect().height"))
        context.close()
    assert len(heights) == 1


def test_the_home_page_keeps_its_place_for_the_way_back(browser, address):
    """No layout shift, though the words come late."""
    context = browser.new_context(viewport={"width": 1280, "height": 2000})
    context.add_init_script(
        "localStorage['slingan:path'] = '\"new\"';"
        "window.moved = 0; new PerformanceObserver(list => {"
        " for (const one of list.getEntries()) window.moved += one.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    page = context.new_page()
    page.route("**/path.js*", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.goto(address)
    page.locator(".go-on a").wait_for()
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") < 0.005
    context.close()


@pytest.mark.parametrize(
    ("scheme", "width", "colours"),
    [
        ("light", 1280, "none"),
        ("dark", 320, "none"),
        ("light", 1280, "active"),
    ],
)
def test_axe_finds_nothing(browser, address, scheme, width, colours):
    """The path's page, a chapter with its box pressed, and the home page with the way back."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme,
        reduced_motion="reduce", forced_colors=colours,
    )  # fmt: skip
    page = context.new_page()
    found = []
    page.goto(address + TEA + "?path=new")
    box(page).locator("[data-read]").click()
    for path in (TEA, NEW, "da/" + CALM, "en/" + MILK, "", "privacy/"):
        page.goto(address + path)
        found += [
            f"{path} {rule} {node['target']} {node['failureSummary']}"
            for rule, node in broken(page)
        ]
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
    context.close()
    assert found == []


def test_a_pressed_button_is_seen_in_forced_colours(browser, address):
    """Not by colour alone: a tick and a ring."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + CAKE)
    button = box(page).locator("[data-read]")
    button.click()
    page.locator("h1").click()
    style = button.evaluate(
        "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e, '::before').content]"
    )
    assert style[0] == "solid"
    assert "✓" in style[1]
    context.close()
