"""The working tools in the browser: their rules, their form, their files, and what they keep."""

import json

import pytest

from press.content.tools import in_language
from press.tools import RULES
from press.tools.check import result_of
from toolbox import day_of, tools, vectors
from waiting import wait_until

DIAGRAM = "en/tools/coordination-diagram/"
NAMES = sorted(RULES)


def _open(page, address, tool, language="en"):
    prefix = "" if language == "sv" else f"{language}/"
    page.goto(f"{address}{prefix}tools/{tool}/")
    page.wait_for_selector("[data-tool][data-ready]")


def _example(page):
    page.get_by_role("button", name="Show an example").click()


def _wait(page, text, where=".work-status"):
    """Wait until a place of the tool says a text."""
    wait_until(page, f"document.querySelector('{where}').textContent.includes({json.dumps(text)})")


def _said(page):
    return page.locator(".work-status").inner_text()


@pytest.mark.parametrize("name", NAMES)
def test_twins_come_to_the_same(page, address, name):
    """What the browser works out is what the vectors say, and for the example what Python works out."""
    _open(page, address, name)
    ask = "([input, day]) => document.querySelector('[data-tool]').workOut(input, day)"
    for vector in vectors(name):
        result = page.evaluate(ask, [in_language(vector["input"], "en"), day_of(vector)])
        wanted = vector["result"]
        assert {key: result[key] for key in wanted} == wanted, vector["name"]
    tool = tools()[name]
    example = page.evaluate(ask, [in_language(tool.example, "en"), "2027-01-01"])
    assert example == result_of(tool, "en", "2027-01-01")


@pytest.mark.parametrize("name", NAMES)
def test_the_example_is_one_press_away(page, address, name):
    """One press fills in the example and shows what comes of it; nothing is remembered of it."""
    _open(page, address, name)
    assert "appears here" in page.locator(".work-answer").inner_text()
    _example(page)
    assert _said(page) == "An invented example has been filled in."
    told = page.locator(".work-example li").all_text_contents()
    shown = page.locator(".work-answer .work-notices li").all_text_contents()
    # The page was built on another day than today: what depends on the day may differ.
    assert shown
    if name not in DAY_MATTERS:
        assert [" ".join(text.split()) for text in shown] == [" ".join(t.split()) for t in told]
    assert page.evaluate("localStorage.length") == 0


# Tools whose answer depends on which day it is.
DAY_MATTERS = {"capacity-board", "loop-goals"}


