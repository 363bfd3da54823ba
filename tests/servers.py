"""Web servers started for one test, with the settings that hosting/ gives to those who run the site."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from press.project import LANGUAGES
from press.web.hosting import prefix_of, server_files
from small_site import make_small, replace_in

# Debian puts nginx where only root looks by itself.
_PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin:/usr/local/sbin"

_NGINX = """\
{user}
daemon off;
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {work}/nginx.conf;
    }}
}}
"""
_CADDY = """\
{{
	admin off
	auto_https off
	storage file_system {work}/caddy
}}
http://127.0.0.1:{port} {{
	root * {root}
	import {work}/caddy.conf
}}
"""


def built_at(site_url: str, where: Path) -> tuple[Path, Path]:
    """Build the fixture site for an address; return the folder to be a server's root, and the site."""
    project = make_small(where / "small")
    replace_in(project.root / "mkdocs.yml", ("https://slingan.example/", site_url))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    root = project.root / "www"
    site = root / prefix_of(site_url).strip("/")
    site.parent.mkdir(exist_ok=True)
    project.site.rename(site)
    return root, site


def program(name: str) -> str | None:
    """Return where a server lies on this machine, or None."""
    return shutil.which(name, path=_PLACES)


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name, "")


@dataclass(frozen=True)
class Server:
    """A running server; prefix is the folder of the site, with a slash at both ends."""

    port: int
    prefix: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the site's folder, just as it is written."""
        return self.ask_host(self.prefix + path, method, **headers)

    def ask_host(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the host's root."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, 20)) as line:
            line.request(method, path, headers=named)
            answer = line.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@contextlib.contextmanager
def serving(name: str, site_url: str, root: Path, work: Path) -> Iterator[Server]:
    """Run nginx or caddy on a free port; root holds the site in the folder that its address names.

    work: an empty folder for all that the server writes. Nothing of the machine's own settings is used.
    """
    for file, text in server_files(site_url, LANGUAGES).items():
        (work / file).write_text(text, encoding="utf-8")
    port = _free_port()
    user = (
        "user root;" if os.getuid() == 0 else ""
    )  # else its workers could not read the test's files
    settings = {"nginx": _NGINX, "caddy": _CADDY}[name]
    main = work / "main"
    main.write_text(settings.format(user=user, work=work, port=port, root=root), encoding="utf-8")
    command = {
        "nginx": [
            program("nginx"),
            "-c",
            str(main),
            "-p",
            str(work),
            "-e",
            str(work / "error.log"),
        ],
        "caddy": [program("caddy"), "run", "--config", str(main), "--adapter", "caddyfile"],
    }[name]
    home = {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with (work / "said").open("wb") as said:
        process = subprocess.Popen(command, env={**os.environ, **home}, stdout=said, stderr=said)
    try:
        _wait(process, port, work)
        yield Server(port, prefix_of(site_url))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


def _wait(process: subprocess.Popen[bytes], port: int, work: Path) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    logs = [work / "said", work / "error.log"]
    raise AssertionError("\n".join(path.read_text() for path in logs if path.exists()))
