"""A page whose reading runs from right to left: everything changes sides, symbols and letters keep their shape."""

from attrs import evolve

from journeykit.scene import Anchor, Bounds, Circle, Group, Node, Path, Rect, Text
from journeykit.scene import PathBuilder as _Builder

_ANCHORS: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def mirrored(box: Bounds, width: float) -> Bounds:
    """The box on the other side of a page that is `width` px wide."""
    return Bounds(width - box.right, box.top, width - box.left, box.bottom)


def mirror(node: Node, width: float) -> Node:
    """The node on the other side of a page that is `width` px wide."""
    match node:
        case Group():
            return evolve(node, children=tuple(mirror(one, width) for one in node.children))
        case Text():
            return evolve(node, x=width - node.x, anchor=_ANCHORS[node.anchor])
        case Rect():
            return evolve(node, x=width - node.x - node.width)
        case Circle():
            return evolve(node, cx=width - node.cx)
        case Path():
            # A path with an origin is a symbol around it: it moves and does not turn.
            return evolve(node, x=width - node.x) if node.x or node.y else evolve(node, d=_turned(node.d, width))


def _turned(d: str, width: float) -> str:
    builder = _Builder()
    words = d.split(" ")
    at = 0
    while at < len(words):
        command = words[at]
        count = {"M": 2, "L": 2, "C": 6, "Z": 0}[command]
        values = [float(one) for one in words[at + 1 : at + 1 + count]]
        points = [(width - x, y) for x, y in zip(values[0::2], values[1::2], strict=True)]
        if command == "M":
            builder.move(*points[0])
        elif command == "L":
            builder.line(*points[0])
        elif command == "C":
            builder.curve(points[0], points[1], points[2])
        else:
            builder.close()
        at += 1 + count
    return builder.d
