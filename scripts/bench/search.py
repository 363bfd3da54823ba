# ruff: noqa: E501
"""Measures the search at 60, 300 and 1,200 pages against Material's own and Pagefind, in one browser.

What is counted: the bytes that come over the network (gzip, as a server sends them) from the moment search
is opened until the first hits stand there, and the milliseconds from asking to hits once the program is
loaded. Pagefind is measured when `pip install pagefind[bin]` was run.
"""

from __future__ import annotations

import gzip
import html
import http.server
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from audit.browser import launched
from audit.site import browser
from bench.manypages import many_units
from press.build import Build
from press.content.library import load
from press.project import Project
from press.search.files import write
from press.search.index import make_index
from press.search.units import Unit

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (60, 300, 1200)
SCRIPTS = ("search-words.js", "search-ask.js")
QUESTIONS = (
    "stafettfrågor", "boka rum", "vägledare", "fragorna", "lättläst folder", "chef",
    "gemensam träff", "stafetfrågor", "nätverk", "vad är delaktighetsmodellen",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What one search needs at a number of pages.

    first, worst: kilobytes until the hits of a question stand there, program included: median and most.
    ask, slowest: milliseconds for a question when the program is there, files of the index loaded anew.
    again: the same question a second time. found: of the questions, those with any hit.
    """

    search: str
    pages: int
    build: float
    whole: float
    first: float
    worst: float
    ask: float
    slowest: float
    again: float
    found: int


class _Gzip(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a good server does; sent counts the bytes of bodies."""

    sent = 0

    def log_message(self, *_: Any) -> None:
        """Print nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        packed = gzip.compress(data, 9) if data[:2] != b"\x1f\x8b" else data
        type(self).sent += len(packed)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed is not data:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(packed)


def measure_search() -> list[Outcome]:
    """Return what every search needs at every number of pages."""
    build = Build(Project(ROOT), load(Project(ROOT)))
    real = build.index("sv").units
    outcomes = []
    with tempfile.TemporaryDirectory() as temporary, launched(browser()) as running:
        for pages in PAGES:
            units = many_units(real, pages)
            for name, make in MAKERS.items():
                folder = Path(temporary) / f"{name}-{pages}"
                folder.mkdir()
                start = time.perf_counter()
                if not make(folder, units, build):
                    continue
                built = time.perf_counter() - start
                outcomes.append(_measure(running, name, pages, folder, built))
                print(outcomes[-1], file=sys.stderr)
    return outcomes


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes as a table in Markdown."""
    head = "| pages | search | kB to the first hits, median | most | ms for a question, median | slowest | again | questions with hits | index, kB in all | s to make |"
    lines = [head, "|---:|---|" + "---:|" * 8]
    for one in outcomes:
        lines.append(
            f"| {one.pages} | {one.search} | {one.first:.0f} | {one.worst:.0f} | {one.ask:.0f} | {one.slowest:.0f} "
            f"| {one.again:.0f} | {one.found} of {len(QUESTIONS)} | {one.whole:.0f} | {one.build:.1f} |"
        )
    return "\n".join(lines)


def _measure(running: Browser, name: str, pages: int, folder: Path, built: float) -> Outcome:
    handler = type("Handler", (_Gzip,), {"sent": 0})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/ask.html"
    costs, times, again, found = [], [], [], 0
    for question in QUESTIONS:
        context = running.new_context()
        page: Page = context.new_page()
        page.goto(address)
        before = handler.sent
        page.evaluate("begin()")
        first = page.evaluate("timed", question)
        costs.append((handler.sent - before) / 1000)
        times.append(first[0])
        again.append(page.evaluate("timed", question)[0])
        found += bool(first[1])
        context.close()
    server.shutdown()
    whole = sum(len(gzip.compress(p.read_bytes())) for p in folder.rglob("*") if p.is_file()) / 1000
    return Outcome(
        name, pages, built, whole, statistics.median(costs), max(costs),
        statistics.median(times), max(times), statistics.median(again), found,
    )  # fmt: skip


_PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
<script>{script}
async function timed(question) {{
  const start = performance.now();
  const hits = await ask(question);
  return [performance.now() - start, hits];
}}</script>"""

_OURS = """
const arrived = new Map(), asked = new Map();
window.slinganIndex = (name, data) => arrived.set(name, data);
const script = (url) => new Promise((done, no) => {
  const s = document.createElement("script"); s.src = url; s.onload = done; s.onerror = no; document.head.append(s);
});
const get = (name) => {
  if (!asked.has(name)) asked.set(name, script(`index/${name}.js`).then(() => arrived.get(name)));
  return asked.get(name);
};
let asker;
async function begin() {
  await script("search-words.js"); await script("search-ask.js");
  asker = new slinganAsk.Asker(get, await get("head"));
}
async function ask(question) {
  const { hits } = await asker.ask(question);
  await Promise.all(hits.slice(0, 8).map((hit) => asker.shown(hit)));
  return hits.length;
}"""


def _ours(folder: Path, units: Sequence[Unit], build: Build) -> bool:
    (folder / "index").mkdir()
    index = make_index(units, "sv", build.library.glossary, build.words["sv"]["find_same"])
    for name, text in write(index).items():
        (folder / "index" / name).write_text(text, encoding="utf-8")
    for name in SCRIPTS:
        shutil.copyfile(ROOT / "overrides" / "assets" / "js" / name, folder / name)
    (folder / "ask.html").write_text(_PAGE.format(script=_OURS), encoding="utf-8")
    return True


# The theme's worker answers in a worker of its own: set up with the whole index, then asked by messages.
_THEME = """
let worker, next;
const say = (type, data) => new Promise((done) => { next = done; worker.postMessage({ type, data }); });
async function begin() {
  const index = await (await fetch("search_index.json")).json();
  worker = new Worker("assets/javascripts/workers/WORKER");
  worker.onmessage = ({ data }) => next(data);
  await say(0, { config: index.config, docs: index.docs, options: { suggest: false } });
}
async function ask(question) {
  const { data } = await say(2, question);
  return data.items.length;
}"""


def _theme(folder: Path, units: Sequence[Unit], build: Build) -> bool:
    import material

    assets = Path(material.__file__).parent / "templates" / "assets"
    shutil.copytree(
        assets / "javascripts",
        folder / "assets" / "javascripts",
        ignore=shutil.ignore_patterns("*.map"),
    )
    docs = [
        {
            "location": f"{unit.url}#{s.anchor}" if s.anchor else unit.url,
            "title": s.title,
            "text": f"<p>{html.escape(s.lead + ' ' + s.text)}</p>",
        }
        for unit in units
        for s in unit.sections
    ]
    config = {
        "lang": ["sv"],
        "separator": "[\\s\\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {
            "title": {"boost": 1000.0},
            "text": {"boost": 1.0},
            "tags": {"boost": 1000000.0},
        },
    }
    (folder / "search_index.json").write_text(
        json.dumps({"config": config, "docs": docs}, ensure_ascii=False), encoding="utf-8"
    )
    worker = next(p.name for p in (assets / "javascripts" / "workers").glob("search.*.min.js"))
    (folder / "ask.html").write_text(
        _PAGE.format(script=_THEME.replace("WORKER", worker)), encoding="utf-8"
    )
    return True


_PAGEFIND = """
let pagefind;
async function begin() {
  pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
}
async function ask(question) {
  const { results } = await pagefind.search(question);
  await Promise.all(results.slice(0, 8).map((one) => one.data()));
  return results.length;
}"""


def _pagefind(folder: Path, units: Sequence[Unit], build: Build) -> bool:
    if find_spec("pagefind") is None:
        return False
    for number, unit in enumerate(units):
        parts = [
            f'<h{1 if n == 0 else 2} id="{html.escape(s.anchor)}">{html.escape(s.title)}</h{1 if n == 0 else 2}>'
            f"<p>{html.escape(s.lead)} {html.escape(s.text)}</p>"
            for n, s in enumerate(unit.sections)
        ]
        text = f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>{html.escape(unit.title)}</title><body>{"".join(parts)}'
        (folder / f"{number}.html").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    for path in folder.glob("*.html"):
        path.unlink()
    (folder / "ask.html").write_text(_PAGE.format(script=_PAGEFIND), encoding="utf-8")
    return True


MAKERS: dict[str, Callable[[Path, Sequence[Unit], Build], bool]] = {
    "ours": _ours,
    "Material's own": _theme,
    "Pagefind": _pagefind,
}
