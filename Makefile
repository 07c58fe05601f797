# Everything a developer runs. Needs Python 3.11 or newer with venv, git and make; all else is set up in .venv.
# One recipe does it on a machine and in CI: `make demo` and `make test` are the two to begin with.

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin

# uv works on this folder's environment, whichever one is active, and never fetches a Python of its own.
unexport VIRTUAL_ENV
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON := .venv/bin/python
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help demo test lint types docs wheel format lock clean

help: ## List these targets.
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

demo: .venv/ready-to-run ## Set up, and print an example article taken apart.
	@$(BIN)/newskit parse examples/bridge.txt

test: .venv/ready-to-develop ## Set up, and run all tests, those in docstrings and docs among them.
	$(BIN)/pytest $(ARGS)

lint: .venv/ready-to-develop ## Check style and format.
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready-to-develop ## Check types: the package, and a file of typed usage.
	$(BIN)/mypy src tests/typing/usage.py

docs: .venv/ready-to-develop ## Build the site into docs/_build/html; a warning is an error.
	$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet -b html docs docs/_build/html

wheel: .venv/ready-to-develop ## Build the wheel and the source distribution into dist/.
	rm -rf dist
	$(BIN)/uv build --quiet

format: .venv/ready-to-develop ## Put the code into its format.
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

lock: .venv/uv ## Renew uv.lock after a change in pyproject.toml.
	$(BIN)/uv lock

clean: ## Remove what these targets made.
	rm -rf .venv dist docs/_build

.venv/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	touch $@

.venv/ready-to-run: .venv/uv pyproject.toml uv.lock
	$(BIN)/uv sync --locked --quiet --no-dev --inexact
	touch $@

.venv/ready-to-develop: .venv/uv pyproject.toml uv.lock
	$(BIN)/uv sync --locked --quiet
	touch $@ .venv/ready-to-run
