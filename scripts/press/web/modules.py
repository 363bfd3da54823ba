"""The scripts that are ES modules: what each needs, under which address, and the same without modules.

A host may let browsers keep scripts for a year, so an import must name the address of today. Browsers
take no module from a folder (modules are asked for as from another site:
https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script), so the copy on a USB
stick gets classic scripts, in the same files. Imports and exports are written in one way each:
`import { a } from "./b.js";` or `import * as b from "./b.js";`, and one `export { a };` at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# As they are written, or served: then without the spaces, and one after the other on a line.
_IMPORT = re.compile(
    r"(?:^|(?<=;))import ?(?:\* ?as (?P<whole>\w+)|(?P<parts>\{[^}]*\})) ?"
    r'from ?"\./(?P<name>[\w-]+\.js)(?:\?[^"]*)?";',
    re.M,
)
_EXPORT = re.compile(r"(?:^|(?<=[;}]))export ?(\{[^}]*\});", re.M)
_ANY = re.compile(r"^(?:import|export)\b.*$", re.M)
# Said of any other line.
WANTED = (
    'is not written as it must be: `import { a } from "./b.js";`, `import * as b from "./b.js";` '
    "or, once at the end, `export { a };`"
)
_LOADED = re.compile(r'<script src="([^"]*)" type="module">')


def needed_by(name: str, scripts: Mapping[str, str]) -> list[str]:
    """Return the names of the modules that a module needs, each after what it needs itself.

    scripts: texts by name, such as `tool.js`. Raises KeyError for a name that is not there.
    """
    found: list[str] = []
    for needed in imports(scripts[name]):
        both = (*needed_by(needed, scripts), needed)
        found += [other for other in both if other not in found]
    return found


def circles(scripts: Mapping[str, str]) -> list[str]:
    """Return the names of the modules that come to need themselves: none of them could run first.

    scripts: texts by name; imports of what is not there are passed over.
    """
    needs = {name: set(imports(text)) & scripts.keys() for name, text in scripts.items()}
    found = []
    for name in scripts:
        reached: set[str] = set()
        ahead = set(needs[name])
        while ahead:
            reached |= ahead
            ahead = {two for one in ahead for two in needs[one]} - reached
        if name in reached:
            found.append(name)
    return found


def imports(script: str) -> list[str]:
    """Return the names of the modules that a module imports itself."""
    return [one["name"] for one in _IMPORT.finditer(script)]


def unknown_lines(script: str) -> list[tuple[int, str]]:
    """Return number and text of the lines that import or export in a way this module does not know."""
    known = {one.start() for form in (_IMPORT, _EXPORT) for one in form.finditer(script)}
    return [
        (script.count("\n", 0, one.start()) + 1, one[0])
        for one in _ANY.finditer(script)
        if one.start() not in known
    ]


def with_addresses(script: str, address: Callable[[str], str]) -> str:
    """Return a module whose imports name the addresses that address gives for their names."""
    return _IMPORT.sub(
        lambda one: one[0].replace(f"./{one['name']}", f"./{address(one['name'])}"), script
    )


def is_module(script: str) -> bool:
    """Return whether a script can only be loaded as a module."""
    return any(form.search(script) for form in (_IMPORT, _EXPORT, _ANY))


def as_classic(name: str, script: str) -> str:
    """Return a module as a classic script that does the same where those it needs ran before it.

    Raises ValueError when an import or export is written in a way that this module does not know.
    """
    for _, line in unknown_lines(script):
        raise ValueError(f"{name}: `{line}` {WANTED}")
    made = _IMPORT.sub(r'const \g<whole>\g<parts> = window.slingan.modules["\g<name>"];', script)
    made = _EXPORT.sub(rf'(window.slingan.modules ??= {{}})["{name}"] = \1;', made)
    return f'(() => {{\n"use strict";\n{made}}})();\n'


def load_classic(page: str) -> str:
    """Return a page that loads its modules as classic scripts, in the same order."""
    return _LOADED.sub(r'<script src="\1" defer>', page)
