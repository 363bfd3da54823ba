"""The pages of short links and the files to share chapters by, without a site engine."""

import io
import posixpath

import pytest
import zxingcpp
from lxml import html
from PIL import Image

from press.project import LANGUAGES
from press.shortlinks import ShortLinks
from press.web.policy import POLICY, breaches
from small_site import build_of, replace_in, write_register

RETIRED = (
    "issued: [103]\n\nchapters:\n"
    "  - {code: 101, chapter: tea, was: [starter-pack/brew, method-guide/cup]}\n"
    "  - code: 102\n    was: [method-guide/cof]\n    retired:\n"
    '      title: {sv: "Kaffe <b>", da: Kaffe & te, en: Coffee}\n      instead: [103]\n'
    "  - {code: 103, was: [method-guide/milk], retired: {title: {sv: M, da: M, en: M}, instead: [101]}}\n"
)
HOMES = {"sv": "", "da": "da/", "en": "en/"}


@pytest.fixture
def made(small):
    """The short links of the fixture, with one chapter renamed twice and two retired."""
    write_register(small, RETIRED)
    return links_of(small)


def links_of(project):
    """Return the build of a project after its short links were made."""
    build = build_of(project)
    ShortLinks(build).make()
    return build


def page(build, place):
    """Return a made page as a tree."""
    return html.document_fromstring(build.files[f"{place}index.html"].read_bytes())


def ways(tree):
    """Return where a page may send its reader, by language."""
    return {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@data-way]")}


def leads_to(place, href):
    """Return the path below the root that an address on the page at place leads to."""
    return f"{posixpath.normpath(posixpath.join(place, href))}/"


def codes_in(data):
    """Return what the QR codes of a picture say."""
    image = Image.open(io.BytesIO(data)).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(image)]


def test_every_code_has_its_pages_and_every_earlier_place_too(made):
    """In all languages and in each; nothing else."""
    assert made.problems == []
    pages = {name.removesuffix("index.html") for name in made.files if name.endswith(".html")}
    codes = {
        f"k/{code}/{language}" for code in (101, 102, 103) for language in ("", "sv/", "da/", "en/")
    }
    was = ("starter-pack/brew/", "method-guide/cup/", "method-guide/cof/", "method-guide/milk/")
    assert pages == {"k/"} | codes | {home + slug for home in HOMES.values() for slug in was}


def test_a_code_leads_to_its_chapter_in_three_languages(made):
    """Swedish first, each title in its language; without script there are three links and no more."""
    tree = page(made, "k/101/")
    target = "method-guide/tea/"
    assert list(ways(tree).items()) == [(c, f"../../{HOMES[c]}{target}") for c in LANGUAGES]
    links = tree.xpath("//main//a")
    assert [(a.get("lang"), a.get("href")) for a in links] == list(ways(tree).items())
    assert links[1].xpath("string(strong)") == "Te på mødet"
    assert tree.xpath("//meta[@http-equiv='refresh']") == []
    assert tree.xpath("//link[@rel='canonical']/@href") == [
        "https://slingan.example/method-guide/tea/"
    ]
    assert tree.xpath("string(//title)") == "Nummer 101 / Number 101 – Slingan"


