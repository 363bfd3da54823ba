"""Checklists in the browser: ticked, remembered, dated, saved, opened, wiped."""

import json

LIST = "starter-pack/readiness-and-stall-risks/"
BOOKING = "en/starter-pack/book-the-meetings/"


def _boxes(page):
    return page.locator("[data-item]")


def test_ticks_are_remembered_after_reload(page, address):
    """This browser remembers, and says how far one has come."""
    page.goto(address + LIST)
    assert page.locator(".progress[data-progress]").inner_text() == "0 av 12 klara"
    _boxes(page).nth(2).check()
    _boxes(page).nth(5).check()
    page.reload()
    assert [n for n in range(12) if _boxes(page).nth(n).is_checked()] == [2, 5]
    assert page.locator(".progress[data-progress]").inner_text() == "2 av 12 klara"


def test_ticks_are_shared_between_languages(page, address):
    """The same list in another language is the same list."""
    page.goto(address + LIST)
    _boxes(page).nth(0).check()
    page.goto(address + "da/" + LIST)
    assert _boxes(page).nth(0).is_checked()


def test_boxes_work_by_keyboard_and_have_names(page, address):
    """The item's text is the box's name; space ticks it."""
    page.goto(address + LIST)
    box = _boxes(page).first
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    text = page.locator(".checklist label span").first.inner_text()
    assert page.get_by_role("checkbox", name=text, exact=True).is_checked()


def test_a_list_is_saved_as_a_file_and_opened_elsewhere(page, browser, address, tmp_path):
    """Ticks travel as a file that the reader keeps; nothing is sent."""
    page.goto(address + LIST)
    _boxes(page).nth(3).check()
    with page.expect_download() as download:
        page.locator("[data-export]").click()
    file = tmp_path / "list.json"
    download.value.save_as(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert saved["checklist"] == "readiness-check"
    assert len(saved["ticked"]) == 1
    assert page.locator(".checklist-tools [data-status]").inner_text() == (
        "Filen är sparad: readiness-check.json."
    )

    other = browser.new_context().new_page()
    other.goto(address + LIST)
    with other.expect_file_chooser() as chooser:
        other.locator("[data-import]").click()
    chooser.value.set_files(file)
    other.get_by_text("Filen är öppnad: 1 kryss.").wait_for()
    assert _boxes(other).nth(3).is_checked()
    other.reload()
    assert _boxes(other).nth(3).is_checked()
    other.context.close()


def test_a_file_of_another_list_changes_nothing(page, address, tmp_path):
    """A wrong or broken file is refused in plain words."""
    page.goto(address + LIST)
    _boxes(page).nth(1).check()
    for content in ("{", "null", '{"format": "slingan-checklist", "checklist": "other"}'):
        file = tmp_path / "wrong.json"
        file.write_text(content, encoding="utf-8")
        with page.expect_file_chooser() as chooser:
            page.locator("[data-import]").click()
        chooser.value.set_files(file)
        page.get_by_text("Filen hör inte till den här listan.").wait_for()
        assert _boxes(page).nth(1).is_checked()


def test_all_ticks_are_wiped_after_a_question(page, address):
    """Saying no keeps them; saying yes leaves nothing in the browser."""
    page.goto(address + LIST)
    _boxes(page).nth(1).check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator("[data-reset]").click()
    assert _boxes(page).nth(1).is_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-reset]").click()
    assert not _boxes(page).nth(1).is_checked()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('slingan'))") == []


def test_a_start_date_gives_each_item_its_day(page, address):
    """Counted in this browser, over a change of year and to summer time, and remembered."""
    page.goto(address + BOOKING)
    first = page.locator("#booking-list .when").first
    relative = first.inner_text()
    page.locator("#booking-list [data-start]").fill("2027-02-15")
    days = int(first.get_attribute("data-days"))
    assert days == -56
    said = first.inner_text().replace(",", "")  # browsers differ in the comma
    assert said == f"{relative}: Mon 21 December 2026"
    page.reload()
    assert "21 December 2026" in page.locator("#booking-list .when").first.inner_text()
    page.locator("#booking-list [data-start]").fill("2027-03-25")
    last = page.locator("#booking-list .when").last
    assert last.get_attribute("data-days") == "56"
    assert "Thu 20 May 2027" in last.inner_text().replace(",", "")


def test_without_storage_the_boxes_still_work(browser, address):
    """A browser that refuses to remember is told about, not broken by."""
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() {throw new DOMException('no')}})"
    )
    page = context.new_page()
    page.goto(address + LIST)
    _boxes(page).first.check()
    page.get_by_text("Webbläsaren sparar inte kryssen.").wait_for()
    context.close()


def test_without_script_the_list_is_still_a_list(browser, address):
    """Boxes can be ticked; buttons that would do nothing are not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LIST)
    _boxes(page).first.check()
    assert _boxes(page).first.is_checked()
    assert not page.locator(".checklist-tools").is_visible()
    context.close()


def test_what_the_browser_remembers_is_checked_before_it_is_used(page, address):
    """Broken memory counts as none."""
    page.goto(address + LIST)
    for junk in ("{", "[]", '{"ticked": 5, "start": 7}', "null"):
        page.evaluate(
            "value => localStorage.setItem('slingan:checklist:readiness-check', value)", junk
        )
        page.reload()
        assert page.locator(".progress[data-progress]").inner_text() == "0 av 12 klara"
