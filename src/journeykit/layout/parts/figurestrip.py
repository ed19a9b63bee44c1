"""Key figures as a part of a picture: cells of one width in every strip, so that columns align from strip to strip."""

from collections.abc import Iterator
from itertools import groupby

from journeykit.diagram import Figure, FigureStrip
from journeykit.layout.blocks import Block, beside
from journeykit.layout.figures import place_row, row_block
from journeykit.layout.ink import Ink
from journeykit.layout.sources import Sources
from journeykit.layout.space import GRID_LEFT, GUTTER, PAD

_GAP = 24.0
_CELL = 208.0
_ACROSS = 4


def strip_width(strip: FigureStrip, ink: Ink) -> float:
    """px between the margins: four cells, whatever a strip holds, so that strips under each other align."""
    del strip, ink
    return GUTTER + 2 * PAD + _ACROSS * (_CELL + _GAP) - _GAP


def strip_blocks(strip: FigureStrip, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block for each row; each group begins one where all do not fit into one."""
    room = right - GRID_LEFT - 2 * PAD
    count = max(1, int((room + _GAP) // (_CELL + _GAP)))
    width = (room + _GAP) / count - _GAP
    out: list[Block] = []
    group = ""
    for figures in _rows(strip.figures, count):
        row, group = place_row(figures, group, width, ink, gap=_GAP)
        block = row_block(strip, row, width, first=not out, ink=ink, sources=sources, gap=_GAP)
        out.append(block._replace(labels=beside(GRID_LEFT, 0.0, block.height)))
    return out


def _rows(figures: tuple[Figure, ...], count: int) -> Iterator[tuple[Figure, ...]]:
    if len(figures) <= count:
        yield figures
        return
    for _, held in groupby(figures, key=lambda one: one.group):
        several = tuple(held)
        for at in range(0, len(several), count):
            yield several[at : at + count]