@pytest.mark.parametrize(
    "place", ["k/101/{}/", "{home}starter-pack/brew/", "{home}method-guide/cup/"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_of_one_language_and_an_earlier_place_send_on(made, place, language):
    """By script, else by a refresh, else by a link: all to the same page, from wherever the site lies."""
    place = place.format(language, home=HOMES[language])
    tree = page(made, place)
    ((code, href),) = ways(tree).items()
    assert (code, leads_to(place, href)) == (language, f"{HOMES[language]}method-guide/tea/")
    (refresh,) = tree.xpath("//head/noscript/meta[@http-equiv='refresh']/@content")
    assert refresh == f"0; url={href}"
    assert tree.xpath("//main//a/@href") == [href]
    assert tree.get("lang") == language
    assert tree.xpath("//link[@rel='canonical']/@href") == [
        f"https://slingan.example/{HOMES[language]}method-guide/tea/"
    ]


@pytest.mark.parametrize(
    ("place", "first"), [("k/102/", "sv"), ("k/102/da/", "da"), ("en/method-guide/cof/", "en")]
)
def test_a_retired_chapter_says_what_to_read_now_and_sends_nobody_on(made, place, first):
    """In three languages, the asked one first, over another that is retired as well."""
    tree = page(made, place)
    assert ways(tree) == {}
    assert tree.xpath("//meta[@http-equiv='refresh']") == []
    assert tree.xpath("//script[contains(@src, 'signpost')]") == []
    sections = tree.xpath("//main/section")
    assert sections[0].get("lang") == tree.get("lang") == first
    said = {one.get("lang"): one.xpath("string(h2)") for one in sections}
    assert said == {
        "sv": "Kapitlet ”Kaffe <b>” finns inte längre",
        "da": "Kapitlet ”Kaffe & te” findes ikke længere",
        "en": "The chapter ‘Coffee’ no longer exists",
    }
    for one in sections:
        (link,) = one.xpath(".//a")
        target = f"{HOMES[one.get('lang')]}method-guide/tea/"
        assert leads_to(place, link.get("href")) == target


def test_all_numbers_are_listed_with_their_titles(made):
    """Grouped by part; what is retired says so and leads to the page that tells of it."""
    tree = page(made, "k/")
    assert [link.get("href") for link in tree.xpath("//a[@data-code]")] == ["101/", "102/", "103/"]
    first, second, _ = tree.xpath("//dl/div")
    assert first.xpath("dd/@lang") == list(LANGUAGES)
    assert first.xpath("dd/a/text()")[1] == "Te på mødet"
    assert second.xpath("dd/a") == []
    assert second.xpath("string(dd[3])") == "Coffee (replaced)"
    assert (
        tree.xpath("string(//main/section/h2)")
        == "Så går det till / Sådan foregår det / How it works"
    )


def test_all_of_them_are_locked_and_for_no_search_engine(made):
    """The policy of every page, no place of the host, and a window's title."""
    for name, file in made.files.items():
        if not name.endswith(".html"):
            continue
        text = file.read_text(encoding="utf-8")
        tree = html.document_fromstring(text)
        assert POLICY in text
        assert breaches(text) == []
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert tree.xpath("string(//title)").endswith(" – Slingan")
        own = tree.xpath("//@href | //@src")
        assert [a for a in own if a.startswith("/")] == []
        for address in own:
            assert not address.startswith("http") or address.startswith("https://slingan.example/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_qr_codes_and_slides_lead_to_the_public_address_in_their_language(made, language):
    """Read back by ZXing. A slide has 1920 by 1080 pixels and a palette, and is small."""
    address = f"https://slingan.example/k/101/{language}/"
    folder = f"k/101/{language}/"
    png = made.files[f"{folder}qr.png"].read_bytes()
    slide = made.files[f"{folder}slide.png"].read_bytes()
    assert codes_in(png) == codes_in(slide) == [address]
    shown = Image.open(io.BytesIO(slide))
    assert (shown.format, shown.size, shown.mode) == ("PNG", (1920, 1080), "P")
    assert shown.convert("RGB").getpixel((5, 1000)) == (255, 255, 255)
    assert len(slide) < 60_000
    assert len(png) < 2_000
    svg = made.files[f"{folder}qr.svg"].read_text(encoding="ascii")
    assert svg.startswith("<svg ")
    assert "<script" not in svg
    assert 'fill="#fff"' in svg


def test_what_is_made_once_is_found_again(made, small):
    """The second build draws no slide and no code."""
    again = links_of(small)
    assert again.press.made == 0
    assert again.files == made.files


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Kortlægning af samarbejdet mellem kommune, civilsamfund og borgere i tre trin", ""),
        ("Tilgængelighedserklæringsvejledning for ledere", ""),
        ("W" * 80, "title: is too long for the slide that the chapter is shared by; shorten it"),
    ],
)
def test_a_long_title_gets_smaller_until_there_is_no_room(small, edit, title, says):
    """Then file, line and what to do are told; no short link gets lost over it."""
    edit("docs/da/method-guide/tea.md", "title: Te på mødet", f"title: {title}")
    build = links_of(small)
    told = [str(problem) for problem in build.problems]
    assert told == ([f"docs/da/method-guide/tea.md:3: {says}"] if says else [])
    assert "k/101/da/index.html" in build.files


def test_a_site_at_a_very_long_address_has_a_slide_all_the_same(small):
    """The short link is set smaller, and at last broken at its slashes."""
    long = "https://" + "kommunens-webbplats." * 3 + "example/" + "mapp/" * 8
    replace_in(small.root / "mkdocs.yml", ("https://slingan.example/", long))
    build = links_of(small)
    assert build.problems == []
    assert codes_in(build.files["k/101/sv/slide.png"].read_bytes()) == [f"{long}k/101/sv/"]


def test_a_template_that_breaks_the_policy_is_a_problem(small):
    """As everywhere: nothing may stand in a page that the browser would block."""
    path = small.look / "web" / "signpost-code.html"
    replace_in(path, ("<h1>", '<h1 style="color: red">'))
    build = links_of(small)
    (problem,) = set(build.problems)
    assert str(problem).startswith("overrides/web/signpost-code.html:1: the page has the attribute")
