"""Makes what a municipality prints in its own name: `build/editions/<name>/`, a ZIP and a list of it."""

from __future__ import annotations

import filecmp
import io
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from press.build import Build, check
from press.content.frontmatter import Source
from press.content.kinds import Printable
from press.content.library import Entry, Library
from press.content.logos import pixels_of, sanitised
from press.content.profile import NamedProfile, load_profile
from press.leftovers import drop_abandoned, put_in_place
from press.paper.checks import missing_glyphs, missing_glyphs_in
from press.paper.store import Store, key
from press.pool import spread
from press.problems import Problem, ProblemsFound
from press.project import Project
from press.render.behind import withheld
from press.render.desk import Desk
from press.render.fragments import environment
from press.render.kinds import KINDS
from press.render.kinds.base import file_name
from press.render.shop import AT_ANY_TIME, STAGES, first_stage, shelf
from press.render.times import long_date
from press.render.urls import picture_file, printable_file
from press.render.words import Words, load_words
from press.web.policy import with_policy_of_its_own
from press.zips import zip_file

Data = dict[str, Any]


@dataclass
class Made:
    """What became of one profile: files (0 when it was up to date or failed) and problems.

    notes: a line for each printable that was left out because its translation is not ready.
    """

    name: str
    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def profiles_in(folder: Path) -> list[Path]:
    """Return the profiles in a folder, in order of name."""
    return sorted(path for path in folder.glob("*.yml") if path.is_file())


def make_editions(project: Project, paths: list[Path]) -> list[Made]:
    """Make the editions of these profiles, spread over processes. Problems stand in the results.

    An edition whose profile is broken is not touched; one that stops half-way is left as it was.
    Raises ProblemsFound when the texts themselves are broken.
    """
    library = check(project)
    if library.problems:
        raise ProblemsFound(library.problems)
    drop_abandoned(project.root / "build" / "editions", ".new-")
    found = []
    names = [str(path) for path in paths]
    for name, result in spread(_work, names, _start, (str(project.root),), "editions"):
        if isinstance(result, BaseException):
            shown = project.relative(Path(name))
            problem = Problem(shown, 1, "", f"the edition could not be made: {result}")
            found.append(Made(Path(name).stem, problems=[problem]))
        else:
            found.append(result)
    return sorted(found, key=lambda made: made.name)


class _Worker:
    """What a process keeps between two editions."""

    project: Project
    library: Library
    words: dict[str, Words]


def _start(root: str) -> None:
    _Worker.project = Project(Path(root))
    _Worker.library = check(_Worker.project)
    _Worker.words = load_words(_Worker.project)


def _work(path: str) -> Made:
    project, library = _Worker.project, _Worker.library
    shown = project.relative(Path(path))
    named, problems = load_profile(Path(path), shown, library)
    if named is None:
        return Made(Path(path).stem, problems=problems)
    return _Edition(project, library, _Worker.words, named, shown).make()


