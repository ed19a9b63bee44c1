"""A scene in an Axes beside the same shapes and texts as artists by hand; a PNG of the SVG beside one of matplotlib."""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle as Disc
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.text import Text as Words

import journeykit as jk
from bench.maps import portfolio
from bench.timing import Contest
from journeykit.renderers import Options, renderer
from journeykit.scene import Circle, Path, Rect, Scene, Text, walk

if TYPE_CHECKING:
    from journeykit.renderers.matplotlib import MatplotlibRenderer

__all__ = ["contests"]

_CODES: dict[str, tuple[Any, int]] = {"M": (Outline.MOVETO, 1), "L": (Outline.LINETO, 1), "C": (Outline.CURVE4, 3)}


def contests() -> Iterator[Contest]:
    """Drawing into an Axes at two sizes, and PNG at thirteen touchpoints."""
    for count in (13, 200):
        scene = _scene(count)
        yield Contest(f"{count} touchpoints into an Axes", _ours(scene), "the same artists by hand", _by_hand(scene), limit=1.5, seconds=8)
    scene = _scene(13)
    png = renderer("png")
    yield Contest(
        "13 touchpoints: PNG of the scene",
        lambda: png.render(scene, Options()),
        "matplotlib's, artists by hand",
        _by_hand(scene, "png"),
        limit=1,
    )


def _scene(count: int) -> Scene:
    return jk.render(portfolio(count, per_journey=count).journeys[0], detail="all").scene


def _ours(scene: Scene) -> Callable[[], object]:
    ink = cast("MatplotlibRenderer", renderer("matplotlib"))

    def draw() -> None:
        canvas: Any = FigureCanvasAgg(ink.draw(scene, 0).get_figure(root=True))
        canvas.draw()

    return draw


def _by_hand(scene: Scene, kind: str = "") -> Callable[[], object]:
    """Artists as a user of matplotlib writes them: one patch or text for each shape, in data coordinates."""
    page = scene.pages[0]

    def draw() -> None:
        figure = Figure(figsize=(page.width / 96, page.height / 96), dpi=96)
        ax = figure.add_axes((0, 0, 1, 1))
        ax.set_axis_off()
        ax.set(xlim=(0, page.width), ylim=(page.height, 0))
        for node in walk(page.nodes):
            match node:
                case Rect():
                    ax.add_patch(Rectangle((node.x, node.y), node.width, node.height, **_ink(node)))
                case Circle():
                    ax.add_patch(Disc((node.cx, node.cy), node.r, **_ink(node)))
                case Path():
                    ax.add_patch(PathPatch(_outline(node), **_ink(node)))
                case Text():
                    side = {"start": "left", "middle": "center", "end": "right"}[node.anchor]
                    bold = "bold" if node.weight >= 600 else "normal"
                    ax.add_artist(
                        Words(
                            node.x,
                            node.y,
                            node.text,
                            color=node.fill,
                            fontsize=node.size * 0.75,
                            ha=side,
                            fontweight=bold,
                            parse_math=False,
                        )
                    )
                case _:
                    pass
        if kind:
            figure.savefig(BytesIO(), format=kind)
        else:
            canvas: Any = FigureCanvasAgg(figure)
            canvas.draw()

    return draw


def _ink(node: Rect | Circle | Path) -> dict[str, Any]:
    style = (0, [one * 0.75 for one in node.dash]) if node.dash else "-"
    return {
        "facecolor": node.fill or "none",
        "edgecolor": node.stroke or "none",
        "linewidth": node.stroke_width * 0.75 if node.stroke else 0,
        "linestyle": style,
    }


def _outline(node: Path) -> Outline:
    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    words = node.d.split()
    places = [at for at, word in enumerate(words) if word.isalpha()] + [len(words)]
    for start, end in pairwise(places):
        if words[start] == "Z":
            points.append(points[-1])
            codes.append(Outline.CLOSEPOLY)
            continue
        code, count = _CODES[words[start]]
        values = [float(one) * node.scale for one in words[start + 1 : end]]
        points += [(node.x + x, node.y + y) for x, y in zip(values[::2], values[1::2], strict=True)]
        codes += [code] * count
    return Outline(points, codes)
