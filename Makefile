# Haidang: `make` prints the targets. Two are enough on a fresh machine: `make demo` and `make test`.
#
# Needed first on Debian 12 or newer, or Ubuntu 24.04 or newer:  sudo apt-get install -y make python3-venv

PYTHON ?= python3
VENV   ?= .venv
ARGS   ?=
BIN    := $(VENV)/bin
RUN    := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCK   := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
          --no-annotate --no-header

.DEFAULT_GOAL := help
.SHELLFLAGS   := -euc
.PHONY: help demo run test check bench docs lock messages screenshots setup clean

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN)  ## Set everything up and serve the desk with demo data on this machine
	@$(BIN)/haidang demo $(ARGS)

run: $(RUN)  ## Serve the desk and run the worker with your own data (kept in var/)
	@$(BIN)/haidang run $(ARGS)

test: $(DEV)  ## Run the tests: SQLite, then PostgreSQL and Chromium where they are installed
	@$(BIN)/python -m scripts.run_tests $(ARGS)

check: $(DEV)  ## Run every other check: style, types, import floors, tree size, coverage, messages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.tree_size
	$(BIN)/python -m scripts.house_rules
	$(BIN)/python -m scripts.messages --check
	$(BIN)/python -m scripts.coverage_gate

bench: $(DEV)  ## List what can be measured; NAME="reading --pages D ..." measures it, PEERS=1 installs all peers
	@if [ -n "$(PEERS)" ]; then $(PIP) install -qq --no-deps --require-hashes -r requirements-bench.lock; fi
	@if [ -n "$(NAME)" ]; then $(BIN)/haidang bench $(NAME) $(ARGS); \
	else $(BIN)/python -c "from bench.registry import SCRIPTS; print(*sorted(SCRIPTS), sep='\n')"; fi

docs: $(DEV)  ## Write the generated parts of the documentation and test it against the code
	@$(BIN)/python -m scripts.reference
	@$(BIN)/python -m pytest tests/docs -q $(ARGS)

lock:  ## Renew the hashed lock files (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: install it with 'pip install uv'."; exit 2; }
	$(LOCK) --extra postgres --group build pyproject.toml -o requirements.lock
	$(LOCK) --extra postgres --extra archive --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(LOCK) --extra postgres --extra archive --group build --group dev --group bench -c requirements-dev.lock pyproject.toml -o requirements-bench.lock

messages: $(DEV)  ## Collect the texts of the interface and compile the translations (needs gettext)
	@$(BIN)/python -m scripts.messages

screenshots: $(DEV)  ## Take the screenshots of the README (needs Chromium)
	@$(BIN)/python -m scripts.screenshots

setup: $(DEV)  ## Install everything needed to work on the code

clean:  ## Remove the environment and caches; your data in var/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: sudo apt-get install -y python3-venv"; exit 2; }
	@$(PYTHON) scripts/bare_machine.py
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing the programs that Haidang is made of (once; about a minute) ..."
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-build-isolation --no-deps -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	@echo "Installing the programs that test Haidang (once; about a minute) ..."
	@$(PIP) install -qq --require-hashes -r requirements-dev.lock
	@touch $@
