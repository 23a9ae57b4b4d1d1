# The two commands do all their own set-up: `make graph` builds a graph and asks it, `make test` checks everything.
DOCUMENTS ?= tests/documents
GRAPH ?= output
export DOCUMENTS GRAPH

.PHONY: graph test setup

graph: setup
	@.ci/graph

test: setup
	@.ci/browser
	@.ci/stores
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/pytest -n auto $(PYTEST)

setup:
	@.ci/setup
