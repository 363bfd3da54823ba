"""Links that lead out of the site."""

import pytest

from press.web.html import text, tree
from press.web.links import guard_outside_links

SITE = "https://slingan.example/a/"


@pytest.mark.parametrize(
    ("href", "outside"),
    [
        ("https://digg.se/", True),
        ("http://digg.se", True),
        ("//digg.se/x", True),
        ("https://slingan.example/a/da/", False),
        ("../about/", False),
        ("#top", False),
        ("mailto:a@b.example", False),
        ("https://[", False),
    ],
)
def test_only_links_to_other_hosts_are_guarded(href, outside):
    """The other site learns neither the page nor gets a hand on its window."""
    root = tree(f'<p><a href="{href}">x</a></p>')
    guard_outside_links(root, SITE)
    assert ('rel="noopener noreferrer"' in text(root)) is outside


def test_an_authors_rel_is_replaced():
    """What a link promises is ours to say."""
    root = tree('<p><a href="https://a.example/" rel="opener">x</a></p>')
    guard_outside_links(root, SITE)
    assert 'rel="noopener noreferrer"' in text(root)
