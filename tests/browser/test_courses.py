"""Courses in the browser: a start gives dates, a calendar and links; without script all else remains."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from ical.calendar_stream import IcsCalendarStream
from looks import LOOKS

from coursesite import COURSES, dates
from press.render.calendar import Happening, Plan, calendar
from press.render.course import said
from press.render.words import load_words
from waiting import wait_until

HOME = {"sv": "", "da": "da/", "en": "en/"}
MODULE = "await import(document.querySelector('script[src*=\"/calendar.js\"]').src)"
COURSE = "courses/guide-training-programme/"


def opened(page, address, language="sv", rest="", course=COURSE):
    page.goto(f"{address}{HOME[language]}{course}{rest}")
    return page


def shown(page):
    """Return the dates that can be seen, by the place they stand at."""
    return page.eval_on_selector_all(
        ":not([hidden]) > [data-date]", "all => all.map(one => [one.dataset.date, one.textContent])"
    )


@pytest.mark.parametrize("language", HOME)
def test_a_start_gives_dates_and_weeks(page, address, project, language):
    """As Python says them, in the page's language; the address carries the start."""
    opened(page, address, language)
    assert shown(page) == []
    page.fill("[data-start]", "2027-03-09")
    found = dict(shown(page))
    words = load_words(project)[language]
    assert found["half-day-1"] == said(datetime.date(2027, 3, 9), words)
    assert found["half-day-4"] == said(datetime.date(2027, 4, 6), words)
    assert found["loop"].startswith(said(datetime.date(2027, 3, 17), words))
    assert page.url.endswith("?start=2027-03-09")
    assert page.inner_text("[data-status]") != ""
    page.click("[data-clear]")
    assert shown(page) == [] and "start" not in page.url


def test_the_address_brings_the_dates(page, address):
    """What a leader sends shows the same; what is no day is left aside."""
    opened(page, address, rest="?start=2027-12-28#half-day-2")
    assert dict(shown(page))["half-day-2"] == "tisdag 4 januari 2028, vecka 1"
    assert page.get_attribute("[data-keeps-start]", "href").endswith("leader/?start=2027-12-28")
    with page.expect_navigation():
        page.click("[data-keeps-start]")
    assert dict(shown(page))["half-day-1"] == "tisdag 28 december 2027, vecka 52"
    for wrong in ("2027-02-30", "hello", "2027-1-1", "%22%3E", "0001-01-01"):
        opened(page, address, rest=f"?start={wrong}")
        assert shown(page) == []


def test_weekends_are_told_gently(page, address):
    """A line tells which sessions; the dates are shown all the same."""
    opened(page, address)
    page.fill("[data-start]", "2027-03-06")
    assert "hamnar på en lördag eller söndag: Vad en slinga är;" in page.inner_text("[data-status]")
    assert dict(shown(page))["half-day-1"] == "lördag 6 mars 2027, vecka 9"
    page.fill("[data-start]", "2027-03-08")
    assert "lördag" not in page.inner_text("[data-status]")


@pytest.mark.parametrize("language", HOME)
def test_the_calendar_is_fetched_and_read(page, address, language):
    """A file is saved whose sessions begin at the course's times, by clocks that change on 28 March."""
    opened(page, address, language)
    page.fill("[data-start]", "2027-03-23")
    with page.expect_download() as waiting:
        page.click("[data-calendar]")
    assert waiting.value.suggested_filename == "guide-training-programme-2027-03-23.ics"
    data = waiting.value.path().read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    events = {e.uid: e for e in IcsCalendarStream.calendar_from_ics(data.decode()).events}
    first = events["guide-training-programme-half-day-1-2027-03-23@slingan.example"]
    second = events["guide-training-programme-half-day-2-2027-03-23@slingan.example"]
    assert first.dtstart.astimezone(datetime.UTC).hour == 8
    assert second.dtstart.astimezone(datetime.UTC).hour == 7
    assert str(first.dtstart.tzinfo) or first.dtstart.utcoffset() == datetime.timedelta(hours=1)
    assert len(events) == 10
    assert waiting.value.suggested_filename in page.inner_text("[data-status]")


def test_without_a_day_the_calendar_asks_for_one(page, address):
    """Nothing is saved; the field gets the focus."""
    opened(page, address, "en")
    page.click("[data-calendar]")
    assert page.inner_text("[data-status]") == "Choose a day first."
    assert page.evaluate("document.activeElement.matches('[data-start]')")


def test_a_week_a_day_and_hours_are_parted_by_text(page, address):
    """Read aloud and copied they do not run together, with a day and without, on both pages."""
    for rest in ("", "leader/"):
        opened(page, address, rest=rest)
        when = page.locator("#half-day-1 .course-when")
        assert when.inner_text().lower() == "kursvecka 1, kl. 9.00–12.30"
        page.fill("[data-start]", "2027-03-01")
        said = "kursvecka 1, måndag 1 mars 2027, vecka 9, kl. 9.00–12.30"
        assert when.inner_text().lower() == said
        assert {
            step.evaluate("it => it.tagName") for step in page.locator(".course-step").all()
        } == {"DIV"}


def test_a_date_that_is_none_and_dates_that_go_are_told(page, address):
    """Nobody is left to guess why no dates are shown."""
    opened(page, address, "da")
    page.fill("[data-start]", "0301-02-02")
    wait_until(page, "document.querySelector('[data-status]').textContent")
    assert page.inner_text("[data-status]") == "Skriv en hel dato mellem årene 1990 og 2199."
    assert shown(page) == []
    page.fill("[data-start]", "2027-03-08")
    assert "vises" in page.inner_text("[data-status]")
    page.click("[data-clear]")
    assert page.inner_text("[data-status]") == "Datoerne er fjernet."


