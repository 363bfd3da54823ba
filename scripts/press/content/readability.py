"""Measures how hard a text is to read: LIX, and the lengths of sentences and paragraphs.

LIX is words / sentences + 100 x long words / words, where a long word has more than six letters
(C. H. Björnsson, Läsbarhet, 1968). Counted is running text: no headings, tables, code or addresses, and
no list item without a full stop. A sentence ends with `.`, `!` or `?` and at the end of a paragraph or a
list item. A word with hyphens is one word, a number is a word that is never long, and points inside
abbreviations and numbers end nothing.

`python -m press.content.readability FILE...` prints the table for files, finished or not.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml.html import HtmlElement

from press.content.body import Text, body_of, is_box_title
from press.content.frontmatter import read
from press.problems import Problem
from press.project import LANGUAGES

# Fewer words than this say nothing about a text.
ENOUGH_WORDS = 100
LONG_WORD = 7  # letters

# Where a band begins: a LIX of 30 is `easy` in Sweden. Swedish limits as lix.se gives them, Danish ones
# as fonologisk.dk does. Nobody has tried limits for English: the Swedish ones are an indication there.
_NAMES = ("very easy", "easy", "medium", "difficult", "very difficult")
_BANDS = {"sv": (30, 40, 50, 60), "da": (25, 35, 45, 55), "en": (30, 40, 50, 60)}

# What easy-read text keeps to. Sentences: 10-15 words (the list of the British government); paragraphs:
# seven lines of 55 characters (LL-förlaget); whole text: easyreadstandard.org; LIX: our own choice.
MOST_LIX = {"sv": 27.0, "da": 24.0}
_LANGUAGES = {"sv": "Swedish", "da": "Danish"}
MOST_SENTENCE = 15  # words
MOST_PARAGRAPH = 7 * 55  # characters
MOST_WORDS = 999

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_INSIDE = (*_BLOCKS, "ul", "ol", "table", "pre", "div", "blockquote")

_MARK = re.compile(r"\[\[[^\[\]\n]{1,80}\]\]")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S*[^\s.!?,;:)]|\s*[^\s(]+@\S+\.\w+")
_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’.:][^\W_]+|(?<=\d)[,–][0-9]+)*")
# Speech that goes on with a small letter (“Yes!” she said.) is one sentence.
_END = re.compile(r"""[.!?]+(?:(?=\s|$)|["'”’»)\]]+(?=\s*$|\s+[^\sa-zåäöæøé]))""")
_ORDINAL = re.compile(r"(?<!\w)\d+\.(?=\s+[^\W\d_A-ZÅÄÖÆØÉ])")

# Abbreviations with points, each one word. Those of the second list may also end a sentence.
_NEVER_LAST = (
    "t.ex.", "bl.a.", "d.v.s.", "dvs.", "s.k.", "fr.o.m.", "t.o.m.", "p.g.a.", "pga.", "ang.", "avd.",
    "ca.", "kap.", "kl.", "jfr.", "jf.", "resp.", "tel.", "nr.", "inkl.", "exkl.", "ekskl.", "i.a.",
    "f.eks.", "fx.", "evt.", "pr.", "vedr.", "hhv.", "ift.", "mht.", "dr.", "e.g.", "i.e.", "cf.",
    "vs.", "approx.", "mr.", "mrs.", "ms.",
)  # fmt: skip
_MAYBE_LAST = (
    "m.m.", "mm.", "m.fl.", "o.s.v.", "osv.", "o.d.", "o.l.", "m.v.", "mv.", "etc.", "e.d.", "e.kr.",
    "f.kr.", "f.d.", "m.a.o.", "p.m.", "a.m.",
)  # fmt: skip


def _any_of(abbreviations: Iterable[str]) -> str:
    """Return a pattern for abbreviations, with or without a blank after the points inside."""
    written = sorted(abbreviations, key=len, reverse=True)
    return "|".join(re.escape(one[:-1]).replace(r"\.", r"\.\s?") + r"\." for one in written)


_ABBREVIATION = re.compile(
    rf"(?<![\w.])(?:(?i:{_any_of(_NEVER_LAST)})(?=\s|[,;:)]|$)"
    rf"|(?i:{_any_of(_MAYBE_LAST)})(?=\s+[^\W\d_A-ZÅÄÖÆØÉ]|[,;:)]))"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence as a reader reads it, and the line of the file it starts on."""

    text: str
    line: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or list item.

    runs: whether it counts as running text, which a list item without a full stop does not.
    """

    text: str
    line: int
    sentences: tuple[Sentence, ...]
    runs: bool


@dataclass(frozen=True)
class Measures:
    """What is measured of one text."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, those of list items too."""
        return tuple(one for paragraph in self.paragraphs for one in paragraph.sentences)

    @cached_property
    def _running(self) -> tuple[Sentence, ...]:
        return tuple(one for part in self.paragraphs if part.runs for one in part.sentences)

    @property
    def words(self) -> int:
        """How many words the text has, those of list items too, those of headings not."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @property
    def enough(self) -> bool:
        """Whether there is running text enough to judge."""
        return sum(len(sentence.words) for sentence in self._running) >= ENOUGH_WORDS

    @property
    def lix(self) -> float:
        """The LIX of the running text; 0 where there is none."""
        return self.lix_without(())

    def lix_without(self, terms: Iterable[str]) -> float:
        """Return the LIX as it would be were these words and their inflections short ones."""
        stems = tuple(_stem(word) for term in terms for word in _names(term) if is_long(word))
        long = [
            word
            for sentence in self._running
            for word in sentence.words
            if is_long(word) and not (stems and word.lower().startswith(stems))
        ]
        return lix(sum(len(one.words) for one in self._running), len(self._running), len(long))

    @property
    def mean_sentence(self) -> float:
        """Words of a sentence of the running text, on average; 0 where there is none."""
        words = sum(len(sentence.words) for sentence in self._running)
        return words / len(self._running) if self._running else 0.0

    @property
    def longest_sentence(self) -> int:
        """Words of the longest sentence."""
        return max((len(sentence.words) for sentence in self.sentences), default=0)

    @property
    def longest_paragraph(self) -> int:
        """Characters of the longest paragraph or list item."""
        return max((len(paragraph.text) for paragraph in self.paragraphs), default=0)


def lix(words: int, sentences: int, long_words: int) -> float:
    """Return the LIX of a text with so many words, sentences and long words; 0 without words."""
    return words / sentences + 100 * long_words / words if words else 0.0


def band(value: float, language: str) -> str:
    """Return what a LIX is called in a language's own bands; each begins at its limit."""
    name = _NAMES[sum(value >= limit for limit in _BANDS[language])]
    return f"{name} (indicative)" if language == "en" else name


def is_long(word: str) -> bool:
    """Return whether a word has more than six letters; digits and hyphens are no letters."""
    return sum(sign.isalpha() for sign in word) >= LONG_WORD


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text; an abbreviation is one word and an address none."""
    masked = _ABBREVIATION.sub(lambda found: re.sub(r"[.\s]", "", found[0]), plain(text))
    return tuple(_WORD.findall(masked))


def sentences_in(text: str) -> list[str]:
    """Return the sentences of one paragraph."""
    shown = plain(text)
    # Points that end nothing become a sign that is none, of the same length, so that places stay.
    masked = _ABBREVIATION.sub(lambda found: found[0].replace(".", "_"), shown)
    masked = _ORDINAL.sub(lambda found: found[0].replace(".", "_"), masked)
    found, start = [], 0
    for end in _END.finditer(masked):
        found.append(shown[start : end.end()].strip())
        start = end.end()
    found.append(shown[start:].strip())
    return [sentence for sentence in found if words_in(sentence)]


def measure(text: Text) -> Measures:
    """Return what is measured of a text; nothing is found in one that cannot be read."""
    root, _ = text.read
    lines = LineFinder(text)
    found = []
    for element, words in _blocks(root) if root is not None else ():
        if element.tag.startswith("h"):
            lines.of(words)
            continue
        sentences = [Sentence(one, lines.of(one), words_in(one)) for one in sentences_in(words)]
        if sentences:
            runs = element.tag == "p" or bool(_END.search(words.rstrip()[-4:]))
            found.append(Paragraph(words, sentences[0].line, tuple(sentences), runs))
    return Measures(tuple(found))


def limits(text: Text, language: str) -> Iterator[Problem]:
    """Yield where an easy-read text is harder than easy-read text may be."""
    measured = measure(text)
    for paragraph in measured.paragraphs:
        if len(paragraph.text) > MOST_PARAGRAPH:
            message = (
                f"the paragraph has {len(paragraph.text)} characters; {MOST_PARAGRAPH} at the most "
                f"in easy-read text: {start_of(paragraph.text)}"
            )
            yield text.problem(paragraph.line, message)
    for sentence in measured.sentences:
        if len(sentence.words) > MOST_SENTENCE:
            message = (
                f"the sentence has {len(sentence.words)} words; {MOST_SENTENCE} at the most "
                f"in easy-read text: {start_of(sentence.text)}"
            )
            yield text.problem(sentence.line, message)
    if measured.words > MOST_WORDS:
        message = f"has {measured.words} words; easy-read text has {MOST_WORDS} at the most"
        yield text.problem(text.line, message)
    most = MOST_LIX.get(language)
    # Compared as it is shown: no author should read that 27.0 is more than 27.
    if most and measured.enough and round(measured.lix, 1) > most:
        message = (
            f"has a LIX of {measured.lix:.1f}; easy-read text has {most:g} at the most "
            f"({_LANGUAGES[language]}). Write shorter sentences, or words of six letters or fewer"
        )
        yield text.problem(text.line, message)


def table(rows: Sequence[tuple[str, str, Measures]], terms: dict[str, list[str]]) -> list[str]:
    """Return lines with what was measured; rows: (file, language, measures), terms: by language."""
    lines = [("words", "LIX", "without terms", "mean", "longest", "paragraph", "band", "")]
    for name, language, measured in rows:
        lines.append(
            (
                str(measured.words),
                f"{measured.lix:.1f}",
                f"{measured.lix_without(terms.get(language, [])):.1f}",
                f"{measured.mean_sentence:.1f}",
                str(measured.longest_sentence),
                str(measured.longest_paragraph),
                band(measured.lix, language) if measured.enough else "too short to judge",
                name,
            )
        )
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    lined = (
        [cell.rjust(width) if n < 6 else cell.ljust(width) for n, (cell, width) in enumerate(pairs)]
        for pairs in (list(zip(line, widths, strict=True)) for line in lines)
    )
    return ["  ".join(cells).rstrip() for cells in lined]


class LineFinder:
    """Finds the lines of texts that are asked for in the order in which they stand in the source."""

    def __init__(self, text: Text) -> None:
        self.text = text
        # Where a link leads to is no text; blanks in its place keep everything where it is.
        self.source = re.sub(
            r"\]\([^)\n]*\)",
            lambda found: " " * len(found[0]),
            unicodedata.normalize("NFC", text.markdown),
        )
        self.at = 0

    def of(self, words: str) -> int:
        """Return the file's line of the first of these words, and go on behind the last."""
        first: int | None = None
        for word in _WORD.findall(plain(words)):
            place = self.source.find(word, self.at)
            if place < 0:  # written in another way than it is shown
                continue
            first = place if first is None else first
            self.at = place + len(word)
        return self.text.line + self.source.count("\n", 0, self.at if first is None else first)


def _blocks(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield headings, paragraphs and list items in order, each with the text that is its own."""
    for element in root.iter(*_BLOCKS):
        if not is_box_title(element):
            shown = plain(_own(element))
            if shown:
                yield element, shown


def _own(element: HtmlElement) -> str:
    """Return an element's text without that of the blocks inside it."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _INSIDE:
            pieces.append("\n" if child.tag == "br" else _own(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def plain(text: str) -> str:
    """Return a text in one line and one spelling, without marks, addresses and signs nobody sees."""
    shown = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return " ".join(_ADDRESS.sub("", _MARK.sub(" ", shown)).split())


def _names(term: str) -> Iterator[str]:
    """Yield the names in a term that are one word: `staff, employees` has two, `service user` none."""
    for name in re.split(r"[,()/:]", term):
        words = words_in(name)
        if len(words) == 1:
            yield words[0]


def _stem(word: str) -> str:
    return re.sub(r"[aeiouyåäöæø]$", "", word.lower())


def start_of(text: str) -> str:
    """Return how a text begins, in quotation marks, for a message."""
    return f"“{text}”" if len(text) <= 60 else f"“{text[:59].rstrip()}…”"


def main(files: Sequence[str]) -> int:
    """Print what is measured of files, and where they are harder than easy-read text may be."""
    texts: list[tuple[str, str, Text]] = []
    problems: list[Problem] = []
    for name in files:
        source = read(Path(name), name)
        problems += source.problems
        language = next((part for part in Path(name).parts if part in LANGUAGES), LANGUAGES[0])
        texts.append((name, language, body_of(source)))
    for _, language, text in texts:
        problems += limits(text, language)
    print("\n".join(table([(name, code, measure(text)) for name, code, text in texts], {})))
    for problem in sorted(problems):
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
