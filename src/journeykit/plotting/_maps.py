"""A whole picture in an Axes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeykit.arguments import door
from journeykit.errors import Problem, RenderError
from journeykit.model import Journey, Portfolio
from journeykit.pipeline import diagram_of, scene_of
from journeykit.themes import Theme

from ._axes import checked_axes, ink

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@door
def plot(
    what: Journey | Portfolio | Any,
    ax: "Axes | None" = None,
    *,
    view: str | None = None,
    journey: str | int | None = None,
    theme: Theme | str | Path = "default",
    language: str | None = None,
    font_files: Sequence[str | Path] | str | Path = (),
    **options: Any,
) -> "Axes":
    """Draw any view into an Axes: the same picture that `render` gives.

    The picture follows the size of its Axes, and its text stays text in PDF. The Axes loses ticks and frame; it counts in px of the picture, y down.
    Nothing of the picture follows rcParams.

    Args:
        what: as for `render`.
        ax: where to draw; None is a new figure of the picture's size, which is `plot(...).figure`.
        view: what to show; by default what `render` shows.
        journey: id or position, for a portfolio of several.
        theme: a name, a `Theme`, or the path of a TOML file.
        language: BCP 47, of the words that are not the journey's own.
        font_files: the user's font files, the preferred first.
        options: further options of the view, such as `lanes` and `detail`.

    Returns:
        The Axes: `plot(...).figure.savefig("map.pdf")`.

    Raises:
        MissingExtraError: matplotlib is not installed.
        ModelError: `ax` is no Axes, has a projection or a scale that is not linear, or shares an axis with others.
        RenderError: a letter is in no font, or the picture has several pages.
        UnknownNameError: there is no such view, journey or theme.
        ArgumentError: the view has no such option.
    """
    brush = ink()
    checked_axes(ax)
    diagram = diagram_of(what, view=view, journey=journey, language=language, **options)
    scene = scene_of(diagram, theme=theme)
    if len(scene.pages) != 1:
        message = f"The picture has {len(scene.pages)} pages, and an Axes holds one."
        raise RenderError(Problem(message, hint="detail='summary' shows it on one; render() writes all pages"))
    return brush.draw(scene, 0, ax, font_files=files_of(font_files))


def files_of(font_files: Sequence[str | Path] | str | Path) -> tuple[Path, ...]:
    """Font files as paths; one alone may stand without a list."""
    given = (font_files,) if isinstance(font_files, str | Path) else font_files
    return tuple(Path(one) for one in given)
