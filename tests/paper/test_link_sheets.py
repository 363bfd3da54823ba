"""Link sheets, read back from the finished PDF."""

import pikepdf
import pytest

import readback
from press.build import Build, check
from press.paper.inspect import qr_codes
from press.project import LANGUAGES, Project
from small_site import build_of, make_workshop, replace_in, write_register

LONG = "Hvem gør hvad, når gruppen for borgere og gruppen for personale mødes?"


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """The workshop with its link sheets made."""
    project = make_workshop(tmp_path_factory.mktemp("links") / "site", "links")
    made = Build(project, check(project))
    assert made.library.problems == []
    for language in LANGUAGES:
        make(made, language)
    assert made.problems == []
    return made


def make(build, language):
    """Make a language's sheet; return its place."""
    build.make(*build.desks[language].printable("tea-links"))
    return f"print/{language}/tea-links.pdf"


def full(root, count, title="Kapitel {n}"):
    """Return the workshop whose sheet names so many chapters in one list."""
    project = make_workshop(root, "links")
    names = [f"step-{n}" for n in range(count)]
    for language in LANGUAGES:
        tea = (project.docs / language / "method-guide/tea.md").read_text(encoding="utf-8")
        head = tea.partition("\nprintables:")[0].replace("outside_facts: [D6]\n", "")
        for n, name in enumerate(names):
            lines = head.replace("id: tea", f"id: {name}").splitlines()
            lines[2] = f"title: {title.format(n=n)}"
            text = "\n".join([*lines, "printables: []", "---", "Te.", ""])
            (project.docs / language / f"method-guide/{name}.md").write_text(text, "utf-8")
        sheet = project.docs / language / "starter-pack/links.md"
        text = sheet.read_text(encoding="utf-8")
        lists = f"    lists:\n      - id: all\n        chapters: [{', '.join(names)}]\n---\n"
        sheet.write_text(f"{text.partition('    lists:')[0]}{lists}Te.\n", encoding="utf-8")
    added = "".join(f", method-guide/{name}.md" for name in names)
    replace_in(project.root / "mkdocs.yml", ("method-guide/tea.md", f"method-guide/tea.md{added}"))
    write_register(project)
    return Project(project.root)  # one that has not read the menu yet


def test_a_sheet_is_pdf_ua_on_one_a4(build, language):
    """An independent checker agrees."""
    path = build.files[f"print/{language}/tea-links.pdf"]
    assert readback.breaches(path) == []
    assert readback.sizes(path) == [(210, 297)]
    assert readback.headings(path) == ["/H1", "/H2", "/H2"]


def test_each_chapter_has_its_code_number_and_address(build, language):
    """The code leads to this language; typed, the address finds the reader's own."""
    path = build.files[f"print/{language}/tea-links.pdf"]
    numbers = build.library.codes.by_chapter
    codes = [numbers["tea"], numbers["links"]]
    site = "https://slingan.example/"
    own = f"{site}p/tea-links/{language}/2026-01-02/"
    assert sorted(qr_codes(path.read_bytes())) == sorted(
        [*(f"{site}k/{code}/{language}/" for code in codes), own]
    )
    said = " ".join(readback.text(path).split())
    for code, name in zip(codes, ("tea", "links"), strict=True):
        title = build.desks[language].title_of(name)
        assert f"{code} {title} slingan.example/k/{code}/" in said


def test_what_is_read_is_ten_points_or_more(build):
    """Smaller are only the colophon and the foot of the page."""
    _, small = readback.by_size(build.files["print/sv/tea-links.pdf"], 9.99)
    assert small.startswith("Ärpappretaktuellt?")


def test_links_can_be_pressed_on_a_screen(build):
    """The sheet is also sent as a file."""
    with pikepdf.open(build.files["print/sv/tea-links.pdf"]) as pdf:
        found = {str(a.A.URI) for page in pdf.pages for a in page.Annots if "/URI" in a.A}
    number = build.library.codes.by_chapter["tea"]
    assert f"https://slingan.example/k/{number}/sv/" in found


@pytest.mark.parametrize(("title", "pages"), [("Kapitel {n}", 1), (f"{LONG[:60]} {{n}}", 2)])
def test_as_many_as_there_may_be(tmp_path, title, pages):
    """All codes are read back; long titles take the back of the sheet."""
    build = build_of(full(tmp_path / "site", 24, title))
    place = make(build, "sv")
    assert build.problems == []
    path = build.files[place]
    assert len(set(qr_codes(path.read_bytes()))) == 25
    assert len(readback.sizes(path)) == pages


def test_a_word_too_long_for_its_card_is_a_problem_at_its_chapter(tmp_path):
    """The build stops instead of printing over the next code."""
    build = build_of(full(tmp_path / "site", 3, "x" * 60))
    make(build, "sv")
    assert [p.path for p in build.problems] == ["docs/sv/starter-pack/links.md"] * 3
    assert build.problems[0].field == "printables.0.lists.0.chapters.0"
    assert "too wide" in build.problems[0].message


def test_a_long_address_stays_in_its_card(tmp_path):
    """It is parted after a full stop or a slash, and no code is covered."""
    project = make_workshop(tmp_path / "site", "links")
    host = "delaktighetsmodellen.kommunforbundet-i-lanet.example"
    replace_in(project.root / "mkdocs.yml", ("slingan.example", host))
    build = build_of(Project(project.root))
    place = make(build, "sv")
    assert build.problems == []
    assert f"https://{host}/p/tea-links/sv/2026-01-02/" in qr_codes(build.files[place].read_bytes())
