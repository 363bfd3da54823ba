"""The live preview shows problems and goes on."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest


@pytest.fixture
def preview(small):
    """A running preview of the small project: gives a function that fetches a page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = small.root / "preview.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "press.cli", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=small.root,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def fetch(path, until, seconds=60):
        """Return the page once it holds `until`; fail with the log when it never does."""
        page = ""
        for _ in range(seconds * 4):
            with contextlib.suppress(OSError):
                page = urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}").read().decode()
            if until in page:
                return page
            assert process.poll() is None, log.read_text()
            time.sleep(0.25)
        raise AssertionError(
            f"{until!r} never came; log:\n{log.read_text()}\npage:\n{page[-3000:]}"
        )

    yield fetch
    os.killpg(process.pid, 15)
    process.wait(timeout=20)


def test_a_problem_is_shown_on_the_page_and_goes_away_when_mended(preview, small, edit):
    """The server lives on through broken front matter, in every language."""
    preview("da/method-guide/tea/", "Te passer til samtaler.")
    edit("docs/da/method-guide/tea.md", "title: Te på mødet", "titel: Te på mødet")
    preview("da/", "docs/da/method-guide/tea.md:3: unknown key `titel`; did you mean `title`?")
    edit("docs/da/method-guide/tea.md", "titel: Te på mødet", "title: Te til mødet")
    page = preview("da/method-guide/tea/", "Te til mødet")
    assert "unknown key" not in page


def test_broken_yaml_and_encoding_do_not_kill_it(preview, small):
    """Nor does a file that cannot even be read as text."""
    preview("method-guide/tea/", "Te passar till samtal.")
    path = small.docs / "sv" / "method-guide" / "tea.md"
    good = path.read_bytes()
    path.write_bytes(b"---\ntitle: [\n---\n\xff\xfe broken")
    preview("", "has a character that is not UTF-8")
    path.write_bytes(good)
    preview("method-guide/tea/", "Te passar till samtal.")


def test_a_change_of_an_easy_read_text_is_shown(preview, edit):
    """Though the engine makes no page of that file."""
    preview("da/method-guide/tea/", "Kog vand.")
    edit("docs/da/method-guide/tea.easy.md", "- Kog vand.", "- Kog meget vand.")
    preview("da/method-guide/tea/", "Kog meget vand.")
