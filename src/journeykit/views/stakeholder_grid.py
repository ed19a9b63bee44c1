"""Influence by interest, 1 to 5 each."""

from collections.abc import Sequence

from journeykit.diagram import NoteList, Part, Scatter, ScatterPoint, ScatterTick

from .people_words import PeopleWords
from .printed import counted
from .stakeholder_people import Person
from .words import Words

_STEPS = range(1, 6)
_MIDDLE = 3
_TICKS = tuple(ScatterTick(at=(at - 1) / 4, text=str(at)) for at in _STEPS)

_Graded = tuple[Person, int, int]


def grid_of(people: Sequence[Person], said: PeopleWords, words: Words) -> tuple[tuple[Part, ...], str, tuple[NoteList, ...]]:
    """The grid of those who are graded, how many are not, and who they are."""
    graded: list[_Graded] = []
    others: list[Person] = []
    for one in people:
        influence, interest = one.counted.influence, one.counted.interest
        if influence is not None and interest is not None:
            graded.append((one, influence, interest))
        else:
            others.append(one)
    finding = counted(len(others), said.ungraded_n, words) if others else ""
    if not graded:
        return (), finding or said.nobody, ()
    points, entries = [], []
    for number, (one, influence, interest) in enumerate(sorted(graded, key=_place), 1):
        detail = f"{said.influence} {influence}, {said.interest} {interest}"
        entries.append((str(number), one.name, detail))
        points.append(
            ScatterPoint(
                number=str(number), x=(interest - 1) / 4, y=(influence - 1) / 4, said=f"{number}. {one.name}: {detail}",
                faint=one.actor is not None and one.actor.status != "existing",
            )
        )  # fmt: skip
    plot = Scatter(
        points=tuple(points), x=said.interest, y=said.influence, x_ticks=_TICKS, y_ticks=_TICKS, quadrants=said.grid,
        entries=tuple(entries), stepped=True,
    )  # fmt: skip
    return (plot,), finding, _notes(others, len(graded), said)


def _place(one: _Graded) -> tuple[bool, bool, int, int]:
    """Those to work closely with come first; who stands at one place has neighbouring numbers."""
    _, influence, interest = one
    return influence < _MIDDLE, interest < _MIDDLE, -influence, -interest


def _notes(others: Sequence[Person], before: int, said: PeopleWords) -> tuple[NoteList, ...]:
    notes = tuple((str(number), f"{one.name} ({_lacking(one, said)})") for number, one in enumerate(others, before + 1))
    return (NoteList(title=said.not_placed, notes=notes),) if notes else ()


def _lacking(one: Person, said: PeopleWords) -> str:
    """Which grades are missing."""
    known = ((said.influence, one.counted.influence), (said.interest, one.counted.interest))
    return said.lacks.format(facts=", ".join(name for name, grade in known if grade is None))
