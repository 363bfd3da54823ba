"""Where things are, and the few facts about the site that both web and paper need."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from press.problems import Problem, ProblemsFound

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
    def site_url(self) -> str:
        """Return the public address of the site, ending in a slash.

        Raises ProblemsFound when mkdocs.yml is missing, broken or has no site_url.
        """
        path = self.root / "mkdocs.yml"
        try:
            settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_SettingsLoader)  # noqa: S506 - a SafeLoader
            url = settings["site_url"]
        except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError) as error:
            message = "set `site_url: https://…/`, the public address of the site"
            raise ProblemsFound([Problem("mkdocs.yml", 1, "site_url", message)]) from error
        return url if str(url).endswith("/") else f"{url}/"

    def relative(self, path: Path) -> str:
        """Return path as problems print it: relative to the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


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
