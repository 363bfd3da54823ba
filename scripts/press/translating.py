"""Records that a translation follows its source, or that it may stay behind for a reason."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from press.content.files import is_hidden
from press.content.frontmatter import hidden
from press.content.library import Library, load, translated_pages
from press.content.pieces import is_section
from press.content.translations import (
    GONE,
    Accepted,
    Behind,
    Line,
    Pair,
    Register,
    command,
    read_register,
    register_path,
    renamed,
    written,
)
from press.problems import Problem, ProblemsFound, did_you_mean
from press.project import LANGUAGES, Project
from press.writing import write_all


@dataclass(frozen=True)
class Reason:
    """Why texts may stay behind, and who answers for it."""

    why: str
    by: str
    day: datetime.date


def follows(
    project: Project, language: str, page: str, names: Sequence[str], reason: Reason | None = None
) -> list[str]:
    """Record that texts of a translation follow their source, or with a reason that they need not.

    names: of texts, or of blocks such as `printables.booking-list`; none stands for the whole page.
    Returns the names of the texts whose lines were changed. Raises ProblemsFound.
    """
    library = load(project)
    pair = _pair(library, language, page)
    register = _register(project, language)
    record = register.pages.get(page, {})
    before = dict(record)
    for new, old in renamed(pair.source, record).items():
        record = {(new if name == old else name): line for name, line in record.items()}
    chosen = _chosen(pair, record, names)
    now = {piece.name: piece.mark for piece in pair.source}
    if reason:
        behind = [one for one in library.translations.behind if one.page == page]
        texts = {one.name: one for one in behind if one.language == language}
        for name in chosen:
            if page not in register.pages:
                texts[name] = _new(pair, name, now)
            if name in texts:
                record[name] = _accepted(texts[name], reason)
    else:
        for name in chosen:
            record.pop(name, None)
            if name in now:
                record[name] = Line(now[name])
    changed = [name for name in chosen if before.get(name) != record.get(name)]
    if changed or page not in register.pages:
        register.pages[page] = _in_order(pair, record)
        _write(project, register, language)
    return changed


def record_missing(project: Project) -> list[str]:
    """Record every translation of which nothing is known as following its source; return the files.

    For texts whose translations somebody has read already. No command calls it: for a new page its
    translator says so, language by language.
    """
    library, changed = load(project), []
    for language in LANGUAGES:
        register = _register(project, language)
        pairs = {pair.page: pair for pair in translated_pages(library, language)}
        new = [pair for page, pair in pairs.items() if page not in register.pages]
        for pair in new:
            register.pages[pair.page] = {piece.name: Line(piece.mark) for piece in pair.source}
        if new:
            _write(project, register, language)
            changed.append(register.path)
    return changed


def _pair(library: Library, language: str, page: str) -> Pair:
    """Return the page in that language with its source. Raises ProblemsFound."""
    if language not in LANGUAGES:
        raise _refused(f"no language is called `{language}`; write one of {', '.join(LANGUAGES)}")
    pairs = {pair.page: pair for pair in translated_pages(library, language)}
    if page in pairs:
        return pairs[page]
    broken = [problem for problem in library.problems if problem.path.endswith(f"/{page}.md")]
    if broken:
        raise ProblemsFound(broken)
    if any(e.model.id == page and e.language == language for e in library.entries.values()):
        raise _refused(f"`{page}` was written in `{language}` first; the others follow it")
    raise _refused(f"no page is called `{page}`{did_you_mean(page, pairs)}", language)


def _refused(message: str, language: str = "") -> ProblemsFound:
    path = register_path(language) if language else "docs/translations"
    return ProblemsFound([Problem(path, 1, "", message)])


def _register(project: Project, language: str) -> Register:
    register, problems = read_register(project, language)
    if problems:
        raise ProblemsFound(problems)
    return register


def _chosen(pair: Pair, record: Mapping[str, Line], names: Sequence[str]) -> list[str]:
    """Return the texts that names stand for, in the order of the source. Raises ProblemsFound."""
    known = list(dict.fromkeys([*(piece.name for piece in pair.source), *record]))
    strange = [name for name in names if not any(_within(one, name) for one in known)]
    if strange:
        blocks = {".".join(name.split(".")[:n]) for name in known for n in range(1, 9)}
        hints = (f"`{pair.page}` has no `{one}`{did_you_mean(one, blocks)}" for one in strange)
        raise ProblemsFound(Problem(pair.source_path, 1, "", hint) for hint in hints)
    return [one for one in known if not names or any(_within(one, name) for name in names)]


def _within(name: str, block: str) -> bool:
    return name == block or name.startswith(f"{block}.")


def _new(pair: Pair, name: str, now: Mapping[str, str]) -> Behind:
    """Return a text of a page of which nothing is known yet."""
    return Behind(
        pair.language, pair.page, name, "new", "", now[name], pair.path, 1, pair.source_path, 1
    )


def _accepted(text: Behind, reason: Reason) -> Line:
    for sign in f"{reason.why}{reason.by}":
        if is_hidden(sign):
            raise _refused(f"who or why {hidden(sign)}", text.language)
    try:
        accepted = Accepted(
            was=text.was or None,
            accepted=text.now or GONE,
            by=reason.by,
            day=reason.day,
            why=reason.why,
        )
    except ValidationError:
        message = "who and why are each one line: 80 and 300 characters at the most"
        raise _refused(message, text.language) from None
    return Line(text.was, accepted)


def _in_order(pair: Pair, record: Mapping[str, Line]) -> dict[str, Line]:
    """Return a page's lines in its source's order; sections that are gone there stay where they were."""
    order = [piece.name for piece in pair.source if piece.name in record]
    before = ""
    for name in record:
        if name not in order and is_section(name):
            order.insert(order.index(before) + 1 if before in order else len(order), name)
        before = name
    return {name: record[name] for name in order}


def _write(project: Project, register: Register, language: str) -> None:
    try:
        write_all({project.root / register.path: written(register, language).encode()})
    except OSError as error:
        message = f"cannot be written ({error.strerror}); nothing was recorded"
        raise ProblemsFound([Problem(register.path, 1, "", message)]) from error


# The table for translators.


def table(library: Library) -> str:
    """Return in readable text how the translations stand, language by language."""
    parts = [_part(library, language) for language in LANGUAGES]
    return "\n".join(["How the translations stand", "", *parts, library.translations.summary(), ""])


def _part(library: Library, language: str) -> str:
    pages = list(translated_pages(library, language))
    known = library.translations.registers.get(language, Register("")).pages
    texts = sum(len(pair.source) for pair in pages)
    lines = [f"{language}: {len(pages)} translated pages, {texts} texts", ""]
    found = [one for one in library.translations.behind if one.language == language]
    lines += _rows("Behind their source:", (one for one in found if one.accepted is None))
    lines += _rows("Accepted as they are:", (one for one in found if one.accepted))
    missing = [pair for pair in pages if pair.page not in known]
    if missing:
        lines.append("Nobody has said what these follow:")
        lines += [f"  {pair.path}  ({command(language, pair.page)})" for pair in missing]
        lines.append("")
    return "\n".join(lines if len(lines) > 2 else [*lines, "All follow their source.", ""])


_SAYS = {
    "changed": "changed in the source",
    "new": "new in the source, or never recorded",
    "gone": "gone from the source",
}


def _rows(heading: str, found: Iterable[Behind]) -> list[str]:
    lines: list[str] = []
    page = ""
    for one in found:
        if one.page != page:
            page = one.page
            lines += [f"  {page}   {command(one.language, page)}"]
        marks = f"{one.was or '–':8} → {one.now or '–':8}"
        lines += [
            f"    {one.name}",
            f"      {marks}  {_SAYS[one.state]}",
            f"      translation  {one.path}:{one.line}",
            f"      source       {one.source_path}:{one.source_line}",
        ]
        if one.accepted:
            said = one.accepted
            lines.append(f"      accepted     {said.by}, {said.day}: {said.why}")
    return [heading, "", *lines, ""] if lines else []
