"""Questions at the end of a chapter: answered by keyboard, heard, tried again, and forgotten."""

import pytest
from looks import LOOKS

from audit.axe import broken
from waiting import wait_until

PLACE = "en/method-guide/before-the-decision/"
SEVERAL = "starter-pack/start-here-for-managers/"
EASY = "da/method-guide/relay-questions/"


def questions(page):
    return page.locator("#check-yourself .ask")


def test_a_choice_is_made_and_explained_by_keyboard(page, address):
    """Arrows choose, the button tells, its focus stays; each answer says what it is worth."""
    page.goto(address + PLACE)
    ask = questions(page).first
    ask.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert ask.get_by_role("radio").nth(1).is_checked()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").startswith("See the answer")
    assert ask.locator(".ask-why:visible").count() == 0
    page.keyboard.press("Enter")
    assert ask.locator("[data-verdict]").inner_text().startswith("That’s right.")
    notes = ask.locator(".ask-why:visible").all_inner_texts()
    assert [note.split(".")[0] for note in notes] == ["Not right", "You chose this", "Not right"]
    assert notes[1].startswith("You chose this. Right. Say plainly")
    assert page.evaluate("document.activeElement.innerText").startswith("Try again")


def test_trying_again_starts_from_nothing(page, address):
    """All is as it was, and the first answer has the focus, ready for the arrows."""
    page.goto(address + PLACE)
    ask = questions(page).first
    ask.get_by_role("radio").nth(2).check()
    button = ask.locator("[data-see]")
    button.click()
    assert all(box.is_disabled() for box in ask.get_by_role("radio").all())
    page.keyboard.press("Enter")
    assert ask.locator(":checked").count() == 0
    assert ask.locator(".ask-why:visible").count() == 0
    assert ask.locator("[data-verdict]").inner_text() == ""
    assert button.inner_text().startswith("See the answer")
    assert page.evaluate("document.activeElement === document.querySelector('[data-ask] input')")
    page.keyboard.press("ArrowDown")
    assert ask.get_by_role("radio").nth(1).is_checked()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ([], "Här är svaret."),
        ([0, 2, 3], "Det stämmer."),
        ([0, 2], "Du är på god väg."),
        ([0, 1, 2, 3], "Du är på god väg."),
        ([1], "Inte riktigt."),
    ],
)
def test_several_answers_may_be_right(page, address, chosen, said):
    """Boxes instead of radios; a part of the answer is told apart from the whole."""
    page.goto(address + SEVERAL)
    ask = questions(page).first
    for n in chosen:
        ask.get_by_role("checkbox").nth(n).check()
    ask.locator("[data-see]").click()
    assert ask.locator("[data-verdict]").inner_text().startswith(said)
    assert ask.locator(".is-chosen").count() == len(chosen)


def test_what_a_screen_reader_meets(page, address):
    """A named section, groups named by their question, a status that tells what is chosen and right."""
    page.goto(address + PLACE)
    section = page.get_by_role("region", name="Check yourself")
    groups = section.get_by_role("group")
    question = "1. The new furniture is on order."
    assert groups.first.aria_snapshot().startswith(f'- group "{question}')
    assert section.get_by_role("group", name="3. In the middle of the loop").count() == 1
    assert section.get_by_role("button", name="See the answer (question 2)").count() == 1
    group = section.get_by_role("group", name=question)
    group.get_by_role("radio", name="A loop about the furniture.", exact=True).check()
    section.get_by_role("button", name="See the answer (question 1)").press("Enter")
    status = section.get_by_role("status").first
    heard = " ".join(status.text_content().split())
    assert heard.startswith("Not quite. Read the explanation under each answer.")
    assert "A loop about the furniture. – You chose this. Not right. The order has settled" in heard
    assert "Tell people and listen, but do not call it a loop. – Right. Say plainly" in heard
    assert "A short loop" not in heard


def test_an_answer_to_think_about_unfolds(page, address):
    """One way to answer, by the browser's own means."""
    page.goto(address + PLACE)
    ask = questions(page).nth(2)
    assert not ask.get_by_text("Tell both groups the same day.").is_visible()
    ask.locator("summary").focus()
    page.keyboard.press("Enter")
    ask.get_by_text("Tell both groups the same day.").wait_for()
    assert ask.locator("summary").inner_text().startswith("One way to answer")


def test_nothing_is_kept_and_nothing_is_sent(page, address):
    """No storage, no cookie, no request; a page that one comes back to knows nothing."""
    page.goto(address + PLACE)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    questions(page).first.get_by_role("radio").first.check()
    questions(page).first.locator("[data-see]").click()
    questions(page).nth(1).get_by_role("radio").first.check()
    page.keyboard.press("Enter")  # in a form this would send it
    page.wait_for_timeout(300)
    assert asked == []
    assert page.url == address + PLACE
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(kept) == [0, 0, ""]
    page.goto(address + "en/privacy/")
    page.go_back()
    wait_until(page, "document.querySelector('[data-ask] .ask-why[hidden]')")
    assert page.locator("[data-ask] :checked").count() == 0
    questions(page).first.get_by_role("radio").first.check()
    page.reload()
    assert page.locator("[data-ask] :checked").count() == 0


def test_easy_read_asks_nothing(page, address):
    """The questions are of the whole text; a link to them brings that forth."""
    page.goto(f"{address}{EASY}?read=easy")
    assert not page.locator("#check-yourself").is_visible()
    page.goto("about:blank")
    page.goto(f"{address}{EASY}?read=easy#check-yourself")
    page.locator("#check-yourself").wait_for()


def test_without_script_answers_unfold(browser, address):
    """No button that does nothing, and each answer with what it is worth."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLACE)
    ask = questions(page).first
    assert ask.get_by_role("button").count() == 0
    ask.locator("summary").click()
    assert ask.locator(".ask-why:visible").count() == 3
    context.close()


def test_on_paper_there_are_no_answers(page, address):
    """For a group around a table: questions, boxes, room to write."""
    page.goto(address + PLACE)
    page.emulate_media(media="print")
    section = page.locator("#check-yourself")
    assert section.locator("input:visible").count() == 6
    assert section.locator("details:visible, button:visible, .ask-why:visible").count() == 0
    line = "getComputedStyle(document.querySelector('.ask-think'), '::after').borderBottomStyle"
    assert page.evaluate(line) == "solid"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_when_answered(browser, address, scheme, width):
    """With every answer shown, and nothing wider than the screen."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for path in (PLACE, SEVERAL):
        page.goto(address + path)
        for box in page.locator("[data-ask] li:first-child input").all():
            box.check()
        for press in page.locator("[data-see], .ask-think summary").all():
            press.click()
        assert [rule for rule, _ in broken(page, "#check-yourself")] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
