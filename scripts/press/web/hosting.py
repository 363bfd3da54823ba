"""What web servers need to know of the site: `hosting/nginx.conf` and `hosting/caddy.conf`.

Both say the same: the headers of policy.py, compression, how long a browser may keep what, types of
files, no lists of folders, and a page in the reader's language for what does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from press.web.policy import HEADERS

# Asked for anew each time, by a request that is answered with "304 Not Modified" and no more.
FRESH = "no-cache"
# Kept for a year without asking: the address changes with what stands there, or it never changes.
KEPT = "public, max-age=31536000, immutable"
_FOLDERS = r"(search/[a-z]+/[0-9a-f]+|assets/fonts)"

# Every kind of file that a site holds or may come to hold. nginx and Go each know only some of them.
TYPES = {
    "text/html": "html",
    "text/css": "css",
    "text/javascript": "js mjs",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/calendar": "ics",
    "text/vtt": "vtt",
    "text/csv": "csv",
    "application/json": "json map",
    "application/manifest+json": "webmanifest",
    "application/xml": "xml",
    "application/gzip": "gz",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/jpeg": "jpg jpeg",
    "image/webp": "webp",
    "image/x-icon": "ico",
    "font/woff2": "woff2",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg oga opus",
    "audio/mp4": "m4a",
}
# Text that gets smaller; pictures, typefaces, PDF and ZIP are compressed as they are.
PRESSED = (
    "text/css text/javascript text/plain text/markdown text/calendar text/vtt text/csv application/json "
    "application/manifest+json application/xml image/svg+xml"
)
_CHARSET = (
    "text/css text/javascript text/plain text/markdown text/calendar text/vtt text/csv "
    "application/xml"
)

_HSTS = """\
# Only when every site under this name has https, for good: browsers refuse http for a year, and
# nothing you change here takes that back."""

_NGINX = """\
# Slingan behind nginx. Written by `make hosting` from scripts/press/web/; change it there.
#
# Include it in a server block that has no `location @prefix@` of its own, and write the address into
# `site_url` of mkdocs.yml:
#
#   server {
#       listen 443 ssl http2;               # from nginx 1.25.1 on: `listen 443 ssl;` and `http2 on;`
#       server_name slingan.exempelby.example;
#       ssl_certificate ...; ssl_certificate_key ...;
#       root @root@;
#       include /srv/slingan/hosting/nginx.conf;
#   }
#
# Where http should lead to https, say so in a server block of its own that listens on port 80.
@bare@location @prefix@ {
    autoindex off;
    absolute_redirect off; # right behind another server and on any port
    server_tokens off;

    charset utf-8;
    charset_types @charset@;
    default_type application/octet-stream;
    types {
@types@
    }

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_comp_level 6;
    gzip_min_length 512;
    gzip_types @pressed@;

    # What is not for readers, and what does not exist: the page in the language that was asked for.
    set $slingan_lost @prefix@404.html;
    if ($uri ~ "^@start@(@others@)/") { set $slingan_lost @prefix@$1/404.html; }
    error_page 404 $slingan_lost;
    error_page 403 =404 $slingan_lost;
    if ($uri ~ "/(\\.(?!well-known/)|_(headers|redirects)$)") { return 404; }

    # How long a browser may keep it: asked for anew each time, or for a year where the address changes
    # with what stands there.
    set $slingan_keep "@fresh@";
    if ($uri ~ "^@start@@folders@/") { set $slingan_keep "@kept@"; }
    set $slingan_asked "$uri?$arg_v";
    if ($slingan_asked ~ "\\.(css|js)\\?.") { set $slingan_keep "@kept@"; }
    add_header Cache-Control $slingan_keep always;

    # The same as in site/_headers. The rest of the policy stands in every page.
@headers@

    # @hsts@
    # add_header Strict-Transport-Security "max-age=31536000" always;
}
"""

