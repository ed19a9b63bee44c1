"""Which file lays a part out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from journeykit.layout.blocks import Block
from journeykit.layout.ink import Ink
from journeykit.layout.sources import Sources
from journeykit.scene import Node

if TYPE_CHECKING:
    from journeykit.diagram import Part

HOMES: dict[str, tuple[str, str]] = {
    "CurvePanels": ("curvepanels", "panels"),
    "Dumbbells": ("dumbbells", "dumbbells"),
    "FigureStrip": ("figurestrip", "strip"),
    "Matrix": ("matrix", "matrix"),
    "Profile": ("profile", "profile"),
    "Rings": ("rings", "rings"),
    "Scatter": ("scatter", "scatter"),
    "Sentences": ("sentences", "sentences"),
    "Slopes": ("slopes", "slopes"),
    "Timeline": ("timeline", "timeline"),
    "Tree": ("tree", "tree"),
}
"""The file of each kind, by name, so that no kind is loaded before its first; and what its two functions begin with."""


_TALL = frozenset({"Rings", "Scatter"})
"""Those that can be drawn smaller where a sheet of paper is not high enough."""


class _Width(Protocol):
    def __call__(self, part: Any, ink: Ink) -> float: ...


class _Blocks(Protocol):
    def __call__(self, part: Any, right: float, ink: Ink, sources: Sources, **more: float | None) -> list[Block]: ...


def _function(part: "Part", what: str) -> object:
    home, begins = HOMES[type(part).__name__]
    return getattr(import_module(f"{__package__}.{home}"), f"{begins}_{what}")


def part_width(part: "Part", ink: Ink) -> float:
    """How wide a part wants to be on an endless page, px between the margins."""
    return cast("_Width", _function(part, "width"))(part, ink)


def part_blocks(part: "Part", right: float, ink: Ink, sources: Sources, *, most: float | None = None) -> list[Block]:
    """The blocks of a part between the left margin and `right`; each fits on a sheet, or cannot be broken.

    On paper `most` is the height that is left on the first sheet, px.
    """
    more = {"most": most} if type(part).__name__ in _TALL else {}
    return cast("_Blocks", _function(part, "blocks"))(part, right, ink, sources, **more)


def page_ground(parts: "tuple[Part, ...]", height: float, ink: Ink) -> list[Node]:
    """What lies under everything on a sheet of paper that is `height` px high."""
    if not parts or any(type(one).__name__ != "Profile" for one in parts):
        return []
    from .profile import ground  # noqa: PLC0415  # only what is drawn is loaded

    return [ground(height, ink)]
