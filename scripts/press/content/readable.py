"""What every page may ask of its readers, and how near to that each one is.

Swedish and Danish are judged by LIX. English has no bands that anybody tried, so there the words of a
sentence are: how many on average, and how many in the longest. Limits of easy-read texts: readability.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from press.content.body import Text, body_of
from press.content.chapter import Chapter
from press.content.library import Library
from press.content.readability import (
    MOST_LIX,
    MOST_SENTENCE,
    Measures,
    Sentence,
    measure,
    start_of,
    table,
)
from press.problems import Problem
from press.project import LANGUAGES

Readers = Literal["easy-read", "users", "staff"]

# LIX, our own choice: for staff where *medium* ends in Denmark and halfway through it in Sweden; for
# service users where *easy* ends in Denmark and halfway through it in Sweden.
_LIX: dict[Readers, Mapping[str, float]] = {
    "easy-read": MOST_LIX,
    "users": {"sv": 35.0, "da": 34.0},
    "staff": {"sv": 45.0, "da": 44.0},
}
# English, words of a sentence: on average, and in the longest. Guides to plain language ask for 15 to 20
# on average (New Zealand), easyreadstandard.org for less than 25 in any; 35 for staff is our own choice.
_ENGLISH: dict[Readers, tuple[float, int]] = {"users": (15.0, 25), "staff": (20.0, 35)}
_CALLED: dict[Readers, str] = {
    "easy-read": "easy-read text",
    "users": "a chapter that service users read",
    "staff": "a page for staff",
}
_HEADINGS: dict[Readers, str] = {
    "easy-read": "Easy-read texts",
    "users": "Chapters that service users read",
    "staff": "Other pages",
}
_BY_LIX, _MEAN, _LONGEST = "LIX", "words a sentence", "longest sentence"
_NEAR = 0.95  # of a limit
_MOST_NEAR = 5  # lines of the summary
_LONGEST_NAMED = 3


@dataclass(frozen=True)
class Gauge:
    """One thing that is measured, and how much of it there may be."""

    what: str
    value: float
    most: float

    @property
    def is_over(self) -> bool:
        """Compared as it is shown: no author should read that 35.0 is more than 35."""
        return round(self.value, 1) > self.most

    def __str__(self) -> str:
        value = f"{self.value:.1f}" if isinstance(self.value, float) else str(self.value)
        return f"{self.what} {value} of {self.most:g}"


@dataclass(frozen=True)
class Read:
    """One text with what it is measured by."""

    text: Text
    language: str
    readers: Readers

    @cached_property
    def measures(self) -> Measures:
        """What is measured of it; once, however often it is asked for."""
        return measure(self.text)

    @cached_property
    def gauges(self) -> tuple[Gauge, ...]:
        """What the text is judged by; of one that is too short only its longest sentence."""
        measured, found = self.measures, []
        most = _LIX[self.readers].get(self.language)
        if most and measured.enough:
            found.append(Gauge(_BY_LIX, measured.lix, most))
        if self.language == "en" and self.readers in _ENGLISH:
            mean, longest = _ENGLISH[self.readers]
            if measured.enough:
                found.append(Gauge(_MEAN, measured.mean_sentence, mean))
            found.append(Gauge(_LONGEST, measured.longest_sentence, longest))
        return tuple(found)


def texts_of(library: Library) -> list[Read]:
    """Return the texts of all pages, and the easy-read versions of chapters."""
    found = []
    for language in LANGUAGES:
        for entry in library.entries.values():
            if entry.language != language:
                continue
            audience = entry.model.audience if isinstance(entry.model, Chapter) else ()
            readers: Readers = "users" if "service-user" in audience else "staff"
            found.append(Read(body_of(entry.source), language, readers))
            if entry.easy:
                found.append(Read(body_of(entry.easy.source), language, "easy-read"))
    return found


def too_hard(texts: Sequence[Read]) -> Iterator[Problem]:
    """Yield where pages ask more than they may; easy-read texts have said so themselves."""
    for text in texts:
        for gauge in text.gauges if text.readers != "easy-read" else ():
            if gauge.is_over:
                yield from _long(text, gauge) if gauge.what == _LONGEST else [_hard(text, gauge)]


def _long(read: Read, gauge: Gauge) -> Iterator[Problem]:
    """Yield each sentence that is too long."""
    for sentence in read.measures.sentences:
        if _length(sentence) > gauge.most:
            message = (
                f"the sentence has {_length(sentence)} words; {_CALLED[read.readers]} has "
                f"{gauge.most:g} at the most: {start_of(sentence.text)}"
            )
            yield read.text.problem(sentence.line, message)


def _hard(read: Read, gauge: Gauge) -> Problem:
    """Return what to do about a whole text, and where to begin."""
    long = sorted(read.measures.sentences, key=_length, reverse=True)[:_LONGEST_NAMED]
    lines = ", ".join(str(line) for line in sorted({sentence.line for sentence in long}))
    is_lix = gauge.what == _BY_LIX
    measured = f"a LIX of {gauge.value:.1f}" if is_lix else f"{gauge.value:.1f} words a sentence"
    message = (
        f"has {measured}; {_CALLED[read.readers]} has {gauge.most:g} at the most. Write shorter "
        f"sentences{', or shorter words' if is_lix else ''}; the longest sentences: line {lines}"
    )
    return read.text.problem(read.text.line, message)


def _length(sentence: Sentence) -> int:
    return len(sentence.words)


def summary(texts: Sequence[Read]) -> list[str]:
    """Return a line with how many texts were measured, and the few that are near a limit."""
    near = [
        (gauge.value / gauge.most, f"  {gauge}  {text.text.source.path}")
        for text in texts
        for gauge in text.gauges
        if gauge.value >= _NEAR * gauge.most
    ]
    said = f"{len(texts)} text{' is' if len(texts) == 1 else 's are'} easy enough to read"
    if not near:
        return [f"{said}, and none is near a limit. All figures: make check FULL=1"]
    nearest = [line for _, line in sorted(near, reverse=True)[:_MOST_NEAR]]
    more = f", the nearest {_MOST_NEAR}" if len(near) > _MOST_NEAR else ""
    return [f"{said}; near a limit{more} (all figures: make check FULL=1):", *nearest]


def tables(texts: Sequence[Read], terms: dict[str, list[str]]) -> list[str]:
    """Return all that was measured, a table for each kind of readers; terms: by language."""
    lines: list[str] = []
    for readers, heading in _HEADINGS.items():
        own = [text for text in texts if text.readers == readers]
        if own:
            rows = [(one.text.source.path, one.language, one.measures) for one in own]
            lines += ["", f"{heading} (at the most {_limits(readers)}):", *table(rows, terms)]
    return lines


def _limits(readers: Readers) -> str:
    """Return in words how much there may be."""
    most = _LIX[readers]
    lix = f"LIX {most['sv']:g} in Swedish, {most['da']:g} in Danish"
    if readers not in _ENGLISH:
        return f"{lix}; sentences of {MOST_SENTENCE} words"
    mean, longest = _ENGLISH[readers]
    return f"{lix}; in English {mean:g} words a sentence, {longest} in the longest"
