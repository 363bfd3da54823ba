"""The ZIP of the whole site, to be opened from a folder."""

import re
import stat
import zipfile

import pytest

from press.cli import main
from press.offline import FOLDER, README, START, make_offline, read_first
from press.problems import ProblemsFound
from press.project import LANGUAGES
from press.render.words import load_words
from press.web.policy import breaches, with_policy

DAY = '<meta property="article:modified_time" content="{}">'
PAGE = "<!doctype html>\n<html>\n<head>\n{head}</head>\n<body>{body}</body>\n</html>"


def page(body="", head=""):
    """Return a small page of a site."""
    return with_policy(PAGE.format(head=head, body=body))


@pytest.fixture
def put(small):
    """Write a file of the small project's site."""

    def write(name, content):
        path = small.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


@pytest.fixture
def built(small, put):
    """The small project with a site of a few files, written by hand."""
    put("index.html", page('<a href="tea/">x</a>', DAY.format("2026-02-01")))
    put("tea/index.html", page('<a href="..">x</a>', DAY.format("2026-11-23")))
    put("da/index.html", page('<a href="../print/sv/x.pdf">x</a>'))
    put("en/index.html", page())
    put("print/sv/x.pdf", b"%PDF-\x00\xff")
    put("assets/css/slingan.css", '@font-face { src: url("../fonts/a.woff2?v=1"); }')
    put("assets/fonts/a.woff2", b"font")
    put("assets/js/memory.js", "0")
    return small


def texts(made):
    """Return what is in a finished ZIP, by name."""
    with zipfile.ZipFile(made.path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_the_site_lies_in_a_folder_below_what_is_opened_first(built):
    """One file to open, one to read, one folder; nothing else is in sight."""
    found = texts(make_offline(built))
    assert list(found)[:2] == [START, README]
    assert list(found)[2:] == sorted(name for name in found if name.startswith(f"{FOLDER}/"))
    assert len(found) == 9
    assert b'href="tea/index.html"' in found[f"{FOLDER}/index.html"]
    assert b'href="../index.html"' in found[f"{FOLDER}/tea/index.html"]
    assert found[f"{FOLDER}/print/sv/x.pdf"] == b"%PDF-\x00\xff"
    assert b"base64,Zm9udA==" in found[f"{FOLDER}/assets/css/slingan.css"]


@pytest.mark.parametrize(
    "name",
    [
        "_headers", "_redirects", "robots.txt", "sitemap.xml", "llms.txt", "404.html", "da/404.html",
        "cards/sv.png", "cards/sv/tea.png", "tea/index.html.md", "assets/js/lost.js",
    ],
)  # fmt: skip
def test_what_only_a_server_or_a_search_engine_needs_is_left_out(built, put, name):
    """It would only be in the way; nobody is shown a 404 page from a folder."""
    before = set(texts(make_offline(built)))
    put(name, "x")
    assert set(texts(make_offline(built))) == before


def test_the_same_site_gives_the_same_bytes(built):
    """Nothing in it tells when it was packed; everybody may read what is unpacked."""
    made = make_offline(built)
    first = made.path.read_bytes()
    assert make_offline(built).path.read_bytes() == first
    with zipfile.ZipFile(made.path) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {stat.S_IMODE(entry.external_attr >> 16) for entry in file.infolist()} == {0o644}
        ways = {entry.filename.rpartition(".")[2]: entry.compress_type for entry in file.infolist()}
    assert ways["html"] == ways["css"] == zipfile.ZIP_DEFLATED
    assert ways["pdf"] == zipfile.ZIP_STORED
    assert [path.name for path in made.path.parent.iterdir()] == ["slingan-offline.zip"]


def test_the_start_page_leads_to_each_language_and_tells_its_day(built):
    """Three languages, each in its own words; the day is that of the newest chapter."""
    start = texts(make_offline(built))[START].decode()
    leads = re.findall(r'<a [^>]*href="([^"]*)" hreflang="(\w+)"', start)
    assert leads == [
        (f"{FOLDER}/index.html", "sv"),
        (f"{FOLDER}/da/index.html", "da"),
        (f"{FOLDER}/en/index.html", "en"),
    ]
    assert "Senast ändrat: 23 november 2026." in start
    assert "Last changed: 23 November 2026." in start
    assert start.count("Content-Security-Policy") == 1
    assert breaches(start) == []


def test_a_site_without_dates_says_no_day(small):
    """Better none than a wrong one."""
    words = load_words(small)
    text = read_first(words, dict.fromkeys(LANGUAGES, ""))
    assert "Senast ändrat" not in text
    assert "START.html" in text


def test_what_to_read_first_opens_in_the_oldest_notepad(built):
    """Marked as UTF-8, with the line ends of Windows, three languages."""
    raw = texts(make_offline(built))[README]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("utf-8-sig")
    assert re.findall(r"Slingan (?:på|in) \w+(?=\r)", text) == [
        "Slingan på svenska",
        "Slingan på dansk",
        "Slingan in English",
    ]
    assert text.count("START.html") >= 6


def test_links_that_lead_nowhere_stop_it(built, put):
    """Each with its page; the ZIP that was there stays."""
    before = make_offline(built).path.read_bytes()
    put("tea/index.html", page('<a href="../cup/">x</a><img src="x.png">'))
    with pytest.raises(ProblemsFound) as found:
        make_offline(built)
    assert [str(problem) for problem in found.value.problems] == [
        "site/tea/index.html:1: `../cup/` leads to no file of the offline copy",
        "site/tea/index.html:1: `x.png` leads to no file of the offline copy",
    ]
    assert (built.root / "build/offline/slingan-offline.zip").read_bytes() == before


def test_a_name_that_windows_cannot_take_stops_it(built, put):
    """Told with the file, before anybody carries the ZIP away."""
    put("print/sv/nul.pdf", b"x")
    with pytest.raises(ProblemsFound, match="Windows keeps for itself"):
        make_offline(built)


def test_the_command_says_where_the_zip_is_and_how_large(built, monkeypatch, capsys):
    """Two lines: what was packed, and how to look at it."""
    monkeypatch.chdir(built.root)
    assert main(["offline"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"Packed 9 files, 0\.0 MB: .*slingan-offline\.zip", lines[0])
    assert lines[1] == "To look at it: unpack it and open START.html"


def test_without_a_site_the_command_says_what_to_run(small, monkeypatch, capsys):
    """One clear line, no traceback."""
    monkeypatch.chdir(small.root)
    assert main(["offline"]) == 1
    assert "there is no site yet; run `make offline`" in capsys.readouterr().err
