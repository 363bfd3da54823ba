"""Chromium for the tools that look at pages, and the pages in shares for several processes."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from playwright.sync_api import Browser, sync_playwright

from audit.site import Site
from press.pool import spread

Result = TypeVar("Result")

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_SHARES = 12  # more than processes, so that none waits long for another, and the bar moves
_SECONDS = 900  # for one share; a tenth of that is usual


@contextmanager
def chromium(site: Site) -> Iterator[Browser]:
    """Give the browser that tools look at the pages of a site with; it ends with the block."""
    with launched(site.programs.shell) as browser:
        yield browser


@contextmanager
def launched(program: str) -> Iterator[Browser]:
    """Give a browser of its own that ends with the block; audit.site has where the program lies."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program or None, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def version(site: Site) -> str:
    """Return the browser's version."""
    with chromium(site) as browser:
        return browser.version


def over_pages(
    work: Callable[[Site, Sequence[str]], Iterable[Result]], site: Site, label: str
) -> list[Result]:
    """Return what a function of a module finds on the site's pages, shared among processes."""
    shares = [site.shown[n::_SHARES] for n in range(_SHARES) if site.shown[n::_SHARES]]
    found: list[Result] = []
    for _, result in spread(partial(_whole, work, site), shares, _nothing, (), label):
        if isinstance(result, BaseException):
            raise result
        found += result
    return found


def _whole(
    work: Callable[[Site, Sequence[str]], Iterable[Result]], site: Site, share: Sequence[str]
) -> list[Result]:
    # Playwright waits for ever when the program that drives the browser is ended from outside.
    faulthandler.dump_traceback_later(_SECONDS, exit=True)
    try:
        return list(work(site, share))
    finally:
        faulthandler.cancel_dump_traceback_later()


def _nothing() -> None:
    """Each share opens a browser of its own, so a process has nothing to start with."""
