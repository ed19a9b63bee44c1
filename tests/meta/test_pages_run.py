"""Python on the pages runs: each page is one script, from top to bottom, in an empty folder beside the examples and the files that it shows."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"^```\{file\} (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pages() -> list[Path]:
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if "_build" not in page.parts and BLOCK.search(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_python_on_a_page_runs(page: Path, tmp_path: Path) -> None:
    if (ROOT / "examples").exists():
        shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    text = page.read_text(encoding="utf-8")
    for name, shown in FILE.findall(text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(shown, encoding="utf-8")
    script = tmp_path / f"{page.stem}_page.py"
    script.write_text("\n".join(BLOCK.findall(text)), encoding="utf-8")
    ran = subprocess.run([sys.executable, "-W", "error", script.name], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
