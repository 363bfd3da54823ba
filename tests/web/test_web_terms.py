"""The first use of a notion becomes a link to what it means; the rest of the text stays."""

import pytest

from press.content.registers import Glossary
from press.search.lexicon import Lexicon
from press.web.html import text, tree
from press.web.terms import MOST, MOST_TOGETHER, mark_terms

NAMES = ["loop", "guide", "guide pair", "relay", "theme", "mandate", "board", "leaflet", "Modellen"]


def entry(name, **more):
    words = {code: {"term": name, "text": f"What {name} is."} for code in ("sv", "da", "en")}
    return {"id": name.lower().replace(" ", "-"), "explain": True, **words, **more}


TERMS = [entry(name) for name in NAMES]
TERMS[4] = entry("theme", explain=False)
TERMS[6] = entry("board", told_in=["about-boards"])
LEXICON = Lexicon(Glossary(terms=TERMS), "en")


def marked(fragment, chapter="tea"):
    """Return the fragment as it becomes, and the ids of the notions."""
    root = tree(fragment)
    found = mark_terms(root, LEXICON.uses, lambda name: f"../#{name}", "en", chapter)
    return text(root), [one.id for one in found]


def link(name, word):
    return f'<a class="term" href="../#{name}" data-term="{name}">{word}</a>'


LOOP, GUIDE = link("loop", "loop"), link("guide", "guide")


@pytest.mark.parametrize(("before", "after"), [
    ("<p>A loop.</p>", f"<p>A {LOOP}.</p>"),
    ("<p>Loops and loops.</p>", f"<p>{link('loop', 'Loops')} and loops.</p>"),
    ("<p>One <b>x</b> loop’s end</p>", f"<p>One <b>x</b> {link('loop', 'loop’s')} end</p>"),
    ("<ul><li>A loop</li></ul>", f"<ul><li>A {LOOP}</li></ul>"),
    ("<p>The loop, its guide: two.</p>", f"<p>The {LOOP}, its {GUIDE}: two.</p>"),
    ("<p>A <strong>big loop</strong> x</p>", f"<p>A <strong>big {LOOP}</strong> x</p>"),
    ("<p><strong>loop</strong> &amp; x</p>", f"<p>{link('loop', '<strong>loop</strong>')} &amp; x</p>"),
    ("<p>guide pair, guide</p>", f"<p>{link('guide-pair', 'guide pair')}, {GUIDE}</p>"),
])  # fmt: skip
def test_the_first_use_is_marked(before, after):
    """In paragraphs and lists, before and after other elements; every letter of the text stays."""
    assert marked(before)[0] == after


def test_a_word_in_another_language_keeps_its_language():
    """The link goes around what says the language, and says it itself for who moves to it."""
    name = '<em lang="sv">Modellen</em>'
    around = link("modellen", name).replace('"modellen">', '"modellen" lang="sv">')
    assert marked(f"<p>In {name} we.</p>")[0] == f"<p>In {around} we.</p>"
    among = '<p><em lang="sv">en loop till</em></p>'
    assert marked(among) == (among, [])


@pytest.mark.parametrize("fragment", [
    "<h2>Loop</h2>", "<p><a href='x'>The loop</a></p>", "<p><code>loop</code></p>", "<pre>loop</pre>",
    '<div class="admonition"><p class="admonition-title">Loop</p></div>', "<p>[[loop]]</p>", "loop",
    "<table><tr><td><p>loop</p></td></tr></table>", "<p>The theme</p>",
    '<p>x<sup class="outside-mark"><a href="#d6">loop</a></sup></p>', "<section><p>loop</p></section>",
])  # fmt: skip
def test_only_running_text_is_marked(fragment):
    """No heading, link, title of a box, mark, table or code; nothing that needs no explanation."""
    before = text(tree(fragment))
    assert marked(fragment) == (before, [])


def test_a_word_that_a_heading_has_is_marked_in_the_text_below():
    """What is passed over does not count as the first use."""
    assert marked("<h2>The loop</h2><p><a href='x'>Loops</a> or a loop</p>")[1] == ["loop"]


def test_a_chapter_that_says_itself_what_it_is_does_not_explain():
    """`told_in` names it."""
    assert marked("<p>A board.</p>", "about-boards")[1] == []
    assert marked("<p>A board.</p>")[1] == ["board"]


def test_a_page_stays_calm():
    """Few in a paragraph, the next one at its next use below; few on a page."""
    many = "loop, guide, relay, mandate, board, leaflet, Modellen, guide pair"
    made, found = marked(f"<p>{many}</p>")
    assert made.count('class="term"') == MOST_TOGETHER
    made, found = marked(f"<p>{many}</p>" * 20)
    assert found == ["loop", "guide", "relay", "mandate", "board", "leaflet"]
    assert made.count('class="term"') == len(found) == MOST
