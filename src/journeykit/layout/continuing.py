"""The sign at which a line ends that goes on elsewhere: a tag with a letter, the same at both ends and like no other mark."""

from journeykit.scene import Node, Path, PathBuilder

from . import ink as faces
from .ink import Ink

TAG_HEIGHT = 20.0
_TAG = 22.0
_POINT = 7.0
# The letters of marks, and those that look like figures, would be taken for something else.
_LETTERS = "ABCEGHJKLMNPQRSTUVXYZ"
_PAD = 4.0


def letters(at: int) -> str:
    """The sign of the line that is the `at`-th to go on, from 0.

    Example:
        >>> [letters(at) for at in (0, 3, 20, 21, 22)]
        ['A', 'E', 'Z', 'AA', 'AB']
    """
    out, count = "", at + 1
    while count:
        count, last = divmod(count - 1, len(_LETTERS))
        out = _LETTERS[last] + out
    return out


def tag_width(sign: str, ink: Ink) -> float:
    """px from the flat end of the tag to its point."""
    return max(_TAG, ink.width(sign, faces.SMALL_STRONG) + 2 * _PAD + _POINT)


def draw_tag(sign: str, x: float, y: float, width: float, *, later: bool, colour: str, ink: Ink) -> list[Node]:
    """The tag around (x, y); it points the way of the line: to what comes later, or back."""
    half, side = TAG_HEIGHT / 2, 1.0 if later else -1.0
    flat, point = x - side * width / 2, x + side * width / 2
    shoulder = point - side * _POINT
    d = PathBuilder().move(flat, y - half).line(shoulder, y - half).line(point, y).line(shoulder, y + half).line(flat, y + half).close().d
    shape = Path(d=d, fill=ink.palette.paper, stroke=colour, stroke_width=1.5)
    return [shape, ink.text((flat + shoulder) / 2 + side, y + 4, sign, face=faces.SMALL_STRONG, anchor="middle")]
