"""Plugs the press into MkDocs: events in, the press's answers out."""

from __future__ import annotations

import dataclasses
import html as htmllib
import logging
import shutil
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from press.adapters import pdf_export
from press.build import Build, check, has_course
from press.content.chapter import Home
from press.content.library import Entry, slug_of
from press.content.organisation import Organisation
from press.leftovers import drop_abandoned, put_in_place
from press.outward import Outward
from press.problems import Problem, ProblemsFound
from press.project import DEFAULT_LANGUAGE, Project
from press.render.course import LEADER
from press.render.frame import foot_links, frame, near, plain_title, siblings
from press.shortlinks import ShortLinks
from press.web.assets import assets
from press.web.policy import breaches, with_policy

log = logging.getLogger("mkdocs.press")

# Parts of overrides/ that templates are made of; everything else there is served as it is.
# The theme gives its icons only, so what its pages would load is not served either.
_NOT_SERVED = (
    "print/",
    "web/",
    "partials/",
    "css/",
    "words.yml",
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
)

_NOBODY = Organisation()


@dataclasses.dataclass(frozen=True)
class _ExtraPage:
    """A page that no file of the author's stands for, as the skeleton wants a page."""

    url: str
    content: str
    toc: tuple[Any, ...] = ()
    previous_page: None = None
    next_page: None = None
    is_homepage: bool = False