def test_what_stood_there_can_be_brought_back(page, address):
    """An example over one's own work is taken away again by one button."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Type of situation (no names)").fill("Mine")
    _example(page)
    page.get_by_role("button", name="Bring back what was here").click()
    assert page.get_by_label("Type of situation (no names)").input_value() == "Mine"
    assert _said(page) == "What you had is back."


def test_what_a_press_came_to_is_shown_beside_the_button(page, address):
    """The eye is told beside the button, until more is said; a link leads to the answer."""
    _open(page, address, "coordination-diagram")
    _example(page)
    shown = page.locator(".work-told")
    assert shown.all_inner_texts() == ["An invented example has been filled in.", ""]
    page.get_by_label("Remember it on this device").check()
    assert shown.all_inner_texts() == ["", "This browser now remembers what you write here."]
    page.get_by_label("Type of situation (no names)").fill("Mine")
    page.get_by_label("Group 1: Function").fill("Other")
    wait_until(
        page, "![...document.querySelectorAll('.work-told')].some((told) => told.textContent)"
    )
    page.get_by_role("link", name="Go to the answer").click()
    wait_until(
        page, "document.querySelector('#work-answer').getBoundingClientRect().top < innerHeight / 2"
    )


def test_the_list_of_tools_tells_no_reading_time(page, address):
    """Beside a tool it would read as the time the tool takes; a list of chapters has it."""
    page.goto(f"{address}tools/")
    assert page.locator(".card").count() >= len(NAMES)
    assert not page.locator(".card-facts").count()
    page.goto(f"{address}starter-pack/")
    assert page.locator(".card-facts").count()


def test_a_full_table_says_so_beside_its_button(page, address):
    """Who cannot add one more row is told where the button is; a row taken away takes that away too."""
    _open(page, address, "network-map")
    add = page.get_by_role("button", name="Add", exact=False).first
    for _ in range(9):
        add.click()
    shown = page.locator(".work-table > .work-trouble").first
    assert shown.inner_text() == "There is no room for more rows."
    page.locator(".work-remove").first.click()
    assert not shown.inner_text()


def test_a_file_takes_everything_along(page, address, tmp_path):
    """What is saved as a file and opened again is the same; a file of another kind changes nothing."""
    _open(page, address, "coordination-diagram")
    _example(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "mine.json"
    saved.value.save_as(file)
    before = page.locator(".work-answer").inner_text()
    page.get_by_role("button", name="Start again").click()
    _choose(page, "Open a saved file", file)
    _wait(page, "Opened: mine.json.")
    assert page.locator(".work-answer").inner_text() == before
    pair = {"groups": [{"name": "A"}, {"name": "B"}], "means": {"0>1": 7}}
    for text, told in (
        ("{", ""),
        ("[]", ""),
        ('{"slingan": "other", "input": {}}', ""),
        (_saved_file({"groups": [{"name": "x" * 99}]}), "Row 1, Function: ‘xxx"),
        (_saved_file({"situation": "x" * 99}), " Type of situation (no names): ‘xxx"),
        (_saved_file(pair), " The groups’ mean scores, 1 to 5: ‘7’ cannot be used."),
    ):
        file.write_text(text, encoding="utf-8")
        _choose(page, "Open a saved file", file)
        _wait(page, "Nothing has been changed.")
        assert told in f" {_said(page)}"
        assert page.locator(".work-answer").inner_text() == before
        page.evaluate("document.querySelector('.work-status').textContent = ''")


def _saved_file(given):
    return json.dumps({"slingan": "coordination-diagram", "input": given})


def _choose(page, button, file):
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name=button, exact=True).click()
    asked.value.set_files(file)


@pytest.mark.parametrize("name", NAMES)
def test_tables_go_to_a_spreadsheet_and_back(page, address, tmp_path, name):
    """Every table and square that is saved and opened again comes to the same."""
    _open(page, address, name)
    _example(page)
    page.locator(".work-files > summary").click()
    before = page.locator(".work-answer").inner_text()
    labels = [one.label["en"] for one in tools()[name].inputs if one.kind in ("table", "matrix")]
    for number, label in enumerate(labels):
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"Save table (CSV): {label}", exact=True).click()
        file = tmp_path / f"{number}.csv"
        saved.value.save_as(file)
        if len(file.read_text(encoding="utf-8").splitlines()) < 2:
            continue  # the example leaves it empty
        _choose(page, f"Open table (CSV): {label}", file)
        _wait(page, f"Opened: {file.name}.")
        assert page.locator(".work-answer").inner_text() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from;to;answer\nA;B;4,1\nB;A;3.9\n", "Opened"),
        ("from,to,answer\r\n\"A\",\"B\",4.1\r\n", "Opened"),
        ("\ufefffrom\tto\tanswer\nA\tB\t4\n", "Opened"),
        ("from;to;answer\nA;B;7\n",
         "Row 2, The groups’ mean scores, 1 to 5: ‘7’ cannot be used. Write a number from 1 to 5."),
        ("from;to;answer\nA;;4\n", "Fill in both ‘from’ and ‘to’."),
        ("value;to;from\n4.1;B;A\n", "Opened"),
        ("A;B;4\nB;A;3\n", "no column ‘A’ here. The columns should be called: from, to, answer."),
        ("from;to\nA;B\n", "There is no column ‘answer’ here."),
        ("from,to,answer\nA,B,4,1\n", "something in a column without a heading."),
        ("", "The file has no rows."),
        ("from;to;answer\n", "The file has no rows."),
        ("from;to;answer\n" + "".join(f"A;{other};3\n" for other in "BCDEFGHI"),
         "There is room for 8 rows. The file has 9."),
    ],
)  # fmt: skip
def test_a_square_from_a_spreadsheet(page, address, tmp_path, text, said):
    """Semicolons, commas, tabs, decimal commas and marks of Windows are understood; the rest is told."""
    _open(page, address, "coordination-diagram")
    page.locator(".work-files > summary").click()
    file = tmp_path / "scores.csv"
    file.write_text(text, encoding="utf-8", newline="")
    _choose(page, "Open table (CSV): The groups’ mean scores, 1 to 5", file)
    _wait(page, said)
    opened = said == "Opened"
    assert (page.locator(".work-picture").count() == 1) is opened
    assert ("Nothing has been changed." in _said(page)) is not opened


def test_a_text_that_is_too_long_is_told_and_not_cut(page, address):
    """What is pasted stays whole in its field, so that nobody loses half of it unseen."""
    _open(page, address, "coordination-diagram")
    field = page.get_by_label("Type of situation (no names)")
    field.fill("long " * 30)
    page.keyboard.press("Tab")
    assert field.input_value() == "long " * 30
    assert page.get_by_text("At most 80 characters.").is_visible()


def test_a_cell_cannot_be_a_formula(page, address, tmp_path):
    """What begins like a formula is kept a text in the file, and comes back as it was."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Group 1: Function").fill('=HYPERLINK("x")')
    page.locator(".work-files > summary").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save table (CSV): The groups", exact=True).click()
    file = tmp_path / "groups.csv"
    saved.value.save_as(file)
    assert "'=HYPERLINK" in file.read_text(encoding="utf-8")
    _choose(page, "Open table (CSV): The groups", file)
    _wait(page, "Opened")
    assert page.get_by_label("Group 1: Function").input_value() == '=HYPERLINK("x")'


