.DEFAULT_GOAL := help
UNITS := tests/audit tests/common tests/custody_time tests/deadlines tests/offenses tests/places tests/requests
.PHONY: hostile help setup demo test test-postgres walk lint fmt docs fuzz advisories bench law mutation mutation-law coverage soak sweep

help: ## List the recipes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: ## Install whatever is missing: system packages by apt-get, uv, the locked packages
	@bash tools/setup.sh

demo: setup ## Build a fictional county, answer four requests, say where the packages lie
	@.venv/bin/habeas demo --out demo-out $(DEMO)

test: ## Lint, types, rooms, and the whole suite, pages in a real browser among it
	@bash tools/setup.sh with-browser
	@$(MAKE) --no-print-directory lint
	@.venv/bin/pytest -n 2 --dist loadgroup

test-postgres: ## The desk's tests again, on a real PostgreSQL
	@bash tools/setup.sh with-browser
	@DATABASE_URL=postgres .venv/bin/pytest -n 2 --dist loadgroup tests/desk

walk: ## Walk ten stories through the desk in a real browser and keep the pictures as docs/walk.pdf
	@bash tools/setup.sh with-browser
	@HABEAS_WALK=docs .venv/bin/pytest -n 0 tests/browser/test_walk.py

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

fuzz: setup ## Columns and cases on a hundred thousand generated people; odd values in every parameter of the desk
	@HABEAS_FUZZ=560 .venv/bin/pytest -n 2 tests/law/test_columns.py
	@HABEAS_DRAW=fresh .venv/bin/pytest -n 2 tests/law/test_every_place.py tests/law/test_trace.py tests/offenses tests/deadlines tests/matching/test_properties.py
	@HABEAS_FUZZ_DESK=whole .venv/bin/pytest -n 2 -rP -p no:logging tests/desk/test_every_parameter.py

advisories: setup ## Ask the registry what is known against each package of uv.lock; says plainly what it could not ask
	@.venv/bin/python tools/check_lock.py

sweep: setup ## Every page in every role, both schemes, 320, 1280 and 1920 pixels, text twice as large, in a real browser (ROLES=clerk,counsel)
	@HABEAS_SWEEP=whole $(if $(ROLES),HABEAS_SWEEP_ROLES=$(ROLES)) .venv/bin/pytest -n 0 tests/browser/test_sweep.py

soak: setup ## Kill sessions, servers and databases, cut the power, fill the disk: nothing acknowledged may be missing (MINUTES=240)
	@.venv/bin/python -m tools.soak --minutes $(or $(MINUTES),240) $(foreach part,$(ONLY),--only $(part))

mutation: setup ## Change the code one place at a time; list in mutation/ROOM.txt what no test notices (ROOM=law MINUTES=120)
	@$$(command -v uv || echo .uv/bin/uv) sync --locked --quiet --group mutation
	@.venv/bin/python tools/mutation.py $(or $(ROOM),law) $(MINUTES)

mutation-law: setup ## Change each rule of law one thing at a time; list in mutation/packs.txt what no case notices (PACKS="us-tx us-fl")
	@.venv/bin/python tools/mutate_packs.py $(PACKS)

hostile: setup ## Run a thousand hostile files through every command that reads one (SEED=3 KINDS="tables books")
	@.venv/bin/python -m tests.hostile.run $(or $(SEED),1) $(KINDS)

coverage: setup ## Measure which lines of the lower rooms their tests run, and fail under what was reached
	@$$(command -v uv || echo .uv/bin/uv) sync --locked --quiet --group mutation
	@.venv/bin/coverage run -m pytest -n 0 $(UNITS)
	@.venv/bin/coverage report

bench: setup ## Measure Habeas beside the peers that are installed (PEERS=folder of their scripts)
	@.venv/bin/habeas bench decide $(if $(PEERS),--peers $(PEERS))
	@.venv/bin/habeas bench batch $(if $(PEERS),--peers $(PEERS))

law: setup ## Write the rule pages of every place into site-law/
	@mkdir -p site-law
	@for place in $$(.venv/bin/habeas law list --json | .venv/bin/python -c "import json,sys; print(*[row['pack'] for row in json.load(sys.stdin)])"); do \
	  .venv/bin/habeas law show $$place --format html --out site-law/$$place.html; done
