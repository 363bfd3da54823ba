"""Makes a site of many pages out of the real one: its own chapters again and again, partly other words.

A chapter's copies keep its links, headings and easy-read text; they have no printables, so that what is
measured is pages. The same number gives the same site. By hand:

    PYTHONPATH=scripts .venv/bin/python -m bench.manysite FOLDER PAGES
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from itertools import count, islice
from pathlib import Path

import yaml

from bench.manypages import changed, invented
from press.content.library import PARTS, file_of
from press.content.register import numbered
from press.project import LANGUAGES, Project
from press.translating import record_missing

ROOT = Path(__file__).resolve().parent.parent.parent
_FRONT = re.compile(r"---\n(.*?)\n---\n", re.S)
# A line in which another word changes nothing but what is read.
_PLAIN = re.compile(r"[^\W\d_][^\[\]`<>|{}*_]*$")


def grown(folder: Path, pages: int) -> Path:
    """Add chapters to the copy of the project in folder until it has so many pages, and return it.

    pages: of all languages together; fewer than there are leaves the site as it is.
    """
    docs, chance = folder / "docs", random.Random(1)
    real = [slug for slug in _slugs(docs) if slug.partition("/")[0] in PARTS and "/" in slug]
    missing = -(-pages // len(LANGUAGES)) - len(_slugs(docs))
    added = []
    for number in islice(count(1), max(0, missing)):
        slug = real[number % len(real)]
        added.append(f"{slug}-{number}")
        for language in LANGUAGES:
            _again(docs / language, slug, number, chance)
    _listed(folder / "mkdocs.yml", added)
    chapters = (slug.split("/") for slug in (*real, *added))
    register = numbered({name: part for part, name in chapters})
    path = docs / "chapters.yml"
    printed = "".join(path.read_text(encoding="utf-8").partition("\nprintables:\n")[1:])
    path.write_text(register + printed, encoding="utf-8")
    record_missing(Project(folder))
    return folder


def _slugs(docs: Path) -> list[str]:
    """Return the slugs of all pages, in order; of a part's page as of others."""
    own = docs / LANGUAGES[0]
    found = (path.relative_to(own).as_posix() for path in own.rglob("*.md"))
    plain = (path.removesuffix(".md") for path in found if not path.endswith(".easy.md"))
    return sorted(slug.removesuffix("/index") for slug in plain)


def _again(docs: Path, slug: str, number: int, chance: random.Random) -> None:
    text = (docs / f"{slug}.md").read_text(encoding="utf-8")
    front = _FRONT.match(text)
    assert front
    said = yaml.safe_load(front[1])
    marks = "|".join(re.escape(one["id"]) for one in said["printables"])
    said["printables"] = []
    said["id"] = f"{said['id']}-{number}"
    said["title"] = f"{invented(chance)} {invented(chance)} {number}".capitalize()
    body = text[front.end() :]
    if marks:
        body = re.sub(rf"^\[\[(?:{marks})\]\]\n+", "", body, flags=re.M)
    lines = [changed(line, chance) if _PLAIN.match(line) else line for line in body.split("\n")]
    told = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
    target = docs / f"{slug}-{number}.md"
    target.write_text(f"---\n{told}---\n" + "\n".join(lines), encoding="utf-8")
    easy = docs / f"{slug}.easy.md"
    if easy.exists():
        shutil.copyfile(easy, docs / f"{slug}-{number}.easy.md")


def _listed(settings: Path, added: list[str]) -> None:
    """Put chapters at the end of their part in the menu."""
    text = settings.read_text(encoding="utf-8")
    for part in PARTS:
        own = "".join(f"      - {file_of(slug)}\n" for slug in added if slug.startswith(f"{part}/"))
        listed = re.compile(rf"(  - {part}:\n(?:      - .*\n)+)")
        text = listed.sub(lambda found, own=own: found[1] + own, text)
    settings.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    from bench.builds import copy_of

    where, how_many = sys.argv[1:]
    grown(copy_of(ROOT, Path(where)), int(how_many))
