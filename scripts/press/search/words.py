"""Brings every form of a word, however it is typed, to one key: fold, then stem.

overrides/assets/js/search-words.js does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_GENITIVE = re.compile(r"['’]s(?![^\W_])")
_MARKS = re.compile("[\u0300-\u036f]")
_DOUBLE_ET = re.compile(r"(?<=[aeiouy][^aeiouy][^aeiouyh])ets?$")
_BEFORE_S = "bcdfghjklmnprtv"
_STEMMERS = {
    "sv": snowballstemmer.stemmer("swedish"),
    "da": snowballstemmer.stemmer("danish"),
    "en": snowballstemmer.stemmer("english"),
}

# Words that say nothing of what is sought. They are in no index and are passed over in a question.
STOP = {
    "sv": "alla allt att av blir bli de dem den denna det detta din dina ditt du då där efter ej "
    "eller en ett finns ingen inget inga från för gör göra har hos hur här i in inte jag kan "
    "ha man med men mig min mina mitt mot ni när någon något några nu och om oss på sig sin "
    "sina sitt ska skall som så till under upp ut vad var varför vara vem vi vid vilka vilken "
    "vilket vill vår våra vårt är år åt även över er era ert ok hitta",
    "da": "ad af alle alt at bliver blive da de dem den denne der deres det dette dig din dine dit "
    "du efter eller en er et finde findes for fra få får gør gøre har have hos hun hvad hvem "
    "hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår han her i ikke ind ingen intet "
    "jeg jeres kan kunne man med men mig min mine mit mod må ned nogen noget nogle nu når og "
    "også om op os over på sig sin sine sit skal som så til ud under var ved vi vil vores "
    "være",
    "en": "about after all also am an and any are as at be been but by can could did do does every "
    "find for from get had has have her him his how if in into is it its me my no not of on "
    "or our out she should so some than that the their them then there these they this those "
    "to up us was we were what when where which who whom whose why will with would you your",
}  # fmt: skip


def words(text: str, language: str) -> list[str]:
    """Return the words of a text, in small letters; single letters are none."""
    small = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "")
    if language == "en":
        small = _GENITIVE.sub("", small)
    return [word for word in _WORD.findall(small) if len(word) > 1 or word.isnumeric()]


def joined(text: str) -> list[str]:
    """Return what is written with hyphens as one word: `easyread` for `easy-read`."""
    if "-" not in text:
        return []
    small = unicodedata.normalize("NFC", text).lower()
    return [word.replace("-", "") for word in _JOINED.findall(small)]


@lru_cache(maxsize=200_000)
def fold(word: str, language: str) -> str:
    """Return a word in small letters without marks.

    The many ways to type å, ä, ö, æ and ø become one: spørgsmål, sporgsmal and spoergsmaal.
    """
    plain = word.lower().replace("æ", "ae").replace("ø", "o")
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    if language == "en":
        return plain
    return plain.replace("aa", "a").replace("ae", "a").replace("oe", "o")


@lru_cache(maxsize=200_000)
def stem(folded: str, language: str) -> str:
    """Return the stem of a folded word."""
    bare = _swedish(folded) if language == "sv" else _STEMMERS[language].stemWord(folded)
    # Kurs and kursen, plads and pladser: what is left of the genitive's rule goes too.
    if language != "en" and len(bare) >= 4 and bare[-1] == "s" and bare[-2] in _BEFORE_S:
        return bare[:-1]
    return bare


def _swedish(word: str) -> str:
    # Three endings that the rules of Snowball do not know: mötena, nätverket, frågan.
    if len(word) >= 6 and word.endswith("ena"):
        word = word[:-2]
    word = _DOUBLE_ET.sub("", word)
    word = _STEMMERS["sv"].stemWord(word)
    return word[:-2] if len(word) >= 5 and word.endswith("an") else word


def key(word: str, language: str) -> str:
    """Return the key under which the index has a word."""
    return stem(fold(word, language), language)


@lru_cache(maxsize=3)
def stop_words(language: str) -> frozenset[str]:
    """Return the words that are passed over, folded."""
    return frozenset(fold(word, language) for word in STOP[language].split())
