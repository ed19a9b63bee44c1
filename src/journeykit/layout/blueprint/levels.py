"""Cards stacked: every level is a strip in which no two cards stand over the same column."""

from collections.abc import Sequence

from attrs import frozen

from journeykit.diagram import CardLane, CardRow, NamedLine

from .distances import LIFT
from .pieces import Piece


@frozen(eq=False)
class Level:
    """A strip of cards.

    Attributes:
        lane: which of the lanes. title: of its row, said once.
        opens_row: whether a row of the lane begins here.
    """

    lane: int
    title: str
    pieces: tuple[Piece, ...]
    opens_row: bool

    @property
    def lift(self) -> float:
        """px that markers rise above the cards."""
        return LIFT if any(one.card.markers and not one.again for one in self.pieces) else 0.0


@frozen(eq=False)
class Stack:
    """Levels and named lines of a tier, top to bottom. `lines` says before which level each line stands (their number for the end)."""

    lanes: tuple[CardLane, ...]
    levels: tuple[Level, ...]
    lines: tuple[tuple[int, NamedLine], ...]


def stack_of(
    parts: Sequence[CardLane | NamedLine],
    rows: Sequence[Sequence[CardRow]],
    pieces: dict[str, list[Piece]],
    tier: int,
    *,
    keeps_empty: bool,
) -> Stack:
    """What stands in a tier. A lane without cards there keeps a strip; a row of it does where that is wanted."""
    levels: list[Level] = []
    lines: list[tuple[int, NamedLine]] = []
    lanes: list[CardLane] = []
    for part in parts:
        if isinstance(part, NamedLine):
            lines.append((len(levels), part))
            continue
        held_rows = [(row, _packed([pieces[card.id] for card in row.cards if card.id in pieces], tier)) for row in rows[len(lanes)]]
        if not keeps_empty:
            filled = [one for one in held_rows if any(one[1])]
            held_rows = filled or [(CardRow(title="", cards=()), [()])]
        for row, packed in held_rows:
            for at, held in enumerate(packed):
                levels.append(Level(len(lanes), row.title if at == 0 else "", held, at == 0))
        lanes.append(part)
    return Stack(tuple(lanes), tuple(levels), tuple(lines))


def _packed(cards: Sequence[Sequence[Piece]], tier: int) -> list[tuple[Piece, ...]]:
    """Cards in the fewest strips; the pieces of a card stay on one."""
    held = [here for card in cards if (here := [one for one in card if one.tier == tier])]
    found: list[list[Piece]] = []
    taken: list[set[int]] = []
    # A card in several pieces goes below those in one: connectors from below would have to pass it.
    for card in sorted(held, key=lambda one: (len(one) > 1, one[0].start, one[-1].end)):
        columns = set(range(card[0].start, card[-1].end + 1))
        at = next((at for at, used in enumerate(taken) if not used & columns), len(taken))
        if at == len(taken):
            found.append([])
            taken.append(set())
        found[at] += card
        taken[at] |= columns
    return [tuple(sorted(one, key=lambda piece: piece.start)) for one in found] or [()]
