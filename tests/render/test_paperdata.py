"""The data that paper is drawn from."""

import json
from dataclasses import replace

import pytest

from press.render.paperdata import (
    PAPER_WORDS,
    audience,
    chapter_data,
    outside_data,
    outside_of,
    sources_of,
)
from press.render.printable import printable_data
from press.render.prose import blocks

URL = "https://a.example/"
ADDRESS = "https://a.example/method-guide/tea/"
SHORT = "a.example/k/101/"


def checklist_data(drawing, language="sv"):
    entry = drawing.chapter(language)
    checklist = entry.model.printables[0]
    return printable_data(entry, checklist, drawing.desks[language])


def folder_data(drawing, language="sv"):
    entry = drawing.chapter(language)
    leaflet = entry.model.printables[1]
    return printable_data(entry, leaflet, drawing.desks[language])


@pytest.fixture
def chapter(drawing):
    """Return the data of the Swedish chapter with some HTML."""

    def make(html="", language="sv"):
        desk = replace(drawing.desks[language], prose=lambda path: blocks(html, ADDRESS))
        return chapter_data(drawing.chapter(language), desk)

    return make


def text(words, **style):
    return {"kind": "text", **style, "text": words}


def paragraph(*runs):
    return {"kind": "paragraph", "runs": list(runs)}


TEA_LIST = {
    "kind": "printable",
    "title": "Telista",
    "summary": "Det du behöver.",
    "address": f"{ADDRESS}#tea-list",
    "shown": SHORT,
}
TEA_LEAFLET = {
    "kind": "printable",
    "title": "Tefolder",
    "summary": "En folder om te.",
    "address": f"{ADDRESS}#tea-leaflet",
    "shown": SHORT,
}


def test_all_paper_says_where_it_comes_from(drawing):
    """A sheet that lies about names publisher, sources, address and edition."""
    data = checklist_data(drawing)
    asked = ("lang", "publisher", "address", "short", "edition", "id", "title")
    assert {key: data[key] for key in asked} == {
        "lang": "sv",
        "publisher": "site_name sv",
        "address": f"https://{SHORT}",
        "short": SHORT,
        "edition": "2026-01-02",
        "id": "tea-list",
        "title": "Telista",
    }
    assert data["source_note"] == "sources_short sv Utgivare; sources_others sv"


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_paper_is_in_the_language_of_its_chapter(drawing, language):
    """Words, language and the page that tells whether a sheet is the newest belong together."""
    data = folder_data(drawing, language)
    assert data["lang"] == language
    assert data["words"] == {key: drawing.words[language][key] for key in PAPER_WORDS}
    assert data["qr"]["address"] == f"{URL}p/tea-leaflet/{language}/2026-01-02/"
    assert data["qr"]["title"].startswith(f"qr_asks {language} ")


@pytest.mark.parametrize("make", [checklist_data, folder_data])
def test_the_data_is_plain(drawing, make):
    """Data goes to the typesetter as JSON, and its hash names the finished file."""
    data = make(drawing)
    assert json.loads(json.dumps(data)) == data


def test_a_checklist_has_its_groups_and_lines(drawing):
    """Times and roles are said in words, with names for the form fields."""
    data = checklist_data(drawing)
    assert data["start"] == "träffens dag"
    assert data["fields"] == [{"name": "field-room", "label": "Rum"}]
    assert [group["title"] for group in data["groups"]] == ["Före", "Efter"]
    assert data["groups"][0]["items"] == [
        {
            "id": "boil",
            "name": "item-boil",
            "text": "Koka vatten.",
            "note": "Minst en liter.",
            "role": "role_guides sv",
            "when": "when_days_before_one sv",
            "days": -1,
            "date": None,
        },
        {
            "id": "cups",
            "name": "item-cups",
            "text": "Ställ fram koppar.",
            "note": None,
            "role": None,
            "when": None,
            "days": None,
            "date": None,
        },
    ]


def test_every_form_field_has_words_for_a_screen_reader(drawing):
    """A box without a name is of no use to someone who cannot see the paper."""
    assert checklist_data(drawing)["labels"] == {
        "field-room": "Rum",
        "item-boil": "Koka vatten. (when_days_before_one sv, role_guides sv)",
        "item-cups": "Ställ fram koppar.",
        "item-wash": "Diska. (when_weeks_after sv 2)",
    }


def test_a_folder_has_its_panels_in_reading_order(drawing):
    """The sheet is printed in one order and read in another."""
    data = folder_data(drawing)
    assert data["reading_order"] == ["cover", "inside_1", "inside_2", "inside_3", "flap", "back"]
    assert list(data["panels"]) == data["reading_order"]
    assert data["labels"] == {"contact-1": "Enhet"}
    assert data["panels"]["inside_1"] == {
        "title": "Vad",
        "blocks": [paragraph(text("Te är "), text("varmt", strong=True), text("."))],
        "contact": [],
    }
    assert data["panels"]["back"]["contact"] == ["Enhet"]


