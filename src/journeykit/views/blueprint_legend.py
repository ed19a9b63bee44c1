"""How to read a blueprint: the symbols that occur."""

from collections.abc import Sequence

from journeykit.diagram import Arc, CardLane, Connector, LegendEntry
from journeykit.model import Link

from .context import Context
from .printed import listed
from .way_words import WayWords
from .wordtables import words_of

_LINKS = {"message": "link-message", "handover": "link-handover", "branch": "link-branch"}
_ORDER = (
    "card-contact", "card-alone", "card-critical", "card-matters", "card-activity", "card-system", "card-joined", "card-needed", "card-changed", "card-retired",
    "link-message", "link-solid", "link-on", "link-handover", "link-branch", "link-loop", "link-both", "link-impact", "arc-branch", "mark-fail", "mark-wait",
    "mark-decision", "mark-note", "mark-continued",
)  # fmt: skip


def blueprint_legend(
    lanes: Sequence[CardLane], links: Sequence[Connector], arcs: Sequence[Arc], context: Context
) -> tuple[LegendEntry, ...]:
    """The entries in the order of the picture."""
    words = context.words
    cards = [card for lane in lanes for row in lane.rows for card in row.cards]
    found = (
        {f"card-{card.kind}" for card in cards} | {f"card-{card.emphasis}" for card in cards} | {f"card-{card.status}" for card in cards}
    )
    found |= {_LINKS[one.kind] for one in links if one.kind in _LINKS} | ({"link-both"} if any(one.both_ways for one in links) else set())
    found |= {"link-loop"} if any(_leads_back(one, lanes) for one in links) else set()
    found |= {"link-impact" if one.kind == "impact" else "arc-branch" for one in arcs}
    # Whether one goes on elsewhere shows when it is laid out: where none does, this entry is not drawn.
    found |= {"mark-continued"} if links or arcs else set()
    found |= {f"mark-{marker.kind}" for card in cards for marker in card.markers}
    texts = dict(words.blueprint.symbols)
    if again := dict.fromkeys(card.again for card in cards if len(card.runs) > 1):
        texts["card-joined"] = listed([*again], words, either=True)
    drawn = {(one.source, one.target) for one in links}
    solid = {_of_solid(context, one) for one in context.journey.links if (one.source, one.target) in drawn}
    if named := [words.blueprint.kinds[one] for one in ("supports", "required", "sequence") if one in solid]:
        texts["link-solid"] = listed(named, words, either=True)
    if "on" in solid:
        texts["link-on"] = words_of(WayWords, words).symbols["arc-on"]
    found |= {"card-joined", "link-solid", "link-on"} & texts.keys()
    return tuple(LegendEntry(symbol=one, text=texts[one]) for one in _ORDER if one in found)  # type: ignore[arg-type]  # names of symbols, listed above


def _of_solid(context: Context, link: Link) -> str:
    """What a solid arrow means: that something is needed, must come before, comes before, or that the customer goes `on` there; empty for others."""
    if link.kind != "sequence":
        return "supports" if link.kind == "supports" else ""
    if link.required:
        return "required"
    start, end = (context.journey.touchpoints.position(one) for one in (link.source, link.target))
    return "sequence" if min(start, end) < 0 else "on" if end > start else ""


def _leads_back(one: Connector, lanes: Sequence[CardLane]) -> bool:
    """Whether the customer goes back, or does the same again."""
    columns = {card.id: card.runs[0][0] for lane in lanes if lane.key == "customer" for row in lane.rows for card in row.cards}
    back = one.source in columns and one.target in columns and columns[one.target] <= columns[one.source]
    return back and one.kind in {"sequence", "branch"}
