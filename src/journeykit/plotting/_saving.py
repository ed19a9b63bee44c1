"""Figures as files that are the same each time."""

from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeykit.arguments import door
from journeykit.documents import write_file
from journeykit.errors import ModelError, Problem, RenderError, shown

from ._axes import ink

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROUNDS = 24  # a tight layout comes 25 times nearer with each
_STILL = 1e-9  # of the figure; what moves less has arrived


@door
def save_figure(figure: "Figure | Any", path: "str | Path") -> Path:
    """Save a figure of matplotlib so that the same figure gives the same bytes: PNG, PDF or SVG, by the ending.

    matplotlib writes the time of the day into PDF and SVG, and ids made by chance into SVG; a layout moves Axes a little with each drawing. This
    does neither: the layout comes to rest first, at the dots to the inch that the figure has, so that all formats show the same. rcParams are
    left alone.

    Args:
        figure: with maps, curves and whatever else is in it.
        path: where to; written whole or not at all.

    Raises:
        ModelError: it is no figure.
        RenderError: the ending is another one.
    """
    ink()
    _refuse_other(figure)
    target = Path(path)
    if (kind := target.suffix.lower()) not in _WRITERS:
        raise RenderError(Problem(f"A figure is not saved as {shown(kind)}.", expected="one of '.png', '.pdf', '.svg'"))
    with _at_rest(figure):
        data = _WRITERS[kind](figure)
    write_file(target, data)
    return target


def _refuse_other(figure: object) -> None:
    """Refuse what is no figure: an Axes and a part of a figure are saved with the whole."""
    from matplotlib.artist import Artist  # noqa: PLC0415  # known to be there by now
    from matplotlib.figure import Figure  # noqa: PLC0415  # the same

    if not isinstance(figure, Figure):
        whole = figure.get_figure() if isinstance(figure, Artist) else None
        hint = "save_figure(ax.get_figure(root=True), path)" if whole is not None else ""
        raise ModelError(Problem("This is no figure to save.", got=shown(figure), expected="a Figure of matplotlib", hint=hint))


@contextmanager
def _at_rest(figure: Any) -> Generator[None, None, None]:
    """The figure with its Axes where the layout wants them in the end, and no layout that moves them while they are drawn."""
    layout = figure.get_layout_engine()
    if layout is None:
        yield
        return
    for _ in range(_ROUNDS):
        before = [(one, one.get_position(original=True), one.get_in_layout()) for one in figure.axes]
        layout.execute(figure)
        if all(_distance(one.get_position(original=True), place) < _STILL for one, place, _ in before):
            for one, place, follows in before:  # or it would tremble by the last digit from one saving to the next
                one.set_position(place, which="original")
                one.set_in_layout(follows)
            break
    figure.set_layout_engine("none")
    try:
        yield
    finally:
        figure.set_layout_engine(layout)


def _distance(one: Any, other: Any) -> float:
    return max(abs(float(a) - float(b)) for a, b in zip(one.bounds, other.bounds, strict=True))


def _png(figure: Any) -> bytes:
    return _saved(figure, "png", {"Software": None})


def _pdf(figure: Any) -> bytes:
    return _saved(figure, "pdf", {"CreationDate": None})


def _saved(figure: Any, kind: str, metadata: dict[str, None]) -> bytes:
    out = BytesIO()
    figure.savefig(out, format=kind, metadata=metadata)
    return out.getvalue()


def _svg(figure: Any) -> bytes:
    """As matplotlib's own SVG, with ids made of what they stand for."""
    base: Any = import_module("matplotlib.backends.backend_svg").RendererSVG  # without types

    class Steady(base):  # type: ignore[misc]  # a class that is not known to the type checker
        def _make_id(self, type: str, content: object) -> str:  # noqa: A002  # its own name for it
            return f"{type}{sha256(str(content).encode()).hexdigest()[:10]}"

    out, dpi = StringIO(), figure.dpi
    figure.dpi = 72
    try:
        width, height = figure.get_size_inches() * 72
        drawn: Any = Steady(width, height, out, image_dpi=dpi, metadata={"Date": None})
        figure.draw(drawn)
        drawn.finalize()
    finally:
        figure.dpi = dpi
    return out.getvalue().encode("utf-8")


_WRITERS = {".png": _png, ".pdf": _pdf, ".svg": _svg}
