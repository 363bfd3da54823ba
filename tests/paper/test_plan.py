"""Plans of learning paths, read back from the finished PDF."""

import pikepdf
import pypdfium2
import pytest
import zxingcpp

import readback
from path_site import make_path_site
from press.build import Build, check
from press.project import LANGUAGES, Project
from small_site import build_of, replace_in, write_register

SMALL = {
    "sv": "Är pappret aktuellt? Skanna koden. Lärvägen: slingan.example/k/{chapter}/ "
    "path-calm · utgåva 2026-01-02 path-calm · utgåva 2026-01-02 Sida 1 av 1",
    "da": "Nyeste udgave? Scan koden. Læringsvejen: slingan.example/k/{chapter}/ "
    "path-calm · udgave 2026-01-02 path-calm · udgave 2026-01-02 Side 1 af 1",
    "en": "Is this up to date? Scan the code. The learning path: slingan.example/k/{chapter}/ "
    "path-calm · edition 2026-01-02 path-calm · edition 2026-01-02 Page 1 of 1",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """The small site with two learning paths, with its plans made."""
    project = make_path_site(tmp_path_factory.mktemp("plans") / "site")
    made = Build(project, check(project))
    assert made.library.problems == []
    for language in LANGUAGES:
        for name in ("path-new", "path-calm"):
            made.make(*made.desks[language].printable(name))
    assert made.problems == []
    return made


def plan(build, language, name="new"):
    """Return the file of a plan."""
    return build.files[f"print/{language}/path-{name}.pdf"]


def edition(language, name):
    """Return the address of the page that tells whether a plan on paper is up to date."""
    return f"https://slingan.example/p/path-{name}/{language}/2026-01-02/"


def codes(path):
    """Return what all QR codes of a plan say, as a phone sees them."""
    sheets = [page.render(scale=150 / 72, grayscale=True) for page in pypdfium2.PdfDocument(path)]
    return sorted(code.text for s in sheets for code in zxingcpp.read_barcodes(s.to_pil()))


@pytest.mark.parametrize("name", ["new", "calm"])
def test_a_plan_is_pdf_ua_on_a4(build, language, name):
    """An independent checker agrees."""
    path = plan(build, language, name)
    assert readback.breaches(path) == []
    assert set(readback.sizes(path)) == {(210, 297)}


def test_each_step_has_the_code_of_its_chapter_in_its_language(build, language):
    """The short address, which stands for ever, and the path; printed without that for who has no camera.

    The plan's own edition has the last code, in the colophon.
    """
    numbers = build.library.codes.by_chapter
    wanted = [
        f"https://slingan.example/k/{numbers[c]}/{language}/" for c in ("tea", "cake", "milk")
    ]
    carried = [f"{address}?path=new" for address in wanted]
    assert codes(plan(build, language)) == sorted([*carried, edition(language, "new")])
    said = readback.text(plan(build, language))
    for address in wanted:
        assert address.removeprefix("https://") in said


def test_an_easy_plan_leads_to_easy_text_in_large_print(build, language):
    """14 points for all that its reader reads, `?read=easy` behind the address, and the path in the code.

    Smaller are only the address beside its code, the colophon and the foot of the page.
    """
    path = plan(build, language, "calm")
    numbers = build.library.codes.by_chapter
    address = f"slingan.example/k/{numbers['tea']}/{language}/?read=easy"
    assert codes(path) == sorted([f"https://{address}&path=calm", edition(language, "calm")])
    large, small = readback.by_size(path, 13.99)
    assert small == "".join([address, *SMALL[language].split()]).format(
        chapter=numbers["path-calm"]
    )
    for words in (
        "Görsåhär",
        "Prata.",
        "Läsare",
        {"sv": "1min", "da": "1min.", "en": "1min"}[language],
    ):
        assert words in large


def test_dates_are_fields_with_names_and_signatures_are_for_the_hand(build):
    """A screen reader hears step and chapter at each date; nobody types a signature."""
    with pikepdf.open(plan(build, "sv")) as pdf:
        names = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert names == {
        "field-who": "Namn",
        "step-tea": "1. Te på träffen: Datum",
        "step-cake": "2. Kaka sv: Datum",
        "step-milk": "3. Mjölk sv: Datum",
        "signed-reader": "Läsare: Datum",
        "signed-mentor": "Handledare: Datum",
    }


def test_a_plan_says_what_it_is_not(build):
    """It shows what was read; nobody may take it for a certificate."""
    said = {language: readback.text(plan(build, language)) for language in LANGUAGES}
    assert "inget intyg" in said["sv"]
    assert "ikke noget bevis" in said["da"]
    assert "not a certificate" in said["en"]


def test_steps_are_rows_of_tables_with_heads(build):
    """A row is named by its chapter; the stage stands in the head."""
    kinds = []
    with pikepdf.open(plan(build, "sv")) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") in (
                "/TH",
                "/TR",
                "/Table",
            ):
                kinds.append(str(thing.S))
    assert kinds.count("/Table") == 2
    assert kinds.count("/TR") == 2 + 3
    assert kinds.count("/TH") == 2 * 4 + 3


