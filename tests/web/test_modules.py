"""Modules as classic scripts, for the copy that is opened from a folder."""

from pathlib import Path

import pytest

from press.web.modules import as_classic, circles, is_module, load_classic, needed_by

SCRIPTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).parents[2] / "overrides/assets/js").glob("*.js")
}
MODULES = sorted(name for name, text in SCRIPTS.items() if is_module(text))


def test_every_tool_is_a_module():
    """The working tools share their kit by imports and not by names that all scripts see."""
    assert [name for name in SCRIPTS if name.startswith("tool") and name not in MODULES] == []
    assert not any("window.slingan.tool" in SCRIPTS[name] for name in MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_made_classic(name):
    """Each is written in the one way that the copy on a USB stick can be made from."""
    made = as_classic(name, SCRIPTS[name])
    assert not is_module(made)
    assert made.count("window.slingan.modules[") == SCRIPTS[name].count("\nimport ")
    assert set(needed_by(name, SCRIPTS)) <= set(MODULES) - {name}


def test_imports_and_exports_go_by_names():
    """What a module gives away is taken by those that come after it."""
    script = 'import * as b from "./b.js?v=1";\nimport { c } from "./c.js";\n\nexport { d };\n'
    assert as_classic("a.js", script).splitlines() == [
        "(() => {",
        '"use strict";',
        'const b = window.slingan.modules["b.js"];',
        'const { c } = window.slingan.modules["c.js"];',
        "",
        '(window.slingan.modules ??= {})["a.js"] = { d };',
        "})();",
    ]


@pytest.mark.parametrize(
    "line", ['import b from "./b.js";', "export default 1;", 'import "./b.js";']
)
def test_another_way_of_writing_it_is_refused(line):
    """It would end in a copy that does nothing when somebody opens it."""
    with pytest.raises(ValueError, match="is not written as"):
        as_classic("a.js", f"{line}\n")


def test_modules_in_a_circle_are_found():
    """None of them could be the first to run; who only stands beside is not named."""
    line = 'import * as x from "./{}.js";\n'
    texts = {"a": ["b"], "b": ["c"], "c": ["b", "gone"], "d": ["d"], "e": []}
    scripts = {f"{one}.js": "".join(map(line.format, needs)) for one, needs in texts.items()}
    assert circles(scripts) == ["b.js", "c.js", "d.js"]
    assert circles(SCRIPTS) == []


def test_a_page_loads_them_in_the_same_order():
    """Classic scripts that wait for the page run in its order, as modules do."""
    page = '<script src="a.js?v=1" defer></script><script src="b.js" type="module"></script>'
    assert load_classic(page) == (
        '<script src="a.js?v=1" defer></script><script src="b.js" defer></script>'
    )
