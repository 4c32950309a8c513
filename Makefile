# Two commands matter: make run, make test; the others are for those who change things.
PYTHON ?= python3
VENV = .venv/bin/python
# More arguments for pytest, such as ARGS="-k search".
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test test-tcp score screenshots weights bench lint style types templates \
	migrations translations format messages lock environment

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: ## serve Casebook at http://127.0.0.1:8000 (HOST=, PORT=)
	@exec $(PYTHON) casebook/bootstrap.py run

test: ## run all tests (ARGS= for pytest)
	@exec $(PYTHON) casebook/bootstrap.py test $(ARGS)

test-tcp: environment ## the same tests on a PostgreSQL reached over TCP with a password
	@exec $(VENV) -m tests.postgres.tcp $(VENV) -m pytest -n auto --maxprocesses 4 --dist worksteal $(ARGS)

score: environment ## the reader's accuracy on the checked corpus
	@exec $(VENV) -m tests.reader.score

ROOT = http://127.0.0.1:$(or $(PORT),8000)

screenshots: environment ## the pictures of docs/screenshots, of a running Casebook (PORT=)
	@exec $(VENV) -m tests.browser.screenshots $(ROOT)

weights: environment ## how heavy the pages of a running Casebook are (PORT=)
	@exec $(VENV) -m tests.bench.page_weights $(ROOT)

# Cases: the time is told in docs/performance.md.
N ?= 100000

bench: ## measure N invented cases beside Datasette and tantivy (N=100000)
	@exec $(PYTHON) casebook/bootstrap.py bench --cases $(N) $(ARGS)

lint: style types templates migrations translations ## check style, types, templates, migrations and translations

style: environment
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .

types: environment
	@$(VENV) -m mypy

templates: environment
	@git ls-files -z 'templates/*.html' | xargs -0 -r $(dir $(VENV))djade --check

migrations: environment
	@$(VENV) manage.py makemigrations --check --dry-run

translations: environment
	@$(VENV) -m casebook.check_messages

format: environment ## put Python and templates into shape
	@$(VENV) -m ruff check --fix .
	@$(VENV) -m ruff format .
	@git ls-files -z 'templates/*.html' | xargs -0 -r $(dir $(VENV))djade

messages: environment ## collect and compile the texts to translate (needs gettext)
	@$(VENV) -m casebook.check_messages --write

LOCK = uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate pyproject.toml

lock: ## pin the newest packages that pyproject.toml allows (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv"; exit 1; }
	@$(LOCK) --output-file requirements/run.txt
	@$(LOCK) --group test --constraint requirements/run.txt --output-file requirements/test.txt
	@$(LOCK) --group bench --constraint requirements/run.txt --output-file requirements/bench.txt

environment: ## set up .venv with everything that development needs
	@$(PYTHON) casebook/bootstrap.py environment
