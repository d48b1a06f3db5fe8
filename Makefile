# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes -r
# The package itself, without fetching anything: its build tool is in the lock.
LINK := $(PIP) install --quiet --no-deps --no-build-isolation --editable .

.PHONY: run test lint bench mutants servers golden lock clean

run: $(VENV)/.ready-run
	$(BIN)/streamlit run streamlit_app.py

test: $(VENV)/.ready-test lint
	$(BIN)/python -m pytest -n 3 --dist worksteal

lint: $(VENV)/.ready-test
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.ready-test
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/batch.py
	$(BIN)/python tests/bench/land.py
	$(BIN)/python tests/bench/students.py

mutants: $(VENV)/.ready-test
	$(BIN)/python tests/bench/mutants.py
	$(BIN)/python tests/bench/hand_written.py

# The model's client against servers that others wrote, in an environment of their own. The first
# time compiles llama.cpp: some minutes, and a C++ compiler.
servers: $(VENV)/.ready-test $(VENV)-servers/.ready
	EXPLAINER_SERVERS=$(CURDIR)/$(VENV)-servers $(BIN)/python -m pytest -m "servers or not servers" tests/servers

$(VENV)-servers/.ready: tests/servers/requirements.txt
	$(PYTHON) -m venv $(VENV)-servers
	$(VENV)-servers/bin/python -m pip --disable-pip-version-check install --quiet -r $< || \
	  { echo "make servers could not install what $< names: it needs a package index, a C++ compiler and about 1 GB."; exit 1; }
	touch $@

# Accept the present output as the golden files; read the difference before you commit it.
golden: $(VENV)/.ready-test
	ACCEPT=1 $(BIN)/python -m pytest tests/quiz/test_golden.py

# Pin the newest versions that pyproject.toml allows, for every system, with hashes.
lock: $(VENV)/.ready-test
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	  --no-annotate --custom-compile-command "make lock" --upgrade \
	  --extra build -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	  --no-annotate --custom-compile-command "make lock" --upgrade \
	  --extra build --extra test -c requirements.txt -o requirements-test.txt pyproject.toml

$(VENV)/bin/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Explainer needs Python 3.11 or newer; set PYTHON=… to one.')"
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-run: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(INSTALL) requirements.txt
	$(LINK)
	touch $@

$(VENV)/.ready-test: requirements-test.txt pyproject.toml | $(VENV)/bin/python
	$(INSTALL) requirements-test.txt
	$(LINK)
	$(BIN)/python tools/get_browser.py
	$(BIN)/python tools/get_servers.py
	touch $@ $(VENV)/.ready-run

clean:
	rm -rf $(VENV) $(VENV)-servers build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis actual
