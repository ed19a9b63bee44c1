"""What stands at the right end of the named lines: their names again, and what they mean."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from journeykit.diagram import CardLane, NamedLine
from journeykit.layout import ink as faces
from journeykit.layout.ink import Ink
from journeykit.text import Line

from .distances import Spacing

# px between the end of the cards' ground and the words.
BESIDE = 14.0
# px from a line to the first baseline under it, and to the last one above it.
_UNDER = 16.0
_OVER = 7.0
# px between what a line means and the name of the next one: more than between two lines of words.
_BETWEEN = 16.0


def name_lines(line: NamedLine, room: float, ink: Ink) -> tuple[Line, ...]:
    """The name of a line, wrapped."""
    return ink.wrap(line.name, room, faces.SMALL_STRONG, max_lines=2).lines


def note_lines(line: NamedLine, room: float, ink: Ink) -> tuple[Line, ...]:
    """What it means, wrapped."""
    return ink.wrap(line.note, room, faces.SMALL, max_lines=4).lines if line.note else ()


def in_part(parts: Sequence[CardLane | NamedLine], at: int, count: int) -> list[CardLane | NamedLine]:
    """Lanes and lines as they stand in a tier, the first of which alone tells what holds for the whole; `count` is how many tiers there are."""
    if count == 1:
        return [*parts]
    return [
        evolve(one, note=(one.later_note if at else one.first_note) or one.note) if isinstance(one, NamedLine) else one for one in parts
    ]


def apart(upper: NamedLine, lower: NamedLine, gutter: float, ink: Ink) -> float:
    """px that two lines have to be apart, so that the words between their right ends do not touch."""
    note, name = note_lines(upper, gutter - BESIDE, ink), name_lines(lower, gutter - BESIDE, ink)
    return (_UNDER + 14.0 * (len(note) - 1) + 5 if note else 4.0) + _OVER + 14.0 * (len(name) - 1) + _BETWEEN


def gutter_of(parts: Iterable[CardLane | NamedLine], spacing: Spacing, ink: Ink) -> float:
    """px that the right ends of the named lines take, in whichever tier: nothing where there are none."""
    room = spacing.line_notes
    parts = [one for part in parts for one in ((*in_part([part], 0, 2), part) if isinstance(part, NamedLine) else ())]
    widths = [
        line.width for part in parts if isinstance(part, NamedLine) for line in (*name_lines(part, room, ink), *note_lines(part, room, ink))
    ]
    return BESIDE + max(widths) + 1 if widths else 0.0
