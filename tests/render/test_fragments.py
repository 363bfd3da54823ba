"""The HTML fragments of the fixture site, compared with golden/."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

import goldenfiles
from press.content.anchors import anchors
from press.content.library import PARTS
from press.facts import Facts
from press.project import LANGUAGES
from press.render.fragments import Fragments, environment
from press.render.kinds import KINDS
from press.render.words import Words, alphabetical
from small_site import WORKSHOP, write_register

GOLDEN = Path(__file__).parent / "golden"


def checklist(drawing, language):
    entry = drawing.chapter(language)
    return drawing.fragments[language].printable(entry, entry.model.printables[0], (595, 842))


def folder(drawing, language):
    entry = drawing.chapter(language)
    return drawing.fragments[language].printable(entry, entry.model.printables[1], (842, 595))


FRAGMENTS = {
    "checklist": checklist,
    "folder": folder,
    "chapter-head": lambda d, lang: d.fragments[lang].chapter_head(d.chapter(lang)),
    "share": lambda d, lang: d.fragments[lang].share(d.chapter(lang)),
    "chapter-foot": lambda d, lang: d.fragments[lang].chapter_foot(d.chapter(lang)),
    "questions": lambda d, lang: d.fragments[lang].questions(d.chapter(lang)),
    "page-head": lambda d, lang: d.fragments[lang].page_head(d.home(lang)),
    "easy-text": lambda d, lang: d.fragments[lang].easy_text(d.chapter(lang), "<p>a</p>"),
    "easy-read": lambda d, lang: d.fragments[lang].easy_read(d.home(lang)),
    "doors": lambda d, lang: d.fragments[lang].doors(d.home(lang)),
    "chapters": lambda d, lang: d.fragments[lang].chapters(d.home(lang), PARTS),
    "parts": lambda d, lang: d.fragments[lang].parts(d.home(lang)),
    "drawings": lambda d, lang: "\n".join(d.fragments[lang].drawings().values()),
    "print-shop": lambda d, lang: d.fragments[lang].print_shop(
        d.home(lang), lambda one: (595, 842)
    ),
    "glossary": lambda d, lang: d.fragments[lang].glossary(lang),
    "sources": lambda d, lang: d.fragments[lang].sources(lang),
    "outside-sources": lambda d, lang: d.fragments[lang].outside_sources(lang),
    "remembered": lambda d, lang: d.fragments[lang].remembered(),
    "problems": lambda d, lang: d.fragments[lang].problems(["docs/sv/a.md:1: is <missing>"]),
}


# Kinds that have a chapter of their own in the workshop, and `pocket`, small sheets of two kinds; all
# printables of such a chapter are drawn.
KINDS_OF_WORKSHOP = sorted(path.stem for path in WORKSHOP.glob("docs/sv/starter-pack/*.md"))


def printables_of(drawing, kind, language):
    """Return the fragments of all printables of the workshop's chapter of that kind."""
    entry = drawing.library.entries[language, f"starter-pack/{kind}"]
    draw = drawing.fragments[language].printable
    return "\n".join(draw(entry, printable, (595, 842)) for printable in entry.model.printables)


def test_every_kind_is_drawn_here():
    """A kind without a fixture would be looked at by nobody."""
    assert KINDS.keys() == {"checklist", "folder", *KINDS_OF_WORKSHOP} - {"pocket"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS_OF_WORKSHOP)
