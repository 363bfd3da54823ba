"""Says relative times in words: `-6w` becomes "6 weeks before"."""

from __future__ import annotations

import datetime

from babel.dates import format_date

from press.content.fields import in_days
from press.render.words import Words

LOCALES = {"sv": "sv_SE", "da": "da_DK", "en": "en_GB"}


def relative(when: str, words: Words) -> str:
    """Return a relative time (`-6w`, `+1d`, `0d`) in the words' language."""
    days = in_days(when)
    if days == 0:
        return words["when_same_day"]
    number, unit = int(when[1:-1]), {"d": "days", "w": "weeks"}[when[-1]]
    key = f"when_{unit}_{'before' if days < 0 else 'after'}"
    return words[f"{key}_one"] if number == 1 else words.fill(key, n=number)


def long_date(day: datetime.date, language: str) -> str:
    """Return a day as one writes it: `1 februari 2027`, `1. februar 2027`, `1 February 2027`."""
    return format_date(day, "long", LOCALES[language])


def on_date(when: str, start: str, language: str) -> str:
    """Return the day that lies when (such as `-6w`) from start, an ISO date, in words."""
    first = datetime.date.fromisoformat(start)
    return long_date(first + datetime.timedelta(days=in_days(when)), language)
