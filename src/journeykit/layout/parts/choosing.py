"""Which file lays a part out."""

from typing import assert_never

from journeykit.diagram import Matrix, Part
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.sources import Sources


def part_width(part: Part, ink: Ink) -> float:
    """How wide a part wants to be on an endless page, px between the margins."""
    match part:
        case Matrix():
            from .matrix import matrix_width  # noqa: PLC0415  # only what is drawn is loaded

            return matrix_width(part, ink)
        case _:
            assert_never(part)


def part_blocks(part: Part, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """The blocks of a part between the left margin and `right`; each fits on a sheet, or cannot be broken."""
    match part:
        case Matrix():
            from .matrix import matrix_blocks  # noqa: PLC0415  # only what is drawn is loaded

            return matrix_blocks(part, right, ink, sources)
        case _:
            assert_never(part)
