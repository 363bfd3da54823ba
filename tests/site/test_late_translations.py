"""A real build in which texts and printables are older than their source."""

import re
import zipfile

import pytest
from lxml import html

import readback
from once import press_build
from press.build import check
from press.cli import main
from press.editions import make_editions
from press.project import Project
from press.translating import record_missing
from press.warm import _tasks
from small_site import make_workshop, replace_in

PROFILE = """\
municipality: Exempelby
contact: [{role: Stöd, phone: "010-000 00 00"}]
colour: "#1f5c3d"
languages: [sv, da]
printables: [tea-list, tea-letter]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The workshop's binder and booklet, whose Swedish list and chapter have changed."""
    project = make_workshop(
        tmp_path_factory.mktemp("behind") / "shop", "binder", "booklet", "letter", "worksheet"
    )
    for language in ("sv", "da", "en"):
        text = "---\nid: print-shop\ntitle: Shop {}\nsummary: S.\n---\n[[print-shop]]\n"
        (project.docs / language / "print-shop.md").write_text(text.format(language))
    replace_in(project.root / "mkdocs.yml", ("  - Kom i gång", "  - print-shop.md\n  - Kom i gång"))
    record_missing(project)
    path = project.docs / "sv" / "method-guide" / "tea.md"
    replace_in(path, ("text: Diska.", "text: Diska allt."), ("## Så gör du", "## Så gör ni"))
    project = Project(project.root)  # which reads its menu anew
    (said,) = check(project).problems
    stamp = re.search(r"`content: (\w+)`", said.message)[1]
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"content: \w+", f"content: {stamp}", text, count=1), encoding="utf-8")
    assert check(project).problems == []
    assert press_build(project.root) == ""
    return project


def page(project, place):
    return html.fromstring((project.site / place / "index.html").read_text(encoding="utf-8"))


def test_the_site_is_built_and_leaves_the_paper_out(built):
    """The source's paper is there, that of the translations is not; all else is."""
    there = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*.pdf")}
    assert "print/sv/tea-list.pdf" in there
    assert not {"print/da/tea-list.pdf", "print/en/tea-list.pdf"} & there
    assert "print/da/tea-binder.pdf" in there and "print/da/tea-leaflet.pdf" in there
    assert ("printable", "da", "tea-list") not in _tasks(check(built))


def test_no_link_of_the_site_leads_to_what_is_left_out(built):
    """Pages, print shop, arrivals, structured data and plain texts."""
    for path in built.site.rglob("*"):
        if path.suffix in (".html", ".md", ".txt", ".xml"):
            text = path.read_text(encoding="utf-8")
            assert "print/da/tea-list" not in text, path
            assert "print/en/tea-list" not in text, path


def test_readers_are_told(built):
    """On the page, and in the shop below what there is to print."""
    assert page(built, "da/method-guide/tea").xpath("//div[@class='behind']")
    shop = page(built, "da/print-shop")
    assert "Findes ikke på dansk lige nu" in [h.text_content() for h in shop.xpath("//h2")]
    (left,) = shop.xpath("//div[@class='withheld']")
    assert left.xpath(".//a/@href") == ["../../method-guide/tea/#tea-list"]
    assert not page(built, "print-shop").xpath("//*[@class='withheld']")


def test_the_zip_says_what_it_lacks(built):
    """In the text that lies in it."""
    with zipfile.ZipFile(built.site / "print/da/slingan-da.zip") as packed:
        assert not [name for name in packed.namelist() if "tea-list" in name]
        (name,) = [name for name in packed.namelist() if "/" not in name]
        assert "er ikke med, for oversættelsen er ikke klar" in packed.read(name).decode()


def test_a_binder_leaves_it_out_with_a_line(built):
    """In Danish; the Swedish one holds it."""
    said = readback.text(built.site / "print/da/tea-binder.pdf")
    assert "er ikke med" in said
    assert "er ikke med" not in readback.text(built.site / "print/sv/tea-binder.pdf")
    assert "inte med" not in readback.text(built.site / "print/sv/tea-binder.pdf")


def test_a_chapter_on_paper_carries_the_note(built):
    """Alone and in a booklet."""
    told = "Den svenske tekst er nyere end denne oversættelse."
    assert told in readback.text(built.site / "da/method-guide/tea/tea.pdf")
    assert told in readback.text(built.site / "print/da/tea-booklet.pdf")


def test_an_edition_leaves_it_out_with_a_line(built, tmp_path):
    """The municipality is told when it is made, its readers in the list."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "by.yml").write_text(PROFILE, encoding="utf-8")
    (made,) = make_editions(built, [folder / "by.yml"])
    assert made.problems == []
    (note,) = made.notes
    assert "`tea-list` is left out in da" in note
    target = built.root / "build" / "editions" / "by"
    assert (target / "sv" / "tea-list.pdf").exists()
    assert not (target / "da" / "tea-list.pdf").exists()
    assert "Findes ikke på dansk lige nu." in (target / "index.html").read_text(encoding="utf-8")


def test_the_commands_speak(built, monkeypatch, capsys):
    """Check lists and does not stop; the table is also a file; an acceptance wants a name."""
    monkeypatch.chdir(built.root)
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "docs/da/method-guide/tea.md:" in said
    assert "da: 2 texts behind on 1 page, 1 printable not published" in said
    assert main(["translations"]) == 0
    shown = capsys.readouterr().out
    assert (built.root / "build" / "translations.txt").read_text(encoding="utf-8") in shown
    assert main(["translated", "da", "tea", "title", "--accept", "why"]) == 1
    assert "write both why and who says so" in capsys.readouterr().err
    assert main(["translated", "da", "tea", "title"]) == 0
    assert "there was nothing to record" in capsys.readouterr().out
