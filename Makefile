# Everything here needs Python 3.11 or newer, git and make; the rest is set up by scripts/setup.sh.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHON
export CHROMIUM
export NAME
export CHAPTER
export EASY
export ALL
export PART
export PAGES
export FULL
export TEXT
export WHY
export BY
export FOR
export IN
export NO_MKDOCS_2_WARNING := 1

# In three processes, for a browser often waits and two would leave cores idle; each file whole in one of them, so
# that what a file makes is made once, in the order that tests/conftest.py gives. When a process dies, the run
# ends and names its test; xdist 3.8 would start another and then wait for ever.
SIDE_BY_SIDE := --numprocesses 3 --dist loadfile --no-loadscope-reorder \
  --max-worker-restart 0

.PHONY: site test serve check new stamp translated translations offline edition work reference hosting bench pictures audit lock clean

site: $(VENV)/.site-ready  ## build the whole site with all printables into site/
	@$(BIN)/press build

test: $(VENV)/.test-ready  ## all tests, in the browser too
	@$(BIN)/ruff check scripts tests
	@$(BIN)/ruff format --check scripts tests
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

serve: $(VENV)/.site-ready  ## show the site while you write, at http://127.0.0.1:8000/
	@$(BIN)/press serve

check: $(VENV)/.site-ready  ## check all texts and say what to mend; FULL=1: how easy each is to read
	@$(BIN)/press check $${FULL:+--full}

new: $(VENV)/.site-ready  ## CHAPTER=part/name: the files of a new chapter; EASY=1: easy-read ones too
	@$(BIN)/press new $${EASY:+--easy} -- chapter "$$CHAPTER"

stamp: $(VENV)/.site-ready  ## write what a new printable needs beside its edition
	@$(BIN)/press stamp

translated: $(VENV)/.site-ready  ## TEXT="da what-is-dmo": that translation follows its source now (WHY=… BY=…: may stay behind)
	@$(BIN)/press translated $${WHY:+--accept "$$WHY"} $${BY:+--by "$$BY"} -- $$TEXT

translations: $(VENV)/.site-ready  ## what does not follow its source, for translators; also in build/translations.txt
	@$(BIN)/press translations

work: $(VENV)/.site-ready  ## FOR="guide-matching requests=FILE.csv offers=FILE.csv": run a working tool on files (IN=da: in Danish)
	@$(BIN)/press work $${IN:+--language "$$IN"} -- $$FOR

offline: $(VENV)/.site-ready  ## pack the site into build/offline/, to be opened from a USB stick
	@$(BIN)/press build && $(BIN)/press offline

edition: $(VENV)/.site-ready  ## NAME=… or ALL=folder: print in a municipality's own name, into build/editions/
	@$(BIN)/press edition $${ALL:+--all "$$ALL"} -- $$NAME

reference: $(VENV)/.site-ready  ## write the authors' reference from the models
	@$(BIN)/press reference

hosting: $(VENV)/.site-ready  ## write the settings for nginx and Caddy, for the folder in site_url
	@$(BIN)/press hosting

bench: $(VENV)/.test-ready  ## compare in one run with others; PART=paper, web or search: only that
	@scripts/setup.sh bench && PYTHONPATH=scripts $(BIN)/python -m bench $$PART

pictures: $(VENV)/.test-ready  ## take the README's pictures anew
	@$(BIN)/press build && $(BIN)/python scripts/pictures.py

audit: $(VENV)/.audit-ready  ## the full sweep by all tools; write the report that the statement shows
	@$(BIN)/python -m pytest --quiet tests/audit/real_tools.py
	@$(BIN)/press build && $(BIN)/python -m audit

# The lock files carry hashes and no addresses, so that any mirror of the registry will do.
lock:  ## pin requirements/*.in anew
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet uv==0.13.9
	for set in site test; do build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header requirements/$$set.in -o requirements/$$set.txt; done

clean:  ## remove what was built; the set-up in .venv stays
	rm -rf site build

$(VENV)/.site-ready: requirements/site.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh site

$(VENV)/.test-ready: requirements/test.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh test

$(VENV)/.audit-ready: requirements/test.txt scripts/audit/package-lock.json scripts/setup.sh
	@scripts/setup.sh audit
