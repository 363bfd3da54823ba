"""Links inside the site."""

from __future__ import annotations

import dataclasses

import pikepdf
import pytest

from audit import links
from broken_site import URL, make_site, rules, write


@pytest.fixture
def site(tmp_path):
    """Return a function that makes a site of a page with a text, and one beside it."""
    return lambda text: make_site(tmp_path, {"": text, "da/tea/": "<p id=cup>x</p>"})


@pytest.mark.parametrize(
    "text",
    [
        "<a href='da/tea/#cup'>x</a>",
        "<a href='da/tea/index.html?a=b#cup'>x</a>",
        "<a href='#content'>x</a><a href='#'>x</a>",
        f"<a href='{URL}da/tea/'>x</a>",
        "<a href='https://b.example/gone'>x</a><a href='mailto:a@b.example'>x</a>",
        "<img src='data:,' alt='' srcset='look.css 1x, work.js 2x'>",
    ],
)
def test_good_links_are_no_faults(site, text):
    """Relative, absolute, to a place on a page; other people's sites are not asked."""
    assert rules(links.run(site(text))) == set()


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        ("<a href='da/coffee/'>x</a>", "broken-link", "da/coffee/"),
        ("<a href='da/tea'>x</a>", "broken-link", "da/tea"),
        ("<a href='../../../x'>x</a>", "broken-link", "../../../x"),
        ("<a href='da/tea/#saucer'>x</a>", "missing-anchor", "da/tea/#saucer"),
        ("<a href='#saucer'>x</a>", "missing-anchor", "#saucer"),
        ("<img src='cup.png' alt=''>", "broken-link", "cup.png"),
        ("<img src='look.css' alt='' srcset='cup.png 2x'>", "broken-link", "cup.png"),
        (f"<meta property='og:image' content='{URL}cup.png'>", "broken-link", f"{URL}cup.png"),
    ],
)
def test_a_link_to_nothing_is_found(site, text, rule, says):
    """With the page, the element and the address as it stands there."""
    (fault,) = links.run(site(text)).faults
    assert (fault.rule, fault.why, fault.page) == (rule, says, "")
    assert fault.element.startswith("<")


def test_styles_the_map_and_pdfs_are_followed_too(site, tmp_path):
    """A font that is missing, a page that is gone, a printed link."""
    made = site("")
    write(
        tmp_path / "a" / "b.css",
        "@font-face {src: url('c.woff2')} p {background: url(../look.css)}",
    )
    write(tmp_path / "sitemap.xml", f"<urlset><url><loc>{URL}gone/</loc></url></urlset>")
    pdf = pikepdf.new()
    sheet = pdf.add_blank_page()
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"{URL}s/1")
    sheet.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=action)])
    pdf.save(tmp_path / "a.pdf")
    said = {(fault.page, fault.why) for fault in links.run(made).faults}
    assert said == {("a/b.css", "c.woff2"), ("sitemap.xml", f"{URL}gone/"), ("a.pdf", f"{URL}s/1")}


def test_a_site_below_a_folder_knows_its_own(site):
    """What leads out of the folder is no page of it."""
    made = dataclasses.replace(site("<a href='/tea/da/tea/'>x</a>"), site_url=f"{URL}tea/")
    said = {fault.why for fault in links.run(made).faults}
    assert said == {"/look.css", "/work.js"}


def test_a_signpost_keeps_the_place_that_its_reader_asked_for(tmp_path):
    """The page of a chapter's number sends on; the place must be there, on the page it leads to."""
    way = '<html lang="da"><head><link rel="alternate" href="../../../da/tea/" data-way></head></html>'
    text = "<a href='k/101/da/#cup'>x</a><a href='k/101/da/#gone'>y</a>"
    made = make_site(tmp_path, {"": text, "da/tea/": "<p id=cup>x</p>", "k/101/da/": way})
    found = links.run(made)
    assert [(fault.rule, fault.why) for fault in found.faults] == [
        ("missing-anchor", "k/101/da/#gone")
    ]
