"""What rules of the subject `rendering` look at: a scene, what lies under each of its inks, and the palette it was drawn with."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any

from attrs import frozen

from journeykit.scene import Circle, Group, Node, Page, Path, Rect, Scene, Text, bounds
from journeykit.themes import THEME_NAMES, Palette, Theme, contrast, theme

from ._finding import Spot

_BAND = 64.0
Ground = Rect | Circle | Path


@frozen
class Drawn:
    """A node that is no group.

    Attributes:
        node: the rectangle, circle, path or text.
        groups: the groups that hold it, the outermost first.
        ground: the colour that lies under its middle, `#rrggbb`.
    """

    node: Rect | Circle | Path | Text
    groups: tuple[Group, ...]
    ground: str

    @property
    def label(self) -> str:
        """The text that stands for it: the label of the nearest group that has one."""
        return next((one.label for one in reversed(self.groups) if one.label), "")

    @property
    def source(self) -> str:
        """Model path of what it draws, where a group around it says so."""
        return next((one.source for one in reversed(self.groups) if one.source), "")

    @property
    def spot(self) -> Spot:
        """What it draws, as rules point to it."""
        return Spot(self.source, "", self.label or (self.node.text if isinstance(self.node, Text) else type(self.node).__name__))


class DrawingFacts:
    """A scene as rules see it.

    Attributes:
        rendering: what was checked: a picture, or the scene itself.
        scene: its scene.
    """

    def __init__(self, rendering: Any, scene: Scene) -> None:
        self.rendering = rendering
        self.scene = scene

    @cached_property
    def spot(self) -> Spot:
        """The picture as a whole."""
        return Spot(self.scene.source, "", self.scene.title)

    @cached_property
    def pages(self) -> tuple[tuple[Page, tuple[Drawn, ...]], ...]:
        """Each page with all that is drawn on it, in the order of painting."""
        return tuple((page, tuple(_drawn(page))) for page in self.scene.pages)

    @property
    def drawn(self) -> Iterator[Drawn]:
        """All that is drawn."""
        return (one for _, held in self.pages for one in held)

    @cached_property
    def palettes(self) -> tuple[Palette, ...]:
        """The palette of the picture's theme, where it tells it; else those of the built-in themes with the same ground."""
        told = getattr(self.rendering, "theme", None)
        if isinstance(told, Theme):
            return (told.palette,)
        grounds = {page.background.upper() for page in self.scene.pages}
        return tuple(held for name in THEME_NAMES if (held := theme(name).palette).paper.upper() in grounds)

    @cached_property
    def decoration(self) -> frozenset[str]:
        """Colours that carry no meaning: rules between rows, grounds, areas under the curve."""
        held = {page.background.upper() for page in self.scene.pages}
        for one in self.palettes:
            held |= {
                colour.upper()
                for colour in (one.paper, one.rule, one.wash, one.focus, one.up, one.down, one.customer, one.back, one.support, one.bar)
            }
        return frozenset(held)

    @cached_property
    def signals(self) -> frozenset[str]:
        """Colours that say something: verdicts, differences, valence; not those that also draw lines and letters."""
        held = {
            colour.upper() for one in self.palettes for colour in (one.good, one.bad, one.added, one.removed, one.changed, *one.valence)
        }
        return frozenset(held - {colour.upper() for one in self.palettes for colour in (one.ink, one.ink2, one.rule2)} - self.decoration)

    @cached_property
    def alike_in_grey(self) -> tuple[tuple[str, str], ...]:
        """Pairs of colours of valence that print as the same grey."""
        found = {
            tuple(sorted((first.upper(), second.upper())))
            for one in self.palettes
            for first, second in combinations(one.valence, 2)
            if first.upper() != second.upper() and contrast(first, second) < 1.2
        }
        return tuple(sorted((first, second) for first, second in found))


def _drawn(page: Page) -> Iterator[Drawn]:
    """All nodes that are no groups, each with the ground under its middle: what was painted there last, else the page."""
    bands: dict[int, list[Ground]] = {}
    for node, groups in _leaves(page.nodes, ()):
        box = bounds(node)
        ground = page.background
        if box is not None:
            ground = _ground(bands, (box.left + box.right) / 2, (box.top + box.bottom) / 2) or page.background
        yield Drawn(node, groups, ground)
        if not isinstance(node, Text) and node.fill and box is not None and box.bottom - box.top < _BAND * 10_000:
            for band in range(int(box.top // _BAND), int(box.bottom // _BAND) + 1):
                bands.setdefault(band, []).append(node)


def _leaves(nodes: tuple[Node, ...], groups: tuple[Group, ...]) -> Iterator[tuple[Ground | Text, tuple[Group, ...]]]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _leaves(node.children, (*groups, node))
        else:
            yield node, groups


def _ground(bands: dict[int, list[Ground]], x: float, y: float) -> str | None:
    return next((one.fill for one in reversed(bands.get(int(y // _BAND), ())) if _covers(one, x, y)), None)


def _covers(one: Ground, x: float, y: float) -> bool:
    if isinstance(one, Circle):
        return (x - one.cx) ** 2 + (y - one.cy) ** 2 <= one.r**2
    if isinstance(one, Rect):
        return one.x <= x <= one.x + one.width and one.y <= y <= one.y + one.height
    inside = False
    for (x1, y1), (x2, y2) in _edges(one):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


@lru_cache(maxsize=512)
def _edges(path: Path) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """The edges of each closed part of a path; of a curve those between its control points."""
    found: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for part in path.d.split("M"):
        values = [float(one) for one in part.split() if not one.isalpha()]
        points = [(path.x + x * path.scale, path.y + y * path.scale) for x, y in zip(values[0::2], values[1::2], strict=False)]
        found += zip(points, points[1:] + points[:1], strict=True)
    return tuple(found)
