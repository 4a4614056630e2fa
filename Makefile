# `make demo` shows Trame, `make test` proves it, `make serve` runs a real centre.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
PYTEST := $(PYTHON) -m pytest
YEAR := 2021
DEMO := TRAME_ENV=demo $(MANAGE)
DEMO_REPORT := var/demo/rapport-activite-$(YEAR).pdf
# A centre as it will run, in a folder of its own that is thrown away.
PRODUCTION := TRAME_ENV=production TRAME_HOSTS=trame.example.org $(MANAGE)
# What libraries ship and no page asks for: variants of Bootstrap, extensions of htmx.
UNSERVED := bootstrap-* *.rtl.* *.esm.* ext

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests demo report serve test siege check bench pictures lock

help:
	@echo "make demo      une année de démonstration, son rapport en PDF, puis http://127.0.0.1:8000"
	@echo "make report    la même chose, sans servir les pages"
	@echo "make serve     le vrai centre : pages et travail de fond"
	@echo "make test      tous les tests, sur SQLite puis PostgreSQL, navigateur compris"
	@echo "make siege     l’appel sur un mauvais réseau, le serveur tué cinquante fois, deux cents personnes connectées"
	@echo "make check     style, migrations, réglages de production"
	@echo "make bench     les durées, sur un centre de 60 000 présences par an"
	@echo "make pictures  les images du README"
	@echo "make setup     seulement l’installation"

setup:
	@.ci/setup

setup-tests:
	@.ci/setup tests

report: setup
	@mkdir -p var/demo
	@$(DEMO) migrate --verbosity 0
	@$(DEMO) load_demo
	@$(DEMO) build_report $(YEAR) -o $(DEMO_REPORT)

demo: report
	@$(DEMO) serve

serve: export TRAME_ENV := $(or $(TRAME_ENV),production)
serve: setup
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0 $(UNSERVED:%=--ignore "%")
	@$(MANAGE) serve

test: setup-tests
	@$(PYTEST) -n 2 --dist worksteal --database sqlite
	@$(PYTEST) -n 2 --dist worksteal --database postgresql

siege: setup-tests
	@$(PYTEST) tests/siege --siege full --database sqlite
	@$(PYTEST) tests/siege --siege full --database postgresql

check: setup
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@data=$$(mktemp -d); trap 'rm -rf "$$data"' EXIT; export TRAME_DATA="$$data"; unset DATABASE_URL; \
		$(PRODUCTION) makemigrations --check --dry-run && \
		$(PRODUCTION) check --deploy --fail-level WARNING

bench: setup
	@$(MANAGE) bench

pictures: setup-tests report
	@TRAME_ENV=demo DJANGO_SETTINGS_MODULE=centre.settings $(PYTHON) -m tests.pictures $(DEMO_REPORT)

# After a change of the dependencies in pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet -o requirements.txt
