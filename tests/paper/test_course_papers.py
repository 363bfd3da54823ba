"""The finished papers of courses, read back: programme, sheet for the wall, all printables."""

import itertools

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from ical.calendar_stream import IcsCalendarStream

import readback
from coursesite import COURSES, make_copy, settle
from press.build import Build, check
from press.project import LANGUAGES
from press.render.course import course_data, course_of
from small_site import replace_in


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """All courses of this project, made anew; the guide training has a start that is settled."""
    project = make_copy(tmp_path_factory.mktemp("courses"))
    settle(project, "guide-training-programme")
    made = Build(project, check(project))
    for language in LANGUAGES:
        for course in COURSES:
            made.make_course(made.library.entries[language, f"courses/{course}"])
    assert made.problems == []
    return made


def codes(path):
    """Return what the QR codes of a PDF say, seen as a phone sees them."""
    found = []
    for sheet in pypdfium2.PdfDocument(path):
        image = sheet.render(scale=150 / 72, grayscale=True).to_pil()
        found += [code.text for code in zxingcpp.read_barcodes(image)]
    return found


def told(build, language, course):
    entry = build.library.entries[language, f"courses/{course}"]
    return course_data(entry, build.desks[language])


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("paper", ["handout", "wall", "printables"])
def test_papers_are_pdf_ua_in_our_typeface(build, course, paper):
    """An independent checker looks at them; headings begin at the top and skip no level."""
    for language in LANGUAGES:
        path = build.files[f"print/{language}/{course}-{paper}.pdf"]
        assert readback.breaches(path) == []
        assert all(font.startswith("Atkinson") for font in readback.fonts(path))
        levels = [int(kind[2:]) for kind in readback.headings(path)]
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)) or paper == "printables"
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang).startswith(language)


@pytest.mark.parametrize("course", COURSES)
def test_the_programme_has_a_code_for_each_session(build, course):
    """Each leads to the session's place by the course's short address; its texts are there."""
    for language in LANGUAGES:
        path = build.files[f"print/{language}/{course}-handout.pdf"]
        data = told(build, language, course)
        assert sorted(codes(path)) == sorted(s["address"] for s in data["sessions"])
        text = " ".join(readback.text(path).split())
        for session in data["sessions"]:
            assert session["title"] in text
            assert all(aim in text for aim in session["aims"])
        assert data["shown"] in text
        assert set(readback.sizes(path)) == {(210, 297)}


@pytest.mark.parametrize("course", COURSES)
def test_the_wall_has_one_sheet_with_codes_and_numbers(build, course):
    """The course and the chapters it uses most; numbers large enough for two metres."""
    for language in LANGUAGES:
        path = build.files[f"print/{language}/{course}-wall.pdf"]
        data = told(build, language, course)
        assert readback.sizes(path) == [(210, 297)]
        wanted = [data["address"], *(chapter["address"] for chapter in data["chapters"])]
        assert sorted(codes(path)) == sorted(wanted)
        numbers = {str(data["number"]), *(str(chapter["number"]) for chapter in data["chapters"])}
        assert numbers <= large(path, 24)


def large(path, least):
    """Return the words of a page that are set in so many points at least."""
    page = pypdfium2.PdfDocument(path)[0]
    text = page.get_textpage()
    found = set()
    for n in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(n)
        if (top - bottom) / 0.7 >= least:  # digits are 0.7 of the size high
            found.add(text.get_text_bounded(left, bottom, right, top).strip())
    return found


@pytest.mark.parametrize("course", COURSES)
def test_all_printables_lie_in_one_file_in_order(build, course):
    """The first page lists them; each is in the outline, whole, and its fields can be filled in."""
    for language in LANGUAGES:
        path = build.files[f"print/{language}/{course}-printables.pdf"]
        data = told(build, language, course)
        first = " ".join(pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded().split())
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            titles = [str(i.title) for top in outline.root for i in [top, *top.children]]
        wanted = [printable["title"] for printable in data["printables"]]
        assert [title for title in titles if title in wanted] == wanted
        assert all(title in first for title in wanted)


def test_the_first_page_tells_sizes_and_what_has_a_file_of_its_own(build):
    """Cards printed from here would lie one on a sheet, and a leaflet in six pieces."""

    def first(language, course):
        pdf = pypdfium2.PdfDocument(build.files[f"print/{language}/{course}-printables.pdf"])
        return " ".join(pdf[0].get_textpage().get_text_bounded().split())

    training = first("sv", "guide-training-programme")
    assert training.count("A6") == 3
    assert training.count("Skriv ut från en egen fil: PDF att skriva ut och klippa isär (A4)") == 3
    assert "A4 liggande" in training
    assert "Print from its own file: PDF to print and fold (A4)" in first("en", "managers-half-day")
    regional = first("da", "regional-guide-meetings")
    assert "A3" in regional and "kapitel 106" in regional


def test_the_leaders_page_names_what_the_wall_has_no_room_for(build):
    """Two of the ten chapters of the guide training; the other courses lack none."""
    says = "har plats för 8 kapitel"
    for course in COURSES:
        entry = build.library.entries["sv", f"courses/{course}"]
        page = build.leader_page(entry)
        assert (says in page) == (course == "guide-training-programme")
        missing = told(build, "sv", course)["not_on_wall"]
        assert len(missing) == (2 if says in page else 0)


def test_a_settled_start_gives_a_calendar_and_no_field_for_it(build):
    """The calendar lies beside the page; the programme says the days."""
    for language in LANGUAGES:
        entry = build.library.entries[language, "courses/guide-training-programme"]
        made = build.files[f"{entry.url}guide-training-programme.ics"].read_bytes()
        events = IcsCalendarStream.calendar_from_ics(made.decode()).events
        assert len(events) == len(course_of(entry).sessions) + len(course_of(entry).tasks)
        days = sorted(str(e.dtstart)[:10] for e in events if "half-day" in e.uid)
        assert days == ["2027-03-09", "2027-03-16", "2027-03-23", "2027-04-06", "2027-04-13"]
        text = readback.text(build.files[f"print/{language}/guide-training-programme-handout.pdf"])
        assert "2027" in text
        assert f"{entry.url}managers-half-day.ics" not in build.files


def test_the_links_are_a_text_that_windows_reads(build):
    """UTF-8 with a mark, and its line ends."""
    data = build.files["da/courses/managers-half-day/leader/managers-half-day.txt"].read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    assert "Læs før" in data.decode("utf-8-sig")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_course_without_printables_has_two_papers(tmp_path):
    """No file is made of nothing, and the page offers none."""
    project = make_copy(tmp_path)
    for path in project.docs.glob("*/courses/one-day-knowledge-course.md"):
        replace_in(path, ("      printables: [network-bubbles, network-view]\n", ""))
    made = Build(project, check(project))
    assert made.library.problems == []
    entry = made.library.entries["sv", "courses/one-day-knowledge-course"]
    made.make_course(entry)
    assert {p.rsplit("-", 1)[1] for p in made.files if p.endswith(".pdf")} == {
        "handout.pdf",
        "wall.pdf",
    }
    assert "knowledge-course-printables" not in made.fragments["sv"].course(entry)
