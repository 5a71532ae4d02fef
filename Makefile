# onrecord: `make demo` sets up and runs the main job, `make test` sets up and passes the tests.
# The machine's own Python, also where the environment made from it is on the PATH.
PYTHON ?= $(shell PATH=$$(printf %s "$$PATH" | tr : '\n' | grep -vF '$(CURDIR)/.venv/bin' | paste -sd:); command -v python3.11 || command -v python3)
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo test quality audit rules bench knowledge lock setup clean

demo: .venv/ready
	@$(BIN)/python -m onrecord.faces.demo examples demo-record

test: .venv/ready
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

quality: .venv/ready
	@if [ -d $(SHARED)/gold ]; then $(BIN)/python -m onrecord.score $(SHARED)/gold; \
	else echo "quality: no gold at $(SHARED)/gold, so the floors are not measured here"; fi
	@$(BIN)/python -m onrecord.score.pointers $(SHARED)/corpora --floors

# A sheet of events of documents drawn by lot, for reading; `python -m onrecord.score.audit --report gold/audit_*.tsv` sums up.
audit: .venv/ready
	$(BIN)/python -m onrecord.score.audit $(SHARED)/corpora audit.tsv --text

# What this state of the rules gains and loses against the counts kept in bench/rules.tsv; with KEEP=1 they are kept anew.
rules: .venv/ready
	$(BIN)/python -m onrecord.score.by_rule $(SHARED)/corpora $(if $(KEEP),--keep)

bench: .venv/ready
	$(BIN)/python bench/speed.py $(SHARED)/corpora
	$(BIN)/python bench/shares.py $(SHARED)/corpora

knowledge: .venv/ready
	$(BIN)/python -m onrecord.lexicon.compile

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml hatch_build.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# Pins and hashes of everything, anew from pyproject.toml.
lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
	  --no-emit-options --extra dev --build-deps-for editable --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv demo-record build dist

.PHONY: docs
docs: .venv/ready
	$(BIN)/python -m onrecord.faces.reference > docs/reference.md
