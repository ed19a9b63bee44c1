"""Sheets of paper in landscape."""

from types import MappingProxyType
from typing import NamedTuple

from journeykit.errors import UnknownNameError

PX_PER_MM = 96 / 25.4
# Type of 11 px is 7 point at this scale: the least that can be read on paper.
LEAST_SCALE = 0.85


class Paper(NamedTuple):
    """Width and height in mm, and how many columns a page may hold."""

    name: str
    width: float
    height: float
    columns: int

    def sheet(self, scale: float) -> tuple[float, float]:
        """Width and height of the page in px where one px is printed `scale` times 1/96 inch."""
        return self.width * PX_PER_MM / scale, self.height * PX_PER_MM / scale


_ALL = (
    Paper(name="a5", width=210, height=148, columns=4),
    Paper(name="a4", width=297, height=210, columns=7),
    Paper(name="a3", width=420, height=297, columns=11),
    Paper(name="a2", width=594, height=420, columns=16),
    Paper(name="a1", width=841, height=594, columns=23),
    Paper(name="letter", width=279.4, height=215.9, columns=7),
    Paper(name="tabloid", width=431.8, height=279.4, columns=11),
)
_BY_NAME = MappingProxyType({one.name: one for one in _ALL})

#: Names that `arrange` takes for `paper`, all in landscape.
PAPERS: tuple[str, ...] = tuple(_BY_NAME)


def paper_named(name: str) -> Paper:
    """A paper by its name, upper or lower case.

    Raises:
        UnknownNameError: there is no paper of that name.
    """
    if (found := _BY_NAME.get(name.casefold())) is None:
        raise UnknownNameError.of("paper", name, PAPERS)
    return found