def test_nothing_is_kept_unless_asked(page, address):
    """Ticking the box keeps it on this device, as the privacy page tells; unticking forgets it."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Type of situation (no names)").fill("Mine")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Remember it on this device").check()
    page.reload()
    assert page.get_by_label("Type of situation (no names)").input_value() == "Mine"
    title = page.locator("h1").inner_text()
    page.goto(f"{address}en/privacy/")
    assert page.locator("[data-kept] span").all_inner_texts() == [
        f"What you wrote in the tool ‘{title}’"
    ]
    _open(page, address, "coordination-diagram")
    page.get_by_label("Remember it on this device").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_rows_come_and_go_by_keyboard(page, address):
    """One stands in a new row at once, and after a row is gone in the next one."""
    _open(page, address, "coordination-diagram")
    add = page.get_by_role("button", name="Add group")
    add.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "Group 4: Function"
    page.keyboard.type("Fourth")
    page.get_by_role("button", name="Remove group 2").focus()
    page.keyboard.press("Enter")
    _wait(page, "Removed: group 2. ")
    assert _said(page).startswith("Removed: group 2. The answer has changed.")
    assert page.evaluate("document.activeElement.ariaLabel") == "Group 2: Function"
    assert page.get_by_label("Group 3: Function").input_value() == "Fourth"


def test_questions_that_belong_together_stand_in_a_named_group(page, address):
    """Twelve selects after each other say nothing of what they are about; their group does."""
    _open(page, address, "readiness-advice")
    assert page.get_by_role("group", name="Knowledge").get_by_role("combobox").count() == 4
    assert page.locator(".work-group").count() == 3


def test_a_wrong_number_is_told_beside_its_field(page, address):
    """It is said when one leaves the field, tied to it, and counts as no answer."""
    _open(page, address, "coordination-diagram")
    _example(page)
    cell = page.get_by_label("Housing support about Job centre")
    cell.fill("9")
    page.keyboard.press("Tab")
    assert cell.get_attribute("aria-invalid") == "true"
    told = page.locator(f"#{cell.get_attribute('aria-describedby')}")
    assert told.inner_text() == "Write a number from 1 to 5."
    _wait(page, "Arrows without an answer: 1", ".work-answer")
    unusable = "cannot be used and is left out of the answer: Housing support about Job centre."
    assert unusable in page.locator(".work-answer li").first.inner_text()
    assert "To change: 1." in _said(page)
    cell.fill("3,4")
    page.keyboard.press("Tab")
    assert cell.get_attribute("aria-invalid") is None
    wait_until(page, "!document.querySelector('.work-answer').textContent.includes('be used')")


def test_what_is_said_of_an_answer_tells_what_there_is(page, address):
    """Words found are counted though nothing is to be changed; no answer is not told as one."""
    _open(page, address, "word-mirror")
    field = page.get_by_label("How we often describe the person")
    field.fill("He is unmotivated and never comes.")
    _wait(page, "The answer has changed. Rows in ‘Words to pause at’: 2.")
    field.fill("")
    _wait(page, "Fill in, and the answer appears here.")
    assert "changed" not in _said(page)


def test_who_loses_something_hears_of_the_button_that_brings_it_back(page, address):
    """Starting again and removing a row say so; where nothing was lost nothing is said of it."""
    undo = "To undo, press ‘Bring back what was here’."
    _open(page, address, "coordination-diagram")
    page.get_by_role("button", name="Remove group 2").click()
    _wait(page, "Removed: group 2.")
    assert undo not in _said(page)
    page.get_by_label("Group 1: Function").fill("Mine")
    page.get_by_label("Group 2: Function").fill("Other")
    page.get_by_role("button", name="Remove group 2").click()
    _wait(page, undo)
    page.get_by_role("button", name="Start again").click()
    _wait(page, "Everything has been cleared.")
    assert _said(page) == f"Everything has been cleared. {undo}"


def test_a_negative_number_is_read_aloud_and_counted_with(page, address):
    """The answer has a minus sign, which voices read; the file has the hyphen that spreadsheets take."""
    _open(page, address, "capacity-board")
    _example(page)
    assert page.locator(".work-answer td", has_text="−3").count() == 1
    page.locator(".work-files > summary").click()
    with page.expect_download() as saved:
        page.locator(".work-files button").nth(2).click()
    text = saved.value.path().read_text(encoding="utf-8-sig")
    assert ",-3," in text
    assert "−" not in text


def test_where_order_matters_rows_are_moved_up_by_keyboard(page, address):
    """One row and the one above change places, what will not do with them; one stays with the row."""
    _open(page, address, "guide-matching")
    _example(page)
    names = [page.get_by_label(f"Request {n}: Unit").input_value() for n in (1, 2, 3)]
    page.get_by_label("Request 3: Number of loops").fill("many")
    assert page.get_by_role("button", name="Move up request 1", exact=True).count() == 0
    page.get_by_role("button", name="Move up request 3", exact=True).focus()
    page.keyboard.press("Enter")
    _wait(page, "Request 3 is now request 2.")
    assert page.evaluate("document.activeElement.ariaLabel") == "Move up request 2"
    assert page.get_by_label("Request 2: Number of loops").input_value() == "many"
    page.keyboard.press("Enter")
    _wait(page, "Request 2 is now request 1.")
    assert page.evaluate("document.activeElement.ariaLabel").startswith("Request 1: ")
    moved = [page.get_by_label(f"Request {n}: Unit").input_value() for n in (1, 2, 3)]
    assert moved == [names[2], names[0], names[1]]


@pytest.mark.parametrize(
    "text", ["anna@exempel.se", "19850101-1234", "010185-1234", "070-123 45 67", "+45 12 34 56 78"]
)
def test_what_looks_like_personal_data_is_pointed_out(page, address, text):
    """Addresses, telephone numbers and civic numbers are no roles; dates and figures are left alone."""
    _open(page, address, "coordination-diagram")
    field = page.get_by_label("Type of situation (no names)")
    field.fill(text)
    page.keyboard.press("Tab")
    assert page.get_by_text("This looks like personal data.").is_visible()
    field.fill("2027-01-12, 3 of 12 at 10.30")
    page.keyboard.press("Tab")
    assert not page.get_by_text("This looks like personal data.").is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_paper_holds_the_tool_alone(page, address, name):
    """The print button leaves only title, what was filled in and the answer, and no field."""
    _open(page, address, name)
    _example(page)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print", exact=True).click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".work-printed-title").is_visible()
    for hidden in (
        ".top",
        ".chapter-head",
        ".work-form",
        ".share",
        ".chapter-foot",
        ".work-buttons",
        ".reading > h2",
    ):
        found = page.locator(hidden)
        assert not any(found.nth(n).is_visible() for n in range(found.count())), hidden
    assert page.locator(".work-answer").is_visible()


def test_a_wrong_answer_stays_until_it_is_mended(page, address):
    """What will not do is still in its field when rows come and go, and is read aloud beside it."""
    _open(page, address, "coordination-diagram")
    _example(page)
    cell = page.get_by_label("Housing support about Job centre")
    cell.fill("9")
    page.get_by_role("button", name="Add group").click()
    page.get_by_label("Group 5: Function").fill("Fifth")
    assert cell.input_value() == "9"
    page.get_by_role("button", name="Remove group 3").click()
    assert cell.input_value() == "9"
    assert cell.get_attribute("aria-invalid") == "true"
    told = page.locator(f"#{cell.get_attribute('aria-describedby')}")
    assert told.inner_text() == "Write a number from 1 to 5."
    assert told.get_attribute("aria-live") == "polite"


def test_own_work_outlives_the_example(page, address):
    """However often the example is shown or all is cleared, one's own work can be brought back."""
    _open(page, address, "coordination-diagram")
    title = page.get_by_label("Type of situation (no names)")
    title.fill("Mine")
    for name in ("Show an example", "Show an example", "Start again", "Show an example"):
        page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Bring back what was here").click()
    assert title.input_value() == "Mine"


