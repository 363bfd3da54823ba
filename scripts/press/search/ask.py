"""Finds in a written index what a reader asks for, by the steps of overrides/assets/js/search-ask.js.

The browser's copy is what readers use. This one answers the lists of questions in tests/search fast and
tells how much each answer loads; a browser test holds the two together.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from press.search.files import SYNONYMS, unpack
from press.search.index import PARTS
from press.search.words import fold, stem, words

EXACT, FOLDED, FORM, PART, SYNONYM = 1.0, 0.95, 0.85, 0.4, 0.7
BEGUN, BEGUN_TOO = 0.5, 0.15  # words that only begin so, when nothing else is found and when it is
NEAR = {1: 0.5, 2: 0.35}  # by how many letters are wrong
ELSEWHERE = 0.3  # what a word counts for a section when it stands in another of the same unit
PER_UNIT = 2
_AT_ONCE = 4  # shards looked into for words that begin alike or are spelt alike

Place = tuple[int, int]  # unit, section
Worth = dict[Place, float]
Entry = dict[str, Any]


@dataclass
class Answer:
    """hits: places with what they count, the best first.

    complete: whether each has all words; missing: words that nothing has.
    """

    hits: list[tuple[Place, float]] = field(default_factory=list)
    complete: bool = True
    missing: list[str] = field(default_factory=list)


class Asker:
    """Answers questions from the files of one index; loaded collects the names of those it opened."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.loaded: dict[str, Any] = {}
        self.head = self._load("head")
        self.language: str = self.head["language"]
        self.stop = set(self.head["stop"].split())

    def _load(self, name: str) -> Any:
        if name not in self.loaded:
            text = self.files[f"{name}.js"]
            self.loaded[name] = json.loads(text[text.index(",") + 1 : text.rindex(")")])
        return self.loaded[name]

    def _number(self, key: str) -> int:
        """Return the number of the shard that has a key if any has."""
        return max(0, bisect_right(self.head["keys"], key) - 1)

    def _shard(self, key: str) -> dict[str, Entry]:
        return self._load(f"w{self._number(key)}")

    def _span(self, first: str, last: str) -> list[dict[str, Entry]]:
        start, end = self._number(first), self._number(last)
        return [self._load(f"w{n}") for n in range(start, min(end, start + _AT_ONCE - 1) + 1)]

    # --- one word -----------------------------------------------------------------------------

    def _forms(self, entry: Entry, word: str, folded: str, by: float, into: Worth) -> None:
        """Add an entry's postings; a form counts by how near it is to what was typed."""
        for form, postings in entry.items():
            if form == SYNONYMS:
                continue
            if form == PARTS:
                near = PART
            elif form == word:
                near = EXACT
            else:
                near = FOLDED if fold(form, self.language) == folded else FORM
            _add(into, postings, by * near)

    def _meant(self, entry: Entry, following: list[str], by: float, into: Worth) -> None:
        """Add what an entry's synonyms find; following: the keys of the words typed after it."""
        for target in entry.get(SYNONYMS, ()):
            after, meant = (part.split() for part in target.split(">"))
            if after == following[: len(after)]:
                self._all_of(meant, by * SYNONYM, into)

    def _all_of(self, keys: list[str], by: float, into: Worth) -> None:
        """Add the places where all keys stand together."""
        found: list[Worth] = []
        for key in keys:
            worth: Worth = {}
            self._forms(self._shard(key).get(key, {}), "", "", by, worth)
            found.append(worth)
        for place, worth in _common(found).items():
            into[place] = max(into.get(place, 0.0), worth)

    def _begun(self, folded: str, by: float, into: Worth) -> None:
        """Add words that begin with what was typed."""
        for shard in self._span(folded[:4], folded + "\uffff"):
            for key, entry in shard.items():
                for form, postings in entry.items():
                    if form == SYNONYMS:
                        continue
                    begin = key if form == PARTS else fold(form, self.language)
                    if begin.startswith(folded):
                        _add(into, postings, by * (PART if form == PARTS else 1))

    def _near(self, folded: str, wrong: int, into: Worth) -> None:
        """Add words that differ from what was typed in so many letters."""
        own = stem(folded, self.language)
        for entry in self._alike(folded, own, wrong):
            self._forms(entry, "", "", NEAR[wrong], into)
            self._meant(entry, [], NEAR[wrong], into)

    def _alike(self, folded: str, own: str, wrong: int) -> Iterator[Entry]:
        least = 4 if wrong == 1 else 6
        for shard in self._neighbours(folded):
            for key, entry in shard.items():
                if (len(own) >= least and differ(own, key, wrong) <= wrong) or any(
                    form not in (PARTS, SYNONYMS)
                    and differ(folded, fold(form, self.language), wrong) <= wrong
                    for form in entry
                ):
                    yield entry

    def _neighbours(self, folded: str) -> list[dict[str, Entry]]:
        """Return shards that may have the word meant, also when its beginning is wrong."""
        middle = self._number(folded)
        first, last = self._number(folded[:2]), self._number(folded[:2] + "\uffff")
        numbers = [n for n in (middle, middle - 1, middle + 1, middle - 2) if first <= n <= last]
        begins = (folded[1] + folded[0] + folded[2:], folded[1:], folded[0] + folded[2:])
        numbers += [self._number(begin) for begin in begins]
        return [self._load(f"w{n}") for n in dict.fromkeys(numbers)]

    def _halves(self, folded: str) -> tuple[str, str] | None:
        """Return a compound that no text has as two words that texts have."""
        if self.language == "en" or len(folded) < 7:
            return None
        for at in range(len(folded) - 3, 3, -1):
            first, last = folded[:at], folded[at:]
            for bare in dict.fromkeys((first, first.removesuffix("s"), first.removesuffix("e"))):
                if len(bare) > 2 and self._is_known(bare) and self._is_known(last):
                    return bare, last
        return None

    def _is_known(self, folded: str) -> bool:
        own = stem(folded, self.language)
        return folded not in self.stop and len(own) > 2 and own in self._shard(own)

    def concepts(self, word: str, following: list[str], is_last: bool) -> list[Worth]:
        """Return where a word is found and what it counts there; two such for a compound cut in two."""
        folded = fold(word, self.language)
        own = stem(folded, self.language)
        found: Worth = {}
        entry = self._shard(own).get(own)
        if entry:
            self._forms(entry, word, folded, 1.0, found)
            self._meant(entry, following, 1.0, found)
        if len(folded) >= 3 and (is_last or not found):
            self._begun(folded, BEGUN_TOO if found else BEGUN, found)
        if not found and len(folded) >= 4:
            self._near(folded, 1, found)
        if not found and (halves := self._halves(folded)):
            return [self.concepts(half, [], False)[0] for half in halves]
        if not found and len(folded) >= 8:
            self._near(folded, 2, found)
        return [found]

    # --- the whole question -------------------------------------------------------------------

    def ask(self, question: str) -> Answer:
        """Return the hits for a question."""
        typed = list(dict.fromkeys(words(question, self.language)))
        asked = [word for word in typed if fold(word, self.language) not in self.stop] or typed
        keys = [stem(fold(word, self.language), self.language) for word in asked]
        answer, concepts = Answer(), []
        for n, word in enumerate(asked):
            found = self.concepts(word, keys[n + 1 :], n == len(asked) - 1)
            if not all(found):
                answer.missing.append(word)
            concepts += found
        answer.complete = not answer.missing
        ranked, needed = rank([worth for worth in concepts if worth])
        answer.complete = answer.complete and needed
        answer.hits = ranked
        return answer

    def url(self, place: Place) -> str:
        """Return the address of a hit."""
        unit, section = place
        number = bisect_right(self.head["texts"], unit) - 1
        url, *_, sections = self._load(f"t{number}")[unit - self.head["texts"][number]]
        anchor = sections[section][0]
        return f"{url}#{anchor}" if anchor else url

    def urls(self, question: str) -> list[str]:
        """Return the addresses of a question's hits."""
        return [self.url(place) for place, _ in self.ask(question).hits]

    def forget(self) -> None:
        """Start anew with only the head loaded."""
        self.loaded = {"head": self.head}


