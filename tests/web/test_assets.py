"""The style sheet and the scripts, and which page needs which."""

from pathlib import Path

from press.web.assets import STYLE, assets, check_scripts
from press.web.fonts import FONTS

LOOK = Path(__file__).parents[2] / "overrides"


def test_the_style_sheet_is_its_parts_in_the_order_of_their_names(tmp_path):
    """What comes later may change what came before."""
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "20-b.css").write_text("b {}")
    (tmp_path / "css" / "10-a.css").write_text("a {}")
    assert assets(tmp_path).style == b"a {}\nb {}"


def test_an_address_changes_with_what_lies_there_and_only_then(tmp_path):
    """A browser may keep a file for a year and still never show an old one."""
    (tmp_path / "css").mkdir()
    (tmp_path / "assets" / "js").mkdir(parents=True)
    script = tmp_path / "assets" / "js" / "x.js"
    script.write_text("1")
    before = assets(tmp_path).addresses
    assert before.keys() == {STYLE, "assets/js/x.js", *FONTS}
    assert assets(tmp_path).addresses == before
    script.write_text("2")
    after = assets(tmp_path).addresses
    assert after["assets/js/x.js"] != before["assets/js/x.js"]
    assert after[STYLE] == before[STYLE]


def test_a_page_gets_only_the_scripts_it_needs():
    """A phone on a bad line loads nothing that has nothing to do."""
    found = assets(LOOK)
    assert found.for_page("<p>text</p>") == ["assets/js/header.js", "assets/js/search.js"]
    assert found.for_page("<section data-checklist='a'>")[2:] == ["assets/js/checklist.js"]
    assert found.for_page("<div data-ask></div>")[2:] == ["assets/js/ask.js"]
    assert found.for_page("<details data-share>")[2:] == ["assets/js/share.js"]


def test_a_tool_gets_its_module_after_those_that_it_imports():
    """They come at once, not one after the other; a copy without modules runs them in this order."""
    found = [
        name.removeprefix("assets/js/")
        for name in assets(LOOK).for_page('<section data-tool="loop-planner">')[2:]
    ]
    assert "calendar.js" in found and "course.js" not in found
    assert found[-2:] == ["tool.js", "tool-loop-planner.js"]
    assert found.index("tool-values.js") < found.index("tool-csv.js") < found.index("tool.js")
    assert "tool-drawing.js" not in found


def test_scripts_are_served_without_what_is_written_for_people(tmp_path):
    """A phone on a bad line fetches a quarter less."""
    folder = tmp_path / "assets/js"
    folder.mkdir(parents=True)
    (folder / "a.js").write_text("// Why it is so.\nconst a = 1; // and this\n\nb(a);\n")
    assert assets(tmp_path).scripts == {"assets/js/a.js": "const a=1;b(a);"}


def test_what_a_changed_module_is_imported_by_gets_another_address(tmp_path):
    """A browser that keeps scripts for a year would else run yesterday's module inside today's."""
    folder = tmp_path / "assets/js"
    folder.mkdir(parents=True)
    (tmp_path / "css").mkdir()
    (folder / "a.js").write_text('import { b } from "./b.js";\n\nb();\n')
    (folder / "b.js").write_text("const b = () => 1;\n\nexport { b };\n")
    before = assets(tmp_path).addresses
    (folder / "b.js").write_text("const b = () => 2;\n\nexport { b };\n")
    whole = assets(tmp_path)
    after = whole.addresses
    assert after["assets/js/a.js"] != before["assets/js/a.js"]
    imported = after["assets/js/b.js"].removeprefix("assets/js/")
    assert f'"./{imported}"' in whole.scripts["assets/js/a.js"]
    assert whole.modules == {"assets/js/a.js", "assets/js/b.js"}


def test_style_sheet_and_pages_ask_for_the_same_font_files(tmp_path):
    """A font that is loaded ahead under another address would be loaded twice."""
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text('src: url("../fonts/atkinson-bold.woff2")')
    made = assets(tmp_path)
    address = made.addresses["assets/fonts/atkinson-bold.woff2"]
    assert address.removeprefix("assets/") in made.style.decode()


def test_scripts_that_cannot_work_are_told(tmp_path):
    """An import that is mistyped or written in another way, and a tool without a script of its own."""
    folder = tmp_path / "assets" / "js"
    folder.mkdir(parents=True)
    (folder / "old.js").write_text("(() => {})();\n")
    (folder / "tool.js").write_text('import { a } from "./tool.js";\n\nexport { a };\n')
    text = "import { a } from \"./tol.js\";\n\nimport { a } from './tool.js';\n"
    (folder / "tool-one.js").write_text(text)
    place = f"{tmp_path.name}/assets/js"
    told = [str(problem) for problem in check_scripts(tmp_path, ["one", "two"])]
    assert len(told) == 4
    assert told[0].startswith(
        f"{place}/tool-one.js:3: `import {{ a }} from './tool.js';` is not written"
    )
    assert told[1] == (
        f"{place}/tool-one.js:1: imports `tol.js`, which is not there; did you mean `tool.js`?"
    )
    assert told[2].startswith(f"{place}/tool.js:1: imports what comes to import it")
    assert told[3].startswith(f"{place}/tool-two.js:1: is missing: the rules of `two`")
    assert list(check_scripts(LOOK, [])) == []
