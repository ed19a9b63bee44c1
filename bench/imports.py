"""What an import costs: seconds and modules, in a process of its own."""

import subprocess
import sys

__all__ = ["import_seconds", "modules_loaded"]


def import_seconds(statement: str) -> float:
    """Seconds that `statement` takes in a new interpreter, its start not counted."""
    return float(_ask(f"import time\nstart = time.perf_counter()\n{statement}\nprint(time.perf_counter() - start)"))


def modules_loaded(statement: str) -> int:
    """How many modules `statement` adds to those of a bare interpreter."""
    return int(_ask(f"import sys\nbefore = len(sys.modules)\n{statement}\nprint(len(sys.modules) - before)"))


def _ask(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
