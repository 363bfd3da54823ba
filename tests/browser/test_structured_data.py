"""Structured data in a real browser: the policy lets it stand, and it is what the build made."""

import json

import pytest
from test_security import WATCH

from waiting import wait_until


@pytest.mark.parametrize("path", ["", "da/method-guide/relay-questions/", "en/about/"])
def test_a_block_of_data_breaks_no_policy(browser, address, path):
    """It is data and not a script: nothing is blocked, and programs can read it from the page."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address + path)
    page.wait_for_load_state("load")
    (block,) = page.locator("script[type='application/ld+json']").all()
    made = json.loads(block.evaluate("e => e.textContent"))
    assert made["@context"] == "https://schema.org"
    assert made["@graph"][0]["url"].endswith(f".example/{path}")
    # The watch does see what breaks the policy: a script with the same words does.
    assert page.evaluate("window.violations") == []
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))"
    )
    wait_until(page, "window.violations.length > 0")
    context.close()
