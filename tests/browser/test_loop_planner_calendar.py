"""The loop planner's calendar files, fetched in the browser and read back."""

from __future__ import annotations

import datetime

import pytest
from ical.calendar_stream import IcsCalendarStream

HOME = {"sv": "", "da": "da/", "en": "en/"}
MEETINGS = {
    "sv": ["Brukarträff 1 (slinga: Helgerna)", "Gemensam träff (slinga: Helgerna)"],
    "da": [
        "Første gruppemøde for borgere (dialogsløjfe: Weekenderne)",
        "Fælles møde (dialogsløjfe: Weekenderne)",
    ],
    "en": ["User meeting 1 (loop: Weekends)", "Joint meeting (loop: Weekends)"],
}
FETCH = ".work-result + .work-buttons button"


def opened(page, address, language="sv"):
    page.goto(f"{address}{HOME[language]}tools/loop-planner/")
    page.wait_for_selector(".work[data-ready]")
    return page


def fetched(page, at):
    """Return name and events of the file that the first (0) or second (1) calendar button saves."""
    with page.expect_download() as waiting:
        page.locator(FETCH).nth(2 + at).click()
    data = waiting.value.path().read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    return waiting.value.suggested_filename, IcsCalendarStream.calendar_from_ics(
        data.decode()
    ).events


@pytest.mark.parametrize("language", HOME)
def test_the_files_hold_what_the_tables_show(page, address, language):
    """Each row of the plan and of the checklist is a whole day of its own, in the page's language."""
    opened(page, address, language)
    page.locator(".work-buttons button").first.click()
    spec = page.eval_on_selector("[data-tool]", "it => JSON.parse(it.dataset.spec)")
    shown = page.evaluate(
        "given => document.querySelector('[data-tool]').workOut(given, '2027-01-01').picture",
        spec["example"],
    )
    for at, part in enumerate(("meetings", "tasks")):
        name, events = fetched(page, at)
        assert name == ("loop-2027-09-06.ics", "loop-checklist-2027-09-06.ics")[at]
        assert [one.dtstart.isoformat() for one in events] == [one["day"] for one in shown[part]]
        assert all(one.dtend - one.dtstart == datetime.timedelta(1) for one in events)
        assert len({one.uid for one in events}) == len(events)
        assert name in page.inner_text(".work-status")
        if part == "meetings":
            titles = [one.summary for one in events]
            assert [titles[1], titles[4]] == MEETINGS[language]
            assert events[4].dtstart == datetime.date(2027, 10, 4)
    assert all("slingan.example" in str(one.url) for one in events)


def test_hard_letters_survive(page, address):
    """What calendars use as signs comes back as it was written; two themes are two loops."""
    opened(page, address)
    page.locator("input[type=text]").nth(0).fill("Mat; \\ lördag, kväll")
    page.locator("input[type=date]").first.fill("2028-02-29")
    page.wait_for_selector(".work-answer table")
    name, events = fetched(page, 0)
    assert name == "loop-2028-02-29.ics"
    assert events[0].summary == "Information (slinga: Mat; \\ lördag, kväll)"
    assert events[0].dtstart == datetime.date(2028, 2, 29)
    page.locator("input[type=text]").nth(0).fill("Något annat")
    assert not {one.uid for one in events} & {one.uid for one in fetched(page, 0)[1]}


def test_without_a_day_there_is_no_file(page, address):
    """The status line asks for one."""
    opened(page, address, "en")
    page.locator(FETCH).nth(2).click()
    status = page.inner_text(".work-status")
    assert status == "Choose the first day, and the plan appears here."


def test_a_moved_meeting_that_is_filled_in_is_not_folded_away(page, address):
    """What the example moves can be seen at once."""
    opened(page, address)
    assert not page.eval_on_selector("details.work-table", "it => it.open")
    page.locator(".work-buttons button").first.click()
    assert page.eval_on_selector("details.work-table", "it => it.open")
