# Everything a person does with a clone; `make help` lists it. On Windows use Git Bash.
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# The first Python on the path that is new enough; `make site PYTHON=…` names another.
PYTHON ?= $(shell for name in python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?=
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help site serve lab test lint figures benchmark lock clean

help: # lists the others
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

site: .venv/.site ## build notebooks/ into site/ (installs what that needs, once)
	@$(BIN)/galley build notebooks --output site $(ARGS)

serve: .venv/.site ## the same, shown in a browser and kept up to date
	@$(BIN)/galley serve notebooks --output site $(ARGS)

lab: .venv/.site ## write the articles in JupyterLab
	@$(BIN)/galley lab notebooks $(ARGS)

test: .venv/.test ## run all tests (browser tests use an installed Chromium)
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

lint: .venv/.test ## style, format and types, as the continuous check does
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy .ci/environment.py

figures: .venv/.test ## draw every figure's contact sheet into figures-sheet/
	@$(BIN)/python -m galley_figures.sheet --output figures-sheet $(ARGS)

benchmark: .venv/.site ## measure builds beside other ways to publish notebooks (half an hour)
	@$(BIN)/python -m tests.benchmarks $(ARGS)

lock: .venv/.test ## renew the locks and environment.yml from pyproject.toml (needs a network)
	@$(BIN)/uv pip compile pyproject.toml --all-extras --group build $(LOCKING) --output-file requirements-test.lock
	@$(BIN)/uv pip compile pyproject.toml --extra lab --extra publish --extra documents --group build $(LOCKING) --constraint requirements-test.lock --output-file requirements.lock
	@$(BIN)/python .ci/environment.py --write

clean: ## remove .venv, site/, figures-sheet/ and what tools left; articles and their store stay
	@rm -rf .venv site figures-sheet dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# One lock for every system and Python; hashes of every file, and no registry's address.
LOCKING := --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --no-header --upgrade --quiet

# The stamps below make a second `make site` start at once, until a lock changes.
.venv/.site: requirements.lock pyproject.toml | .venv/.python
	@echo "Installing into .venv; the first time takes some minutes."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: requirements-test.lock | .venv/.site
	@echo "Installing what the tests need into .venv."
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

.venv/.python:
	@test -n "$(PYTHON)" \
		|| { echo "Galley needs Python 3.11 or newer; if you have it: make site PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { echo "Python's venv is missing; on Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@touch $@
