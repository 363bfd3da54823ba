"""Serves the site as a good host does: text compressed, with caching, and 404 pages of each language."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from audit.site import Site, language_of
from press.project import DEFAULT_LANGUAGE

_TEXT = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8", ".json": "application/json",
    ".svg": "image/svg+xml", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
}  # fmt: skip
_REST = {
    ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".woff2": "font/woff2",
    ".pdf": "application/pdf", ".zip": "application/zip", ".mp3": "audio/mpeg",
}  # fmt: skip


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve a site on a free port of this computer; yield it with its address."""
    server = _Server(site)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield replace(site, address=f"http://127.0.0.1:{server.server_port}{site.base}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64  # two browsers ask for everything of a page at once

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        self.body = cache(_body)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes early is no error."""

    def find(self, address: str) -> tuple[int, Path | None]:
        """Return the status and the file for what was asked."""
        path = unquote(urlsplit(address).path)
        place = path.removeprefix(self.site.base)
        inside = path.startswith(self.site.base) and ".." not in place
        file = self.site.file(place) if inside else None
        if file:
            return 200, file
        language = language_of(place)
        lost = "404.html" if language == DEFAULT_LANGUAGE else f"{language}/404.html"
        return 404, self.site.file(lost)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        status, file = self.server.find(self.path)
        packed = "gzip" in self.headers.get("Accept-Encoding", "")
        data, kind, tag, packed = self.server.body(file, packed)
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, data = 304, b""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", tag)
        # Ten minutes, as the simplest hosts give.
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        if packed and data:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


def _body(file: Path | None, packed: bool) -> tuple[bytes, str, str, bool]:
    """Return what is sent of a file, its type, its tag, and whether it is compressed."""
    data = file.read_bytes() if file else b""
    ending = file.suffix if file else ".txt"
    packed = packed and ending in _TEXT
    kind = _TEXT.get(ending) or _REST.get(ending, "application/octet-stream")
    data = gzip.compress(data, 6, mtime=0) if packed else data
    return data, kind, f'"{hashlib.sha256(data).hexdigest()[:16]}"', packed
