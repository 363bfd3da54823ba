"""Makes the index: for every word and each of its forms where it stands and how much it counts there."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from press.content.registers import Glossary
from press.search.compounds import Splitter
from press.search.synonyms import Keys, synonyms
from press.search.units import PAGE, PRINTABLE, TERM, Section, Unit
from press.search.words import fold, joined, stem, stop_words, words

SECTIONS = 64  # of a unit; what comes after is counted to the last
PARTS = ""  # stands for the form of a word inside compounds

# How much a word counts by where it stands; a text is worth less than one heading, whatever it repeats.
_TITLE = {PAGE: 12.0, PRINTABLE: 8.5, TERM: 8.0}
_LEADS_ON, _HEADING, _NAME, _LEAD, _TEXT = 2.0, 5.0, 4.0, 2.5, 1.6
_OFTEN, _COMMON = 3, 0.5  # a heading that stands on more pages than this says little: `Read on`
_HALF = 1.5  # how often a text must say a word to get half of what a text can get
_KEPT = 3  # sections of a unit in which a word that is only in the text is remembered

Place = tuple[int, int]  # unit, section
Posting = tuple[int, int, float]  # unit, section, worth


@dataclass
class Index:
    """forms: for each key the postings of each form, PARTS among them.

    synonyms: for each key what it stands for, as synonyms() gives it.
    """

    language: str
    units: Sequence[Unit]
    forms: dict[str, dict[str, list[Posting]]]
    synonyms: dict[str, list[tuple[Keys, Keys]]] = field(default_factory=dict)


@dataclass(slots=True)  # there are hundreds of thousands
class _Count:
    """What is known of a form in a section: the worth of titles, and how often the text has it."""

    worth: float = 0.0
    times: float = 0.0


def make_index(
    units: Sequence[Unit], language: str, glossary: Glossary | None = None, same: str = ""
) -> Index:
    """Return the index of all units of a language.

    same: words that readers take for each other, `möte, träff; rum, lokal`.
    """
    titles = Counter(section.title for unit in units for section in unit.sections)
    counted = _Counter(language, {title for title, times in titles.items() if times > _OFTEN})
    for number, unit in enumerate(units):
        counted.add(number, unit)
    counted.split()
    forms = counted.forms(len(units))
    found = synonyms(glossary, language, forms, same)
    return Index(language, units, forms, found)


class _Counter:
    def __init__(self, language: str, common: set[str]) -> None:
        """common: titles that say nothing, because many sections have them."""
        self.language, self.common = language, common
        self.stop = stop_words(language)
        self.tells: dict[str, bool] = {}  # whether a word says something
        self.found: defaultdict[str, dict[Place, _Count]] = defaultdict(dict)  # by word
        self.parts: defaultdict[str, dict[Place, _Count]] = defaultdict(dict)  # by key

    def add(self, number: int, unit: Unit) -> None:
        for at, section in enumerate(unit.sections):
            place = (number, min(at, SECTIONS - 1))
            self._headed(section.title, place, self._title(unit, at), all_words=True)
            for name in section.names:
                if not set(self._words(name)) <= set(self._words(section.title)):
                    self._headed(name, place, _NAME)
            self._headed(section.lead, place, _LEAD)
            self._said(section, place)

    def _title(self, unit: Unit, at: int) -> float:
        """Return what the title of a unit's section is worth."""
        if unit.sections[at].title in self.common:
            return _COMMON
        if unit.leads_on:
            return _HEADING if unit.has_own_name and at == 0 else _LEADS_ON
        return _TITLE[unit.kind] if at == 0 else _HEADING

    def _words(self, text: str) -> list[str]:
        found = [*words(text, self.language), *joined(text)]
        for word in found:
            if word not in self.tells:
                self.tells[word] = fold(word, self.language) not in self.stop
        return [word for word in found if self.tells[word]]

    def _headed(self, text: str, place: Place, worth: float, all_words: bool = False) -> None:
        """Note the words of a title: the fewer there are, the more each counts.

        all_words: whether words count that say nothing: a title may have no others, `Who does what`.
        """
        telling = set(self._words(text))
        found = telling | set(words(text, self.language)) if all_words else telling
        for word in sorted(found):
            self._at(word, place).worth += worth * 1.4 / (1 + 0.2 * max(1, len(telling)))

    def _said(self, section: Section, place: Place) -> None:
        for text, worth in ((section.text, 1.0), (section.hidden, 0.5)):
            for word, times in Counter(self._words(text)).items():
                self._at(word, place).times += times * worth

    def _at(self, word: str, place: Place) -> _Count:
        return _at(self.found[word], place)

    def split(self) -> None:
        """Note the parts of compounds under their own keys."""
        counts: Counter[str] = Counter()
        for word, places in self.found.items():
            counts[fold(word, self.language)] += max(
                1, round(sum(c.times for c in places.values()))
            )
        splitter = Splitter(counts, self.language)
        for word, places in self.found.items():
            for part in splitter.parts(fold(word, self.language)):
                inside = self.parts[part]
                for place, count in places.items():
                    kept = _at(inside, place)
                    kept.worth += count.worth
                    kept.times += count.times

    def forms(self, units: int) -> dict[str, dict[str, list[Posting]]]:
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.found):
            keys[stem(fold(word, self.language), self.language)].append(word)
        made = {}
        for key in sorted({*keys, *self.parts}):
            whole = {number for word in keys[key] for number, _ in self.found[word]}
            inside = {number for number, _ in self.parts.get(key, ())}
            rare = _rarity(len(whole or inside), units)
            forms = {word: _postings(self.found[word], rare) for word in keys[key]}
            if key in self.parts:
                forms[PARTS] = _postings(self.parts[key], rare)
            made[key] = forms
        return made


def _at(places: dict[Place, _Count], place: Place) -> _Count:
    found = places.get(place)
    if found is None:
        found = places[place] = _Count()
    return found


def _rarity(having: int, units: int) -> float:
    return math.log(1 + (units - having + 0.5) / (having + 0.5)) + 0.3


def _postings(places: dict[Place, _Count], rare: float) -> list[Posting]:
    """Return postings in order; of what only the text says, the best sections of each unit."""
    found = list(_kept(places))
    return [(unit, section, worth * rare) for (unit, section), worth in sorted(found)]


def _kept(places: dict[Place, _Count]) -> Iterator[tuple[Place, float]]:
    said: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (unit, section), count in places.items():
        worth = count.worth + _TEXT * count.times / (count.times + _HALF)
        if count.worth:
            yield (unit, section), worth
        else:
            said[unit].append((-worth, section))
    for unit, found in said.items():
        for worth, section in sorted(found)[:_KEPT]:
            yield (unit, section), -worth
