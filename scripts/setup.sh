#!/usr/bin/env bash
# Sets up .venv from the lock files: `setup.sh site` for building, `test` for testing too, `bench` for
# comparing with the untouched pdf-export plugin, whose WeasyPrint wants Pango, `audit` for the full sweep,
# whose programs want Java and Node and come by npm into .venv/audit.
# System libraries come from apt; without the right to install them, it says the one line to run.
set -euo pipefail
cd "$(dirname "$0")/.."
what=$1
lock=$what
case $what in bench | audit) lock=test ;; esac
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is needed; name it with: make $what PYTHON=/path/to/python3" >&2
  exit 1
fi

has_library() { { /sbin/ldconfig -p 2>/dev/null || ldconfig -p; } | grep "$1" >/dev/null; }
has_browser() {
  [ -n "${CHROMIUM:-}" ] && return
  command -v chromium >/dev/null || command -v google-chrome >/dev/null
}
has_server() { PATH="$PATH:/usr/sbin:/sbin:/usr/local/sbin" command -v "$1" >/dev/null; }
has_dictionary() {
  local folder
  for folder in /usr/share/hunspell /usr/local/share/hunspell /usr/share/myspell/dicts \
    /opt/homebrew/share/hunspell /Library/Spelling; do
    if [ -e "$folder/$1.dic" ]; then return; fi
  done
  return 1
}
lacks_shell() { # Chromium without windows, which not every system has
  [ -z "${CHROMIUM:-}" ] && ! command -v chromium-headless-shell >/dev/null &&
    apt-cache show chromium-headless-shell >/dev/null 2>&1
}
lacks_caddy() { ! has_server caddy && apt-cache show caddy >/dev/null 2>&1; } # not every system has it

# Debian starts a server as soon as it is installed. The tests start their own; nothing else should run.
install_quietly() {
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap "rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
  fi
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  if [ -d /run/systemd/system ] && [ ${#servers[@]} -gt 0 ]; then
    systemctl disable --quiet "${servers[@]}" || true
  fi
}

missing=()
servers=()
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
if [ "$what" = bench ]; then
  has_library libpango-1.0.so.0 || missing+=(libpango-1.0-0)
  has_library libpangoft2-1.0.so.0 || missing+=(libpangoft2-1.0-0)
fi
if [ "$what" = audit ]; then
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
fi
if [ "$lock" = test ]; then
  has_browser || missing+=(chromium)
  has_server nginx || servers+=(nginx)
  if lacks_caddy; then servers+=(caddy); fi
  has_library libatomic.so.1 || missing+=(libatomic1) # wanted by what drives the browser
  command -v hunspell >/dev/null || missing+=(hunspell) # the speller, with the site's three languages
  has_dictionary sv_SE || missing+=(hunspell-sv)
  has_dictionary da_DK || missing+=(hunspell-da)
  has_dictionary en_GB || missing+=(hunspell-en-gb)
fi

missing+=("${servers[@]}")
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # Only now does a new machine know which packages there are.
    if [ "$lock" = test ] && [[ " ${missing[*]} " != *" caddy "* ]] && lacks_caddy; then
      missing+=(caddy)
      servers+=(caddy)
    fi
    echo "Installing with apt: ${missing[*]}"
    install_quietly "${missing[@]}"
  else
    echo "Some system packages are missing. Run this line, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    if [ ${#servers[@]} -gt 0 ]; then
      echo "Debian starts a web server once it is installed; the tests need none that runs. To stop it:" >&2
      echo "  sudo systemctl disable --now ${servers[*]}" >&2
    fi
    exit 1
  fi
fi
# It opens a page in a third of the processor's time; where it cannot be had, the browser itself does it.
if [ "$lock" = test ] && [ "$(id -u)" = 0 ] && lacks_shell; then
  DEBIAN_FRONTEND=noninteractive install_quietly chromium-headless-shell 2>/dev/null || true
fi
if [ "$lock" = test ] && ! has_browser; then
  echo "No Chromium was found. Install it and name it with: make test CHROMIUM=/path/to/chromium" >&2
  exit 1
fi

if [ "$what" = audit ] && ! node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'; then
  echo "Node 18 or newer is needed for make audit; this is $(node --version)" >&2
  exit 1
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Setting up .venv ($what)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$lock.txt"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
touch .venv/.site-ready
if [ "$lock" = test ]; then touch .venv/.test-ready; fi
if [ "$what" = audit ]; then
  mkdir -p .venv/audit
  cp scripts/audit/package.json scripts/audit/package-lock.json .venv/audit/
  # The checker would fetch a Java of its own, and Lighthouse's helper a browser; both are here already.
  (cd .venv/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  touch .venv/.audit-ready
fi