def test_a_word_too_long_for_its_column_is_a_problem(tmp_path):
    """The build stops instead of printing over the code."""
    project = make_path_site(tmp_path / "site")
    path = project.docs / "sv/method-guide/cake.md"
    path.write_text(path.read_text().replace("title: Kaka sv", f"title: {'x' * 70}"))
    made = Build(project, check(project))
    made.make(*made.desks["sv"].printable("path-new"))
    (problem,) = made.problems
    assert problem.path == "docs/sv/courses/path-new.md"
    assert "too wide" in problem.message


def test_a_longer_path_takes_more_pages_and_signs_beside_steps(tmp_path):
    """The last stage and the signatures are on the same page."""
    project = make_path_site(tmp_path / "site")
    (project.docs / "paths.yml").write_text(
        "paths:\n  - id: new\n    stages:\n"
        + "".join(
            f"      - id: s{n}\n        title: {{sv: Del {n}, da: Del {n}, en: Part {n}}}\n"
            f"        chapters: [{name}]\n"
            for n, name in enumerate(("tea", "cake", "milk"))
        )
        + "  - {id: calm, easy: true, stages: [{id: all, chapters: [tea]}]}\n"
    )
    made = build_of(project)
    made.make(*made.desks["sv"].printable("path-new"))
    assert made.problems == []
    document = pypdfium2.PdfDocument(made.files["print/sv/path-new.pdf"])
    last = document[len(document) - 1].get_textpage().get_text_bounded()
    assert "Del 2" in last
    assert "Undertecknas av" in last


def _long_path(root, steps):
    """Return the pages' texts of the Swedish plan of a path whose last stage has so many steps."""
    project = make_path_site(root)
    chapter = (project.docs / "sv/method-guide/cake.md").read_text()
    names = [f"step-{n}" for n in range(1, steps + 1)]
    for language in LANGUAGES:
        for name in names:
            text = chapter.replace("id: cake", f"id: {name}").replace("Kaka sv", f"Kapitel {name}")
            (project.docs / f"{language}/method-guide/{name}.md").write_text(text)
    added = "".join(f", method-guide/{name}.md" for name in names)
    replace_in(
        project.root / "mkdocs.yml", ("method-guide/milk.md", f"method-guide/milk.md{added}")
    )
    write_register(project)
    (project.docs / "paths.yml").write_text(
        "paths:\n  - id: new\n    stages:\n"
        "      - {id: a, title: {sv: A, da: A, en: A}, chapters: [tea]}\n"
        "      - {id: b, title: {sv: B, da: B, en: B}, chapters: [" + ", ".join(names) + "]}\n"
        "  - {id: calm, easy: true, stages: [{id: all, chapters: [tea]}]}\n"
    )
    made = build_of(Project(project.root))  # one that has not read the menu yet
    made.make(*made.desks["sv"].printable("path-new"))
    assert made.problems == []
    document = pypdfium2.PdfDocument(made.files["print/sv/path-new.pdf"])
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_last_stage_begins_where_the_one_before_ends(tmp_path):
    """A page is filled before it is turned, and signed where at least one step stands."""
    first, last = _long_path(tmp_path / "site", 9)
    assert "Kapitel step-1" in first and "Kapitel step-5" in first
    assert "Kapitel step-9" in last and "Undertecknas av" in last
    assert "Undertecknas av" not in first
