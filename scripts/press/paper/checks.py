"""What must be true of a text before it is set."""

from __future__ import annotations

from pathlib import Path

from press.content.frontmatter import Source, read_text
from press.paper.fonts import characters
from press.problems import Problem


def missing_glyphs(source: Source, whole: str) -> list[Problem]:
    """Return a problem for each line of a file with a character the typeface cannot draw.

    whole: the file's text. Typst gives no warning for these; the reader would see an empty box.
    """
    known = characters()
    problems = []
    for number, line in enumerate(whole.split("\n"), 1):
        lacking = sorted(set(line) - known)
        if lacking:
            named = ", ".join(f"`{c}` (U+{ord(c):04X})" for c in lacking)
            message = f"the typeface lacks {named}; write it in words or use another sign"
            problems.append(Problem(source.path, number, "", message))
    return problems


def missing_glyphs_in(path: Path, shown: str) -> list[Problem]:
    """Return the same for a file on disk; shown is its path as problems print it."""
    whole, problem = read_text(path, shown)
    return [problem] if problem else missing_glyphs(Source(shown), whole)
