"""Lines across a box, for what nobody has looked at. Text never stands on them."""

from journeykit.scene import Path, PathBuilder

from .box import Box

_PITCH = 6.0


def hatch(box: Box, *, stroke: str) -> Path:
    """Diagonals in a box, cut off at its edges; 6 px apart.

    Example:
        >>> hatch(Box(0, 0, 12, 6), stroke="#767676").d
        'M 0 6 L 6 0 M 6 6 L 12 0'
    """
    x, y, width, height = box
    path = PathBuilder()
    at = _PITCH
    while at < width + height:
        low, high = max(0.0, at - height), min(at, width)
        if high - low > 1e-6:
            path = path.move(x + low, y + at - low).line(x + high, y + at - high)
        at += _PITCH
    return Path(d=path.d, stroke=stroke)
