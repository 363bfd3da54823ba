"""The site map and robots.txt."""

from lxml import etree

from press.web.sitemap import Address, robots, sitemap

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PAIR = (("sv", "https://a.example/"), ("x-default", "https://a.example/"))


def test_every_page_has_its_address_day_and_languages():
    """What was handed in can be read back."""
    pages = [Address("https://a.example/b/", (), "2026-01-02"), Address("https://a.example/", PAIR)]
    root = etree.fromstring(sitemap(pages).encode())
    found = root.findall("s:url", NS)
    assert [url.findtext("s:loc", namespaces=NS) for url in found] == [
        "https://a.example/", "https://a.example/b/",
    ]  # fmt: skip
    assert [url.findtext("s:lastmod", namespaces=NS) for url in found] == [None, "2026-01-02"]
    links = found[0].findall("x:link", NS)
    assert [(link.get("hreflang"), link.get("href")) for link in links] == list(PAIR)
    assert {link.get("rel") for link in links} == {"alternate"}


def test_addresses_are_escaped():
    """A sign that means something to XML does not break the map."""
    address = 'https://a.example/?a=1&b="<'
    root = etree.fromstring(sitemap([Address(address, (("sv", address),))]).encode())
    assert root.findtext("s:url/s:loc", namespaces=NS) == address
    assert root.find("s:url/x:link", NS).get("href") == address


def test_robots_may_read_everything_and_find_the_map():
    """Nothing is hidden, and the map's address is whole."""
    lines = robots("https://a.example/b/").splitlines()
    assert lines == [
        "User-agent: *", "Allow: /", "", "Sitemap: https://a.example/b/sitemap.xml",
    ]  # fmt: skip
