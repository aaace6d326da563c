# Set-up and the main job. The same without make stands in README.md.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
SOURCES := pyproject.toml $(shell find src schemas -type f -not -name '*.pyc')

.PHONY: edition test test-slow lint schemas clean
.DELETE_ON_ERROR:

edition: $(VENV)/.installed  ## convert, prove, validate and render the edition in tei/ into build/
	$(BIN)/memcon convert tei/transcripts/* --edition tei/edition.toml --out tei/ --format concise
	$(BIN)/memcon verify tei/*.xml --format concise
	$(BIN)/memcon validate tei/ --fail-on warning --format concise
	$(BIN)/memcon render tei/*.xml --to html --out build/html --format concise
	$(BIN)/memcon render tei/*.xml --to text --out build/text --format concise

test: $(VENV)/.test  ## the tests, slow ones apart
	$(BIN)/python -m pytest -q -n auto -m "not slow"

test-slow: $(VENV)/.test  ## the slow tests alone
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m slow

lint: $(VENV)/.test  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schemas: $(VENV)/.installed  ## build the schemas from schemas/memcon.odd
	$(BIN)/python schemas/build.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(SOURCES) | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade .
	touch $@

$(VENV)/.test: $(SOURCES) | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade '.[test,fuzz]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