def test_printables_of_the_workshop_are_as_they_were_looked_at(workshop_drawing, kind, language):
    """Every feature of a kind is seen by a person whenever its HTML changes."""
    made = printables_of(workshop_drawing, kind, language)
    goldenfiles.agree(GOLDEN / f"{kind}.{language}.html", f"{made}\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS_OF_WORKSHOP)
def test_printables_of_the_workshop_are_whole_html(workshop_drawing, kind, language):
    """Elements are closed, ids unique, references met, and headings stand below the chapter's."""
    made = printables_of(workshop_drawing, kind, language)
    is_whole(made)
    tree = html.fragment_fromstring(made, create_parent="div")
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels[0] == 3
    assert all(level == 3 or level <= before + 1 for before, level in pairwise(levels))
    assert min(levels) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_is_as_it_was_looked_at(drawing, name, language):
    """Any change of a page's HTML is seen by a person before it is kept."""
    made = FRAGMENTS[name](drawing, language)
    goldenfiles.agree(GOLDEN / f"{name}.{language}.html", f"{made}\n")


def test_no_golden_file_is_left_over():
    """Each expected file belongs to a fragment that is still drawn."""
    files = {path.name for path in GOLDEN.iterdir()}
    names = (*FRAGMENTS, *KINDS_OF_WORKSHOP)
    assert files == {f"{name}.{lang}.html" for name in names for lang in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_is_whole_html(drawing, name, language):
    """Every element is closed, every id is unique, and what an element refers to is there."""
    is_whole(FRAGMENTS[name](drawing, language))


def is_whole(made):
    """Fail when an element is left open, an id stands twice, or a reference leads nowhere."""
    tree = html.fragment_fromstring(made, create_parent="div")
    for tag in ("div", "section", "ul", "li", "dl", "p", "span", "a", "fieldset", "details"):
        assert len(re.findall(rf"<{tag}\b", made)) == made.count(f"</{tag}>")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//@aria-describedby | //@aria-labelledby | //@for")) <= set(ids)


@pytest.mark.parametrize(
    ("printable", "item"), [("tea-list", "title"), ("tea-list", "start"), ("tea", "leaflet")]
)
def test_no_name_an_author_may_give_doubles_an_id(small, edit, draw_again, printable, item):
    """Ids of a page stay unique whatever printables and items are called."""
    for language in LANGUAGES:
        name = f"docs/{language}/method-guide/tea.md"
        edit(name, "id: tea-list", f"id: {printable}")
        edit(name, "[[tea-list]]", f"[[{printable}]]")
        edit(name, "id: boil", f"id: {item}")
    write_register(small)
    drawing = draw_again()
    ids = re.findall(r'\bid="([^"]*)"', checklist(drawing, "sv") + folder(drawing, "sv"))
    assert len(ids) == len(set(ids)) > 2


def test_the_places_at_the_foot_of_a_chapter_are_known(drawing):
    """A link to a place that the template draws is no problem."""
    entry, library = drawing.chapter("sv"), drawing.library
    made = FRAGMENTS["chapter-foot"](drawing, "sv")
    ids = set(re.findall(r'\bid="([^"]*)"', made))
    assert ids == {"d6", "from-elsewhere", "sources-of-this-page"}
    assert ids < anchors(entry.source, entry.model, library.sources, library.glossary)


def test_the_place_of_the_questions_is_known(drawing):
    """It can be linked to, and every other name in it begins with its own and two hyphens."""
    entry, library = drawing.chapter("sv"), drawing.library
    made = FRAGMENTS["questions"](drawing, "sv")
    ids = set(re.findall(r'\bid="([^"]*)"', made))
    known = anchors(entry.source, entry.model, library.sources, library.glossary)
    assert ids & known == {"check-yourself"}
    assert all(name.startswith("check-yourself--") for name in ids - known)


def test_a_chapter_without_questions_has_no_section(draw_again):
    """No heading stands over nothing."""
    drawing = draw_again()
    assert drawing.fragments["sv"].questions(drawing.chapter("sv")) == ""


WORD = """Te <b>&"'</b> {{ 7 * 7 }}"""
ESCAPED = "Te &lt;b&gt;&amp;&#34;&#39;&lt;/b&gt; {{ 7 * 7 }}"
SEEN = [
    ("docs/sv/method-guide/tea.md", "Te på träffen", "chapter-head"),
    ("docs/sv/method-guide/tea.md", "Koka te före träffen.", "chapters"),
    ("docs/sv/method-guide/tea.md", "Telista", "checklist"),
    ("docs/sv/method-guide/tea.md", "Koka vatten.", "checklist"),
    ("docs/sv/method-guide/tea.md", "Minst en liter.", "checklist"),
    ("docs/sv/method-guide/tea.md", "träffens dag", "checklist"),
    ("docs/sv/method-guide/tea.md", "Tefolder", "folder"),
    ("docs/sv/method-guide/tea.md", "Du väljer", "folder"),
    ("docs/sv/method-guide/tea.md", "En folder om te.", "print-shop"),
    ("docs/sv/index.md", "Jag vill ha te", "doors"),
    ("docs/sv/index.md", "Te för alla.", "page-head"),
    ("docs/glossary.yml", "slinga", "glossary"),
    ("docs/glossary.yml", "Några samtal.", "glossary"),
    ("docs/sources.yml", "Utgivare", "sources"),
    ("docs/sources.yml", "en handbok", "outside-sources"),
    ("docs/sources.yml", "Fyra träffar.", "chapter-foot"),
]


@pytest.mark.parametrize(("file", "text", "name"), SEEN)
def test_what_authors_write_is_text(edit, draw_again, file, text, name):
    """No text becomes markup or a template, wherever it is shown."""
    edit(file, text, json.dumps(WORD))
    made = FRAGMENTS[name](draw_again(), "sv")
    assert ESCAPED in made.replace("&quot;", "&#34;")
    assert "<b>&" not in made


def test_words_for_the_script_cannot_end_their_attribute(drawing):
    """The script's words stand in an attribute in single quotes, as JSON."""
    texts = drawing.words["sv"].starting("") | {"checklist_start": "<b>'&\""}
    desk = replace(drawing.desks["sv"], words=Words("sv", texts))
    fragments = Fragments(environment(drawing.project), desk, lambda place: Facts())
    entry = drawing.chapter("sv")
    made = fragments.printable(entry, entry.model.printables[0], (0, 0))
    words = html.fragment_fromstring(made).get("data-words")
    assert json.loads(words)["start"] == "<b>'&\""
    attribute = re.search(r"data-words='([^']*)'", made)[1]
    assert not set("<>&") & set(attribute)


def test_templates_forgive_nothing(project):
    """A slip in a template stops the build instead of leaving a hole in the page."""
    with pytest.raises(Exception, match="is undefined"):
        environment(project).from_string("{{ gone }}").render()


def test_a_checklist_without_times_needs_no_start(edit, draw_again):
    """The date field is there only when there is something to count."""
    for language in LANGUAGES:
        name = f"docs/{language}/method-guide/tea.md"
        text = {"sv": "träffens dag", "da": "mødets dag", "en": "the day of the meeting"}[language]
        edit(name, f"    start: {text}\n", "")
        edit(name, "            when: -1d\n", "")
        edit(name, "            when: +2w\n", "")
    made = checklist(draw_again(), "sv")
    assert html.fragment_fromstring(made).xpath("div[@class='checklist-start']/@hidden") == [""]
    assert "data-days" not in made
    assert "data-start" not in made


@pytest.mark.parametrize(("when", "days"), [("0d", "0"), ("-6w", "-42")])
def test_the_day_itself_has_a_date_too(edit, draw_again, when, days):
    """Zero days from the start is a time like any other."""
    for language in LANGUAGES:
        edit(f"docs/{language}/method-guide/tea.md", "when: -1d", f"when: {when}")
    assert f'<span class="when" data-days="{days}">' in checklist(draw_again(), "sv")


@pytest.mark.parametrize(
    ("language", "link", "href"),
    [
        ("sv", "method-guide/tea.md", "method-guide/tea/"),
        ("da", "method-guide/tea.md", "method-guide/tea/"),
        ("da", "method-guide/tea.md#tea-list", "method-guide/tea/#tea-list"),
        ("en", "method-guide/../method-guide/tea.md", "method-guide/tea/"),
    ],
)
def test_a_door_leads_to_the_page_in_its_language(edit, draw_again, language, link, href):
    """Authors name files, readers get addresses."""
    for code in LANGUAGES:
        edit(f"docs/{code}/index.md", "link: method-guide/tea.md", f"link: {link}")
    made = FRAGMENTS["doors"](draw_again(), language)
    assert html.fragment_fromstring(made).xpath("//@href") == [href]


def test_a_mark_of_a_fact_says_what_it_is(drawing):
    """A screen reader says more than the raised letters show."""
    made = drawing.fragments["en"].outside_mark(drawing.chapter("en"), "D6")
    assert made == (
        '<sup class="outside-mark"><a href="#d6" aria-label="outside_mark en D6">D6</a></sup>'
    )


def test_problems_are_shown_as_text(drawing):
    """A preview shows the author's mistake and does not repeat it."""
    made = drawing.fragments["sv"].problems(["a.md:1: has <b>HTML</b>"])
    assert "<li><code>a.md:1: has &lt;b&gt;HTML&lt;/b&gt;</code></li>" in made


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ["zebra", "ål", "Ängel", "ö"]),
        ("da", ["zebra", "æble", "Ø", "ål"]),
        ("en", ["apple", "Bear", "cat"]),
    ],
)
def test_letters_stand_in_the_order_of_the_language(language, words):
    """Swedish ends in å ä ö, Danish in æ ø å, and capitals make no difference."""
    mixed = [*words[1:], words[0]]
    assert sorted(mixed, key=lambda word: alphabetical(word, language)) == words


