"""The box around nodes, and a walk over them."""

from collections.abc import Iterable, Iterator

from ._box import Bounds
from ._nodes import Circle, Group, Node, Path, Rect, Text


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, groups before what they hold, in reading order."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from walk(node.children)


def bounds(node: Node) -> Bounds | None:
    """The box around a node, strokes left out; None for an empty group.

    Of text: its advance width, 0.8 of its size up, 0.25 down. Of a curve: its control points, so at least what is drawn.
    """
    match node:
        case Rect():
            return Bounds(node.x, node.y, node.x + node.width, node.y + node.height)
        case Circle():
            return Bounds(node.cx - node.r, node.cy - node.r, node.cx + node.r, node.cy + node.r)
        case Text():
            left = node.x - {"start": 0.0, "middle": node.width / 2, "end": node.width}[node.anchor]
            return Bounds(left, node.y - 0.8 * node.size, left + node.width, node.y + 0.25 * node.size)
        case Path():
            return _path_bounds(node)
        case Group():
            return _union(bounds(one) for one in node.children)


def _path_bounds(node: Path) -> Bounds | None:
    values = [float(one) for one in node.d.split() if not one.isalpha()]
    if not values:
        return None
    xs, ys = values[0::2], values[1::2]
    return Bounds(
        node.x + min(xs) * node.scale, node.y + min(ys) * node.scale, node.x + max(xs) * node.scale, node.y + max(ys) * node.scale
    )


def _union(boxes: Iterable[Bounds | None]) -> Bounds | None:
    found = [one for one in boxes if one is not None]
    if not found:
        return None
    return Bounds(min(b.left for b in found), min(b.top for b in found), max(b.right for b in found), max(b.bottom for b in found))
