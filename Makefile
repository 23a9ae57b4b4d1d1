# Each command does all its own set-up: `make graph` builds a graph and asks it, `make test` checks it all but for what
# takes minutes and little else would find; `make test-long` does that: other stores, servers in trouble, each control.
DOCUMENTS ?= tests/documents
GRAPH ?= output
export DOCUMENTS GRAPH

.PHONY: graph test test-long setup

graph: setup
	@.ci/graph

test: setup
	@.ci/browser
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/pytest -n auto $(PYTEST)

test-long: setup
	@.ci/browser
	@.ci/stores
	.venv/bin/pytest -n auto -m long $(PYTEST)

setup:
	@.ci/setup
