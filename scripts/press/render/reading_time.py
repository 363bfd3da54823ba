"""How long a chapter takes to read."""

from __future__ import annotations

import re

from press.content.body import body_of
from press.content.library import Entry

# Slower than the 238 words a minute of silent reading in English (Brysbaert 2019): many readers here
# are new to the subject or read in their second language.
WORDS_A_MINUTE = 200
_MARK = re.compile(r"\[\[[^\[\]]*\]\]")


def minutes(words: int) -> int:
    """Return the minutes it takes to read that many words; one at the least."""
    return max(1, round(words / WORDS_A_MINUTE))


def words_of(entry: Entry) -> int:
    """Return how many words a page's own text has, without title, summary and printables."""
    root, _ = body_of(entry.source).read
    return 0 if root is None else len(_MARK.sub(" ", root.text_content()).split())
