"""What `import journeykit` may not load."""

import subprocess
import sys

import pytest

HEAVY = {"cattrs", "click", "fontTools", "hypothesis", "matplotlib", "numpy", "pandas", "resvg_py", "svgwrite", "uharfbuzz", "yaml"}


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    return set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("statement", ["import journeykit", "import journeykit; dir(journeykit)"])
def test_the_import_loads_nothing_heavy(statement: str) -> None:
    assert loaded_by(statement) & HEAVY == set()


def test_errors_cost_no_more_than_attrs() -> None:
    assert loaded_by("import journeykit.errors") & HEAVY == set()


def test_each_public_name_is_there_when_asked_for() -> None:
    code = "import journeykit\nfor name in getattr(journeykit, '__all__', ()): getattr(journeykit, name)"
    assert subprocess.run([sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True).stderr == ""
