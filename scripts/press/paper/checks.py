"""What must be true of paper before it leaves the press."""

from __future__ import annotations

import io

import pikepdf

from press.content.frontmatter import Source
from press.paper.fonts import characters
from press.problems import Problem

_ALLOWED_FONT = "AtkinsonHyperlegible"


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


def foreign_fonts(data: bytes) -> set[str]:
    """Return the names of fonts in a PDF that are not the project's own or are not embedded."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/FontDescriptor":
                continue
            name = str(thing.get("/FontName", "?")).lstrip("/")
            embedded = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            if _ALLOWED_FONT not in name or not embedded:
                found.add(name)
    return found
