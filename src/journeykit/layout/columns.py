"""How wide the columns are."""

from collections.abc import Iterator, Sequence

from journeykit.diagram import BarLane, CellLane, Diagram, Item, SpanLane
from journeykit.text import longest_run

from . import ink as faces
from .ink import Face, Ink, drawn
from .marks import indent, indent_of
from .space import COLUMN_IDEAL, COLUMN_MAX, COLUMN_MIN, LONGEST_WORD_MAX, PAD, TITLE_LINES

_LINES_BEFORE_WIDENING = 5
_STEPS = (180.0, 200.0, 220.0, COLUMN_MAX)


def least_widths(diagram: Diagram, ink: Ink, *, ideal: float) -> list[float]:
    """The least width of each column, px: no word broken that need not be, no text of more than five lines that could be wider."""
    widths = [COLUMN_MIN] * len(diagram.columns)
    for at, column in enumerate(diagram.columns):
        width = max(COLUMN_MIN, _word(column.title, faces.STATION_TITLE, ink) + 2 * PAD)
        if column.emphasis == "critical":
            width = max(width, min(COLUMN_MAX, ink.width(diagram.critical_tag, faces.STRONG) + 46))
        widths[at] = _for_lines(column.title, faces.STATION_TITLE, 2 * PAD, max(width, ideal), ink=ink, plain=width)
    for column_at, text, face, taken in _texts(diagram):
        if len(text) > 8 and 0 <= column_at < len(widths):
            width = max(widths[column_at], _word(text, face, ink) + taken)
            widths[column_at] = _for_lines(text, face, taken, max(width, ideal), ink=ink, plain=width)
    return [min(width, LONGEST_WORD_MAX) for width in widths]


def spread_widths(least: Sequence[float], tiers: Sequence[tuple[int, int]], *, room: float, ideal: float) -> list[float]:
    """Columns grown to one common width as far as the fullest tier has room, at most to `ideal`; wider ones stay as they are."""
    low, high = COLUMN_MIN, ideal
    for first, last in tiers:
        high = min(high, _common(least[first : last + 1], room, ideal))
    base = max(low, high)
    return [max(width, base) for width in least]


def _common(widths: Sequence[float], room: float, ideal: float) -> float:
    """The width w for which the sum of max(width, w) fills the room."""
    if sum(max(width, ideal) for width in widths) <= room:
        return ideal
    wide = sorted(widths, reverse=True)
    left = room
    for at, width in enumerate(wide):
        share = left / (len(wide) - at)
        if width <= share:
            return share
        left -= width
    return 0.0


def _word(text: str, face: Face, ink: Ink) -> float:
    if len(text) <= 8 or max(map(len, text.split()), default=0) <= 8:
        return 0.0
    return longest_run(drawn(text), face.size, weight=face.weight, measurer=ink.measurer)


def _for_lines(text: str, face: Face, taken: float, width: float, *, ink: Ink, plain: float) -> float:
    """`plain`, or the first wider step at which the text keeps to five lines."""
    if len(text) * face.size < 4 * (width - taken):
        return plain
    # Lines are ragged: about a tenth of each stays empty.
    needed = 1.12 * ink.width(drawn(text), face)
    if needed <= _LINES_BEFORE_WIDENING * (width - taken):
        return plain
    return max(plain, next((step for step in _STEPS if needed <= TITLE_LINES * (step - taken)), COLUMN_MAX))


def _texts(diagram: Diagram) -> Iterator[tuple[int, str, Face, float]]:
    """Column, text, face, and px taken by mark and padding, of every text that stands in a single column."""
    for lane in diagram.lanes:
        match lane:
            case CellLane():
                for cell in lane.cells:
                    if cell.start == cell.end:
                        for item in cell.items:
                            yield cell.start, item.text, face_of(item), indent_of(item) + PAD
            case SpanLane():
                for span in lane.spans:
                    if span.start == span.end:
                        yield span.start, span.text, faces.CELL, indent(span.mark) + PAD
            case BarLane():
                for bar in lane.bars:
                    yield bar.column, bar.text, faces.SMALL, 2 * PAD
            case _:
                pass


def face_of(item: Item) -> Face:
    """The face of an item's text."""
    kind = item.mark.kind if item.mark else ""
    if kind.startswith("evidence"):
        return faces.SMALL
    if item.style == "quote":
        return faces.QUOTE
    if item.style == "strong":
        return faces.STRONG
    return faces.MUTED if item.style == "muted" or kind == "assumed" else faces.CELL


def ideal_width(count: int, room: float) -> float:
    """The width that a column would like: 160, more where a few columns have a page for themselves."""
    return max(COLUMN_IDEAL, min(COLUMN_MAX, room / count)) if count else COLUMN_IDEAL
