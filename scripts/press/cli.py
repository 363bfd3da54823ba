"""The command line of the press.

press check, build, serve, offline, edition, new, stamp, translated, translations, work, reference,
hosting and clean.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from press.problems import Problem, ProblemsFound, did_you_mean, report
from press.project import DEFAULT_LANGUAGE, LANGUAGES, Project, find, is_placeholder

if TYPE_CHECKING:  # reading the models takes a moment that `press --help` need not wait
    from press.content.library import Library

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::SyntaxWarning"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 done, 1 something to mend."""
    parser = argparse.ArgumentParser(prog="press", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="check all texts and say what to mend")
    checking.add_argument("--full", action="store_true", help="tell how easy each text is to read")
    commands.add_parser("build", help="build the whole site with all printables into site/")
    serve = commands.add_parser("serve", help="show the site while you write")
    serve.add_argument("--address", default="127.0.0.1:8000", help="host:port")
    commands.add_parser(
        "offline", help="pack the site that was built, to be opened without a server"
    )
    edition = commands.add_parser("edition", help="print in a municipality's own name")
    edition.add_argument("names", nargs="*", help="profiles in editions/, without .yml")
    edition.add_argument("--all", metavar="FOLDER", help="every profile in this folder")
    reference = commands.add_parser("reference", help="write guide/front-matter.md from the models")
    reference.add_argument("--check", action="store_true", help="only say whether it is up to date")
    hosting = commands.add_parser("hosting", help="write hosting/: settings for nginx and Caddy")
    hosting.add_argument("--check", action="store_true", help="only say whether it is up to date")
    new = commands.add_parser("new", help="make the files of a new chapter in all languages")
    new.add_argument("what", choices=["chapter"])
    new.add_argument("place", help="part/name, such as method-guide/prepare-the-room")
    new.add_argument("--easy", action="store_true", help="its easy-read versions too")
    commands.add_parser("stamp", help="write what a new printable needs beside its edition")
    commands.add_parser("translations", help="show what does not follow its source, by language")
    translated = commands.add_parser(
        "translated", help="record that a translation follows its source as it is now"
    )
    translated.add_argument("language", help="the translation's language")
    translated.add_argument("page", help="id of the page")
    translated.add_argument("text", nargs="*", help="names of texts or blocks; without: all")
    translated.add_argument("--accept", metavar="WHY", help="why it may stay behind its source")
    translated.add_argument("--by", metavar="NAME", help="with --accept: who answers for that")
    work = commands.add_parser("work", help="run a working tool on files")
    work.add_argument("tool", help="id of the tool, such as guide-matching")
    work.add_argument(
        "sources", nargs="*", help="a file that it saved; input=FILE.csv; input=answer"
    )
    work.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE)
    work.add_argument("--today", metavar="DAY", help="reckon from this day, such as 2027-01-12")
    work.add_argument("--to", metavar="FOLDER", help="write the tables there, for a spreadsheet")
    commands.add_parser("clean", help="remove everything that was built")
    chosen = parser.parse_args(arguments)
    try:
        return _run(chosen, find())
    except ProblemsFound as found:
        return _show(found.problems)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we say has stopped reading
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        return _own_fault(traceback.format_exc())


