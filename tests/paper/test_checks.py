"""What is checked before paper leaves the press."""

from press.content.frontmatter import Source
from press.paper.checks import missing_glyphs
from press.paper.inspect import foreign_fonts


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
