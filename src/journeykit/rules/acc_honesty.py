"""ACC, third part: whether a curve claims more than is known."""

from collections.abc import Iterator
from typing import Any

from journeykit.scene import Bounds, Circle, Group, Node, Path, bounds

from ._drawing import DrawingFacts
from ._finding import Hit, Spot, quoted
from ._rule import rule

_NEAR = 2.5
_SMALL = 3.5


@rule("ACC-08", "curve-that-claims-too-much", of="rendering", error="any")
def curve_that_claims_too_much(at: DrawingFacts) -> Iterator[Hit]:
    """No line joins readings across touchpoints without one, and a reading that nobody gave (assumed, derived, intended) has a hollow marker.

    How a reading is known it asks of the picture; of a bare scene it sees only the lines. Markers of 3 px, before and after a
    touchpoint, are too small to be hollow.

    Why it matters:
        A line through a gap is a reading that was never taken, and a full marker says that somebody was asked.

    Fails:
        Scene(title="Map", pages=(Page(width=300, height=100, background="#FFFFFF", nodes=(
            Path(d="M 20 30 L 220 50", stroke="#1A1A1A"),
            Group(role="list", label="Feels", children=(
                Group(role="listitem", label="A: +1", source="journeys['i'].stages[0].touchpoints[0].emotions[0]", children=(Circle(cx=20, cy=30, r=5, fill="#08408B"),)),
                Group(role="listitem", label="C: 0", source="journeys['i'].stages[0].touchpoints[2].emotions[0]", children=(Circle(cx=220, cy=50, r=5, fill="#08408B"),)),
                Group(role="listitem", label="B: no reading", children=(Path(d="M 80 80 L 80 85 L 160 85 L 160 80", stroke="#767676"),)))))),))

    Passes:
        Scene(title="Map", pages=(Page(width=300, height=100, background="#FFFFFF", nodes=(
            Group(role="list", label="Feels", children=(
                Group(role="listitem", label="A: +1", source="journeys['i'].stages[0].touchpoints[0].emotions[0]", children=(Circle(cx=20, cy=30, r=5, fill="#08408B"),)),
                Group(role="listitem", label="C: 0", source="journeys['i'].stages[0].touchpoints[2].emotions[0]", children=(Circle(cx=220, cy=50, r=5, fill="#08408B"),)),
                Group(role="listitem", label="B: no reading", children=(Path(d="M 80 80 L 80 85 L 160 85 L 160 80", stroke="#767676"),)))),)),))

    How to fix:
        Break the line at the gap; draw the marker in the style of its basis.

    Source:
        No reading is not a neutral reading; honesty of the curve.
    """
    bases = _bases(at.rendering)
    for page, _ in at.pages:
        groups = list(_groups(page.nodes))
        lines = [box for one in _paths(page.nodes) if one.fill is None and one.stroke and (box := bounds(one))]
        for lane in groups:
            held = [one for one in lane.children if isinstance(one, Group)]
            readings = [one for one in held if ".emotions[" in one.source]
            for one in readings:
                if _is_full(one, bases.get(one.source, ""), page.background):
                    yield Hit(
                        Spot(one.source, "", one.label),
                        f"The marker of {quoted(one.label)} is full as if it were measured, and it is {bases[one.source]}.",
                    )
            if readings:
                yield from _bridged(at, readings, [one for one in held if not one.source], lines)


def _bases(rendering: Any) -> dict[str, str]:
    """How each reading is known, by its model path, as the picture that was drawn tells it."""
    lanes = getattr(getattr(rendering, "diagram", None), "lanes", ())
    points = (point for lane in lanes for series in getattr(lane, "series", ()) for point in getattr(series, "points", ()))
    return {point.source: point.basis for point in points if point.source}


def _is_full(reading: Group, basis: str, paper: str) -> bool:
    mark = next((one for one in reading.children if isinstance(one, Circle | Path)), None)
    if basis not in {"assumed", "derived", "intended"} or mark is None or (isinstance(mark, Circle) and mark.r < _SMALL):
        return False
    return mark.fill is not None and mark.fill.upper() != paper.upper()


def _bridged(at: DrawingFacts, readings: list[Group], gaps: list[Group], lines: list[Bounds]) -> Iterator[Hit]:
    """Gaps above which a line runs from one reading to another."""
    marks = [
        box
        for one in readings
        if (mark := next((each for each in one.children if isinstance(each, Circle | Path)), None)) and (box := bounds(mark))
    ]
    centres = [((one.left + one.right) / 2, one.top, one.bottom) for one in marks]
    for gap in gaps:
        bracket = next((box for one in gap.children if isinstance(one, Path) and (box := bounds(one))), None)
        if bracket is None:
            continue
        middle = (bracket.left + bracket.right) / 2
        for line in lines:
            if line.left < middle < line.right and _is_at(line.left, line, centres) and _is_at(line.right, line, centres):
                yield Hit(Spot(at.scene.source, "", at.scene.title), f"A line joins two readings across a gap: {gap.label}.")
                break


def _is_at(x: float, line: Bounds, centres: list[tuple[float, float, float]]) -> bool:
    return any(abs(x - at) <= _NEAR and top <= line.bottom and line.top <= bottom for at, top, bottom in centres)


def _groups(nodes: tuple[Node, ...]) -> Iterator[Group]:
    for one in nodes:
        if isinstance(one, Group):
            yield one
            yield from _groups(one.children)


def _paths(nodes: tuple[Node, ...]) -> Iterator[Path]:
    for one in nodes:
        if isinstance(one, Path):
            yield one
        elif isinstance(one, Group):
            yield from _paths(one.children)
