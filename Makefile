# Two commands do everything on a fresh machine: `make drill` and `make test`.
PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check -q
DRILL ?=

.PHONY: help install drill drill-county test test-by-the-clock test-at-once fuzz audit test-postgres lint corpus bench bench-start bench-parser bench-export bench-recovery bench-province faults faults-postgres seeds requirements clean

help:  ## what each word does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

install: $(VENV)/.installed  ## the program alone, at .venv/bin/gridwarden
	@# where it runs it may not write: half a second of every start
	@$(VENV)/bin/python -m compileall -q bot handlers scheduler actions storage domain texts drill

drill: install  ## watch a town of 58 units live through a day
	$(VENV)/bin/gridwarden drill $(DRILL)

drill-county: install  ## a county of 17 towns, 202 villages and 995 cells: do the figures agree at every level? minutes
	$(VENV)/bin/gridwarden drill --county --out drill-out/county $(DRILL)

test: lint  ## lint, types, arrows, all tests
	$(MAKE) --no-print-directory -j2 --output-sync=target test-by-the-clock test-at-once

# These mostly wait for a clock to go on: they stand beside the others and not before them.
BY_THE_CLOCK := tests/test_drill.py tests/test_drill_county.py tests/bot/test_watch.py tests/bot/test_pages.py tests/bot/test_start_refused.py
SPREAD := -n 2 --dist worksteal

test-by-the-clock: $(VENV)/.dev  ## the tests that wait for a real clock
	$(VENV)/bin/python -m pytest -p no:cacheprovider $(BY_THE_CLOCK)

test-at-once: $(VENV)/.dev  ## all other tests, in two processes
	$(VENV)/bin/python -m pytest tests $(SPREAD) $(addprefix --ignore=,$(BY_THE_CLOCK))

test-postgres: $(VENV)/.dev  ## all tests once more, on a PostgreSQL server that the run starts for itself
	GRIDWARDEN_TEST_POSTGRES=1 $(VENV)/bin/python -m pytest tests $(SPREAD)

corpus: $(VENV)/.dev  ## how near the reader is to every message of tests/corpus
	$(VENV)/bin/python -m tests.domain.parsing.scoring

bench: $(VENV)/.dev $(VENV)/.bench  ## every benchmark, the limit beside each figure; a quarter of an hour on a machine with nothing else to do
	failed=0; for one in start parser waiting recovery rush broadcast echo year brief export; do \
		echo "== $$one"; BENCH_PYTHON=$(VENV)/bench/bin/python $(VENV)/bin/python -m benchmarks.$$one || failed=1; \
	done; exit $$failed

bench-start: $(VENV)/.dev  ## how long a start takes until the first poll
	$(VENV)/bin/python -m benchmarks.start

bench-parser: $(VENV)/.dev  ## how long the reader takes for a message
	$(VENV)/bin/python -m benchmarks.parser

bench-export: $(VENV)/.dev  ## how long an export of 1,100 units and 30 days takes
	$(VENV)/bin/python -m benchmarks.export

bench-province: $(VENV)/.dev  ## what 100 counties of 1,000 units need, from what a core does here
	$(VENV)/bin/python -m benchmarks.province

faults: $(VENV)/.dev  ## six drill days under 210 kills, broken parts, a bad line, clock, disk, database; then faults-postgres; 25 minutes
	failed=0; for one in tests.faults tests.faults.several_processes; do $(VENV)/bin/python -m $$one || failed=1; done; exit $$failed

bench-recovery: $(VENV)/.dev  ## how long a restart takes with 10,000 updates waiting
	$(VENV)/bin/python -m benchmarks.recovery

faults-postgres: $(VENV)/.dev  ## four processes on PostgreSQL behind a webhook and a bad line, one killed every 5 s through a drill day; minutes
	$(VENV)/bin/python -m tests.faults.several_processes

fuzz: $(VENV)/.dev  ## 100,000 strange updates and documents through the real program; five minutes
	$(VENV)/bin/python -m tests.fuzz

audit: $(VENV)/.dev  ## known weaknesses of what requirements.txt pins; fails where their list cannot be had
	$(VENV)/bin/python -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip --disable-pip-version-check -q install pip-audit
	$(VENV)/audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt

seeds: install  ## the drill for seeds 1 to 5
	for seed in 1 2 3 4 5; do $(VENV)/bin/gridwarden drill --seed $$seed --out drill-out/seed-$$seed || exit 1; done

lint: $(VENV)/.dev  ## style, import contracts, strict types
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

requirements:  ## pin and hash anew what pyproject.toml asks for
	$(VENV)/bin/python -m pip -q install uv
	$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml -o requirements.txt
	$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.txt
	$(VENV)/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 requirements-bench.in -o requirements-bench.txt

clean:  ## remove what was made here
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# What the product is measured against has an environment of its own.
$(VENV)/.bench: requirements-bench.txt | $(VENV)/bin/python
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements-bench.txt
	@touch $@
