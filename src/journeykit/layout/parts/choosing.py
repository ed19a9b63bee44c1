"""Which file lays a part out."""

from typing import assert_never

from journeykit.diagram import CurvePanels, FigureStrip, Matrix, Part, Profile, Timeline
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN, SHEET_MIN
from journeykit.scene import Node


def part_width(part: Part, ink: Ink) -> float:
    """How wide a part wants to be on an endless page, px between the margins."""
    match part:
        case Matrix():
            from .matrix import matrix_width  # noqa: PLC0415  # only what is drawn is loaded

            return matrix_width(part, ink)
        case CurvePanels():
            from .curvepanels import panels_width  # noqa: PLC0415  # only what is drawn is loaded

            return panels_width(part, ink)
        case FigureStrip():
            from .figurestrip import strip_width  # noqa: PLC0415  # only what is drawn is loaded

            return strip_width(part, ink)
        case Profile():
            return SHEET_MIN - 2 * MARGIN
        case Timeline():
            from .timeline import timeline_width  # noqa: PLC0415  # only what is drawn is loaded

            return timeline_width(part, ink)
        case _:
            assert_never(part)


def part_blocks(part: Part, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """The blocks of a part between the left margin and `right`; each fits on a sheet, or cannot be broken."""
    match part:
        case Matrix():
            from .matrix import matrix_blocks  # noqa: PLC0415  # only what is drawn is loaded

            return matrix_blocks(part, right, ink, sources)
        case CurvePanels():
            from .curvepanels import panels_blocks  # noqa: PLC0415  # only what is drawn is loaded

            return panels_blocks(part, right, ink, sources)
        case FigureStrip():
            from .figurestrip import strip_blocks  # noqa: PLC0415  # only what is drawn is loaded

            return strip_blocks(part, right, ink, sources)
        case Profile():
            from .profile import profile_blocks  # noqa: PLC0415  # only what is drawn is loaded

            return profile_blocks(part, right, ink, sources)
        case Timeline():
            from .timeline import timeline_blocks  # noqa: PLC0415  # only what is drawn is loaded

            return timeline_blocks(part, right, ink, sources)
        case _:
            assert_never(part)


def page_ground(parts: tuple[Part, ...], height: float, ink: Ink) -> list[Node]:
    """What lies under everything on a sheet of paper that is `height` px high."""
    if not parts or not all(isinstance(one, Profile) for one in parts):
        return []
    from .profile import ground  # noqa: PLC0415  # only what is drawn is loaded

    return [ground(height, ink)]
