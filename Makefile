# `make demo` shows what protobuild does; `make test` proves it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := demo
.PHONY: demo test test-clients mutants samples lint clean run-setup test-setup
BIN := .venv/bin
# Tests start many processes: what Python compiles is kept, or each of them would compile it again.
export PYTHONDONTWRITEBYTECODE :=

demo: run-setup
	@$(BIN)/protobuild check
	@$(BIN)/protobuild --quiet build
	@$(BIN)/protobuild redline

test: test-setup lint
	@$(BIN)/pytest -n 2 --dist worksteal --ignore=tests/clients

test-clients: test-setup
	@tools/clients
	@$(BIN)/pytest -m clients tests/clients

mutants: test-setup
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation -e '.[mutants]'
	@$(BIN)/python tools/mutants.py

samples: test-setup
	@$(BIN)/python tools/samples.py --pictures

lint: test-setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find build -mindepth 1 ! -name .gitignore -delete

run-setup:
	@tools/setup requirements.lock
	@tools/pango

test-setup:
	@tools/setup requirements-dev.lock
	@tools/pango
