"""How long a chapter takes to read."""

from __future__ import annotations

import re

from press.content.body import body_of
from press.content.frontmatter import Source
from press.content.library import Entry

# Slower than the 240 words a minute of silent reading: these readers are often tired, and stop to think.
WORDS_A_MINUTE = 180
# Our own choice: whoever chooses easy-read text often reads slowly, or hears it read aloud.
EASY_WORDS_A_MINUTE = 110
_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def words_in(entry: Entry) -> int:
    """Return how many words a page's text has, without front matter."""
    return _words(entry.source)


def _words(source: Source) -> int:
    root, _ = body_of(source).read
    return len(_WORD.findall(root.text_content())) if root is not None else 0


def minutes(entry: Entry) -> int:
    """Return the minutes it takes to read a page, at least one."""
    return max(1, round(words_in(entry) / WORDS_A_MINUTE))


def easy_minutes(entry: Entry) -> int:
    """Return the minutes it takes to read a chapter's easy-read version, at least one."""
    source = entry.easy.source if entry.easy else entry.source
    return max(1, round(_words(source) / EASY_WORDS_A_MINUTE))
