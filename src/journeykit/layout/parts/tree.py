"""Boxes from left to right, each beside what hangs on it; side by side where nothing hangs on any."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from attrs import evolve

from journeykit.diagram import Tree, TreeNode
from journeykit.layout import ink as faces
from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.saying import said
from journeykit.layout.sources import Sources
from journeykit.layout.space import MARGIN
from journeykit.scene import Group, Node, Path, PathBuilder, Rect
from journeykit.text import Line

_BOX = 224.0
_GAP = 56.0
_BETWEEN = 12.0
_BESIDE = 16.0
_IN_ROW = 4
_ROOTS = 24.0
_PAD = 10.0
# Lists within lists are no deeper than this: whatever reads them is not made for more.
_NESTED = 12


class _Placed(NamedTuple):
    """A box with its words, depth, top and height, and the tops and heights of its children, px."""

    node: TreeNode
    depth: int
    top: float
    height: float
    kind: tuple[Line, ...]
    title: tuple[Line, ...]
    detail: tuple[Line, ...]
    children: tuple["_Placed", ...]


def tree_width(tree: Tree, ink: Ink) -> float:
    """px between the margins."""
    del ink
    if _is_loose(tree):
        return min(len(tree.roots), _IN_ROW) * (_BOX + _BESIDE) - _BESIDE
    deep = max(len(tree.levels), max(map(_depth, tree.roots), default=1))
    return deep * (_BOX + _GAP) - _GAP


def tree_blocks(tree: Tree, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """A block a root, or a row of roots on which nothing hangs; the first under the words over the columns."""
    if _is_loose(tree):
        return _rows(tree, right, ink, sources)
    deep = max(len(tree.levels), max(map(_depth, tree.roots), default=1))
    pitch = min(_BOX + _GAP, (right - MARGIN + _GAP) / deep)
    width = pitch - min(_GAP, 0.25 * pitch)
    blocks = []
    head = _head(tree, pitch, width, ink)
    for at, root in enumerate(tree.roots):
        placed, bottom = _place(root, 0, 0.0, width, ink=ink)
        blocks.append(_block(tree, placed, bottom, pitch, width, ink=ink, sources=sources, head=head if at == 0 else None))
    return blocks


def _is_loose(tree: Tree) -> bool:
    return bool(tree.roots) and not tree.levels and not any(one.children for one in tree.roots)


def _rows(tree: Tree, right: float, ink: Ink, sources: Sources) -> list[Block]:
    """Roots side by side."""
    room = right - MARGIN
    count = max(1, int((room + _BESIDE) // (_BOX + _BESIDE)))
    width = min(_BOX, room)
    head = _head(tree, _BOX + _BESIDE, width, ink)
    placed = [_place(root, 0, 0.0, width, ink=ink)[0] for root in tree.roots]
    rows = [placed[at : at + count] for at in range(0, len(placed), count)]
    return [_row(tree.title, row, width, ink=ink, sources=sources, head=None if at else head) for at, row in enumerate(rows)]


def _row(title: str, row: Sequence[_Placed], width: float, *, ink: Ink, sources: Sources, head: Block | None) -> Block:
    over = head.height if head else 0.0
    height = max(one.height for one in row)
    level = [one._replace(height=height, depth=at) for at, one in enumerate(row)]

    def paint(top: float) -> list[Node]:
        items = [_draw(one, top + over, width + _BESIDE, width, ink=ink, sources=sources) for one in level]
        return [*(head.paint(top) if head else []), Group(children=tuple(items), role="list", label=title)]

    return Block(height=over + height, paint=paint, gap=_ROOTS if head else _BETWEEN)


def _depth(node: TreeNode) -> int:
    return 1 + max(map(_depth, node.children), default=0)


def _place(node: TreeNode, depth: int, top: float, width: float, *, ink: Ink) -> tuple[_Placed, float]:
    """The box and all that hangs on it from a top on, and where that ends: beside the middle of its children, or they beside it."""
    room = width - 2 * _PAD
    kind = ink.wrap(node.kind.upper(), room, faces.CAPITALS).lines if node.kind else ()
    title = ink.wrap(node.title, room, faces.STRONG).lines
    detail = ink.wrap(node.detail, room, faces.SMALL).lines if node.detail else ()
    height = 14.0 * len(kind) + 16.0 * len(title) + 14.0 * len(detail) + 2 * _PAD - 2
    children: list[_Placed] = []
    y = top
    for child in node.children:
        placed, y = _place(child, depth + 1, y, width, ink=ink)
        children.append(placed)
        y += _BETWEEN
    bottom = max(top, y - _BETWEEN) if children else top
    own = top + max(0.0, (bottom - top - height) / 2)
    if children and height > bottom - top:
        slack = (height - (bottom - top)) / 2
        children = [_moved(one, slack) for one in children]
    return _Placed(node, depth, own, height, kind, title, detail, tuple(children)), max(bottom, own + height)


def _moved(one: _Placed, by: float) -> _Placed:
    return one._replace(top=one.top + by, children=tuple(_moved(child, by) for child in one.children))


def _head(tree: Tree, pitch: float, width: float, ink: Ink) -> Block | None:
    title = ink.wrap(tree.title, 720, faces.PANEL).lines if tree.title else ()
    if not title and not tree.levels:
        return None
    over = 18.0 * len(title) + (10.0 if title else 0.0)

    def paint(top: float) -> list[Node]:
        nodes: list[Node] = [Group(children=tuple(ink.lines(MARGIN, top + 13, title, face=faces.PANEL)))] if title else []
        return nodes + [
            ink.fitted(MARGIN + at * pitch, top + over + 12, one, width, face=faces.STRONG) for at, one in enumerate(tree.levels)
        ]

    return Block(height=over + (28.0 if tree.levels else 0.0), paint=paint)


def _block(  # noqa: PLR0917  # a root is where all of them meet
    tree: Tree, placed: _Placed, bottom: float, pitch: float, width: float, *, ink: Ink, sources: Sources, head: Block | None
) -> Block:
    over = head.height if head else 0.0

    def paint(top: float) -> list[Node]:
        nodes = head.paint(top) if head else []
        nodes += [line for one in _boxes(placed) for line in _lines(one, top + over, pitch, width, ink=ink)]
        items = _items(placed, partial(_draw, top=top + over, pitch=pitch, width=width, ink=ink, sources=sources, levels=tree.levels))
        return [*nodes, Group(children=tuple(items), role="list", label=tree.title if head else "")]

    return Block(height=over + bottom, paint=paint, gap=20.0 if head else _ROOTS)


def _items(one: _Placed, draw: Callable[[_Placed], Group]) -> list[Group]:
    """The box, and in it for those who do not see the lines the list of what hangs on it; far from the root one list of all."""
    box = draw(one)
    below = [item for child in one.children for item in _items(child, draw)]
    if one.depth >= _NESTED or not below:
        return [box, *below]
    return [evolve(box, children=(*box.children, Group(children=tuple(below), role="list")))]


def _boxes(placed: _Placed) -> Iterator[_Placed]:
    yield placed
    for child in placed.children:
        yield from _boxes(child)


def _lines(one: _Placed, top: float, pitch: float, width: float, *, ink: Ink) -> Iterator[Path]:
    """From the box to each of its children, with one bend on the way out and one on the way in."""
    start = MARGIN + one.depth * pitch + width
    end = MARGIN + (one.depth + 1) * pitch
    middle = start + (end - start) / 2
    y = top + one.top + one.height / 2
    for child in one.children:
        other = top + child.top + child.height / 2
        path = PathBuilder().move(start, y)
        if abs(other - y) > 0.5:
            path = path.line(middle, y).line(middle, other)
        yield Path(d=path.line(end, other).d, stroke=ink.palette.rule2, stroke_width=1.5)


def _draw(one: _Placed, top: float, pitch: float, width: float, *, ink: Ink, sources: Sources, levels: Sequence[str] = ()) -> Group:
    """The box; it says what its column holds."""
    x, y, node, palette = MARGIN + one.depth * pitch, top + one.top, one.node, ink.palette
    frame = Rect(
        x=x, y=y, width=width, height=one.height, radius=4, fill=palette.paper, stroke=palette.rule2 if node.faint else palette.ink,
        stroke_width=2.5 if node.strong else 1.25, dash=(4, 3) if node.faint else (),
    )  # fmt: skip
    line = y + _PAD + 9
    words = ink.lines(x + _PAD, line, one.kind, face=faces.CAPITALS)
    line += 14 * len(one.kind) + (1 if one.kind else 0)
    words += ink.lines(x + _PAD, line, one.title, face=faces.STRONG)
    words += ink.lines(x + _PAD, line + 16 * len(one.title) - 1, one.detail, face=faces.SMALL)
    label = said(levels[one.depth] if one.depth < len(levels) else "", None, node.kind, node.title, node.detail, node.tip)
    return Group(children=(frame, *words), role="listitem", label=label, tip=node.tip, source=sources.claim(node.source))
