"""The server stands for a good host, as the measured speed is judged by it."""

from __future__ import annotations

import dataclasses
import gzip
import urllib.error
import urllib.request

import pytest

from audit.server import serving
from broken_site import make_site, write


@pytest.fixture
def site(tmp_path):
    """A site with pages in two languages, a picture, and two 404 pages."""
    made = make_site(tmp_path, {"": "one", "da/": "two", "404.html": "no", "da/404.html": "nej"})
    write(tmp_path / "a.png", "picture" * 100)
    return made


def ask(address, **headers):
    """Return status, headers and body of an answer."""
    asked = urllib.request.Request(
        address, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_text_is_compressed_for_who_can_read_it(site):
    """And pictures are not, nor anything for who did not ask."""
    with serving(site) as served:
        _, headers, body = ask(served.address, Accept_Encoding="gzip, br")
        assert headers["Content-Encoding"] == "gzip"
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert gzip.decompress(body) == (site.folder / "index.html").read_bytes()
        assert ask(served.address)[2] == (site.folder / "index.html").read_bytes()
        assert "Content-Encoding" not in ask(f"{served.address}a.png", Accept_Encoding="gzip")[1]


def test_what_has_not_changed_is_not_sent_again(site):
    """By its tag, and for ten minutes without asking."""
    with serving(site) as served:
        _, headers, _ = ask(f"{served.address}a.png")
        assert headers["Cache-Control"] == "max-age=600"
        assert ask(f"{served.address}a.png", If_None_Match=headers["ETag"])[::2] == (304, b"")


@pytest.mark.parametrize(("place", "says"), [("x/", b"no"), ("da/x", b"nej"), ("../x", b"no")])
def test_what_is_not_there_gets_its_languages_404_page(site, place, says):
    """With the status that tells programs so; nothing outside the folder is ever sent."""
    write(site.folder.parent / "x", "secret")
    with serving(site) as served:
        status, _, body = ask(served.address + place)
    assert status == 404
    assert says in body


def test_a_site_below_a_folder_is_served_there(site):
    """As its 404 pages and its canonical addresses say."""
    below = dataclasses.replace(site, site_url="https://a.example/tea/")
    with serving(below) as served:
        assert served.address.endswith("/tea/")
        assert ask(served.address)[0] == 200
        assert ask(served.address.removesuffix("tea/"))[0] == 404
