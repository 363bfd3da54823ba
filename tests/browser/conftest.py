"""The real site, built and served to a real browser."""

from __future__ import annotations

import functools
import http.server
import threading

import pytest
from easysite import build_easy_site, serve

from audit.browser import launched
from audit.site import shell
from once import once, press_build
from small_site import ROOT


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Print nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A browser that closes early is no error."""


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site's folder, built in this run."""
    once(tmp_path_factory, "real", lambda _: press_build(ROOT, processes=2))
    return ROOT / "site"


@pytest.fixture(scope="session")
def address(site):
    """The address the site is served at; ends in a slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Silent, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Chromium as the system has it."""
    with launched(shell()) as running:
        yield running


@pytest.fixture(scope="session")
def window(browser):
    """A window for the pages of many tests: to open one costs more than to look at a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(window):
    """A new page with nothing remembered; fails the test for errors and requests to other hosts."""
    opened = window.new_page()
    errors: list[str] = []
    origins: set[str] = set()
    opened.on("request", lambda asked: origins.add("/".join(asked.url.split("/")[:3])))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    opened.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("http://127.0.0.1:", "blob:", "data:"))
            else errors.append(f"request to {asked.url}")
        ),
    )
    yield opened
    session = window.new_cdp_session(opened)
    for origin in origins:
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    for left in window.pages:
        left.close()
    window.clear_permissions()
    assert errors == []


@pytest.fixture(scope="session")
def easy_site(tmp_path_factory):
    """The folder of a small site whose chapter has an easy-read version."""
    return once(tmp_path_factory, "easy", build_easy_site) / "small" / "site"


@pytest.fixture(scope="session")
def easy_address(easy_site):
    """The address that small site is served at; ends in a slash."""
    yield from serve(easy_site)
