"""The style sheet and the scripts, and which page needs which."""

from press.web.assets import STYLE, scripts_for, stylesheet, versions
from press.web.fonts import FONTS


def test_the_style_sheet_is_its_parts_in_the_order_of_their_names(tmp_path):
    """What comes later may change what came before."""
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "20-b.css").write_text("b {}")
    (tmp_path / "css" / "10-a.css").write_text("a {}")
    assert stylesheet(tmp_path) == b"a {}\nb {}"


def test_an_address_changes_with_what_lies_there_and_only_then(tmp_path):
    """A browser may keep a file for a year and still never show an old one."""
    (tmp_path / "css").mkdir()
    (tmp_path / "assets" / "js").mkdir(parents=True)
    script = tmp_path / "assets" / "js" / "x.js"
    script.write_text("1")
    before = versions(tmp_path)
    assert before.keys() == {STYLE, "assets/js/x.js", *FONTS}
    assert versions(tmp_path) == before
    script.write_text("2")
    after = versions(tmp_path)
    assert after["assets/js/x.js"] != before["assets/js/x.js"]
    assert after[STYLE] == before[STYLE]


def test_a_page_gets_only_the_scripts_it_needs():
    """A phone on a bad line loads nothing that has nothing to do."""
    assert scripts_for("<p>text</p>") == ["assets/js/header.js", "assets/js/search.js"]
    assert scripts_for("<section data-checklist='a'>")[2:] == ["assets/js/checklist.js"]
    assert scripts_for("<div data-ask></div>")[2:] == ["assets/js/ask.js"]
    assert scripts_for("<details data-share>")[2:] == ["assets/js/share.js"]


def test_style_sheet_and_pages_ask_for_the_same_font_files(tmp_path):
    """A font that is loaded ahead under another address would be loaded twice."""
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text('src: url("../fonts/atkinson-bold.woff2")')
    address = versions(tmp_path)["assets/fonts/atkinson-bold.woff2"]
    assert address.removeprefix("assets/") in stylesheet(tmp_path).decode()
