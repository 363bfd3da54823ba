"""The security policy of pages, and the files that web hosts read."""

import pytest

from press.paper.store import Store
from press.web.policy import POLICY, breaches, headers, host_files, redirects, with_policy

PAGE = '<!doctype html>\n<html lang="sv">\n<head>\n{}</head>\n<body>{}</body>\n</html>'


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">\n', "<title>A</title>"])
def test_the_policy_comes_before_what_it_governs(head):
    """A browser applies it only to what it meets afterwards; only the encoding stands before it."""
    made = with_policy(PAGE.format(f'{head}<script src="a.js"></script>', ""))
    assert made.count("Content-Security-Policy") == 1
    assert made.index("Content-Security-Policy") < made.index("<script")
    if "charset" in head:
        assert made.index("charset") < made.index("Content-Security-Policy")


def test_the_policy_allows_nothing_that_stands_in_the_page():
    """No inline scripts or styles, no eval, no other hosts, no forms sent, no base changed."""
    parts = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert parts["default-src"] == "'none'"
    assert parts["script-src"] == parts["style-src"] == "'self'"
    assert parts["base-uri"] == parts["form-action"] == "'none'"
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert "http" not in POLICY


@pytest.mark.parametrize(
    ("head", "body", "says"),
    [
        ("", "<script>let a</script>", "has a script in the page"),
        ("<style>a {}</style>", "", "has a <style>"),
        ("", '<p style="color: red">x</p>', "has the attribute `style` on <p>"),
        ("", '<p onclick="x()">x</p>', "has the attribute `onclick` on <p>"),
        ('<script src="https://a.example/x.js"></script>', "", "loads https://a.example/x.js"),
        ("", '<img alt="" src="//a.example/x.png">', "loads //a.example/x.png"),
    ],
)
def test_what_the_policy_would_block_is_told(head, body, says):
    """A theme that brings something new is seen when the site is built, not by a reader."""
    found = breaches(PAGE.format(head, body))
    assert len(found) == 1
    assert found[0].startswith(says)


def test_a_page_of_files_and_data_is_good():
    """Data for scripts is no script, and links to other hosts load nothing."""
    body = '<script type="application/json">{}</script><a href="https://a.example/">a</a>'
    assert breaches(PAGE.format('<script src="a.js"></script>', body)) == []


def test_headers_say_what_a_page_cannot():
    """One rule for all files, each header indented below it."""
    first, *rest = headers().splitlines()
    assert first == "/*"
    said = dict(line.split(": ", 1) for line in rest)
    assert said["  Content-Security-Policy"] == "frame-ancestors 'none'"
    assert said["  X-Content-Type-Options"] == "nosniff"
    assert {"  Referrer-Policy", "  Permissions-Policy"} <= said.keys()


def test_each_language_but_the_first_has_its_404_page_by_address():
    """The first language's page is the one that hosts look for by themselves."""
    assert redirects(("sv", "da", "en")) == "/da/*  /da/404.html  404\n/en/*  /en/404.html  404\n"


def test_hosts_files_are_whole(tmp_path):
    """Made once; the same the second time."""
    made = host_files(Store(tmp_path), ("sv", "da"))
    assert made["_headers"].read_text(encoding="utf-8") == headers()
    assert made["_redirects"].read_text(encoding="utf-8") == redirects(("sv", "da"))
    assert host_files(Store(tmp_path), ("sv", "da")) == made
