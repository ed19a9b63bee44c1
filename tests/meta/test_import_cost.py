"""What `import journeykit` may not load."""

import subprocess
import sys
from pathlib import Path

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


EXAMPLES = Path(__file__).parents[2] / "examples"
DRAWS = {
    "journeykit.diagram",
    "journeykit.layout",
    "journeykit.pipeline",
    "journeykit.renderers",
    "journeykit.scene",
    "journeykit.views",
    "svgwrite",
}
NOT_OF_A_MAP = {
    "cattrs", "importlib.metadata", "matplotlib", "tomllib",
    "journeykit.comparison", "journeykit.diagram._blueprint", "journeykit.diagram._kinds", "journeykit.diagram._parts",
    "journeykit.documents._merge_text", "journeykit.formats._collect", "journeykit.formats._schema", "journeykit.formats._writing",
    "journeykit.layout.blueprint", "journeykit.layout.parts", "journeykit.layout.routing", "journeykit.rules", "journeykit.themes._checks",
    "journeykit.views.blueprint", "journeykit.views.blueprint_links", "journeykit.views.summary", "journeykit.views.words_german",
}  # fmt: skip


def modules_of(*arguments: str) -> set[str]:
    code = f"import sys, journeykit.cli\ntry: journeykit.cli.main({list(arguments)!r})\nexcept SystemExit: pass\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())


def test_a_map_loads_what_it_shows(tmp_path: Path) -> None:
    drawn = tmp_path / "map.svg"
    loaded = modules_of("render", str(EXAMPLES / "dealership.yaml"), "-o", str(drawn))
    assert drawn.exists()
    assert loaded & NOT_OF_A_MAP == set()


def test_a_file_with_mistakes_is_answered_by_what_reads(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("journeykit: 1\njourneys: [{title: A, stagse: []}]\n", encoding="utf-8")
    assert modules_of("render", str(faulty), "-o", str(tmp_path / "map.svg")) & DRAWS == set()
