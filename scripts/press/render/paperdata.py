"""The data that paper is drawn from: plain values, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from press.content.body import DRAWINGS, OUTSIDE_MARK
from press.content.chapter import Chapter
from press.content.course import PLACE
from press.content.kinds import Printable
from press.content.library import PATH_MARK, Entry, Library
from press.content.registers import OutsideFact, SourceText
from press.content.resources import PAGE as RESOURCES_PAGE
from press.content.resources import PLACE as RESOURCES_PLACE
from press.render.behind import sentence, withheld_line
from press.render.courseforms import course_blocks
from press.render.desk import Desk
from press.render.paths import Ways, steps_table
from press.render.prose import Block
from press.render.resources import resources_table
from press.render.words import Words

Data = dict[str, Any]

# The interface words that templates in overrides/print use. Only these are part of a document's data,
# so that a new button on the web does not make every paper be drawn anew.
PAPER_WORDS = (
    "binder_behind", "binder_register", "booklet_rests_on", "booklet_web", "certainty",
    "chapter_rests_on", "contact_box", "contents", "edition", "for", "found_at", "of",
    "outside_explained", "outside_heading", "own_notes", "page", "print_copy", "print_from",
    "qr_chapter", "qr_current",  "sources_label", "spine_cut", "terms_used", "tile_column", "tile_how",
    "tile_row", "times_from", "welcome", "whom_to_ask",
)  # fmt: skip
_MARK = re.compile(r"^\[\[([a-z][a-z0-9-]*)\]\]$")


def chapter_data(entry: Entry, desk: Desk) -> Data:
    """Return the data of a chapter's PDF. Raises Unprintable for text that has no form on paper."""
    chapter = entry.model
    assert isinstance(chapter, Chapter)
    shared = shared_data(entry, desk)
    return shared | {
        "qr": desk.chapter_qr(entry),
        "id": chapter.id,
        "title": chapter.title,
        "summary": chapter.summary,
        "edition": chapter.edition.isoformat(),
        "part": desk.words[f"part_{entry.part}"],
        "audience": ", ".join(audience(chapter.audience, desk.words)),
        **behind_data(entry, desk),
        "blocks": chapter_blocks(entry, desk),
        "rests_on": [source.title[entry.language] for source in sources_of(chapter, desk.library)],
        "outside": [
            outside_data(fact, entry.language, desk.words)
            for fact in outside_of(chapter, desk.library)
        ],
        "labels": {},
        "ask": _ask(chapter, desk.words),
        "terms": _terms(entry, desk),
    }


def _terms(entry: Entry, desk: Desk) -> Data | None:
    """Return the words that the web page explains where it first uses them."""
    found = [{"term": word["term"], "text": word["text"]} for word in desk.words_in(entry)]
    return {"heading": desk.words["terms_here"], "words": found} if found else None


def behind_data(entry: Entry, desk: Desk) -> Data:
    """Return the sentence that tells of a newer source; nothing where there is none."""
    said = sentence(entry, desk)
    return {"behind": said} if said else {}


def _ask(chapter: Chapter, words: Words) -> Data | None:
    """Return the questions for a group around a table: without answers, which the web page has."""
    if not chapter.questions:
        return None
    return {
        "heading": words["ask_heading"],
        "note": words["ask_on_paper"],
        "several": words["ask_choose_several"],
        "questions": [
            {
                "text": question.question,
                "several": question.several,
                "options": [option.text for option in question.options],
            }
            for question in chapter.questions
        ],
    }


def chapter_blocks(entry: Entry, desk: Desk, with_rest: bool = True) -> list[Block]:
    """Return a chapter's text as blocks, with its printables where the text names them.

    with_rest: add at the end those that the text does not name.
    """
    assert isinstance(entry.model, Chapter)
    tree = [_drawn(block, entry, desk) for block in desk.prose(entry.source.path)]
    if entry.model.course:
        tree = _with_course(tree, course_blocks(entry, desk))
    return _with_marks(tree, entry.model, desk, with_rest)


def shared_data(entry: Entry, desk: Desk) -> Data:
    """Return what every paper carries: language, words, and where it comes from."""
    chapter = entry.model
    assert isinstance(chapter, Chapter)
    names = [source.publisher for source in sources_of(chapter, desk.library)]
    if chapter.outside_facts:
        names.append(desk.words["sources_others"])
    return {
        "lang": entry.language,
        "words": {key: desk.words[key] for key in PAPER_WORDS}
        | {"qr_chapter": desk.words[f"qr_{desk.library.page_kind(chapter)}"]},
        "publisher": desk.words["site_name"],
        "source_note": desk.words.fill("sources_short", names="; ".join(names)) if names else "",
        "address": desk.short_address(chapter.id),
        "short": desk.short_text(chapter.id),
        "local": desk.local,
    }


