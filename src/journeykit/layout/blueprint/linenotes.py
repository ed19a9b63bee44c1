"""What stands at the right end of the named lines: their names again, and what they mean."""

from collections.abc import Iterable

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


def name_lines(line: NamedLine, room: float, ink: Ink) -> tuple[Line, ...]:
    """The name of a line, wrapped."""
    return ink.wrap(line.name, room, faces.SMALL_STRONG, max_lines=2).lines


def note_lines(line: NamedLine, room: float, ink: Ink) -> tuple[Line, ...]:
    """What it means, wrapped."""
    return ink.wrap(line.note, room, faces.SMALL, max_lines=3).lines if line.note else ()


def apart(upper: NamedLine, lower: NamedLine, gutter: float, ink: Ink) -> float:
    """px that two lines have to be apart, so that the words between their right ends do not touch."""
    note, name = note_lines(upper, gutter - BESIDE, ink), name_lines(lower, gutter - BESIDE, ink)
    return (_UNDER + 14.0 * (len(note) - 1) + 5 if note else 4.0) + _OVER + 14.0 * (len(name) - 1) + 12


def gutter_of(parts: Iterable[CardLane | NamedLine], spacing: Spacing, ink: Ink) -> float:
    """px that the right ends of the named lines take: nothing where there are none."""
    room = spacing.line_notes
    widths = [
        line.width for part in parts if isinstance(part, NamedLine) for line in (*name_lines(part, room, ink), *note_lines(part, room, ink))
    ]
    return BESIDE + max(widths) + 1 if widths else 0.0
