"""nginx and Caddy with the settings that hosting/ gives: what they really answer."""

import gzip
import re
import subprocess
import sys

import pytest

from press.project import LANGUAGES
from press.web.hosting import FRESH, KEPT, TYPES, prefix_of, server_files
from press.web.policy import HEADERS
from servers import built_at, program, serving
from small_site import ROOT, replace_in

ADDRESSES = {"root": "https://slingan.example/", "folder": "https://kommun.example/slingan/"}
NOTES = "# Anteckningar\n\nMånga små anteckningar på ett möte.\n" * 20


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The fixture site for each address: the folder that a server's root is, and the site in it."""
    made = {}
    for name, address in ADDRESSES.items():
        root, site = built_at(address, tmp_path_factory.mktemp(name))
        (site / "notes.md").write_text(NOTES, encoding="utf-8")
        (site / "day.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", encoding="utf-8")
        (site / ".hidden").write_text("secret")
        (root.parent / "outside.txt").write_text("secret")
        made[name] = (root, site)
    return made


@pytest.fixture(
    scope="module", params=[f"{s}-{where}" for s in ("nginx", "caddy") for where in ADDRESSES]
)
def hosted(request, sites, tmp_path_factory):
    """A running server and the site that it serves."""
    name, _, where = request.param.partition("-")
    if not program(name):
        assert name != "nginx", "nginx is missing; scripts/setup.sh test installs it"
        pytest.skip(f"{name} is not installed here, and this system may have no package of it")
    root, site = sites[where]
    work = tmp_path_factory.mktemp(request.param)
    with serving(name, ADDRESSES[where], root, work) as server:
        yield server, site


def _files(site):
    hidden = ("_headers", "_redirects", ".hidden")
    found = (path for path in site.rglob("*") if path.is_file() and path.name not in hidden)
    return {path.relative_to(site).as_posix(): path for path in found}


def test_the_files_in_the_repository_are_those_of_the_program(project):
    """`make hosting` writes them; who changes the headers or the folder runs it."""
    for name, text in server_files(project.site_url, LANGUAGES).items():
        assert (ROOT / "hosting" / name).read_text(encoding="utf-8") == text, "run `make hosting`"


def test_the_command_writes_and_checks(small):
    """It says which file is stale, and mends it."""

    def press(*arguments):
        command = [sys.executable, "-m", "press.cli", "hosting", *arguments]
        return subprocess.run(command, cwd=small.root, capture_output=True, text=True, check=False)

    assert press("--check").stderr.startswith("hosting/nginx.conf:1: does not fit `site_url`")
    assert press().returncode == press("--check").returncode == 0
    replace_in(small.root / "mkdocs.yml", (ADDRESSES["root"], ADDRESSES["folder"]))
    assert press("--check").returncode == 1


@pytest.mark.parametrize(
    ("address", "prefix"),
    [
        ("https://a.example/", "/"),
        ("https://a.example/b", "/b/"),
        ("https://a.example/b/c.d/", "/b/c.d/"),
    ],
)
def test_the_folder_is_read_from_the_address(address, prefix):
    """It begins and ends with a slash."""
    assert prefix_of(address) == prefix


def test_every_file_is_served_whole_and_by_its_type(hosted):
    """Every file of the site, byte for byte; none by a type that makes browsers save it."""
    server, site = hosted
    kinds = {end: kind for kind, ends in TYPES.items() for end in ends.split()}
    for name, path in _files(site).items():
        answer = server.ask(name)
        if name.endswith("index.html") and answer.status == 308:  # Caddy has one address for a page
            answer = server.ask(name.removesuffix("index.html"))
        assert answer.status == 200, name
        assert answer.body == path.read_bytes(), name
        kind, _, charset = answer["Content-Type"].partition(";")
        assert kind == kinds[name.rpartition(".")[2]], name
        text = kind.startswith("text/") or kind == "application/xml"
        assert charset.strip().lower() == ("charset=utf-8" if text else ""), name
        assert answer["Content-Disposition"] == "", name


def test_every_answer_has_the_headers(hosted):
    """Pages, PDF, styles, what does not exist, what is not sent again, and what leads elsewhere."""
    server, _ = hosted
    known = server.ask("")["ETag"]
    answers = {
        "page": server.ask("da/"),
        "pdf": server.ask("print/sv/tea-list.pdf"),
        "css": server.ask("assets/css/slingan.css"),
        "missing": server.ask("en/nothing/"),
        "same": server.ask("", If_None_Match=known),
        "head": server.ask("", "HEAD"),
    }
    for what, answer in answers.items():
        for name, value in HEADERS.items():
            assert answer.headers.get_all(name) == [value], f"{what}: {name}"
        assert len(answer.headers.get_all("Cache-Control")) == 1, what
        assert not re.search(r"\d", answer["Server"]), what


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("nothing", "sv"),
        ("a/b/c/d/", "sv"),
        ("da/nothing/", "da"),
        ("da/a/b/c.pdf", "da"),
        ("en/nothing.md", "en"),
        ("enough/", "sv"),
        ("en/assets/x.js?v=1234", "en"),
        ("search/sv/0123456789/t0.js", "sv"),
        ("print/sv/", "sv"),
        ("da/%C3%A5%C3%A4%C3%B6/", "da"),
    ],
)
def test_what_does_not_exist_is_told_in_the_readers_language(hosted, path, language):
    """With status 404, as a page, and kept by nobody; a folder without a page is such an address too."""
    server, site = hosted
    answer = server.ask(path)
    assert answer.status == 404
    page = site / ("404.html" if language == "sv" else f"{language}/404.html")
    assert answer.body == page.read_bytes()
    assert f'<html lang="{language}"' in answer.body.decode()
    assert answer["Content-Type"].lower() == "text/html; charset=utf-8"
    assert answer["Cache-Control"] == FRESH


