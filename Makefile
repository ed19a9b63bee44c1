# Everything that is checked, one target each. Run inside a virtual environment with `pip install -e ".[dev]"`.
.PHONY: check lint types layers test docs goldens format bench build clean

check: lint types layers test docs

lint:       ## style, and the formatter has nothing to say
	ruff check .
	ruff format --check .

types:      ## two type checkers: the library, and what a user writes
	mypy
	pyright

layers:     ## who may import whom
	lint-imports --no-logo

test:       ## tests and doctests, warnings are errors, random order
	pytest

docs:       ## the documentation with its pictures; a warning is an error
	sphinx-build -n -W --keep-going -E -q -b html docs docs/_build/html

goldens:    ## accept what the goldens and the public surface look like now; then read the diff
	pytest --accept -q -p no:randomly tests

format:
	ruff check --fix-only .
	ruff format .

bench:      ## medians and ratios, all in one run
	python -m bench

build:
	python -m build

clean:
	rm -rf build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
