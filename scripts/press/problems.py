"""What is wrong in an author's file, said in one clickable line that needs no Python to understand."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LONGEST = 600  # characters of one line
_MOST_OF_A_FILE = 40  # problems that are shown


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    path: file, relative to the project's root, with forward slashes.
    line: counted from 1; 1 also stands for "the file as a whole".
    field: where in the front matter (`printables.0.title`), empty for the text below it.
    message: what is wrong and what to write instead.
    """

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:"
        said = f"{where} {self.field}: {self.message}" if self.field else f"{where} {self.message}"
        # What an author wrote is quoted in messages; its line breaks and control signs are not.
        shown = "".join(c if c.isprintable() else "␤" if c == "\n" else "�" for c in said)
        return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries every problem found so far, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Sequence[Problem]) -> str:
    """Return one line per problem, the way the command line and the site's log print them.

    Of a file with very many only the first are shown, and how many are left.
    """
    lines, told = [], Counter(problem.path for problem in problems)
    shown: Counter[str] = Counter()
    for problem in problems:
        shown[problem.path] += 1
        if shown[problem.path] <= _MOST_OF_A_FILE:
            lines.append(str(problem))
        elif shown[problem.path] == told[problem.path]:
            left = told[problem.path] - _MOST_OF_A_FILE
            message = f"and {left:,} more in this file, shown when these are mended"
            lines.append(str(Problem(problem.path, problem.line, "", message)))
    return "\n".join(lines)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return "; did you mean `x`?" for the closest of choices, or an empty string."""
    close = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""
