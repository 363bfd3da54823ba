"""Places that a new chapter's files leave to their author: `((write the title))`.

They are looked for in the file as it was read, comments included, so that none is ever published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.content.frontmatter import Source
from press.problems import Problem

# An author may have broken the line in the middle of one: what it begins with is enough.
_PLACE = re.compile(r"\(\(\s*write\b[ \t]*(?P<what>.*?)[ \t]*(?:\)\)|$)", re.I)


def places(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line of each place that is still to be written, and what is to be written there."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in _PLACE.finditer(line):
            yield number, found["what"]


def unwritten(source: Source) -> Iterator[Problem]:
    """Yield a problem for each place of a file that is still to be written."""
    for number, what in places(source.whole):
        yield Problem(source.path, number, "", f"still to be written: {what}".rstrip(": "))
