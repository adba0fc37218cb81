# Verbatim: `make run` starts the product, `make test` proves it. `make help` lists the rest.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help setup run doctor test lint types fmt web image offline bench migrate docs site sbom notices lock clean

PY := ./scripts/python
BIN := .venv/bin
INSTALL := $(PY) scripts/install.py
CODE := packages tests benchmarks scripts docker

# The product is the server for organisations; `make run MODE=basic` starts the open core alone, for one person.
ifdef MODE
export VERBATIM_MODE := $(MODE)
endif
run doctor migrate: export VERBATIM_MODE ?= enterprise

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: ## Install what is missing, build the web app and start the server (VERBATIM_API_PORT, VERBATIM_DATA_DIR, MODE)
	@$(INSTALL) runtime web
	@exec $(BIN)/python scripts/serve.py

doctor: ## Say what is well and what is wrong with what `make run` starts
	@$(INSTALL) runtime
	@exec $(BIN)/python scripts/serve.py doctor

setup: ## Install everything for development
	@$(INSTALL) dev web

test: ## Install, start what the tests need, run every test (TESTS="tests/test_readme.py -k curl")
	@$(PY) scripts/run_tests.py $(TESTS)

lint: lint-python lint-imports lint-repo lint-web ## Check style, import rules and the repository's own rules

lint-python:
	@$(INSTALL) dev
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)

lint-imports:
	@$(INSTALL) dev
	@$(BIN)/lint-imports --no-logo

lint-repo:
	@$(INSTALL) dev
	@$(BIN)/python scripts/check_repo.py

lint-web:
	@$(INSTALL) npm run --silent lint
	@$(INSTALL) npm run --silent texts -- --check
	@$(INSTALL) npm run --silent generate -- --check

types: ## Check types, Python and TypeScript
	@$(INSTALL) dev
	@for package in packages/*/pyproject.toml; do \
	    $(BIN)/mypy "$${package%/*}"/verbatim* "$${package%/*}/tests" || exit 1; \
	done
	@$(BIN)/mypy tests benchmarks scripts docker
	@$(INSTALL) npm run --silent typecheck

fmt: ## Format the Python code and mend what can be mended
	@$(INSTALL) dev
	@$(BIN)/ruff check --fix-only --quiet $(CODE)
	@$(BIN)/ruff format $(CODE)

web: ## Build the web app
	@$(INSTALL) web

image: ## Build the container image with docker, podman or buildah (TAG=verbatim:local, BASE=python image, FLAGS=...)
	@TAG="$(TAG)" BASE="$(BASE)" ENGINE="$(ENGINE)" FLAGS="$(FLAGS)" $(PY) scripts/image.py

offline: ## Pack everything that an installation without a network needs into dist/ (EXTRA=further packages)
	@$(INSTALL) dev
	@EXTRA="$(EXTRA)" $(BIN)/python scripts/offline.py

bench: ## Measure against the bars of docs/performance.md (ONLY=name for one)
	@$(INSTALL) dev
	@$(BIN)/python benchmarks/run.py $(ONLY)

migrate: ## Bring the database of VERBATIM_DATA_DIR up to date
	@$(INSTALL) runtime
	@$(BIN)/verbatim migrate

site: ## Build the manual from docs/ into dist/manual
	@$(PY) scripts/site.py

sbom: ## Write the bill of materials (CycloneDX) to dist/verbatim.cdx.json
	@$(PY) scripts/notices.py sbom dist/verbatim.cdx.json

docs: ## Write what is generated anew: pages of docs/, the API and its types
	@$(INSTALL) dev
	@$(BIN)/python scripts/notices.py
	@$(BIN)/python scripts/write_docs.py
	@$(INSTALL) npm run --silent generate

notices: ## Write anew what the wheels say about the work of others that they bring
	@$(INSTALL) dev web
	@$(BIN)/python scripts/notices.py

lock: ## Choose versions anew after a change of requirements, and pin them in constraints.txt
	@printf -- '-e ./packages/%s\n' 'backend[whisper]' enterprise | VERBATIM_SKIP_WEB=1 $(BIN)/uv pip compile --quiet \
	    --no-header --no-annotate --no-emit-package verbatim-backend --no-emit-package verbatim-enterprise \
	    --python-version 3.11 - requirements-dev.in -o constraints.txt

clean: ## Remove what was installed and built; your data stays
	rm -rf .venv node_modules packages/*/node_modules .stamps .cache .mypy_cache .ruff_cache .pytest_cache \
	    .import_linter_cache .hypothesis test-results packages/backend/verbatim/static packages/backend/dist