def sources_of(chapter: Chapter, library: Library) -> list[SourceText]:
    """Return the source texts a chapter names, in its own order."""
    assert library.sources is not None
    known = {source.id: source for source in library.sources.sources}
    return [known[name] for name in chapter.sources]


def outside_of(chapter: Chapter, library: Library) -> list[OutsideFact]:
    """Return the outside facts a chapter names, in its own order."""
    assert library.sources is not None
    known = {fact.id: fact for fact in library.sources.outside}
    return [known[name] for name in chapter.outside_facts]


def outside_data(fact: OutsideFact, language: str, words: Words) -> Data:
    """Return an outside fact in one language, with its certainty in words."""
    return {
        "id": fact.id,
        "text": fact.text[language],
        "where": fact.where[language].rstrip("."),
        "certainty": words[f"certainty_{fact.certainty}"],
    }


def audience(names: Iterable[str], words: Words) -> list[str]:
    """Return readers in words."""
    return [words[f"audience_{name}"] for name in names]


def _with_marks(tree: list[Block], chapter: Chapter, desk: Desk, with_rest: bool) -> list[Block]:
    """Return the tree with `[[booking-list]]` turned into blocks and `[[D6]]` into small raised ids."""
    printables = {printable.id: printable for printable in chapter.printables}
    done: list[Block] = []
    for block in tree:
        mark = _MARK.match(_plain(block))
        if block["kind"] == "paragraph" and mark and mark[1] in printables:
            printable = printables.pop(mark[1])
            done.append(_printable_block(printable, chapter, desk))
        else:
            done.append(_raise_ids(block))
    rest = printables.values() if with_rest else ()
    return done + [_printable_block(printable, chapter, desk) for printable in rest]


def _with_course(tree: list[Block], course: list[Block]) -> list[Block]:
    """Return the tree with the course where it says `[[course]]`, or else at its end."""
    for n, block in enumerate(tree):
        mark = _MARK.match(_plain(block))
        if block["kind"] == "paragraph" and mark and mark[1] == PLACE:
            return [*tree[:n], *course, *tree[n + 1 :]]
    return [*tree, *course]


def _drawn(block: Block, entry: Entry, desk: Desk) -> Block:
    """Return a paragraph that is `[[drawing-loop]]` as a drawing with its words; others as they are.

    `[[path]]` becomes a table of the steps of the learning path whose page it stands on, `[[resources]]`
    one of what is found elsewhere.
    """
    mark, words = _MARK.match(_plain(block)), desk.words
    path = desk.library.path_of_page(entry.model.id)
    if block["kind"] == "paragraph" and mark and mark[1] == PATH_MARK and path:
        return steps_table(path, Ways(desk))
    if mark and mark[1] == RESOURCES_PLACE and entry.model.id == RESOURCES_PAGE:
        return resources_table(desk.library, desk)
    if block["kind"] != "paragraph" or mark is None or mark[1] not in DRAWINGS:
        return block
    name = mark[1].removeprefix("drawing-")
    meetings = [words[f"drawing_meeting_{n}"] for n in range(1, 5)] if name == "loop" else []
    return {"kind": "drawing", "name": name, "says": words[f"drawing_{name}"], "meetings": meetings}


def _printable_block(printable: Printable, chapter: Chapter, desk: Desk) -> Block:
    left = desk.is_withheld(printable.id)
    # Beside the title and not in its place: from a booklet's words its terms are chosen, and its stamp.
    return {
        **({"withheld": withheld_line(printable, desk)} if left else {}),
        "kind": "printable",
        "title": printable.title,
        "summary": printable.summary,
        "address": f"{desk.address(desk.chapter(chapter.id))}#{printable.id}",
        "shown": desk.short_text(chapter.id),
    }


def _plain(block: Block) -> str:
    return "".join(run.get("text", "") for run in block.get("runs", [])).strip()


def _raise_ids(value: Any) -> Any:
    if isinstance(value, list):
        done: list[Any] = []
        for part in value:
            done += (
                _raised(part)
                if isinstance(part, dict) and part.get("kind") == "text"
                else [_raise_ids(part)]
            )
        return done
    if isinstance(value, dict):
        return {key: _raise_ids(part) for key, part in value.items()}
    return value


def _raised(run: Block) -> list[Block]:
    """Split a run of text at its `[[D6]]` marks; marks that follow each other are parted by a comma."""
    parts = OUTSIDE_MARK.split(run["text"])
    runs: list[Block] = []
    for n, part in enumerate(parts):
        if n % 2:
            glue = ", " if runs and "note" in runs[-1] else "\u00a0"
            runs.append({"kind": "text", "text": f"{glue}{part}", "note": part})
        elif kept := part.rstrip() if n + 1 < len(parts) else part:
            runs.append({**run, "text": kept})
    return runs
