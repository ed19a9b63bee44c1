"""Who may import whom: the contracts in pyproject.toml, and the exact table of rooms."""

from importlib.util import find_spec
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
EVERYWHERE = {"errors", "display", "collector", "arguments", "record", "lazily"}

# A room and what it may import besides errors, display and itself. A room that is not here fails.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "display": set(),
    "collector": set(),
    "record": set(),
    "lazily": set(),
    "arguments": set(),
    "examples": set(),
    "model": set(),
    "diagram": set(),
    "scene": set(),
    "text": set(),
    "themes": set(),
    "measure": {"model"},
    "edit": {"model"},
    "formats": {"model"},
    "evidence": {"model", "measure"},
    "comparison": {"model", "measure", "edit"},
    "rules": {"model", "measure", "comparison", "scene", "themes"},
    "views": {"model", "measure", "comparison", "rules", "diagram"},
    "layout": {"diagram", "scene", "text", "themes"},
    "renderers": {"scene"},
    "documents": {"model", "formats", "edit", "rules", "comparison"},
}
SEES_ALL = {"pipeline", "handout", "plotting", "notebook", "cli", "testing", "__main__"}

# What is imported from outside, and the only places that may do so.
LIVES_IN: dict[str, set[str]] = {
    "svgwrite": {"journeykit.renderers.svg"},
    "cattrs": {"journeykit.formats"},
    "hypothesis": {"journeykit.testing"},
    "matplotlib": {"journeykit.plotting", "journeykit.renderers.matplotlib"},
    "yaml": {"journeykit.documents", "journeykit.formats"},
    "click": {"journeykit.cli"},
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("journeykit", include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_the_contracts_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    broken = lint_imports(no_cache=True)
    assert not broken, capsys.readouterr().out


def test_every_room_imports_only_what_its_row_allows(graph: grimp.ImportGraph) -> None:
    inside = {module for module in graph.modules if module.startswith("journeykit.")}
    unknown = {room_of(module) for module in inside} - MAY_IMPORT.keys() - SEES_ALL
    assert not unknown, f"rooms without a row in the table: {sorted(unknown)}"
    wrong = [
        f"{importer} imports {imported}"
        for importer in sorted(inside)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
        if imported.split(".")[0] == "journeykit" and not is_allowed(importer, imported)
    ]
    assert not wrong, "\n".join(wrong)


def is_allowed(importer: str, imported: str) -> bool:
    here, there = room_of(importer), room_of(imported)
    return here in SEES_ALL or there == here or there in EVERYWHERE - {here} or there in MAY_IMPORT[here]


def test_each_outside_package_lives_where_it_should(graph: grimp.ImportGraph) -> None:
    wrong = [
        f"{importer} imports {package}"
        for package, homes in LIVES_IN.items()
        if package in graph.modules
        for importer in sorted(graph.find_modules_that_directly_import(package))
        if not any(importer == home or importer.startswith(f"{home}.") for home in homes)
    ]
    assert not wrong, "\n".join(wrong)


def test_rooms_are_entered_by_their_door(graph: grimp.ImportGraph) -> None:
    """`journeykit.model` is the door; `journeykit.model.touchpoint` is nobody's business outside the room."""
    wrong = [
        f"{importer} imports {imported}"
        for importer in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
        if imported.startswith("journeykit.") and imported.count(".") > 1 and room_of(importer) != room_of(imported)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_room_has_the_name_of_a_verb() -> None:
    """A package named like a top-level function would replace it at its first import."""
    verbs = ["apply", "check", "compare", "convert", "load", "merge", "plot", "render", "save", "show"]
    assert [verb for verb in verbs if find_spec(f"journeykit.{verb}")] == []