def test_a_square_is_named_and_tells_two_of_the_same_apart(page, address):
    """The table of answers has a name and a hint; of two rows with one name the second is numbered."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Group 1: Function").fill("Same")
    page.get_by_label("Group 2: Function").fill("Same")
    square = page.get_by_role("table", name="The groups’ mean scores, 1 to 5")
    assert square.get_by_label("Same about Same (2)", exact=True).count() == 1
    hint = page.locator(".work-square").get_attribute("aria-describedby")
    assert page.locator(f"#{hint}").is_visible()


def test_answers_go_with_the_names_of_their_rows(page, address, tmp_path):
    """A table that comes back in another order takes the answers of its square along."""
    _open(page, address, "coordination-diagram")
    _example(page)
    page.locator(".work-files > summary").click()
    file = tmp_path / "groups.csv"
    names = ["Psychiatry", "Case worker", "Housing support", "Job centre"]
    file.write_text("\n".join(["Function", *names]), encoding="utf-8")
    _choose(page, "Open table (CSV): The groups", file)
    _wait(page, "Opened")
    assert page.get_by_label("Housing support about Job centre").input_value() == "3.2"
    assert page.get_by_label("Psychiatry about Job centre").input_value() == "3.4"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_older_spreadsheets_are_read(page, address, tmp_path, encoding):
    """Swedish and Danish letters come through whatever the spreadsheet writes."""
    _open(page, address, "coordination-diagram")
    page.locator(".work-files > summary").click()
    file = tmp_path / "groups.csv"
    file.write_bytes("Function\nVård på høj\n".encode(encoding))
    _choose(page, "Open table (CSV): The groups", file)
    _wait(page, "Opened")
    assert page.get_by_label("Group 1: Function").input_value() == "Vård på høj"


@pytest.mark.parametrize("text", [";;\n1;2;3\n", "Function;\nA;lost\n", "Function\nA;lost\n"])
def test_nothing_in_a_table_is_lost_unsaid(page, address, tmp_path, text):
    """Cells under no head are told of instead of being left out."""
    _open(page, address, "coordination-diagram")
    page.locator(".work-files > summary").click()
    file = tmp_path / "groups.csv"
    file.write_text(text, encoding="utf-8")
    _choose(page, "Open table (CSV): The groups", file)
    _wait(page, "Nothing has been changed.")


@pytest.mark.parametrize(
    "given", [None, [], [1], {"situation": {"toString": 5}}, {"groups": [{"name": [1]}]}]
)
def test_a_file_of_the_wrong_kinds_changes_nothing(page, address, tmp_path, given):
    """Lists and blocks where a text should stand are refused in words."""
    _open(page, address, "coordination-diagram")
    file = tmp_path / "odd.json"
    file.write_text(
        json.dumps({"slingan": "coordination-diagram", "input": given}), encoding="utf-8"
    )
    _choose(page, "Open a saved file", file)
    _wait(page, "The file does not belong to this tool. Nothing has been changed.")


def test_a_browser_that_refuses_to_remember_is_told_of(page, address):
    """The box is not left ticked when nothing could be kept."""
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused') }")
    _open(page, address, "coordination-diagram")
    page.get_by_label("Remember it on this device").click()
    assert not page.get_by_label("Remember it on this device").is_checked()
    assert "does not let the page remember" in _said(page)


def test_a_text_that_is_too_long_is_told_of_and_brought_back(page, address):
    """It is in no file, which is said, and starting again does not lose it."""
    _open(page, address, "coordination-diagram")
    field = page.get_by_label("Type of situation (no names)")
    field.fill("long " * 30)
    page.get_by_role("button", name="Save as a file").click()
    assert "Saved: coordination-diagram.json. What cannot be used is left out." in _said(page)
    page.get_by_role("button", name="Start again").click()
    assert field.input_value() == ""
    page.wait_for_timeout(400)  # longer than the answer waits for the next key
    assert _said(page).startswith("Everything has been cleared. To undo")
    page.get_by_role("button", name="Bring back what was here").click()
    assert field.input_value() == "long " * 30
    assert field.get_attribute("aria-invalid") == "true"


def test_a_row_with_nothing_but_a_wrong_answer_can_be_brought_back(page, address):
    """What was typed there was work too; what is told beside it does not move the button away."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Group 2: Function").fill("x" * 50)
    page.get_by_role("button", name="Remove group 2").click()
    page.get_by_role("button", name="Bring back what was here").click()
    assert page.get_by_label("Group 2: Function").input_value() == "x" * 50


