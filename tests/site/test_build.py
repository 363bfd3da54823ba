"""Real strict builds of the six-file fixture site, good and broken."""

import os
import re
import subprocess
import sys

import pikepdf
import pytest
from PIL import Image

import readback
from press.content.markup import to_html
from press.project import LANGUAGES
from press.render.paperdata import chapter_data
from press.render.plaintext import chapter_text
from press.search.units import units_of
from press.web.policy import POLICY, breaches, headers
from small_site import build_of


def build(project, *extra, strict=True):
    """Run the site engine as an editor's machine would; return the finished process."""
    command = [sys.executable, "-m", "mkdocs", "build", *extra]
    return subprocess.run(
        command + (["--strict"] if strict else []),
        cwd=project.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )


def files(project):
    """Return what the site holds: contents by path."""
    return {
        path.relative_to(project.site).as_posix(): path.read_bytes()
        for path in project.site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The fixture site, built once."""
    from small_site import make_small

    project = make_small(tmp_path_factory.mktemp("built") / "small")
    done = build(project)
    assert done.returncode == 0, done.stderr
    return project, done


def test_a_good_site_builds_strictly_and_quietly(built):
    """No warning, nothing on standard error."""
    _, done = built
    lines = done.stderr.splitlines()
    assert [line for line in lines if line and not line.startswith("INFO ")] == []


def test_every_page_stands_in_every_language(built):
    """Swedish at the root, Danish and English below their codes."""
    project, _ = built
    for prefix in ("", "da/", "en/"):
        assert (project.site / prefix / "index.html").is_file()
        assert (project.site / prefix / "method-guide/tea/index.html").is_file()


def test_a_page_may_show_a_drawing_in_both_its_texts(small):
    """Each has names of its own, for the same name twice would lead to the first."""
    for name in ("tea.md", "tea.easy.md"):
        path = small.docs / "sv/method-guide" / name
        path.write_text(
            path.read_text(encoding="utf-8") + "\n[[drawing-model]]\n", encoding="utf-8"
        )
    build = build_of(small)
    entry = build.library.entries["sv", "method-guide/tea"]
    names = re.findall(r'id="([^"]+)"', build.page(entry, to_html(entry.source.body)))
    assert {"drawing-head-model", "easy-head-model"} <= set(names)
    assert len(names) == len(set(names))


def test_page_and_paper_explain_the_same_word_once(small):
    """A link in the whole text, and a list; easy-read text, search and plain text stay as they are."""
    glossary = small.docs / "glossary.yml"
    glossary.write_text(
        glossary.read_text(encoding="utf-8") + "    explain: true\n", encoding="utf-8"
    )
    for name in ("tea.md", "tea.easy.md"):
        path = small.docs / "sv/method-guide" / name
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nTe i slingan. Två slingor till.\n", encoding="utf-8")
    build = build_of(small)
    entry = build.library.entries["sv", "method-guide/tea"]
    page = build.page(entry, to_html(entry.source.body))
    link = '<a class="term" href="../../glossary/#loop" data-term="loop">slingan</a>'
    assert page.count("data-term=") == page.count(link) == 1
    easy = page[page.index('class="reading reading-easy"') :].partition("</section>")[0]
    assert "Te i slingan." in easy
    assert re.findall(r'data-word="([^"]+)"', page) == ["loop"]
    paper = chapter_data(entry, build.desks["sv"])
    assert paper["terms"]["words"] == [{"term": "slinga", "text": "Några samtal."}]
    assert "Några samtal" not in str(paper["blocks"])
    assert "Några samtal" not in chapter_text(entry, build.desks["sv"])
    found = [
        section.text
        for unit in units_of(build.library, build.words["sv"])
        for section in unit.sections
    ]
    assert any("Te i slingan. Två slingor till." in text for text in found)
    assert not any("Några samtal" in text for text in found)


def test_an_easy_read_text_is_part_of_its_chapter_and_no_page(built):
    """Both texts stand in one page, every name once, and the file itself is not published."""
    project, _ = built
    assert [path for path in files(project) if "easy" in path] == []
    page = (project.site / "da/method-guide/tea/index.html").read_text(encoding="utf-8")
    assert 'class="reading reading-full"' in page
    assert 'class="reading reading-easy" lang="da"' in page
    names = re.findall(r'\bid="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert [name for name in names if name.startswith("easy__")] == ["easy__sadan-gr-du"]


def test_every_chapter_has_its_pdf_through_the_plugin(built):
    """The plugin's event, folder and link; our renderer."""
    project, _ = built
    for prefix in ("", "da/", "en/"):
        folder = project.site / prefix / "method-guide/tea"
        assert readback.breaches(folder / "tea.pdf") == []
        page = (folder / "index.html").read_text(encoding="utf-8")
        assert '<li class="pdf-link"><a href="tea.pdf" type="application/pdf">' in page
        assert "data-chapter-pdf" not in page
    assert not (project.site / "index.pdf").exists()


def test_a_chapters_pdf_says_what_the_page_says(built):
    """Web and paper are drawn from the same text."""
    project, _ = built
    words = " ".join(readback.text(project.site / "da/method-guide/tea/tea.pdf").split())
    for part in (
        "Te på mødet",
        "Te passer til samtaler.",
        "Assam",
        "Fra andre kilder",
        "Opdigtet eksempel",
        "Der er fire møder, står der i en håndbog.",
        "2026-01-02",
        "En artikel",
        "slingan.example/k/101/",
    ):
        assert part in words, part


def test_printables_lie_where_the_page_links_to_them(built):
    """Each copy and picture of each printable, in each language."""
    project, _ = built
    for language in LANGUAGES:
        names = {path.name for path in (project.site / "print" / language).iterdir()}
        assert names == {
            f"slingan-{language}.zip", "tea-list.pdf", "tea-list.webp", "tea-list-small.webp",
            "tea-leaflet.pdf", "tea-leaflet-print.pdf", "tea-leaflet.webp", "tea-leaflet-small.webp",
        }  # fmt: skip


def test_nothing_of_the_workshop_is_published(built):
    """Templates, word lists and data files stay at home."""
    project, _ = built
    assert [name for name in files(project) if name.endswith((".typ", ".yml"))] == []
    # The plain texts are made; no author's file is served.
    texts = {name for name in files(project) if name.endswith(".md")}
    assert {name.rpartition("/")[2] for name in texts} == {"index.html.md"}
    assert not list((project.root / "build").glob("staging-*"))


def test_every_page_carries_the_security_policy(built):
    """The 404 pages too, one for each language; hosts find their headers."""
    project, _ = built
    pages = {name: html.decode() for name, html in files(project).items() if name.endswith(".html")}
    assert {"404.html", "da/404.html", "en/404.html"} < pages.keys()
    for name, html in pages.items():
        assert POLICY in html, name
        assert breaches(html) == [], name
    for language in LANGUAGES:
        name = "404.html" if language == "sv" else f"{language}/404.html"
        assert f'<html lang="{language}"' in pages[name]
    assert (project.site / "_headers").read_text(encoding="utf-8") == headers()


def test_a_script_that_a_template_writes_into_the_page_stops_the_build(small):
    """The policy would keep it from running, so the build says so."""
    path = small.look / "partials" / "logo.svg"
    path.write_text("<script>let a</script>", encoding="utf-8")
    done = build(small)
    assert done.returncode == 1
    assert "has a script in the page; put it into overrides/assets/js/" in done.stderr


def test_the_same_texts_give_the_same_site(built, small):
    """Two builds in two places agree byte for byte, whatever day it is."""
    project, _ = built
    assert build(small).returncode == 0
    ours, theirs = files(project), files(small)
    assert ours.keys() == theirs.keys()
    assert {name for name in ours if ours[name] != theirs[name]} == set()


def test_without_the_plugin_the_site_still_builds(small):
    """`PDF_EXPORT=false` builds everything but the chapters' PDFs."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=small.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PDF_EXPORT": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (small.site / "method-guide/tea/index.html").read_text(encoding="utf-8")
    assert "tea.pdf" not in page
    assert "data-chapter-pdf" not in page


def test_a_picture_is_shown_on_page_and_paper_in_every_language(small):
    """One file in docs/assets serves all three; its description goes along."""
    (small.docs / "assets").mkdir()
    Image.new("RGB", (1400, 700), "teal").save(small.docs / "assets" / "pot.png")
    for language in LANGUAGES:
        path = small.docs / language / "method-guide" / "tea.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n![A pot](../../assets/pot.png)\n", encoding="utf-8")
    done = build(small)
    assert done.returncode == 0, done.stderr
    for prefix in ("", "da/", "en/"):
        folder = small.site / prefix / "method-guide/tea"
        html = (folder / "index.html").read_text(encoding="utf-8")
        source = re.search(r'<img alt="A pot" src="([^"]+)"', html)[1]
        assert (folder / source).resolve() == small.site / "assets" / "pot.png"
        assert readback.breaches(folder / "tea.pdf") == []
        with pikepdf.open(folder / "tea.pdf") as pdf:
            figures = [
                o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Alt")
            ]
            assert "A pot" in [str(figure.Alt) for figure in figures]


TEA = "docs/sv/method-guide/tea.md"


def _broken_yaml(root):
    _change(root, TEA, "title: Te på träffen", "title: Te: på träffen")


def _wrong_type(root):
    _change(root, TEA, "audience: [new-staff, manager]", "audience: 5")


def _duplicate_id(root):
    for language in LANGUAGES:
        _change(root, f"docs/{language}/method-guide/tea.md", "- id: cups", "- id: boil")


def _unknown_audience(root):
    for language in LANGUAGES:
        _change(root, f"docs/{language}/method-guide/tea.md", "new-staff, manager", "managr")


def _missing_image(root):
    _change(root, TEA, "## Så gör du", "![En kanna](kanna.png)\n\n## Så gör du")


def _bad_link(root):
    _change(root, TEA, "(../index.md)", "(../indx.md)")


def _empty_checklist(root):
    for language in LANGUAGES:
        name = f"docs/{language}/method-guide/tea.md"
        text = (root / name).read_text(encoding="utf-8")
        before, _, rest = text.partition("    groups:\n")
        after = "  - kind: folder" + rest.partition("  - kind: folder")[2]
        (root / name).write_text(f"{before}    groups: []\n{after}", encoding="utf-8")


def _invalid_utf8(root):
    path = root / TEA
    path.write_bytes(path.read_bytes().replace(b"Te p\xc3\xa5", b"Te p\xe5"))


def _five_megabytes(root):
    _change(root, TEA, "summary: Koka", "summary: " + "x" * 5_000_000 + "Koka")


def _a_file_of_the_machine(root):
    _change(root, TEA, "## Så gör du", "![Hemligt](file:///etc/passwd)\n\n## Så gör du")


def _remote_picture(root):
    _change(root, TEA, "## Så gör du", "![Långt bort](http://127.0.0.1/x.png)\n\n## Så gör du")


def _out_of_docs(root):
    _change(root, TEA, "## Så gör du", "![Ute](../../../mkdocs.yml)\n\n## Så gör du")


def _link_on_disk(root):
    (root / "docs/sv/passwd.txt").symlink_to("/etc/passwd")


def _full_panel(root):
    _change(root, "docs/da/method-guide/tea.md", "Hvil dig.", "Hvil dig nu. " * 90)


def _missing_translation(root):
    (root / "docs/da/method-guide/tea.md").unlink()


def _missing_anchor(root):
    _change(root, TEA, "(../index.md)", "(../index.md#finns-inte)")


BROKEN = [
    (_broken_yaml, "docs/sv/method-guide/tea.md:3: cannot be read as YAML"),
    (_wrong_type, "docs/sv/method-guide/tea.md:5: audience: must be a list"),
    (_duplicate_id, "docs/sv/method-guide/tea.md:12: printables.0: two items have the id `boil`"),
    (_unknown_audience, "docs/sv/method-guide/tea.md:5: audience.0: `managr` is not known here"),
    (_missing_image, "docs/sv/method-guide/tea.md:75: the picture `kanna.png` does not exist"),
    (_bad_link, "the page `../indx.md` does not exist; did you mean `index.md`?"),
    (_empty_checklist, "printables.0.groups: is empty; write at least one"),
    (_invalid_utf8, "docs/sv/method-guide/tea.md:3: has a character that is not UTF-8"),
    (_five_megabytes, "docs/sv/method-guide/tea.md:1: is 5.0 MB; a text file may be 2 MB"),
    (_a_file_of_the_machine, "the picture `file:///etc/passwd` lies elsewhere"),
    (_remote_picture, "the picture `http://127.0.0.1/x.png` lies elsewhere"),
    (_out_of_docs, "`../../../mkdocs.yml` leads out of docs/"),
    (_link_on_disk, "docs/sv/passwd.txt:1: is a link to another place on this computer"),
    (_full_panel, "mm too tall for `inside_3` of `tea-leaflet` (dansk)"),
    (_missing_translation, "docs/da/method-guide/tea.md:1: is missing; the page exists in sv, en"),
    (_missing_anchor, "nothing is called `#finns-inte`; docs/sv/index.md has no such place"),
]


def _change(root, name, old, new):
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("harm", "says"), BROKEN, ids=[harm.__name__ for harm, _ in BROKEN])
def test_bad_input_fails_well(small, harm, says):
    """One clear problem, exit code 1, no traceback, and the site built before is untouched."""
    small.site.mkdir()
    (small.site / "index.html").write_text("the site of yesterday", encoding="utf-8")
    harm(small.root)
    done = build(small)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert files(small) == {"index.html": b"the site of yesterday"}
    assert not list((small.root / "build").glob("staging-*"))


def test_all_problems_of_the_site_are_told_at_once(small):
    """One run names everything, in every language."""
    _wrong_type(small.root)
    _change(small.root, "docs/da/method-guide/tea.md", "id: wash", "id: wsh")
    _change(small.root, "docs/en/index.md", "link: method-guide/tea.md", "link: method-guide/te.md")
    lines = build(small).stderr
    for where in ("docs/sv/method-guide/tea.md:5", "docs/en/index.md:11"):
        assert where in lines


def test_markdown_cannot_become_page_code(small):
    """Second lock: even if the check let it through, nothing active reaches the page."""
    from press.build import Build, check

    made = Build(small, check(small))
    entry = made.library.entries["sv", "method-guide/tea"]
    page = made.page(
        entry, '<p onclick="x()">a <script>alert(1)</script><a href="javascript:x">b</a></p>'
    )
    assert "onclick" not in page
    assert "<script" not in page
    assert "javascript:" not in page


def test_titles_are_escaped_everywhere(small):
    """Front matter reaches head, menu and search as text."""
    for language in LANGUAGES:
        name = f"docs/{language}/method-guide/tea.md"
        text = (small.root / name).read_text(encoding="utf-8")
        lines = text.split("\n")
        lines[2] = "title: 'A \"b\" <img src=x> & {{ 7*7 }}'"
        (small.root / name).write_text("\n".join(lines), encoding="utf-8")
    done = build(small)
    assert done.returncode == 0, done.stderr
    for page in ("index.html", "method-guide/tea/index.html"):
        html = (small.site / page).read_text(encoding="utf-8")
        assert "<img src=x" not in html
        assert "49" not in html.split("<title>")[1].split("</title>")[0]
