# Two commands do everything on a fresh machine: `make drill` and `make test`.
PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check -q
DRILL ?=

.PHONY: help install drill test fuzz audit test-postgres lint corpus bench-parser bench-export faults seeds requirements clean faults-postgres bench-province

help:  ## what each word does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

install: $(VENV)/.installed  ## the program alone, at .venv/bin/gridwarden

drill: install  ## watch a town of 58 units live through a day
	$(VENV)/bin/gridwarden drill $(DRILL)

test: lint  ## lint, types, arrows, all tests
	$(VENV)/bin/python -m pytest tests

test-postgres: $(VENV)/.dev  ## all tests once more, on a PostgreSQL server that the run starts for itself
	GRIDWARDEN_TEST_POSTGRES=1 $(VENV)/bin/python -m pytest tests

bench-province: $(VENV)/.dev  ## what 100 counties of 1,000 units need, from what a core does here
	$(VENV)/bin/python -m benchmarks.province

corpus: $(VENV)/.dev  ## how near the reader is to every message of tests/corpus
	$(VENV)/bin/python -m tests.domain.parsing.scoring

bench-parser: $(VENV)/.dev  ## how long the reader takes for a message
	$(VENV)/bin/python -m benchmarks.parser

bench-export: $(VENV)/.dev  ## how long an export of 1,100 units and 30 days takes
	$(VENV)/bin/python -m benchmarks.export

faults: install  ## the bot killed by SIGKILL at 20 random moments of a drill day, for three days; minutes
	for seed in 1 2 3; do $(VENV)/bin/gridwarden drill --seed $$seed --speed 250 --kills 20 --out drill-out/faults-$$seed || exit 1; done



faults-postgres: $(VENV)/.dev  ## four processes on PostgreSQL behind a webhook, one killed every 5 s through a drill day; minutes
	$(VENV)/bin/python -m tests.faults.several_processes
