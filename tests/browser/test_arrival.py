"""Arriving by the QR code on paper: with the newest edition, and with an old one."""

import re

import pytest
from easysite import serve

from press.build import Build, check
from press.content.stamp import stamp
from press.paper.inspect import qr_codes
from press.project import LANGUAGES
from small_site import make_small, replace_in

SITE = "https://slingan.example/"


def test_every_code_of_every_printable_leads_to_a_page(site):
    """One PDF of each in each language, read back as a phone reads it; `make audit` reads all."""
    files = [path for path in sorted(site.glob("print/*/*.pdf")) if "binder" not in path.name]
    reading = [path for path in files if not path.stem.endswith(("-print", "-tiles", "-spine"))]
    assert len(reading) >= 54
    for path in reading:
        found = qr_codes(path.read_bytes())
        assert found, path.name
        for address in found:
            assert address.startswith(SITE)
            place = site / re.split("[?#]", address.removeprefix(SITE))[0]
            assert (place / "index.html").is_file(), (path.name, address)


def test_the_newest_paper_is_told_so(page, address):
    """In the paper's language; the file and the chapter are a link away."""
    page.goto(f"{address}p/readiness-check/da/2026-11-23/")
    assert page.locator("html").get_attribute("lang") == "da"
    verdict = page.locator(".verdict").inner_text()
    assert verdict.startswith("Dit papir er den nyeste udgave.")
    with page.expect_download() as fetched:
        page.locator(".copies a").first.evaluate("link => { link.download = ''; link.click(); }")
    assert fetched.value.suggested_filename == "readiness-check.pdf"
    page.locator("main a[href$='#readiness-check']").click()
    assert page.locator("section#readiness-check").is_visible()


@pytest.fixture(scope="module")
def changed_address(tmp_path_factory):
    """The address of a small site whose Swedish list has a new edition."""
    project = make_small(tmp_path_factory.mktemp("changed") / "small")
    name = project.docs / "sv" / "method-guide" / "tea.md"
    old = re.search(r"    edition: 2026-01-02\n    content: \w+\n", name.read_text())[0]
    library = check(project)
    printable = library.entries["sv", "method-guide/tea"].model.printables[0]
    new = (
        f"    edition: 2026-11-23\n    content: {stamp(printable)}\n    changes:\n"
        "      - edition: 2026-11-23\n        before: 2026-01-02\n"
        "        changed: [Vattnet ska koka.]\n"
    )
    replace_in(name, (old, new))
    library = check(project)
    assert library.problems == []
    build = Build(project, library)
    build.make_printables()
    build.make_arrivals()
    assert build.problems == []
    folder = tmp_path_factory.mktemp("changed-site")
    for place, file in build.files.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    for script in (project.look / "assets" / "js").glob("*.js"):
        target = folder / "assets" / "js" / script.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(script.read_bytes())
    (folder / "assets" / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    yield from serve(folder)


def test_old_paper_is_told_what_has_changed(page, changed_address):
    """And gets the new file; from there the page of the new edition says all is well."""
    page.goto(f"{changed_address}p/tea-list/sv/2026-01-02/")
    verdict = page.locator(".verdict").inner_text()
    assert verdict.startswith("Det finns en nyare utgåva, från 23 november 2026.")
    assert page.locator("article li").first.inner_text() == "Vattnet ska koka."
    assert page.locator(".copies a").get_attribute("href").endswith("print/sv/tea-list.pdf")
    assert [link.inner_text() for link in page.locator(".languages .full").all()] == [
        "Svenska", "Dansk", "English",
    ]  # fmt: skip
    page.goto(f"{changed_address}p/tea-list/sv/2026-11-23/")
    assert page.locator(".verdict").inner_text().startswith("Ditt papper är aktuellt.")


def test_without_script_the_page_says_the_same(browser, changed_address):
    """A telephone from work may run none."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{changed_address}p/tea-list/sv/2026-01-02/")
    assert "Vattnet ska koka." in page.locator("article").inner_text()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_fits_a_phone(page, changed_address, width):
    """Nothing has to be scrolled sideways."""
    page.set_viewport_size({"width": width, "height": 700})
    for language in LANGUAGES:
        page.goto(f"{changed_address}p/tea-list/{language}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
