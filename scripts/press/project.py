"""Where things are, and the few facts about the site that both web and paper need."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from press.problems import Problem, ProblemsFound

# The address that stands in mkdocs.yml until the owner writes the real one, and one from the standards.
_PLACEHOLDERS = ("slingan.example", "example.org")
# Letters, digits and the few signs an address needs: it is printed, and it stands in every page.
_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?(/[\w.~/-]*)?")

# A menu that holds itself by an alias has no end.
_DEEPEST = 20
_MOST_PAGES = 10_000

LANGUAGES = ("sv", "da", "en")
DEFAULT_LANGUAGE = "sv"


class _SettingsLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without MkDocs: its special tags (!ENV, !!python/name) become None."""


_SettingsLoader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class Project:
    """One checkout of the site; root is the folder that holds mkdocs.yml."""

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def look(self) -> Path:
        """Everything about looks: templates for web and paper, styles, words of the interface."""
        return self.root / "overrides"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def staging(self) -> Path:
        """Where a build is made before it replaces the site; one folder per process."""
        return self.root / "build" / f"staging-{os.getpid()}"

    @property
    def store(self) -> Path:
        """Finished printables, named by what they were drawn from."""
        return self.root / "build" / "store"

    @cached_property
    def _settings(self) -> dict[str, Any]:
        path = self.root / "mkdocs.yml"
        try:
            settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_SettingsLoader)  # noqa: S506 - a SafeLoader
        except RecursionError:
            raise _unreadable(1, "is nested too deeply") from None
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise _unreadable(
                line, "has a character that is not UTF-8; save the file as UTF-8"
            ) from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise _unreadable(mark.line + 1 if mark else 1, str(error.problem)) from error
        except (OSError, yaml.YAMLError) as error:
            why = getattr(error, "strerror", None) or str(error).partition("\n")[0]
            raise _unreadable(1, why) from error
        return settings if isinstance(settings, dict) else {}

    @cached_property
    def site_url(self) -> str:
        """Return the public address of the site, ending in a slash.

        The address that a host of pages gives in PAGES_URL serves until the owner has written one.
        Raises ProblemsFound when mkdocs.yml cannot be read or has no site_url.
        """
        url = self._settings.get("site_url")
        if isinstance(url, str) and is_placeholder(url):
            url = os.environ.get("PAGES_URL") or url
        # Longer ones would not fit a line of paper, nor a QR code.
        if not isinstance(url, str) or len(url) > 120 or not _ADDRESS.fullmatch(url):
            message = "set `site_url: https://…/`, the public address of the site"
            raise ProblemsFound([Problem("mkdocs.yml", 1, "site_url", message)])
        return url if url.endswith("/") else f"{url}/"

    def extra(self) -> tuple[dict[str, Any], dict[tuple[str | int, ...], int]]:
        """Return the block `extra` of mkdocs.yml and the line of everything in it, by its path.

        The site engine gives that block to templates; it is the place for what it knows nothing of.
        """
        values = self._settings.get("extra")
        tree = yaml.compose((self.root / "mkdocs.yml").read_text(encoding="utf-8"), _SettingsLoader)
        lines = {at[1:]: line for at, line in _lines(tree) if at[0] == "extra"}
        return (values if isinstance(values, dict) else {}), lines

    @cached_property
    def order(self) -> list[str]:
        """Return the pages' paths (`part/chapter`) in the order of the menu in mkdocs.yml."""
        found = list(islice(_slugs(self._settings.get("nav")), _MOST_PAGES + 1))
        if len(found) > _MOST_PAGES:
            raise _unreadable(1, f"`nav` has more than {_MOST_PAGES:,} pages")
        return found

    def relative(self, path: Path) -> str:
        """Return path as problems print it: relative to the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def is_placeholder(url: str) -> bool:
    """Return whether nobody has written the site's real address yet."""
    try:
        return urlsplit(url).hostname in _PLACEHOLDERS
    except ValueError:  # such as a bracket where a host should be
        return False


def _lines(
    node: yaml.Node | None, at: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Yield (path, line) of the keys in blocks and in blocks inside them, four deep."""
    if isinstance(node, yaml.MappingNode) and len(at) < 4:
        for key, value in node.value:
            yield (*at, key.value), key.start_mark.line + 1
            yield from _lines(value, (*at, key.value))


def _unreadable(line: int, why: str) -> ProblemsFound:
    return ProblemsFound([Problem("mkdocs.yml", line, "", f"cannot be read: {why}")])


def _slugs(nav: Any, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        raise _unreadable(1, "`nav` is nested too deeply")
    if isinstance(nav, str):
        yield nav.removesuffix(".md")
    elif isinstance(nav, list | dict):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _slugs(part, depth + 1)


def find(start: Path | None = None) -> Project:
    """Return the project that start (default: the working folder) lies in.

    Raises ProblemsFound when no folder from there upwards holds mkdocs.yml.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return Project(folder)
    message = "no mkdocs.yml here or in any folder above; run this inside the project"
    raise ProblemsFound([Problem(str(here), 1, "", message)])
