"""Too much text for its place stops the build; an author's text is never code."""

import pytest

from small_site import build_of


def _problems(project):
    build = build_of(project)
    build.make_printables()
    return [str(problem) for problem in build.problems], build


def test_a_panel_that_is_too_full_is_named_with_millimetres(small, edit):
    """File, language, panel and by how much."""
    edit("docs/da/method-guide/tea.md", "Hvil dig.", " ".join(["Hvil dig nu."] * 90))
    problems, _ = _problems(small)
    assert len(problems) == 1
    where, _, message = problems[0].partition(" the text is ")
    assert where == "docs/da/method-guide/tea.md:59: printables.1.panels.inside_3:"
    millimetres, _, rest = message.partition(" mm ")
    assert 5 < float(millimetres) < 80
    assert rest == "too tall for `inside_3` of `tea-leaflet` (dansk); shorten it"


def test_all_panels_that_are_too_full_are_named_at_once(small, edit):
    """One run tells everything."""
    for text in ("Rest.", "Brew\n", "Ask us."):
        edit("docs/en/method-guide/tea.md", text, " ".join(["Rest and talk."] * 90) + "\n")
    problems, _ = _problems(small)
    panels = [problem.split("panels.")[1].split(":")[0] for problem in problems]
    assert panels == ["inside_2", "inside_3", "back"]


@pytest.mark.parametrize(
    "text",
    ['#panic("gotcha")', '#read("/etc/passwd")', "$ 1/0 $", "@label <x>", "{{ 7 * 7 }}", "\\#let"],
)
def test_template_code_in_a_text_is_printed_as_text(small, edit, text):
    """Content is data: what looks like code comes out as it was written."""
    import readback

    edit("docs/sv/method-guide/tea.md", "Minst en liter.", repr(text))
    problems, build = _problems(small)
    assert problems == []
    words = " ".join(readback.text(build.files["print/sv/tea-list.pdf"]).split())
    written = text.replace("\\\\", "\\")
    assert written in words