class Adapter:
    """One site build after another; each build replaces what it knows as a whole."""

    def __init__(self) -> None:
        self.serving = False
        self.build: Build | None = None  # None while serving when not even the words can be read
        self.target: Path | None = None  # where the finished site goes; None while serving
        self.outward: Outward | None = None  # as build
        self.chapters: dict[str, Entry] = {}  # by where each chapter's PDF will lie
        self.env: Environment | None = None  # of the language that is being built

    def on_startup(self, command: str, dirty: bool, **_: Any) -> None:
        self.serving = command == "serve"

    # Before static-i18n (-100), which names the folder it builds into.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig, **_: Any) -> MkDocsConfig:
        if _within_build(config):
            return config
        project = Project(Path(config.config_file_path).parent)
        self.chapters, self.build, self.outward = {}, None, None
        try:
            self.build = _begin(project, self.serving)
            self.outward = Outward(self.build)
        except ProblemsFound as found:
            self._stop(found.problems)
        if self.build and self.build.problems:
            self._stop(self.build.problems)
        if not self.serving:
            if self.build:
                config.site_url = self.build.project.site_url
            drop_abandoned(project.staging.parent, "staging-")
            self.target = Path(config.site_dir)
            config.site_dir = str(project.staging)
        if "pdf-export" in config.plugins:
            pdf_export.replace_renderer(self.chapter_pdf)
        return config

    def _stop(self, problems: Any) -> None:
        """Print every problem; a build ends here, a preview goes on and shows them."""
        problems = sorted(set(problems))
        for problem in problems:
            log.error(str(problem))
        if not self.serving:
            raise Abort(
                f"{len(problems)} problem{'s' if len(problems) > 1 else ''} to mend; nothing was built"
            )

    def on_files(self, files: Files, config: MkDocsConfig, **_: Any) -> Files:
        for file in list(files):
            if file.src_uri.startswith(_NOT_SERVED):
                files.remove(file)
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
        """Give all templates, the 404 page's too, what every page of the language shows."""
        language, build = _language(config), self.build
        look = Path(config.config_file_path).parent / "overrides"
        served = build.assets if build else assets(look)
        env.globals["assets"] = served.addresses
        env.globals["modules"] = served.modules
        env.globals["common_scripts"] = served.for_page("data-lost")
        env.globals |= frame(build.words, language) if build else {"site_words": {}}
        env.globals["foot_links"] = foot_links(language, build.library) if build else []
        env.globals["foot_paths"] = [path for _, path in env.globals["foot_links"]]
        env.globals["in_menu"] = lambda items: near(items, lambda item: bool(item.active))
        env.globals["organisation"] = build.library.organisation if build else _NOBODY
        env.globals["search_index"] = build.search.get(language) if build else None
        self.env = env
        return env

    def on_page_read_source(self, page: Page, config: MkDocsConfig, **_: Any) -> str | None:
        """While serving, stand in for a page that cannot be read as it is."""
        if self._entry(page):
            return None
        return "---\ntitle: '…'\n---\n"

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        entry = self._entry(page)
        if entry:
            # MkDocs' templates do not escape what front matter says.
            page.meta["title"] = plain_title(entry)
            page.meta["description"] = htmllib.escape(entry.model.summary)
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        entry = self._entry(page)
        if self.build is None or entry is None:
            return self._problem_list(page)
        shown = self._problem_list(page)
        try:
            made = self.build.page(entry, html)
        except ProblemsFound as found:  # a word that overrides/words.yml should have
            self._stop(found.problems)
            return shown
        pdf = Path(page.file.abs_dest_path).with_name(f"{Path(page.file.src_uri).stem}.pdf")
        self.chapters[str(pdf)] = entry
        return shown + made

    def _problem_list(self, page: Page) -> str:
        if self.build is None:
            return "<p>See the log: the site cannot be drawn.</p>"
        problems = [str(problem) for problem in self.build.problems]
        fragments = self.build.fragments[page.file.src_uri.partition("/")[0]]
        return fragments.problems(problems) if problems else ""

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        entry = self._entry(page)
        if self.build and self.outward and entry:
            context["is_home"] = isinstance(entry.model, Home)
            context["siblings"] = siblings(entry, self.build.library)
            context["crumbs"] = self.outward.crumbs(entry)
            context["scripts"] = self.build.assets.for_page(page.content or "")
            try:
                context["head"] = self.outward.head(entry)
            except ProblemsFound as found:  # a word that overrides/words.yml should have
                self._stop(found.problems)
            if has_course(entry):
                self._leader_page(entry, page, dict(context))
        return context

    def _leader_page(self, entry: Entry, page: Page, context: dict[str, Any]) -> None:
        """Write the leader's page of a course beside the course's own, in the same skeleton."""
        assert self.build and self.outward and self.env
        content = self.build.leader_page(entry)
        extra = _ExtraPage(f"{page.url}{LEADER}", content)
        context |= {
            "page": extra,
            "base_url": f"{context['base_url']}/..",
            "crumbs": [*context["crumbs"], (plain_title(entry), entry.url)],
            "siblings": {
                code: f"{path}{LEADER}"
                for code, path in siblings(entry, self.build.library).items()
            },
            "scripts": self.build.assets.for_page(content),
            "head": self.outward.leader_head(entry),
            "within": True,  # the menu's present page is the one above this
        }
        made = self.env.get_template("main.html").render(context)
        target = Path(page.file.abs_dest_path).parent / LEADER / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self._locked(made, f"{page.file.src_uri}: {LEADER}"), encoding="utf-8")

    def chapter_pdf(self, path: str) -> bytes | None:
        """Return the PDF that belongs at path, or None when the page there is no chapter."""
        assert self.build
        entry = self.chapters.get(path)
        if entry is None or not entry.part:
            return None
        before = len(self.build.problems)
        made = self.build.chapter_pdf(entry)
        for problem in self.build.problems[before:]:
            log.error(str(problem))
        return made.read_bytes() if made else None

    # Last of all, so that the policy is held against the page as it will be.
    @event_priority(-200)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Take away the place for a PDF link that no PDF came for, and lock the page."""
        return self._locked(pdf_export.PLACE.sub("", output), page.file.src_uri)

    def _locked(self, page: str, name: str) -> str:
        """Return the page with its security policy; a page that breaks it stops the build.

        A preview has none: the engine writes a script into the page that loads it anew.
        """
        if self.serving:
            return page
        for breach in breaches(page):
            log.error("%s: the page %s", name, breach)
        return with_policy(page)

    def on_post_template(
        self, output: str, template_name: str, config: MkDocsConfig, **_: Any
    ) -> str:
        """Lock the 404 page, and put those of other languages into their folders.

        The engine has one place for it: the last language built would overwrite the others.
        """
        if template_name == "sitemap.xml":
            return (
                ""  # the engine's knows no editions and is dated by the day; the press has its own
            )
        if template_name != "404.html":
            return output
        locked, language = self._locked(output, template_name), _language(config)
        if language == DEFAULT_LANGUAGE:
            return locked
        target = Path(config.site_dir) / language / template_name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(locked, encoding="utf-8")
        return ""

    # After static-i18n (-100), which builds the other languages inside its own event.
    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:
        if _within_build(config) or self.build is None:
            return
        for place, file in self.build.files.items():
            target = Path(config.site_dir) / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        if self.target and not _warnings():
            put_in_place(Path(config.site_dir), self.target)
            config.site_dir = str(self.target)

    def on_build_error(self, error: Exception, **_: Any) -> None:
        if self.build and not self.serving:
            shutil.rmtree(self.build.project.staging, ignore_errors=True)

    def _entry(self, page: Page) -> Entry | None:
        if self.build is None:
            return None
        language, _, rest = page.file.src_uri.partition("/")
        return self.build.library.entries.get((language, slug_of(rest.removesuffix(".md"))))


def _begin(project: Project, serving: bool) -> Build:
    """Check the texts and make the printables; raise ProblemsFound when words or settings are broken.

    While somebody writes, paper is made although its edition still says something else.
    """
    library = check(project)
    build = Build(project, library, problems=list(library.problems))
    # A printable of a broken text would be a broken printable.
    if library.sources and library.glossary:
        if not library.problems or library.problems == library.stale:
            # What has no room on paper is told together with the edition that it needs.
            build.make_printables()
        if not library.problems or (serving and library.problems == library.stale):
            build.make_arrivals()
            build.make_search()
            Outward(build).make()
            ShortLinks(build).make()
        return build
    raise ProblemsFound(library.problems or [Problem("docs", 1, "", "no sources or glossary")])


def _within_build(config: MkDocsConfig) -> bool:
    """Return whether static-i18n is building one of the other languages inside the main build."""
    plugin = config.plugins.get("i18n")
    return bool(plugin and getattr(plugin, "building", False))


def _language(config: MkDocsConfig) -> str:
    plugin = config.plugins.get("i18n")
    return getattr(plugin, "current_language", None) or DEFAULT_LANGUAGE


def _warnings() -> bool:
    """Return whether a strict build has already seen something it will stop for."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
