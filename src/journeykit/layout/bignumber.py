"""A big figure with its unit behind it, never wider than its place."""

from journeykit.scene import Group, Node

from .ink import Face, Ink


def fit_figure(
    value: str, unit: str, at: tuple[float, float], width: float, *, face: Face, unit_size: float, ink: Ink
) -> tuple[list[Node], float]:
    """The figure at x and baseline `at`, and how wide it is; what has to be cut is whole in the tooltip."""
    x, y = at
    number = ink.figure(x, y, value, unit, face=face, unit_size=unit_size)
    if number.width <= width:
        return [number], number.width
    plain = Face(size=unit_size, line=face.line)
    short = ink.shorten(value, width, face)
    left = width - ink.width(short, face) - 5
    least = ink.width("…", plain)
    behind = ink.shorten(unit, left, plain) if left > least else ""
    cut = ink.figure(x, y, short, behind, face=face, unit_size=unit_size)
    return [Group(children=(cut,), tip=f"{value} {unit}".strip())], cut.width