def _own_fault(details: str) -> int:
    """Say in one line that the program itself failed, and keep the details for who mends it."""
    last = details.strip().splitlines()[-1]
    try:
        handle, log = tempfile.mkstemp(prefix="press-error-", suffix=".txt", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(details)
        where = f"The details are in {log}"
    except OSError as error:
        where = f"The details could not be kept: {error}"
    print(f"The press itself failed ({last[:200]}). {where}", file=sys.stderr)
    return 1


def _run(chosen: argparse.Namespace, project: Project) -> int:
    if chosen.command == "check":
        return _check(project, chosen.full)
    if chosen.command == "build":
        return _build(project)
    if chosen.command == "serve":
        return _serve(project, chosen.address)
    if chosen.command == "offline":
        return _offline(project)
    if chosen.command == "edition":
        return _edition(project, chosen.names, chosen.all)
    if chosen.command == "reference":
        return _reference(project, chosen.check)
    if chosen.command == "hosting":
        return _hosting(project, chosen.check)
    if chosen.command == "new":
        return _new(project, chosen.place, chosen.easy)
    if chosen.command == "stamp":
        return _stamp(project)
    if chosen.command == "translations":
        return _translations(project)
    if chosen.command == "translated":
        return _translated(project, chosen)
    if chosen.command == "work":
        return _work(project, chosen)
    for folder in (project.site, project.root / "build"):
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _show(problems: Sequence[Problem]) -> int:
    print(report(problems), file=sys.stderr)
    count = len(problems)
    print(f"{count} problem{'' if count == 1 else 's'} to mend.", file=sys.stderr)
    return 1


def _check(project: Project, full: bool = False) -> int:
    from press.build import check
    from press.content.readable import summary, tables
    from press.proof import proofread

    start = time.monotonic()
    library = check(project)
    proof = proofread(project, library)
    for note in proof.notes:
        print(note, file=sys.stderr)
    problems = sorted([*library.problems, *proof.problems])
    if problems:
        return _show(problems)
    pages = len(library.entries)
    print(f"{pages} pages in {len(LANGUAGES)} languages, nothing to mend ({_seconds(start)}).")
    for one in library.translations.open:
        print(one)
    print(library.translations.summary())
    known = library.glossary.terms if library.glossary else ()
    terms = {language: [term[language].term for term in known] for language in LANGUAGES}
    for line in tables(proof.measured, terms) if full else summary(proof.measured):
        print(line)
    return 0


def _build(project: Project) -> int:
    from press.build import check
    from press.warm import warm

    start = time.monotonic()
    library = check(project)
    if library.problems:
        _show(_with_paper(project, library))
        return _not_built(project)
    warm(project, library)
    # The engine runs in a process of its own. It is not told to be quiet: then it would not count
    # warnings, and a strict build would let them pass. What is no concern of authors is left out here.
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project.root,
        env={**os.environ, **_QUIET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if line and not line.startswith("INFO ")]
    if any(line.startswith("Traceback ") for line in said):
        return _own_fault(done.stderr)
    if said:
        print("\n".join(said), file=sys.stderr)
    if done.returncode:
        return _not_built(project)
    for line in summary(project, library):
        print(line)
    print(library.translations.summary())
    print(f"Built in {_seconds(start)} into {project.site}")
    print("To look at it: make serve, then open http://127.0.0.1:8000/")
    _say_placeholder(project)
    return 0


def _with_paper(project: Project, library: Library) -> Sequence[Problem]:
    """Return a library's problems; where they are new editions only, also what has no room on paper.

    An author who shortens a text after giving it an edition would have to give it another stamp.
    """
    from press.build import Build

    if library.problems != library.stale:
        return library.problems
    build = Build(project, library, problems=list(library.stale))
    build.make_printables()
    return sorted(set(build.problems))


def _say_placeholder(project: Project) -> None:
    if is_placeholder(project.site_url):
        print(f"Paper carries {project.site_url} until `site_url` in mkdocs.yml is set.")


def _not_built(project: Project) -> int:
    kept = ", the site built before is untouched" if project.site.exists() else ""
    print(f"The site was not built{kept}.", file=sys.stderr)
    return 1


def _edition(project: Project, names: Sequence[str], folder: str | None) -> int:
    from press.editions import make_editions, profiles_in

    if names and folder:
        message = "write either names or a folder of profiles, not both"
        return _show([Problem("editions", 1, "", message)])
    start = time.monotonic()
    home = project.root / "editions"
    paths = profiles_in(Path(folder).resolve() if folder else home)
    if not folder:
        known = {path.stem: path for path in paths}
        strange = [name for name in names if name not in known]
        if strange or not names:
            return _show([_no_profile(name, known) for name in strange or [""]])
        paths = [known[name] for name in dict.fromkeys(names)]
    elif not paths:
        return _show([Problem(folder, 1, "", "there is no profile (*.yml) in this folder")])
    made = make_editions(project, paths)
    problems = [problem for one in made for problem in one.problems]
    files = sum(one.files for one in made)
    done = [one for one in made if not one.problems]
    new = sum(1 for one in done if one.files)
    if done:
        failed = f", {len(made) - len(done)} failed" if problems else ""
        print(
            f"{len(done)} edition{'' if len(done) == 1 else 's'}: {new} made, {len(done) - new} up to "
            f"date, {files} files written{failed} ({_seconds(start)})."
        )
    for one in done:
        print("".join(f"{note}\n" for note in one.notes), end="")
    if done:
        where = project.root / "build" / "editions"
        shown = where / done[0].name / "index.html" if len(done) == 1 else where
        print(f"To look at: {shown}")
        _say_placeholder(project)
    return _show(problems) if problems else 0


def _no_profile(name: str, known: Iterable[str]) -> Problem:
    if not name:
        message = (
            f"say which edition to make: NAME=… with one of {', '.join(sorted(known)) or 'none'}"
        )
        return Problem("editions", 1, "", message)
    return Problem("editions", 1, "", f"no profile is called `{name}`{did_you_mean(name, known)}")


def summary(project: Project, library: Library) -> list[str]:
    """Return one line per language on what site/ holds."""
    found = [path.relative_to(project.site).as_posix() for path in project.site.rglob("*.*")]
    lines = []
    for language in LANGUAGES:
        own = [path for path in found if _language_of(path) == language]
        pages = [p for p in own if p.endswith("index.html") and not p.startswith(("k/", "p/"))]
        copies = [
            path for path in found if path.startswith(f"print/{language}/") and path.endswith("pdf")
        ]
        chapters = [path for path in own if path.endswith(".pdf") and not path.startswith("print/")]
        printables = list(library.published(language))
        lines.append(
            f"{language}: {_count(pages, 'page')}, {_count(printables, 'printable')} "
            f"({_count(copies, 'PDF')}), {_count(chapters, 'chapter PDF')}"
        )
    return lines


def _count(things: Sequence[object], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"


def _language_of(path: str) -> str:
    return next((code for code in LANGUAGES if path.startswith(f"{code}/")), LANGUAGES[0])


def _serve(project: Project, address: str) -> int:
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    try:
        return subprocess.run(  # noqa: S603 - our own words, no shell
            command, cwd=project.root, env={**os.environ, **_QUIET}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


def _offline(project: Project) -> int:
    from press.offline import make_offline

    made = make_offline(project)
    print(f"Packed {made.files} files, {made.size / 1e6:.1f} MB: {made.path}")
    print("To look at it: unpack it and open START.html")
    _say_placeholder(project)
    return 0


def _new(project: Project, place: str, easy: bool) -> int:
    from press.scaffold import new_chapter, told

    made = new_chapter(project, place, datetime.now().astimezone().date(), easy)
    print("\n".join(told(made)))
    return 0


def _stamp(project: Project) -> int:
    from press.stamping import write_missing

    written = write_missing(project)
    print(f"Written: {', '.join(written)}" if written else "Nothing is missing.")
    return _check(project)


def _translated(project: Project, chosen: argparse.Namespace) -> int:
    from press.translating import Reason, follows

    if (chosen.accept is None) != (chosen.by is None):
        message = 'to accept a text as it is, write both why and who says so: WHY="…" BY="…"'
        return _show([Problem("docs/translations", 1, "", message)])
    today = datetime.now().astimezone().date()
    reason = Reason(chosen.accept, chosen.by, today) if chosen.accept is not None else None
    changed = follows(project, chosen.language, chosen.page, chosen.text, reason)
    what = "accepted as behind its source" if reason else "recorded as following its source"
    said = f"{_count(changed, 'text')} {what}" if changed else "there was nothing to record"
    print(f"{chosen.page} ({chosen.language}): {said}.")
    return 0


def _work(project: Project, chosen: argparse.Namespace) -> int:
    from press.working import save, work

    today = chosen.today or datetime.now().astimezone().date().isoformat()
    if not _is_day(today):
        message = f"--today must be a day such as 2027-01-12 (you wrote {today})"
        return _show([Problem("work", 1, "", message)])
    worked = work(project, chosen.tool, chosen.sources, chosen.language, today)
    if not chosen.to:
        print("\n".join(worked.told()))
        return 0
    print("\n".join(worked.sentences))
    for path in save(worked, chosen.tool, Path(chosen.to), chosen.language):
        print(f"Written: {path}")
    return 0


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _translations(project: Project) -> int:
    from press.content.library import load
    from press.translating import table

    text = table(load(project))
    path = project.root / "build" / "translations.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(text)
    print(f"Also in {path}")
    return 0


def _reference(project: Project, only_check: bool) -> int:
    from press.content.reference import reference

    message = "is not up to date with the models; run `make reference`"
    return _written(project, {"guide/front-matter.md": reference()}, only_check, message)


def _hosting(project: Project, only_check: bool) -> int:
    from press.web.hosting import server_files

    files = server_files(project.site_url, LANGUAGES)
    message = "does not fit `site_url` in mkdocs.yml and the headers; run `make hosting`"
    named = {f"hosting/{name}": text for name, text in files.items()}
    return _written(project, named, only_check, message)


def _written(project: Project, files: Mapping[str, str], only_check: bool, stale: str) -> int:
    """Write files that are made from the program, or say which of them are stale."""
    problems = []
    for name, text in files.items():
        path = project.root / name
        if not only_check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            problems.append(Problem(name, 1, "", stale))
    return _show(problems) if problems else 0


def _seconds(start: float) -> str:
    return f"{time.monotonic() - start:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
