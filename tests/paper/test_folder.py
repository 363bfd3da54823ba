"""Leaflets, folded: panels behind panels, and texts that do not fit."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageChops

import readback
from press.project import LANGUAGES
from small_site import build_of, make_small, replace_in

SCALE = 4  # pixels to a millimetre
MM = 72 / 25.4
HIGH = 210
SAME = 0.004  # of the pixels may differ; the two panels most alike differ by 0.018
READ = ["cover", "inside_1", "inside_2", "inside_3", "flap", "back"]
# Where each panel is printed: side of the sheet, left edge and width in millimetres.
PRINTED = {
    "flap": (0, 0, 97),
    "back": (0, 97, 100),
    "cover": (0, 197, 100),
    "inside_1": (1, 0, 100),
    "inside_2": (1, 100, 100),
    "inside_3": (1, 200, 97),
}


def picture(document, number):
    """Return a page in grey, SCALE pixels to a millimetre."""
    return document[number].render(scale=SCALE / MM * 0.9995, grayscale=True).to_pil()


def difference(a, b):
    """Return how many of the pixels differ; edges of letters may be off by half a pixel."""
    small = (a.width // 4, a.height // 4)
    apart = ImageChops.difference(a.resize(small, 4), b.resize(small, 4))
    return apart.point(lambda value: 255 if value > 48 else 0).histogram()[255] / (
        small[0] * small[1]
    )


def looks_like(sheets, leaves, name):
    """Return the panels of the reading copy that look like what is printed in a panel's place.

    Ten millimetres at the upper and lower edge have fold marks, and the lower part of the back a box
    that is drawn otherwise for the screen; both are left out.
    """
    side, left, wide = PRINTED[name]
    low = 40 if name == "back" else HIGH - 11
    shown = sheets[side].crop((left * SCALE, 11 * SCALE, (left + wide) * SCALE, low * SCALE))
    found = []
    for other, leaf in zip(READ, leaves, strict=True):
        part = leaf.crop((0, 11 * SCALE, wide * SCALE, low * SCALE))
        if abs(leaf.width - shown.width) <= 2 and difference(shown, part) < SAME:
            found.append(other)
    return found


@pytest.mark.parametrize("name", PRINTED)
def test_each_panel_is_printed_in_its_place(printed, language, name):
    """What is printed there is that panel of the reading copy and no other, pixel by pixel."""
    place = f"print/{language}/tea-leaflet"
    sheet = pypdfium2.PdfDocument(printed.files[f"{place}-print.pdf"])
    book = pypdfium2.PdfDocument(printed.files[f"{place}.pdf"])
    sheets = [picture(sheet, n) for n in range(2)]
    leaves = [picture(book, n) for n in range(6)]
    assert looks_like(sheets, leaves, name) == [name]


def test_panels_back_to_back_meet_at_their_folds(printed):
    """Turned over on the short edge, the fold on one side is the fold on the other.

    So the flap has the third inner panel behind it and lies on the second when it is folded in; the
    cover has the first inner panel behind it.
    """
    pages = readback.sizes(printed.files["print/sv/tea-leaflet.pdf"])
    widths = {name: wide for name, (wide, _) in zip(READ, pages, strict=True)}
    for outer, inner in {"flap": "inside_3", "back": "inside_2", "cover": "inside_1"}.items():
        side, left, wide = PRINTED[outer]
        assert widths[outer] == widths[inner] == wide
        assert PRINTED[inner] == (1 - side, 297 - left - wide, wide)
    assert widths["flap"] < widths["inside_2"]


def test_marks_show_where_to_fold(printed):
    """At both edges of the paper, on the line between two panels, and nowhere else."""
    sheet = pypdfium2.PdfDocument(printed.files["print/sv/tea-leaflet-print.pdf"])
    for side, folds in ((0, (97, 197)), (1, (100, 200))):
        image = picture(sheet, side)
        for top in (6, HIGH - 9):
            strip = image.crop((0, top * SCALE, 297 * SCALE, (top + 3) * SCALE))
            if side == 0:  # the cover is coloured to its edges
                strip.paste(255, (199 * SCALE, 0, 297 * SCALE, 3 * SCALE))
            dark = {x // SCALE for x in range(strip.width) if strip.getpixel((x, 4)) < 200}
            near = {fold + by for fold in folds for by in (-1, 0)}
            assert dark <= near
            assert all(dark & {fold - 1, fold} for fold in folds)


# What does not fit.

# A back panel in Swedish that fills its place, and the same in Danish, which needs 30 % more letters.
SWEDISH = "Du får ställa alla frågor du har om te till oss här. "
DANISH = "Du er altid velkommen til at stille os alle de spørgsmål om te, du måtte have. "


def changed(tmp_path, easy=False, **texts):
    """Return a build of the fixture with other texts in the leaflet: {language: {old: new}}."""
    project = make_small(tmp_path / "site")
    for language in LANGUAGES:
        path = project.docs / language / "method-guide" / "tea.md"
        pairs = dict(texts.get(language, {}))
        if easy:
            pairs["    panels:\n"] = "    easy_read: true\n    panels:\n"
        replace_in(path, *pairs.items())
    return build_of(project)


def make(build, *languages):
    """Make the leaflet in these languages; return the problems."""
    for language in languages:
        build.make(*build.desks[language].printable("tea-leaflet"))
    return build.problems


def test_a_translation_a_third_longer_is_caught_where_it_overflows(tmp_path):
    """The Swedish back is full; the Danish one says by how much it is too full."""
    times = 11
    assert 1.3 < len(DANISH) / len(SWEDISH) < 1.6
    build = changed(tmp_path, sv={"Fråga oss.": SWEDISH * times}, da={"Spørg os.": DANISH * times})
    (problem,) = make(build, "sv", "da")
    assert problem.path == "docs/da/method-guide/tea.md"
    assert problem.field == "printables.1.panels.back"
    assert problem.line == build.library.entries["da", "method-guide/tea"].source.line(
        ("printables", 1, "panels", "back")
    )
    assert "mm too tall for `back` of `tea-leaflet` (dansk); shorten it" in problem.message


@pytest.mark.parametrize("panel", READ)
def test_each_panel_says_for_itself_that_it_is_too_full(tmp_path, panel):
    """No place is left unmeasured."""
    texts = {
        "cover": "Kom og drik.", "inside_1": "Te er **varm**.", "inside_2": "- Drik",
        "inside_3": "Hvil dig.", "flap": "Sig nej, hvis du vil.", "back": "Spørg os.",
    }  # fmt: skip
    build = changed(tmp_path, da={texts[panel]: texts[panel] + " Te og kage til alle." * 60})
    found = make(build, "da")
    assert [problem.field for problem in found] == [f"printables.1.panels.{panel}"]


# Easy read.

EASY = {
    "sv": {"Vila.": "Du väljer själv\n          om du vill ha te."},
    "da": {"Hvil dig.": "Du vælger selv,\n          om du vil have te."},
    "en": {"Rest.": "You choose\n          if you want tea."},
}


# All that is smaller on an easy leaflet: the contact box, what its code is for, and the imprint.
SMALL = {
    "sv": (
        "Plats för stämpel eller egna uppgifter Enhet",
        "Är pappret aktuellt? Skanna koden. Kapitlet:",
        "utgåva 2026-01-02 · Källor: Utgivare; andra öppna källor",
    ),
    "da": (
        "Plads til stempel eller egne oplysninger Enhed",
        "Nyeste udgave? Scan koden. Kapitlet:",
        "udgave 2026-01-02 · Kilder: Utgivare; andre åbne kilder",
    ),
    "en": (
        "Space for a stamp or your own details Unit",
        "Is this up to date? Scan the code. The chapter:",
        "edition 2026-01-02 · Sources: Utgivare; other public sources",
    ),
}


@pytest.fixture(scope="module")
def easy(tmp_path_factory):
    """The leaflet as easy read, in all languages: files by place."""
    build = changed(tmp_path_factory.mktemp("easy"), easy=True, **EASY)
    assert make(build, *LANGUAGES) == []
    return build.files


@pytest.mark.parametrize("copy", ["tea-leaflet", "tea-leaflet-print"])
def test_an_easy_leaflet_is_set_in_fourteen_points(easy, language, copy):
    """All panels, on screen and on paper; only the contact box and the imprint are smaller."""
    whole = ""
    for sheet in pypdfium2.PdfDocument(easy[f"print/{language}/{copy}.pdf"]):
        text = sheet.get_textpage()
        for n in range(text.count_chars()):
            if 0 < pdfium.FPDFText_GetFontSize(text, n) < 13.99:
                whole += text.get_text_range(n, 1).strip()
    box, code, imprint = SMALL[language]
    small = f"{box} {code} slingan.example/k/101/ tea-leaflet · {imprint}"
    assert whole == small.replace(" ", "")


def test_an_easy_leaflet_keeps_the_authors_lines(easy, language):
    """A line of theirs is a line of print, 55 characters at the most."""
    document = pypdfium2.PdfDocument(easy[f"print/{language}/tea-leaflet.pdf"])
    lines = [line.strip() for line in document[3].get_textpage().get_text_bounded().splitlines()]
    (new,) = EASY[language].values()
    assert [line.strip() for line in new.split("\n")] == lines[1:3]
    for sheet in list(document)[:5]:
        assert all(
            len(x.strip()) <= 55 for x in sheet.get_textpage().get_text_bounded().splitlines()
        )


@pytest.mark.parametrize(
    ("old", "new", "panel"),
    [
        ("Hvil dig.", "Du vælger selv, om du vil have noget te.", "inside_3"),
        ("- Kog", "- Kog vand i en stor gryde, til det bobler meget.", "inside_2"),
        ("Sig nej, hvis du vil.", "il " * 18 + "il", "flap"),
    ],
    ids=["too wide", "in a list", "56 thin letters"],
)
def test_a_line_too_long_for_an_easy_leaflet_is_named(tmp_path, old, new, panel):
    """The same line fits when it may be broken; as easy read it is a problem."""
    (tmp_path / "plain").mkdir()
    assert make(changed(tmp_path / "plain", da={old: new}), "da") == []
    (problem,) = make(changed(tmp_path, easy=True, da={old: new}), "da")
    assert problem.path == "docs/da/method-guide/tea.md"
    assert problem.field == f"printables.1.panels.{panel}"
    assert f"too wide for `{panel}` of `tea-leaflet` (dansk); shorten it" in problem.message
