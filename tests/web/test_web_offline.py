"""Pages and style sheet of the copy that is opened from a folder."""

import pytest

from press.web.offline import LONGEST, offline_page, offline_style, unfit_names
from press.web.policy import OFFLINE_POLICY, POLICY, breaches, with_policy

FILES = {
    "index.html",
    "a/index.html",
    "a/b/index.html",
    "da/index.html",
    "print/sv/x.pdf",
    "assets/css/s.css",
}


@pytest.mark.parametrize(
    ("name", "address", "leads_to"),
    [
        ("index.html", ".", "index.html"),
        ("index.html", "a/", "a/index.html"),
        ("index.html", "a/b/#part", "a/b/index.html#part"),
        ("a/b/index.html", "../..", "../../index.html"),
        ("a/b/index.html", "../../", "../../index.html"),
        ("a/b/index.html", "..", "../index.html"),
        ("a/b/index.html", "../", "../index.html"),
        ("a/b/index.html", "./", "index.html"),
        ("a/b/index.html", "../../da/", "../../da/index.html"),
        ("a/b/index.html", "../../a/?read=easy", "../index.html?read=easy"),
        ("a/b/index.html", "../?one=1&amp;two=2#x", "../index.html?one=1&amp;two=2#x"),
    ],
)
def test_a_link_to_a_folder_leads_to_the_page_in_it(name, address, leads_to):
    """No server adds the name of the page; question and place stay."""
    page, lost = offline_page(f'<a class="x" href="{address}" lang="sv">x</a>', name, FILES)
    assert page == f'<a class="x" href="{leads_to}" lang="sv">x</a>'
    assert lost == []


@pytest.mark.parametrize(
    "address",
    [
        "#part", "", "?read=easy", "../../print/sv/x.pdf", "../index.html#y",
        "../../assets/css/s.css?v=1", "../%61/../index.html", "https://other.example/",
        "//other.example/x", "http://[x", "mailto:a@b.example", "tel:+4611",
    ],
)  # fmt: skip
def test_other_addresses_stay_as_they_are(address):
    """Places on the page, files, and what lies elsewhere."""
    before = f"<p>x <a href='{address}'>y</a></p>"
    assert offline_page(before, "a/b/index.html", FILES) == (before, [])


@pytest.mark.parametrize("address", ["../nothing/", "x.pdf", "/a/", "/", "../../../a/", "../%00/"])
@pytest.mark.parametrize("tag", ['<a href="{}">', '<img src="{}">', '<script src="{}">'])
def test_an_address_that_leads_to_no_file_is_told(tag, address):
    """Whoever is offline could do nothing about it."""
    page, lost = offline_page(tag.format(address), "a/b/index.html", FILES)
    assert page == tag.format(address)
    assert lost == [address]


def test_only_addresses_of_links_are_changed():
    """Not what looks like one in a text, in a value, or in data for programs."""
    before = (
        '<p>href="a/"</p><a title=\'say > href="a/"\' data-x="a/" href="a/">x</a>'
        '<script type="application/ld+json">{"url":"a/","b":"href=\\"a/\\""}</script>'
        '<meta content="a/"><link rel="canonical" href="https://slingan.example/a/">'
    )
    after = before.replace(' href="a/">x', ' href="a/index.html">x')
    assert offline_page(before, "index.html", FILES) == (after, [])


def test_a_page_that_sends_its_reader_on_sends_to_a_file():
    """Without script as with it; an address that leads nowhere is told."""
    before = (
        '<link rel="alternate" hreflang="da" href="../../da/" data-way>'
        '<noscript><meta http-equiv="refresh" content="0; url=../../da/"></noscript>'
    )
    page, lost = offline_page(before, "a/b/index.html", FILES)
    assert page == before.replace("../../da/", "../../da/index.html")
    assert lost == []
    page, lost = offline_page(before, "a/index.html", FILES)
    assert lost == ["../../da/", "../../da/"]


def test_fonts_are_not_asked_for_ahead_and_the_policy_says_where_they_are():
    """Chromium refuses to fetch a font ahead from disk; other things are still fetched ahead."""
    font = '<link rel="preload" href="f/x.woff2?v=1" as="font" type="font/woff2" crossorigin>\n'
    style = '<link rel="preload" href="assets/css/s.css" as="style">\n'
    before = with_policy(f"<!doctype html><html><head>\n{font}{style}</head><body></body></html>")
    page, lost = offline_page(before, "index.html", FILES)
    assert lost == []
    assert font not in page
    assert style in page
    assert f'content="{OFFLINE_POLICY}"' in page
    assert POLICY not in page
    assert breaches(page) == []


def test_the_policy_of_the_copy_differs_only_for_fonts():
    """Nothing else is allowed that the site does not allow."""
    changed = set(OFFLINE_POLICY.split("; ")) ^ set(POLICY.split("; "))
    assert changed == {"font-src 'self'", "font-src data:"}


def test_what_is_only_for_the_copy_is_shown():
    """It stands hidden in every page."""
    page, _ = offline_page("<p data-offline hidden>a</p><p hidden>b</p>", "index.html", FILES)
    assert page == "<p data-offline>a</p><p hidden>b</p>"


def test_fonts_stand_in_the_style_sheet():
    """Each once, found by its address without the version; other addresses stay."""
    style = (
        '@font-face { font-display: optional; src: url("../fonts/a.woff2?v=12") format("woff2"); }\n'
        'p { background: url("data:image/svg+xml,<svg/>"); }'
    )
    asked = []
    made = offline_style(style, lambda address: asked.append(address) or b"font")
    assert asked == ["../fonts/a.woff2"]
    assert 'src: url("data:font/woff2;base64,Zm9udA==") format("woff2")' in made
    assert "font-display: block" in made
    assert 'url("data:image/svg+xml,<svg/>")' in made


def test_good_names_are_fit():
    """Letters of ASCII, digits and the usual signs, in folders too."""
    assert unfit_names(["START.html", "slingan/print/sv/role-cards.pdf", "a/console.js"]) == {}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a/å.pdf", "not every computer"),
        ("a:b.pdf", "not every computer"),
        ("a\\b.pdf", "not every computer"),
        ('a"b.pdf', "not every computer"),
        ("aux/index.html", "Windows keeps"),
        ("a/Con.html", "Windows keeps"),
        ("a/lpt1", "Windows keeps"),
        ("a./b.html", "Windows keeps"),
        ("a /b.html", "Windows keeps"),
        ("a/" * 89 + "abc", "longer than 180"),
    ],
)
def test_names_that_windows_cannot_take_are_told(name, says):
    """Unpacking would stop in the middle, or lose a file without a word."""
    assert says in unfit_names(["good.html", name])[name]
    assert len("a/" * 89 + "ab") == LONGEST


def test_names_that_differ_only_by_capitals_are_told():
    """The second would overwrite the first."""
    assert unfit_names(["a/X.pdf", "a/x.pdf"]) == {
        "a/x.pdf": "differs from `a/X.pdf` only by capitals"
    }
