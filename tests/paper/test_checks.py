"""What is checked before paper leaves the press."""

from press.build import check
from press.content.frontmatter import Source
from press.paper.checks import missing_glyphs
from press.paper.inspect import foreign_fonts
from small_site import make_workshop, replace_in


def test_a_sign_the_typeface_lacks_is_named_with_its_line():
    """The reader would see an empty box, and Typst would not say so."""
    problems = missing_glyphs(Source("docs/sv/x.md"), "fine\nnext → step ✓\n")
    assert [str(problem) for problem in problems] == [
        "docs/sv/x.md:2: the typeface lacks `→` (U+2192), `✓` (U+2713); "
        "write it in words or use another sign"
    ]


def test_our_own_paper_has_no_foreign_fonts(printed):
    """The check itself agrees with what is made."""
    assert foreign_fonts(printed.files["print/sv/tea-list.pdf"].read_bytes()) == set()


def test_a_sign_that_paper_lacks_is_found_however_it_is_written(tmp_path):
    """In the registers that paper prints from, and behind its number in the front matter."""
    project = make_workshop(tmp_path / "shop", "plan")
    replace_in(project.docs / "paths.yml", ("en: The first day", "en: The first day 漢"))
    path = project.docs / "en" / "method-guide" / "tea.md"
    replace_in(path, ("text: Boil water.", 'text: "Boil water \\u6f22."'))
    assert [str(problem).partition(";")[0] for problem in check(project).problems] == [
        "docs/en/method-guide/tea.md:27: printables.0.groups.0.items.0.text: "
        "the typeface lacks `漢` (U+6F22)",
        "docs/paths.yml:6: the typeface lacks `漢` (U+6F22)",
    ]
