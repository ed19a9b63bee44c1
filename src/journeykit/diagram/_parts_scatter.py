"""Points between two axes, with words in the four corners."""

from attrs import frozen

from journeykit.record import Record


@frozen(kw_only=True, eq=False, repr=False)
class ScatterPoint(Record):
    """A point.

    Attributes:
        number: what stands at it; the list beside says what it is.
        x, y: 0 to 1 along the axes, left to right and bottom to top.
        size: 0 to 1, of the area of its bubble; None where not known: the smallest, hollow.
        faint: little is known of it: a dashed outline.
        said: the whole in words. source: model path.
    """

    number: str
    x: float
    y: float
    said: str
    size: float | None = None
    faint: bool = False
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class ScatterTick(Record):
    """A value at an axis; `at` 0 to 1."""

    at: float
    text: str


@frozen(kw_only=True, eq=False, repr=False)
class Scatter(Record):
    """Points between two axes.

    Attributes:
        x, y: words at the axes; x_ticks, y_ticks: values there.
        split: where the lines of the quadrants stand, 0 to 1 along x and y.
        quadrants: words in the corners: upper left, upper right, lower left, lower right.
        entries: the list beside: number, title, details.
        stepped: the values of both axes are steps, those of the ticks: who shares a step stands side by side.
    """

    points: tuple[ScatterPoint, ...]
    x: str
    y: str
    x_ticks: tuple[ScatterTick, ...] = ()
    y_ticks: tuple[ScatterTick, ...] = ()
    split: tuple[float, float] = (0.5, 0.5)
    quadrants: tuple[str, str, str, str] = ("", "", "", "")
    entries: tuple[tuple[str, str, str], ...] = ()
    title: str = ""
    stepped: bool = False