_CADDY = """\
# Slingan behind Caddy. Written by `make hosting` from scripts/press/web/; change it there.
#
# Put these lines into your Caddyfile, and the address into `site_url` of mkdocs.yml. Caddy gets the
# certificate, leads http to https and speaks HTTP/2 by itself.
#
#   slingan.exempelby.example {
#       root * @root@
#       import /srv/slingan/hosting/caddy.conf
#   }
@bare@handle @prefix@* {
	route {
		# The same as in site/_headers. The rest of the policy stands in every page.
		header {
@headers@
			# @hsts@
			# Strict-Transport-Security "max-age=31536000"
		}

		# How long a browser may keep it: asked for anew each time, or for a year where the address
		# changes with what stands there.
		@slingan_folders path_regexp ^@start@@folders@/
		@slingan_versions {
			path *.css *.js
			query v=*
		}
		header Cache-Control "@fresh@"
		header @slingan_folders Cache-Control "@kept@"
		header @slingan_versions Cache-Control "@kept@"

		# Caddy knows types from the system, which may have none.
		map {path} {slingan_type} {
@types@
			default ""
		}
		@slingan_typed expression {slingan_type} != ""
		header @slingan_typed {
			Content-Type {slingan_type}
			defer
		}

		encode {
			gzip 6
			minimum_length 512
			match {
				header Content-Type text/*
@pressed@
			}
		}
		file_server {
			hide _headers _redirects .*
		}
	}
}

# What does not exist: the page in the language that was asked for.
handle_errors {
	@slingan_missing expression {http.error.status_code} in [403, 404]
	handle @slingan_missing {
		route {
			@slingan_other path_regexp lost ^@start@(@others@)/
			@slingan_first not path_regexp ^@start@(@others@)/
			rewrite @slingan_other @prefix@{re.lost.1}/404.html
			rewrite @slingan_first @prefix@404.html
			header Content-Type "text/html; charset=utf-8"
			header Cache-Control "@fresh@"
			encode gzip
			file_server {
				status 404
			}
		}
	}
}
"""


def prefix_of(site_url: str) -> str:
    """Return the folder that the site stands in, with a slash at both ends; `/` when in none."""
    return f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/")


def server_files(site_url: str, languages: tuple[str, ...]) -> dict[str, str]:
    """Return the text of each file in hosting/, for a site at this address.

    languages: the first one stands at the root, each other in a folder.
    """
    prefix = prefix_of(site_url)
    shared = {
        "prefix": prefix,
        "start": re.escape(prefix),
        "others": "|".join(languages[1:]),
        # In a folder, the server's root is the folder above.
        "root": "/srv/slingan/site" if prefix == "/" else f"/srv/www   # with the site in{prefix}",
        "folders": _FOLDERS,
        "fresh": FRESH,
        "kept": KEPT,
    }
    return {"nginx.conf": _nginx(shared), "caddy.conf": _caddy(shared)}


def _nginx(shared: Mapping[str, str]) -> str:
    bare = shared["prefix"].rstrip("/")
    own = {
        "bare": f"location = {bare} {{ return 301 {bare}/; }}\n" if bare else "",
        "charset": _CHARSET,
        "pressed": PRESSED,
        "types": _lines("        ", (f"{kind} {ends};" for kind, ends in TYPES.items())),
        "headers": _lines(
            "    ", (f'add_header {name} "{value}" always;' for name, value in _named())
        ),
        "hsts": _HSTS.replace("\n#", "\n    #").removeprefix("# "),
    }
    return _fill(_NGINX, shared | own)


def _caddy(shared: Mapping[str, str]) -> str:
    bare = shared["prefix"].rstrip("/")
    types = (
        f'~\\.({ends.replace(" ", "|")})$ "{_with_charset(kind)}"'
        for kind, ends in TYPES.items()
        if kind != "text/html"  # which it knows
    )
    pressed = (kind for kind in PRESSED.split() if not kind.startswith("text/"))
    own = {
        "bare": f"redir {bare} {bare}/\n" if bare else "",
        "types": _lines("\t" * 3, types),
        "pressed": _lines("\t" * 4, (f"header Content-Type {kind}*" for kind in pressed)),
        "headers": _lines("\t" * 3, (f'{name} "{value}"' for name, value in _named())),
        "hsts": _HSTS.replace("\n#", "\n\t\t\t#").removeprefix("# "),
    }
    return _fill(_CADDY, shared | own)


def _named() -> list[tuple[str, str]]:
    """Return the headers, once it is sure that none would end a quoted text of a server's settings."""
    assert not any(set(value) & set('"\\${}') for value in HEADERS.values())
    return list(HEADERS.items())


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind in _CHARSET.split() else kind


def _lines(indent: str, lines: Iterable[str]) -> str:
    return "\n".join(indent + line for line in lines)


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the places `@name@`; servers' settings have braces and dollars of their own."""
    return re.sub(r"@([a-z]+)@", lambda found: values[found[1]], text)
