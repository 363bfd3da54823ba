"""Splits compounds by the site's own vocabulary: stafettfrågor is stafett and frågor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from press.search.words import stem, stop_words

SHORTEST = 3  # letters of a part
SHORTEST_COMPOUND = 7
_LINKS = {"sv": ("", "s"), "da": ("", "s", "e")}
_SEEN_ALONE = 2  # how often a part of three letters must stand alone
_HEADS = 2  # how many compounds a first part must open that never stands alone


class Splitter:
    """Knows a language's vocabulary and takes words apart; English writes its parts apart already."""

    def __init__(self, counts: Mapping[str, int], language: str) -> None:
        """counts: how often each folded word stands in the texts."""
        self.language = language
        self.links = _LINKS.get(language, ())
        self.counts = counts
        self.keys: Counter[str] = Counter()
        for word, count in counts.items():
            if word not in stop_words(language) and word.isalpha():
                self.keys[stem(word, language)] += count
        self.heads = self._openings() if self.links else set()
        self._known: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the keys of a folded word's parts; empty when it is no compound."""
        if word not in self._known:
            self._known[word] = ()  # a word is no part of itself
            self._known[word] = self._split(word)
        return self._known[word]

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST_COMPOUND or not self.links:
            return ()
        found = [
            cut for at in range(SHORTEST, len(word) - SHORTEST + 1) if (cut := self._cut(word, at))
        ]
        if not found:
            return ()
        first, last = max(found, key=lambda cut: (self._worth(cut), len(cut[1])))
        whole = [stem(first, self.language), *self.parts(first)]
        whole += [stem(last, self.language), *self.parts(last)]
        own = stem(word, self.language)
        return tuple(dict.fromkeys(part for part in whole if part != own))

    def _cut(self, word: str, at: int) -> tuple[str, str] | None:
        """Return the two parts of a word cut at a place, or None when one is no word."""
        first, last = word[:at], word[at:]
        if not self._is_word(last) or (at == SHORTEST and last not in self.counts):
            return None
        for link in self.links:
            bare = first.removesuffix(link)
            if first.endswith(link) and self._opens(bare) and not self._inflects(bare, word):
                return bare, last
        return None

    def _inflects(self, bare: str, word: str) -> bool:
        """Return whether a word is only a form of its first part."""
        return stem(bare, self.language) == stem(word, self.language)

    def _worth(self, cut: tuple[str, str]) -> int:
        """Return how sure a cut is: parts that stand somewhere just so are surer than their stems."""
        return sum(2 if part in self.counts else 1 for part in cut)

    def _is_word(self, part: str) -> bool:
        if part in stop_words(self.language) or len(part) < SHORTEST:
            return False
        own = stem(part, self.language)
        if len(part) == SHORTEST or (len(own) <= SHORTEST and len(part) < 5):
            return self.counts.get(part, 0) >= _SEEN_ALONE
        return own in self.keys

    def _opens(self, part: str) -> bool:
        return self._is_word(part) or part in self.heads

    def _openings(self) -> set[str]:
        """Return what opens several compounds though it never stands alone, such as `stafett`."""
        rests: defaultdict[str, set[str]] = defaultdict(set)
        for word in self.counts:
            for at in range(5, len(word) - 3):
                rest = word[at:]
                if rest in self.counts and rest not in stop_words(self.language):
                    rests[word[:at]].add(stem(rest, self.language))
        return {first for first, found in rests.items() if len(found) >= _HEADS}