def test_a_chapter_says_what_it_is(chapter):
    """The head and foot of a chapter's PDF."""
    data = chapter()
    del data["words"]
    code = data.pop("qr")
    assert (code["address"], code["title"]) == (
        f"{URL}k/101/sv/",
        "qr_leads_to_chapter sv Te på träffen",
    )
    asked = data.pop("ask")
    assert (asked["heading"], asked["note"]) == ("ask_heading sv", "ask_on_paper sv")
    assert asked["questions"][1:] == [
        {"text": "What goes into te?", "several": True, "options": ["Water.", "Leaves.", "Salt."]},
        {"text": "Who likes te?", "several": False, "options": []},
    ]
    assert "It was." not in str(asked)  # a group finds its own answers
    assert data.pop("terms") is None  # none is to be explained
    assert data == {
        "lang": "sv",
        "publisher": "site_name sv",
        "source_note": "sources_short sv Utgivare; sources_others sv",
        "address": f"https://{SHORT}",
        "short": SHORT,
        "local": None,
        "id": "tea",
        "title": "Te på träffen",
        "summary": "Koka te före träffen.",
        "edition": "2026-01-02",
        "part": "part_method-guide sv",
        "audience": "audience_new-staff sv, audience_manager sv",
        "blocks": [TEA_LIST, TEA_LEAFLET],
        "rests_on": ["En artikel"],
        "outside": [
            {
                "id": "D6",
                "text": "Fyra träffar.",
                "where": "en handbok",
                "certainty": "certainty_high sv",
            }
        ],
        "labels": {},
    }


def test_a_printable_stands_where_its_mark_is(chapter):
    """A marked printable takes the place of its mark, the others come at the end."""
    made = chapter("<p>a</p>\n<p>[[tea-leaflet]]</p>\n<p>b</p>")["blocks"]
    assert made == [paragraph(text("a")), TEA_LEAFLET, paragraph(text("b")), TEA_LIST]


@pytest.mark.parametrize(
    "html", ["<p>see [[tea-list]]</p>", "<p>[[gone]]</p>", "<h2>[[tea-list]]</h2>"]
)
def test_other_marks_stay_text(chapter, html):
    """Only a paragraph that is nothing but a mark is a place for a printable."""
    assert chapter(html)["blocks"][1:] == [TEA_LIST, TEA_LEAFLET]


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("four. [[D6]]", [text("four."), text("\u00a0D6", note="D6")]),
        ("four [[D6]] times", [text("four"), text("\u00a0D6", note="D6"), text(" times")]),
        ("<em>four</em> [[D6]]", [text("four", emph=True), text("\u00a0D6", note="D6")]),
        (
            "<em>four [[R12]]</em>",
            [text("four", emph=True), text("\u00a0R12", note="R12")],
        ),
        ("a [[D6]] [[R7]]", [text("a"), text("\u00a0D6", note="D6"), text(", R7", note="R7")]),
        (
            "a [[D6]][[R7]] b",
            [text("a"), text("\u00a0D6", note="D6"), text(", R7", note="R7"), text(" b")],
        ),
        (
            "a [[D6]] <em>b</em>",
            [text("a"), text("\u00a0D6", note="D6"), text(" "), text("b", emph=True)],
        ),
        ("<code>[[D6]]</code>", [{"kind": "code", "text": "[[D6]]"}]),
        ("[[d6]] [[D123]]", [text("[[d6]] [[D123]]")]),
    ],
)
def test_marks_of_facts_become_small_raised_ids(chapter, html, runs):
    """A mark clings to the word before it and never starts a line."""
    assert chapter(f"<p>{html}</p>")["blocks"][0] == paragraph(*runs)


def test_marks_are_raised_wherever_they_stand(chapter):
    """Lists, tables, boxes and headings may rest on facts from elsewhere too."""
    html = (
        "<h2>x [[D6]]</h2><ul><li>x [[D6]]</li></ul><blockquote><p>x [[D6]]</p></blockquote>"
        '<div class="admonition try"><p>x [[D6]]</p></div>'
        "<table><tr><th>x [[D6]]</th></tr></table>"
    )
    made = json.dumps(chapter(html)["blocks"])
    assert made.count('"note": "D6"') == 5
    assert "[[D6" not in made


def test_sources_come_in_the_chapters_order(drawing):
    """The author decides which source is named first."""
    chapter = drawing.chapter("sv").model
    assert [source.id for source in sources_of(chapter, drawing.library)] == ["fourum"]
    assert [fact.id for fact in outside_of(chapter, drawing.library)] == ["D6"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ("Fyra träffar.", "en handbok", "certainty_high sv")),
        ("da", ("Fire møder.", "en håndbog", "certainty_high da")),
        ("en", ("Four meetings.", "a handbook", "certainty_high en")),
    ],
)
def test_a_fact_from_elsewhere_says_how_sure_we_are(drawing, language, expected):
    """Text, place and certainty are in the page's language."""
    (fact,) = drawing.library.sources.outside
    data = outside_data(fact, language, drawing.words[language])
    assert (data["text"], data["where"], data["certainty"]) == expected


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_the_audience_is_said_in_words(drawing, language):
    """Readers see words, not the ids that authors write."""
    made = audience(drawing.chapter(language).model.audience, drawing.words[language])
    assert made == [f"audience_new-staff {language}", f"audience_manager {language}"]


def test_a_chapters_words_come_in_alphabetical_order(drawing):
    """What the page explains at first use is a list on paper, in the shorter text if there is one."""
    (loop,) = drawing.library.glossary.terms
    other = loop.model_copy(
        update={
            "id": "anchor",
            "sv": loop.sv.model_copy(update={"term": "ankare", "short": "Håller."}),
        }
    )
    desk = replace(drawing.desks["sv"], explained=lambda path: [loop, other])
    assert chapter_data(drawing.chapter("sv"), desk)["terms"] == {
        "heading": "terms_here sv",
        "words": [
            {"term": "ankare", "text": "Håller."},
            {"term": "slinga", "text": "Några samtal."},
        ],
    }