def test_a_glossary_is_in_the_order_of_its_own_language(small, draw_again):
    """The same notions come in another order in another language."""
    terms = [("a", "ö", "a", "c"), ("b", "z", "å", "a"), ("c", "å", "ø", "b")]
    text = "".join(
        f"  - id: {name}\n"
        + "".join(
            f"    {code}: {{term: {term}, text: x}}\n"
            for code, term in zip(LANGUAGES, words, strict=True)
        )
        for name, *words in terms
    )
    (small.docs / "glossary.yml").write_text(f"terms:\n{text}", encoding="utf-8")
    drawing = draw_again()
    order = {
        lang: html.fragment_fromstring(
            FRAGMENTS["glossary"](drawing, lang), create_parent="div"
        ).xpath("dl/div/@id")
        for lang in LANGUAGES
    }
    assert order == {"sv": ["b", "c", "a"], "da": ["a", "c", "b"], "en": ["b", "c", "a"]}


def test_a_chapter_is_shared_by_what_it_has(drawing):
    """Without an easy text there is no link to one; without a code, in a preview, there is no box."""
    draw, entry = drawing.fragments["en"], drawing.chapter("en")
    assert "share_easy" in draw.share(entry)
    bare = draw.share(replace(entry, easy=None))
    assert "share_easy" not in bare
    assert "https://a.example/k/101/<" in bare
    new = replace(entry, model=entry.model.model_copy(update={"id": "new"}))
    assert draw.share(new) == ""


def test_a_chapters_words_are_there_for_print_and_script(drawing):
    """Escaped like all text; a chapter that explains nothing has no list, not even its heading."""
    desk, entry = drawing.desks["sv"], drawing.chapter("sv")
    (loop,) = drawing.library.glossary.terms
    strange = loop.model_copy(update={"sv": loop.sv.model_copy(update={"text": WORD})})
    found = Fragments(
        drawing.fragments["sv"].env,
        replace(desk, explained=lambda path: [strange]),
        drawing.fragments["sv"].facts,
    )
    made = found.terms_here(entry)
    is_whole(made)
    tree = html.fragment_fromstring(made)
    assert tree.xpath("string(.//*[@data-word='loop']/dd)") == WORD
    assert tree.get("data-terms") == "terms_more sv"
    assert drawing.fragments["sv"].terms_here(entry) == ""
    assert drawing.fragments["sv"].term_address(entry, "loop") == "../../glossary/#loop"