def rank(concepts: list[Worth]) -> tuple[list[tuple[Place, float]], bool]:
    """Return the places in order, and whether they have all concepts.

    All concepts must stand in a unit, in one section or another; when no unit has all, the units
    that have the most are taken.
    """
    best: dict[int, dict[int, float]] = {}
    places: dict[Place, dict[int, float]] = {}
    for n, worth in enumerate(concepts):
        for place, value in worth.items():
            unit = best.setdefault(place[0], {})
            unit[n] = max(unit.get(n, 0.0), value)
            places.setdefault(place, {})[n] = value
    most = max((len(found) for found in best.values()), default=0)
    scored = []
    for place, own in places.items():
        unit = best[place[0]]
        if len(unit) == most:
            score = sum(own.get(n, ELSEWHERE * value) for n, value in sorted(unit.items()))
            scored.append((place, score))
    scored.sort(key=lambda one: (-round(one[1], 6), one[0]))
    return list(_few_of_each(scored)), most == len(concepts)


def _few_of_each(scored: Iterable[tuple[Place, float]]) -> Iterator[tuple[Place, float]]:
    seen: dict[int, int] = {}
    for place, score in scored:
        seen[place[0]] = seen.get(place[0], 0) + 1
        if seen[place[0]] <= PER_UNIT:
            yield place, score


def _add(into: Worth, postings: str, by: float) -> None:
    for unit, section, worth in unpack(postings):
        into[unit, section] = max(into.get((unit, section), 0.0), worth * by)


def _common(found: list[Worth]) -> Worth:
    first, *rest = found
    return {
        place: min(worth, *(other[place] for other in rest)) if rest else worth
        for place, worth in first.items()
        if all(place in other for other in rest)
    }


def differ(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, too many or swapped; more than most means many."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before = before, row
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
