"""Cards cut into pieces: one for each unbroken stretch of columns in each tier."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from journeykit.diagram import Card, Connector
from journeykit.layout.continuing import letters

Tiers = Sequence[tuple[int, int]]


@frozen(eq=False)
class Piece:
    """A part of a card within a tier.

    Attributes:
        key: unique in the diagram; the name of its box.
        tier: in which it stands. start, end: its columns.
        run: which of the stretches of its card.
        again: whether an earlier piece of the card says what it is; `carried`: whether that one stands in another tier.
    """

    key: str
    card: Card
    tier: int
    start: int
    end: int
    run: int
    again: bool
    carried: bool = False


@frozen(eq=False)
class Wire:
    """A connector between two pieces. `sign` is set where they stand in different tiers: it stands at both ends."""

    connector: Connector
    source: Piece
    target: Piece
    sign: str = ""

    @property
    def leads_on(self) -> bool:
        """Whether it leads to a later tier."""
        return self.target.tier > self.source.tier


def pieces_of(card: Card, tiers: Tiers) -> list[Piece]:
    """The pieces of a card, left to right; a stretch of columns that does not exist has none."""
    out: list[Piece] = []
    for run, (start, end) in enumerate(card.runs):
        for tier, (first, last) in enumerate(tiers):
            low, high = max(start, first), min(end, last)
            if low <= high:
                out.append(Piece(f"{card.id}/{len(out)}", card, tier, low, high, run, bool(out), bool(out) and out[-1].tier != tier))
    return out


def wires_of(connectors: Sequence[Connector], pieces: dict[str, list[Piece]]) -> list[Wire]:
    """Every connector between the two nearest pieces of its cards; one whose cards are not there is left out."""
    out: list[Wire] = []
    count = 0
    for one in connectors:
        sources, targets = pieces.get(one.source, ()), pieces.get(one.target, ())
        if not sources or not targets:
            continue
        pairs = [(_apart(source, target), source.start, target.start, source, target) for source in sources for target in targets]
        _, _, _, source, target = min(pairs, key=lambda pair: pair[:3])
        sign = ""
        if source.tier != target.tier:
            sign = letters(count)
            count += 1
        out.append(Wire(one, source, target, sign))
    return out


def _apart(source: Piece, target: Piece) -> tuple[int, int]:
    gap = max(0, target.start - source.end, source.start - target.end)
    return abs(source.tier - target.tier), gap


def by_card(found: Sequence[Piece]) -> dict[str, list[Piece]]:
    """Pieces by the id of their card."""
    out: dict[str, list[Piece]] = defaultdict(list)
    for one in found:
        out[one.card.id].append(one)
    return out
