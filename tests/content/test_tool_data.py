"""The data files of the working tools: what may stand in them, and what an editor is told."""

import shutil
from pathlib import Path

import pytest

from press.build import check
from press.content.library import Library
from press.content.tools import in_language, load_tools, tool_sources
from press.project import LANGUAGES, Project
from press.tools.check import check_tools
from toolbox import tools

ROOT = Path(__file__).parent.parent.parent
FILE = "docs/tools/coordination-diagram.yml"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the texts of this project, with one tool to break."""
    root = tmp_path_factory.mktemp("tools")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path in (root / "docs/tools").glob("*.yml"):
        if path.stem not in ("coordination-diagram", "network-map"):
            path.unlink()  # each takes a moment to read
    return Project(root)


@pytest.fixture
def edit(copy):
    """Changes the tool's file for one test and returns what is then wrong with it."""
    path = copy.root / FILE
    whole = path.read_text(encoding="utf-8")

    def changed(old, new):
        assert old in whole
        path.write_text(whole.replace(old, new, 1), encoding="utf-8")
        sources = tool_sources(copy)
        found, problems = load_tools(sources)
        library = Library(tools=found, tool_sources=sources)
        return [str(one) for one in (*problems, *check_tools(library))]

    yield changed
    path.write_text(whole, encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: coordination-diagram", "id: diagram",
         "must be `coordination-diagram`, like the file's name"),
        ("begin: 3", "beginn: 3", "unknown key `beginn`; did you mean `begin`?"),
        ("results:", "groups: [{label: {sv: A, da: A, en: A}, inputs: [situation, groups]}]\nresults:",
         "the group with `situation` must name single questions in a row"),
        ("    of: groups", "    of: gruops", "no table `gruops` has a column `name`"),
        ("  far_apart:", "  far_appart:", "`far_apart` is missing; did you mean `far_appart`?"),
        ('"0>0": 4.6', '"0>0": 7', "means, 0>0: must be from 1 to 5 (it is 7)"),
        ('"0>0": 4.6', '"a": 4', "`a` must name two rows, such as `0>1`"),
        ("  sevens: []", "  eights: []", "`eights` is nothing that this tool asks for"),
        ("id: coordination-diagram", "id: [", ""),
        ("inputs:", "inputs: none\\nx:", "inputs"),
        ("kind: matrix", "kind: square", "inputs.3"),
        ("low: 1, high: 5, step: 0.1}", "low: 5, high: 1, step: 0.1}", "`low` must be less than `high`"),
        ("high_above: 4.5", "hihg_above: 4.5",
         "`high_above` is missing, which the rules in scripts/press/tools look for; did you mean `hihg"),
        ("{a} och {b} ser", "{a} och {c} ser", "words.far_apart.sv: `{b}` is missing"),
        ("  - id: circles", "  - id: circels", "the table `circles` is missing; did you mean `circels`?"),
        ("    columns:\\n      - {id: from, label",
         "    columns:\\n      - {id: more, label: {sv: A, da: A, en: A}}\\n      - {id: from, label",
         "results.0.columns: there are 5, and the rules fill 4"),
        ("low: 1, high: 5, step: 0.1}", "low: one, high: 5, step: 0.1}",
         "must be a number (you wrote one)"),
        ("step: 0.1}", "step: .inf}", "must be a number (you wrote .inf)"),
        ("  inside: {", "  inner: {", "rules: `inside` is missing, which the rules"),
        ("low_below: 4.0", "low_below: four", "rules: do not fit this tool"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(edit, old, new, said):
    """Each slip of an editor gives few messages, the first of them about the file, with a line."""
    problems = edit(old.replace("\\n", "\n"), new.replace("\\n", "\n"))
    own = [problem for problem in problems if problem.startswith(f"{FILE}:")]
    assert own
    assert len(problems) <= 4
    assert any(said in problem for problem in own), problems
    assert "Traceback" not in "".join(problems)


def test_a_tool_needs_its_page_and_its_sheets(copy):
    """A file without a page, a page without a file and a sheet that no chapter has are told."""
    path = copy.root / FILE
    other = copy.root / "docs/tools/network-map.yml"
    whole = other.read_text(encoding="utf-8")
    other.write_text(whole.replace("printables: [", "printables: [strange, ", 1), encoding="utf-8")
    moved = path.with_name("other-diagram.yml")
    path.rename(moved)
    problems = [str(problem) for problem in check(copy).problems]
    moved.rename(path)
    other.write_text(whole, encoding="utf-8")
    assert any("unknown printable `strange`" in problem for problem in problems)
    assert any(f"there is no {FILE} that says what the tool is" in problem for problem in problems)


def test_a_number_may_have_one_limit_only(edit):
    """What lies beyond the one limit there is, is told as well."""
    both = "low: 1, high: 5, step: 0.1}"
    assert any("0>0: must be 4.8 or more (it is 4.6)" in one for one in edit(both, "low: 4.8}"))
    assert any("0>0: must be 4.5 or less (it is 4.6)" in one for one in edit(both, "high: 4.5}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tool_speaks_every_language(language):
    """In one language, nothing of a tool is left in three."""
    for tool in tools().values():
        text = str(in_language(tool.model_dump(), language))
        assert "'sv':" not in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("en: [poor,", "en: [Poor,", "must be small letters"),
        ("en: [poor,", "en: [5,", "must be small letters"),
        ("en: [poor, bad]", "en: []", "needs a list of words in each language; see `en`"),
        (", en: [poor, bad]", "", "needs a list of words in each language; see `en`"),
    ],
)
def test_a_word_of_the_mirror_that_no_text_can_have_is_told(tmp_path, old, new, said):
    """Capitals, numbers and a language left out would make a word silently never found."""
    folder = tmp_path / "docs/tools"
    folder.mkdir(parents=True)
    whole = (ROOT / "docs/tools/word-mirror.yml").read_text(encoding="utf-8")
    assert old in whole
    (folder / "word-mirror.yml").write_text(whole.replace(old, new), encoding="utf-8")
    sources = tool_sources(Project(tmp_path))
    found, problems = load_tools(sources)
    problems += check_tools(Library(tools=found, tool_sources=sources))
    assert len(problems) == 1
    assert said in problems[0].message
