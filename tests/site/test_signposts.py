"""Chapters are renamed, moved and deleted in a real build; every address printed earlier still lands."""

import posixpath
import re
import shutil

import pytest
from lxml import html
from test_build import build

from press.content.library import load
from press.project import LANGUAGES, Project
from small_site import make_small, replace_in, write_register

MENU = "  - Så går det till: [method-guide/tea.md{}]\n"
OLD = ("cups", "milk", "pot")
AFTER = """\
issued: [104]

chapters:
  - {code: 101, chapter: mugs, was: [method-guide/cups]}
  - {code: 103, chapter: pot, was: [method-guide/pot]}
  - {code: 104, chapter: tea}
  - code: 102
    was: [method-guide/milk]
    retired:
      title: {sv: Mjölk, da: Mælk, en: Milk}
      instead: [104, 101]
"""


def add_chapter(project, name, part="method-guide"):
    """Add a chapter without printables in three languages."""
    for language in LANGUAGES:
        folder = project.docs / language
        text = (folder / "method-guide" / "tea.md").read_text(encoding="utf-8")
        text = re.sub(r"^printables:\n(?: .*\n|\n)*", "printables: []\n", text, flags=re.M)
        text = text.replace("id: tea\n", f"id: {name}\n").replace("[[tea-list]]", "")
        text = text.replace("title: ", f"title: {name} ", 1)
        (folder / part).mkdir(exist_ok=True)
        (folder / part / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def grown(tmp_path):
    """The fixture with three more chapters, as it was printed."""
    project = make_small(tmp_path / "small")
    for name in OLD:
        add_chapter(project, name)
    listed = "".join(f", method-guide/{name}.md" for name in OLD)
    replace_in(project.root / "mkdocs.yml", (MENU.format(""), MENU.format(listed)))
    write_register(project)
    return project


def printed(project):
    """Return all addresses that paper carries: of chapters, long and short, in each language."""
    library = load(project)
    assert library.problems == []
    found = {entry.url for language in LANGUAGES for entry in library.chapters(language)}
    for code in library.codes.by_chapter.values():
        found |= {f"k/{code}/", *(f"k/{code}/{language}/" for language in LANGUAGES)}
    return found


def change(project):
    """Rename one chapter, move one to another part, delete one."""
    for language in LANGUAGES:
        folder = project.docs / language
        (folder / "starter-pack").mkdir()
        shutil.move(folder / "method-guide" / "cups.md", folder / "method-guide" / "mugs.md")
        replace_in(folder / "method-guide" / "mugs.md", ("id: cups\n", "id: mugs\n"))
        shutil.move(folder / "method-guide" / "pot.md", folder / "starter-pack" / "pot.md")
        (folder / "method-guide" / "milk.md").unlink()
    for register in (project.docs / "translations").iterdir():
        blocks = register.read_text(encoding="utf-8").split("\n\n")
        kept = [block for block in blocks if not block.startswith("milk:")]
        text = "\n\n".join(kept).replace("\ncups:\n", "\nmugs:\n")
        register.write_text(text, encoding="utf-8")
    before = MENU.format("".join(f", method-guide/{name}.md" for name in OLD))
    after = MENU.format(", method-guide/mugs.md") + "  - Kom i gång: [starter-pack/pot.md]\n"
    replace_in(project.root / "mkdocs.yml", (before, after))


def lands(project, place):
    """Return the pages that an address leads to: itself, or where it sends the reader on or shows."""
    file = project.site / place / "index.html"
    assert file.is_file(), place
    tree = html.parse(str(file)).getroot()
    links = tree.xpath("//link[@data-way]/@href") or tree.xpath("//main//section//a/@href")
    if not tree.xpath("//body[@class='signpost']"):
        return {place}
    found = {posixpath.normpath(posixpath.join(place, link)) + "/" for link in links}
    for target in found:
        assert (project.site / target / "index.html").is_file(), (place, target)
        assert "signpost" not in (project.site / target / "index.html").read_text(encoding="utf-8")
    return found


def test_every_address_printed_earlier_still_lands(grown):
    """On the chapter under its new name, in its new part, or where one reads on instead."""
    earlier = printed(grown)
    assert len(earlier) == 4 * 3 + 4 * 4
    change(grown)
    write_register(grown, AFTER)
    done = build(grown)
    assert done.returncode == 0, done.stderr
    landed = {place: lands(grown, place) for place in earlier}
    assert all(landed.values())
    assert landed["da/method-guide/cups/"] == {"da/method-guide/mugs/"}
    assert landed["method-guide/pot/"] == {"starter-pack/pot/"}
    assert landed["k/103/en/"] == {"en/starter-pack/pot/"}
    instead = {
        f"{home}method-guide/{name}/" for home in ("", "da/", "en/") for name in ("tea", "mugs")
    }
    assert landed["en/method-guide/milk/"] == landed["k/102/"] == landed["k/102/sv/"] == instead
    assert landed["method-guide/tea/"] == {"method-guide/tea/"}
    sitemap = (grown.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/k/" not in sitemap
    assert "cups" not in sitemap


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("", "", ["`cups`", "`milk`", "`mugs` has no code", "codes of starter-pack begin with 2"]),
        (
            "  - {code: 101, chapter: cups}\n",
            "",
            ["code 101 has been given out and its line is gone"],
        ),
    ],
)
def test_a_build_stops_for_a_register_that_was_not_kept_up(grown, old, new, says):
    """All at once, each at its line, and the site that was there is untouched."""
    grown.site.mkdir()
    change(grown)
    if old:
        replace_in(grown.docs / "chapters.yml", (old, new))
    done = build(grown)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for message in says:
        assert message in done.stderr
    assert "docs/chapters.yml:" in done.stderr
    assert list(grown.site.iterdir()) == []


def test_projects_of_tests_are_projects(grown):
    """The menu that is replaced here stands as small_site.py writes it."""
    assert Project(grown.root).order[1:] == [
        "method-guide/tea",
        *(f"method-guide/{n}" for n in OLD),
    ]
