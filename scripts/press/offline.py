"""Packs the finished site into one ZIP that opens from a USB stick, with no server and no network."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from press.problems import Problem, ProblemsFound
from press.project import LANGUAGES, Project
from press.render.fragments import environment
from press.render.frame import HOMES
from press.render.times import long_date
from press.render.words import Words, load_words
from press.web.assets import SCRIPTS, STYLE
from press.web.modules import as_classic, is_module
from press.web.offline import offline_page, offline_style, unfit_names
from press.web.policy import OFFLINE_POLICY, with_policy
from press.zips import write_zip

FOLDER = "slingan"  # of the site, inside the ZIP
START, README = "START.html", "README.txt"

# What only web servers, search engines and programs have use for. From a folder no 404 page is shown.
_LEFT_OUT = re.compile(
    r"(_headers|_redirects|robots\.txt|llms\.txt|sitemap\.xml(\.gz)?|(.*/)?404\.html|cards/.*|assets/fonts/.*"
    r"|assets/js/lost\.js|.*\.html\.md)"
)
_PRESSED = (".html", ".css", ".js", ".svg", ".txt")
_CHANGED = re.compile(r'<meta property="article:modified_time" content="(\d{4}-\d\d-\d\d)">')

Members = dict[str, Path | str]


@dataclass(frozen=True)
class Packed:
    """A finished ZIP: where it lies, and how many files and bytes it has."""

    path: Path
    files: int
    size: int


def make_offline(project: Project) -> Packed:
    """Pack the site that was built last; raise ProblemsFound when it cannot be opened from a folder."""
    if not (project.site / "index.html").is_file():
        message = "there is no site yet; run `make offline`, which builds it first"
        raise ProblemsFound([Problem("site", 1, "", message)])
    found = members(project.site, load_words(project), project)
    path = project.root / "build" / "offline" / "slingan-offline.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".new-{os.getpid()}.zip")
    try:
        with new.open("wb") as file:
            write_zip(file, found, _PRESSED)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return Packed(path, len(found), path.stat().st_size)


def members(site: Path, words: dict[str, Words], project: Project) -> Members:
    """Return what is in the ZIP, by name: what to open and what to read first, then the site in order."""
    pages, problems = _site(site)
    changed = [
        day for text in pages.values() if isinstance(text, str) for day in _CHANGED.findall(text)
    ]
    said = {
        code: long_date(date.fromisoformat(max(changed)), code) if changed else ""
        for code in LANGUAGES
    }
    found: Members = {
        START: _start(project, words, said),
        README: read_first(words, said),
    }
    found |= {f"{FOLDER}/{name}": pages[name] for name in sorted(pages)}
    problems += [Problem(f"site/{name}", 1, "", why) for name, why in unfit_names(found).items()]
    if problems:
        raise ProblemsFound(problems)
    return found


def _site(site: Path) -> tuple[Members, list[Problem]]:
    """Return the files of the site as the copy has them, and links that lead to none of them."""
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    kept = {name for name in names if not _LEFT_OUT.fullmatch(name)}
    found: Members = {name: site / name for name in kept}
    problems = []
    for name in sorted(kept):
        if name.endswith(".html"):
            page, lost = offline_page((site / name).read_text(encoding="utf-8"), name, kept)
            found[name] = page
            problems += [_leads_nowhere(name, address) for address in lost]
        elif name.startswith(SCRIPTS):
            script = (site / name).read_text(encoding="utf-8")
            if is_module(script):
                try:
                    found[name] = as_classic(posixpath.basename(name), script)
                except ValueError as error:
                    problems.append(Problem(f"site/{name}", 1, "", str(error)))
    if STYLE in kept:
        found[STYLE] = offline_style(
            (site / STYLE).read_text(encoding="utf-8"),
            lambda address: (site / posixpath.dirname(STYLE) / address).read_bytes(),
        )
    return found, problems


def _leads_nowhere(name: str, address: str) -> Problem:
    return Problem(f"site/{name}", 1, "", f"`{address}` leads to no file of the offline copy")


def _start(project: Project, words: dict[str, Words], said: dict[str, str]) -> str:
    """Return the page that is opened first: the three languages."""
    languages = [
        {
            "code": code,
            "name": words[code][f"lang_{code}"].capitalize(),
            "words": words[code],
            "href": posixpath.normpath(f"{FOLDER}/{HOMES[code]}/index.html"),
            "said": said[code],
        }
        for code in LANGUAGES
    ]
    template = environment(project).get_template("start.html")
    page = template.render(languages=languages, folder=FOLDER, style=STYLE)
    return with_policy(page, OFFLINE_POLICY)


def read_first(words: dict[str, Words], said: dict[str, str]) -> str:
    """Return README.txt: how to open the copy, in three languages, as the oldest Notepad reads it too."""
    parts = [
        [
            own["offline_title"],
            "",
            *(f"{n}. {own[f'offline_step_{n}']}" for n in (1, 2, 3)),
            "",
            own["offline_together"],
            own["offline_alone"],
            own["offline_memory"],
            own["offline_wrong_program"],
            *([own.fill("offline_edition", date=said[code])] if said[code] else []),
        ]
        for code, own in words.items()
    ]
    text = "\n\n----------\n\n".join("\n".join(lines) for lines in parts)
    return "\ufeff" + text.replace("\n", "\r\n") + "\r\n"
