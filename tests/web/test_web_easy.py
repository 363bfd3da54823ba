"""An easy-read text, made ready to stand on its chapter's page."""

from press.web.easy import prepare_easy
from press.web.html import text, tree

PAGES = {"sv/method-guide/b.md": "../b/?read=easy", "sv/about.md": "../../about/"}


def prepared(html):
    root = tree(html)
    prepare_easy(root, "sv/method-guide/a.md", PAGES.get)
    return text(root)


def test_names_get_a_prefix():
    """The chapter's own text may have the same headings."""
    assert prepared('<h2 id="te">Te</h2>') == '<h2 id="easy__te">Te</h2>'


def test_links_to_files_become_links_to_pages():
    """Easy where the other chapter is easy too, so that the reader stays in easy text."""
    assert prepared('<a href="b.md">b</a>') == '<a href="../b/?read=easy">b</a>'
    assert prepared('<a href="../about.md">om</a>') == '<a href="../../about/">om</a>'


def test_other_links_stay():
    """What leads to no page of the site is refused elsewhere."""
    assert prepared('<a href="c.md">c</a>') == '<a href="c.md">c</a>'
