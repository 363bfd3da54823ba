"""What the README tells a newcomer to do works when it is followed literally."""

import re

from press.build import check
from press.stamping import write_missing
from press.translating import follows
from small_site import ROOT, replace_in

README = (ROOT / "README.md").read_text(encoding="utf-8")
STEP = re.compile(r"Make `(docs/[^`]+)`:\n\n```markdown\n(.*?)\n```", re.S)


def test_the_example_chapter_passes_the_check(small):
    """The three files as they stand in the README are a good chapter in three languages."""
    steps = STEP.findall(README)
    assert len(steps) == 3
    for name, text in steps:
        (small.root / name).write_text(text + "\n", encoding="utf-8")
    in_menu, in_register = re.findall(r"```yaml\n(.*?)\n```", README, re.S)
    line = in_menu.strip().removeprefix("- ")
    settings = small.root / "mkdocs.yml"
    menu = settings.read_text(encoding="utf-8").replace(
        "[method-guide/tea.md]", f"[method-guide/tea.md, {line}]"
    )
    settings.write_text(menu, encoding="utf-8")
    sources = small.docs / "sources.yml"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace("facts: 3", "facts: 31"), encoding="utf-8"
    )
    register = small.docs / "chapters.yml"
    own = in_register.replace("114", "102")  # the fixture has one chapter, this site has more
    replace_in(register, ("[101]", "[102]"), ("chapter: tea}\n", f"chapter: tea}}\n{own}\n"))
    write_missing(small)
    for language in re.findall(r"make translated TEXT=\"(\w+) prepare-the-room\"", README):
        follows(small, language, "prepare-the-room", ())
    assert [str(problem) for problem in check(small).problems] == []


def test_the_number_it_gives_is_the_next_free_one():
    """Whoever follows the README with this very site gets no message about the number."""
    register = (ROOT / "docs" / "chapters.yml").read_text(encoding="utf-8")
    (code,) = re.findall(r"code: (\d+), chapter: prepare-the-room", README)
    assert f"[{int(code) - 1}," in register


def test_the_message_it_shows_is_the_message_one_gets(small):
    """A typing error in the Danish example gives the very line that the README prints."""
    for name, text in STEP.findall(README):
        wrong = text.replace("audience: [guide]", "audience: [gide]") if "/da/" in name else text
        (small.root / name).write_text(wrong + "\n", encoding="utf-8")
    shown = re.search(r"^docs/da/.*did you mean.*$", README, re.M)[0]
    assert shown in [str(problem) for problem in check(small).problems]


def test_every_make_target_it_names_exists():
    """No command that does not exist, and none left out."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = set(re.findall(r"make ([a-z]+)", README))
    assert named == targets


def test_every_file_it_points_to_exists():
    """Links and pictures lead somewhere."""
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
