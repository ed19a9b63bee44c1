"""Whole processes of the command line, each against a process that only imports a library: so that a slow machine slows both alike."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import journeykit as jk
from bench.maps import five_rows
from bench.timing import Contest
from journeykit.examples import example

__all__ = ["contests"]

_MISTAKES = Path(__file__).parents[1] / "tests" / "documents" / "data" / "twenty_mistakes.yaml"
_SVGWRITE, _PYPLOT = "import svgwrite", "import matplotlib.pyplot"


def contests() -> Iterator[Contest]:
    """On the machine of the limits `import svgwrite` takes 0.072 s and `import matplotlib.pyplot` 0.485 s."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Path(folder, "map.yaml").write_text(example("dealership"), encoding="utf-8")
        jk.save(five_rows(13), folder / "13.yaml")
        Path(folder, "twenty_mistakes.yaml").write_bytes(_MISTAKES.read_bytes())
        yield _contest(folder, ("render", "map.yaml", "-o", "map.svg"), _SVGWRITE, limit=0.3 / 0.072)
        yield _contest(folder, ("render", "twenty_mistakes.yaml", "-o", "x.svg"), _SVGWRITE, limit=0.3 / 0.072)
        yield _contest(folder, ("check", "map.yaml"), _SVGWRITE, limit=0.35 / 0.072)
        yield _contest(folder, ("render", "13.yaml", "-o", "13.png"), _PYPLOT, limit=0.5 / 0.485)
        # Half as many dots again, and more than twice the letters: for orientation.
        yield _contest(folder, ("render", "map.yaml", "-o", "map.png"), _PYPLOT)


def _contest(folder: Path, arguments: tuple[str, ...], rival: str, limit: float | None = None) -> Contest:
    return Contest(
        f"process: journeykit {' '.join(arguments)}",
        lambda: _seconds(folder, "-m", "journeykit", *arguments),
        f"process: {rival}",
        lambda: _seconds(folder, "-c", rival),
        limit=limit and round(limit, 2),
        seconds=9,
    )


def _seconds(folder: Path, *arguments: str) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=folder, check=False, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if "Traceback" in done.stderr or done.returncode > 2:
        raise RuntimeError(done.stderr)
    return taken
