"""How to read a blueprint: the symbols that occur."""

from collections.abc import Sequence

from journeykit.diagram import Arc, CardLane, Connector, LegendEntry

from .words import Words

_LINKS = {
    "message": "link-message",
    "sequence": "link-solid",
    "supports": "link-solid",
    "handover": "link-handover",
    "branch": "link-branch",
}
_ORDER = (
    "card-contact", "card-alone", "card-critical", "card-matters", "card-activity", "card-system", "card-needed", "card-changed", "card-retired",
    "link-message", "link-solid", "link-handover", "link-branch", "link-loop", "link-both", "link-impact", "arc-branch", "mark-fail", "mark-wait",
    "mark-decision", "mark-note", "mark-continued",
)  # fmt: skip


def blueprint_legend(lanes: Sequence[CardLane], links: Sequence[Connector], arcs: Sequence[Arc], words: Words) -> tuple[LegendEntry, ...]:
    """The entries in the order of the picture."""
    cards = [card for lane in lanes for row in lane.rows for card in row.cards]
    found = (
        {f"card-{card.kind}" for card in cards} | {f"card-{card.emphasis}" for card in cards} | {f"card-{card.status}" for card in cards}
    )
    found |= {_LINKS[one.kind] for one in links} | ({"link-both"} if any(one.both_ways for one in links) else set())
    found |= {"link-loop"} if any(_leads_back(one, lanes) for one in links) else set()
    found |= {"link-impact" if one.kind == "impact" else "arc-branch" for one in arcs}
    # Whether one goes on elsewhere shows when it is laid out: where none does, this entry is not drawn.
    found |= {"mark-continued"} if links or arcs else set()
    found |= {f"mark-{marker.kind}" for card in cards for marker in card.markers}
    texts = words.blueprint.symbols
    return tuple(LegendEntry(symbol=one, text=texts[one]) for one in _ORDER if one in found)  # type: ignore[arg-type]  # names of symbols, listed above


def _leads_back(one: Connector, lanes: Sequence[CardLane]) -> bool:
    """Whether the customer goes back, or does the same again."""
    columns = {card.id: card.runs[0][0] for lane in lanes if lane.key == "customer" for row in lane.rows for card in row.cards}
    back = one.source in columns and one.target in columns and columns[one.target] <= columns[one.source]
    return back and one.kind in {"sequence", "branch"}