@pytest.mark.parametrize(
    "path",
    [
        "_headers", "_redirects", ".hidden", ".git/config", "../outside.txt", "%2e%2e/outside.txt",
        "..%2foutside.txt", "assets/../../outside.txt", "assets/..%2f..%2foutside.txt",
        "../../outside.txt", "..%2f..%2foutside.txt", "%2e%2e%2f%2e%2e%2fetc/passwd", "..\\outside.txt",
    ],
)  # fmt: skip
def test_nothing_but_the_site_is_served(hosted, path):
    """Neither what other hosts read, nor hidden files, nor anything beside the site."""
    server, _ = hosted
    answer = server.ask(path)
    # What lies outside the site's folder is the host's to answer; Caddy answers with nothing at all.
    assert answer.status in (301, 308, 400, 404) or answer.body == b""
    assert b"secret" not in answer.body
    assert b"root:" not in answer.body


@pytest.mark.parametrize("path", ["print/", "print/sv/", "assets/", "assets/css/", "search/sv/"])
def test_no_folder_is_listed(hosted, path):
    """The page of what does not exist, and no names of files."""
    server, _ = hosted
    answer = server.ask(path)
    assert answer.status == 404
    assert b"Index of" not in answer.body
    assert b"tea-list" not in answer.body


def test_a_page_without_its_slash_leads_to_it(hosted):
    """Within the host, by a path: so it is right behind another server and on any port."""
    server, _ = hosted
    answer = server.ask("da/method-guide/tea")
    assert answer.status in (301, 308)
    assert re.sub(r"^tea/$", "", answer["Location"]) in ("", f"{server.prefix}da/method-guide/tea/")
    if server.prefix != "/":
        assert server.ask_host(server.prefix.rstrip("/")).status in (301, 302, 308)


@pytest.mark.parametrize("path", ["", "assets/css/slingan.css", "assets/js/search.js", "notes.md"])
def test_text_is_sent_compressed(hosted, path):
    """Much smaller, the same when unpacked, and caches are told that there are two."""
    server, site = hosted
    answer = server.ask(path, Accept_Encoding="gzip")
    whole = (site / (path or "index.html")).read_bytes()
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert gzip.decompress(answer.body) == whole
    assert len(answer.body) < 0.5 * len(whole)


@pytest.mark.parametrize(
    "path", ["print/sv/tea-list.pdf", "print/sv/tea-list.webp", "assets/fonts/atkinson-bold.woff2"]
)
def test_what_is_compressed_already_is_sent_as_it_is(hosted, path):
    """And can be fetched in parts, as PDF viewers do."""
    server, site = hosted
    assert server.ask(path, Accept_Encoding="gzip")["Content-Encoding"] == ""
    part = server.ask(path, Range="bytes=10-19")
    assert part.status == 206
    assert part.body == (site / path).read_bytes()[10:20]


@pytest.mark.parametrize("path", ["", "assets/css/slingan.css", "print/da/tea-leaflet.pdf"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_has_not_changed_is_not_sent_again(hosted, path, encoding):
    """By the ETag, compressed or not."""
    server, _ = hosted
    etag = server.ask(path, Accept_Encoding=encoding)["ETag"]
    assert etag
    again = server.ask(path, Accept_Encoding=encoding, If_None_Match=etag)
    assert (again.status, again.body) == (304, b"")
    assert server.ask(path, Accept_Encoding=encoding, If_None_Match='"other"').status == 200


def test_browsers_keep_only_what_never_changes(hosted):
    """What has its content in its address is kept for a year; all else is asked for anew."""
    server, site = hosted
    shard = next(name for name in _files(site) if name.startswith("search/sv/"))
    kept = [
        shard, "assets/fonts/atkinson-bold.woff2", "assets/css/slingan.css?v=0a1b2c3d",
        "assets/js/search.js?v=0a1b2c3d",
    ]  # fmt: skip
    fresh = [
        "", "da/", "?v=1", "method-guide/tea/?v=1", "print/sv/tea-list.pdf", "sitemap.xml",
        "print/sv/tea-list.pdf?v=1", "assets/css/slingan.css", "assets/css/slingan.css?v=",
    ]  # fmt: skip
    assert {path: server.ask(path)["Cache-Control"] for path in kept} == dict.fromkeys(kept, KEPT)
    said = {path: server.ask(path)["Cache-Control"] for path in fresh}
    if said["assets/css/slingan.css?v="] == KEPT:  # Caddy knows only whether there is a `v`
        del said["assets/css/slingan.css?v="]
    assert said == dict.fromkeys(said, FRESH)