def test_a_table_is_a_stop_only_where_it_rolls(page, address):
    """It is named by its caption; in a wide window nothing rolls, and nothing is said of it."""
    opened(page, address, "en", "leader/")
    table = page.locator(".table-wrap").first
    wait_until(page, "!document.querySelector('.table-wrap').hasAttribute('tabindex')")
    assert table.get_attribute("role") is None and table.get_attribute("aria-label") is None
    page.evaluate("document.querySelector('.table-wrap table').style.width = '3000px'")
    wait_until(page, "document.querySelector('.table-wrap').tabIndex === 0")
    name = table.locator("caption").inner_text()
    assert name and page.get_by_role("region", name=f"{name}, scrolls sideways").count() == 1


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_the_twins_write_the_same_calendar(page, address):
    """For every day of the shared list, with texts that are hard to write."""
    opened(page, address)
    stamp = datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC)
    for case in dates():
        hard = 'Å, ä; ö \\ "æ"\nø \\n – ' + "åäö" * 40
        sessions = (
            Happening(
                "a", hard, hard, "https://a.example/#a", case["day"], case["day"], case["at"], 120
            ),
            Happening("b", "B", "b", "https://a.example/#b", -7, case["day"]),
        )
        plan = Plan("kurs", hard, "sv", "a.example", "Europe/Copenhagen", sessions)
        data = {
            **{k: getattr(plan, k) for k in ("id", "title", "language", "host", "zone")},
            "happenings": [vars(one) for one in sessions],
        }
        theirs = page.evaluate(
            f"async ([plan, start, stamp]) => {{ const own = {MODULE};"
            " return own.calendar(plan, own.toDay(start), stamp); }",
            [data, case["start"], "20261123T083000Z"],
        )
        ours = calendar(plan, datetime.date.fromisoformat(case["start"]), stamp).decode()
        assert unfolded(theirs) == unfolded(ours)
        assert max(len(line.encode()) for line in theirs.split("\r\n")) <= 75
        year, number = page.evaluate(
            f"async (day) => {{ const own = {MODULE}; return own.weekOf(own.toDay(day)); }}",
            case["date"],
        )
        assert f"{year}-W{number:02}" == case["week"]


def test_the_links_are_copied_with_their_dates(page, address):
    """What is copied is what stands in the field."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, address, rest="leader/")
    page.fill("[data-start]", "2027-03-09")
    assert "tisdag 9 mars 2027, vecka 10" in page.input_value("[data-mail]")
    page.click("[data-copy]")
    wait_until(page, "document.querySelector('[data-copied]').textContent")
    assert page.inner_text("[data-copied]") == "Länkarna är kopierade."
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == page.input_value("[data-mail]")
    assert "https://slingan.example/k/" in copied


def test_everything_works_by_keyboard(page, address):
    """From the field: the day, then both buttons, in order and with a focus that is seen."""
    opened(page, address)
    page.focus("[data-start]")
    page.keyboard.type("03092027")
    assert len(shown(page)) == 10
    page.focus("[data-calendar]")
    with page.expect_download():
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-clear]')")
    page.keyboard.press("Enter")
    assert shown(page) == []
    assert page.evaluate("document.activeElement.matches('[data-start]')")


def test_nothing_is_remembered(page, address):
    """The start stands in the address only."""
    opened(page, address)
    page.fill("[data-start]", "2027-03-09")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("course", COURSES)
def test_without_script_all_else_remains(browser, address, course):
    """Relative times, aims, timetable, papers and links as text; nothing that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/courses/{course}/")
    assert not page.is_visible("[data-start]")
    assert page.is_visible(".course-when") and page.is_visible(".course-papers a")
    page.goto(f"{address}en/courses/{course}/leader/")
    assert page.is_visible("table") and page.is_visible("[data-mail]")
    assert not page.is_visible("[data-copy]")
    context.close()


@pytest.mark.parametrize("rest", ["?start=2027-03-06", "leader/?start=2027-03-06"])
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_both_pages_keep_to_the_rules(page, address, rest, scheme, width):
    """axe finds nothing, and nothing goes beyond the edge of a narrow screen."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for language, course in (("sv", COURSE), ("da", "courses/managers-half-day/")):
        opened(page, address, language, rest, course)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_there_is_no_form(page, address):
    """What a page printed from the browser cannot do is left out; dates stay."""
    opened(page, address, rest="leader/?start=2027-03-09")
    page.emulate_media(media="print")
    for gone in ("[data-start]", "[data-mail]", "[data-copy]"):
        assert not page.is_visible(gone)
    assert page.is_visible("#half-day-1 [data-date]") and page.is_visible("table")


def test_the_leader_s_page_stands_in_the_site(page, address, site):
    """Its own title, its way up, its languages; search engines are asked to leave it out."""
    for language, name in (
        ("sv", "Kursledarens sida"),
        ("da", "Kursuslederens side"),
        ("en", "Leader’s page"),
    ):
        opened(page, address, language, "leader/")
        assert page.title().startswith(name)
        assert page.inner_text("h1").startswith(name)
        assert page.get_attribute("meta[name=robots]", "content") == "noindex"
        assert page.locator(".crumbs li").count() == 3
        other = page.get_attribute(".languages a[lang=da]", "href")
        page.goto(f"{page.url}{other}")
        assert "/da/courses/guide-training-programme/leader/" in page.url
    assert "/leader/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
