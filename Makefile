# The verbs of this project. `make` alone lists them; CI calls the same ones (.ci/run).

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Compiled modules are kept, whatever the environment says: the tests start some hundreds of processes, each of which
# would compile the program anew.
export PYTHONDONTWRITEBYTECODE :=

# Only relative paths are used below, so that the checkout may stand in a folder with spaces in its name.
BIN := .venv/bin
# What pip must not do: ask, or tell of newer pips.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# As many test processes as there are cores; `make test WORKERS=0` runs them in one, where a debugger works.
# Whole files go to one of them, so that what a file's tests share is made once, in the order of tests/conftest.py.
WORKERS ?= auto
PYTEST = $(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder
TESTS ?=
# `make lock UPGRADE=--upgrade` moves every pin, `UPGRADE="--upgrade-package httpx"` one; otherwise only what must move.
UPGRADE ?=
LOCK := .venv-lock/bin/uv pip compile pyproject.toml --quiet --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links

# Run one step of the tests and say how long it took; `time` keeps the step's exit status, and make stops at the first failure.
step = @printf '\n== %s\n' '$(1)'; TIMEFORMAT='   %1R s'; time $(2)

.PHONY: help setup demo up test faults mutations lint format bench bench-dedup lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 16

setup: .venv/.dev .venv/.galata ## .venv with everything that development and tests need

demo: .venv/.runtime .venv/.galata ## the whole loop on invented feeds, offline, to a digest you can open
	$(BIN)/galata demo

up: .venv/.runtime .venv/.galata ## the program in one process: schedule and workers
	$(BIN)/galata up

test: setup ## everything CI checks
	$(call step,format,$(BIN)/ruff format --check .)
	$(call step,lint,$(BIN)/ruff check .)
	$(call step,types,$(BIN)/mypy)
	$(call step,imports,$(BIN)/lint-imports)
	$(call step,tests,$(PYTEST) $(TESTS))

faults: setup ## every fault, in its long form: some ten minutes
	$(PYTEST) -m "long or not long" tests/faults $(TESTS)

mutations: setup ## take each protection out and see a test fail
	$(BIN)/python -m tests.faults.mutations $(TESTS)

lint: setup ## style, types, and who may import whom
	$(call step,lint,$(BIN)/ruff check .)
	$(call step,types,$(BIN)/mypy)
	$(call step,imports,$(BIN)/lint-imports)

format: setup ## put the code into shape, and mend what can be mended
	$(BIN)/ruff check --fix --exit-zero --quiet .
	$(BIN)/ruff format .

bench: setup ## quality and speed
	$(BIN)/python -m benchmarks

# QUICK=--quick: small sizes, some minutes.
bench-dedup: setup .venv/.bench ## duplicates and stories: quality beside peers, cost up to a million articles
	$(BIN)/python -m benchmarks.dedup $(QUICK)

lock: .venv-lock/bin/uv ## write the exact versions and hashes of requirements*.txt anew
	$(LOCK) $(UPGRADE) --extra build --output-file requirements.txt
	$(LOCK) $(UPGRADE) --extra build --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) $(UPGRADE) --extra bench --constraint requirements-dev.txt --output-file requirements-bench.txt

clean: ## remove what can be made again, .venv included; data in var/ stays
	rm -rf .venv .venv-lock build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A Python of the right version that can make environments, or a word on what to install.
.venv/bin/pip .venv-lock/bin/pip:
	@for python in "$(PYTHON)" python3.11 python3.12 python3; do \
	  "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null || continue; \
	  "$$python" -c 'import venv, ensurepip' 2>/dev/null || { \
	    echo "$$python cannot make environments; install what is missing: apt-get install python3-venv" >&2; exit 1; }; \
	  exec "$$python" -m venv --clear $(@D)/..; \
	done; \
	echo "no Python 3.11 or 3.12 found; install one, or name it: make setup PYTHON=/path/to/python3.11" >&2; exit 1

# Stamps: each is as old as the last installation, and the next happens when its file of versions has changed.
.venv/.runtime: requirements.txt .venv/bin/pip
	$(PIP) install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/bin/pip | .venv/.runtime
	$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Without build isolation: the builder is pinned in requirements.txt too, so that nothing unpinned is fetched.
.venv/.bench: requirements-bench.txt .venv/bin/pip | .venv/.dev
	$(PIP) install --quiet --require-hashes -r requirements-bench.txt
	@touch $@

.venv/.galata: pyproject.toml .venv/bin/pip | .venv/.runtime
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv-lock/bin/uv: .venv-lock/bin/pip
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check 'uv==0.13.9'