def _remember(page, given):
    key = "slingan:tool:coordination-diagram"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(given)])


def test_what_an_older_copy_of_the_site_kept_stays(page, address):
    """What fits stands there, the rest in its field with what is wanted; nothing is overwritten."""
    _open(page, address, "coordination-diagram")
    groups = [{"name": "x" * 50, "old": 1}, {"name": "Fits"}]
    _remember(page, {"situation": "Mine", "groups": groups, "gone": 1})
    _open(page, address, "coordination-diagram")
    assert page.get_by_label("Type of situation (no names)").input_value() == "Mine"
    assert page.get_by_label("Group 1: Function").input_value() == "x" * 50
    assert page.get_by_text("At most 30 characters.").is_visible()
    assert page.get_by_label("Group 2: Function").input_value() == "Fits"
    assert "can no longer be used" in _said(page)
    assert not page.get_by_label("Remember it on this device").is_checked()
    assert '"gone"' in page.evaluate("localStorage.getItem('slingan:tool:coordination-diagram')")


@pytest.mark.parametrize("given", [5, "x", [1], {"groups": "x"}, {"groups": [None]}, {"means": 5}])
def test_what_is_remembered_in_another_shape_breaks_nothing(page, address, given):
    """The tool stands there, and says so when it could not use all of it."""
    _open(page, address, "coordination-diagram")
    _remember(page, given)
    _open(page, address, "coordination-diagram")
    assert page.get_by_label("Group 1: Function").input_value() == ""


