"""What the whole tree keeps to: short files, text that is about the project alone, typed, with a door to each room."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES = 400
SKIPPED = {
    ".git",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "_build",
    "build",
    "dist",
}

NOT_OURS = {
    "a path of somebody's machine": r"(?<![\w.:/*])/(?:work|tmp|root|home|Users|mnt)/\w",
    "a host that packages come from": r"pypi\.org|pythonhosted\.org|registry\.npmjs|crates\.io",
    "a page that is not in the tree": r"\b(?:domain|architecture|tokens|rendering|baselines|peers)\.md\b|\b(?:api|evidence|formats)\.md \d",
    "a number in a tracker": r"\bissue #?\d+\b(?!\s*(?:of|in) )",
    # The pattern itself, not something put off here: what is unfinished is finished or said in the changelog, never left as a mark in a file.
    "something put off": r"\b(?:TODO|FIXME|XXX)\b",
}


def files(*suffixes: str) -> list[Path]:
    found = (file for file in ROOT.rglob("*") if file.is_file() and file.suffix in suffixes)
    return sorted(file for file in found if not SKIPPED.intersection(file.relative_to(ROOT).parts))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_no_file_is_longer_than_one_idea() -> None:
    long = {name_of(file): lines for file in files(".py") if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES}
    assert long == {}


@pytest.mark.parametrize("what", NOT_OURS)
def test_the_tree_speaks_of_the_project_alone(what: str) -> None:
    pattern = re.compile(NOT_OURS[what])
    places = [
        f"{name_of(file)}:{number}: {line.strip()[:100]}"
        for file in files(".cfg", ".css", ".js", ".json", ".md", ".py", ".svg", ".toml", ".txt", ".yaml", ".yml")
        if file != Path(__file__)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert places == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "src/journeykit/py.typed").exists()


def test_each_room_lists_what_is_public_and_says_what_it_is() -> None:
    bad = []
    for door in sorted((ROOT / "src/journeykit").glob("*/__init__.py")):
        tree = ast.parse(door.read_text(encoding="utf-8"))
        assigned = {
            target.id
            for node in tree.body
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else [])
            if isinstance(target, ast.Name)
        }
        if "__all__" not in assigned or not (ast.get_docstring(tree) or door.read_text(encoding="utf-8").startswith("#")):
            bad.append(name_of(door))
    assert bad == []


def test_the_explanation_names_every_room_and_no_other() -> None:
    rooms = {door.parent.name for door in (ROOT / "src/journeykit").glob("*/__init__.py")}
    page = (ROOT / "docs/explanation/how-it-works.md").read_text(encoding="utf-8")
    table = page[page.index("| Room |") : page.index("`pipeline.py` joins")]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == rooms - {"testing", "examples", "cli", "plotting"}


def test_pyplot_is_never_used_in_the_library() -> None:
    assert [
        name_of(file)
        for file in files(".py")
        if "src" in file.parts and re.search(r"^\s*(?:import|from)\s+matplotlib\.pyplot", file.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []
