"""The notebooks of the examples run from top to bottom in a real kernel, and what they show comes through nbconvert."""

import json
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="pip install journeykit[dev]")
pytest.importorskip("ipykernel", reason="pip install journeykit[dev]")
pytest.importorskip("nbconvert", reason="pip install journeykit[dev]")

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(one.name for one in FOLDER.glob("*.ipynb"))


def test_there_are_two() -> None:
    assert NOTEBOOKS == ["build_a_map.ipynb", "compare_two.ipynb"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_it_is_kept_without_output_and_with_lasting_ids(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    notebook: dict[str, Any] = json.loads(text)
    assert text == json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    nbformat.validate(nbformat.reads(text, as_version=4))
    for cell in notebook["cells"]:
        assert cell["id"].replace("-", "").isalpha()
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.mark.parametrize("name", NOTEBOOKS)
@pytest.mark.filterwarnings("default")
def test_it_runs_and_its_maps_come_through_nbconvert(name: str) -> None:
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    notebook = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    last_lines = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.outputs]
    assert not [one for cell in last_lines for one in cell.outputs if one.output_type in {"error", "stderr"}]
    maps = sum("<svg" in one.data.get("text/html", "") for cell in last_lines for one in cell.outputs if "data" in one)
    assert maps >= 3
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert page.count("overflow-x:auto") >= maps
    assert "&lt;svg" not in page
