"""A chapter as plain Markdown that needs no page around it, and the list of all such texts.

The form of the list, and the name `index.html.md`, are those of https://llmstxt.org/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from press.content.chapter import Chapter
from press.content.library import Entry
from press.project import LANGUAGES
from press.render.behind import sentence, withheld_line
from press.render.desk import Desk
from press.render.kinds import KINDS
from press.render.paperdata import audience, chapter_blocks, outside_data, outside_of, sources_of
from press.render.prose import Block, Run
from press.render.urls import printable_file

# Signs that Markdown would read as its own: anywhere, and at the start of a line.
_ANYWHERE = re.compile(r"([\\`*_\[\]<])")
_AT_START = re.compile(r"^(\d*)([#>+.)-])")


def text_file(entry: Entry) -> str:
    """Return where a chapter's plain text lies in the site."""
    return f"{entry.url}index.html.md"


def chapter_text(entry: Entry, desk: Desk) -> str:
    """Return a chapter as Markdown whose links are whole. Raises Unprintable."""
    chapter, words = entry.model, desk.words
    assert isinstance(chapter, Chapter)
    facts = [
        f"{words['for']}: {', '.join(audience(chapter.audience, words))}",
        f"{words['text_language']}: {words[f'lang_{entry.language}']} ({entry.language})",
        f"{words['edition'].capitalize()}: {chapter.edition.isoformat()}",
        f"{words['text_address']}: {desk.address(entry)}",
    ]
    body = _Writer(desk.site_url).blocks(chapter_blocks(entry, desk, with_rest=False))
    parts = [
        f"# {_escaped(chapter.title)}",
        _escaped(chapter.summary),
        _escaped(sentence(entry, desk)),
        _listed(facts),
        body,
        *_printables(chapter, desk),
        *_questions(chapter, desk),
        *_sources(chapter, desk),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _printables(chapter: Chapter, desk: Desk) -> Iterator[str]:
    if not chapter.printables:
        return
    yield f"## {desk.words['text_printables']}"
    lines = []
    for printable in chapter.printables:
        if desk.is_withheld(printable.id):
            lines.append(_escaped(withheld_line(printable, desk)))
            continue
        reading = KINDS[printable.kind].copies_of(printable)[0]
        address = desk.site_url + printable_file(desk.language, printable, reading)
        lines.append(f"{_linked(printable.title, address)}: {_escaped(printable.summary)}")
    yield _listed(lines)


def _questions(chapter: Chapter, desk: Desk) -> Iterator[str]:
    words = desk.words
    if chapter.questions:
        yield f"## {words['ask_heading']}"
    for number, question in enumerate(chapter.questions, 1):
        yield f"**{number}. {_escaped(question.question)}**"
        if question.answer:
            yield f"{words['ask_one_answer']}: {_escaped(question.answer)}"
            continue
        yield _listed(
            f"{_escaped(option.text)} **"
            f"{words['ask_option_right' if option.right else 'ask_option_wrong']}.** "
            f"{_escaped(option.why)}"
            for option in question.options
        )


def _sources(chapter: Chapter, desk: Desk) -> Iterator[str]:
    words, language = desk.words, desk.language
    sources = [source.title[language] for source in sources_of(chapter, desk.library)]
    if sources:
        yield f"## {words['sources_label']}"
        yield f"{words['chapter_rests_on']}:"
        yield _listed(map(_escaped, sources))
    outside = [outside_data(f, language, words) for f in outside_of(chapter, desk.library)]
    if outside:
        yield f"## {words['outside_heading']}"
        yield words["outside_explained"]
        yield _listed(
            f"{fact['id']}: {_escaped(fact['text'])} ({_escaped(fact['where'])}; {fact['certainty']})"
            for fact in outside
        )


def llms_text(desks: dict[str, Desk]) -> str:
    """Return the site's list of chapters for programs that read text, language by language."""
    english = desks["en"].words
    parts = [f"# {english['site_name']}", f"> {english['llms_intro']}", english["llms_how"]]
    for language in LANGUAGES:
        desk = desks[language]
        name = desk.words[f"lang_{language}"].capitalize()
        parts.append(f"## {name} ({language})")
        parts.append(
            _listed(
                f"{_linked(entry.model.title, desk.site_url + text_file(entry))}: "
                f"{_escaped(entry.model.summary)}"
                for entry in desk.library.chapters(language)
            )
        )
    return "\n\n".join(part for part in parts if part) + "\n"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _linked(title: str, address: str) -> str:
    return f"[{_escaped(title)}]({address})"


def _escaped(text: str) -> str:
    return _ANYWHERE.sub(r"\\\1", text)


class _Writer:
    """Writes the blocks that paper is drawn from (render/prose.py) as Markdown."""

    def __init__(self, site_url: str) -> None:
        self.site_url = site_url

    def blocks(self, found: list[Block], between: str = "\n\n") -> str:
        return between.join(text for block in found if (text := self.block(block)))

    def block(self, block: Block) -> str:
        write: Callable[[Block], str] = getattr(self, f"_{block['kind']}")
        return write(block)

    def _heading(self, block: Block) -> str:
        return f"{'#' * block['level']} {self._runs(block['runs'])}"

    def _paragraph(self, block: Block) -> str:
        return _AT_START.sub(r"\1\\\2", self._runs(block["runs"]))

    def _list(self, block: Block) -> str:
        between = "\n" if block["tight"] else "\n\n"
        items = []
        for number, item in enumerate(block["items"], 1):
            mark = f"{number}. " if block["ordered"] else "- "
            text = self.blocks(item, between)
            indent = " " * max(4, len(mark))  # four: every reader of Markdown agrees on it
            items.append(mark + text.replace("\n", f"\n{indent}"))
        return re.sub(r"\n +(?=\n)", "\n", between.join(items))

    def _box(self, block: Block) -> str:
        inside = block["blocks"]
        glue = " " if inside and inside[0]["kind"] == "paragraph" else "\n\n"
        return f"**{_escaped(block['title'])}:**{glue}{self.blocks(inside)}"

    def _quote(self, block: Block) -> str:
        return re.sub(r"^", "> ", self.blocks(block["blocks"]), flags=re.M)

    def _code(self, block: Block) -> str:
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", block["text"]))])
        return f"{fence}\n{block['text']}\n{fence}"

    def _table(self, block: Block) -> str:
        rows = [block["head"], [[{"text": "---"}]] * block["columns"], *block["rows"]]
        return "\n".join(f"| {' | '.join(map(self._cell, row))} |" for row in rows)

    def _cell(self, runs: list[Run]) -> str:
        return self._runs(runs).replace("|", "\\|").replace("  \n", " ")

    def _picture(self, block: Block) -> str:
        address = self.site_url + block["path"].removeprefix("/docs/")
        return f"![{_escaped(block['alt'])}]({address.replace(' ', '%20')})"

    def _drawing(self, block: Block) -> str:
        says = _escaped(block["says"])
        meetings = [f"{n}. {_escaped(text)}" for n, text in enumerate(block["meetings"], 1)]
        return "\n\n".join([says, "\n".join(meetings)] if meetings else [says])

    def _printable(self, block: Block) -> str:
        if "withheld" in block:
            return _escaped(block["withheld"])
        return f"{_linked(block['title'], block['address'])}: {_escaped(block['summary'])}"

    def _runs(self, runs: list[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        if run.get("kind") == "break":
            return "  \n"
        if "note" in run:
            return f"{run['text'][: -len(run['note'])]}({run['note']})"
        text = run["text"]
        inner = text.strip()
        if not inner:
            return text
        before, _, after = text.partition(inner)
        return f"{before}{self._styled(inner, run)}{after}"

    def _styled(self, text: str, run: Run) -> str:
        made = f"`{text}`" if run.get("kind") == "code" and "`" not in text else _escaped(text)
        if run.get("emph"):
            made = f"*{made}*"
        if run.get("strong"):
            made = f"**{made}**"
        return f"[{made}]({run['href']})" if run.get("href") else made
