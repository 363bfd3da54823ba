"""Reads all texts as a proofreader does, once they are whole: their words, spelling and readability.

`press check` does; a build does not, for paper that is wanted today should not wait for a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from press.content.hunspell import PACKAGES, NoSpeller, speller
from press.content.library import Library
from press.content.passages import Passage, passages
from press.content.readable import Read, texts_of, too_hard
from press.content.spelling import Language, misspelt
from press.content.terms import lint, load_terms
from press.content.unwritten import places
from press.content.wordlist import LISTS, NAMES, read_list, terms_of, vocabulary
from press.problems import Problem
from press.project import LANGUAGES, Project


@dataclass
class Proof:
    """What a proofreader would mend, what could not be looked at, and how easy texts are to read."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    measured: list[Read] = field(default_factory=list)


def proofread(project: Project, library: Library) -> Proof:
    """Read the texts of a library."""
    proof = Proof()
    # What is still to be written is told once by its mark; the mark's own words are nobody's text.
    texts = [one for one in passages(project, library) if not any(places(one.text))]
    register, proof.problems = load_terms(project)
    if register:
        proof.problems += lint(register, texts)
    _spell(project, library, texts, proof)
    proof.measured = texts_of(library)
    proof.problems += too_hard(proof.measured)
    proof.problems.sort()
    return proof


def _spell(project: Project, library: Library, texts: Sequence[Passage], proof: Proof) -> None:
    """Look for misspelt words. A site without lists of words of its own is not looked at."""
    lists = {name: read_list(project, name) for name in LISTS}
    proof.problems += [problem for _, problems in lists.values() for problem in problems]
    names, unread = lists[NAMES]
    if names is None and unread:
        return  # every name would be told as a mistake
    own = {
        code: vocabulary(code, words, names or (), terms_of(library.glossary, code))
        for code in LANGUAGES
        if (words := lists[code][0]) is not None
    }
    folder = project.root / "build" / "spelling"
    try:
        known = {code: Language(code, speller(code, folder), words) for code, words in own.items()}
        proof.problems += misspelt(texts, known)
    except NoSpeller as missing:
        proof.notes.append(
            f"Spelling was not checked: {missing}. On Debian: apt install {PACKAGES}"
        )
        return
    for language in known.values():
        language.speller.keep()
