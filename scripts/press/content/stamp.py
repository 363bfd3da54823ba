"""Whether a printable says something else than its edition did: paper with that edition is out there.

The front matter keeps a short hash of the content beside the edition. When the two no longer agree, one
problem tells the lines to write. QR codes on paper carry the edition (render/arrival.py).
"""

from __future__ import annotations

import datetime
import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from press.content.frontmatter import Location, Source
from press.content.printables.base import Change, PrintableBase
from press.problems import Problem

_LETTERS = "bcdfghjklmnpqrst"
# What is not printed: the stamp itself, and what only the print shop asks for. An id that changes
# (a renamed printable) does not make old paper say anything else.
_NOT_CONTENT = {"id", "edition", "content", "changes", "readers", "stages"}
_MOST_NAMED = 3  # parts in one message
_LONGEST = 200  # letters of suggested sentences in one message
UNWRITTEN = "…"


@dataclass(frozen=True)
class Part:
    """A chapter or printable that another printable is put together of."""

    id: str
    title: str
    edition: datetime.date


@dataclass(frozen=True)
class Drawn:
    """What a printable prints beside its own front matter.

    texts: words that stand in registers, such as the glossary's explanations.
    """

    parts: tuple[Part, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stamped:
    """A printable with all that its stamp is judged by.

    at: where it stands in its source. issued: editions that are known to be out on paper.
    new_part: what to say of a part that has a new edition; `{title}` in it is filled in.
    """

    printable: PrintableBase
    source: Source
    at: Location
    drawn: Drawn = field(default_factory=Drawn)
    issued: Collection[datetime.date] = ()
    new_part: str = "{title}"


def stamp(printable: PrintableBase, drawn: Drawn | None = None) -> str:
    """Return eight letters that change with what a printable says, and with nothing else.

    They do not depend on how the front matter is written, nor on fields that are left at their default:
    a field that is added to a model later changes no stamp.
    """
    drawn = drawn or Drawn()
    whole: dict[str, object] = {
        "own": printable.model_dump(mode="json", exclude=_NOT_CONTENT, exclude_defaults=True)
    }
    if drawn.parts:
        whole["parts"] = [[part.id, part.edition.isoformat()] for part in drawn.parts]
    if drawn.texts:
        whole["texts"] = drawn.texts
    return letters_of(json.dumps(whole, sort_keys=True, ensure_ascii=False))


def letters_of(text: str) -> str:
    """Return eight letters that stand for a text."""
    digits = hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]
    return "".join(_LETTERS[int(digit, 16)] for digit in digits)


def editions_of(printable: PrintableBase) -> list[datetime.date]:
    """Return a printable's editions, the newest first."""
    return [printable.edition, *(change.before for change in printable.changes)]


def changes_since(printable: PrintableBase, edition: datetime.date) -> list[Change]:
    """Return what has changed since an edition, the newest first."""
    return [change for change in printable.changes if change.before >= edition]


def check_stamp(one: Stamped, today: datetime.date) -> Problem | None:
    """Return what is to be written beside a printable's edition, or None when all is well."""
    name: Location = ("content",)
    right = stamp(one.printable, one.drawn)
    if one.printable.content is None:
        message = f"`content` is missing; write `content: {right}` below `edition`"
        return _problem(one, ("edition",), message)
    found = next(_chain_faults(one), None)
    if found:
        return _problem(one, *found)
    if one.printable.content == right:
        return None
    if one.printable.edition < today:
        return _problem(one, ("edition",), _new_edition(one, right, today))
    return _problem(one, name, _same_day(one, right))


def _problem(one: Stamped, place: Location, message: str) -> Problem:
    return one.source.problem((*one.at, *place), message)


def _new_edition(one: Stamped, right: str, today: datetime.date) -> str:
    before = one.printable.edition
    newer = [part for part in one.drawn.parts if part.edition > before]
    why = f"the content has changed since edition {before}"
    if newer:
        named = ", ".join(f"`{part.id}` of {part.edition}" for part in newer[:_MOST_NAMED])
        more = " and more" if len(newer) > _MOST_NAMED else ""
        why = f"since edition {before} it has got newer parts: {named}{more}"
    elif one.drawn.texts:
        why += " (its own, or what it prints from elsewhere)"
    lines = _with_line(one, today, before, newer)
    return f"{why}; write `edition: {today}`, `content: {right}` and {lines}"


