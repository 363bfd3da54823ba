"""A small site with easy-read texts, built and served for the tests of reading and listening."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

from once import press_build
from press.project import Project
from press.translating import record_missing
from small_site import ROOT, make_small, replace_in


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes early is no error."""


def build_easy_site(folder: Path) -> str:
    """Build the fixture, with the pages on easy reading and on what is remembered, in folder/small.

    Returns what went wrong.
    """
    root = folder / "small"
    make_small(root)
    for path in ROOT.glob("docs/*/*.md"):
        if path.stem in ("easy-read", "privacy"):
            shutil.copyfile(path, root / path.relative_to(ROOT))
    replace_in(
        root / "mkdocs.yml",
        ("  - Start: index.md\n", "  - index.md\n  - easy-read.md\n  - privacy.md\n"),
    )
    record_missing(Project(root))
    return press_build(root)


def serve(site: Path) -> Iterator[str]:
    """Serve a folder; yield its address, which ends in a slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Silent, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
