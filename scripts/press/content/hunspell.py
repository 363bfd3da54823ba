"""Asks the program Hunspell about words of one language, and keeps what it said in `build/spelling`.

Only words that were not asked for before are asked for: reading a dictionary takes half a second.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from press.writing import write_all

PACKAGES = "hunspell hunspell-sv hunspell-da hunspell-en-gb"
_DICTIONARIES = {"sv": "sv_SE", "da": "da_DK", "en": "en_GB"}
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell/dicts",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_PATIENCE = 120  # seconds
_MOST_SUGGESTED = 15  # words in one run: Hunspell thinks up to a second about each


class NoSpeller(Exception):
    """Raised when Hunspell or a dictionary is not there, or does not work."""


@dataclass
class Speller:
    """One dictionary. kept: the file that remembers what was said of words.

    good: words the dictionary knows; bad: those it does not, with suggestions once they were asked for.
    """

    program: str
    dictionary: Path
    kept: Path
    good: set[str] = field(default_factory=set)
    bad: dict[str, list[str] | None] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def unknown(self, words: Collection[str]) -> set[str]:
        """Return those of these words that the dictionary does not have."""
        self.asked.update(words)
        new = sorted(set(words) - self.good - self.bad.keys())
        if new:
            said = set(self._ask("-l", new))
            self.bad |= {word: None for word in new if _typed(word) in said}
            self.good |= set(new) - self.bad.keys()
        return {word for word in words if word in self.bad}

    def suggestions(self, words: Collection[str]) -> dict[str, list[str]]:
        """Return what may be meant by words that are not known; nothing for the last of very many."""
        new = sorted(word for word in words if self.bad.get(word) is None)[:_MOST_SUGGESTED]
        if new:
            # `& word 3 1: one, two, three`, or `# word 1` where nothing comes near.
            for line in self._ask("-a", [f"^{word}" for word in new]):
                head, _, said = line.partition(": ")
                asked = head.split(" ")
                if asked[0] in ("&", "#"):
                    near = [one.replace("'", "’") for one in said.split(", ") if one]
                    self.bad[asked[1].replace("'", "’")] = near
        return {word: self.bad.get(word) or [] for word in words}

    def keep(self) -> None:
        """Write down what is known of the words that were asked for; others are forgotten."""
        kept = {
            "of": _identity(self.dictionary),
            "good": sorted(self.good & self.asked),
            "bad": {word: self.bad[word] for word in sorted(self.bad.keys() & self.asked)},
        }
        text = json.dumps(kept, ensure_ascii=False, indent=0)
        if self.kept.exists() and self.kept.read_text(encoding="utf-8") == text:
            return
        with contextlib.suppress(OSError):  # what cannot be kept is asked anew
            write_all({self.kept: text.encode()})

    def _ask(self, way: str, words: Iterable[str]) -> list[str]:
        command = [self.program, way, "-i", "utf-8", "-d", str(self.dictionary)]
        # Without a list of the user's own: what is right must be right on every machine.
        surroundings = {key: value for key, value in os.environ.items() if key != "WORDLIST"}
        asked = "".join(f"{_typed(word)}\n" for word in words)
        try:
            done = subprocess.run(  # noqa: S603 - the program that was found, words by its input
                command,
                input=asked,
                capture_output=True,
                encoding="utf-8",
                env={**surroundings, "HOME": os.devnull},
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError, UnicodeError) as error:
            raise NoSpeller(f"Hunspell does not work ({error})") from error
        return done.stdout.split("\n")


def speller(language: str, folder: Path) -> Speller:
    """Return the speller of a language; folder: where it keeps what it learned. Raises NoSpeller."""
    program = shutil.which("hunspell")
    if program is None:
        raise NoSpeller("Hunspell is not installed")
    name = _DICTIONARIES[language]
    places = [*os.environ.get("DICPATH", "").split(":"), *_FOLDERS]
    found = (Path(place) / name for place in places if place)
    dictionary = next((path for path in found if path.with_suffix(".dic").exists()), None)
    if dictionary is None:
        raise NoSpeller(f"Hunspell has no dictionary {name}")
    made = Speller(program, dictionary, folder / f"{language}.json")
    _remember(made)
    return made


def _remember(made: Speller) -> None:
    """Read what was kept, if it is of the same dictionary and whole."""
    try:
        kept = json.loads(made.kept.read_text(encoding="utf-8"))
        if kept["of"] == _identity(made.dictionary):
            made.good, made.bad = set(kept["good"]), dict(kept["bad"])
    except (OSError, ValueError, KeyError, TypeError):
        return


def _identity(dictionary: Path) -> str:
    files = (dictionary.with_suffix(ending) for ending in (".dic", ".aff"))
    return " ".join(f"{one.stat().st_size}-{one.stat().st_mtime_ns}" for one in files)


def _typed(word: str) -> str:
    """Return a word as dictionaries write it, with a straight apostrophe."""
    return word.replace("’", "'")