def test_two_tabs_that_remember_do_not_overwrite_each_other(page, address):
    """The tab that is left alone follows, and what stood in it can be brought back."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Type of situation (no names)").fill("Mine")
    page.get_by_label("Remember it on this device").check()
    other = page.context.new_page()
    _open(other, address, "coordination-diagram")
    other.get_by_label("Group 1: Function").fill("Theirs")
    _wait(page, "changed in another tab")
    assert page.get_by_label("Group 1: Function").input_value() == "Theirs"
    page.get_by_label("Group 2: Function").fill("Ours")
    _wait(other, "changed in another tab")
    other.get_by_label("Remember it on this device").uncheck()
    _wait(page, "no longer remembers")
    assert not page.get_by_label("Remember it on this device").is_checked()


def test_what_is_typed_last_is_remembered_and_printed(page, address):
    """Also when the page is left, or printed, before the answer was drawn anew."""
    _open(page, address, "coordination-diagram")
    page.get_by_label("Remember it on this device").check()
    type_ = (
        "text => { const field = document.querySelector('.work-form input'); field.value = text;"
    )
    type_ += " field.dispatchEvent(new Event('input')); dispatchEvent(new Event('%s')); }"
    page.evaluate(type_ % "beforeprint", "First")
    assert "appears here" not in page.locator(".work-answer").inner_text()
    page.evaluate(type_ % "pagehide", "Last")
    assert '"Last"' in page.evaluate("localStorage.getItem('slingan:tool:coordination-diagram')")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"sep=;\r\nFunction;\r\nA;\r\n", "Opened"),
        (b"Function;Function\nA;B\n", "Two columns are called \u2018Function\u2019."),
        (b'Function\nA\n"B\nC\n', "There is no closing quotation mark in row 3."),
        (b"PK\x03\x04 and so on", "Save the table as CSV"),
        ("Function\nA\n".encode("utf-16-le"), "Save the table as CSV"),
    ],
)
def test_files_that_spreadsheets_and_hands_make(page, address, tmp_path, data, said):
    """None of them loses a row or a column unsaid."""
    _open(page, address, "coordination-diagram")
    page.locator(".work-files > summary").click()
    file = tmp_path / "groups.csv"
    file.write_bytes(data)
    _choose(page, "Open table (CSV): The groups", file)
    _wait(page, said)


@pytest.mark.parametrize("groups", ["x", [1], [None], [{"name": "A", "more": 1}]])
def test_a_saved_file_with_more_than_the_form_has_is_refused(page, address, tmp_path, groups):
    """What nobody could see again would be lost."""
    _open(page, address, "coordination-diagram")
    file = tmp_path / "odd.json"
    file.write_text(json.dumps({"slingan": "coordination-diagram", "input": {"groups": groups}}))
    _choose(page, "Open a saved file", file)
    _wait(page, "The file does not belong to this tool. Nothing has been changed.")
