"""Adds lines to mkdocs.yml and docs/chapters.yml; comments, order and everything else stay as they are.

YAML is read only to find the place; the text is changed there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

Edit = tuple[int, str, int]  # from where in the text, what to write, up to where it replaces


def with_page(settings: str, part: str, page: str) -> str | None:
    """Return mkdocs.yml with a page's file at the end of its part in `nav`; None if that is not there."""
    of_part = [
        (pages, item)
        for pages, item, name in _pages(_value(_read(settings), "nav"))
        if name.startswith(f"{part}/")
    ]
    return _applied(settings, [_after(settings, *of_part[-1], page)]) if of_part else None


def with_code(register: str, code: int, chapter: str) -> str | None:
    """Return docs/chapters.yml with a chapter's code, counted in `issued`; None if it has no lists."""
    root = _read(register)
    issued, lines = _value(root, "issued"), _value(root, "chapters")
    if not isinstance(issued, yaml.SequenceNode) or not isinstance(lines, yaml.SequenceNode):
        return None
    return _applied(
        register, [_counted(register, issued, code), _listed(register, lines, code, chapter)]
    )


def _counted(text: str, issued: yaml.SequenceNode, code: int) -> Edit:
    """The highest code of each part stands in `issued`: it takes the place of the one before."""
    same = [node for node in issued.value if node.value[:1] == str(code)[0]]
    if not same:
        return _at_end(text, issued, str(code))
    highest = max(same, key=lambda node: int(node.value))
    return highest.start_mark.index, str(code), highest.end_mark.index


def _listed(text: str, lines: yaml.SequenceNode, code: int, chapter: str) -> Edit:
    """A chapter stands after the others of its part, or of the parts before."""
    line = f"{{code: {code}, chapter: {chapter}}}"
    before = [node for node in lines.value if _value(node, "code").value[:1] <= str(code)[0]]
    if before or lines.flow_style or not lines.value:
        return _after(text, lines, before[-1], line) if before else _at_end(text, lines, line)
    start = text.rfind("\n", 0, lines.start_mark.index) + 1
    return start, f"{' ' * lines.start_mark.column}- {line}{_line_end(text)}", start


def _read(text: str) -> yaml.Node | None:
    return yaml.compose(text, yaml.SafeLoader)


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _pages(node: yaml.Node | None) -> Iterator[tuple[yaml.SequenceNode, yaml.Node, str]]:
    """Yield the pages of a menu: the list each stands in, its item there, and its file."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        inside = item.value[0][1] if isinstance(item, yaml.MappingNode) and item.value else item
        if isinstance(inside, yaml.ScalarNode):
            yield node, item, inside.value
        else:
            yield from _pages(inside)


def _after(text: str, listed: yaml.SequenceNode, item: yaml.Node, new: str) -> Edit:
    """Write a new item of a list behind another, in the way the list is written."""
    end = _end(item)
    if listed.flow_style:
        return end, f", {new}", end
    stop = text.find("\n", end)
    line = f"{' ' * listed.start_mark.column}- {new}"
    if stop < 0:  # the file ends without a line break
        return len(text), f"{_line_end(text)}{line}", len(text)
    return stop + 1, f"{line}{_line_end(text)}", stop + 1


def _at_end(text: str, listed: yaml.SequenceNode, new: str) -> Edit:
    if listed.value:
        return _after(text, listed, listed.value[-1], new)
    end = listed.end_mark.index - 1  # an empty list is `[]`
    return end, new, end


def _end(node: yaml.Node) -> int:
    """Return where the last sign of a value stands; what YAML calls its end may be lines below."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return node.end_mark.index
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _applied(text: str, edits: list[Edit]) -> str:
    for start, new, end in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
