"""A page and a printable that are older than their source, as a reader meets them."""

import pytest
from easysite import build_easy_site, serve
from looks import LOOKS

from audit.axe import broken
from once import once, press_build
from press.project import Project
from small_site import replace_in


@pytest.fixture(scope="module")
def late(tmp_path_factory):
    """The small site, built with a Swedish text, list and home page that are newer; its address."""

    def make(folder):
        wrong = build_easy_site(folder)
        project = Project(folder / "small")
        replace_in(
            project.docs / "sv/method-guide/tea.md",
            ("## Så gör du", "## Så gör ni"),
            ("title: Te på träffen", "title: Te"),
            ("start: ", "start: just "),
        )
        replace_in(project.docs / "sv/index.md", ("summary: ", "summary: Ny. "))
        stamped(project)
        return wrong or press_build(project.root)

    folder = once(tmp_path_factory, "late", make)
    yield from serve(folder / "small" / "site")


def stamped(project):
    """Write the stamp that the changed list needs; paper that is out stays current."""
    from press.build import check

    for problem in check(project).problems:
        _, stamp = problem.message.split("`content: ")[:2]
        path = project.root / problem.path
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(n for n, x in enumerate(lines) if n >= problem.line - 1 and "content: " in x)
        lines[at] = f"    content: {stamp[:8]}"
        path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(browser, late, width, scheme):
    """Note and gap, and nothing is wider than the window."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for path in ("da/method-guide/tea/", "en/", "p/tea-list/en/2026-01-02/"):
        page.goto(late + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        found += [f"{path} {rule} {node['target']}" for rule, node in broken(page)]
    context.close()
    assert found == []


def test_the_note_leads_to_what_is_old_and_to_the_source(page, late):
    """By links alone, without script."""
    page.goto(f"{late}da/method-guide/tea/")
    note = page.locator(".behind")
    assert note.is_visible()
    note.get_by_role("link", name="Sådan gør du").click()
    assert page.evaluate("document.querySelector(':target').textContent") == "Sådan gør du"
    note.get_by_role("link", name="Læs den svenske tekst").click()
    page.wait_for_url(f"{late}method-guide/tea/")
    assert page.locator(".behind").count() == 0


def test_the_gap_leads_to_the_language_that_has_the_paper(page, late):
    """To the very place."""
    page.goto(f"{late}en/method-guide/tea/#tea-list")
    gap = page.locator("#tea-list")
    assert "Not available in English at the moment." in gap.inner_text()
    gap.get_by_role("link").click()
    page.wait_for_url(f"{late}method-guide/tea/#tea-list")
    assert page.locator("#tea-list .copies a").count() > 0
