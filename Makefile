.DEFAULT_GOAL := help
.PHONY: help setup demo test lint fmt docs

help: ## List the recipes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: ## Install whatever is missing: system packages by apt-get, uv, the locked packages
	@bash tools/setup.sh

demo: setup ## Build a fictional county, answer four requests, say where the packages lie
	@.venv/bin/habeas demo --out demo-out

test: setup lint ## Lint, types, rooms, and the whole suite
	@.venv/bin/pytest -n 2

lint: setup ## Ruff, mypy, import-linter
	@.venv/bin/ruff check src tests
	@.venv/bin/ruff format --check src tests
	@.venv/bin/mypy
	@.venv/bin/lint-imports

fmt: setup ## Write the code in the house's form
	@.venv/bin/ruff format src tests
	@.venv/bin/ruff check --fix src tests

docs: setup ## Build the manual into site/
	@$$(command -v uv || echo .uv/bin/uv) sync --locked --quiet --group docs
	@.venv/bin/mkdocs build --strict --quiet
