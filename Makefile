# The project's commands, as a person types them.
NOTES ?= data/notes
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test browser check docs clean

demo: $(VENV)/app
	$(BIN)/knotwork serve "$(NOTES)" --port $(PORT)

test: $(VENV)/test
	$(BIN)/python -m pytest

check: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Installs Chromium with the system's package manager where there is none; the only command that does such a thing.
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
browser:
	@command -v chromium || command -v chromium-browser || command -v google-chrome || \
	  { $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; }

# The pages under docs/ that are made, not written.
docs: $(VENV)/app
	$(BIN)/python -m cli.command_reference > docs/cli.md

clean:
	rm -rf $(VENV) .knotwork

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Installed, not linked: a file forgotten in the package shows at once. Any changed source installs again.
SOURCES := pyproject.toml $(shell find cli web search ingest graph data -type f -not -name '*.pyc')

$(VENV)/app: $(VENV)/bin/python $(SOURCES)
	$(BIN)/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	$(BIN)/pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/test: $(VENV)/app pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check '.[test,check]'
	@touch $@
