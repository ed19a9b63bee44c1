"""The contests of the table, and the facts below it."""

from collections.abc import Iterator

from bench.imports import import_seconds, modules_loaded
from bench.timing import Contest

__all__ = ["contests", "facts"]


def contests() -> Iterator[Contest]:
    """Every contest, made when its turn comes."""
    yield Contest(
        "import journeykit", lambda: import_seconds("import journeykit"), "import attrs", lambda: import_seconds("import attrs"), limit=2
    )


def facts() -> Iterator[tuple[str, str]]:
    """What is counted, not timed: a name and a figure."""
    for statement in ("import journeykit", "import attrs"):
        yield f"modules loaded by `{statement}`", str(modules_loaded(statement))
