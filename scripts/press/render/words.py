"""The words of the interface in one language, from overrides/words.yml."""

from __future__ import annotations

from collections.abc import Mapping

from press.content.frontmatter import read_data
from press.problems import Problem, ProblemsFound, did_you_mean
from press.project import LANGUAGES, Project

FILE = "words.yml"


class Words:
    """The interface words of one language: `words["edition"]`, or filled in by `words.fill`.

    A word that is not there raises ProblemsFound: an editor may have taken it away.
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language, self._texts = language, texts

    def __getitem__(self, key: str) -> str:
        try:
            return self._texts[key]
        except KeyError:
            hint = did_you_mean(key, self._texts)
            problem = Problem(f"overrides/{FILE}", 1, "words", f"`{key}` is missing{hint}")
            raise ProblemsFound([problem]) from None

    def fill(self, key: str, **values: object) -> str:
        """Return the words for key with {name} replaced by values."""
        text = self[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def starting(self, prefix: str) -> dict[str, str]:
        """Return all words whose key starts with prefix, without it."""
        return {k.removeprefix(prefix): v for k, v in self._texts.items() if k.startswith(prefix)}


def load_words(project: Project) -> dict[str, Words]:
    """Return the interface words by language.

    Raises ProblemsFound when a key lacks a language or the file is not readable.
    """
    source = read_data(project.look / FILE, f"overrides/{FILE}")
    problems = list(source.problems)
    texts: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    entries = source.values.get("words")
    if not isinstance(entries, dict) and not problems:
        problems.append(
            source.problem(("words",), "must be a block of `key: {sv: …, da: …, en: …}`")
        )
    for key, entry in entries.items() if isinstance(entries, dict) else ():
        for language in LANGUAGES:
            text = entry.get(language) if isinstance(entry, dict) else None
            if not isinstance(text, str) or not text:
                message = f"needs a text in `{language}`"
                problems.append(source.problem(("words", key), message))
            else:
                texts[language][key] = text
        # A comma in a text without quotes ends it: what follows would be lost in silence.
        for strange in set(entry if isinstance(entry, dict) else ()) - set(LANGUAGES):
            message = f"`{strange}` is no language; put quotes round a text that has a comma in it"
            problems.append(source.problem(("words", key), message))
    if problems:
        raise ProblemsFound(problems)
    return {language: Words(language, texts[language]) for language in LANGUAGES}


_ORDER = {"sv": "åäö", "da": "æøå", "en": ""}


def alphabetical(text: str, language: str) -> list[int]:
    """Return a sort key that puts å ä ö and æ ø å after z, in the language's own order."""
    last = _ORDER[language]
    return [0x10000 + last.index(c) if c in last else ord(c) for c in text.lower()]
