# Two commands are all a user needs: `make chat` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
INDEX ?= citewire-index
HOST ?= 127.0.0.1
PORT ?= 7860

.PHONY: chat test check install browser clean

chat: install
	@test -f $(INDEX)/manifest.json || $(BIN)/citewire index seeds/ --index $(INDEX)
	@$(BIN)/citewire serve --index $(INDEX) --host $(HOST) --port $(PORT) \
		--example "What did Guler say about withdrawal?" \
		--example "How many Turkish troops are in Syria?" \
		--example "What did Baghdad and Erbil agree on?" \
		--example "What did Akar and Shoigu discuss?" \
		--example "What did Guler say about Cyprus?"

test: install .venv/.test browser
	$(BIN)/python -m pytest

check: install .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.imports

install: .venv/.installed

.venv/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Citewire needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ echo "Python's venv is missing: apt-get install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --upgrade "pip>=24"
	@echo "Installing Citewire and what it needs (some minutes, 2 GB) ..."
	$(BIN)/pip install --editable .
	@echo "Preparing the embedding model (once) ..."
	@$(BIN)/python -m index.wiring
	@touch $@

.venv/.test: .venv/.installed
	$(BIN)/pip install --quiet --editable ".[test]"
	@touch $@

browser:
	@command -v chromium >/dev/null || { \
		echo "Installing Chromium for the browser test ..."; \
		SUDO=$$(test "$$(id -u)" = 0 || echo sudo); \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium >/dev/null; \
	} || { echo "Install Chromium by hand: apt-get install chromium"; exit 1; }

clean:
	rm -rf .venv $(INDEX)