def _same_day(one: Stamped, right: str) -> str:
    edition = one.printable.edition
    after = edition + datetime.timedelta(days=1)
    return (
        f"the content is another than this stamp says; write `content: {right}`. If paper of edition "
        f"{edition} is out already, write `edition: {after}` too, and {_with_line(one, after, edition)}"
    )


def _with_line(
    one: Stamped, edition: datetime.date, before: datetime.date, newer: Iterable[Part] = ()
) -> str:
    """Return in words where to write what line of `changes`."""
    where = "first under `changes:`" if one.printable.changes else "below it `changes:` with"
    return f"{where} `{_line(one, edition, before, newer)}`, saying what has changed"


def _line(
    one: Stamped, edition: datetime.date, before: datetime.date, newer: Iterable[Part] = ()
) -> str:
    every = [one.new_part.replace("{title}", part.title) for part in newer]
    told = [text for n, text in enumerate(every) if len("".join(every[: n + 1])) <= _LONGEST]
    if len(told) < max(1, len(every)):
        told.append(UNWRITTEN)
    said = ", ".join(json.dumps(text, ensure_ascii=False) for text in told)
    return f"- {{edition: {edition}, before: {before}, changed: [{said}]}}"


def _chain_faults(one: Stamped) -> Iterator[tuple[Location, str]]:
    """Yield where the editions do not lead from the newest back to the first, and what to write."""
    yield from _links(one)
    yield from _newest(one)
    yield from _lost(one)
    for n, change in enumerate(one.printable.changes):
        if UNWRITTEN in change.changed:
            place = ("changes", n, "changed", change.changed.index(UNWRITTEN))
            yield place, f"say in a sentence what has changed, in the place of {UNWRITTEN}"


def _links(one: Stamped) -> Iterator[tuple[Location, str]]:
    changes = one.printable.changes
    for n, change in enumerate(changes):
        if change.before >= change.edition:
            message = f"must be earlier than {change.edition}, the edition that came after it"
            yield ("changes", n, "before"), message
        if n + 1 < len(changes) and change.before != changes[n + 1].edition:
            message = f"must be {changes[n + 1].edition}, the edition of the next line below"
            yield ("changes", n, "before"), message


def _newest(one: Stamped) -> Iterator[tuple[Location, str]]:
    """The edition is the newest of the changes."""
    printable = one.printable
    if not printable.changes or printable.changes[0].edition == printable.edition:
        return
    told = printable.changes[0].edition
    if printable.edition < told:
        yield ("edition",), f"is older than the newest under `changes`; write `edition: {told}`"
        return
    yield ("edition",), _untold(one, told)


def _lost(one: Stamped) -> Iterator[tuple[Location, str]]:
    """Every edition that is out on paper stays in the list."""
    known = editions_of(one.printable)
    lost = max(set(one.issued) - set(known), default=None)
    if lost is None:
        return
    if lost > known[0]:
        message = f"edition {lost} has been printed; this one cannot be older"
    elif lost > known[-1]:
        message = f"edition {lost} has been printed and is missing here; put its line back"
        yield ("changes",), message
        return
    elif one.printable.changes:
        line = _line(one, known[-1], lost)
        message = f"edition {lost} has been printed and is missing here; write last `{line}`"
        yield ("changes",), message
        return
    else:
        message = _untold(one, lost)
    yield ("edition",), message


def _untold(one: Stamped, before: datetime.date) -> str:
    """Return what to write for an edition that is new, but does not say what has changed."""
    edition = one.printable.edition
    right = stamp(one.printable, one.drawn)
    also = "" if right == one.printable.content else f"`content: {right}` and "
    return (
        f"does not say what has changed since edition {before}; write {also}"
        f"{_with_line(one, edition, before)}"
    )
