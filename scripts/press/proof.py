"""Reads all texts as a proofreader does, once they are whole: the words they use.

`press check` does; a build does not, for paper that is wanted today should not wait for a word.
"""

from __future__ import annotations

from press.content.library import Library
from press.content.passages import passages
from press.content.terms import lint, load_terms
from press.problems import Problem
from press.project import Project


def proofread(project: Project, library: Library) -> list[Problem]:
    """Return what a proofreader would mend in the texts of a library."""
    texts = list(passages(project, library))
    register, problems = load_terms(project)
    if register:
        problems += lint(register, texts)
    return sorted(problems)