class _Edition:
    """One edition on its way."""

    def __init__(
        self,
        project: Project,
        library: Library,
        words: dict[str, Words],
        named: NamedProfile,
        shown: str,
    ) -> None:
        self.project, self.library, self.words = project, library, words
        self.named, self.profile, self.shown = named, named.profile, shown
        self.store = Store(project.store)
        self.target = project.root / "build" / "editions" / named.name

    def make(self) -> Made:
        # What is written is checked with its lines, then what YAML makes of it ("\\u0416").
        said = self.profile.model_dump_json()
        glyphs = missing_glyphs_in(self.named.path, self.shown)
        glyphs = glyphs or missing_glyphs(Source(self.shown), said)
        if glyphs:
            return Made(self.named.name, problems=glyphs)
        local = {language: self._local(language) for language in self.profile.languages}
        build = Build(self.project, self.library, local=local)
        chosen = list(self._chosen())
        for entry, printable in chosen:
            build.make(entry, printable)
        if build.problems:
            problems = [
                Problem(self.shown, 1, "", f"{found.path}:{found.line}: {found.message}")
                for found in build.problems
            ]
            return Made(self.named.name, problems=problems)
        return self._publish(build, chosen)

    def _chosen(self) -> list[tuple[Entry, Printable]]:
        wanted = self.profile.printables
        return [
            (entry, printable)
            for language in self.profile.languages
            for entry, printable in self.library.published(language)
            if wanted == "all" or printable.id in wanted
        ]

    def _left_out(self, language: str) -> list[tuple[Entry, Printable]]:
        """Return what the profile asks for but is not published in a language."""
        wanted = self.profile.printables
        found = self.library.withheld(language)
        return [pair for pair in found if wanted == "all" or pair[1].id in wanted]

    def _notes(self) -> list[str]:
        return [
            f"{self.shown}: `{printable.id}` is left out in {language}: its translation is older than "
            f"{self.library.source_of(entry).source.path}"
            for language in self.profile.languages
            for entry, printable in self._left_out(language)
        ]

    def _local(self, language: str) -> Data:
        profile, words = self.profile, self.words[language]
        contact = [
            {"label": role.role, "lines": [line for line in (role.phone, role.email) if line]}
            for role in profile.contact
        ]
        if profile.web:
            contact.append({"label": words["local_web"], "lines": [profile.web]})
        return {
            "name": profile.municipality,
            "unit": profile.unit,
            "colour": profile.colour.lower(),
            "contact": contact,
            "logo": self._logo(),
            "welcome": profile.welcome.get(language),  # type: ignore[call-overload]
            "start": profile.start.isoformat() if profile.start else None,
            "starts": {name: day.isoformat() for name, day in profile.starts.items()},
        }

    def _logo(self) -> Data | None:
        path, logo = self.named.logo, self.profile.logo
        if path is None or logo is None:
            return None
        data = path.read_bytes()
        kept = sanitised(data) if path.suffix.lower() == ".svg" else _rewritten(path)
        name = key(kept.hex(), "logo")
        suffix = path.suffix.lower()
        file = self.store.keep(name, suffix, lambda: kept)
        return {"kind": "picture", "path": f"/{self.project.relative(file)}", "alt": logo.alt}

    def _publish(self, build: Build, chosen: list[tuple[Entry, Printable]]) -> Made:
        """Put the files where they belong; at no time is there half an edition."""
        members: dict[str, Path | str] = {"index.html": self._index(build, chosen)}
        for entry, printable in chosen:
            language = entry.language
            for copy in KINDS[printable.kind].copies_of(printable):
                place = printable_file(language, printable, copy)
                members[f"{language}/{file_name(printable, copy)}"] = build.files[place]
            picture = picture_file(language, printable)
            members[f"{language}/{printable.id}.webp"] = build.files[picture]
        packed = zip_file(members, self.store)
        if self._stands(members, packed):
            return Made(self.named.name, notes=self._notes())
        self._put(members, packed)
        return Made(self.named.name, files=len(members) + 1, notes=self._notes())

    def _stands(self, members: dict[str, Path | str], packed: Path) -> bool:
        """Return whether the edition is there already, whole and the same."""
        done = self.target / f"{self.named.name}.zip"
        try:
            return filecmp.cmp(done, packed, shallow=False) and all(
                _same(self.target / name, member) for name, member in members.items()
            )
        except OSError:  # never made, or another run is just putting it there
            return False

    def _put(self, members: dict[str, Path | str], packed: Path) -> None:
        new = self.target.with_name(f".new-{self.named.name}-{os.getpid()}")
        shutil.rmtree(new, ignore_errors=True)
        try:
            for name, member in members.items():
                place = new / name
                place.parent.mkdir(parents=True, exist_ok=True)
                if isinstance(member, str):
                    place.write_text(member, encoding="utf-8")
                else:
                    shutil.copyfile(member, place)
            shutil.copyfile(packed, new / f"{self.named.name}.zip")
            put_in_place(new, self.target)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def _index(self, build: Build, chosen: list[tuple[Entry, Printable]]) -> str:
        """Return the page that lists what is in the edition, in its languages."""
        parts = []
        for language in self.profile.languages:
            desk = build.desks[language]
            own = [(entry, one) for entry, one in chosen if entry.language == language]
            parts.append(
                {
                    "lang": language,
                    "language": self.words[language][f"lang_{language}"],
                    "words": self.words[language],
                    "missing": [
                        _with_whole_links(withheld(entry, one, "", desk), desk)
                        for entry, one in self._left_out(language)
                    ],
                    "stages": [
                        {
                            "title": self.words[language][f"stage_{stage}"],
                            "printables": [
                                _in_folder(shelf(entry, one, "", desk, build.facts))
                                for entry, one in own
                                if first_stage(one) == stage
                            ],
                        }
                        for stage in (*STAGES, AT_ANY_TIME)
                    ],
                }
            )
        template = environment(self.project).get_template("edition.html")
        first = self.words[self.profile.languages[0]]
        drawn = template.render(
            lang=self.profile.languages[0],
            words=first,
            profile=self.profile,
            start_said=long_date(self.profile.start, first.language) if self.profile.start else "",
            parts=parts,
            zip=f"{self.named.name}.zip",
        )
        return with_policy_of_its_own(drawn)


def _with_whole_links(found: Data, desk: Desk) -> Data:
    """Return what is said of a printable that is left out, with links to the public site."""
    others = [one | {"href": f"{desk.site_url}{one['href']}"} for one in found["elsewhere"]]
    return found | {"said": f"{found['title']}: {found['said']}", "elsewhere": others}


def _in_folder(found: Data) -> Data:
    """Return what the shop tells of a printable, with addresses as they are inside the edition."""
    prefix = "print/"
    copies = [copy | {"href": copy["href"].removeprefix(prefix)} for copy in found["copies"]]
    return found | {"copies": copies, "picture": found["picture"].removeprefix(prefix)}


def _rewritten(path: Path) -> bytes:
    """Return a PNG written anew from its pixels: what other programs left in the file stays out."""
    out = io.BytesIO()
    pixels_of(path).save(out, "PNG")
    return out.getvalue()


def _same(place: Path, member: Path | str) -> bool:
    """Return whether a file of an edition is as it was made: somebody may have written into it."""
    if isinstance(member, str):
        return place.read_text(encoding="utf-8") == member
    return filecmp.cmp(place, member, shallow=False)
