"""The names of several curves, written beside them."""

from journeykit.scene import Anchor

from . import ink as faces
from .curvelabels import Box, Field, Label
from .ink import Ink
from .space import GRID_LEFT

_WIDEST = 220.0
# Cut to this, with the whole name as tooltip, rather than not at all.
_NARROW = 48.0


def set_name(name: str, at: tuple[float, float], right: float, field: Field, *, ink: Ink) -> Label | None:
    """A place for a name near the last reading of its curve; None where all is taken."""
    for widest in (_WIDEST, _NARROW):
        short = ink.shorten(name, widest, faces.STRONG)
        width = ink.width(short, faces.STRONG)
        for anchor, x, y in _places(at[0], at[1]):
            left = x - (width if anchor == "end" else width / 2 if anchor == "middle" else 0)
            box: Box = (left, y - 9, left + width, y + 2.6)
            if left >= GRID_LEFT and left + width <= right and field.clear(box):
                label = Label(lines=((y, short, faces.STRONG, width),), boxes=(box,), x=x, anchor=anchor)
                field.add_label(label)
                return label
    return None


def _places(x: float, y: float) -> list[tuple[Anchor, float, float]]:
    near: list[tuple[Anchor, float, float]] = [("start", x + 14, y + 4), ("end", x - 14, y + 4)]
    for away in (30.0, 46.0, 62.0, 78.0):
        for level in (y - away, y + away + 8):
            near.append(("middle", x, level))
            near.append(("end", x - 4, level))
    return near
