"""A problem, and where in the data it lies; it becomes a position only when somebody asks."""

from collections.abc import Iterable
from typing import Protocol

from attrs import frozen

from journeykit.errors import Problem
from journeykit.record import Record

__all__ = ["Fault", "FaultsError", "Mark", "Path", "Span", "Tree"]

Path = tuple[str | int, ...]
"""Keys and zero-based places from the top of the data to a value."""


@frozen(order=True)
class Mark:
    """A place in a text: line and column, one-based, and the offset in characters."""

    line: int
    column: int
    offset: int


@frozen(eq=False, repr=False)
class Span(Record):
    """From a place to the place just behind the end."""

    start: Mark
    end: Mark


class Tree(Protocol):
    """A parsed text that remembers its positions."""

    def find(self, path: Path) -> tuple[Span | None, Span, Path]:
        """The span of the last key (None in a list), the span of its value, and how much of the path exists."""
        ...


@frozen(eq=False, repr=False)
class Fault(Record):
    """A problem and its place: a mark where the text itself is faulty, else a path in the data.

    Attributes:
        at_key: the key is at fault, not its value.
        file: number of the file, where several are read.
    """

    problem: Problem
    path: Path = ()
    at_key: bool = False
    file: int = 0
    mark: Mark | None = None


class FaultsError(Exception):
    """Text that cannot be read, with its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(one.problem) for one in self.faults))
