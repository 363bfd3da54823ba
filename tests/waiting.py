"""Waits for a page to become something, where its security policy forbids Playwright's own way.

`page.wait_for_function` makes a function of a text inside the page, which our policy blocks as it should.
"""

from __future__ import annotations

import time


def wait_until(page, expression: str, seconds: float = 15) -> None:
    """Ask the page again and again until a JavaScript expression is true; fail after some seconds."""
    end = time.monotonic() + seconds
    while not page.evaluate(f"Boolean({expression})"):
        assert time.monotonic() < end, f"never became true: {expression}"
        page.wait_for_timeout(50)
