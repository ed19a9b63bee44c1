"""What all tests share: goldens accepted with one command, and how Hypothesis runs."""

import os
from collections.abc import Callable
from difflib import unified_diff

import pytest
from hypothesis import HealthCheck, settings

# Time limits per example only measure how busy the machine is. A run judges a change, not luck: it tries the same examples each time.
# New ones are sought with HYPOTHESIS_PROFILE=thorough.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40, derandomize=True)
settings.register_profile("thorough", parent=settings.get_profile("here"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))

_DIFF_LINES = 60


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the goldens that differ instead of failing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(name, text)` compares `text` with the file `goldens/<name>` beside the test; `make goldens` accepts what differs."""
    folder = request.path.parent / "goldens"
    accept = request.config.getoption("--accept")

    def compare(name: str, text: str) -> None:
        file = folder / name
        known = file.read_bytes().decode("utf-8") if file.exists() else None
        if text == known:
            return
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
            return
        name = file.relative_to(request.config.rootpath).as_posix()
        pytest.fail(_difference(name, known, text), pytrace=False)

    return compare


def _difference(name: str, known: str | None, text: str) -> str:
    if known is None:
        return f"There is no golden {name}. Look at what the test made, then `make goldens`."
    lines = list(unified_diff(known.splitlines(), text.splitlines(), f"{name} (golden)", f"{name} (now)", lineterm=""))
    shown = lines[:_DIFF_LINES] or ["only line ends differ"]
    more = [f"… and {len(lines) - _DIFF_LINES} more lines"] if len(lines) > _DIFF_LINES else []
    return "\n".join([f"{name} differs. Where the new one is right: `make goldens`.", *shown, *more])
