"""Pages do what they say. What a reader is to follow begins in an empty folder: a file that the page does not write, and whose place it does not
say, is not found. Python on a page is one script, from top to bottom; pages that only explain run beside the examples."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```([^\s`]+) ?([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"(?<!`)`(journeykit (?:check|convert|diff|merge|render|report|show) [^`]+)`")
OPTION = re.compile(r":(\w+):(?: (.+))?")
FOLLOWED = ("how-to", "tutorial")
FINE = (0, 1)  # 1: findings or differences
# Stand for what only the reader has: maps and versions of one's own, fonts that were bought.
OWN = (
    "my.yaml", "maps/*.yaml", "HEAD:shop.yaml", "plan.yaml", "runs.yaml", "base.yaml", "mine.yaml", "hers.yaml", "OurFont.ttf",
)  # fmt: skip
REFUSED = ("journeykit render broken.yaml > map.svg",)  # which is what its page is about
PLACEHOLDER = re.compile(r"…|\b[A-Z]{4,}\b")


def pages(*, followed: bool) -> list[Path]:
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if "_build" not in page.parts and (page.parent.name in FOLLOWED) == followed]


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def python_of(text: str) -> str:
    return "\n".join(content for kind, _, content in FENCE.findall(text) if kind == "python")


class Reader:
    """Somebody who does what a page says, in a folder of their own; `problems` are the commands that fail."""

    def __init__(self, folder: Path, demo: Path) -> None:
        self.folder, self.demo, self.problems = folder, demo, list[str]()
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        self.env = {**os.environ, "PATH": path, "HOME": str(folder), "PYTHONIOENCODING": "utf-8"}

    def follow(self, text: str) -> list[str]:
        for kind, argument, content in FENCE.findall(text):
            lines = content.splitlines()
            if kind == "{file}":
                self._write(argument, content)
            elif kind == "{console}":
                asked = {found[1]: found[2] for line in lines if (found := OPTION.fullmatch(line))}
                for line in lines:
                    if line and not OPTION.fullmatch(line):
                        self._run(line, (int(asked.get("exit", 0)),))
            elif kind in {"sh", "console"}:
                self._shown([line.removeprefix("$ ") for line in lines if kind == "sh" or line.startswith("$ ")])
        if script := python_of(text):
            self._python(script)
        self._shown([one for one in INLINE.findall(FENCE.sub("", text)) if not PLACEHOLDER.search(one)])
        return self.problems

    def _write(self, name: str, content: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(content, encoding="utf-8")

    def _shown(self, commands: list[str]) -> None:
        """Commands of journeykit that the page shows and does not run itself."""
        for one in commands:
            words = shlex.split(one, comments=True)
            if words[:1] == ["journeykit"] and not set(words) & set(OWN):
                self._run(one, (2,) if one in REFUSED else FINE)

    def _run(self, command: str, expected: tuple[int, ...]) -> None:
        if command == "journeykit demo":
            shutil.copytree(self.demo, self.folder / "journeykit-demo")
        elif found := re.fullmatch(r"cd ([\w-]+)", command):
            self.folder /= found[1]
        else:
            ran = subprocess.run(  # noqa: S602  # the commands stand on the pages of this project
                command, shell=True, cwd=self.folder, env=self.env, capture_output=True, encoding="utf-8", errors="replace", check=False
            )
            if ran.returncode not in expected:
                self.problems.append(f"{command}: ended with {ran.returncode}: {ran.stderr[:500]}")

    def _python(self, script: str) -> None:
        (self.folder / "the_page.py").write_text(script, encoding="utf-8")
        ran = subprocess.run(
            [sys.executable, "-W", "error", "the_page.py"], cwd=self.folder, env=self.env, check=False, capture_output=True, text=True
        )
        if ran.returncode:
            self.problems.append(ran.stderr)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `journeykit demo` writes."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, "-m", "journeykit", "demo"], cwd=folder, check=True, capture_output=True)
    return folder / "journeykit-demo"


@pytest.mark.parametrize("page", pages(followed=True), ids=named)
def test_a_page_can_be_followed_from_an_empty_folder(page: Path, tmp_path: Path, demo: Path) -> None:
    assert Reader(tmp_path, demo).follow(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", [page for page in pages(followed=False) if python_of(page.read_text(encoding="utf-8"))], ids=named)
def test_the_python_on_a_page_runs(page: Path, tmp_path: Path) -> None:
    if (ROOT / "examples").exists():
        shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    text = page.read_text(encoding="utf-8")
    for kind, name, content in FENCE.findall(text):
        if kind == "{file}":
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")
    script = tmp_path / f"{page.stem}_page.py"
    script.write_text(python_of(text), encoding="utf-8")
    ran = subprocess.run([sys.executable, "-W", "error", script.name], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "shown",
    [
        "```{console}\njourneykit show hotel.yaml\n```",
        "```sh\njourneykit render hotel.yaml -o map.svg   # a map\n```",
        "```console\n$ journeykit check hotel.yaml\n```",
        "Say `journeykit show hotel.yaml` then.",
        '```python\nimport journeykit\n\njourneykit.load("hotel.yaml")\n```',
    ],
)
def test_a_file_whose_place_the_page_does_not_say_is_not_found(shown: str, tmp_path: Path, demo: Path) -> None:
    steps = "```{console}\n:quiet:\njourneykit demo\ncd journeykit-demo\n```\n"
    (tmp_path / "lost").mkdir()
    (tmp_path / "told").mkdir()
    (problem,) = Reader(tmp_path / "lost", demo).follow(shown)
    assert "hotel.yaml" in problem
    assert Reader(tmp_path / "told", demo).follow(steps + shown) == []
