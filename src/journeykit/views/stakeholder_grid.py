"""Influence by interest, 1 to 5 each."""

from collections.abc import Sequence

from journeykit.diagram import Part, Scatter, ScatterPoint, ScatterTick

from .people_words import PeopleWords
from .printed import counted
from .stakeholder_people import Person
from .words import Words

_TICKS = tuple(ScatterTick(at=(at - 1) / 4, text=str(at)) for at in range(1, 6))


def grid_of(people: Sequence[Person], said: PeopleWords, words: Words) -> tuple[tuple[Part, ...], str]:
    """The grid of those who are graded, and how many are not."""
    graded: list[tuple[Person, int, int]] = []
    for one in people:
        influence, interest = one.counted.influence, one.counted.interest
        if influence is not None and interest is not None:
            graded.append((one, influence, interest))
    left = len(people) - len(graded)
    finding = counted(left, said.ungraded_n, words) if left else ""
    if not graded:
        return (), finding or said.nobody
    points, entries = [], []
    for number, (one, influence, interest) in enumerate(graded, 1):
        detail = f"{said.influence} {influence}, {said.interest} {interest}"
        entries.append((str(number), one.name, detail))
        points.append(
            ScatterPoint(
                number=str(number), x=(interest - 1) / 4, y=(influence - 1) / 4, said=f"{number}. {one.name}: {detail}", size=0.15,
                faint=one.actor is not None and one.actor.status != "existing",
            )
        )  # fmt: skip
    plot = Scatter(
        points=tuple(points), x=said.interest, y=said.influence, x_ticks=_TICKS, y_ticks=_TICKS, quadrants=said.grid, entries=tuple(entries)
    )
    return (plot,), finding
