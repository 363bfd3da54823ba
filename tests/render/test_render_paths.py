"""Learning paths as pages show them: the path's own page, the box on each step, the home page."""

import json

import pytest
from lxml import html

from path_site import make_path_site
from press.build import Build, check
from press.project import LANGUAGES
from press.render.paperdata import chapter_blocks
from press.render.paths import Ways, steps_table
from press.render.reading_time import EASY_WORDS_A_MINUTE, easy_minutes
from small_site import replace_in


@pytest.fixture
def site(path_drawing):
    """The small site with two learning paths, ready to be drawn."""
    return path_drawing


def boxes(site, language, slug):
    """Return the boxes on a chapter's page as elements."""
    entry = site.library.entries[language, slug]
    made = site.fragments[language].path_boxes(entry)
    return html.fragment_fromstring(made, create_parent="div")


def page(site, language, name):
    """Return what a path's own page shows, as elements."""
    entry = site.library.entries[language, f"courses/path-{name}"]
    return html.fragment_fromstring(site.fragments[language].path(entry), create_parent="div")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_tells_where_a_chapter_stands_and_leads_on(site, language):
    """Number in the heading, next step with the path in its address, the whole path."""
    (box,) = boxes(site, language, "method-guide/cake").xpath("//section")
    assert box.get("data-path") == "new"
    assert json.loads(box.get("data-steps")) == ["tea", "cake", "milk"]
    assert box.findtext("h2").startswith(f"path_box {language}")
    assert [a.get("href") for a in box.xpath(".//a")] == [
        "../milk/?path=new",
        "../../courses/path-new/",
    ]
    (button,) = box.xpath(".//button[@data-read]")
    assert button.get("aria-pressed") == "false"
    assert button.getparent().get("data-needs-script") is not None


def test_the_heading_says_step_and_path(tmp_path):
    """In the reader's own words, not in a picture or an attribute."""
    project = make_path_site(tmp_path / "site")
    build = Build(project, check(project))
    for language, said in (
        ("sv", "Lärväg: Ny sv – steg 2 av 3"),
        ("da", "Læringsvej: Ny da – trin 2 af 3"),
        ("en", "Learning path: Ny en – step 2 of 3"),
    ):
        entry = build.library.entries[language, "method-guide/cake"]
        assert f">{said}</h2>" in build.fragments[language].path_boxes(entry)


def test_a_chapter_of_two_paths_has_two_boxes_and_links_to_the_others(site):
    """The first is shown without script, and the list names the rest."""
    root = boxes(site, "sv", "method-guide/tea")
    assert [box.get("class") for box in root.xpath("//section")] == ["path-box shown", "path-box"]
    others = root.xpath("//li[@data-path-other]")
    assert [item.get("hidden") is not None for item in others] == [True, False]
    assert others[1].find("a").get("href") == "../../courses/path-calm/"
    # The last step of a path has nowhere further to lead.
    assert "path_last sv" in root.xpath("//section")[1].text_content()
    easy = root.xpath("//section[@data-easy]")
    assert [box.get("data-path") for box in easy] == ["calm"]


def test_the_last_step_and_a_chapter_of_no_path(site):
    """No box where there is nothing to say."""
    assert "path_last" in boxes(site, "en", "method-guide/milk").text_content()
    entry = site.library.entries["en", "courses/path-new"]
    assert site.fragments["en"].path_boxes(entry) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paths_page_has_stages_with_numbered_steps(site, language):
    """Numbers go on through the stages; each step has a box to tick whose name tells the chapter."""
    root = page(site, language, "new")
    assert [h.text for h in root.iter("h3")] == {
        "sv": ["Dagen", "Veckan"], "da": ["Dagen", "Ugen"], "en": ["The day", "The week"],
    }[language]  # fmt: skip
    assert [ol.get("start") for ol in root.iter("ol")] == ["1", "3"]
    assert [box.get("data-step") for box in root.xpath("//input")] == ["tea", "cake", "milk"]
    label = root.xpath("//label[input[@data-step='cake']]")[0].text_content()
    assert label.strip() == f"path_done {language} – Kaka {language}"
    assert root.xpath("//a[@data-begin]")[0].get("href") == "../../method-guide/tea/?path=new"


def test_an_easy_path_leads_to_easy_reading(site):
    """With the titles of the easy-read versions, and the time that takes."""
    root = page(site, "sv", "calm")
    assert not root.xpath("//h3")
    link = root.xpath("//ol//a")[0]
    easy = site.library.entries["sv", "method-guide/tea"].easy
    assert link.get("href") == "../../method-guide/tea/?read=easy&path=calm"
    assert link.text == easy.model.title


def test_easy_text_is_read_more_slowly(site):
    """Its own words are counted, at its own pace."""
    entry = site.library.entries["sv", "method-guide/tea"]
    assert EASY_WORDS_A_MINUTE < 180
    assert easy_minutes(entry) >= 1


def test_the_home_page_knows_all_steps(site):
    """So that a script can say where the reader was without asking anybody."""
    made = site.fragments["da"].go_on(site.home("da"))
    paths = json.loads(html.fragment_fromstring(made).get("data-path-go-on"))
    assert list(paths) == ["calm", "new"]
    assert paths["new"]["href"] == "courses/path-new/"
    assert paths["new"]["steps"][2] == {
        "href": "method-guide/milk/?path=new", "id": "milk", "title": "Mjölk da",
    }  # fmt: skip


def test_without_paths_nothing_is_drawn(drawing):
    """A site may have none."""
    assert drawing.fragments["sv"].go_on(drawing.home("sv")) == ""
    assert drawing.fragments["sv"].path_boxes(drawing.chapter("sv")) == ""


def test_the_head_of_a_paths_page_tells_how_long_the_path_is(site):
    """Not how long its own few lines take."""
    entry = site.library.entries["sv", "courses/path-new"]
    assert "path_length sv" in site.fragments["sv"].chapter_head(entry)


def test_paper_and_plain_text_have_the_steps_as_a_table(site):
    """With whole addresses; the stage is a column where there are several."""
    desk = site.desks["en"]
    table = steps_table(site.library.paths[0], Ways(desk))
    assert (table["kind"], table["columns"]) == ("table", 4)
    assert [row[2][0]["text"] for row in table["rows"]] == ["The day", "The day", "The week"]
    assert table["rows"][1][1][0]["href"] == "https://a.example/en/method-guide/cake/?path=new"
    assert steps_table(site.library.paths[1], Ways(desk))["columns"] == 3


def test_a_step_whose_chapter_is_broken_is_left_out_of_a_preview(tmp_path):
    """A preview is drawn though something is wrong; nothing may end in a traceback."""
    project = make_path_site(tmp_path / "site")
    replace_in(project.docs / "sv/method-guide/cake.md", ("title:", "titel:"))
    build = Build(project, check(project))
    assert build.library.problems
    entry = build.library.entries["sv", "courses/path-new"]
    assert 'data-step="cake"' not in build.fragments["sv"].path(entry)
    assert chapter_blocks(entry, build.desks["sv"])
